"""What the cells that are to be written hold, read once before a run and once after it."""

from collections.abc import Mapping, Sequence
from typing import Any

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.cell_values import Grid, as_grid
from vardering.books.live_excel.reading import Box, read_box
from vardering.workbook.applying import SheetWrites, holds
from vardering.workbook.change_set import Block
from vardering.workbook.inverse import HeldCell
from vardering.workbook.rectangles import box_around

FEW = 3
"""So many blocks are read one by one; more are read as the box around them."""


@dataclass(frozen=True, slots=True)
class Held:
    """All that is written on one sheet: its values, and its content as ``Formula`` gives it, in one or more boxes."""

    boxes: tuple[tuple[Box, Grid], ...]

    @property
    def areas(self) -> tuple[Area, ...]:
        """What was read."""
        return tuple(box.area for box, _ in self.boxes)

    def formula(self, row: int, column: int) -> Any:  # noqa: ANN401 – text or a figure, as Excel likes
        """A cell's formula, or its value as text."""
        box, formulas = self._box(row, column)
        return formulas[row - box.area.row][column - box.area.column]

    def value(self, row: int, column: int) -> CellValue:
        """A cell's value."""
        box, _ = self._box(row, column)
        return box.values[row - box.area.row][column - box.area.column]

    def cell(self, row: int, column: int) -> HeldCell:
        """What a cell holds."""
        formula, value = self.formula(row, column), self.value(row, column)
        is_formula = isinstance(formula, str) and formula.startswith("=") and formula != value
        return HeldCell(value, formula if is_formula else None)

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell holds nothing."""
        return self.formula(row, column) in (None, "")

    def _box(self, row: int, column: int) -> tuple[Box, Grid]:
        if len(self.boxes) == 1:
            return self.boxes[0]
        return next(each for each in self.boxes if holds(each[0].area, row, column))


def written_areas(sheet: str, writes: SheetWrites, blocks: Sequence[Block]) -> tuple[Area, ...]:
    """Every block of a sheet and the box around its other written cells, or, where they are many, one box around all.

    Which of them follows from the number of blocks alone, so that more rows never take more calls.
    """
    areas = [block.area for block in blocks if block.area.sheet == sheet]
    others = [place for place in writes if not any(holds(area, *place) for area in areas)]
    if others:
        areas.append(box_around(Area(sheet, row, column, row, column) for row, column in others))
    return tuple(areas) if len(areas) <= FEW else (box_around(areas),)


def read_held(sheets: Mapping[str, Any], areas: Mapping[str, Sequence[Area]]) -> dict[str, Held]:
    """What the areas hold: three reads for each of them."""
    return {name: Held(tuple(_held(sheets[name], area) for area in parts)) for name, parts in areas.items()}


def _held(sheet: Any, area: Area) -> tuple[Box, Grid]:  # noqa: ANN401 – Excel's own object
    return read_box(sheet, area), as_grid(answered(lambda: sheet.Range(area.a1).Formula))
