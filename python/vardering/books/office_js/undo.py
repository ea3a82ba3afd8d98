"""What takes a run back, as the task pane keeps it: the inverse ChangeSet, where tables and names went, the series."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from vardering.base.cells import Area, Position
from vardering.base.faults import BookChangedError, BookUnreadableError
from vardering.base.light_dataclasses import dataclass
from vardering.books.office_js.kept_undo import kept_undo_of
from vardering.books.office_js.reading import Content
from vardering.books.office_js.writing import Curve, curves_of
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.change_set_content import areas_of, bounds, change_set_of, content_of
from vardering.workbook.inverse import inverse_of


@dataclass(frozen=True, slots=True)
class Undo:
    """The inverse of a run; ``areas`` are those that tables and names got of it, ``curves`` the series before it."""

    change_set: ChangeSet
    areas: Mapping[str, Area]
    curves: tuple[Curve, ...]


def undo_content(change_set: ChangeSet, content: Content) -> dict[str, object]:
    """What takes a change set back from a workbook that holds ``content`` before it, as JSON holds it."""
    areas = {each.table: each.area for each in change_set.resizes} | {each.name: each.area for each in change_set.names}
    return {
        **content_of(inverse_of(change_set, content.tables, content.names, content.cell)),
        "areas": {name: bounds(area) for name, area in areas.items()},
        "series": [[sheet, chart, index, list(shown)] for sheet, chart, index, shown in _earlier(change_set, content)],
    }


def undo_of(kept: Any) -> Undo:  # noqa: ANN401 – whatever the task pane hands back
    """The undo that was kept. Raises ``BookUnreadableError`` "pane-content-unreadable" for anything else."""
    content = kept_undo_of(kept).model_dump()
    try:
        return Undo(change_set_of(content), areas_of(content["areas"]), tuple(content["series"]))
    except (ValueError, KeyError) as error:
        raise BookUnreadableError("pane-content-unreadable") from error


def refuse_changed(undo: Undo, after: Content, now: Content) -> None:
    """Raise ``BookChangedError`` "undo-changed" for the first thing of a run that is not as the run left it.

    ``after`` is what the workbook held when the run was done.
    """
    places = {**now.tables, **now.names}
    if any(places.get(name) != area for name, area in undo.areas.items()):
        raise BookChangedError("undo-changed")
    for block in undo.change_set.blocks:
        sheet = block.area.sheet
        if sheet not in now.ours or sheet not in after.ours:
            raise BookChangedError("undo-changed")
        for place, write in zip(block.area.cells(), chain(*block.rows), strict=True):
            if write is not None and not _is_same(after, now, sheet, place):
                raise BookChangedError("undo-changed", Position(sheet, *place))


def _is_same(after: Content, now: Content, sheet: str, place: tuple[int, int]) -> bool:
    """Whether a cell holds what it held; what a formula comes to may differ."""
    left, held = after.cell(sheet, *place), now.cell(sheet, *place)
    return left.formula == held.formula and (left.formula is not None or left.value == held.value)


def _earlier(change_set: ChangeSet, content: Content) -> list[Curve]:
    """The series that a change set points to new ranges, as they are now where that is known."""
    charts = {(chart.sheet, chart.name): chart.series for chart in content.held.charts}
    found: list[Curve] = []
    for sheet, name, index, _ in curves_of(change_set):
        series = charts.get((sheet, name), [])
        if index < len(series):
            one = series[index]
            found.append(
                (sheet, name, index, (None, *(part or None for part in (one.categories, one.values, one.sizes))))
            )
    return found
