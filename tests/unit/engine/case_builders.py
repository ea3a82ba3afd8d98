"""Minimal valid cases and rows: say only what a test is about."""

from collections.abc import Sequence
from typing import Any

from vardering.model.assumptions import Assumptions, Parameter, PersonnelCategory, Settings
from vardering.model.case import Case
from vardering.model.change import Change
from vardering.model.rows import DevelopmentCost, Effect, RunCost, TransitionCost
from vardering.model.vocabulary import ONE_OFF, Kind, ValuedAs

START = 2027
NURSE = PersonnelCategory(name="Undersköterska", monthly_salary_kr=30_000.0, hour_cost_kr=400.0)
CITIZEN = PersonnelCategory(name="Medborgare", hour_cost_kr=100.0, is_staff=False)


def assumptions(rate: float | None = 0.0, **values: float | None) -> Assumptions:
    """Assumptions with these values; PO and internal interest rate are given unless set to None."""
    given = {"employer_on_cost": 0.4, "internal_interest_rate": 0.02} | values
    return Assumptions(discount_rate=Parameter(value=rate), **{k: Parameter(value=v) for k, v in given.items()})


def case(*, years: int = 5, rate: float | None = 0.0, timing: float = 0.0, **parts: Any) -> Case:
    """A case from 2027 in 2027's prices. Keys of ``parts`` are fields of the case or of its change."""
    change: dict[str, Any] = {"name": "Fall", "start_year": START, "horizon_years": years, "price_level_year": START}
    change |= {key: parts.pop(key) for key in list(parts) if key in Change.field_names}
    fields: dict[str, Any] = {
        "case_id": "K1",
        "settings": Settings(timing=timing),
        "assumptions": assumptions(rate),
        "categories": (NURSE, CITIZEN),
    } | parts
    return Case(change=Change(**change), **fields)


def development(**fields: Any) -> DevelopmentCost:
    """A development cost of 1 × 100 kr once, in the first year."""
    defaults: dict[str, Any] = {"id": "U1", "driver_likely": 1.0, "unit_price_kr": 100.0}
    return DevelopmentCost(**(defaults | fields))


def transition(**fields: Any) -> TransitionCost:
    """A transition cost of 1 × 100 kr once, in the first year."""
    defaults: dict[str, Any] = {"id": "O1", "driver_likely": 1.0, "unit_price_kr": 100.0}
    return TransitionCost(**(defaults | fields))


def running(**fields: Any) -> RunCost:
    """A run cost of 1 × 100 kr every year."""
    defaults: dict[str, Any] = {"id": "D1", "driver_likely": 1.0, "unit_price_kr": 100.0}
    return RunCost(**(defaults | fields))


def effect(**fields: Any) -> Effect:
    """A financial effect of 1 × (100 − 0) × 1 kr every year."""
    defaults: dict[str, Any] = {"id": "E1", "driver_likely": 1.0, "before": 100.0, "unit_value_kr": 1.0}
    return Effect(**(defaults | fields))


def hours_effect(**fields: Any) -> Effect:
    """Ten hours a year of nurses' time that is put to other use."""
    defaults: dict[str, Any] = {
        "valued_as": ValuedAs.HOURS,
        "driver_likely": 10.0,
        "before": 1.0,
        "unit_value_kr": None,
        "category": NURSE.name,
        "kind": Kind.REDEPLOYMENT,
    }
    return effect(**(defaults | fields))


def posts_effect(**fields: Any) -> Effect:
    """One nurse's post that ends, claimed as financial."""
    defaults: dict[str, Any] = {
        "valued_as": ValuedAs.POSTS,
        "before": 1.0,
        "unit_value_kr": None,
        "category": NURSE.name,
    }
    return effect(**(defaults | fields))


def case_of_flows(net: Sequence[float], rate: float = 0.0, timing: float = 0.0, **parts: Any) -> Case:
    """A case whose yearly net is exactly this: outlays are run costs, receipts are effects."""
    costs = [
        running(id=f"D{k}", unit_price_kr=float(-flow), profile=ONE_OFF, from_year=START + k)
        for k, flow in enumerate(net)
        if flow < 0
    ]
    effects = [
        effect(id=f"E{k}", before=float(flow), profile=ONE_OFF, from_year=START + k)
        for k, flow in enumerate(net)
        if flow > 0
    ]
    return case(years=len(net), rate=rate, timing=timing, running=tuple(costs), effects=tuple(effects), **parts)
