"""What differs between the inputs of two workbooks: each row and value in words, with its cell in each file."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from vardering.base.cells import CellValue, Position
from vardering.base.light_dataclasses import dataclass
from vardering.model.assumptions import OwnProfile
from vardering.model.case import Case
from vardering.model.comparison import CaseChange
from vardering.model.record import Record
from vardering.texts import comparison_texts
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.contract.fields import STYLE_SUFFIX, Column, InputTable, InputValue
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS, PARAMETERS
from vardering.workbook.filling import cell_for
from vardering.workbook.presenting.input_places import InputPlaces

TABLES: Mapping[str, tuple[str, InputTable]] = {
    table.case_field: (sheet.name, table) for sheet in KALKYL.sheets for table in sheet.tables
}
VALUES: Mapping[str, tuple[str, InputValue]] = {
    value.field: (sheet.name, value) for sheet in KALKYL.sheets for value in sheet.values
}
PARAMETER_VALUES = {row.field: InputValue("", row.key, row.field, row.type, row.help) for row in PARAMETER_ROWS}
PARAMETER_SHEET_NAME = next(sheet.name for sheet in KALKYL.sheets if PARAMETERS in sheet.tables)


class Sort(StrEnum):
    """What became of an input, in Swedish."""

    ADDED = comparison_texts.ADDED
    REMOVED = comparison_texts.REMOVED
    CHANGED = comparison_texts.CHANGED


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One cell that differs: its heading, what it holds in each file and where. ``suffix`` is that of its style."""

    heading: str
    suffix: str
    before: CellValue
    after: CellValue
    where_before: Position | None
    where_after: Position | None


@dataclass(frozen=True, slots=True)
class InputDifference:
    """One row or single value that differs: the sheet and table it stands in, what it is, and each field."""

    change: CaseChange
    sheet: str
    subject: str
    fields: tuple[FieldDifference, ...]

    @property
    def sort(self) -> Sort:
        """Whether it was added, is gone or changed. A single value is always there."""
        if self.change.before is None and isinstance(self.change.after, Record):
            return Sort.ADDED
        if self.change.after is None and isinstance(self.change.before, Record):
            return Sort.REMOVED
        return Sort.CHANGED


def input_differences(
    changes: Sequence[CaseChange], cases: tuple[Case, Case], places: tuple[InputPlaces, InputPlaces]
) -> tuple[InputDifference, ...]:
    """The changes between two cases in words, one for each, in the order of the changes."""
    return tuple(_difference(change, cases, places) for change in changes)


def _difference(
    change: CaseChange, cases: tuple[Case, Case], places: tuple[InputPlaces, InputPlaces]
) -> InputDifference:
    if change.case_field == "assumptions":
        fields = tuple(_parameter_fields(change, places))
        return InputDifference(change, PARAMETER_SHEET_NAME, PARAMETER_VALUES[change.key].label, fields)
    if change.case_field in TABLES:
        sheet, table = TABLES[change.case_field]
        return InputDifference(change, sheet, _subject(change, cases), tuple(_row_fields(change, table, places)))
    path = f"{change.case_field}.{change.key}"
    sheet, value = VALUES[path]
    field = field_difference(value, (change.before, change.after), (places[0].value(path), places[1].value(path)))
    return InputDifference(change, sheet, value.label, (field,))


def _subject(change: CaseChange, cases: tuple[Case, Case]) -> str:
    """The row's key, and the name of the row or of the effect that it belongs to."""
    row = change.before if change.after is None else change.after
    name = str(getattr(row, "name", "") or getattr(row, "role", ""))
    if change.case_field == "decisions":
        names = {effect.id: effect.name for case in cases for effect in case.effects}
        name = f"{names.get(change.key, '')}, {comparison_texts.DECISION}".removeprefix(", ")
    if change.case_field == "assessment":
        return str(cell_for(TABLES["assessment"][1].columns[0], row.area))
    return change.key if name in ("", change.key) else f"{change.key} {name}"


def _row_fields(
    change: CaseChange, table: InputTable, places: tuple[InputPlaces, InputPlaces]
) -> Iterator[FieldDifference]:
    rows = (change.before, change.after)
    if any(isinstance(row, OwnProfile) for row in rows):
        yield from _profile_fields(change, places)
        return
    # A column that only explains is nobody's input.
    for column in (column for column in table.columns if column.field in table.record.field_names):
        values = tuple(None if row is None else getattr(row, column.field) for row in rows)
        if values[0] != values[1] and not (None in rows and column.field == table.record.field_names[0]):
            where = tuple(
                None if row is None else place.cell(change.case_field, row, column.field)
                for row, place in zip(rows, places, strict=True)
            )
            field = field_difference(column, (values[0], values[1]), (where[0], where[1]))
            if field.before != field.after:
                yield field


def _profile_fields(change: CaseChange, places: tuple[InputPlaces, InputPlaces]) -> Iterator[FieldDifference]:
    """One field for each year whose factor differs."""
    factors = [() if row is None else row.factors for row in (change.before, change.after)]
    where = [
        None if row is None else place.cell(change.case_field, row, "name")
        for row, place in zip((change.before, change.after), places, strict=True)
    ]
    for index in range(max(map(len, factors))):
        before, after = (years[index] if index < len(years) else None for years in factors)
        if before != after:
            heading = comparison_texts.FACTOR_OF_YEAR.format(number=index + 1)
            yield FieldDifference(heading, "number", before, after, where[0], where[1])


def _parameter_fields(change: CaseChange, places: tuple[InputPlaces, InputPlaces]) -> Iterator[FieldDifference]:
    """Value, year, source and status of a parameter."""
    where = (places[0].parameter(change.key), places[1].parameter(change.key))
    for column in PARAMETERS.columns:
        if column.field in ("value", "valid_year", "source", "status"):
            declared = PARAMETER_VALUES[change.key] if column.field == "value" else column
            values = tuple(getattr(parameter, column.field) for parameter in (change.before, change.after))
            if values[0] != values[1]:
                yield field_difference(declared, (values[0], values[1]), where, column.heading)


def field_difference(
    declared: Column | InputValue,
    values: tuple[Any, Any],
    where: tuple[Position | None, Position | None],
    heading: str = "",
) -> FieldDifference:
    """A field of two values of the model, as their cells show them; its heading where none is given."""
    own = declared.heading if isinstance(declared, Column) else declared.label
    before, after = (cell_for(declared, value) for value in values)
    return FieldDifference(heading or own, STYLE_SUFFIX[declared.type], before, after, where[0], where[1])
