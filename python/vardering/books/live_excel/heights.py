"""Heights of rows: those of text are left to Excel, those of a drawing are set as they are."""

from collections.abc import Iterable, Sequence
from typing import Any

from vardering.base.cells import Area
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.marking import marked
from vardering.workbook.change_set import RowHeight


def set_heights(sheet: Any, area: Area, heights: Iterable[RowHeight]) -> None:  # noqa: ANN401 – Excel's own object
    """Give the rows of an area the heights that are theirs. The first column of the area is overwritten."""
    rows: dict[float | None, list[tuple[int, int]]] = {}
    for each in heights:
        if each.sheet == area.sheet and area.row <= each.row <= area.last_row:
            rows.setdefault(each.points, []).append((each.row, area.column))
    for points, places in rows.items():
        whole = answered(lambda each=places: marked(sheet, area.sheet, each).EntireRow)  # type: ignore[misc]
        if points is None:
            answered(lambda each=whole: setattr(each, "UseStandardHeight", True))  # type: ignore[misc]
        else:
            answered(lambda each=whole, height=points: setattr(each, "RowHeight", height))  # type: ignore[misc]


def fit_rows(sheet: Any, stretches: Sequence[tuple[int, int]]) -> None:  # noqa: ANN401
    """Let Excel make rows as high as their text."""
    for first, last in stretches:
        answered(lambda each=f"{first}:{last}": sheet.Range(each).EntireRow.AutoFit())  # type: ignore[misc]
