import pytest

from vardering.engine.annuities import annual_equivalent, annuity_factor
from vardering.engine.discounting import discount_factors
from vardering.engine.internal_rate import internal_rate
from vardering.engine.modified_internal_rate import modified_internal_rate
from vardering.model.results import Undefined


def test_a_rate_of_nought_is_a_rate() -> None:
    assert internal_rate([-100, 60, 40])[0] == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("rate", [-0.999, -0.9, -0.5, 0.03, 0.999, 3.0, 250.0, 1e5])
def test_deep_negative_and_very_high_rates_are_found(rate: float) -> None:
    assert internal_rate([-1000, 0, 1000 * (1 + rate) ** 2])[0] == pytest.approx(rate, rel=1e-9)


def test_two_rates_close_together_are_both_found() -> None:
    # (x − 1/1.10)(x − 1/1.11), so that the present value is nil at 10 and at 11 per cent.
    figure, roots = internal_rate([1.0, -(1.10 + 1.11), 1.10 * 1.11])
    assert figure == Undefined("several-roots")
    assert roots == pytest.approx((0.10, 0.11))


def test_a_rate_that_is_only_touched_is_the_only_one() -> None:
    # −(x − 1/1.2)²: nil at 20 per cent and negative at all others.
    figure, roots = internal_rate([-1.0, 2.4, -1.44])
    assert figure == pytest.approx(0.2, abs=1e-6)
    assert len(roots) == 1


def test_a_rate_touched_above_one_hundred_per_cent_loss_is_found_once() -> None:
    figure, roots = internal_rate([-1.0, 2 * 0.6, -0.36])
    assert figure == pytest.approx(-0.4, abs=1e-6)
    assert len(roots) == 1


def test_flows_that_no_rate_balances_have_no_root() -> None:
    assert internal_rate([100, -100, 100]) == (Undefined("no-root"), ())


@pytest.mark.parametrize("net", [[], [0.0, 0.0], [1.0, 2.0], [-1.0, 0.0]])
def test_flows_of_one_sign_or_none_have_no_rate(net: list[float]) -> None:
    assert internal_rate(net) == (Undefined("same-sign"), ())


def test_years_before_the_first_flow_do_not_change_the_rate() -> None:
    assert internal_rate([0, 0, -100, 110])[0] == pytest.approx(0.1)


def test_a_remainder_of_rounding_is_no_flow() -> None:
    assert internal_rate([-100, 110, 1e-14, -1e-14])[1] == pytest.approx((0.1,))


@pytest.mark.parametrize("net", [[-1.0, -1.0], [1.0, 1.0], [0.0]])
def test_the_modified_rate_needs_outlays_and_receipts(net: list[float]) -> None:
    assert modified_internal_rate(net, 0.05, 0.05) == Undefined("same-sign")


def test_an_annuity_without_interest_is_its_years() -> None:
    assert annuity_factor(0.0, 7) == 7.0


def test_the_annual_equivalent_of_no_years_is_undefined() -> None:
    assert annual_equivalent(100.0, []) == Undefined("no-life")


def test_the_annual_equivalent_at_the_end_of_each_year_is_the_level_payment() -> None:
    factors = discount_factors([0.05] * 10, timing=1)
    assert annual_equivalent(1000.0, factors) == pytest.approx(1000 * 0.05 / (1 - 1.05**-10))
