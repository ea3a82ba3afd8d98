"""The realisation plan (effekthemtagningsplan): one row per effect with the seven questions and who answers for them.

It is no part of the case: it has a fingerprint of its own, so that work with the plan and its follow-up never makes
the calculation stale. The seven questions are those of E-delegationen: what, how, who, when, how it is followed up,
who is responsible for that, and by which measures.
"""

import hashlib
import json
from datetime import date

from vardering.model.record import Field, Json, Record
from vardering.model.vocabulary import ActivityStatus, Kind, MeasurementFrequency, PlanRowState


class PlanRow(Record):
    """What is planned for one effect. The first group of fields is calculated from the case, the rest people write."""

    effect_id: str = Field(min_length=1)
    name: str = ""
    kind: Kind | None = None
    state: PlanRowState = PlanRowState.CURRENT
    lacking: str = Field(default="", description="The questions that have no answer yet, in words")
    owner: str = Field(default="", description="Benefit owner, from the effect")
    owner_since: date | None = Field(default=None, description="Day the plan got this owner; null for the first one")
    former_owners: str = Field(default="", description="Earlier owners, each with the day until which")
    first_year: int | None = Field(default=None, description="First calendar year with any effect")
    full_effect_year: int | None = Field(default=None, description="First calendar year at its largest share")
    yearly_value_kr: float | None = Field(default=None, description="Value in the year of full effect, kr; signed")
    yearly_hours: float | None = Field(default=None, description="Hours in the year of full effect; signed")
    measure: str = ""

    activities: str = ""
    preconditions: str = ""
    accepted_on: date | None = Field(default=None, description="Day the benefit owner accepted")
    realisation_lead: str = ""
    measurement_method: str = ""
    measurement_source: str = ""
    frequency: MeasurementFrequency | None = None
    first_measurement: date | None = None
    measurement_owner: str = ""
    measure_unit: str = ""
    baseline_measurement: float | None = None
    baseline_date: date | None = None
    target: float | None = None
    risk: str = ""
    activity_status: ActivityStatus | None = None
    transition_confirmed_on: date | None = None
    handed_over_on: date | None = None
    note: str = ""

    @property
    def is_current(self) -> bool:
        """Whether the effect still is in the case."""
        return self.state is PlanRowState.CURRENT

    @property
    def is_accepted(self) -> bool:
        """Whether the present owner has accepted: an acceptance from before the owner changed does not count."""
        if not self.owner or self.accepted_on is None:
            return False
        return self.owner_since is None or self.accepted_on >= self.owner_since


class RealisationPlan(Record):
    """The plan of a change; rows keep the order of the sheet."""

    rows: tuple[PlanRow, ...] = ()

    @property
    def current_rows(self) -> tuple[PlanRow, ...]:
        """The rows whose effect still is in the case."""
        return tuple(row for row in self.rows if row.is_current)

    def row(self, effect_id: str) -> PlanRow | None:
        """The first row of an effect, None where it has none."""
        return next((row for row in self.rows if row.effect_id == effect_id), None)


def plan_fingerprint(*parts: Record) -> str:
    """Fingerprint of the plan, and of what is followed up where that is given too: 16 hexadecimal digits of SHA-256.

    Independent of the order of rows, like that of the case, and of nothing else than what it is given.
    """
    content = [{name: _unordered(value) for name, value in part.model_dump().items()} for part in parts]
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _unordered(value: Json) -> Json:
    return sorted(value, key=lambda row: json.dumps(row, sort_keys=True)) if isinstance(value, list) else value
