from datetime import date

import pytest

from unit.engine.case_builders import START, case_of_flows
from vardering.engine.evaluation import evaluate
from vardering.engine.payback import cumulative, payback_from, payback_years, peak_funding
from vardering.model.results import KeyFigures, Undefined
from vardering.model.vocabulary import View


def _figures(net: list[float], rate: float = 0.0, go_live: date | None = None) -> KeyFigures:
    whole = evaluate(case_of_flows(net, rate=rate, go_live=go_live))
    return whole.main.views[View.ALL_VALUED].figures


def test_an_outlay_the_first_year_and_a_quarter_of_the_third_years_flow() -> None:
    # −100 in year 0, +80 in year 1: 20 is missing when year 2 begins, and 80 flows in evenly during it.
    assert payback_years([-100, 80, 80]) == 1.25


def test_only_the_last_crossing_counts() -> None:
    # Positive after the second year, negative again after the third, and at last −50 + 100.
    assert payback_years([-100, 150, -100, 100]) == 2.5


def test_a_balance_that_ends_below_zero_never_pays_back_though_it_was_above() -> None:
    assert payback_years([-100, 150, -100]) == Undefined("never")


def test_a_balance_of_exactly_zero_at_the_end_has_paid_back() -> None:
    assert payback_years([-0.3, 0.1, 0.1, 0.1]) == 3.0


def test_nothing_to_pay_back_is_zero_years() -> None:
    assert payback_years([5, -5, 1]) == 0.0


def test_discounted_payback_uses_present_values() -> None:
    # −100, then 110 / 1.1 = 100 over the second year: paid back exactly at its end.
    figures = _figures([-100, 110, 0], rate=0.1)
    assert figures.discounted_payback_years == pytest.approx(1.0)
    assert figures.payback_years == pytest.approx(100 / 110)


def test_payback_from_going_live_leaves_out_the_time_before() -> None:
    figures = _figures([-100, 80, 80], go_live=date(START + 1, 4, 1))
    assert figures.payback_from_go_live_years == pytest.approx(1.0)
    assert figures.discounted_payback_from_go_live_years == pytest.approx(1.0)


def test_payback_from_going_live_before_the_start_year_is_longer() -> None:
    assert _figures([-100, 80, 80], go_live=date(START - 1, 7, 1)).payback_from_go_live_years == 2.75


def test_payback_from_going_live_needs_a_date_and_a_payback() -> None:
    assert _figures([-100, 200]).payback_from_go_live_years == Undefined("no-go-live")
    assert payback_from(Undefined("never"), None) == Undefined("never")


def test_what_rounding_leaves_of_zero_is_zero() -> None:
    assert cumulative([0.1, 0.2, -0.3])[2] == 0.0


def test_peak_funding_is_the_deepest_point_and_its_year() -> None:
    assert peak_funding([-50, 20, -60, 200], START) == (90.0, START + 2)
    figures = _figures([-50, 20, -60, 200])
    assert (figures.peak_funding, figures.peak_funding_year) == (90.0, START + 2)
    assert figures.first_positive_year == START + 3
