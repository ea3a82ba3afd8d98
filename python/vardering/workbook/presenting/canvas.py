"""A written area under construction: cells put anywhere right of and below its first cell.

The area's defined name says what the last run wrote; what is not written again is emptied, so nothing stale stays.
"""

from collections.abc import Sequence

from vardering.base.cells import Area, CellValue, Position
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook.change_set import Block, CellWrite, NameWrite, RowHeight
from vardering.workbook.row_heights import height_for
from vardering.workbook.snapshot import NameSnapshot

EMPTIED = CellWrite(style="plain")


@dataclass(slots=True)
class Canvas:
    """Cells to write, by sheet row and column. ``row`` is the next free row.

    With ``widths`` (column from 0 → characters) rows are made high enough for text that wraps. A ``sparse`` canvas
    is large and mostly blank: of what the last run wrote it empties only cells that hold something.
    """

    name: str
    sheet: str
    first_row: int
    first_column: int
    row: int = 0
    cells: dict[tuple[int, int], CellWrite] = field(default_factory=dict)
    widths: Sequence[float] = ()
    sparse: bool = False
    given_heights: dict[int, float] = field(default_factory=dict)
    """Rows that are at least so high, in points, whatever they hold."""

    @classmethod
    def over(cls, name: NameSnapshot, widths: Sequence[float] = (), *, sparse: bool = False) -> "Canvas":
        """An empty canvas that starts where a named area starts."""
        area = name.area
        return cls(name.name, area.sheet, area.row, area.column, area.row, widths=widths, sparse=sparse)

    def put(self, column: int, value: CellValue, style: str, formula: str | None = None) -> Position:
        """Write a cell on the current row; ``column`` counts from 0 at the area's first column."""
        place = (self.row, self.first_column + column)
        self.cells[place] = CellWrite(value, formula, style)
        return Position(self.sheet, *place)

    def put_row(self, column: int, values: Sequence[CellValue], style: str) -> Area:
        """Write values side by side on the current row; gives their area."""
        for offset, value in enumerate(values):
            self.put(column + offset, value, style)
        start = self.first_column + column
        return Area(self.sheet, self.row, start, self.row, start + max(len(values), 1) - 1)

    def set_height(self, row: int, points: float) -> None:
        """Make a row so high, or higher where its text needs it."""
        self.given_heights[row] = points

    @property
    def extent(self) -> Area:
        """The smallest area from the first cell that holds everything written."""
        rows, columns = zip(*self.cells, strict=True) if self.cells else ((self.first_row,), (self.first_column,))
        last_row, last_column = max(rows), max(columns)
        return Area(self.sheet, self.first_row, self.first_column, last_row, last_column)

    def finish(self, name: NameSnapshot) -> tuple[Block, NameWrite]:
        """The block that writes everything and empties what the last run wrote, and the name's new area."""
        extent = self.extent
        old = name.area
        whole = Area(
            self.sheet,
            self.first_row,
            self.first_column,
            max(extent.last_row, old.last_row),
            max(extent.last_column, old.last_column),
        )
        rows = tuple(self._row(row, whole, name) for row in range(whole.row, whole.last_row + 1))
        return Block(whole, rows), NameWrite(self.name, extent)

    def heights(self, old: Area) -> tuple[RowHeight, ...]:
        """Heights for rows with wrapped text; rows of ``old`` that need none get their standard height back."""
        needed: dict[int, float | None] = {}
        if self.widths:
            needed = dict.fromkeys(range(old.row, old.last_row + 1))
        needed.update(self.given_heights)
        for (row, column), write in self.cells.items():
            offset = column - self.first_column
            if isinstance(write.value, str) and offset < len(self.widths) and write.style is not None:
                height = height_for(write.value, write.style, self.widths[offset])
                if height is not None:
                    needed[row] = max(height, needed.get(row) or 0.0)
        return tuple(RowHeight(self.sheet, row, points) for row, points in sorted(needed.items()))

    def _row(self, row: int, whole: Area, name: NameSnapshot) -> tuple[CellWrite | None, ...]:
        """What a row of the whole area gets: what is written there, else nothing where the last run wrote something."""
        cells = self.cells
        written = [cells.get((row, column)) for column in range(whole.column, whole.last_column + 1)]
        old = name.area
        if row <= old.last_row:
            held = name.values[row - old.row] if self.sparse else ()
            for offset in range(old.width):
                if written[offset] is None and not (self.sparse and held[offset] is None):
                    written[offset] = EMPTIED
        return tuple(written)
