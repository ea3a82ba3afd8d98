"""Common terms and sums over many changes, by hand."""

import pytest

from builders import a_case
from portfolio_books import PORTFOLIO_TERMS, a_digest, a_view, terms
from vardering.engine.common_terms import base_year_factor, on_terms, price_factor
from vardering.engine.portfolio_sums import on_years, portfolio_years, rank_figure, ranks, view_sums
from vardering.model.assumptions import RateBand, Settings
from vardering.model.portfolio_words import RankBy
from vardering.model.vocabulary import View


def test_a_case_gets_the_portfolios_horizon_rate_and_timing_and_keeps_its_rows() -> None:
    case = a_case(settings=Settings(timing=1.0), rate_bands=(RateBand(from_year_number=1, rate=0.1),))
    restated = on_terms(case, PORTFOLIO_TERMS.model_copy(update={"horizon_years": 9, "discount_rate": 0.05}))
    assert (restated.change.horizon_years, restated.assumptions.discount_rate.value) == (9, 0.05)
    assert (restated.settings.timing, restated.rate_bands) == (0.0, ())
    assert (restated.effects, restated.change.start_year) == (case.effects, case.change.start_year)


def test_amounts_follow_the_index_between_two_price_levels() -> None:
    given = terms({2024: 200.0, 2026: 210.0})
    assert price_factor(2024, given.terms, given.indexes) == pytest.approx(1.05)
    assert price_factor(2026, given.terms, ()) == 1.0
    assert price_factor(2025, given.terms, given.indexes) is None
    assert price_factor(2024, given.terms, given.indexes[:1]) is None


def test_values_of_a_later_start_are_worth_less_at_the_portfolios_first_year() -> None:
    assert base_year_factor(2029, PORTFOLIO_TERMS) == pytest.approx(1 / 1.03**2)
    assert base_year_factor(2026, PORTFOLIO_TERMS) == pytest.approx(1.03)


def test_what_cannot_be_compared_has_no_figure_to_be_ranked_by() -> None:
    assert [rank_figure(a_digest(obstacle="x"), rank_by) for rank_by in RankBy] == [None, None, None]
    assert [rank_figure(a_digest(), rank_by) for rank_by in RankBy] == [60.0, 100.0, 2.0]


def test_equal_figures_share_a_place() -> None:
    assert ranks([5.0, 7.0, 5.0, None, 1.0]) == [2, 1, 2, None, 4]


def test_years_of_a_portfolio_have_no_gap() -> None:
    early, late = a_digest(start_year=2026), a_digest(start_year=2031)
    assert portfolio_years([late, early]) == tuple(range(2026, 2034))
    assert portfolio_years([]) == ()


def test_figures_outside_the_years_are_left_out() -> None:
    assert on_years((1.0, 2.0, 3.0), 2026, (2027, 2028)).tolist() == [2.0, 3.0]
    assert on_years((1.0, 2.0), 2028, (2027, 2028)).tolist() == [0.0, 1.0]


def test_a_view_of_all_changes_is_the_sum_of_theirs() -> None:
    views = tuple(a_view(view, npv=7.0) for view in View)
    sums = view_sums([a_digest(), a_digest(case_id="K-2", views=views)], (2027, 2028, 2029))
    assert sums[View.ALL_VALUED].npv == 107.0
    assert sums[View.ALL_VALUED].net == (-80.0, 180.0, 200.0)
