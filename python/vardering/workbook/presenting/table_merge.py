"""Refreshing a table that the product and people share: rows are found by key, and only calculated cells are written.

People's columns, their own rows' order, their styles and their notes stay. New rows come last. Rows whose subject is
gone are kept, with what says so.
"""

from collections.abc import Mapping, Sequence

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook.change_set import Block, CellWrite, RowHeight, TableResize
from vardering.workbook.contract.fields import STYLE_SUFFIX, Column, InputTable
from vardering.workbook.filling import cell_for
from vardering.workbook.reading.tables import is_blank
from vardering.workbook.row_heights import height_for
from vardering.workbook.snapshot import TableSnapshot

Fields = Mapping[str, object]
"""A row's model values by field."""
Key = tuple[str, ...]


@dataclass(slots=True)
class MergedTable:
    """What a refresh writes."""

    blocks: list[Block] = field(default_factory=list)
    owned: list[Area] = field(default_factory=list)
    heights: list[RowHeight] = field(default_factory=list)
    resize: TableResize | None = None


def merge_table(
    table: TableSnapshot, declared: InputTable, keys: Sequence[str], rows: Sequence[Fields], gone: Fields
) -> MergedTable:
    """Refresh a table with ``rows``; ``keys`` are the fields that a row is known by.

    ``gone`` is what calculated cells of rows that are no longer among them hold instead; other cells stay.
    """
    merged = MergedTable()
    now = {_key_of(row, keys): row for row in rows}
    key_columns = [table.headings.index(declared.column(name).heading) for name in keys]
    seen: set[Key] = set()
    last_used = -1
    for index, cells in enumerate(table.rows):
        if all(is_blank(cell) for cell in cells):
            continue
        last_used = index
        key = tuple(_key_text(cells[column]) for column in key_columns)
        if key in seen or not any(key):
            continue
        seen.add(key)
        _refresh(merged, table, declared, index, now.get(key, gone))
    number = table.area.row + 1 + last_used
    for key, row in now.items():
        if key not in seen:
            number += 1
            _append(merged, table, declared, number, row)
    if number > table.area.last_row:
        area = table.area
        merged.resize = TableResize(table.name, Area(area.sheet, area.row, area.column, number, area.last_column))
    return merged


def _key_of(row: Fields, keys: Sequence[str]) -> Key:
    return tuple(_key_text(row[name]) for name in keys)


def _key_text(value: object) -> str:
    """A key as text, the same for a year of the model and of a cell; empty for nothing."""
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    return "" if value is None else str(value).strip()


def _refresh(merged: MergedTable, table: TableSnapshot, declared: InputTable, index: int, row: Fields) -> None:
    """The calculated cells of a row that hold something else than they should."""
    held = table.rows[index]
    content: list[CellValue] = list(held)
    writes: list[CellWrite | None] = [None] * table.area.width
    for column, place in _placed(table, declared):
        if column.calculated and column.field in row:
            value = cell_for(column, row[column.field])
            if value != held[place]:
                writes[place], content[place] = CellWrite(value), value
    if any(write is not None for write in writes):
        number = table.area.row + 1 + index
        _put(merged, table, number, writes)
        _fit(merged, table, declared, number, content)


def _append(merged: MergedTable, table: TableSnapshot, declared: InputTable, number: int, row: Fields) -> None:
    content: list[CellValue] = [None] * table.area.width
    writes: list[CellWrite | None] = [None] * table.area.width
    for column, place in _placed(table, declared):
        value = cell_for(column, row.get(column.field))
        content[place] = value
        is_key = column.required and not column.calculated
        role = "label" if is_key else f"{'calculated' if column.calculated else 'input'}_{STYLE_SUFFIX[column.type]}"
        writes[place] = CellWrite(value, None, role)
    _put(merged, table, number, writes)
    _fit(merged, table, declared, number, content)


def _placed(table: TableSnapshot, declared: InputTable) -> list[tuple[Column, int]]:
    """The columns that the table has, with their places; one that people deleted is left out."""
    return [
        (column, table.headings.index(column.heading))
        for column in declared.columns
        if column.heading in table.headings
    ]


def _put(merged: MergedTable, table: TableSnapshot, number: int, writes: list[CellWrite | None]) -> None:
    area = Area(table.area.sheet, number, table.area.column, number, table.area.last_column)
    merged.blocks.append(Block(area, (tuple(writes),)))
    if number <= table.area.last_row:
        merged.owned.append(area)


def _fit(
    merged: MergedTable, table: TableSnapshot, declared: InputTable, number: int, content: Sequence[CellValue]
) -> None:
    """A row high enough for the text in our columns."""
    heights = [height_for(content[place], "text", column.width) or 0.0 for column, place in _placed(table, declared)]
    if max(heights, default=0.0):
        merged.heights.append(RowHeight(table.area.sheet, number, max(heights)))
