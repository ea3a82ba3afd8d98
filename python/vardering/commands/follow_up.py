"""Uppföljning: what was reported against what was promised; nothing that people wrote is touched."""

from collections.abc import Mapping, Sequence
from datetime import date

from vardering.base.faults import BookForeignError, CallError
from vardering.base.light_dataclasses import dataclass
from vardering.base.units import MONTHS_PER_YEAR
from vardering.base.years import years_until_end_of
from vardering.commands.planning import plan_in
from vardering.commands.recalculation import Calculation, calculate
from vardering.commands.request import Outcome, RunContext
from vardering.engine.change_follow_up import follow_up, follow_up_years
from vardering.engine.effect_timing import effect_figures
from vardering.model.approved_plan import ApprovedEffect, ApprovedPlan
from vardering.model.case import Case
from vardering.model.follow_up import Level, Schedule
from vardering.model.measurement import Measurement
from vardering.model.measurement_dates import due_dates
from vardering.model.realisation_plan import PlanRow, RealisationPlan, plan_fingerprint
from vardering.model.results import Results
from vardering.model.vocabulary import Kind, PlanRowState
from vardering.texts.follow_up_texts import EVENT
from vardering.workbook.checking.follow_up_checks import FollowUpGround, check_follow_up, check_promise
from vardering.workbook.contract.follow_up_sheet import MEASUREMENTS
from vardering.workbook.presenting.findings import findings_of
from vardering.workbook.presenting.follow_up_change_set import follow_up_change_set
from vardering.workbook.presenting.follow_up_content import FollowUpContent
from vardering.workbook.presenting.plan_rows import planned_rows
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.case_reader import contract_version
from vardering.workbook.reading.follow_up_reader import FollowUpReading, read_follow_up
from vardering.workbook.snapshot import Snapshot

EARLY = 0.25
"""How long before its day a measurement counts for it, as a share of the time between two of them. [own]"""


@dataclass(frozen=True, slots=True)
class FollowUpOutcome:
    """What a follow-up gives: an outcome as of every command, and everything it says."""

    outcome: Outcome
    content: FollowUpContent | None = None


def follow_up_in(snapshot: Snapshot) -> FollowUpReading:
    """What has been reported in a workbook that should have room for it.

    Raises what ``plan_in`` raises, ``CallError`` "follow-up-needs-newer-workbook" for a workbook from before there was
    any follow-up, and ``BookForeignError`` "table-missing" where somebody removed its sheets.
    """
    plan_in(snapshot)
    reading = read_follow_up(snapshot)
    if reading is not None:
        return reading
    if contract_version(snapshot) < MEASUREMENTS.since:
        raise CallError("follow-up-needs-newer-workbook")
    raise BookForeignError("table-missing", table=MEASUREMENTS.name, title=MEASUREMENTS.title)


def update_follow_up(snapshot: Snapshot, context: RunContext, day: date | None = None) -> FollowUpOutcome:
    """The ChangeSet of a follow-up as of a day, today unless another is given. With errors in the inputs none is.

    Raises what ``follow_up_in`` and ``calculate`` raise.
    """
    reading = follow_up_in(snapshot)
    calculation = calculate(snapshot)
    order = [sheet.name for sheet in snapshot.sheets]
    content = follow_up_content(calculation, reading, day or context.clock.date())
    if content is None:
        return FollowUpOutcome(Outcome(findings_of(calculation.faults, order)))
    plan = RealisationPlan(rows=tuple(content.rows.values()))
    mark = plan_fingerprint(plan, reading.follow_up)
    run = Run(EVENT, context.clock, context.user, context.version, mark)
    findings = findings_of((*reading.faults, *content.faults), order)
    change_set = follow_up_change_set(snapshot, content, run)
    outcome = Outcome(findings, change_set, case=calculation.case, results=calculation.results, fingerprint=mark)
    return FollowUpOutcome(outcome, content)


def follow_up_content(calculation: Calculation, reading: FollowUpReading, today: date) -> FollowUpContent | None:
    """Everything a follow-up says as of a day; None where errors stopped the calculation."""
    case, results = calculation.case, calculation.results
    if case is None or results is None or calculation.plan is None:
        return None
    approved = calculation.approved.places[-1].plan if calculation.approved.places else None
    years = follow_up_years(results, approved)
    rows = _rows(calculation.plan.plan, case, results, approved, today)
    ground = FollowUpGround(
        effect_ids=rows.keys(),
        cost_ids={row.id for row in results.rows if row.alternative == results.main_alternative} - rows.keys(),
        years=results.years,
        first_day=date(years[0], 1, 1),
        last_day=today,
    )
    due = {effect_id: due_dates(row) for effect_id, row in rows.items()}
    counted = [one for one in reading.follow_up.measurements if ground.first_day <= one.measured_on <= today]
    agreed = {effect.effect_id: effect for effect in approved.effects} if approved is not None else {}
    schedules = [
        _schedule(row, due[key], [one for one in counted if one.effect_id == key], agreed.get(key), years[0])
        for key, row in rows.items()
    ]
    costs = reading.follow_up.actual_costs
    moved = check_promise(calculation.plan, approved) if approved is not None else ()
    now = years_until_end_of(years[0], today)
    return FollowUpContent(
        today=today,
        rows=rows,
        due={effect_id: days for effect_id, (days, _) in due.items()},
        reading=reading,
        result=follow_up(case, results, approved, schedules, costs, now),
        decision=approved.decision if approved is not None else "",
        case=case,
        ground=ground,
        faults=(*check_follow_up(reading, ground), *moved),
    )


def _rows(
    plan: RealisationPlan, case: Case, results: Results, approved: ApprovedPlan | None, today: date
) -> Mapping[str, PlanRow]:
    """The plan row of every effect as it would be after an update, and of those that were promised and are gone."""
    figures = effect_figures(case, results)
    rows = {row.effect_id: row for row in planned_rows(plan, case.effects, figures, {}, today)}
    for effect in approved.effects if approved is not None else ():
        if effect.effect_id not in rows:
            kept = plan.row(effect.effect_id) or PlanRow(effect_id=effect.effect_id, name=effect.name)
            rows[effect.effect_id] = kept.model_copy(update={"state": PlanRowState.REMOVED})
    return rows


def _schedule(
    row: PlanRow,
    due: tuple[tuple[date, ...], int],
    measured: Sequence[Measurement],
    agreed: ApprovedEffect | None,
    first_year: int,
) -> Schedule:
    """What plan and measurements say of an effect, as times from 1 January of the first year; a day counts whole.

    Baseline and target are those that were approved, so that a target moved later hides nothing.
    """
    days, months = due
    promised = agreed if agreed is not None and agreed.target is not None else row
    return Schedule(
        effect_id=row.effect_id,
        baseline=promised.baseline_measurement,
        target=promised.target,
        due=tuple(years_until_end_of(first_year, day) for day in days),
        window=EARLY * months / MONTHS_PER_YEAR,
        levels=tuple(
            Level(years_until_end_of(first_year, one.measured_on), one.actual, one.realised_kr, one.realised_hours)
            for one in sorted(measured, key=_day_of)
        ),
        is_cash=row.kind is Kind.FINANCIAL,
    )


def _day_of(measurement: Measurement) -> date:
    return measurement.measured_on
