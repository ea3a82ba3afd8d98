"""Scattered cells as one range: marked with a text, and found again by Excel as those that hold something.

So a look or a height is given in a few calls however many cells have it, and wherever they are.
"""

from collections.abc import Collection
from typing import Any

from vardering.base.cells import Area
from vardering.books.live_excel.calls import answered
from vardering.workbook.entered_values import BLANK
from vardering.workbook.rectangles import box_around

CONSTANTS = 2
"""Excel's xlCellTypeConstants."""
CALLS = 4
_MARK = "x"


def marked(sheet: Any, name: str, places: Collection[tuple[int, int]]) -> Any:  # noqa: ANN401 – Excel's own object
    """The cells at ``places`` (row, column). What else stands in the box around them is overwritten with marks."""
    area = box_around([Area(name, row, column, row, column) for row, column in places])
    cells = answered(lambda: sheet.Range(area.a1))
    if area.height * area.width == len(places):
        return cells
    wanted = frozenset(places)
    rows = tuple(
        tuple(_MARK if (row, column) in wanted else BLANK for column in range(area.column, area.last_column + 1))
        for row in range(area.row, area.last_row + 1)
    )
    answered(lambda: setattr(cells, "Formula", rows))
    return answered(lambda: cells.SpecialCells(CONSTANTS))
