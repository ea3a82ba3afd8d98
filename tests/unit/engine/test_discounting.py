import numpy as np
import pytest

from unit.engine.case_builders import assumptions, case, effect
from vardering.base.faults import VarderingError
from vardering.engine.discounting import discount_factors, present_value, yearly_rates
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import RateBand, Settings


def test_timing_at_the_end_of_the_year_is_one_year_more() -> None:
    rates = [0.02, 0.03, 0.04, 0.05]
    start, end = discount_factors(rates, timing=0), discount_factors(rates, timing=1)
    assert end[:-1].tolist() == pytest.approx(start[1:].tolist())


def test_half_a_year_uses_the_rate_of_the_year_it_lies_in() -> None:
    # The second year's flow: the first year at 2 %, then half of a year at 8 %.
    assert discount_factors([0.02, 0.08], timing=0.5)[1] == pytest.approx(1 / 1.02 / 1.08**0.5)


def test_a_band_holds_until_the_next_one_whatever_their_order() -> None:
    bands = (RateBand(from_year_number=4, rate=0.01), RateBand(from_year_number=2, rate=0.02))
    assert yearly_rates(0.03, bands, 5).tolist() == [0.03, 0.02, 0.02, 0.01, 0.01]


def test_a_band_after_the_last_year_changes_nothing() -> None:
    assert yearly_rates(0.03, (RateBand(from_year_number=9, rate=0.01),), 3).tolist() == [0.03] * 3


def test_a_negative_rate_makes_later_money_worth_more() -> None:
    assert discount_factors([-0.02, -0.02])[1] == pytest.approx(1 / 0.98)


def test_present_value_takes_a_leading_axis_of_draws() -> None:
    draws = np.array([[[1.0, 1.0], [2.0, 2.0]]] * 3)
    assert present_value(draws, np.array([1.0, 0.5])).tolist() == [[1.5, 3.0]] * 3


def test_results_say_the_rate_that_passes_from_each_year() -> None:
    bands = (RateBand(from_year_number=2, rate=0.05),)
    results = evaluate(case(years=3, rate=0.1, rate_bands=bands, settings=Settings(timing=1.0)))
    assert results.discount_rates == (0.1, 0.05, 0.05)
    assert results.discount_factors == pytest.approx((1 / 1.1, 1 / 1.1 / 1.05, 1 / 1.1 / 1.05**2))


def test_a_missing_discount_rate_is_named() -> None:
    with pytest.raises(VarderingError) as error:
        evaluate(case(assumptions=assumptions(None), effects=(effect(),)))
    assert error.value.fault.code == "parameter-missing"
    assert error.value.fault.arguments == {"name": "discount_rate"}
