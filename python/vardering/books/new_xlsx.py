"""A new workbook file from a layout, written with XlsxWriter. The same layout gives the same bytes."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vardering.base.cells import Area, ErrorValue
from vardering.books.new_xlsx_charts import place_chart
from vardering.books.new_xlsx_styles import add_formats, style_indices, with_named_styles
from vardering.workbook.layout import (
    PlacedCell,
    PlacedTable,
    PlacedValidation,
    PrintSetup,
    SheetLayout,
    ValidationKind,
    WorkbookLayout,
)

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed creation time, so that equal workbooks are equal files."""

FOOTER = "&L&A&CSida &P av &N&R&D &T"
A4 = 9
MOST_TITLE, MOST_MESSAGE, MOST_LIST = 32, 255, 255
"""Characters that Excel takes in an input message's title, in its text, and in a list of words."""

WIDEST = 1e12
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2200, 12, 31)
STYLES_PART = "xl/styles.xml"


def write_workbook(layout: WorkbookLayout) -> bytes:
    """The file's bytes. Raises ``ValueError`` for messages and lists that Excel would refuse."""
    target = BytesIO()
    workbook = Workbook(target, OPTIONS)
    workbook.set_properties({"title": layout.title, "subject": layout.subject, "created": CREATED})
    formats = add_formats(workbook)
    sheets = [workbook.add_worksheet(sheet.name) for sheet in layout.sheets]
    for sheet, declared in zip(sheets, layout.sheets, strict=True):
        _fill_sheet(workbook, sheet, declared, formats)
    for name, area in layout.names.items():
        workbook.define_name(name, f"={area.reference}")
    sheets[0].activate()
    workbook.close()
    return _completed(target.getvalue(), style_indices(formats))


def _completed(content: bytes, indices: Mapping[str, int]) -> bytes:
    """The package with its named cell styles."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == STYLES_PART:
                part = with_named_styles(part.decode(), indices).encode()
            result.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _fill_sheet(workbook: Workbook, sheet: Worksheet, declared: SheetLayout, formats: Mapping[str, Format]) -> None:
    sheet.hide_gridlines(2)
    _set_widths(sheet, declared)
    for row, points in declared.heights.items():
        sheet.set_row(row - 1, points)
    for cell in declared.cells:
        _write_cell(sheet, cell, formats[cell.style])
    _add_objects(workbook, sheet, declared, formats)
    if declared.freeze is not None:
        sheet.freeze_panes(declared.freeze[0] - 1, declared.freeze[1] - 1)
    if declared.locked:
        sheet.protect("", {"format_columns": True, "format_rows": True})
    if declared.tab_colour:
        sheet.set_tab_color(f"#{declared.tab_colour}")
    _set_up_print(sheet, declared.print_setup)


def _set_widths(sheet: Worksheet, declared: SheetLayout) -> None:
    """Widths and groups; the column after a closed group carries its plus sign."""
    closed = {width.last for width in declared.widths if width.collapsed}
    given = {width.first for width in declared.widths}
    for width in declared.widths:
        opens = not width.collapsed and width.first - 1 in closed
        options = {"level": width.level, "hidden": width.collapsed, "collapsed": opens}
        sheet.set_column(width.first - 1, width.last - 1, width.width, None, options)
    for last in closed:
        if last + 1 not in given:
            sheet.set_column(last, last, None, None, {"collapsed": True})


def _add_objects(workbook: Workbook, sheet: Worksheet, declared: SheetLayout, formats: Mapping[str, Format]) -> None:
    for table in declared.tables:
        _add_table(sheet, table, formats)
    for validation in declared.validations:
        _add_validation(sheet, validation)
    for rule in declared.rules:
        look = {"type": "formula", "criteria": rule.formula, "format": _rule_format(workbook, formats, rule.style)}
        sheet.conditional_format(*_corners(rule.area), look)
    for chart in declared.charts:
        place_chart(workbook, sheet, chart)


def _rule_format(workbook: Workbook, formats: Mapping[str, Format], style: str) -> Format:
    """What a rule changes: only colours and weight, since a rule cannot set size or wrapping."""
    look = formats[style]
    return workbook.add_format(
        {"font_color": look.font_color, "bg_color": look.bg_color, "bold": look.bold, "italic": look.italic}
    )


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.row - 1, area.column - 1, area.last_row - 1, area.last_column - 1


def _write_cell(sheet: Worksheet, cell: PlacedCell, look: Format) -> None:
    row, column, value = cell.row - 1, cell.column - 1, cell.value
    if cell.formula is not None:
        sheet.write_formula(row, column, cell.formula, look, "" if value is None else value)
    elif cell.link:
        sheet.write_url(row, column, f"internal:{cell.link}", look, str(value))
    elif value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(
            row, column, datetime(value.year, value.month, value.day, tzinfo=UTC).replace(tzinfo=None), look
        )
    elif isinstance(value, ErrorValue):
        raise TypeError(f"{cell.row},{cell.column}: a new workbook holds no error values")
    else:
        sheet.write_string(row, column, value, look)


def _add_table(sheet: Worksheet, table: PlacedTable, formats: Mapping[str, Format]) -> None:
    columns = [
        {"header": heading, "header_format": formats[style]}
        for heading, style in zip(table.headings, table.heading_styles, strict=True)
    ]
    options = {"name": table.name, "style": None, "columns": columns, "autofilter": table.with_filter}
    if sheet.add_table(*_corners(table.area), options) != 0:
        raise ValueError(table.name)


def _add_validation(sheet: Worksheet, placed: PlacedValidation) -> None:
    if len(placed.title) > MOST_TITLE or max(len(placed.message), len(placed.error)) > MOST_MESSAGE:
        raise ValueError(f"{placed.title}: {placed.message}")
    options: dict[str, object] = {
        "validate": str(placed.kind),
        "input_title": placed.title,
        "input_message": placed.message,
        "error_title": placed.title,
        "error_message": placed.error,
        "error_type": "stop" if placed.stops else "warning",
    }
    if placed.kind is ValidationKind.LIST:
        if not isinstance(placed.source, str) and len(",".join(placed.source)) > MOST_LIST:
            raise ValueError(f"{placed.title}: {placed.source}")
        options["source"] = placed.source if isinstance(placed.source, str) else list(placed.source)
    elif placed.kind is ValidationKind.DATE:
        options |= {"criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
    elif placed.kind is not ValidationKind.ANY:
        minimum = -WIDEST if placed.minimum is None else placed.minimum
        maximum = WIDEST if placed.maximum is None else placed.maximum
        if placed.kind is ValidationKind.WHOLE:
            minimum, maximum = int(max(minimum, -2e9)), int(min(maximum, 2e9))
        options |= {"criteria": "between", "minimum": minimum, "maximum": maximum}
    if sheet.data_validation(*_corners(placed.area), options) != 0:
        raise ValueError(placed.title)


def _set_up_print(sheet: Worksheet, setup: PrintSetup) -> None:
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(FOOTER)
    if setup.landscape:
        sheet.set_landscape()
    if setup.pages_wide or setup.pages_high:
        sheet.fit_to_pages(setup.pages_wide, setup.pages_high)
    else:
        sheet.set_print_scale(setup.scale)
    if setup.repeat_rows is not None:
        sheet.repeat_rows(setup.repeat_rows[0] - 1, setup.repeat_rows[1] - 1)
    if setup.repeat_columns is not None:
        sheet.repeat_columns(setup.repeat_columns[0] - 1, setup.repeat_columns[1] - 1)
    if setup.area is not None:
        sheet.print_area(*_corners(setup.area))
    sheet.set_h_pagebreaks(list(setup.row_breaks))
    sheet.set_v_pagebreaks(list(setup.column_breaks))
