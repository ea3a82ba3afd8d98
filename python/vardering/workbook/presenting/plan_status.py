"""The lines on Start that say how far the realisation plan and the gate ahead have come."""

from collections.abc import Sequence

from vardering.base.light_dataclasses import dataclass
from vardering.model.gate_status import GateStatus
from vardering.model.plan_completeness import completeness
from vardering.model.realisation_plan import PlanRow, RealisationPlan, plan_fingerprint
from vardering.texts.plan_texts import ALL_ANSWERED, COMPLETE, NO_APPROVED_PLAN, NO_PLAN, QUESTION_LABELS
from vardering.workbook.presenting.approved_plan_sheet import approved_line
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.gate_sheet import gate_line
from vardering.workbook.reading.approved_plan_reader import NOTHING_APPROVED, ApprovedReading


@dataclass(frozen=True, slots=True)
class Progress:
    """The plan's rows, the gate ahead, and what there is to say of the approved plan."""

    rows: Sequence[PlanRow]
    gate: GateStatus
    approved: ApprovedReading = NOTHING_APPROVED


def write_plan_status(canvas: Canvas, progress: Progress) -> None:
    """How many effects have a full plan, how many leave each question open, the gate, the approved plan, and the
    plan's fingerprint.
    """
    complete, lacking, mark = plan_lines(progress.rows)
    approved = approved_line(progress.approved) or NO_APPROVED_PLAN
    for line in (complete, lacking, gate_line(progress.gate), approved, mark):
        canvas.put(0, line or None, "plain")
        canvas.row += 1


def plan_lines(rows: Sequence[PlanRow]) -> tuple[str, str, str]:
    """The completeness, the open questions and the fingerprint in words."""
    found = completeness(rows)
    if not found.rows:
        return NO_PLAN, "", ""
    lacking = "; ".join(f"{QUESTION_LABELS[question]}: {len(ids)}" for question, ids in found.lacking.items())
    return (
        COMPLETE.format(complete=found.complete, rows=found.rows),
        lacking or ALL_ANSWERED,
        plan_fingerprint(RealisationPlan(rows=tuple(rows))),
    )
