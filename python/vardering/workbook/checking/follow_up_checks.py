"""What was reported of what does not exist, or of a time that is not followed up."""

from collections.abc import Collection, Iterator
from datetime import date

from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.approved_plan import ApprovedPlan
from vardering.workbook.contract.plan_sheet import PLAN
from vardering.workbook.reading.cell_reader import shown
from vardering.workbook.reading.follow_up_reader import FollowUpReading
from vardering.workbook.reading.plan_reader import PlanReading


@dataclass(frozen=True, slots=True)
class FollowUpGround:
    """What can be reported: ids of effects and of cost rows, the calendar years of the case, the first and last day."""

    effect_ids: Collection[str]
    cost_ids: Collection[str]
    years: tuple[int, ...]
    first_day: date
    last_day: date


def check_follow_up(reading: FollowUpReading, ground: FollowUpGround) -> Iterator[Fault]:
    """Warnings for the reports that cannot be counted."""
    for measurement, place in zip(reading.follow_up.measurements, reading.measured_at, strict=True):
        day = measurement.measured_on
        if measurement.effect_id not in ground.effect_ids:
            where = place.cell("effect_id")
            yield Fault("measurement-of-unknown", Severity.WARNING, where, {"id": measurement.effect_id})
        elif not ground.first_day <= day <= ground.last_day:
            told = {"when": str(day), "first": str(ground.first_day), "last": str(ground.last_day)}
            yield Fault("measurement-date-outside", Severity.WARNING, place.cell("measured_on"), told)
    for cost, place in zip(reading.follow_up.actual_costs, reading.paid_at, strict=True):
        if cost.row_id not in ground.cost_ids:
            yield Fault("cost-of-unknown", Severity.WARNING, place.cell("row_id"), {"id": cost.row_id})
        elif cost.year not in ground.years:
            years = {"year": str(cost.year), "first": str(ground.years[0]), "last": str(ground.years[-1])}
            yield Fault("cost-year-outside", Severity.WARNING, place.cell("year"), years)


def check_promise(plan: PlanReading, approved: ApprovedPlan) -> Iterator[Fault]:
    """Notices where the plan now has another baseline or target than the approved one, which holds."""
    for effect in approved.effects:
        row = plan.plan.row(effect.effect_id)
        for name in ("baseline_measurement", "target"):
            promised, value = getattr(effect, name), getattr(row, name, None)
            if row is None or promised is None or value == promised:
                continue
            heading = PLAN.column(name).heading
            told = "tomt" if value is None else shown(value)
            arguments = {"id": effect.effect_id, "heading": heading, "value": told, "promised": shown(promised)}
            yield Fault("promise-moved", Severity.NOTICE, plan.at(effect.effect_id, name), arguments)
