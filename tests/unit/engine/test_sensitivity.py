"""Sensitivity against the whole engine: what is found by one multiplication is what evaluating anew gives."""

from dataclasses import replace

import pytest

from builders import a_case, a_change, a_cost, an_effect
from vardering.engine.drivers import Drivers, Level
from vardering.engine.evaluation import evaluate
from vardering.engine.sensitivity import sensitivity
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case
from vardering.model.results import Results, Undefined
from vardering.model.sensitivity import Premise, Scenario, Sensitivity
from vardering.model.vocabulary import View

NAMES = [entry.name for entry in EXAMPLES]


def analysed(name: str) -> tuple[Case, Results, Sensitivity]:
    case = load_example(name)
    results = evaluate(case)
    return case, results, sensitivity(case, results)


def npv(case: Case, view: View, drivers: Drivers | None = None) -> float:
    return evaluate(case, drivers=drivers or Drivers()).main.views[view].figures.npv


@pytest.mark.parametrize("name", NAMES)
def test_the_likely_case_is_the_result_and_lies_between_the_others(name: str) -> None:
    _, results, found = analysed(name)
    for view in View:
        figures = results.main.views[view].figures
        likely = found.scenarios[Scenario.LIKELY]
        assert likely.npv[view] == pytest.approx(figures.npv, abs=1e-6)
        assert likely.pv_benefits[view] == pytest.approx(figures.pv_benefits, abs=1e-6)
        assert likely.pv_costs[view] == pytest.approx(figures.pv_costs, abs=1e-6)
        worst, best = (found.scenarios[each].npv[view] for each in (Scenario.PESSIMISTIC, Scenario.OPTIMISTIC))
        assert worst <= likely.npv[view] <= best


@pytest.mark.parametrize("name", NAMES)
def test_the_ends_of_a_row_are_those_of_the_whole_engine(name: str) -> None:
    case, results, found = analysed(name)
    ids = {row.id for row in results.rows}
    for swing in [swing for swing in found.swings if swing.key in ids]:
        for view in View:
            ends = [
                npv(case, view, Drivers(by_row={swing.key: level})) - results.main.views[view].figures.npv
                for level in (Level.LOW, Level.HIGH)
            ]
            assert swing.worse[view] == pytest.approx(min(0.0, *ends), abs=1e-3)
            assert swing.better[view] == pytest.approx(max(0.0, *ends), abs=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_the_net_present_value_is_zero_at_a_rows_switching_value(name: str) -> None:
    case, results, found = analysed(name)
    ids = {row.id for row in results.rows}
    tried = 0
    for swing in [swing for swing in found.swings if swing.key in ids]:
        for view, value in swing.switching.items():
            if not isinstance(value, Undefined):
                tried += 1
                assert npv(case, view, Drivers(by_row={swing.key: value})) == pytest.approx(0.0, abs=1e-3)
    assert tried


@pytest.mark.parametrize("name", NAMES)
def test_higher_costs_and_lower_benefits_are_those_of_the_whole_engine(name: str) -> None:
    case, results, found = analysed(name)
    costs = {row.id for row in (*case.development, *case.transition, *case.running)}
    drivers = {row.id: row.driver_likely or 0.0 for row in (*case.development, *case.transition, *case.running)}
    gains = {row.id: row.driver_likely or 0.0 for row in case.effects}
    assert costs == set(drivers)
    dearer = Drivers(by_row={key: value * 1.3 for key, value in drivers.items()})
    poorer = Drivers(by_row={key: value * 0.8 for key, value in gains.items()})
    for view in View:
        assert found.scenarios[Scenario.COSTS_HIGHER].npv[view] == pytest.approx(npv(case, view, dearer), abs=1e-3)
        assert found.scenarios[Scenario.BENEFITS_LOWER].npv[view] == pytest.approx(npv(case, view, poorer), abs=1e-3)
    assert results.main_alternative


def small_case(start: int) -> Case:
    change = a_change(start_year=2027, horizon_years=4, price_level_year=2027)
    return a_case(
        change=change,
        development=(a_cost(id="U1", driver_likely=100.0),),
        effects=(an_effect(id="E1", driver_likely=50.0, from_year=start),),
    )


def test_a_year_late_is_what_a_later_first_year_gives() -> None:
    case = small_case(2027)
    found = sensitivity(case, evaluate(case))
    for view in View:
        assert found.scenarios[Scenario.BENEFITS_LATE].npv[view] == pytest.approx(npv(small_case(2028), view))
        alone = next(swing for swing in found.swings if swing.key == Premise.BENEFIT_DELAY)
        assert alone.worse[view] == pytest.approx(npv(small_case(2028), view) - npv(case, view))


def test_a_row_without_range_has_no_width_and_one_alternative_does_not_move_another() -> None:
    case = small_case(2027)
    other = replace(case.effects[0], id="E2", alternative="C", driver_low=0.0, driver_high=900.0)
    both = replace(case, effects=(*case.effects, other))
    found = sensitivity(both, evaluate(both))
    assert {swing.key for swing in found.swings} >= {"U1", "E1"}
    assert "E2" not in {swing.key for swing in found.swings}
    assert all(swing.width(View.ALL_VALUED) == 0.0 for swing in found.swings if swing.key in ("U1", "E1"))


@pytest.mark.parametrize("name", NAMES)
def test_all_benefits_and_all_costs_weigh_the_same_at_their_switching_values(name: str) -> None:
    _, results, found = analysed(name)
    swings = {swing.key: swing for swing in found.swings}
    for view in View:
        figures = results.main.views[view].figures
        share = swings[Premise.ALL_BENEFITS].switching[view]
        if not isinstance(share, Undefined):
            assert share * figures.pv_benefits == pytest.approx(figures.pv_costs)
