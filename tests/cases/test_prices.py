from cases.register import Published, near, reproduces
from unit.engine.case_builders import START, case, effect
from vardering.engine.discounting import discount_factors
from vardering.engine.evaluation import evaluate
from vardering.engine.prices import (
    at_price_level,
    chained_index,
    implied_inflation,
    nominal_rate,
    price_change_factors,
    real_rate,
)
from vardering.model.assumptions import PriceGroup
from vardering.model.vocabulary import View


@reproduces("IDX-01-const-to-current")
def test_constant_flows_in_current_prices(published: Published) -> None:
    inputs = published["inputs"]
    index = chained_index(inputs["inflation"], inputs["base_period"])
    assert (inputs["constant_flows"] * index).tolist() == near(published, "current_flows")


@reproduces("IDX-02-current-to-const")
def test_current_flows_in_constant_prices(published: Published) -> None:
    inputs = published["inputs"]
    index = chained_index(inputs["inflation"], inputs["base_period"])
    constant = at_price_level(inputs["current_flows"], index, base_index=1.0)
    assert constant.tolist() == near(published, "constant_flows")


@reproduces("IDX-13-gdp-deflator-rebase")
def test_amounts_moved_with_a_price_index(published: Published) -> None:
    inputs = published["inputs"]
    index = [inputs["index"][str(year)] for year in inputs["years"]]
    moved = at_price_level(inputs["values"], index, inputs["index"][str(inputs["base_year"])])
    assert moved.tolist() == near(published, "real_2024")


@reproduces("IDX-04-fisher-nominal")
def test_the_nominal_rate(published: Published) -> None:
    inputs = published["inputs"]
    assert nominal_rate(inputs["real_rate"], inputs["inflation"]) == near(published, "nominal_rate")


@reproduces("IDX-06-implied-inflation")
def test_the_inflation_that_two_rates_imply(published: Published) -> None:
    inputs = published["inputs"]
    assert implied_inflation(inputs["nominal_rate"], inputs["real_rate"]) == near(published, "inflation")


@reproduces("IDX-11-fisher")
def test_the_real_rate(published: Published) -> None:
    inputs = published["inputs"]
    assert real_rate(inputs["nominal_rate"], inputs["inflation"]) == near(published, "real_rate")


@reproduces("IDX-07-escalated-quantity")
def test_an_amount_that_grows_every_year(published: Published) -> None:
    inputs = published["inputs"]
    grown = inputs["quantity"] * price_change_factors(inputs["escalation"], [inputs["period"]])
    assert grown.tolist() == [near(published, "quantity_t")]


@reproduces("IDX-08-escalated-quantity-list")
def test_an_amount_that_grows_by_a_list(published: Published) -> None:
    inputs = published["inputs"]
    index = chained_index(inputs["escalation_by_period"])
    assert inputs["quantity"] * index[inputs["period"]] == near(published, "quantity_t")


@reproduces("IDX-09-escalation-vs-discount")
def test_growth_against_discounting(published: Published) -> None:
    inputs = published["inputs"]["spv"]
    period = inputs["period"]
    growth = price_change_factors(inputs["escalation"], [period])[0]
    factor = growth * discount_factors([inputs["discount"]] * (period + 1))[period]
    assert factor == near(published, "factor")
    group = PriceGroup(name="energi", real_change=inputs["escalation"])
    row = effect(before=1.0, profile="engång", from_year=START + period, price_group="energi")
    whole = evaluate(case(rate=inputs["discount"], price_groups=(group,), effects=(row,)))
    assert whole.main.views[View.ALL_VALUED].figures.npv == near(published, "factor")
