"""Published three-point estimates and intervals of simulations."""

from math import exp

import numpy as np
import pytest

from cases.register import Published, near, reproduces
from vardering.engine.quantiles import Distribution, Normal, Occurring, Pert, Triangular, Uniform
from vardering.engine.weighted_sums import UncertainInput, WeightedSums, draw_sums
from vardering.model.assumptions import SimulationSettings
from vardering.model.vocabulary import Sampler

YEARS, RATE, RETURN_PERIOD, VALUE_OF_LIFE = 50, 0.03, 25, 7_500_000
EVENTS = sum(exp(-RATE * year) for year in range(YEARS)) / RETURN_PERIOD
"""Present value of one krona of damage avoided each time the earth shakes."""
YEARLY = sum(exp(-RATE * year) for year in range(1, YEARS + 1))
"""Present value of a krona a year, at the end of each year."""


@reproduces("PERT-01")
def test_a_three_point_estimate(published: Published) -> None:
    low, likely, high = (published["inputs"][key] for key in ("O", "R", "P"))
    assert Pert(low, likely, high).mean == near(published, "mean")
    # The rule of thumb (high − low) / 6 is the standard deviation of a narrower beta than ours.
    assert Pert(low, likely, high, concentration=6).variance ** 0.5 == near(published, "sd")


def _both(distribution: Distribution, net: float, cost: float) -> UncertainInput:
    return UncertainInput("", "", distribution, (net, cost))


def _cost(distribution: Distribution, factor: float = 1.0) -> UncertainInput:
    return _both(distribution, -factor, factor)


RETROFIT = WeightedSums(
    fixed=(EVENTS * (260_000 + 0.1 * VALUE_OF_LIFE), 0.0),
    inputs=(
        _cost(Triangular(475_000, 500_000, 750_000)),
        _cost(Triangular(2_850_000, 3_000_000, 3_840_000)),
        _both(Normal(2e6, 6e5), EVENTS, 0.0),
        _both(Normal(6e5, 1.8e5), EVENTS, 0.0),
    ),
)
NEW_BRIDGE = WeightedSums(
    fixed=(EVENTS * 0.2 * VALUE_OF_LIFE, 0.0),
    inputs=(
        _cost(Triangular(114_000, 120_000, 144_000)),
        _cost(Triangular(166_250, 175_000, 224_000)),
        _cost(Triangular(2_375_000, 2_500_000, 3_000_000)),
        _cost(Triangular(4_037_500, 4_250_000, 5_440_000)),
        _cost(Uniform(21_375, 30_000), YEARLY),
        _cost(Uniform(3_500, 4_250), YEARLY),
        _both(Normal(3.5e6, 1.05e6), EVENTS, 0.0),
        _both(Normal(1e6, 3e5), EVENTS, 0.0),
        _both(Triangular(70_000, 100_000, 115_000), YEARLY, 0.0),
    ),
)
"""The two plans against earthquakes of the published input file; what it says nothing certain of is drawn."""


@pytest.mark.parametrize("sampler", Sampler)
@reproduces("EDGE-03-riverbend-montecarlo")
def test_intervals_of_net_and_costs_from_triangular_uniform_and_normal_inputs(
    published: Published, sampler: Sampler
) -> None:
    for plan, sums in (("retrofit", RETROFIT), ("newbridge", NEW_BRIDGE)):
        drawn = draw_sums(sums, SimulationSettings(sampler=sampler))
        for figure, outcomes in zip(("net", "costs"), drawn.outcomes, strict=True):
            low, high = published["expected"][f"{plan}_{figure}_95pct"]
            allowed = 0.04 * (high - low)
            assert np.quantile(outcomes, (0.025, 0.975)) == pytest.approx((low, high), abs=allowed)


@reproduces("GB-05-risk-register")
def test_the_drawn_value_of_a_risk_register(published: Published) -> None:
    risks = published["inputs"]["risks"]
    inputs = tuple(
        UncertainInput("", "", Occurring(risk["p"], Uniform(risk["impact"], risk["impact"])), (1.0,)) for risk in risks
    )
    sums = WeightedSums((0.0,), inputs)
    assert sums.expected == near(published, "expected_value")
    outcomes = draw_sums(sums, SimulationSettings(draws=10_000)).outcomes
    assert outcomes.max() == near(published, "total_exposure")
    assert outcomes.mean() == pytest.approx(published["expected"]["expected_value"], rel=1e-3)
