"""What a person has left to do in the realisation plan, in each of their roles."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.measurement_dates import measurement_dates
from vardering.model.plan_completeness import is_answered
from vardering.model.realisation_plan import PlanRow


class Duty(StrEnum):
    """What is to be done. The Swedish sentence of each is among the texts."""

    ACCEPT = "accept"
    DESCRIBE_ACTIVITIES = "describe_activities"
    CARRY_OUT = "carry_out"
    CONFIRM_TRANSITION = "confirm_transition"
    MEASURE_BASELINE = "measure_baseline"
    PLAN_MEASURING = "plan_measuring"
    MEASURE = "measure_effect"


ROLES = ("owner", "realisation_lead", "measurement_owner")
"""Fields of a plan row that name people."""

DUTIES: dict[str, tuple[tuple[Duty, tuple[str, ...]], ...]] = {
    "owner": ((Duty.ACCEPT, ("accepted_on",)),),
    "realisation_lead": (
        (Duty.DESCRIBE_ACTIVITIES, ("activities", "preconditions")),
        (Duty.CARRY_OUT, ("activity_status",)),
        (Duty.CONFIRM_TRANSITION, ("transition_confirmed_on",)),
    ),
    "measurement_owner": (
        (Duty.MEASURE_BASELINE, ("baseline_measurement", "baseline_date")),
        (Duty.PLAN_MEASURING, ("measurement_method", "measurement_source", "frequency", "first_measurement")),
    ),
}
"""The duties of each role, and the fields that are filled in when one is done."""


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One thing to do for one effect; ``due`` is the day of a measurement. ``field`` is where it is filled in."""

    effect_id: str
    effect: str
    role: str
    duty: Duty
    field: str
    due: date | None = None


def person_of(cell: str) -> str:
    """The name in a cell of people: what stands before a comma, so that a title may follow it."""
    return cell.partition(",")[0].strip()


def people(rows: Sequence[PlanRow]) -> tuple[str, ...]:
    """Everybody whom the current rows of a plan name, each once, in order."""
    named = (person_of(getattr(row, role)) for row in rows if row.is_current for role in ROLES)
    return tuple(dict.fromkeys(name for name in named if name))


def holds(row: PlanRow, role: str, name: str) -> bool:
    """Whether a person has a role for an effect; capitals do not matter."""
    return person_of(getattr(row, role)).casefold() == person_of(name).casefold() != ""


def tasks_of(rows: Sequence[PlanRow], name: str, today: date) -> Iterator[PlanTask]:
    """What a person has left to do, effect by effect; of the measurements the next one, from ``today`` on."""
    for row in rows:
        if not row.is_current:
            continue
        for role in ROLES:
            if not holds(row, role, name):
                continue
            for duty, fields in DUTIES[role]:
                open_field = next((field for field in fields if not is_answered(row, field)), "")
                if open_field:
                    yield PlanTask(row.effect_id, row.name, role, duty, open_field)
            upcoming = next((day for day in measurement_dates(row) if day >= today), None)
            if role == "measurement_owner" and upcoming is not None:
                yield PlanTask(row.effect_id, row.name, role, Duty.MEASURE, "measure", upcoming)
