import pytest

from cases.register import Published, near, reproduces
from unit.engine.case_builders import case_of_flows
from vardering.engine.evaluation import evaluate
from vardering.engine.internal_rate import internal_rate
from vardering.engine.modified_internal_rate import modified_internal_rate
from vardering.model.results import Undefined
from vardering.model.vocabulary import View


@reproduces("IRR-01", "IRR-02", "IRR-04", "IRR-06", "IRR-09", "IRR-10", "IRR-12-deep-negative")
def test_the_only_rate_is_the_internal_rate(published: Published) -> None:
    flows = published["inputs"]["cash_flows"]
    rate, roots = internal_rate(flows)
    assert rate == near(published, "irr")
    assert roots == (rate,)
    whole = evaluate(case_of_flows(flows, rate=0.03, timing=0.5))
    assert whole.main.views[View.ALL_VALUED].figures.irr == near(published, "irr")


@reproduces("IRR-03", "IRR-07", "IRR-17-google")
def test_several_rates_are_all_listed_and_none_is_chosen(published: Published) -> None:
    flows = published["inputs"]["cash_flows"]
    figures = evaluate(case_of_flows(flows)).main.views[View.ALL_VALUED].figures
    assert figures.irr == Undefined("several-roots")
    assert len(figures.irr_roots) > 1
    nearest = min(figures.irr_roots, key=lambda root: abs(root - published["expected"]["irr"]))
    assert nearest == near(published, "irr")


@reproduces("IRR-14-no-solution", "IRR-15-all-negative")
def test_flows_of_one_sign_have_no_rate(published: Published) -> None:
    flows = published["inputs"]["cash_flows"]
    figures = evaluate(case_of_flows(flows)).main.views[View.ALL_VALUED].figures
    assert figures.irr == Undefined("same-sign")
    assert figures.irr_roots == ()


@reproduces("MIRR-01", "MIRR-02", "MIRR-05", "MIRR-06", "MIRR-07")
def test_the_modified_internal_rate(published: Published) -> None:
    inputs = published["inputs"]
    rate = modified_internal_rate(inputs["cash_flows"], inputs["finance_rate"], inputs["reinvest_rate"])
    assert rate == near(published, "mirr")


@reproduces("MIRR-09-grid")
def test_the_modified_internal_rate_of_a_grid(published: Published) -> None:
    inputs = published["inputs"]
    pairs = list(zip(inputs["finance_rates"], inputs["reinvest_rates"], strict=True))
    for number, flows in enumerate(inputs["rows"], start=1):
        rates = [modified_internal_rate(flows, finance, reinvest) for finance, reinvest in pairs]
        assert rates == near(published, f"row{number}")


@reproduces("AIRR-01-nist", "AIRR-02-nist")
def test_the_adjusted_rate_is_a_modified_rate_of_one_krona(published: Published) -> None:
    # Savings worth SIR now, grown to the last year at the reinvestment rate, for 1 krona now.
    inputs = published["inputs"]
    rate, years = inputs["reinvest_rate"], inputs["years"]
    flows = [-1.0, *[0.0] * (years - 1), inputs["sir"] * (1 + rate) ** years]
    assert modified_internal_rate(flows, rate, rate) == near(published, "airr")


def test_a_year_without_a_flow_is_a_year_with_zero() -> None:
    with_blanks, _ = internal_rate([-4500, 0, 3045, 0, 2371])
    skipped, _ = internal_rate([-4500, 3045, 2371])
    assert skipped == pytest.approx(0.13918184162670671)
    assert isinstance(with_blanks, float)
    assert with_blanks < 0.075
