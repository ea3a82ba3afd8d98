"""What takes a run back: the ChangeSet that is its inverse, and what the run left, so that nothing newer is undone."""

from collections.abc import Mapping
from itertools import chain

from vardering.base.cells import Area, Position
from vardering.base.faults import BookChangedError
from vardering.base.light_dataclasses import dataclass, replace
from vardering.books.live_excel.cell_values import Grid
from vardering.books.live_excel.charts import Curve
from vardering.books.live_excel.held import Held
from vardering.books.live_excel.reading import Found
from vardering.workbook.change_set import Block, ChangeSet
from vardering.workbook.inverse import inverse_of


@dataclass(frozen=True, slots=True)
class Undo:
    """The inverse of a run. ``tables`` and ``names`` are the areas it gave, ``curves`` the charts' series before it.

    ``left`` is what the run left in each of its blocks, as Excel's ``Formula`` gives it; None where the run broke off.
    Cells that held something before keep the style of the run.
    """

    change_set: ChangeSet
    tables: Mapping[str, Area]
    names: Mapping[str, Area]
    curves: tuple[Curve, ...] = ()
    left: tuple[Grid, ...] | None = None


def inverse(change_set: ChangeSet, found: Found, before: Mapping[str, Held], curves: tuple[Curve, ...]) -> Undo:
    """What gives every written cell, table and name what it held before, in blocks as those of the run."""
    back = inverse_of(change_set, found.tables, found.names, lambda sheet, *place: before[sheet].cell(*place))
    tables = {each.table: each.area for each in change_set.resizes}
    return Undo(back, tables, {each.name: each.area for each in change_set.names}, curves)


def with_what_is_left(undo: Undo, after: Mapping[str, Held]) -> Undo:
    """The same with what its cells hold now that the run is done."""
    return replace(undo, left=tuple(_contents(block, after[block.area.sheet]) for block in undo.change_set.blocks))


def refuse_changed(undo: Undo, found: Found, now: Mapping[str, Held]) -> None:
    """Raise ``BookChangedError`` "undo-changed" for the first thing of the run that is not as the run left it."""
    areas = (*undo.tables.items(), *undo.names.items())
    if any({**found.tables, **found.names}.get(name) != area for name, area in areas):
        raise BookChangedError("undo-changed")
    for block, left in zip(undo.change_set.blocks, undo.left or (), strict=False):
        held = now[block.area.sheet]
        for row, column in _written(block):
            was = left[row - block.area.row][column - block.area.column]
            if was != held.formula(row, column):
                raise BookChangedError("undo-changed", Position(block.area.sheet, row, column))


def _contents(block: Block, held: Held) -> Grid:
    area = block.area
    return tuple(
        tuple(held.formula(row, column) for column in range(area.column, area.last_column + 1))
        for row in range(area.row, area.last_row + 1)
    )


def _written(block: Block) -> list[tuple[int, int]]:
    return [place for place, write in zip(block.area.cells(), chain(*block.rows), strict=True) if write is not None]
