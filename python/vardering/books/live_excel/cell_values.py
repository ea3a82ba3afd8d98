"""Cell values as Excel hands them over, and as it takes them.

``Value`` says what a cell is (a date, a currency amount), ``Value2`` holds it exactly: currency comes cut to four
decimals in ``Value``. Error values are whole numbers, which no figure of a cell ever is.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue
from vardering.base.day_serials import serial_of
from vardering.workbook.change_set import CellWrite
from vardering.workbook.styles import STYLES, TEXT

ERROR_CODES: Mapping[int, ErrorValue] = {
    -2146826281: ErrorValue("#DIV/0!"),
    -2146826246: ErrorValue("#N/A"),
    -2146826259: ErrorValue("#NAME?"),
    -2146826288: ErrorValue("#NULL!"),
    -2146826252: ErrorValue("#NUM!"),
    -2146826265: ErrorValue("#REF!"),
    -2146826273: ErrorValue("#VALUE!"),
    -2146826245: NOT_CALCULATED,
}
_OTHER_ERROR = ErrorValue("#VALUE!")
_MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_CONVERTIBLE = re.compile(
    rf"[=+\-@'#]|[\s\d.,]|[($€£¥%]|kr\b|true\b|false\b|sant\b|falskt\b|(?:{_MONTHS})[a-z]*[\s./-]*\d", re.IGNORECASE
)
"""What Excel may take for a formula, a number, a truth value or a day, in Swedish and in English."""

BLANK = ""
"""What empties a cell: None would reach Excel as Null."""

Grid = tuple[tuple[Any, ...], ...]


def as_grid(content: object) -> Grid:
    """Rows of columns, whatever shape Excel gave: a single cell comes bare."""
    if not isinstance(content, Sequence) or isinstance(content, str):
        return ((content,),)
    return tuple(tuple(row) for row in content)


def typed(value: object, exact: object) -> CellValue:
    """A cell from its ``Value`` and ``Value2``."""
    if exact is None or isinstance(exact, str | bool):
        return exact
    if isinstance(exact, int):
        return ERROR_CODES.get(exact, _OTHER_ERROR)
    number = float(str(exact)) if not isinstance(exact, float) else exact
    if isinstance(value, datetime) and number >= 1:
        return date(value.year, value.month, value.day)
    return number


def as_entered(write: CellWrite, date1904: bool) -> object:
    """What to hand to ``Formula`` so that the cell holds exactly the write: text stays text.

    Text that Excel might take for something else gets an apostrophe in front, unless the cell's style is text.
    """
    if write.formula is not None:
        return write.formula
    value = write.value
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, date):
        return float(serial_of(value, date1904))
    if isinstance(value, str):
        is_text = write.style is not None and STYLES[write.style].number_format == TEXT
        needs_mark = value == "" or value.startswith("'") or (not is_text and _may_change(value))
        return f"'{value}" if needs_mark else str(value)
    if value is None:
        return BLANK
    # A whole number in Python is what an error value is in Excel: a figure is always handed over as a float.
    return value if isinstance(value, bool) else float(value)


def _may_change(text: str) -> bool:
    return _CONVERTIBLE.match(text) is not None
