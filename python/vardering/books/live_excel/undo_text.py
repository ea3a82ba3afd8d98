"""An undo as text (JSON) and back, so that it can be kept until the next click."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.books.live_excel.charts import Curve
from vardering.books.live_excel.undo import Undo
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, RowHeight, TableResize


def undo_text(undo: Undo) -> str:
    """The undo as JSON: areas and cells as lists, a day as {"day": …}, an error value as {"error": …}."""
    change_set = undo.change_set
    content = {
        "blocks": [
            [_bounds(block.area), [[_written(write) for write in row] for row in block.rows]]
            for block in change_set.blocks
        ],
        "resizes": [[each.table, _bounds(each.area)] for each in change_set.resizes],
        "names": [[each.name, _bounds(each.area)] for each in change_set.names],
        "heights": [[each.sheet, each.row, each.points] for each in change_set.heights],
        "tables_after": {name: _bounds(area) for name, area in undo.tables.items()},
        "names_after": {name: _bounds(area) for name, area in undo.names.items()},
        "curves": [[each.sheet, each.chart, each.index, each.formula] for each in undo.curves],
        "left": undo.left,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def undo_of(text: str) -> Undo:
    """The undo that was kept. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else."""
    content = json.loads(text)
    blocks = tuple(
        Block(Area(*bounds), tuple(tuple(_write(cell) for cell in row) for row in rows))
        for bounds, rows in content["blocks"]
    )
    change_set = ChangeSet(
        expects="",
        owned=tuple(block.area for block in blocks),
        blocks=blocks,
        resizes=tuple(TableResize(table, Area(*bounds)) for table, bounds in content["resizes"]),
        names=tuple(NameWrite(name, Area(*bounds)) for name, bounds in content["names"]),
        heights=tuple(RowHeight(*each) for each in content["heights"]),
    )
    left = content["left"]
    return Undo(
        change_set,
        _areas(content["tables_after"]),
        _areas(content["names_after"]),
        tuple(Curve(*each) for each in content["curves"]),
        None if left is None else tuple(tuple(tuple(row) for row in grid) for grid in left),
    )


def _areas(kept: dict[str, list[Any]]) -> dict[str, Area]:
    return {name: Area(*bounds) for name, bounds in kept.items()}


def _bounds(area: Area) -> list[str | int]:
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
