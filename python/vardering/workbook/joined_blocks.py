"""Cells and rows that lie close together as one block, so that what is written cell by cell is still one call."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook.change_set import Block, CellWrite
from vardering.workbook.rectangles import box_around

ROOM = 2
"""A block that joins others may be so many times larger than all of them."""


@dataclass(slots=True)
class _Group:
    """Blocks in a row of the same sheet, with every cell that they write."""

    area: Area
    size: int = 0
    writes: dict[tuple[int, int], CellWrite] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    def takes(self, block: Block, writes: dict[tuple[int, int], CellWrite]) -> bool:
        """Whether all are cells or rows that lie close together, and none writes a cell of another."""
        if any(each.area.height > 1 for each in (self.blocks[-1], block)):
            return False
        if block.area.sheet != self.area.sheet or not self.writes.keys().isdisjoint(writes):
            return False
        area = box_around((self.area, block.area))
        return area.height * area.width <= ROOM * (self.size + block.area.height * block.area.width)

    def add(self, block: Block, writes: dict[tuple[int, int], CellWrite]) -> None:
        """Take a block in."""
        self.area = box_around((self.area, block.area))
        self.size += block.area.height * block.area.width
        self.writes.update(writes)
        self.blocks.append(block)

    def joined(self) -> Block:
        """All of them as one block; cells that none of them writes are left alone."""
        if len(self.blocks) == 1:
            return self.blocks[0]
        columns = range(self.area.column, self.area.last_column + 1)
        rows = range(self.area.row, self.area.last_row + 1)
        return Block(self.area, tuple(tuple(self.writes.get((row, column)) for column in columns) for row in rows))


def joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same writes in the same order, in as few blocks as lie close together."""
    groups: list[_Group] = []
    for block in blocks:
        writes = _writes(block)
        if not groups or not groups[-1].takes(block, writes):
            groups.append(_Group(block.area))
        groups[-1].add(block, writes)
    return tuple(group.joined() for group in groups)


def _writes(block: Block) -> dict[tuple[int, int], CellWrite]:
    return {
        (row, column): write
        for row, writes in enumerate(block.rows, start=block.area.row)
        for column, write in enumerate(writes, start=block.area.column)
        if write is not None
    }
