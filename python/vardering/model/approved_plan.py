"""The approved plan: what was promised, by whom and when, frozen by a dated decision and never changed afterwards."""

import hashlib
import json
from datetime import date

from vardering.model.record import Field, Json, Record


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
    decided_on: date
    frozen_at: str = Field(description="Local time to the minute")
    frozen_by: str = ""
    fingerprint: str = Field(default="", description="Fingerprint of the case the plan rests on")
    years: tuple[int, ...] = ()
    net_present_values_kr: tuple[float | None, ...] = ()
    effects: tuple[ApprovedEffect, ...] = ()


def content_hash(plan: ApprovedPlan) -> str:
    """SHA-256 over everything in the plan, in its order: 64 hexadecimal digits.

    Figures count to twelve significant digits, which every spreadsheet program keeps when it saves.
    """
    canonical = json.dumps(_stable(plan.model_dump()), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _stable(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _stable(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_stable(entry) for entry in value]
    return f"{value:.12g}" if isinstance(value, float) else value
