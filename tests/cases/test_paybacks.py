from datetime import date

import numpy as np

from cases.register import Published, near, reproduces
from unit.engine.case_builders import START, case_of_flows
from vardering.engine.discounting import discount_factors
from vardering.engine.evaluation import evaluate
from vardering.engine.payback import first_positive_year, payback_years
from vardering.model.vocabulary import View


@reproduces("DPB-01", "DPB-04")
def test_discounted_payback_of_an_outlay_in_the_start_year(published: Published) -> None:
    inputs = published["inputs"]
    flows = np.array(inputs["cash_flows"], dtype=float)
    discounted = flows * discount_factors(np.full(flows.size, inputs["rate"]))
    assert payback_years(discounted) == near(published, "discounted_payback_years")


@reproduces("DPB-01", "DPB-04")
def test_the_whole_case_gives_the_same_from_the_start_year_and_from_going_live_after_it(published: Published) -> None:
    inputs = published["inputs"]
    whole = evaluate(case_of_flows(inputs["cash_flows"], inputs["rate"], go_live=date(START + 1, 1, 1)))
    figures = whole.main.views[View.ALL_VALUED].figures
    assert figures.discounted_payback_years == near(published, "discounted_payback_years")
    assert figures.discounted_payback_from_go_live_years == near(published, "discounted_payback_years")


@reproduces("PB-01-nist")
def test_the_first_year_with_positive_cumulative_net(published: Published) -> None:
    inputs = published["inputs"]
    net = np.subtract(inputs["benefits"], inputs["costs"])
    assert first_positive_year(net, START) == START + published["expected"]["payback_index"]
