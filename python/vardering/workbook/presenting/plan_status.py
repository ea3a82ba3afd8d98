"""The lines on Start that say how far the realisation plan has come."""

from collections.abc import Sequence

from vardering.model.plan_completeness import completeness
from vardering.model.realisation_plan import PlanRow, RealisationPlan, plan_fingerprint
from vardering.texts.plan_texts import ALL_ANSWERED, COMPLETE, NO_PLAN, QUESTION_LABELS
from vardering.workbook.presenting.canvas import Canvas


def write_plan_status(canvas: Canvas, rows: Sequence[PlanRow]) -> None:
    """How many effects have a full plan, which questions are open for how many, and the plan's fingerprint."""
    for line in plan_lines(rows):
        canvas.put(0, line or None, "plain")
        canvas.row += 1


def plan_lines(rows: Sequence[PlanRow]) -> tuple[str, str, str]:
    """The lines in words."""
    found = completeness(rows)
    if not found.rows:
        return NO_PLAN, "", ""
    lacking = "; ".join(f"{QUESTION_LABELS[question]}: {len(ids)}" for question, ids in found.lacking.items())
    return (
        COMPLETE.format(complete=found.complete, rows=found.rows),
        lacking or ALL_ANSWERED,
        plan_fingerprint(RealisationPlan(rows=tuple(rows))),
    )
