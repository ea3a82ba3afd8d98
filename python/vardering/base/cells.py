"""Cell values as a workbook holds them, and cell addresses.

A cell is empty (``None``), a number (always ``float``), text, a date, a truth value or an error value.
Empty, zero, empty text and error value are four different things here and stay so.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from vardering.base.light_dataclasses import dataclass

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An error value in a cell, such as ``#DIV/0!``."""

    code: str


NOT_CALCULATED = ErrorValue("NOT_CALCULATED")
"""A formula whose value was never stored: the file was made by a program that does not calculate."""

CellValue = float | str | bool | date | ErrorValue | None


@cache
def column_letters(column: int) -> str:
    """Letters of a column, counted from 1.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(65 + remainder) + letters
    return letters


def column_number(letters: str) -> int:
    """Number of a column, counted from 1.

    >>> column_number("XFD")
    16384
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def quoted_sheet(sheet: str) -> str:
    """A sheet name as it stands in a formula: always quoted, its own quotes doubled."""
    return "'" + sheet.replace("'", "''") + "'"


_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z")


def parse_cell(text: str) -> tuple[int, int]:
    """Row and column of an address such as ``$B$7``, both counted from 1. Raises ``ValueError``."""
    match = _CELL.match(text)
    if match is None:
        raise ValueError(text)
    row, column = int(match[2]), column_number(match[1])
    if not (1 <= row <= MAX_ROW and column <= MAX_COLUMN):
        raise ValueError(text)
    return row, column


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """One cell of one sheet; row and column are counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """Address within the sheet: ``F12``."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def reference(self) -> str:
        """Absolute reference for a formula: ``'Effekter'!$F$12``."""
        return f"{quoted_sheet(self.sheet)}!${column_letters(self.column)}${self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.a1}"


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A rectangle of cells on one sheet; all bounds are inclusive and counted from 1."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def height(self) -> int:
        """Number of rows."""
        return self.last_row - self.row + 1

    @property
    def width(self) -> int:
        """Number of columns."""
        return self.last_column - self.column + 1

    @property
    def a1(self) -> str:
        """Address within the sheet without dollar signs: ``B2:F40``, ``B2`` for a single cell."""
        first = f"{column_letters(self.column)}{self.row}"
        last = f"{column_letters(self.last_column)}{self.last_row}"
        return first if first == last else f"{first}:{last}"

    @property
    def reference(self) -> str:
        """Absolute reference for a formula, a chart or a name: ``'Resultat'!$B$2:$F$40``."""
        first = f"${column_letters(self.column)}${self.row}"
        last = f"${column_letters(self.last_column)}${self.last_row}"
        return f"{quoted_sheet(self.sheet)}!{first}" + ("" if first == last else f":{last}")

    def position(self, row_offset: int, column_offset: int) -> Position:
        """The cell that lies so many rows down and columns right of the first, from 0."""
        return Position(self.sheet, self.row + row_offset, self.column + column_offset)

    def cells(self) -> Iterator[tuple[int, int]]:
        """All (row, column) pairs, row by row."""
        for row in range(self.row, self.last_row + 1):
            for column in range(self.column, self.last_column + 1):
                yield row, column


def parse_area(sheet: str, text: str) -> Area:
    """The area that ``B2:F40``, ``$B$2`` and the like name on a sheet. Raises ``ValueError``."""
    first, _, last = text.partition(":")
    row, column = parse_cell(first)
    last_row, last_column = parse_cell(last) if last else (row, column)
    if last_row < row or last_column < column:
        raise ValueError(text)
    return Area(sheet, row, column, last_row, last_column)
