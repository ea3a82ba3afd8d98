"""What a book holds, read once: every table and name of ours, every cell typed and with its address.

A pure value. Hosts make it (one read per table), nothing else touches the book until a ChangeSet is applied.
Tables and names are ours when their name starts with ``PREFIX``; sheet names and addresses are never relied on.
"""

from collections.abc import Mapping

from vardering.base.cells import Area, CellValue, Position
from vardering.base.light_dataclasses import dataclass

PREFIX = "vm_"


@dataclass(frozen=True, slots=True)
class SheetState:
    """A sheet of the book. ``password`` says that it is locked with a password, which is never ours."""

    name: str
    protected: bool = False
    password: bool = False
    visible: bool = True


@dataclass(frozen=True, slots=True)
class TableSnapshot:
    """An Excel table. ``area`` includes the heading row; ``rows`` are all its body rows, blank ones too.

    ``below`` is the row directly under the table, same columns (all None at the end of the sheet).
    """

    name: str
    area: Area
    headings: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    below: tuple[CellValue, ...]

    def column_index(self, heading: str) -> int | None:
        """Index of the column with this heading from 0, None where there is none."""
        return self.headings.index(heading) if heading in self.headings else None

    def position(self, row_index: int, column_index: int) -> Position:
        """Address of a body cell; both indices from 0."""
        return self.area.position(row_index + 1, column_index)


@dataclass(frozen=True, slots=True)
class NameSnapshot:
    """A defined name that refers to one area, with the values in it. Names that refer to anything else are left out."""

    name: str
    area: Area
    values: tuple[tuple[CellValue, ...], ...]

    @property
    def value(self) -> CellValue:
        """Value of the first cell."""
        return self.values[0][0]

    @property
    def position(self) -> Position:
        """Address of the first cell."""
        return self.area.position(0, 0)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that was read of one book. ``fingerprint`` is the SHA-256 of the file or of what was read.

    ``macros`` says that the book holds macros, which are never touched.
    """

    source: str
    fingerprint: str
    sheets: tuple[SheetState, ...]
    tables: Mapping[str, TableSnapshot]
    names: Mapping[str, NameSnapshot]
    macros: bool = False

    def sheet(self, name: str) -> SheetState | None:
        """The sheet with this name, None where there is none."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)
