"""Cells of a new workbook, each written by its type: no text is ever taken for a formula, a number or a link."""

from collections.abc import Iterable, Mapping
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from vardering.base.cells import CellValue, ErrorValue, Position
from vardering.workbook.layout import PlacedCell

LONGEST_TEXT = 32_767
"""UTF-16 units in a cell."""

_BEFORE_1900 = date(1899, 12, 30)
_FIRST_SURE_DAY = date(1900, 3, 1)
"""Before it, Excel's calendar counts a day that never was."""


class ExactNumber(float):
    """A number that is written with every digit it has: XlsxWriter writes 16 digits, a float can need 17."""

    def __format__(self, format_spec: str) -> str:
        return repr(float(self)).removesuffix(".0")

    def __str__(self) -> str:
        return format(self)


def write_cells(sheet: Worksheet, name: str, cells: Iterable[PlacedCell], formats: Mapping[str, Format]) -> None:
    """Write cells with their styles. Raises ``ValueError`` that names the cell where one cannot stand in a file."""
    for cell in cells:
        try:
            _write_cell(sheet, cell, formats[cell.style])
        except (ValueError, TypeError) as refusal:
            raise ValueError(f"{Position(name, cell.row, cell.column)}: {refusal}") from refusal


def _write_cell(sheet: Worksheet, cell: PlacedCell, look: Format) -> None:
    row, column, value = cell.row - 1, cell.column - 1, _stored(cell.value)
    if cell.link:
        shown = value if isinstance(value, str) else cell.link
        sheet.write_url(row, column, f"internal:{cell.link}", look, shown)
    if cell.formula is not None:
        if value is None:
            raise ValueError(f"the formula has no stored value: {cell.formula}")
        sheet.write_formula(row, column, cell.formula, look, value)
    elif value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, ExactNumber):
        sheet.write_number(row, column, value, look)
    elif not cell.link:
        sheet.write_string(row, column, value, look)


def _stored(value: CellValue) -> ExactNumber | str | bool | None:
    """What stands in the file: a number, a text, a truth value or nothing; days as serial numbers."""
    if isinstance(value, ErrorValue):
        raise TypeError(f"a new workbook holds no error values: {value.code}")
    if isinstance(value, date):
        if value < _FIRST_SURE_DAY:
            raise ValueError(f"{value} is before the workbook's calendar")
        return ExactNumber((value - _BEFORE_1900).days)
    if isinstance(value, str):
        if len(value.encode("utf-16-le")) > 2 * LONGEST_TEXT:
            raise ValueError(f"the text is longer than {LONGEST_TEXT} characters")
        return value
    return value if value is None or isinstance(value, bool) else ExactNumber(value)
