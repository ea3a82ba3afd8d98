"""Sensitivity against the whole engine: what is found by one multiplication is what evaluating anew gives."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from builders import a_case, a_change, a_cost, an_effect
from vardering.engine.drivers import Drivers, Level
from vardering.engine.evaluation import evaluate
from vardering.engine.sensitivity import sensitivity
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case
from vardering.model.results import Results, RowGroup, Undefined
from vardering.model.rows import MonetaryRow
from vardering.model.sensitivity import Scenario, Sensitivity, VariedInput
from vardering.model.vocabulary import View

NAMES = [entry.name for entry in EXAMPLES]


def analysed(name: str) -> tuple[Case, Results, Sensitivity]:
    case = load_example(name)
    results = evaluate(case)
    return case, results, sensitivity(case)


def npv(case: Case, view: View, drivers: Drivers | None = None) -> float:
    return evaluate(case, drivers=drivers or Drivers()).main.views[view].figures.npv


@pytest.mark.parametrize("name", NAMES)
def test_the_likely_case_is_the_result_and_lies_between_the_others(name: str) -> None:
    _, results, found = analysed(name)
    for view in View:
        figures = results.main.views[view].figures
        likely = found.scenarios[Scenario.LIKELY][view]
        assert likely.npv == pytest.approx(figures.npv, abs=1e-6)
        assert likely.pv_benefits == pytest.approx(figures.pv_benefits, abs=1e-6)
        assert likely.pv_costs == pytest.approx(figures.pv_costs, abs=1e-6)
        for name_of in ("payback_years", "net_benefit_per_krona"):
            expected = getattr(figures, name_of)
            found_here = getattr(likely, name_of)
            assert found_here == (expected if isinstance(expected, Undefined) else pytest.approx(expected))
        worst, best = (found.scenarios[each][view].npv for each in (Scenario.PESSIMISTIC, Scenario.OPTIMISTIC))
        assert worst <= likely.npv <= best


@pytest.mark.parametrize("name", NAMES)
def test_the_ends_of_a_row_are_those_of_the_whole_engine(name: str) -> None:
    case, results, found = analysed(name)
    for row in [row for row in found.inputs if row.varied is VariedInput.DRIVER]:
        for view, response in row.responses.items():
            ends = [npv(case, view, Drivers(by_row={row.id: level})) for level in (Level.LOW, Level.HIGH)]
            changes = [end - results.main.views[view].figures.npv for end in ends]
            assert (response.npv_low, response.npv_high) == pytest.approx(ends, abs=1e-3)
            assert response.worse == pytest.approx(min(0.0, *changes), abs=1e-3)
            assert response.better == pytest.approx(max(0.0, *changes), abs=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_the_net_present_value_is_zero_at_a_rows_switching_value(name: str) -> None:
    case, _, found = analysed(name)
    tried = 0
    for row in [row for row in found.inputs if row.varied is VariedInput.DRIVER]:
        for view, response in row.responses.items():
            if not isinstance(response.switching_value, Undefined):
                tried += 1
                at_zero = npv(case, view, Drivers(by_row={row.id: response.switching_value}))
                assert at_zero == pytest.approx(0.0, abs=1e-3)
    assert tried


def drivers_of(rows: Iterable[MonetaryRow], factor: float) -> dict[str, Level | float]:
    return {row.id: (row.driver_likely or 0.0) * factor for row in rows}


def costs_of(case: Case) -> tuple[MonetaryRow, ...]:
    return (*case.development, *case.transition, *case.running)


def gaining(case: Case, results: Results) -> tuple[MonetaryRow, ...]:
    """Effects that lower nothing: a smaller disbenefit would make a worse case better."""
    gains = {row.id for row in results.rows if row.group is RowGroup.EFFECT and row.amount_kr > 0.0}
    return tuple(row for row in case.effects if row.id in gains)


@pytest.mark.parametrize("name", NAMES)
def test_higher_costs_and_lower_benefits_are_those_of_the_whole_engine(name: str) -> None:
    case, results, found = analysed(name)
    dearer = Drivers(by_row=drivers_of(costs_of(case), 1.3))
    poorer = Drivers(by_row=drivers_of(gaining(case, results), 0.8))
    for view in View:
        higher, lower = (found.scenarios[name][view].npv for name in (Scenario.COSTS_HIGHER, Scenario.BENEFITS_LOWER))
        assert higher == pytest.approx(npv(case, view, dearer), abs=1e-3)
        assert lower == pytest.approx(npv(case, view, poorer), abs=1e-3)


def small_case(start: int) -> Case:
    change = a_change(start_year=2027, horizon_years=4, price_level_year=2027)
    return a_case(
        change=change,
        development=(a_cost(id="U1", driver_likely=100.0),),
        effects=(an_effect(id="E1", driver_likely=50.0, from_year=start),),
    )


def test_a_year_late_is_what_a_later_first_year_gives() -> None:
    case = small_case(2027)
    found = sensitivity(case)
    alone = next(row for row in found.inputs if row.varied is VariedInput.BENEFIT_DELAY)
    for view in View:
        late = npv(small_case(2028), view)
        assert found.scenarios[Scenario.BENEFITS_LATE][view].npv == pytest.approx(late)
        assert alone.responses[view].worse == pytest.approx(late - npv(case, view))


def test_a_row_without_range_has_no_swing_and_one_alternative_does_not_move_another() -> None:
    case = small_case(2027)
    other = replace(case.effects[0], id="E2", alternative="C", driver_low=0.0, driver_high=900.0)
    found = sensitivity(replace(case, effects=(*case.effects, other)))
    rows = {row.id: row for row in found.inputs if row.varied is VariedInput.DRIVER}
    assert set(rows) == {"U1", "E1"}
    assert all(row.responses[View.ALL_VALUED].swing == 0.0 for row in rows.values())


@pytest.mark.parametrize("name", NAMES)
def test_all_benefits_and_all_costs_weigh_the_same_at_their_switching_values(name: str) -> None:
    case, results, found = analysed(name)
    wholes = {
        VariedInput.ALL_BENEFITS: gaining(case, results),
        VariedInput.ALL_COSTS: costs_of(case),
    }
    tried = 0
    for one in [one for one in found.inputs if one.varied in wholes]:
        for view, response in one.responses.items():
            share = response.switching_value
            if not isinstance(share, Undefined):
                tried += 1
                drivers = Drivers(by_row=drivers_of(wholes[one.varied], share))
                assert npv(case, view, drivers) == pytest.approx(0.0, abs=1e-3)
    assert tried
