from typing import Any

import pytest

from unit.engine.case_builders import CITIZEN, NURSE, START, assumptions
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.model.assumptions import PersonnelCategory
from vardering.model.change import Change
from vardering.model.simplified import (
    INTERNAL_TIME_CATEGORY,
    SimplifiedCase,
    SimplifiedCosts,
    SimplifiedEffect,
    condense,
    expand,
)
from vardering.model.vocabulary import CaseForm, Certainty, Kind, TimeUnit, View

DEVELOPER = PersonnelCategory(name=INTERNAL_TIME_CATEGORY, hour_cost_kr=635.0)


def _simplified(*effects: SimplifiedEffect, **costs: Any) -> SimplifiedCase:
    return SimplifiedCase(
        case_id="F1",
        change=Change(name="Fall", start_year=START, horizon_years=4, price_level_year=START),
        assumptions=assumptions(0.03),
        categories=(DEVELOPER, NURSE, CITIZEN),
        costs=SimplifiedCosts(**costs),
        effects=effects,
    )


POSTAGE = SimplifiedEffect(
    id="E1",
    kind=Kind.FINANCIAL,
    volume=1_000.0,
    before=3.0,
    after=1.0,
    unit_value_kr=10.0,
    from_year=START + 1,
    certainty=Certainty.LOW,
)


def test_every_cost_that_is_given_becomes_a_row_with_its_fixed_id() -> None:
    whole = expand(
        _simplified(
            POSTAGE,
            external_one_off_kr=100_000.0,
            internal_hours=100.0,
            transition_kr=20_000.0,
            run_cost_kr=5_000.0,
        )
    )
    assert whole.form is CaseForm.SIMPLIFIED
    results = evaluate(whole)
    reconcile(whole, results)
    assert {row.id: row.values_kr for row in results.rows} == {
        "U1": (100_000.0, 0.0, 0.0, 0.0),
        "U2": (63_500.0, 0.0, 0.0, 0.0),
        "O1": (20_000.0, 0.0, 0.0, 0.0),
        "D1": (0.0, 5_000.0, 5_000.0, 5_000.0),
        "E1": (0.0, 20_000.0, 20_000.0, 20_000.0),
    }


def test_costs_that_are_nought_give_no_rows() -> None:
    whole = expand(_simplified(POSTAGE))
    assert (whole.development, whole.transition, whole.running) == ((), (), ())


def test_an_investment_is_depreciated_from_the_first_effects_year() -> None:
    results = evaluate(expand(_simplified(POSTAGE, external_one_off_kr=100_000.0, is_investment=True)))
    assert results.main.budget.depreciation == pytest.approx((0, 20_000, 20_000, 20_000, 20_000, 20_000))


@pytest.mark.parametrize(
    ("certainty", "low", "high"),
    [(Certainty.HIGH, 900, 1_100), (Certainty.MEDIUM, 750, 1_250), (Certainty.LOW, 500, 1_500)],
)
def test_certainty_gives_the_range_around_the_likely_volume(certainty: Certainty, low: float, high: float) -> None:
    (effect,) = expand(_simplified(POSTAGE.model_copy(update={"certainty": certainty}))).effects
    assert effect.driver_low == pytest.approx(low)
    assert effect.driver_high == pytest.approx(high)


def test_a_category_makes_it_hours_and_citizens_hours_are_theirs() -> None:
    nurses = SimplifiedEffect(id="E1", volume=10.0, before=1.0, category=NURSE.name)
    citizens = SimplifiedEffect(id="E2", kind=Kind.SOCIETAL, volume=10.0, before=1.0, category=CITIZEN.name)
    unlabelled = SimplifiedEffect(id="E3", volume=10.0, before=1.0, category=CITIZEN.name)
    results = evaluate(expand(_simplified(nurses, citizens, unlabelled)))
    assert [row.perspective for row in results.rows] == [
        "kommunen",
        "brukare och invånare",
        "brukare och invånare",
    ]
    assert [row.values_kr[0] for row in results.rows] == [4_000.0, 1_000.0, 1_000.0]
    assert [time.category for time in results.main.staff_time] == [NURSE.name]


def test_minutes_are_a_sixtieth_of_hours() -> None:
    minutes = SimplifiedEffect(id="E1", volume=10.0, before=30.0, category=NURSE.name, time_unit=TimeUnit.MINUTES)
    hours = SimplifiedEffect(id="E2", volume=10.0, before=0.5, category=NURSE.name)
    first, second = evaluate(expand(_simplified(minutes, hours))).rows
    assert first.values_kr == second.values_kr == (2_000.0,) * 4


def test_quality_has_neither_range_nor_money() -> None:
    quality = SimplifiedEffect(id="E1", kind=Kind.QUALITY)
    whole = expand(_simplified(quality))
    assert whole.effects[0].driver_low is None
    assert evaluate(whole).main.views[View.ALL_VALUED].figures.npv == 0.0


@pytest.mark.parametrize("is_investment", [True, False])
def test_condensing_gives_back_what_was_expanded(is_investment: bool) -> None:
    simplified = _simplified(
        POSTAGE,
        SimplifiedEffect(id="E2", volume=10.0, before=1.0, category=NURSE.name, certainty=Certainty.HIGH),
        SimplifiedEffect(id="E4", volume=10.0, before=30.0, category=NURSE.name, time_unit=TimeUnit.MINUTES),
        SimplifiedEffect(id="E3", kind=Kind.QUALITY),
        external_one_off_kr=100_000.0,
        internal_hours=100.0,
        transition_kr=20_000.0,
        run_cost_kr=5_000.0,
        is_investment=is_investment,
    )
    assert condense(expand(simplified)) == simplified


def test_condensing_a_case_without_costs_gives_noughts() -> None:
    assert condense(expand(_simplified())) == _simplified()
