"""Fastställ planen: the plan is written in as approved, by a dated decision; earlier decisions stay as they are."""

import re
from datetime import date

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass, replace
from vardering.commands.planning import plan_in
from vardering.commands.recalculation import calculate, findings_in, gate_of
from vardering.commands.request import Outcome, RunContext
from vardering.model.approved_plan import ApprovedPlan
from vardering.model.case import Case, fingerprint
from vardering.model.vocabulary import Stage
from vardering.texts.approved_plan_texts import EVENT
from vardering.workbook.presenting.approval_change_set import approval_change_set, next_place
from vardering.workbook.presenting.approved_plan_sheet import approved_plan, plan_mark
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.approved_plan_reader import ApprovedPlace
from vardering.workbook.snapshot import Snapshot

_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True, slots=True)
class Approval:
    """What an approval gives: an outcome as of every command, and the plan that was frozen."""

    outcome: Outcome
    plan: ApprovedPlan | None = None


def decision_date(decision: str) -> date:
    """The date that a decision carries. Raises ``CallError`` "decision-without-date"."""
    for found in _DATE.findall(decision):
        try:
            return date.fromisoformat(found)
        except ValueError:
            continue
    raise CallError("decision-without-date", value=decision)


def freeze_plan(snapshot: Snapshot, context: RunContext, decision: str) -> Approval:
    """The ChangeSet of an approval. Where the inputs have errors nothing is written.

    What the start gate still requires is in the outcome: the decision is people's, so it is said and not refused.
    Raises ``CallError`` "decision-without-date", "decision-already-frozen", "plan-empty", and what ``plan_in`` raises.
    """
    decision = decision.strip()
    decided_on = decision_date(decision)
    plan_in(snapshot)
    calculation = calculate(snapshot)
    findings = findings_in(calculation, snapshot)
    case, results, progress = calculation.case, calculation.results, calculation.progress()
    if case is None or results is None or progress is None:
        return Approval(Outcome(findings))
    if any(place.plan.decision == decision for place in calculation.approved.places):
        raise CallError("decision-already-frozen", value=decision)
    if not any(row.is_current for row in progress.rows):
        raise CallError("plan-empty")
    run = Run(f"{EVENT}: {decision}", context.clock, context.user, context.version, fingerprint(case))
    plan = approved_plan(progress.rows, results, decision, decided_on, run)
    place, mark = next_place(snapshot), plan_mark(plan)
    added = ApprovedPlace(plan, place, (), mark, is_intact=True)
    approved = replace(calculation.approved, places=(*calculation.approved.places, added))
    after = replace(calculation, approved=approved)
    after_progress = replace(progress, gate=gate_of(after, case), approved=approved)
    outcome = Outcome(
        findings,
        approval_change_set(snapshot, after_progress, results, run),
        case=case,
        results=results,
        fingerprint=run.fingerprint,
        gate=gate_of(after, case, _start_gate(case)),
    )
    return Approval(outcome, plan)


def _start_gate(case: Case) -> str:
    """The gate that decides on the start; the gate ahead where none does."""
    return next((gate.name for gate in case.gates if gate.stage is Stage.START), "")
