from typing import Any

import pytest

from cases.register import Published, near, reproduces
from unit.engine.case_builders import START, case, development, effect
from vardering.engine.drivers import Drivers
from vardering.engine.evaluation import evaluate
from vardering.model.results import KeyFigures
from vardering.model.vocabulary import View


def _figures(**parts: Any) -> KeyFigures:
    return evaluate(case(**parts)).main.views[View.ALL_VALUED].figures


@reproduces("CBA-01-porto")
def test_a_benefit_and_a_cost_in_the_fifth_year(published: Published) -> None:
    inputs = published["inputs"]
    year = START + inputs["years_benefit"]
    figures = _figures(
        years=6,
        rate=inputs["rate"],
        effects=(effect(before=float(inputs["benefit"]), profile="engång", from_year=year),),
        development=(development(unit_price_kr=float(inputs["cost"]), from_year=year),),
    )
    assert figures.npv == near(published, "net_benefit")
    assert figures.pv_benefits == near(published, "pv_benefit")


@reproduces("CBA-03-chen2015-pm25", "CBA-04-benefit-only-discounted")
def test_many_avoided_cases_at_a_unit_value(published: Published) -> None:
    inputs = published["inputs"]
    late = START + inputs.get("years", inputs.get("years_benefit"))
    cost_year = START + inputs.get("years", inputs.get("years_cost"))
    cases_avoided = effect(
        driver_likely=float(inputs["impact"]),
        before=1.0,
        unit_value_kr=float(inputs["unit_value"]),
        profile="engång",
        from_year=late,
    )
    figures = _figures(
        years=11,
        rate=inputs.get("rate", inputs.get("rate_benefit")),
        effects=(cases_avoided,),
        development=(development(unit_price_kr=float(inputs["cost"]), from_year=cost_year),),
    )
    assert figures.npv == near(published, "net_benefit")


@reproduces("CBA-05-inflation-and-discount")
def test_inflation_has_no_part_in_the_present_value_of_fixed_prices(published: Published) -> None:
    inputs = published["inputs"]
    amount = effect(before=float(inputs["amount"]), profile="engång", from_year=START + inputs["years"])
    base = case(years=6, rate=inputs["discount_rate"], effects=(amount,))
    price_index = base.assumptions.price_index.model_copy(update={"value": inputs["inflation"]})
    inflated = base.model_copy(update={"assumptions": base.assumptions.model_copy(update={"price_index": price_index})})
    assert evaluate(inflated).main.views[View.ALL_VALUED].figures.npv == near(published, "value")


@reproduces("CBA-07-nist-netbenefit")
def test_net_benefits_are_differences_against_the_base(published: Published) -> None:
    inputs = published["inputs"]
    figures = _figures(
        years=1,
        effects=(
            effect(before=inputs["benefits"] - inputs["base_benefits"]),
            effect(id="E2", before=inputs["base_costs"], after=inputs["costs"]),
        ),
    )
    assert figures.npv == near(published, "net_benefits")
    savings = _figures(years=1, effects=(effect(before=inputs["base_costs"], after=inputs["costs"]),))
    assert savings.npv == near(published, "net_savings")


@reproduces("GB-02-optimism-bias-apply")
def test_costs_raised_by_drivers_of_their_own(published: Published) -> None:
    inputs = published["inputs"]
    rows = tuple(development(id=f"U{place}", unit_price_kr=float(cost)) for place, cost in enumerate(inputs["costs"]))
    raised = 1 + inputs["ob"] * (1 - inputs["mitigation"])
    results = evaluate(case(development=rows), drivers=Drivers(by_row={row.id: raised for row in rows}))
    assert [row.values_kr[0] for row in results.rows] == near(published, "costs_with_ob")


@reproduces("GB-05-risk-register", "RISK-01-emv-tree")
def test_an_expected_value_is_a_sum_of_probabilities_as_drivers(published: Published) -> None:
    inputs, expected = published["inputs"], published["expected"]
    outcomes = inputs.get("outcomes") or [(risk["p"], risk["impact"]) for risk in inputs["risks"]]
    rows = tuple(
        effect(id=f"E{place}", driver_likely=share, driver_high=1.0, before=float(amount))
        for place, (share, amount) in enumerate(outcomes)
    )
    assert _figures(years=1, effects=rows).npv == pytest.approx(
        expected.get("emv", expected.get("expected_value")), abs=published["tolerance"]
    )


@reproduces("GB-05-risk-register")
def test_the_exposure_is_the_sum_when_everything_happens(published: Published) -> None:
    rows = tuple(
        effect(id=f"E{place}", driver_likely=risk["p"], before=float(risk["impact"]))
        for place, risk in enumerate(published["inputs"]["risks"])
    )
    everything = Drivers(by_row={row.id: 1.0 for row in rows})
    whole = evaluate(case(years=1, effects=rows), drivers=everything)
    assert whole.main.views[View.ALL_VALUED].figures.npv == near(published, "total_exposure")
