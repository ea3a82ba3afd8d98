from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from unit.engine.case_builders import START, case, development, effect, hours_effect, running
from vardering.base.faults import ReconcileError
from vardering.engine.drivers import HIGH
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import identities, reconcile
from vardering.model.case import Case
from vardering.model.results import AlternativeResult, Results
from vardering.model.rows import RetiredAsset
from vardering.model.vocabulary import Accounting, View
from vardering.texts.fault_texts import sentence_for

ANYTHING_BUT = 12_345.0


@pytest.fixture
def whole() -> Case:
    return case(
        rate=0.03,
        running=(running(),),
        effects=(effect(before=300.0, driver_high=2.0), hours_effect(id="E2")),
        development=(
            development(accounting=Accounting.INVESTMENT, commissioned=date(START, 4, 1), depreciation_years=3.0),
        ),
        retired_assets=(RetiredAsset(name="G", book_value_kr=70.0, retired_year=START),),
    )


def _with_main(results: Results, main: AlternativeResult) -> Results:
    return replace(results, alternatives={"B": main})


def _with_view(results: Results, view: View, **changes: Any) -> Results:
    views = dict(results.main.views)
    views[view] = replace(views[view], **changes)
    return _with_main(results, replace(results.main, views=views))


def _with_figures(results: Results, view: View, **changes: Any) -> Results:
    return _with_view(results, view, figures=replace(results.main.views[view].figures, **changes))


def _with_budget(results: Results, part: str) -> Results:
    first, *rest = getattr(results.main.budget, part)
    budget = replace(results.main.budget, **{part: (first + ANYTHING_BUT, *rest)})
    return _with_main(results, replace(results.main, budget=budget))


def _broken_identity(whole: Case, broken: Results) -> str:
    with pytest.raises(ReconcileError) as error:
        reconcile(whole, broken)
    assert error.value.exit_kind == "internal"
    assert error.value.fault.code == "reconcile-failed"
    assert set(error.value.fault.arguments) == {"name", "alternative", "expected", "found"}
    return str(error.value.fault.arguments["name"])


def test_results_as_they_come_out_reconcile(whole: Case) -> None:
    reconcile(whole, evaluate(whole))
    reconcile(whole, evaluate(whole, drivers=HIGH))
    assert all(identity.holds for identity in identities(whole, evaluate(whole)))


@pytest.mark.parametrize("view", list(View))
def test_a_wrong_net_present_value_is_caught(whole: Case, view: View) -> None:
    broken = _with_figures(evaluate(whole), view, npv=ANYTHING_BUT)
    assert _broken_identity(whole, broken) == "npv-is-not-benefits-less-costs"


def test_a_net_present_value_that_is_no_number_is_caught(whole: Case) -> None:
    broken = _with_figures(evaluate(whole), View.ALL_VALUED, npv=float("nan"))
    assert _broken_identity(whole, broken) == "npv-is-not-benefits-less-costs"


@pytest.mark.parametrize("part", ["net", "present_value"])
def test_years_that_do_not_add_up_to_the_present_value_are_caught(whole: Case, part: str) -> None:
    years = (ANYTHING_BUT, 0.0, 0.0, 0.0, 0.0)
    broken = _with_view(evaluate(whole), View.CASH_RELEASING, **{part: years})
    assert _broken_identity(whole, broken) == "years-do-not-sum-to-present-value"


def test_a_row_that_is_lost_from_the_views_is_caught(whole: Case) -> None:
    results = evaluate(whole)
    broken = replace(results, rows=tuple(row for row in results.rows if row.id != "D1"))
    assert _broken_identity(whole, broken) == "rows-do-not-sum-to-view"


def test_a_row_whose_kind_does_not_fit_its_view_is_caught(whole: Case) -> None:
    results = evaluate(whole)
    rows = tuple(replace(row, kind="financial") if row.id == "E2" else row for row in results.rows)
    assert _broken_identity(whole, replace(results, rows=rows)) == "rows-do-not-sum-to-view"


def test_a_perspective_that_is_lost_is_caught(whole: Case) -> None:
    results = evaluate(whole)
    broken = _with_main(results, replace(results.main, perspectives=()))
    assert _broken_identity(whole, broken) == "perspectives-do-not-sum-to-whole"


def test_a_perspective_whose_years_do_not_add_up_is_caught(whole: Case) -> None:
    results = evaluate(whole)
    (part,) = results.main.perspectives
    wrong = replace(part, net=(ANYTHING_BUT, *part.net[1:]))
    broken = _with_main(results, replace(results.main, perspectives=(wrong,)))
    assert _broken_identity(whole, broken) == "perspectives-do-not-sum-to-whole"


@pytest.mark.parametrize(
    ("part", "identity"),
    [
        ("depreciation", "depreciation-does-not-sum-to-investment"),
        ("write_off", "write-off-is-not-book-value"),
        ("operating", "budget-is-not-cash-view"),
        ("frame_adjustment", "budget-is-not-cash-view"),
        ("interest", "budget-total-does-not-sum"),
        ("lapsed_capital_cost", "budget-total-does-not-sum"),
        ("total", "budget-total-does-not-sum"),
    ],
)
def test_a_budget_that_does_not_add_up_is_caught(whole: Case, part: str, identity: str) -> None:
    assert _broken_identity(whole, _with_budget(evaluate(whole), part)) == identity


def test_what_the_engine_raises_has_words_for_people() -> None:
    texts = {
        "reconcile-failed": {"name": "budget-total-does-not-sum"},
        "parameter-missing": {"name": "discount_rate"},
        "unknown-name": {"id": "E1", "value": "okänd", "field": "profile"},
        "main-alternative-unknown": {"value": "A"},
        "category-missing": {"id": "E1"},
        "ramp-years-missing": {"id": "E1"},
        "investment-incomplete": {"id": "U1"},
    }
    for code, arguments in texts.items():
        assert sentence_for(code, arguments).what
