"""The approved plan: what was promised, by whom and when, frozen by a dated decision and never changed afterwards."""

from datetime import date

from vardering.model.record import Field, Record


class ApprovedEffect(Record):
    """What was promised for one effect. Kronor per year of the plan's years; None for effects without kronor."""

    effect_id: str = Field(min_length=1)
    name: str = ""
    owner: str = ""
    measure: str = ""
    measure_unit: str = ""
    baseline_measurement: float | None = None
    target: float | None = None
    full_effect_year: int | None = None
    yearly_values_kr: tuple[float | None, ...] = ()


class ApprovedPlan(Record):
    """One approved plan. Later plans are added after a new decision; earlier ones stay.

    Net present values by view, kr, of the case with this ``fingerprint``.
    """

    decision: str = Field(min_length=1, description="Decision paragraph")
    decided_on: date | None = None
    frozen_at: str = Field(default="", description="Local time to the minute")
    frozen_by: str = ""
    fingerprint: str = Field(default="", description="Fingerprint of the case the plan rests on")
    years: tuple[int, ...] = ()
    net_present_values_kr: tuple[float | None, ...] = ()
    effects: tuple[ApprovedEffect, ...] = ()
