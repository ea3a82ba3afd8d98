"""Cell values as Excel hands them over, and as it takes them.

``Value`` says what a cell is (a date, a currency amount), ``Value2`` holds it exactly: currency comes cut to four
decimals in ``Value``. Error values are whole numbers, which no figure of a cell ever is.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue

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
