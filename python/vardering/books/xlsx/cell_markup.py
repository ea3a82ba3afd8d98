"""The markup of one cell that we write (ECMA-376 18.3.1.4)."""

import math
from datetime import date

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue, Position, column_letters
from vardering.base.day_serials import serial_of
from vardering.base.faults import BookNotWrittenError
from vardering.books.xlsx.cell_text import encoded
from vardering.books.xlsx.limits import MAX_FORMULA, MAX_TEXT
from vardering.books.xlsx.xml_source import escaped_text
from vardering.workbook.change_set import CellWrite

_WHOLE_BELOW = 1e15


def number_text(number: float) -> str:
    """The shortest text that reads back as the same number. Raises ``ValueError`` for what is no finite number.

    >>> number_text(5.0), number_text(0.1), number_text(1e22)
    ('5', '0.1', '1E+22')
    """
    if -_WHOLE_BELOW < number < _WHOLE_BELOW and number % 1 == 0:
        return str(int(number))
    if not math.isfinite(number):
        raise ValueError("a cell holds finite numbers only")
    return repr(float(number)).upper()


class CellMarkup:
    """Writes the cells of one sheet, with the sheet's namespace prefix and the workbook's calendar."""

    def __init__(self, sheet: str, prefix: bytes, date1904: bool) -> None:
        self._sheet = sheet
        self._prefix = prefix.decode()
        self._date1904 = date1904
        p = self._prefix
        self._cell = f'<{p}c r="'
        self._cell_end = f"</{p}c>"
        self._value_start, self._value_end = f"<{p}v>", f"</{p}v>"
        self._text_start, self._text_end = f'<{p}is><{p}t xml:space="preserve">', f"</{p}t></{p}is>"

    def cell(self, row: int, column: int, write: CellWrite, style: str) -> bytes:
        """A ``c`` element; empty where it would say nothing. ``style`` is the cell's ``s``.

        Raises ``BookNotWrittenError`` "text-too-long", "formula-too-long", "date-before-calendar"; ``ValueError``
        for a number that is not finite.
        """
        value, formula = write.value, write.formula
        kind = content = ""
        if value is not None or formula is not None:
            try:
                kind, content = self._content(value, formula is not None)
                if formula is not None:
                    content = self._formula(formula) + content
            except BookNotWrittenError as refusal:
                where = Position(self._sheet, row, column)
                raise BookNotWrittenError(refusal.fault.code, where, **refusal.fault.arguments) from refusal
        if not content and style == "0":
            return b""
        opening = f'{self._cell}{column_letters(column)}{row}"'
        if style != "0":
            opening = f'{opening} s="{style}"'
        return (f"{opening}{kind}>{content}{self._cell_end}" if content else f"{opening}{kind}/>").encode()

    def empty(self, row: int, column: int) -> bytes:
        """A ``c`` element that holds nothing."""
        return f'<{self._prefix}c r="{column_letters(column)}{row}"/>'.encode()

    def _formula(self, formula: str) -> str:
        text = formula.removeprefix("=")
        if len(text) > MAX_FORMULA:
            raise BookNotWrittenError("formula-too-long", limit=MAX_FORMULA)
        return f"<{self._prefix}f>{escaped_text(encoded(text))}</{self._prefix}f>"

    def _content(self, value: CellValue, is_stored: bool) -> tuple[str, str]:
        """The ``t`` attribute and what stands between the tags; ``is_stored`` says that a formula gave the value."""
        if value is None:
            return "", ""
        if isinstance(value, str):
            return self._text(value, is_stored)
        if isinstance(value, bool):
            return ' t="b"', self._value(str(int(value)))
        if isinstance(value, ErrorValue):
            if value == NOT_CALCULATED:
                return "", ""
            return ' t="e"', self._value(escaped_text(value.code))
        if isinstance(value, date):
            return "", self._value(str(self._serial(value)))
        return "", self._value(number_text(value))

    def _serial(self, day: date) -> int:
        try:
            return serial_of(day, self._date1904)
        except ValueError as error:
            raise BookNotWrittenError("date-before-calendar", date=day.isoformat()) from error

    def _text(self, text: str, is_stored: bool) -> tuple[str, str]:
        # A character is one or two of the units that Excel counts.
        if len(text) * 2 > MAX_TEXT and len(text.encode("utf-16-le", "replace")) > MAX_TEXT * 2:
            raise BookNotWrittenError("text-too-long", limit=MAX_TEXT)
        written = escaped_text(encoded(text))
        if is_stored:
            return ' t="str"', self._value(written)
        return ' t="inlineStr"', f"{self._text_start}{written}{self._text_end}"

    def _value(self, text: str) -> str:
        return f"{self._value_start}{text}{self._value_end}"
