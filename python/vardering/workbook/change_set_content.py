"""A ChangeSet without series as plain lists (JSON) and back, so that what takes a run back can be kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, RowHeight, TableResize


def content_of(change_set: ChangeSet) -> dict[str, object]:
    """Areas and cells as lists, a day as {"day": …}, an error value as {"error": …}."""
    return {
        "blocks": [
            [bounds(block.area), [[_written(write) for write in row] for row in block.rows]]
            for block in change_set.blocks
        ],
        "resizes": [[each.table, bounds(each.area)] for each in change_set.resizes],
        "names": [[each.name, bounds(each.area)] for each in change_set.names],
        "heights": [[each.sheet, each.row, each.points] for each in change_set.heights],
    }


def change_set_of(content: Mapping[str, Any]) -> ChangeSet:
    """The ChangeSet that was kept; every block is owned. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    blocks = tuple(
        Block(Area(*area), tuple(tuple(_write(cell) for cell in row) for row in rows))
        for area, rows in content["blocks"]
    )
    return ChangeSet(
        expects="",
        owned=tuple(block.area for block in blocks),
        blocks=blocks,
        resizes=tuple(TableResize(table, Area(*area)) for table, area in content["resizes"]),
        names=tuple(NameWrite(name, Area(*area)) for name, area in content["names"]),
        heights=tuple(RowHeight(*each) for each in content["heights"]),
    )


def areas_of(kept: Mapping[str, list[Any]]) -> dict[str, Area]:
    """Areas by name, from their bounds. Raises ``TypeError``."""
    return {name: Area(*area) for name, area in kept.items()}


def bounds(area: Area) -> list[str | int]:
    """Sheet, row, column, last row and last column."""
    return [area.sheet, area.row, area.column, area.last_row, area.last_column]


def _written(write: CellWrite | None) -> object:
    return None if write is None else [_kept(write.value), write.formula, write.style]


def _write(cell: list[Any] | None) -> CellWrite | None:
    return None if cell is None else CellWrite(_value(cell[0]), cell[1], cell[2])


def _kept(value: CellValue) -> object:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return {"error": value.code} if isinstance(value, ErrorValue) else value


def _value(kept: Any) -> CellValue:  # noqa: ANN401 – what JSON holds
    if isinstance(kept, dict):
        makers: dict[str, Callable[[str], CellValue]] = {"day": date.fromisoformat, "error": ErrorValue}
        ((sort, value),) = kept.items()
        return makers[sort](value)
    return float(kept) if isinstance(kept, int) and not isinstance(kept, bool) else kept
