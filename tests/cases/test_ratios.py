import pytest

from cases.register import Published, near, reproduces
from unit.engine.case_builders import START, case, development, effect, running
from vardering.engine.annuities import annuity_factor
from vardering.engine.evaluation import evaluate
from vardering.engine.ratios import benefit_cost_ratio, modified_benefit_cost_ratio, ratio
from vardering.model.results import KeyFigures, Undefined
from vardering.model.rows import DevelopmentCost, Effect, RunCost
from vardering.model.vocabulary import View


def _figures(*rows: DevelopmentCost | RunCost | Effect, years: int = 1, rate: float = 0.0) -> KeyFigures:
    # Flows of operation start the year after the outlay: the first lies at time 0.
    whole = evaluate(
        case(
            years=years,
            rate=rate,
            development=tuple(row for row in rows if isinstance(row, DevelopmentCost)),
            running=tuple(row for row in rows if isinstance(row, RunCost)),
            effects=tuple(row for row in rows if isinstance(row, Effect)),
        )
    )
    return whole.main.views[View.ALL_VALUED].figures


@reproduces("BCR-00-annuity")
def test_the_ratio_of_an_annuity(published: Published) -> None:
    outlay, *receipts = published["inputs"]["cash_flows"]
    rate = published["inputs"]["rate_per_period"]
    figures = _figures(
        development(unit_price_kr=-float(outlay)),
        effect(before=float(receipts[0]), from_year=START + 1),
        years=len(receipts) + 1,
        rate=rate,
    )
    assert figures.bcr == near(published, "bcr")


@reproduces("BCR-01-conventional")
def test_disbenefits_reduce_benefits_and_maintenance_is_a_cost(published: Published) -> None:
    inputs = published["inputs"]
    figures = _figures(
        development(unit_price_kr=float(inputs["capital"])),
        running(unit_price_kr=float(inputs["pv_maintenance"])),
        effect(before=float(inputs["pv_benefits"])),
        effect(id="E2", after=float(inputs["pv_disbenefits"]), before=0.0),
    )
    assert figures.bcr == near(published, "bcr")


@reproduces("BCR-02-conventional-vs-modified")
def test_both_ratios_of_the_same_project(published: Published) -> None:
    # Equipment that need not be bought lowers the capital here, as in the notes.
    inputs = published["inputs"]
    capital = inputs["capital"] - inputs["pv_avoided_equipment"]
    costs = capital + inputs["pv_operating"]
    assert benefit_cost_ratio(inputs["pv_benefits"], costs) == near(published, "bcr")
    assert modified_benefit_cost_ratio(inputs["pv_benefits"], costs, inputs["pv_operating"]) == near(
        published, "bcr_modified"
    )
    figures = _figures(
        development(unit_price_kr=capital),
        running(unit_price_kr=inputs["pv_operating"]),
        effect(before=inputs["pv_benefits"]),
    )
    assert (figures.bcr, figures.bcr_modified) == (near(published, "bcr"), near(published, "bcr_modified"))


@reproduces("BCR-04-inconsistent-ranking")
def test_the_two_ratios_can_rank_projects_differently_and_the_increment_decides(published: Published) -> None:
    inputs = published["inputs"]
    years, rate = inputs["life_years"], inputs["rate"]
    rows = {}
    for name, alternative in (("A", "B"), ("B", "C")):
        project = inputs[name]
        rows[name] = (
            development(id=f"U{name}", unit_price_kr=float(project["capital"]), alternative=alternative),
            running(id=f"D{name}", unit_price_kr=float(project["om"]), alternative=alternative, from_year=START + 1),
            effect(id=f"E{name}", before=float(project["benefit"]), alternative=alternative, from_year=START + 1),
        )
    whole = evaluate(
        case(
            years=years + 1,
            rate=rate,
            development=tuple(rows[name][0] for name in rows),
            running=tuple(rows[name][1] for name in rows),
            effects=tuple(rows[name][2] for name in rows),
        )
    )
    for name, alternative in (("A", "B"), ("B", "C")):
        figures = whole.alternatives[alternative].views[View.ALL_VALUED].figures
        assert figures.bcr == near(published, f"{name}_conv")
        assert figures.bcr_modified == near(published, f"{name}_mod")
    # By hand: the dearer project costs (135 − 110 + 45 − 12.5 times 8.5136 =) 301.7 thousand more and gives
    # 361.8 thousand more, so it is worth its cost although its ratio is lower.
    step = whole.increments[1]
    assert (step.alternative, step.compared_with, step.is_worth_it) == ("C", "B", True)
    assert step.extra_cost == pytest.approx(25_000 + 32_500 * 8.513564, abs=1)
    assert step.extra_benefit == pytest.approx(42_500 * 8.513564, abs=1)


@reproduces("BCR-07-plan-at-two-rates")
def test_the_ratio_of_a_plan_over_twenty_years(published: Published) -> None:
    # The published solution counts the yearly costs and disbenefits among the costs.
    inputs = published["inputs"]
    factor = annuity_factor(inputs["rate"], inputs["years"])
    costs = inputs["capital"] + inputs["annual_om_plus_disbenefit"] * factor
    assert benefit_cost_ratio(sum(inputs["annual_benefits"]) * factor, costs) == near(published, "bcr")
    figures = _figures(
        development(unit_price_kr=float(inputs["capital"])),
        running(unit_price_kr=float(inputs["annual_om_plus_disbenefit"]), from_year=START + 1),
        *(
            effect(id=f"E{place}", before=float(amount), from_year=START + 1)
            for place, amount in enumerate(inputs["annual_benefits"])
        ),
        years=inputs["years"] + 1,
        rate=inputs["rate"],
    )
    assert figures.bcr == near(published, "bcr")


@reproduces("BCR-10-nist-e3")
def test_the_incremental_ratio_over_a_base(published: Published) -> None:
    inputs = published["inputs"]
    extra = inputs["inv_cost_alt"] - inputs["inv_cost_base"]
    assert ratio(inputs["net_benefits"], extra) == near(published, "bcr_incremental")


@reproduces("BCR-11-nist-edge-cases")
def test_a_cost_that_is_not_positive_gives_a_reason_and_no_ratio(published: Published) -> None:
    reasons = {"Infinity": Undefined("no-cost"), "Not Calculable": Undefined("not-calculable")}
    for inputs, answer in zip(published["inputs"]["cases"], published["expected"]["results"], strict=True):
        assert ratio(inputs["net_benefits"], inputs["inv_alt"] - inputs["inv_base"]) == reasons[answer]


@reproduces("SIR-01-nist")
def test_savings_over_investment_in_the_published_sign_convention(published: Published) -> None:
    inputs = published["inputs"]
    savings = inputs["noninv_base"] - inputs["noninv_alt"]
    assert ratio(savings, inputs["inv_base"] - inputs["inv_alt"]) == near(published, "sir")
    # In the textbook's convention the denominator is negative here: refused, never −2.5.
    assert ratio(savings, inputs["inv_alt"] - inputs["inv_base"]) == Undefined("no-cost")
