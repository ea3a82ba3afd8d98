import pytest

from unit.engine.case_builders import CITIZEN, START, case, development, effect, hours_effect, running
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import OwnProfile, PriceGroup
from vardering.model.results import Undefined
from vardering.model.vocabulary import Kind, View


def test_a_financial_row_of_another_perspective_releases_nothing_here() -> None:
    whole = case(
        effects=(effect(perspective="region"),),
        running=(running(unit_price_kr=30.0, perspective="samhället"),),
    )
    views = evaluate(whole).main.views
    assert views[View.CASH_RELEASING].net == (0,) * 5
    assert views[View.CAUTIOUS].net == (0,) * 5
    assert views[View.ALL_VALUED].net == (70,) * 5


def test_the_municipalitys_societal_cost_is_in_the_cautious_view_but_its_benefit_is_not() -> None:
    whole = case(effects=(effect(kind=Kind.SOCIETAL),), running=(running(kind=Kind.SOCIETAL),))
    assert evaluate(whole).main.views[View.CAUTIOUS].net == (-100,) * 5


def test_a_profile_that_turns_negative_splits_into_benefit_and_disbenefit() -> None:
    swing = OwnProfile(name="sväng", factors=(-1.0, 2.0))
    view = evaluate(case(years=2, profiles=(swing,), effects=(effect(profile="sväng"),))).main.views
    assert view[View.ALL_VALUED].benefits_by_kind["financial"] == (0, 200)
    assert view[View.ALL_VALUED].disbenefits == (100, 0)
    assert view[View.ALL_VALUED].benefits == (-100, 200)


def test_perspectives_of_the_workbooks_own_come_last_by_name() -> None:
    names = ("näringsliv", "region", "förening", "kommunen")
    rows = tuple(effect(id=name, perspective=name) for name in names)
    found = [part.perspective for part in evaluate(case(effects=rows)).main.perspectives]
    assert found == ["kommunen", "region", "förening", "näringsliv"]


def test_citizens_hours_are_never_staff_time_whatever_the_perspective() -> None:
    rows = (
        hours_effect(category=CITIZEN.name),
        hours_effect(id="E2", perspective="region"),
        hours_effect(id="E3", perspective="personal", uptake=0.5),
    )
    (time,) = evaluate(case(years=1, effects=rows)).main.staff_time
    assert time.released_hours == (5.0,)


def test_price_change_raises_kronor_but_no_hours() -> None:
    group = PriceGroup(name="lön", real_change=0.25)
    (row,) = evaluate(case(years=2, price_groups=(group,), effects=(hours_effect(price_group="lön"),))).rows
    assert row.values_kr == pytest.approx((4_000, 5_000))
    assert row.hours == (10, 10)


def test_ratios_of_run_costs_alone_are_refused_where_nothing_is_invested() -> None:
    rows = tuple(running(id=f"D{k}", unit_price_kr=0.1 * k) for k in range(1, 8))
    figures = evaluate(case(rate=0.03, running=rows, effects=(effect(),))).main.views[View.ALL_VALUED].figures
    assert figures.bcr_modified == Undefined("no-cost")
    assert figures.net_benefit_per_one_off_krona == Undefined("no-cost")
    assert figures.bcr == pytest.approx(100 / 2.8)


def test_costs_without_benefits_have_a_ratio_of_zero_and_never_pay_back() -> None:
    figures = evaluate(case(development=(development(),))).main.views[View.CASH_RELEASING].figures
    assert figures.bcr == 0.0
    assert figures.net_benefit_per_krona == -1.0
    assert figures.payback_years == Undefined("never")
    assert figures.first_positive_year == Undefined("never")
    assert (figures.peak_funding, figures.peak_funding_year) == (100.0, START)
