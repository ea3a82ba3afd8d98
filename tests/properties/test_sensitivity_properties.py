"""What must hold for the sensitivity of any case; every figure is checked by evaluating a changed case whole."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from properties.case_strategies import cases, unhurried
from vardering.engine.drivers import Drivers
from vardering.engine.evaluation import evaluate
from vardering.engine.sensitivity import sensitivity
from vardering.model.case import Case
from vardering.model.results import Results, RowGroup, Undefined
from vardering.model.sensitivity import InputSensitivity, Scenario, VariedInput
from vardering.model.vocabulary import View

COSTS = ("development", "transition", "running")
APART = (VariedInput.BENEFIT_DELAY, VariedInput.ALL_BENEFITS, VariedInput.ALL_COSTS)
"""Inputs that are tried elsewhere: years are whole, and wholes have no ends."""


def size_of(results: Results) -> float:
    """What net present values are small against: all that is added up in them."""
    figures = results.main.views[View.ALL_VALUED]
    return 1.0 + sum(abs(row.present_value_kr) for row in results.rows) + abs(figures.figures.npv)


@given(cases())
@unhurried
def test_the_likely_case_lies_between_the_pessimistic_and_the_optimistic_in_every_view(of: Case) -> None:
    found = sensitivity(of)
    slack = 1e-9 * size_of(evaluate(of))
    for view in View:
        low, likely, high = (
            found.scenarios[name][view].npv for name in (Scenario.PESSIMISTIC, Scenario.LIKELY, Scenario.OPTIMISTIC)
        )
        assert low - slack <= likely <= high + slack


@given(cases())
@unhurried
def test_the_likely_case_is_the_calculation_itself(of: Case) -> None:
    found, results = sensitivity(of), evaluate(of)
    for view in View:
        figures = results.main.views[view].figures
        likely = found.scenarios[Scenario.LIKELY][view]
        size = size_of(results)
        assert likely.npv == pytest.approx(figures.npv, rel=0, abs=1e-9 * size)
        assert likely.pv_costs == pytest.approx(figures.pv_costs, rel=0, abs=1e-9 * size)
        assert likely.pv_benefits == pytest.approx(figures.pv_benefits, rel=0, abs=1e-9 * size)
        assert isinstance(likely.payback_years, Undefined) == isinstance(figures.payback_years, Undefined)


@given(cases())
@unhurried
def test_at_a_switching_value_the_net_present_value_is_zero(of: Case) -> None:
    size = size_of(evaluate(of))
    for tested in sensitivity(of).inputs:
        if tested.varied in APART:
            continue
        for view, response in tested.responses.items():
            value = response.switching_value
            if not isinstance(value, Undefined):
                changed = with_input(of, tested, value)
                tolerance = 1e-8 * (size + size_of(changed))
                assert changed.main.views[view].figures.npv == pytest.approx(0.0, abs=tolerance)


def with_input(of: Case, tested: InputSensitivity, value: float) -> Results:
    """The whole calculation with one input at a value."""
    if tested.varied is VariedInput.DRIVER:
        return evaluate(of, drivers=Drivers(by_row={tested.id: value}))
    if tested.varied is VariedInput.DISCOUNT_RATE:
        return evaluate(moved_rates(of, value - tested.likely))
    profiles = tuple(
        profile.model_copy(update={"name": f"{profile.name}*", "factors": tuple(f * value for f in profile.factors)})
        for profile in of.profiles
    )
    effects = tuple(
        row.model_copy(
            update={
                "uptake": None if row.uptake is None else row.uptake * value,
                "uptake_profile": row.uptake_profile and f"{row.uptake_profile}*",
            }
        )
        for row in of.effects
    )
    return evaluate(of.model_copy(update={"effects": effects, "profiles": (*of.profiles, *profiles)}))


def moved_rates(of: Case, shift: float) -> Case:
    rate = of.assumptions.discount_rate
    moved = rate.model_copy(update={"value": (rate.value or 0.0) + shift})
    bands = tuple(band.model_copy(update={"rate": band.rate + shift}) for band in of.rate_bands)
    return of.model_copy(
        update={"assumptions": of.assumptions.model_copy(update={"discount_rate": moved}), "rate_bands": bands}
    )


@given(cases())
@unhurried
def test_the_presets_are_what_the_whole_calculation_gives_for_a_changed_case(of: Case) -> None:
    of = without_february(of)
    found = sensitivity(of)
    gaining = {row.id for row in evaluate(of).rows if row.group is RowGroup.EFFECT and row.amount_kr > 0.0}
    worse: dict[Scenario, Case] = {
        Scenario.BENEFITS_LATE: later(of, gaining),
        Scenario.BENEFITS_LOWER: scaled(of, ("effects",), 0.8, gaining),
        Scenario.COSTS_HIGHER: scaled(of, COSTS, 1.3),
        Scenario.ALL_WORSE: scaled(scaled(later(of, gaining), ("effects",), 0.8, gaining), COSTS, 1.3),
    }
    for scenario, changed in worse.items():
        results = evaluate(changed)
        for view in View:
            assert found.scenarios[scenario][view].npv == pytest.approx(
                results.main.views[view].figures.npv, rel=0, abs=1e-9 * size_of(results)
            ), scenario


def later(of: Case, gaining: set[str]) -> Case:
    """The effects that gain begin and end a year later, and so do the posts that they end."""
    effects = tuple(
        row.model_copy(
            update={
                "from_year": (row.from_year or of.change.start_year) + 1,
                "to_year": None if row.to_year is None else row.to_year + 1,
            }
        )
        if row.id in gaining
        else row
        for row in of.effects
    )
    decisions = tuple(
        one.model_copy(update={"post_ends": one.post_ends and a_year_after(one.post_ends)})
        if one.effect_id in gaining
        else one
        for one in of.decisions
    )
    return of.model_copy(update={"effects": effects, "decisions": decisions})


def a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1)


def without_february(of: Case) -> Case:
    """Posts end in other months: a day of February is not the same share of every year."""
    decisions = tuple(
        one.model_copy(update={"post_ends": one.post_ends.replace(month=3)})
        if one.post_ends is not None and one.post_ends.month == 2
        else one
        for one in of.decisions
    )
    return of.model_copy(update={"decisions": decisions})


def scaled(of: Case, tables: tuple[str, ...], factor: float, only: set[str] | None = None) -> Case:
    """The likely drivers of rows multiplied."""
    changes: dict[str, Any] = {
        table: tuple(
            row.model_copy(update={"driver_likely": (row.driver_likely or 0.0) * factor})
            if only is None or row.id in only
            else row
            for row in getattr(of, table)
        )
        for table in tables
    }
    return of.model_copy(update=changes)


@given(cases())
@unhurried
def test_a_tornado_is_sorted_and_holds_only_what_moves_the_result(of: Case) -> None:
    found = sensitivity(of)
    for view in View:
        swings = [tested.responses[view].swing for tested in found.by_swing(view)]
        assert swings == sorted(swings, reverse=True)
        assert all(swing > 0.0 for swing in swings)
        assert all(tested.has_range for tested in found.by_swing(view))


@given(cases())
@unhurried
def test_the_ends_of_an_input_are_what_the_whole_calculation_gives(of: Case) -> None:
    for tested in sensitivity(of).inputs:
        if tested.varied in APART:
            continue
        low, high = (with_input(of, tested, end) for end in (tested.low, tested.high))
        for view, response in tested.responses.items():
            tolerance = 1e-9 * (size_of(low) + size_of(high))
            assert response.npv_low == pytest.approx(low.main.views[view].figures.npv, rel=0, abs=tolerance)
            assert response.npv_high == pytest.approx(high.main.views[view].figures.npv, rel=0, abs=tolerance)
