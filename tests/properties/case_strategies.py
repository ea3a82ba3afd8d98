"""Cases of all shapes that pass the checks, for Hypothesis."""

from datetime import date
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from unit.engine.case_builders import CITIZEN, NURSE, START, assumptions
from vardering.model.assumptions import OwnProfile, PriceGroup, RateBand, Settings
from vardering.model.case import Case
from vardering.model.change import Alternative, Change
from vardering.model.rows import (
    DevelopmentCost,
    Effect,
    RealisationDecision,
    RetiredAsset,
    RunCost,
    TransitionCost,
)
from vardering.model.vocabulary import Accounting, DecisionStatus, Gate, Kind, TimeUnit, ValuedAs

unhurried = settings(deadline=None, max_examples=50)
"""Enough cases to meet every combination, on machines that do other things at the same time."""

PROFILES = (OwnProfile(name="puckel", factors=(0.2, 1.0, 0.4)), OwnProfile(name="stege", factors=(0.1, 0.9)))
GROUPS = (PriceGroup(name="energi", real_change=0.02), PriceGroup(name="moln", real_change=-0.03))

amounts = st.floats(0, 1e6).map(lambda value: round(value, 2))
shares = st.floats(0, 1).map(lambda value: round(value, 3))
years = st.integers(START, START + 12)
perspectives = st.sampled_from(["kommunen", "kommunen", "personal", "region", "brukare och invånare"])


@st.composite
def _row(draw: st.DrawFn) -> dict[str, Any]:
    low, likely, high = sorted(draw(st.tuples(amounts, amounts, amounts)))
    first = draw(st.none() | years)
    return {
        "alternative": draw(st.sampled_from("BBC")),
        "perspective": draw(perspectives),
        "kind": draw(st.sampled_from(list(Kind))),
        "driver_low": low,
        "driver_likely": likely,
        "driver_high": high,
        "profile": draw(st.sampled_from(["engång", "jämn", "upptrappning", "puckel", "stege"])),
        "from_year": first,
        "to_year": draw(st.none() | st.integers(first or START, START + 14)),
        "ramp_years": draw(st.integers(1, 5)),
        "price_group": draw(st.sampled_from(["", "energi", "moln"])),
    }


@st.composite
def _cost(draw: st.DrawFn) -> dict[str, Any]:
    return draw(_row()) | {
        "unit_price_kr": draw(amounts),
        "category": draw(st.sampled_from(["", NURSE.name, CITIZEN.name])),
        "vat_is_cost": draw(st.booleans()),
        "vat_rate": 0.25,
    }


@st.composite
def _development(draw: st.DrawFn) -> dict[str, Any]:
    return draw(_cost()) | {
        "accounting": draw(st.sampled_from(list(Accounting))),
        "commissioned": draw(st.dates(date(START, 1, 1), date(START + 9, 12, 31))),
        "depreciation_years": draw(st.floats(0.5, 15)),
        "residual_value_kr": draw(amounts),
    }


@st.composite
def _effect(draw: st.DrawFn) -> dict[str, Any]:
    valued_as = draw(st.sampled_from(list(ValuedAs)))
    category = draw(st.sampled_from([NURSE.name, CITIZEN.name])) if valued_as is ValuedAs.HOURS else NURSE.name
    return draw(_row()) | {
        "valued_as": valued_as,
        "before": draw(amounts),
        "after": draw(amounts),
        "time_unit": draw(st.sampled_from(list(TimeUnit))),
        "unit_value_kr": draw(amounts),
        "category": category,
        "uptake": draw(st.none() | shares),
        "uptake_profile": draw(st.sampled_from(["", "stege"])),
        "deadweight": draw(shares),
        "attribution": draw(shares),
        "drop_off": draw(shares),
    }


def _numbered(prefix: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"id": f"{prefix}{number}"} for number, row in enumerate(rows, start=1)]


def _decision(row: dict[str, Any], status: DecisionStatus, post_ends: date | None) -> RealisationDecision:
    return RealisationDecision(effect_id=row["id"], status=status, post_ends=post_ends)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case with a handful of rows in two alternatives, all of it within the limits of the checks."""
    effects = _numbered("E", draw(st.lists(_effect(), max_size=4)))
    ends = st.none() | st.dates(date(START - 1, 1, 1), date(START + 9, 12, 31))
    statuses = st.sampled_from(list(DecisionStatus))
    rate = draw(st.floats(-0.05, 0.25))
    return Case(
        case_id="K1",
        change=Change(
            name="Fall",
            gate=draw(st.sampled_from(list(Gate))),
            start_year=START,
            horizon_years=draw(st.integers(1, 12)),
            price_level_year=START - draw(st.integers(0, 3)),
            go_live=draw(st.none() | st.dates(date(START, 1, 1), date(START + 5, 12, 31))),
        ),
        alternatives=(
            Alternative(id="A", name="Som i dag"),
            Alternative(id="C", name="Köpa", life_years=draw(st.none() | st.integers(1, 20))),
        ),
        settings=Settings(timing=draw(st.sampled_from([0.0, 0.5, 1.0]))),
        assumptions=assumptions(rate, price_index=draw(st.floats(0, 0.05))),
        rate_bands=tuple(
            RateBand(from_year_number=number, rate=0.01) for number in draw(st.sets(st.integers(2, 9), max_size=2))
        ),
        categories=(NURSE, CITIZEN),
        price_groups=GROUPS,
        profiles=PROFILES,
        development=tuple(DevelopmentCost(**row) for row in _numbered("U", draw(st.lists(_development(), max_size=3)))),
        transition=tuple(TransitionCost(**row) for row in _numbered("O", draw(st.lists(_cost(), max_size=2)))),
        running=tuple(RunCost(**row) for row in _numbered("D", draw(st.lists(_cost(), max_size=2)))),
        effects=tuple(Effect(**row) for row in effects),
        decisions=tuple(_decision(row, draw(statuses), draw(ends)) for row in effects if draw(st.booleans())),
        retired_assets=tuple(
            RetiredAsset(name="Gammal", book_value_kr=value, retired_year=START, remaining_years=3.5)
            for value in draw(st.lists(amounts, max_size=1))
        ),
    )
