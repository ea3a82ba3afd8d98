"""From a cell to a value of the model: what people write, understood or refused with a reason.

Text that is plainly a number ("1 234,5", with an ordinary, no-break or thin space) is understood, and the cell
is corrected. What could mean two things ("1.234") or is no figure ("ca 100") is refused.
"""

import re
from datetime import date

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue
from vardering.base.light_dataclasses import dataclass
from vardering.base.units import share_from_per_cent
from vardering.workbook.contract.fields import NUMERIC, CellType, Column, InputValue
from vardering.workbook.contract.word_lists import NO, WORD_LISTS, YES


@dataclass(frozen=True, slots=True)
class Coerced:
    """The model's value of a cell; with ``fault`` (a code) there is none.

    ``corrected`` is what the cell should hold instead (None: it is fine as it is).
    """

    value: object = None
    fault: str = ""
    corrected: CellValue = None


EMPTY = Coerced()

_SPACES = "[\\s\u00a0\u202f\u2009]+"
_GROUPED = r"[+-]?\d{1,3}( \d{3})+(,\d+)?\Z"
_PLAIN = r"[+-]?(\d+|\d*[.,]\d+)\Z"
_AMBIGUOUS = r"[+-]?\d{1,3}(\.\d{3})+\Z"
_UNIT = r"(?i)\s*(kr|kronor|%|procent|st|tim|timmar)\.?\Z"


def number_from_text(text: str) -> float | None:
    """The number that a Swedish text plainly states, None if it states none or could mean two.

    >>> number_from_text("1 234,5"), number_from_text("ca 100"), number_from_text("1.234")
    (1234.5, None, None)
    """
    plain = re.sub(_UNIT, "", re.sub(_SPACES, " ", text).strip().replace("\u2212", "-"))
    if re.match(_AMBIGUOUS, plain):
        return None
    if re.match(_GROUPED, plain) or re.match(_PLAIN, plain):
        return float(plain.replace(" ", "").replace(",", "."))
    return None


def coerce(column: Column | InputValue, cell: CellValue) -> Coerced:
    """What a cell of this column or value means. Empty, empty text and blanks give no value and no fault."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return EMPTY
    if isinstance(cell, ErrorValue):
        return Coerced(fault="formula-not-calculated" if cell == NOT_CALCULATED else "cell-error-value")
    if column.type in NUMERIC:
        return _number(column, cell)
    if column.type is CellType.DATE:
        return _date(cell)
    if column.type is CellType.CHOICE:
        return _choice(column, _text(cell))
    if column.type is CellType.YES_NO:
        return _yes_no(cell)
    return Coerced(_text(cell))


def _number(column: Column | InputValue, cell: CellValue) -> Coerced:
    if isinstance(cell, date):
        return Coerced(fault="date-instead-of-number")
    number = number_from_text(cell) if isinstance(cell, str) else cell
    if isinstance(number, bool) or not isinstance(number, float):
        return Coerced(fault=_no_number_fault(column))
    corrected = number if isinstance(cell, str) else None
    fault = _limit_fault(column, number)
    if fault:
        return Coerced(fault=fault)
    if column.type in (CellType.WHOLE, CellType.YEAR):
        if not number.is_integer():
            return Coerced(fault="not-a-whole-number")
        return Coerced(int(number), corrected=corrected)
    value = share_from_per_cent(number) if column.type is CellType.PER_CENT else number
    return Coerced(value, corrected=corrected)


def _no_number_fault(column: Column | InputValue) -> str:
    """By the sort of column, for the advice: only some have a low and a high beside them."""
    if column.type is CellType.YEAR:
        return "not-a-year"
    in_range = isinstance(column, Column) and column.field.endswith(("_low", "_likely", "_high"))
    return "not-a-number-in-range" if in_range else "not-a-number"


def _limit_fault(column: Column | InputValue, number: float) -> str:
    below = column.minimum is not None and number < column.minimum
    above = column.maximum is not None and number > column.maximum
    if below and column.minimum == 0:
        return "negative-value"
    if (below or above) and column.type is CellType.PER_CENT and column.minimum is not None and column.minimum < 0:
        return "rate-out-of-range"
    return "value-out-of-range" if below or above else ""


def _date(cell: CellValue) -> Coerced:
    if isinstance(cell, date):
        return Coerced(cell)
    if isinstance(cell, str):
        try:
            day = date.fromisoformat(cell.strip())
        except ValueError:
            return Coerced(fault="not-a-date")
        return Coerced(day, corrected=day)
    return Coerced(fault="not-a-date")


def _choice(column: Column | InputValue, text: str) -> Coerced:
    words = WORD_LISTS[column.choices]
    for word, code in words.items():
        if word.casefold() == text.casefold():
            return Coerced(code)
    return Coerced(fault="unknown-list-value")


def _yes_no(cell: CellValue) -> Coerced:
    if isinstance(cell, bool):
        return Coerced(cell)
    word = _text(cell).casefold()
    if word in (YES, NO):
        return Coerced(word == YES)
    return Coerced(fault="not-yes-or-no")


def _text(cell: CellValue) -> str:
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) else repr(cell).replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
