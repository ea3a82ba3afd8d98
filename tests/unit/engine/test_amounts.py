import pytest

from unit.engine.case_builders import (
    CITIZEN,
    NURSE,
    START,
    assumptions,
    case,
    development,
    effect,
    hours_effect,
    posts_effect,
    running,
)
from vardering.base.faults import VarderingError
from vardering.engine.drivers import HIGH, LOW, Drivers, Level
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import PersonnelCategory, PriceGroup, Settings
from vardering.model.case import Case
from vardering.model.vocabulary import HourCostRoute, Kind, TimeUnit


def _amounts(whole: Case, drivers: Drivers | None = None) -> list[float]:
    results = evaluate(whole, drivers=drivers) if drivers else evaluate(whole)
    return [row.amount_kr for row in results.rows]


def test_vat_grows_a_cost_only_where_it_is_one() -> None:
    rows = (
        running(vat_is_cost=True, vat_rate=0.25),
        running(id="D2", vat_is_cost=False, vat_rate=0.25),
        running(id="D3", vat_is_cost=True),
    )
    assert _amounts(case(running=rows)) == [125.0, 100.0, 100.0]


def test_a_row_without_figures_is_worth_nothing() -> None:
    rows = (running(unit_price_kr=None), running(id="D2", driver_likely=None))
    blank = effect(before=None, after=None)
    without_value = effect(id="E2", unit_value_kr=None)
    assert _amounts(case(running=rows, effects=(blank, without_value))) == [0.0, 0.0, 0.0, 0.0]


def test_minutes_are_sixtieths_of_hours() -> None:
    minutes = hours_effect(driver_likely=100.0, before=15.0, after=3.0, time_unit=TimeUnit.MINUTES)
    # 100 × 12 / 60 = 20 hours at 400 kr.
    assert _amounts(case(effects=(minutes,))) == [8_000.0]


def test_minutes_have_no_meaning_for_an_effect_in_units() -> None:
    assert _amounts(case(effects=(effect(time_unit=TimeUnit.MINUTES),))) == [100.0]


@pytest.mark.parametrize(
    ("route", "hour_cost"),
    [
        (HourCostRoute.FULL_HOUR_COST, 400.0),
        # 30 000 × 12 × 1.4 / 1 700 and 30 000 / 142 × 1.54.
        (HourCostRoute.SALARY_AND_ON_COST, 296.470588),
        (HourCostRoute.SALARY_FACTOR, 325.352113),
    ],
)
def test_each_route_prices_an_hour_and_citizens_keep_their_own_value(route: HourCostRoute, hour_cost: float) -> None:
    rows = (
        running(driver_likely=1.0, category=NURSE.name),
        running(id="D2", driver_likely=1.0, category=CITIZEN.name),
    )
    results = evaluate(case(settings=Settings(hour_cost_route=route), running=rows))
    assert results.hour_costs_kr == {NURSE.name: pytest.approx(hour_cost), CITIZEN.name: 100.0}
    assert [row.amount_kr for row in results.rows] == [pytest.approx(hour_cost), 100.0]


def test_a_post_costs_salary_and_on_cost_whatever_the_route_for_hours() -> None:
    results = evaluate(case(settings=Settings(hour_cost_route=HourCostRoute.SALARY_FACTOR), effects=(posts_effect(),)))
    assert results.rows[0].amount_kr == pytest.approx(30_000 * 12 * 1.4)
    assert results.hour_costs_kr == {}


@pytest.mark.parametrize(
    ("route", "missing", "name"),
    [
        (HourCostRoute.SALARY_AND_ON_COST, {"employer_on_cost": None}, "employer_on_cost"),
        (HourCostRoute.SALARY_AND_ON_COST, {"hours_per_fte": None}, "hours_per_fte"),
        (HourCostRoute.SALARY_FACTOR, {"hour_cost_factor": None}, "hour_cost_factor"),
        (HourCostRoute.SALARY_FACTOR, {"hour_cost_divisor": None}, "hour_cost_divisor"),
    ],
)
def test_a_missing_parameter_is_named_when_it_is_needed(
    route: HourCostRoute, missing: dict[str, None], name: str
) -> None:
    settings, given = Settings(hour_cost_route=route), assumptions(**missing)
    with pytest.raises(VarderingError) as error:
        evaluate(
            case(settings=settings, assumptions=given, running=(running(category=NURSE.name),)),
        )
    assert error.value.fault.code == "parameter-missing"
    assert error.value.fault.arguments["name"] == name
    evaluate(case(settings=settings, assumptions=given, running=(running(category=CITIZEN.name),)))


@pytest.mark.parametrize(
    ("route", "name"),
    [
        (HourCostRoute.FULL_HOUR_COST, "hour_cost_kr"),
        (HourCostRoute.SALARY_AND_ON_COST, "monthly_salary_kr"),
        (HourCostRoute.SALARY_FACTOR, "monthly_salary_kr"),
    ],
)
def test_a_category_must_have_the_figure_of_the_route_only_where_it_is_used(route: HourCostRoute, name: str) -> None:
    empty = (PersonnelCategory(name="Ny"),)
    whole = case(settings=Settings(hour_cost_route=route), categories=empty)
    evaluate(whole)
    with pytest.raises(VarderingError) as error:
        evaluate(whole.model_copy(update={"running": (running(category="Ny"),)}))
    assert error.value.fault.arguments == {"name": name, "category": "Ny"}


def test_hours_without_a_category_are_refused() -> None:
    with pytest.raises(VarderingError, match="category-missing"):
        evaluate(case(effects=(hours_effect(category=""),)))


def test_real_price_change_counts_from_the_price_level_year() -> None:
    group = PriceGroup(name="energi", real_change=0.1)
    whole = case(
        years=3,
        start_year=START,
        price_level_year=START + 1,
        price_groups=(group,),
        running=(running(price_group="energi"),),
    )
    assert evaluate(whole).rows[0].values_kr == pytest.approx((100 / 1.1, 100, 110))


def test_low_and_high_are_the_likely_where_they_are_not_given() -> None:
    rows = (
        running(driver_low=0.5, driver_likely=1.0, driver_high=3.0),
        running(id="D2", driver_likely=2.0),
    )
    whole = case(running=rows)
    assert _amounts(whole, LOW) == [50.0, 200.0]
    assert _amounts(whole) == [100.0, 200.0]
    assert _amounts(whole, HIGH) == [300.0, 200.0]


def test_one_row_can_be_moved_alone_to_an_end_or_to_a_figure() -> None:
    rows = (running(driver_low=0.0, driver_high=3.0), running(id="D2", driver_high=4.0))
    chosen = Drivers(by_row={"D1": Level.LOW, "D2": 7.5})
    assert _amounts(case(running=rows), chosen) == [0.0, 750.0]


def test_rows_of_a_and_rows_without_money_are_no_part_of_the_sums() -> None:
    rows = (running(alternative="A", perspective=""), running(id="D2", kind=Kind.QUALITY, category="okänd"))
    costs = (development(id="U1"),)
    assert _amounts(case(running=rows, development=costs)) == [100.0]
