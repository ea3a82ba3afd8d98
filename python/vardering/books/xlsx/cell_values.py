"""What a cell holds: its stored value, typed, and dates as serial numbers in both of Excel's calendars."""

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.shared_strings import cell_text
from vardering.books.xlsx.sheet_scan import ScannedCell

_FIRST_1904 = date(1904, 1, 1)
_BEFORE_1900 = date(1899, 12, 30)
_PHANTOM_DAY = 60
"""Serial 60 is 29 February 1900, a day that never was: before it, serials are one day off."""
_LAST_SERIAL = 2_958_465


def date_of(serial: float, date1904: bool) -> date | None:
    """Day of a serial number, None where it is no day: below 1 (a time), the phantom day, beyond year 9999.

    >>> date_of(46000.75, False), date_of(1, False), date_of(0.5, False)
    (datetime.date(2025, 12, 9), datetime.date(1900, 1, 1), None)
    """
    if not 1 <= serial <= _LAST_SERIAL + 1:
        return None
    days = math.floor(serial)
    try:
        if date1904:
            return _FIRST_1904 + timedelta(days=days)
        if days == _PHANTOM_DAY:
            return None
        return _BEFORE_1900 + timedelta(days=days + 1 if days < _PHANTOM_DAY else days)
    except OverflowError:
        return None


def serial_of(day: date, date1904: bool) -> int:
    """Serial number of a day; the inverse of ``date_of``. Raises ``ValueError`` before the calendar begins."""
    if date1904:
        serial = (day - _FIRST_1904).days
    else:
        serial = (day - _BEFORE_1900).days
        serial = serial - 1 if serial <= _PHANTOM_DAY else serial
    if serial < 1:
        raise ValueError(f"{day} is before the workbook's calendar")
    return serial


class CellTyping:
    """Types the cells of one workbook. ``strings`` is called when the first shared text is met."""

    def __init__(self, strings: Callable[[], Sequence[str]], date_styles: frozenset[int], date1904: bool) -> None:
        self._strings = strings
        self._date_styles = {str(index) for index in date_styles}
        self._date1904 = date1904

    def value(self, cell: ScannedCell) -> CellValue:
        """A cell's value; a formula without one is ``NOT_CALCULATED``.

        Raises ``BookUnreadableError`` "text-too-long", "sheet-damaged"; ``ValueError`` for no number.
        """
        text, kind = cell.text, cell.kind
        if text is None or (text == "" and kind in ("n", "b", "d", "e", "s")):
            return NOT_CALCULATED if cell.has_formula else None
        if kind == "n":
            return self._number(float(text), cell.style)
        if kind == "s":
            return self._shared(text)
        if kind in ("str", "inlineStr"):
            return cell_text(text)
        if kind == "b":
            return text.strip() in ("1", "true")
        if kind == "e":
            return ErrorValue(text)
        if kind == "d":
            return _iso_day(text.strip())
        raise BookUnreadableError("sheet-damaged")

    def _number(self, number: float, style: str) -> CellValue:
        if not math.isfinite(number):
            return ErrorValue("#NUM!")
        if style in self._date_styles:
            day = date_of(number, self._date1904)
            if day is not None:
                return day
        return number

    def _shared(self, text: str) -> str:
        index = int(text)
        strings = self._strings()
        if not 0 <= index < len(strings):
            raise BookUnreadableError("sheet-damaged")
        return strings[index]


def _iso_day(text: str) -> CellValue:
    """Day of an ISO date; a time of day or a duration stays text."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text
