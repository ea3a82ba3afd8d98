"""Uppdatera planen: one row per effect, calculated columns refreshed, what people wrote never touched."""

from vardering.base.faults import BookForeignError, CallError
from vardering.base.light_dataclasses import dataclass, replace
from vardering.commands.recalculation import Calculation, calculate, gate_of
from vardering.commands.request import Outcome, RunContext
from vardering.engine.effect_timing import effect_figures
from vardering.model.realisation_plan import PlanRow, RealisationPlan, plan_fingerprint
from vardering.model.vocabulary import PlanRowState
from vardering.workbook import written_names
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.contract.plan_sheet import PLAN
from vardering.workbook.presenting.findings import findings_of
from vardering.workbook.presenting.plan_change_set import plan_change_set
from vardering.workbook.presenting.plan_merge import merge_plan
from vardering.workbook.presenting.plan_rows import calculated_cells, copied_cells, planned_rows
from vardering.workbook.presenting.plan_status import Progress
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.case_reader import contract_of, contract_version
from vardering.workbook.reading.places import Correction
from vardering.workbook.reading.plan_reader import PlanReading, read_plan
from vardering.workbook.snapshot import Snapshot

EVENT = "Uppdatera planen"


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What an update of the plan gives: an outcome as of every command, and the plan as it then is."""

    outcome: Outcome
    plan: RealisationPlan


def plan_in(snapshot: Snapshot) -> PlanReading:
    """The plan of a workbook that should have one.

    Raises ``CallError`` "plan-needs-full" for a simplified workbook and "plan-needs-newer-workbook" for one from
    before there were plans; ``BookForeignError`` "table-missing" where somebody removed the sheet.
    """
    reading = read_plan(snapshot)
    if reading is not None:
        return reading
    if contract_of(snapshot).kind != KALKYL.kind:
        raise CallError("plan-needs-full")
    if contract_version(snapshot) < PLAN.since:
        raise CallError("plan-needs-newer-workbook")
    raise BookForeignError("table-missing", table=PLAN.name, title=PLAN.title)


def update_plan(snapshot: Snapshot, context: RunContext) -> PlanOutcome:
    """The ChangeSet of an update of the plan. Where the inputs have errors nothing is written.

    Raises what ``plan_in`` and ``calculate`` raise.
    """
    reading = plan_in(snapshot)
    calculation = calculate(snapshot)
    order = [sheet.name for sheet in snapshot.sheets]
    case, results = calculation.case, calculation.results
    if case is None or results is None:
        return PlanOutcome(Outcome(findings_of(calculation.faults, order)), reading.plan)
    copy = copied_cells(snapshot.names[written_names.PLAN_COPY]) if written_names.PLAN_COPY in snapshot.names else {}
    figures = effect_figures(case, results)
    planned = tuple(planned_rows(reading.plan, case.effects, figures, copy, context.clock.date()))
    merge = merge_plan(snapshot.tables[PLAN.name], copy, {row.effect_id: calculated_cells(row) for row in planned})
    rows = (*planned, *_kept(reading.plan, planned))
    plan = RealisationPlan(rows=rows)
    run = Run(EVENT, context.clock, context.user, context.version, plan_fingerprint(plan))
    after = replace(calculation, plan=PlanReading(plan, (), ()))
    after_plan = Progress(rows, gate_of(after, case), calculation.approved)
    change_set = plan_change_set(snapshot, merge, after_plan, _given_ids(calculation), results, run)
    findings = findings_of((*reading.faults, *merge.faults), order)
    outcome = Outcome(findings, change_set, case=case, results=results, fingerprint=run.fingerprint)
    return PlanOutcome(outcome, plan)


def _kept(plan: RealisationPlan, planned: tuple[PlanRow, ...]) -> tuple[PlanRow, ...]:
    """Rows of effects that are gone, marked so."""
    present = {row.effect_id for row in planned}
    gone = {"state": PlanRowState.REMOVED, "lacking": ""}
    return tuple(row.model_copy(update=gone) for row in plan.rows if row.effect_id not in present)


def _given_ids(calculation: Calculation) -> tuple[Correction, ...]:
    """New ids of effects: the plan holds on to them, so they are written with it."""
    return tuple(
        found
        for found in calculation.reading.corrections
        if any(place.cell("id") == found.where for place in calculation.reading.places.rows.get("effects", ()))
    )
