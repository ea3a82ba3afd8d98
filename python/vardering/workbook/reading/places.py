"""Where every value of a case came from, so that each finding can name its cell."""

from collections.abc import Mapping

from vardering.base.cells import CellValue, Position
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.snapshot import NameSnapshot, TableSnapshot


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell whose content is understood and should be written properly: what it held and what it shall hold.

    Without ``style`` the cell keeps its own.
    """

    where: Position
    before: CellValue
    after: CellValue
    style: str | None


@dataclass(frozen=True, slots=True)
class RowPlace:
    """The sheet row that a record of the case was read from."""

    declared: InputTable
    table: TableSnapshot
    row_index: int

    def cell(self, field_name: str) -> Position:
        """Address of the cell of a model field; the row's first cell where the column is missing."""
        heading = self.declared.column(field_name).heading
        column = self.table.column_index(heading)
        return self.table.position(self.row_index, 0 if column is None else column)


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses by case field and index, by value path and by parameter field; words of each named list."""

    rows: Mapping[str, tuple[RowPlace, ...]] = field(default_factory=dict)
    values: Mapping[str, Position] = field(default_factory=dict)
    parameters: Mapping[str, Position] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def at(self, case_field: str, index: int, field_name: str) -> Position | None:
        """Address of a field of the index-th record of a case field; None where it did not come from a cell."""
        places = self.rows.get(case_field, ())
        return places[index].cell(field_name) if index < len(places) else None

    def value(self, path: str) -> Position | None:
        """Address of a single value by its path in the case."""
        return self.values.get(path)


def list_words(name: NameSnapshot) -> tuple[str, ...]:
    """The words in a named range, blanks left out."""
    words = (cell for row in name.values for cell in row[:1])
    return tuple(word.strip() for word in words if isinstance(word, str) and word.strip())
