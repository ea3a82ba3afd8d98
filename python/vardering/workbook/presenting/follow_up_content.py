"""Everything a follow-up says, ready to be written: the plan's rows, their days of measuring, reports and result."""

from collections.abc import Iterator, Mapping
from datetime import date

from vardering.base.faults import Fault
from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.follow_up import EffectFollowUp, FollowUpResult, LevelFollowUp
from vardering.model.measurement import Measurement
from vardering.model.realisation_plan import PlanRow
from vardering.workbook.checking.follow_up_checks import FollowUpGround
from vardering.workbook.reading.follow_up_reader import FollowUpReading


@dataclass(frozen=True, slots=True)
class DueMeasurement:
    """A measurement that is to be made, or should have been made, with its day and who answers for it."""

    row: PlanRow
    day: date
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class FollowUpContent:
    """A follow-up as of ``today``. ``due`` holds the days of measuring by effect; ``decision`` approved the promise.

    ``ground`` is what can be reported.
    """

    today: date
    rows: Mapping[str, PlanRow]
    due: Mapping[str, tuple[date, ...]]
    reading: FollowUpReading
    result: FollowUpResult
    decision: str
    case: Case
    ground: FollowUpGround
    faults: tuple[Fault, ...]

    def measured(self, effect_id: str) -> list[Measurement]:
        """The measurements of an effect that count, earliest first."""
        first_day = date(self.result.years[0], 1, 1)
        found = (one for one in self.reading.follow_up.measurements if one.effect_id == effect_id)
        return sorted((one for one in found if first_day <= one.measured_on <= self.today), key=_day_of)

    def levels(self) -> dict[tuple[str, date], LevelFollowUp]:
        """Every measurement that counts against the plan of its time."""
        return {
            measurement.key: level
            for effect in self.result.effects
            for measurement, level in zip(self.measured(effect.effect_id), effect.levels, strict=True)
        }

    def effect(self, effect_id: str) -> EffectFollowUp | None:
        """How an effect stands; None where it is not followed up."""
        return next((effect for effect in self.result.effects if effect.effect_id == effect_id), None)

    def to_measure(self) -> list[DueMeasurement]:
        """What should have been measured and what is to be measured next of each effect, earliest first."""
        return sorted(self._to_measure(), key=_order)

    def _to_measure(self) -> Iterator[DueMeasurement]:
        for effect in self.result.effects:
            row, days = self.rows[effect.effect_id], self.due[effect.effect_id]
            for index in effect.unanswered:
                yield DueMeasurement(row, days[index], is_overdue=True)
            if effect.next_due is not None:
                yield DueMeasurement(row, days[effect.next_due], is_overdue=False)


def _day_of(measurement: Measurement) -> date:
    return measurement.measured_on


def _order(due: DueMeasurement) -> tuple[date, str]:
    return due.day, due.row.effect_id
