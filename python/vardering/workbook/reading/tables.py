"""From an input table to the records of the case."""

from collections.abc import Sequence

from vardering.base.cells import CellValue, Position
from vardering.base.faults import BookForeignError
from vardering.base.light_dataclasses import dataclass
from vardering.model.record import Record
from vardering.workbook.contract.fields import CellType, Column, InputTable
from vardering.workbook.reading.cell_reader import CellReader, shown
from vardering.workbook.reading.places import Correction, RowPlace
from vardering.workbook.reading.records import made
from vardering.workbook.snapshot import Snapshot, TableSnapshot


@dataclass(frozen=True, slots=True)
class TableReading:
    """Records of a table with the row each came from; both in sheet order."""

    records: tuple[Record, ...] = ()
    places: tuple[RowPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class UsedRow:
    """A row that somebody filled in: its place and its cells by model field (fields of missing columns left out)."""

    place: RowPlace
    cells: dict[str, CellValue]


def is_blank(cell: CellValue) -> bool:
    """Whether a cell holds nothing that can be seen."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def used_rows(snapshot: Snapshot, declared: InputTable, version: int, reader: CellReader) -> list[UsedRow]:
    """The rows of a table that are filled in; notes content directly under it.

    ``version`` is the workbook's contract version: columns newer than it may be missing. Raises
    ``BookForeignError`` "table-missing" or "heading-missing" for what the workbook should have.
    """
    table = snapshot.tables.get(declared.name)
    if table is None:
        raise BookForeignError("table-missing", table=declared.name, title=declared.title)
    columns = _columns(declared, table, version)
    for index, cell in enumerate(table.below):
        if not is_blank(cell):
            where = Position(table.area.sheet, table.area.last_row + 1, table.area.column + index)
            reader.error("content-under-table", where, title=declared.title, value=shown(cell))
            break
    rows = []
    for row_index, row in enumerate(table.rows):
        cells = {column.field: row[index] for column, index in columns}
        if any(not is_blank(cell) for name, cell in cells.items() if name != declared.key_field):
            rows.append(UsedRow(RowPlace(declared, table, row_index), cells))
    return rows


def _columns(declared: InputTable, table: TableSnapshot, version: int) -> list[tuple[Column, int]]:
    found: list[tuple[Column, int]] = []
    for column in declared.columns:
        if column.given:
            continue
        index = table.column_index(column.heading)
        if index is not None:
            found.append((column, index))
        elif column.since <= version:
            raise BookForeignError(
                "heading-missing", table.area.position(0, 0), heading=column.heading, title=declared.title
            )
    return found


def read_table(snapshot: Snapshot, declared: InputTable, version: int, reader: CellReader) -> TableReading:
    """The records of an input table. A used row without an id is given the next free one."""
    rows = used_rows(snapshot, declared, version, reader)
    taken = {str(row.cells.get("id")).strip() for row in rows}
    records: list[Record] = []
    places: list[RowPlace] = []
    for row in rows:
        fields = read_fields(declared.columns, row, _with_id(declared, row, taken, reader), reader)
        record = made(declared.record, fields)
        if record is not None:
            records.append(record)
            places.append(row.place)
    return TableReading(tuple(records), tuple(places))


def _with_id(declared: InputTable, row: UsedRow, taken: set[str], reader: CellReader) -> dict[str, CellValue]:
    """The row's cells, with a new id noted as a correction where the row lacks one."""
    if not declared.id_prefix or not is_blank(row.cells.get("id")):
        return row.cells
    number = 1
    while f"{declared.id_prefix}{number}" in taken:
        number += 1
    new_id = f"{declared.id_prefix}{number}"
    taken.add(new_id)
    where = row.place.cell("id")
    reader.corrections.append(Correction(where, row.cells.get("id"), new_id, "input_text"))
    reader.notice("id-given", where, id=new_id)
    return {**row.cells, "id": new_id}


def read_fields(
    columns: Sequence[Column], row: UsedRow, cells: dict[str, CellValue], reader: CellReader
) -> dict[str, object]:
    """The model's values of a row by field; empty cells are left out so that the model's defaults hold."""
    fields: dict[str, object] = {}
    for column in columns:
        cell = cells.get(column.field)
        if column.field not in cells or (not column.required and is_blank(cell)):
            continue
        where = row.place.cell(column.field)
        value = reader.read(column, cell, where)
        if value is not None:
            fields[column.field] = value
            _warn_of_share(column, cell, where, reader)
    return fields


def _warn_of_share(column: Column, cell: CellValue, where: Position, reader: CellReader) -> None:
    """A per cent column that holds 0.9 was probably meant as 90 per cent."""
    may_be_share = column.type is CellType.PER_CENT and column.maximum == 100
    if may_be_share and isinstance(cell, float) and 0 < cell < 1:
        reader.warning("looks-like-share", where, heading=column.heading, value=shown(cell), meant=shown(cell * 100))
