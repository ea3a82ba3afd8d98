"""One sheet of a new workbook: cells, tables, limits, rules, charts, what stays in sight, and how it prints."""

from collections.abc import Mapping
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vardering.base.cells import Area
from vardering.books.new_xlsx_cells import write_cells
from vardering.books.new_xlsx_charts import place_chart
from vardering.books.new_xlsx_styles import rule_format
from vardering.workbook.layout import PlacedTable, PlacedValidation, PrintSetup, SheetLayout, ValidationKind

FOOTER = "&L&A&CSida &P av &N&R&D &T"
A4 = 9
MOST_TITLE, MOST_MESSAGE, MOST_LIST = 32, 255, 255
"""Characters that Excel takes in an input message's title, in its text, and in a list of words."""

WIDEST = 1e12
WIDEST_WHOLE = 2_000_000_000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2200, 12, 31)


def fill_sheet(workbook: Workbook, sheet: Worksheet, declared: SheetLayout, formats: Mapping[str, Format]) -> None:
    """Write everything of a sheet. Raises ``ValueError`` for what Excel would refuse or cut."""
    sheet.hide_gridlines(2)
    _set_widths(sheet, declared)
    for row, points in declared.heights.items():
        sheet.set_row(row - 1, points)
    write_cells(sheet, declared.name, declared.cells, formats)
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
        look = {"type": "formula", "criteria": rule.formula, "format": rule_format(workbook, rule.style)}
        sheet.conditional_format(*_corners(rule.area), look)
    filled = frozenset((cell.row, cell.column) for cell in declared.cells if cell.value is not None)
    for chart in declared.charts:
        place_chart(workbook, sheet, chart, filled)


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.row - 1, area.column - 1, area.last_row - 1, area.last_column - 1


def _add_table(sheet: Worksheet, table: PlacedTable, formats: Mapping[str, Format]) -> None:
    if len(table.headings) != table.area.width or not all(table.headings):
        raise ValueError(f"{table.name}: a heading for each of its {table.area.width} columns")
    columns = [
        {"header": heading, "header_format": formats[style]}
        for heading, style in zip(table.headings, table.heading_styles, strict=True)
    ]
    sheet.add_table(
        *_corners(table.area),
        {"name": table.name, "style": None, "columns": columns, "autofilter": table.with_filter},
    )


def _add_validation(sheet: Worksheet, placed: PlacedValidation) -> None:
    if len(placed.title) > MOST_TITLE or max(len(placed.message), len(placed.error)) > MOST_MESSAGE:
        raise ValueError(f"{placed.title}: the title, the message or the error message is too long")
    options: dict[str, object] = {
        "validate": str(placed.kind),
        "input_title": placed.title,
        "input_message": placed.message,
        "error_title": placed.title,
        "error_message": placed.error,
        "error_type": "stop" if placed.stops else "warning",
        **_limits(placed),
    }
    sheet.data_validation(*_corners(placed.area), options)


def _limits(placed: PlacedValidation) -> dict[str, object]:
    """What a validation lets through; without limits of its own a number is at least a number, a date a date."""
    if placed.kind is ValidationKind.LIST:
        return {"source": _list_source(placed)}
    if placed.kind is ValidationKind.DATE:
        return {"criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
    if placed.kind is ValidationKind.ANY:
        return {}
    minimum = -WIDEST if placed.minimum is None else placed.minimum
    maximum = WIDEST if placed.maximum is None else placed.maximum
    if placed.kind is ValidationKind.WHOLE:
        minimum, maximum = int(max(minimum, -WIDEST_WHOLE)), int(min(maximum, WIDEST_WHOLE))
    return {"criteria": "between", "minimum": minimum, "maximum": maximum}


def _list_source(placed: PlacedValidation) -> str | list[str]:
    if isinstance(placed.source, str):
        return placed.source
    if len(",".join(placed.source)) > MOST_LIST:
        raise ValueError(f"{placed.title}: the words are longer than {MOST_LIST} characters together")
    for word in placed.source:
        if "," in word or '"' in word:
            raise ValueError(f"{placed.title}: a word of a list holds neither comma nor quote: {word}")
    return list(placed.source)


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
