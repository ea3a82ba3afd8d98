"""Räkna om: read the inputs, check them, calculate, and say everything that is to be written back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vardering.base.faults import BookForeignError, Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.commands.request import Outcome, RunContext
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.engine.sensitivity import sensitivity
from vardering.model.case import Case, fingerprint
from vardering.model.results import Results
from vardering.workbook.checking.case_checks import check_case, check_results
from vardering.workbook.presenting.change_sets import Beside, errors_change_set, results_change_set
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.approved_plan_reader import NOTHING_APPROVED, ApprovedReading, read_approved_plans
from vardering.workbook.reading.case_reader import Reading, read_case
from vardering.workbook.reading.plan_reader import PlanReading, as_warnings, read_plan
from vardering.workbook.snapshot import Snapshot

if TYPE_CHECKING:
    # A simplified workbook has neither plan nor gates, and need not wait for what knows of them.
    from vardering.model.gate_status import GateStatus
    from vardering.workbook.presenting.plan_status import Progress

EVENT = "Räkna om"


@dataclass(frozen=True, slots=True)
class Calculation:
    """A workbook read and, unless errors stopped it, calculated and reconciled. ``plan`` is None where it has none."""

    reading: Reading
    faults: tuple[Fault, ...]
    results: Results | None
    plan: PlanReading | None = None
    approved: ApprovedReading = NOTHING_APPROVED

    @property
    def case(self) -> Case | None:
        """The case that was read."""
        return self.reading.case

    def gate(self, name: str = "") -> "GateStatus | None":
        """What a gate requires, the gate ahead where none is named; None without a case."""
        return None if self.case is None else gate_of(self, self.case, name)

    def progress(self) -> "Progress | None":
        """How far the plan and the gate ahead have come; None for a workbook without a plan."""
        if self.case is None or self.plan is None:
            return None
        from vardering.workbook.presenting.plan_status import Progress

        planned = {effect.id for effect in self.case.effects}
        return Progress(
            [row for row in self.plan.plan.rows if row.effect_id in planned], gate_of(self, self.case), self.approved
        )


def gate_of(calculation: Calculation, case: Case, name: str = "") -> "GateStatus":
    """What a gate requires of the case that was read, the gate ahead where none is named."""
    from vardering.workbook.checking.gate_checks import GateGround, check_gate

    ground = GateGround(
        case,
        calculation.reading.places,
        calculation.faults,
        calculation.plan,
        [place.plan for place in calculation.approved.places],
        calculation.approved.is_intact,
    )
    return check_gate(ground, name or case.change.gate)


def calculate(snapshot: Snapshot) -> Calculation:
    """Read, check, calculate and reconcile. Raises ``BookForeignError`` and ``ReconcileError``."""
    reading = read_case(snapshot)
    plan, plan_faults = _read_plan(snapshot)
    approved = read_approved_plans(snapshot)
    faults = [*reading.faults, *plan_faults, *approved.faults]
    if snapshot.macros:
        faults.append(Fault("macros-untouched", Severity.WARNING))
    results = None
    if reading.case is not None:
        faults.extend(beyond(reading.faults, check_case(reading.case, reading.places)))
        if not any(fault.severity is Severity.ERROR for fault in faults):
            results = evaluate(reading.case)
            reconcile(reading.case, results)
            faults.extend(check_results(reading.case, results, reading.places))
    return Calculation(reading, tuple(faults), results, plan, approved)


def _read_plan(snapshot: Snapshot) -> tuple[PlanReading | None, tuple[Fault, ...]]:
    """The plan, with what is wrong in it as warnings: whatever it is, the calculation does not need the plan."""
    try:
        plan = read_plan(snapshot)
    except BookForeignError as missing:
        return None, as_warnings([missing.fault])
    return plan, plan.faults if plan is not None else ()


def beyond(known: Sequence[Fault], found: Sequence[Fault]) -> list[Fault]:
    """The faults found at other cells than those already known to be wrong: "ca 100" is not also a missing figure."""
    wrong = {fault.where for fault in known if fault.severity is Severity.ERROR and fault.where is not None}
    return [fault for fault in found if fault.where not in wrong]


def findings_in(calculation: Calculation, snapshot: Snapshot) -> tuple[Finding, ...]:
    """The calculation's faults in words, in the order of the workbook's sheets."""
    return findings_of(calculation.faults, [sheet.name for sheet in snapshot.sheets])


def recalculate(snapshot: Snapshot, context: RunContext) -> Outcome:
    """The ChangeSet of a recalculation: all results, or, where errors stop it, findings and status panel only."""
    calculation = calculate(snapshot)
    findings = findings_in(calculation, snapshot)
    case, results = calculation.case, calculation.results
    if case is None or results is None:
        run = Run(EVENT, context.clock, context.user, context.version)
        return Outcome(findings, errors_change_set(snapshot, findings, run))
    mark = fingerprint(case)
    run = Run(EVENT, context.clock, context.user, context.version, mark)
    beside = Beside(calculation.progress(), sensitivity=sensitivity(case))
    change_set = results_change_set(snapshot, calculation.reading, results, findings, run, beside)
    return Outcome(findings, change_set, case=case, results=results, fingerprint=mark)
