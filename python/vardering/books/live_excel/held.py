"""What the cells that are to be written hold, read once before a run and once after it."""

from collections.abc import Mapping
from typing import Any

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.cell_values import Grid, as_grid
from vardering.books.live_excel.reading import Box, read_box
from vardering.books.live_excel.rectangles import box_around
from vardering.workbook.applying import SheetWrites
from vardering.workbook.change_set import Block


@dataclass(frozen=True, slots=True)
class Held:
    """The box around all that is written on one sheet: its values, and its content as ``Formula`` gives it."""

    box: Box
    formulas: Grid

    def formula(self, row: int, column: int) -> Any:  # noqa: ANN401 – text or a figure, as Excel likes
        """A cell's formula, or its value as text."""
        return self.formulas[row - self.box.area.row][column - self.box.area.column]

    def value(self, row: int, column: int) -> CellValue:
        """A cell's value."""
        return self.box.values[row - self.box.area.row][column - self.box.area.column]

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell holds nothing."""
        return self.formula(row, column) in (None, "")


def written_area(sheet: str, writes: SheetWrites, blocks: tuple[Block, ...]) -> Area:
    """The box around every block of a sheet and all its other written cells."""
    places = [Area(sheet, row, column, row, column) for row, column in writes]
    return box_around([*(block.area for block in blocks if block.area.sheet == sheet), *places])


def read_held(sheets: Mapping[str, Any], areas: Mapping[str, Area]) -> dict[str, Held]:
    """What the areas hold: three reads a sheet."""
    return {name: _held(sheets[name], area) for name, area in areas.items()}


def _held(sheet: Any, area: Area) -> Held:  # noqa: ANN401
    return Held(read_box(sheet, area), as_grid(answered(lambda: sheet.Range(area.a1).Formula)))
