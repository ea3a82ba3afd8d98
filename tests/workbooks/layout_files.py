"""Files made from a layout with XlsxWriter, so that the same book exists in memory and on disk."""

import io
from collections.abc import Collection
from datetime import date

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vardering.base.cells import ErrorValue
from vardering.workbook.layout import PlacedCell, SheetLayout, WorkbookLayout
from vardering.workbook.styles import STYLES


def file_of(layout: WorkbookLayout, passwords: Collection[str] = ()) -> bytes:
    """The bytes of an .xlsx file with the layout's cells, tables, names and charts."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False})
    formats = {
        key: book.add_format({"num_format": style.number_format, "italic": style.italic})
        for key, style in STYLES.items()
    }
    for sheet in layout.sheets:
        add_sheet(book, sheet, formats, passwords)
    for name, area in layout.names.items():
        book.define_name(name, f"={area.reference}")
    book.close()
    return target.getvalue()


def add_sheet(book: Workbook, sheet: SheetLayout, formats: dict[str, Format], passwords: Collection[str]) -> None:
    worksheet = book.add_worksheet(sheet.name)
    for cell in sheet.cells:
        write_cell(worksheet, cell, formats[cell.style])
    for table in sheet.tables:
        area = table.area
        options = {"name": table.name, "columns": [{"header": heading} for heading in table.headings]}
        worksheet.add_table(area.row - 1, area.column - 1, area.last_row - 1, area.last_column - 1, options)
    if sheet.name in passwords:
        worksheet.protect("hemligt")
    elif sheet.locked:
        worksheet.protect()
    for placed in sheet.charts:
        chart = book.add_chart({"type": "line"})
        for series in placed.series:
            chart.add_series(
                {
                    "name": f"={series.title.reference}",
                    "categories": f"={series.categories.reference}",
                    "values": f"={series.values.reference}",
                }
            )
        chart.set_title({"name": placed.title})
        worksheet.insert_chart(placed.row - 1, placed.column - 1, chart, {"description": placed.alt_text})
        chart.chart_name = placed.name


def write_cell(worksheet: Worksheet, cell: PlacedCell, style: Format) -> None:
    row, column = cell.row - 1, cell.column - 1
    value = cell.value
    if cell.formula is not None:
        worksheet.write_formula(row, column, cell.formula, style, "" if value is None else value)
    elif value is None:
        worksheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        worksheet.write_boolean(row, column, value, style)
    elif isinstance(value, date):
        worksheet.write_datetime(row, column, value, style)
    elif isinstance(value, ErrorValue):
        worksheet.write_formula(row, column, f"={value.code}", style, value.code)
    elif isinstance(value, str):
        worksheet.write_string(row, column, value, style)
    else:
        worksheet.write_number(row, column, value, style)
