"""What is typed into a cell so that it holds exactly what is written: text stays text, whatever it looks like."""

import re
from datetime import date

from vardering.base.cells import ErrorValue
from vardering.base.day_serials import serial_of
from vardering.workbook.change_set import CellWrite
from vardering.workbook.styles import STYLES, TEXT

_MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_CONVERTIBLE = re.compile(
    rf"[=+\-@'#]|[\s\d.,]|[($€£¥%]|kr\b|true\b|false\b|sant\b|falskt\b|(?:{_MONTHS})[a-z]*[\s./-]*\d", re.IGNORECASE
)
"""What Excel may take for a formula, a number, a truth value or a day, in Swedish and in English."""

BLANK = ""
"""What empties a cell: None would reach Excel as Null."""


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
