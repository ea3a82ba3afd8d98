from datetime import date
from typing import Any

import numpy as np
import pytest

from unit.engine.case_builders import START, assumptions, case, development, effect, running
from vardering.base.faults import VarderingError
from vardering.engine.budget import LAST_BUDGET_YEAR
from vardering.engine.depreciation import interest_on_book_value, straight_line
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.model.assumptions import OwnProfile
from vardering.model.case import Case
from vardering.model.results import BudgetConsequence
from vardering.model.rows import DevelopmentCost, RetiredAsset
from vardering.model.vocabulary import Accounting, Kind


def investment(**fields: Any) -> DevelopmentCost:
    terms: dict[str, Any] = {
        "accounting": Accounting.INVESTMENT,
        "commissioned": date(START, 1, 1),
        "depreciation_years": 4.0,
        "unit_price_kr": 1_000.0,
    }
    return development(**(terms | fields))


def _budget(whole: Case) -> BudgetConsequence:
    results = evaluate(whole)
    reconcile(whole, results)
    return results.main.budget


def test_depreciation_runs_on_after_the_horizon() -> None:
    budget = _budget(case(years=2, development=(investment(),)))
    assert budget.years == tuple(range(START, START + 4))
    assert budget.depreciation == pytest.approx((250, 250, 250, 250))
    assert budget.interest == pytest.approx((20, 15, 10, 5))
    assert budget.closing_book_value == pytest.approx((750, 500, 250, 0))
    assert budget.total == pytest.approx((270, 265, 260, 255))


def test_a_residual_value_is_not_depreciated_stays_in_the_books_and_bears_interest() -> None:
    """RKR R4: what is depreciated is the outlay less the residual value; 1 000 less 200 over 4 years, 2 per cent."""
    budget = _budget(case(years=5, development=(investment(residual_value_kr=200.0),)))
    assert budget.depreciation == pytest.approx((200, 200, 200, 200, 0))
    assert budget.closing_book_value == pytest.approx((800, 600, 400, 200, 200))
    assert budget.interest == pytest.approx((20, 16, 12, 8, 4))


def test_a_residual_value_in_the_midst_of_the_depreciation_is_left_to_the_book_value() -> None:
    with_residual, without = (
        _budget(case(years=3, development=(investment(residual_value_kr=value),))) for value in (200.0, 0.0)
    )
    assert with_residual == without
    assert len(with_residual.years) == 4


def test_a_residual_value_of_more_than_the_outlay_leaves_nothing_to_depreciate() -> None:
    budget = _budget(case(years=4, development=(investment(residual_value_kr=5_000.0),)))
    assert budget.depreciation == pytest.approx((0, 0, 0, 0))
    assert budget.closing_book_value == pytest.approx((1_000,) * 4)


def test_a_residual_value_follows_its_outlays_when_there_are_several() -> None:
    twice = OwnProfile(name="två", factors=(1.0, 1.0))
    row = investment(profile="två", depreciation_years=1.0, residual_value_kr=500.0)
    budget = _budget(case(years=3, profiles=(twice,), development=(row,)))
    # A quarter of each outlay of 1 000 is left.
    assert budget.depreciation == pytest.approx((750, 750, 0))
    assert budget.closing_book_value == pytest.approx((250, 500, 500))


def test_an_outlay_before_commissioning_waits_without_interest() -> None:
    budget = _budget(case(years=2, development=(investment(commissioned=date(START + 1, 10, 15)),)))
    # Taken into use in October 2028: three months the first year.
    assert budget.depreciation == pytest.approx((0, 62.5, 250, 250, 250, 187.5))
    assert budget.interest == pytest.approx((0, 5, 18.75, 13.75, 8.75, 3.75))
    assert budget.closing_book_value[0] == 1_000


def test_an_outlay_after_commissioning_is_depreciated_from_its_own_year() -> None:
    twice = OwnProfile(name="två", factors=(1.0, 1.0))
    row = investment(profile="två", commissioned=date(START, 7, 1), depreciation_years=1.0)
    budget = _budget(case(years=3, profiles=(twice,), development=(row,)))
    assert budget.investment == pytest.approx((1_000, 1_000, 0))
    assert budget.depreciation == pytest.approx((500, 1_500, 0))


def test_commissioning_before_the_start_year_depreciates_from_the_outlay() -> None:
    budget = _budget(case(years=1, development=(investment(commissioned=date(START - 2, 6, 1)),)))
    assert budget.depreciation == pytest.approx((250, 250, 250, 250))


def test_amounts_are_in_the_prices_of_their_year() -> None:
    whole = case(
        years=3,
        price_level_year=START - 1,
        assumptions=assumptions(price_index=0.1),
        running=(running(),),
        effects=(effect(before=200.0),),
        development=(investment(from_year=START + 1, commissioned=date(START + 1, 1, 1)),),
    )
    budget = _budget(whole)
    assert budget.operating[:3] == pytest.approx((110, 121, 133.1))
    assert budget.frame_adjustment[:3] == pytest.approx((220, 242, 266.2))
    assert budget.investment[:3] == pytest.approx((0, 1_210, 0))
    assert sum(budget.depreciation) == pytest.approx(1_210)


def test_a_book_value_is_not_moved_to_other_prices() -> None:
    asset = RetiredAsset(name="Gammal", book_value_kr=300.0, retired_year=START + 1, remaining_years=2.0)
    whole = case(years=3, assumptions=assumptions(price_index=0.1), retired_assets=(asset,))
    budget = _budget(whole)
    assert budget.write_off == pytest.approx((0, 300, 0, 0))
    # From the year after: 150 a year, and 2 % on 300 and on 150.
    assert budget.lapsed_capital_cost == pytest.approx((0, 0, 156, 153))
    assert budget.total == pytest.approx((0, 300, -156, -153))


def test_an_asset_without_remaining_years_only_writes_off() -> None:
    asset = RetiredAsset(name="Gammal", book_value_kr=300.0, retired_year=START)
    budget = _budget(case(years=1, retired_assets=(asset,)))
    assert (budget.write_off, budget.lapsed_capital_cost) == ((300,), (0,))


def test_an_asset_retired_outside_the_horizon_or_in_another_alternative_is_left_out() -> None:
    assets = (
        RetiredAsset(name="Sen", book_value_kr=300.0, retired_year=START + 9),
        RetiredAsset(name="Tidig", book_value_kr=300.0, retired_year=START - 1),
        RetiredAsset(name="Annan", book_value_kr=300.0, retired_year=START, alternative="C"),
    )
    assert _budget(case(years=2, retired_assets=assets)).write_off == (0, 0)


def test_only_the_municipalitys_financial_rows_have_a_budget() -> None:
    rows = (running(kind=Kind.REDEPLOYMENT), running(id="D2", perspective="region"))
    budget = _budget(case(years=1, running=rows, development=(investment(perspective="region"),)))
    assert (budget.operating, budget.investment, budget.total) == ((0,), (0,), (0,))


def test_very_long_lives_are_cut_and_the_rest_stays_as_book_value() -> None:
    row = investment(depreciation_years=80.0, from_year=START + 39)
    late = RetiredAsset(name="G", book_value_kr=1.0, retired_year=START + 39, remaining_years=500.0)
    whole = case(years=40, development=(row,), retired_assets=(late,))
    budget = _budget(whole)
    assert len(budget.years) == LAST_BUDGET_YEAR
    assert sum(budget.depreciation) + budget.closing_book_value[-1] == pytest.approx(1_000)


@pytest.mark.parametrize(
    "parts",
    [
        {"development": (investment(),)},
        {"retired_assets": (RetiredAsset(name="G", book_value_kr=1.0, retired_year=START),)},
    ],
)
def test_the_internal_rate_is_missed_only_where_capital_is_charged(parts: dict[str, Any]) -> None:
    without = assumptions(internal_interest_rate=None)
    evaluate(case(assumptions=without, development=(development(),)))
    with pytest.raises(VarderingError) as error:
        evaluate(case(assumptions=without, **parts))
    assert error.value.fault.arguments == {"name": "internal_interest_rate"}


def test_the_price_index_is_named_where_it_is_missing() -> None:
    with pytest.raises(VarderingError) as error:
        evaluate(case(assumptions=assumptions(price_index=None)))
    assert error.value.fault.arguments == {"name": "price_index"}


@pytest.mark.parametrize("missing", ["commissioned", "depreciation_years"])
def test_an_investment_without_its_terms_is_refused(missing: str) -> None:
    with pytest.raises(VarderingError) as error:
        evaluate(case(development=(investment(**{missing: None}),)))
    assert error.value.fault.code == "investment-incomplete"
    assert error.value.fault.arguments == {"id": "U1"}


def test_depreciation_over_a_part_of_a_month_sums_to_the_amount() -> None:
    parts = straight_line([100.0, 50.0], [0.25, 3.0], [0.4, 2.5], 8)
    assert parts.sum(axis=1).tolist() == pytest.approx([100, 50])


def test_interest_ends_with_the_book_value() -> None:
    interest = interest_on_book_value([100.0], [0.0], [2.0], 4, 0.1)
    assert np.round(interest, 9).tolist() == [[10, 5, 0, 0]]
