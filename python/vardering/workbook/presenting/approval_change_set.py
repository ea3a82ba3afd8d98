"""The ChangeSet of an approval: the approved plan under the earlier ones, the lines on Start, and the log."""

from vardering.base.cells import Area, Position
from vardering.base.faults import BookForeignError
from vardering.model.results import Results
from vardering.texts.approved_plan_texts import DECISION
from vardering.workbook import written_names
from vardering.workbook.change_set import ChangeSet, NameWrite
from vardering.workbook.column_widths import APPROVED_PLAN_WIDTHS
from vardering.workbook.presenting.approved_plan_sheet import write_approved_plan
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.change_sets import append_log
from vardering.workbook.presenting.plan_status import Progress
from vardering.workbook.presenting.progress_areas import write_progress
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.snapshot import NameSnapshot, Snapshot

ROWS_BETWEEN = 2
"""Blank rows between two approved plans."""


def next_place(snapshot: Snapshot) -> Position:
    """Where the next approved plan begins: at the sheet's first cell, or under the latest one.

    Raises ``BookForeignError`` "written-area-missing" where somebody removed the sheet.
    """
    area = _area(snapshot).area
    if any(row[0] == DECISION for row in _area(snapshot).values):
        return Position(area.sheet, area.last_row + 1 + ROWS_BETWEEN, area.column)
    return area.position(0, 0)


def approval_change_set(snapshot: Snapshot, progress: Progress, results: Results, run: Run) -> ChangeSet:
    """What an approval writes. The last of the approved plans in ``progress`` is new; no earlier cell is touched."""
    writer = Writer(snapshot)
    old, place = _area(snapshot).area, next_place(snapshot)
    canvas = Canvas(
        written_names.APPROVED_PLAN, place.sheet, place.row, place.column, place.row, widths=APPROVED_PLAN_WIDTHS
    )
    write_approved_plan(canvas, progress.approved.places[-1].plan)
    writer.add_cells(canvas)
    whole = canvas.extent
    last_column = max(old.last_column, whole.last_column)
    area = Area(old.sheet, old.row, old.column, max(old.last_row, whole.last_row), last_column)
    writer.names.append(NameWrite(written_names.APPROVED_PLAN, area))
    writer.heights.extend(canvas.heights(whole))
    write_progress(writer, progress, results)
    append_log(writer, run, (), None)
    return writer.change_set()


def _area(snapshot: Snapshot) -> NameSnapshot:
    found = snapshot.names.get(written_names.APPROVED_PLAN)
    if found is None:
        raise BookForeignError("written-area-missing", name=written_names.APPROVED_PLAN)
    return found
