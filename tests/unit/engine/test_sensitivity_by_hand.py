from typing import Any

import pytest

from unit.engine.case_builders import START, assumptions, case, development, effect, running
from vardering.engine.sensitivity import sensitivity
from vardering.model.assumptions import RateBand
from vardering.model.results import Reason, Undefined
from vardering.model.sensitivity import InputSensitivity, Response, Scenario, VariedInput
from vardering.model.vocabulary import Kind, View

ALL, CASH = View.ALL_VALUED, View.CASH_RELEASING


def varied(parts: dict[str, Any], what: VariedInput, row: str = "") -> InputSensitivity:
    return next(one for one in sensitivity(case(**parts)).inputs if one.varied is what and one.id == row)


def response(parts: dict[str, Any], what: VariedInput, row: str = "", view: View = ALL) -> Response:
    return varied(parts, what, row).responses[view]


def test_the_pessimistic_end_of_a_row_is_the_one_that_lowers_the_result() -> None:
    rows = {"driver_low": 0.5, "driver_likely": 1.0, "driver_high": 3.0}
    found = sensitivity(
        case(
            years=1,
            development=(development(**rows),),
            effects=(effect(**rows), effect(id="E2", **rows, before=0.0, after=10.0)),
        )
    )
    npvs = [found.scenarios[name][ALL].npv for name in (Scenario.PESSIMISTIC, Scenario.LIKELY, Scenario.OPTIMISTIC)]
    assert npvs == pytest.approx([50 - 300 - 30, 100 - 100 - 10, 300 - 50 - 5])


def test_a_row_without_a_range_is_no_bar_but_has_a_switching_value() -> None:
    parts: dict[str, Any] = {"years": 2, "development": (development(),), "effects": (effect(),)}
    found = sensitivity(case(**parts))
    assert "U1" not in {one.id for one in found.by_swing(ALL)}
    assert response(parts, VariedInput.DRIVER, "U1").switching_value == pytest.approx(2.0)
    assert response(parts, VariedInput.DRIVER, "E1").switching_share == pytest.approx(0.5)


def test_a_switching_value_below_zero_is_not_possible_and_a_row_outside_the_view_is_not_counted() -> None:
    parts: dict[str, Any] = {
        "years": 2,
        "development": (development(),),
        "running": (running(),),
        "effects": (effect(driver_likely=3.0), effect(id="E2", kind=Kind.SOCIETAL)),
    }
    societal = varied(parts, VariedInput.DRIVER, "E2")
    assert societal.responses[ALL].switching_value == Undefined(Reason.NO_SWITCH)
    assert societal.responses[CASH].switching_value == Undefined(Reason.NOT_COUNTED)
    assert societal.responses[CASH].switching_share == Undefined(Reason.NOT_COUNTED)


def test_a_switching_value_of_a_row_that_is_likely_zero_has_no_share() -> None:
    parts: dict[str, Any] = {"years": 1, "development": (development(driver_likely=0.0),), "effects": (effect(),)}
    found = response(parts, VariedInput.DRIVER, "U1")
    assert found.switching_value == pytest.approx(1.0)
    assert found.switching_share == Undefined(Reason.NO_LIKELY)


def test_delay_moves_what_gains_and_loses_what_falls_beyond_the_horizon() -> None:
    """Costs of 250 and 100 a year for 4 years: 150, 50 and −50 with no delay, one year and two."""
    parts: dict[str, Any] = {"years": 4, "development": (development(unit_price_kr=250.0),), "effects": (effect(),)}
    found = response(parts, VariedInput.BENEFIT_DELAY)
    assert (found.npv_low, found.npv_high) == pytest.approx((150.0, 50.0))
    assert found.switching_value == pytest.approx(1.5)
    assert found.switching_share == Undefined(Reason.NO_LIKELY)
    assert (found.worse, found.better, found.swing) == pytest.approx((-100.0, 0.0, 100.0))


def test_half_a_year_of_delay_is_half_of_a_whole_year() -> None:
    parts: dict[str, Any] = {"years": 4, "effects": (effect(),), "assumptions": assumptions(0.0, benefit_delay=0.5)}
    assert response(parts, VariedInput.BENEFIT_DELAY).npv_high == pytest.approx(350.0)
    assert response({"years": 4, "effects": (effect(),)}, VariedInput.BENEFIT_DELAY).npv_high == pytest.approx(300.0)


def test_delay_beyond_the_horizon_leaves_the_costs() -> None:
    parts: dict[str, Any] = {
        "years": 2,
        "development": (development(),),
        "effects": (effect(),),
        "assumptions": assumptions(0.0, benefit_delay=7.0),
    }
    assert response(parts, VariedInput.BENEFIT_DELAY).npv_high == pytest.approx(-100.0)


def test_the_rate_that_makes_the_result_zero_is_the_internal_rate_nearest_to_the_likely_one() -> None:
    parts: dict[str, Any] = {
        "years": 2,
        "rate": 0.03,
        "development": (development(),),
        "effects": (effect(before=110.0, from_year=START + 1),),
    }
    found = varied(parts, VariedInput.DISCOUNT_RATE)
    assert (found.low, found.likely, found.high) == pytest.approx((0.02, 0.03, 0.04))
    assert found.responses[ALL].npv_low == pytest.approx(110 / 1.02 - 100)
    assert found.responses[ALL].switching_value == pytest.approx(0.1)
    assert found.responses[ALL].switching_share == pytest.approx(0.1 / 0.03)


def test_a_rate_schedule_is_moved_as_a_whole() -> None:
    """100 now, 115,5 after two years: (1.03 + s)(1.08 + s) = 1.155 where s = 0.02."""
    parts: dict[str, Any] = {
        "years": 3,
        "rate": 0.03,
        "rate_bands": (RateBand(from_year_number=2, rate=0.08),),
        "development": (development(),),
        "effects": (effect(before=115.5, from_year=START + 2),),
    }
    assert response(parts, VariedInput.DISCOUNT_RATE).switching_value == pytest.approx(0.05, rel=1e-12)


@pytest.mark.parametrize("bands", [(), (RateBand(from_year_number=2, rate=0.08),)])
def test_no_rate_makes_a_pure_cost_worth_it(bands: tuple[RateBand, ...]) -> None:
    parts: dict[str, Any] = {"years": 3, "rate_bands": bands, "running": (running(),)}
    assert response(parts, VariedInput.DISCOUNT_RATE).switching_value == Undefined(Reason.NO_SWITCH)


def test_uptake_is_moved_in_proportion_and_never_past_all_users() -> None:
    """Uptakes of 50 and 90 per cent: 90 can rise by a ninth, so both rise by no more."""
    parts: dict[str, Any] = {
        "years": 1,
        "development": (development(unit_price_kr=70.0),),
        "effects": (effect(uptake=0.5), effect(id="E2", uptake=0.9), effect(id="E3", before=1.0)),
    }
    found = varied(parts, VariedInput.UPTAKE)
    assert (found.low, found.high) == pytest.approx((0.8, 1 / 0.9))
    assert found.responses[ALL].npv_low == pytest.approx(0.8 * 140 + 1 - 70)
    assert found.responses[ALL].switching_value == pytest.approx(69 / 140)


def test_an_uptake_that_would_have_to_pass_all_users_is_not_possible() -> None:
    parts: dict[str, Any] = {"years": 1, "development": (development(),), "effects": (effect(uptake=0.9, before=50.0),)}
    assert response(parts, VariedInput.UPTAKE).switching_value == Undefined(Reason.NO_SWITCH)


def test_uptake_is_left_out_where_no_effect_states_one() -> None:
    found = sensitivity(case(effects=(effect(),)))
    assert VariedInput.UPTAKE not in {one.varied for one in found.inputs}


def test_a_spread_that_is_left_empty_changes_nothing() -> None:
    names = ("rate_spread", "benefit_delay", "uptake_spread", "benefit_cut", "cost_growth")
    parts: dict[str, Any] = {
        "development": (development(),),
        "effects": (effect(uptake=0.5),),
        "assumptions": assumptions(0.03, **dict.fromkeys(names)),
    }
    found = sensitivity(case(**parts))
    assert found.by_swing(ALL) == ()
    likely = found.scenarios[Scenario.LIKELY]
    assert all(figures == likely for figures in found.scenarios.values())


def test_only_rows_of_the_main_alternative_are_tested() -> None:
    found = sensitivity(case(effects=(effect(), effect(id="E2", alternative="C"))))
    assert [one.id for one in found.inputs if one.varied is VariedInput.DRIVER] == ["E1"]
