"""The ChangeSet of a follow-up: summary, grey columns, what came and is expected, and the log."""

from vardering.workbook import written_names
from vardering.workbook.change_set import CellWrite, ChangeSet
from vardering.workbook.column_widths import FOLLOW_UP_WIDTHS
from vardering.workbook.presenting.change_sets import append_log, write_corrections
from vardering.workbook.presenting.follow_up_columns import report_cells, report_heights
from vardering.workbook.presenting.follow_up_content import FollowUpContent
from vardering.workbook.presenting.follow_up_summary import FOLLOW_UP_ECHO_FORMULA, status_line, write_summary
from vardering.workbook.presenting.outcome_sheet import write_outcome
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.shown_effect import write_shown
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.snapshot import Snapshot


def follow_up_change_set(snapshot: Snapshot, content: FollowUpContent, run: Run) -> ChangeSet:
    """What a follow-up writes. No cell of people's is among them but figures that were written as text.

    Raises ``BookForeignError`` where a written area is gone.
    """
    writer = Writer(snapshot)
    write_corrections(writer, content.reading.corrections)
    for area, write in report_cells(snapshot, content):
        writer.set_cell(area, write)
    writer.heights.extend(report_heights(snapshot, content))
    summary = writer.canvas(written_names.FOLLOW_UP_SUMMARY, FOLLOW_UP_WIDTHS)
    write_summary(summary, content)
    writer.add(summary)
    echo = snapshot.names.get(written_names.FOLLOW_UP_ECHO)
    if echo is not None:
        writer.set_cell(echo.area, CellWrite(status_line(content), FOLLOW_UP_ECHO_FORMULA))
    shown = writer.canvas(written_names.FOLLOW_UP_SHOWN, FOLLOW_UP_WIDTHS)
    chosen = snapshot.names.get(written_names.SHOWN_EFFECT)
    writer.series.extend(write_shown(shown, content, chosen.value if chosen is not None else None))
    writer.add(shown)
    write_outcome(writer, content)
    append_log(writer, run, (), None)
    return writer.change_set()
