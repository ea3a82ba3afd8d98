"""The first rows of Uppföljning: how it stands, where the promise is, and what is to be measured next."""

from collections import Counter

from vardering.model.follow_up import FollowUpStatus, Split
from vardering.model.vocabulary import View
from vardering.texts import follow_up_texts as words
from vardering.texts.figure_texts import number_text
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook import written_names
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.follow_up_content import FollowUpContent

FOLLOW_UP_ECHO_FORMULA = f"=INDEX({written_names.FOLLOW_UP_SUMMARY},1,1)"
"""Formula of the cell on Start that repeats the first line."""
NEXT_ROWS = 5
SUMMARY_ROWS = 10 + NEXT_ROWS
"""Rows of the summary, the same in every run."""


def write_summary(canvas: Canvas, content: FollowUpContent) -> None:
    """How many effects stand how, the promise in three sums, net benefit, and the next measurements."""
    result = content.result
    canvas.put(0, status_line(content), "status_line")
    canvas.row += 1
    promise = words.PROMISE_APPROVED.format(decision=content.decision) if content.decision else words.PROMISE_CASE
    canvas.put(0, promise, "intro")
    canvas.row += 1
    canvas.put(0, None, "heading")
    canvas.put_row(1, words.SPLIT_HEADINGS, "heading")
    canvas.row += 1
    for name, label in words.SPLIT_LABELS.items():
        canvas.put(0, label, "label")
        canvas.put_row(1, split_cells(getattr(result, name)), "result_whole" if name == "hours" else "result_kr")
        canvas.row += 1
    for view in (View.CASH_RELEASING, View.ALL_VALUED):
        canvas.put(0, net_line(content, view), "plain")
        canvas.row += 1
    canvas.put(0, words.NEXT_TITLE, "section")
    canvas.row += 1
    _write_next(canvas, content)


def status_line(content: FollowUpContent) -> str:
    """How many effects stand how, in words."""
    counted = Counter(effect.status for effect in content.result.effects)
    day = content.today.isoformat()
    if not counted:
        return words.NO_EFFECTS.format(day=day)
    counts = ", ".join(
        f"{words.STATUS_WORDS[status]} {counted[status]}" for status in FollowUpStatus if counted[status]
    )
    return words.AS_OF.format(day=day, counts=counts)


def split_cells(split: Split) -> tuple[float, ...]:
    """A promise in the order of the headings."""
    return (split.promised, split.realised, split.at_risk, split.unknown, split.not_due, split.surplus)


def net_line(content: FollowUpContent, view: View) -> str:
    """The net present value as planned and as it now looks, in words."""
    net = content.result.net[view.value]
    return words.NET_LINE.format(
        view=VIEW_LABELS[view].lower(),
        planned=number_text(net.planned_npv, "kr"),
        expected=number_text(net.expected_npv, "kr"),
    )


def _write_next(canvas: Canvas, content: FollowUpContent) -> None:
    coming = content.to_measure()
    canvas.put_row(0, words.NEXT_HEADINGS, "heading")
    for due in coming[:NEXT_ROWS]:
        canvas.row += 1
        canvas.put(0, f"{due.row.effect_id} {due.row.name}", "result_text")
        canvas.put(1, words.OVERDUE if due.is_overdue else words.COMING, "result_text")
        canvas.put(2, due.row.measurement_owner or None, "result_text")
        canvas.put(3, due.day, "result_date")
    if not coming:
        canvas.row += 1
        canvas.put(0, words.NOTHING_DUE, "plain")
