"""What people wrote differently in the plan and its follow-up of two workbooks. Calculated columns are left out."""

from collections.abc import Iterator

from vardering.base.cells import Position
from vardering.model.comparison import CaseChange, row_changes
from vardering.model.record import Record
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.contract.fields import Column, InputTable
from vardering.workbook.presenting.input_differences import FieldDifference, InputDifference, field_difference
from vardering.workbook.reading.case_reader import contract_version
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.places import RowPlace
from vardering.workbook.reading.tables import TableReading, read_table
from vardering.workbook.snapshot import Snapshot


def plan_differences(before: Snapshot, after: Snapshot) -> tuple[InputDifference, ...]:
    """The rows of the plan and its follow-up that differ in what people wrote; a workbook without them has no rows.

    Raises ``BookForeignError`` where a sheet lacks a heading that it should have.
    """
    return tuple(
        difference
        for sheet in KALKYL.plan_sheets
        for table in sheet.tables
        for difference in _table_differences(sheet.name, table, _read(before, table), _read(after, table))
    )


def _read(snapshot: Snapshot, table: InputTable) -> TableReading:
    if table.name not in snapshot.tables:
        return TableReading()
    return read_table(snapshot, table, contract_version(snapshot), CellReader())


def _table_differences(
    sheet: str, table: InputTable, before: TableReading, after: TableReading
) -> Iterator[InputDifference]:
    places = {
        id(row): place
        for reading in (before, after)
        for row, place in zip(reading.records, reading.places, strict=True)
    }
    written = [column for column in table.columns[1:] if not column.calculated]
    for change in row_changes(table.name, before.records, after.records):
        fields = tuple(_fields(change, written, places))
        if fields:
            row = change.after if change.before is None else change.before
            subject = f"{change.key} {getattr(row, 'name', '')}".rstrip()
            yield InputDifference(change, sheet, subject, fields)


def _fields(change: CaseChange, columns: list[Column], places: dict[int, RowPlace]) -> Iterator[FieldDifference]:
    rows = (change.before, change.after)
    for column in columns:
        before, after = (None if row is None else getattr(row, column.field) for row in rows)
        if before != after:
            where = tuple(_cell(row, column, places) for row in rows)
            field = field_difference(column, (before, after), (where[0], where[1]))
            if field.before != field.after:
                yield field


def _cell(row: Record | None, column: Column, places: dict[int, RowPlace]) -> Position | None:
    return None if row is None else places[id(row)].cell(column.field)
