"""Collects what a run writes, area by area, into one ChangeSet."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.base.faults import BookForeignError
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook import written_names
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, RowHeight, SeriesWrite, TableResize
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.reading.case_reader import contract_version
from vardering.workbook.snapshot import NameSnapshot, Snapshot


@dataclass(slots=True)
class Writer:
    """Collects the parts of a ChangeSet. ``snapshot`` holds the inputs as they will be after corrections."""

    snapshot: Snapshot
    blocks: list[Block] = field(default_factory=list)
    names: list[NameWrite] = field(default_factory=list)
    owned: list[Area] = field(default_factory=list)
    resizes: list[TableResize] = field(default_factory=list)
    series: list[SeriesWrite] = field(default_factory=list)
    heights: list[RowHeight] = field(default_factory=list)

    def name(self, name: str) -> NameSnapshot:
        """A written area's defined name. Raises ``BookForeignError`` "written-area-missing"."""
        found = self.snapshot.names.get(name)
        if found is None:
            raise BookForeignError("written-area-missing", name=name)
        return found

    def holds(self, name: str) -> bool:
        """Whether the workbook has a written area: one from before the area came does without it.

        Raises ``BookForeignError`` "written-area-missing" where a workbook that should have it does not.
        """
        if name in self.snapshot.names or contract_version(self.snapshot) >= written_names.SINCE.get(name, 1):
            return bool(self.name(name))
        return False

    def canvas(self, name: str, widths: Sequence[float] = (), *, sparse: bool = False) -> Canvas:
        """An empty canvas over a written area."""
        return Canvas.over(self.name(name), widths, sparse=sparse)

    def add(self, canvas: Canvas) -> None:
        """Write a canvas in place of what its area held."""
        old = self.name(canvas.name)
        block, name = canvas.finish(old)
        self.blocks.append(block)
        self.names.append(name)
        self.owned.append(old.area)
        self.heights.extend(canvas.heights(old.area))

    def add_cells(self, canvas: Canvas) -> None:
        """Write only the cells of a canvas; the rest of its area stays as it is."""
        old = self.name(canvas.name).area
        self.owned.append(old)
        for (row, column), write in sorted(canvas.cells.items()):
            self.blocks.append(Block(Area(canvas.sheet, row, column, row, column), ((write,),)))

    def set_cell(self, area: Area, write: CellWrite) -> None:
        """Write one cell that is ours or that its owner is told of."""
        self.owned.append(area)
        self.blocks.append(Block(area, ((write,),)))

    def change_set(self) -> ChangeSet:
        """Everything collected."""
        return ChangeSet(
            expects=self.snapshot.fingerprint,
            owned=tuple(self.owned),
            blocks=tuple(self.blocks),
            resizes=tuple(self.resizes),
            names=tuple(self.names),
            series=tuple(self.series),
            heights=tuple(self.heights),
        )
