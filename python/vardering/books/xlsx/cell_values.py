"""What a cell holds: its stored value, typed."""

import math
from collections.abc import Callable, Sequence
from datetime import date

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue
from vardering.base.day_serials import date_of
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.shared_strings import cell_text
from vardering.books.xlsx.sheet_scan import ScannedCell


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
