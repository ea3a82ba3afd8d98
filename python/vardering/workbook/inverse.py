"""The ChangeSet that takes another back: every written cell, table and name as it was before."""

from collections.abc import Callable, Mapping

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass
from vardering.workbook.applying import is_content
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, TableResize

PLAIN = "plain"
"""The style of a written cell that holds nothing."""


@dataclass(frozen=True, slots=True)
class HeldCell:
    """What a cell holds; with ``formula``, ``value`` is what it came to."""

    value: CellValue = None
    formula: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether the cell holds nothing; an empty text is nothing."""
        return self.formula is None and not is_content(self.value)


CellAt = Callable[[str, int, int], HeldCell]
"""What the cell of a sheet (name, row, column) holds."""


def inverse_of(
    change_set: ChangeSet, tables: Mapping[str, Area], names: Mapping[str, Area], cell_at: CellAt
) -> ChangeSet:
    """What gives every written cell, table and name what it held before, in blocks as those of the run.

    Series are left out. Cells that held something keep the style of the run.
    """
    blocks = tuple(Block(block.area, _earlier_rows(block, cell_at)) for block in change_set.blocks)
    return ChangeSet(
        expects="",
        owned=tuple(block.area for block in blocks),
        blocks=blocks,
        resizes=tuple(TableResize(each.table, tables[each.table]) for each in change_set.resizes),
        names=tuple(NameWrite(each.name, names[each.name]) for each in change_set.names),
        heights=change_set.heights,
    )


def _earlier_rows(block: Block, cell_at: CellAt) -> tuple[tuple[CellWrite | None, ...], ...]:
    return tuple(
        tuple(
            None if write is None else _earlier(write, cell_at(block.area.sheet, row, column))
            for column, write in enumerate(writes, start=block.area.column)
        )
        for row, writes in enumerate(block.rows, start=block.area.row)
    )


def _earlier(write: CellWrite, held: HeldCell) -> CellWrite:
    """What a cell held. One that was blank and got a style loses the style too; a formula keeps the run's."""
    if held.formula is not None:
        return CellWrite(held.value, held.formula, write.style)
    return CellWrite(held.value, None, PLAIN if held.is_blank and write.style is not None else None)
