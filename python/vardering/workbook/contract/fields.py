"""The vocabulary the contract is declared in: columns, tables, single values and sheets.

One declaration builds the template, the validation, the reader, the writer, the findings and the field lists.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.record import Record


class CellType(StrEnum):
    """What a cell of a column holds. PER_CENT is shown as per cent and read as a share."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    KRONOR = "kronor"
    PER_CENT = "per_cent"
    YEAR = "year"
    DATE = "date"
    CHOICE = "choice"
    """A word from a closed list, read as its code."""
    NAMED = "named"
    """A word from a list of the workbook's own (categories, profiles, alternatives), read as text."""
    YES_NO = "yes_no"


NUMERIC = (CellType.NUMBER, CellType.WHOLE, CellType.KRONOR, CellType.PER_CENT, CellType.YEAR)

STYLE_SUFFIX: Mapping[CellType, str] = {
    CellType.TEXT: "text",
    CellType.NUMBER: "number",
    CellType.WHOLE: "whole",
    CellType.KRONOR: "kr",
    CellType.PER_CENT: "percent",
    CellType.YEAR: "year",
    CellType.DATE: "date",
    CellType.CHOICE: "text",
    CellType.NAMED: "text",
    CellType.YES_NO: "text",
}
"""Suffix of the style keys for a cell type: ``input_`` + suffix, ``copy_`` + suffix and so on."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an input table.

    ``heading`` is how it is found and holds only letters, digits and spaces, so that it can stand in a formula.
    ``field`` is the model's field. ``choices`` names the word list of a CHOICE or the range of a NAMED column.
    ``minimum`` and ``maximum`` are in the sheet's unit. ``since`` is the contract version that brought it.
    An ``advanced`` column is grouped out of sight. A ``calculated`` column is refreshed by the product,
    a ``given`` one holds its own text and is never read.
    """

    heading: str
    field: str
    type: CellType
    help: str
    width: float = 12
    required: bool = False
    choices: str = ""
    minimum: float | None = None
    maximum: float | None = None
    advanced: bool = False
    since: int = 1
    calculated: bool = False
    given: bool = False


@dataclass(frozen=True, slots=True)
class InputTable:
    """An Excel table that people fill in; every used row becomes one ``record`` in the case's ``case_field``.

    ``id_prefix`` gives spare rows their ids. ``key_field`` is prefilled: a row with nothing else is not used.
    """

    name: str
    title: str
    intro: str
    case_field: str
    record: type[Record]
    columns: tuple[Column, ...]
    spare_rows: int
    id_prefix: str = ""
    key_field: str = ""
    list_name: str = ""
    """Defined name of the cells of a column, where other columns choose from them."""
    list_field: str = ""
    """The field of that column; the first column where none is given."""
    advanced: bool = False
    since: int = 1

    def column(self, field_name: str) -> Column:
        """The column of a model field. Raises ``KeyError``."""
        for column in self.columns:
            if column.field == field_name:
                return column
        raise KeyError(field_name)


@dataclass(frozen=True, slots=True)
class InputValue:
    """A single value that people fill in: a labelled cell with a defined name.

    ``field`` is the path in the case, such as ``change.start_year``.
    """

    name: str
    label: str
    field: str
    type: CellType
    help: str
    required: bool = False
    choices: str = ""
    minimum: float | None = None
    maximum: float | None = None
    since: int = 1


Section = InputTable | tuple[InputValue, ...]


@dataclass(frozen=True, slots=True)
class InputSheet:
    """A sheet that people fill in: sections from top to bottom, each a heading with values or a table."""

    name: str
    title: str
    intro: str
    sections: tuple[tuple[str, Section], ...]
    tab_colour: str = "E0A100"

    @property
    def tables(self) -> tuple[InputTable, ...]:
        """The tables of the sheet in order."""
        return tuple(section for _, section in self.sections if isinstance(section, InputTable))

    @property
    def values(self) -> tuple[InputValue, ...]:
        """The single values of the sheet in order."""
        return tuple(value for _, section in self.sections if not isinstance(section, InputTable) for value in section)


@dataclass(frozen=True, slots=True)
class WorkbookContract:
    """All input sheets of one kind of workbook. ``version`` counts up when the contract changes.

    ``plan_sheets`` hold the realisation plan and its follow-up. They are declared in the same way, but are no part
    of the case: what is reported there never makes the calculation stale, and what is wrong there never stops it.
    """

    kind: str
    version: int
    title: str
    sheets: tuple[InputSheet, ...]
    plan_sheets: tuple[InputSheet, ...] = ()

    @property
    def plan_tables(self) -> tuple[InputTable, ...]:
        """Every table of the plan and its follow-up."""
        return tuple(table for sheet in self.plan_sheets for table in sheet.tables)

    @property
    def tables(self) -> tuple[InputTable, ...]:
        """Every input table of the case in sheet order."""
        return tuple(table for sheet in self.sheets for table in sheet.tables)

    @property
    def values(self) -> tuple[InputValue, ...]:
        """Every single value in sheet order."""
        return tuple(value for sheet in self.sheets for value in sheet.values)

    def table(self, name: str) -> InputTable:
        """The input table with this name. Raises ``KeyError``."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)
