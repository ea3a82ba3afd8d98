"""What a simulation gives: plain frozen values. Kronor of present value, excluding VAT; shares from 0 to 1."""

from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass
from vardering.model.assumptions import SimulationSettings
from vardering.model.vocabulary import View


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure estimated by drawing, with its standard error in the same unit."""

    value: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """Share of the outcomes between ``edges_kr[i]`` and ``edges_kr[i + 1]``; the shares sum to 1.

    The first and the last bin also hold what lies outside the edges.
    """

    edges_kr: tuple[float, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SimulatedView:
    """How the net present value of one view is distributed over the outcomes (kr).

    ``percentiles`` are by per cent: 5 is the value that 5 per cent of the outcomes lie below.
    ``probability_negative`` is the share of the outcomes below zero.
    """

    view: View
    mean: Estimate
    standard_deviation: Estimate
    percentiles: Mapping[int, Estimate]
    probability_negative: Estimate
    histogram: Histogram


@dataclass(frozen=True, slots=True)
class VarianceShare:
    """How much of the variance of each view's net present value a row stands for; the rows of a view sum to 1.

    The covariance of the row with the sum, divided by the variance of the sum. A row that moves against the others
    gets a negative share; rows that move together share what they have in common.
    """

    id: str
    name: str
    shares: Mapping[View, float]


@dataclass(frozen=True, slots=True)
class Simulation:
    """A simulation of one alternative. ``draws`` were made in ``replicates`` independent randomisations.

    ``draws`` are the settings' number rounded up to whole randomisations. ``uncertain_rows`` counts the rows and
    events that were drawn; none means that no row has a range.
    """

    alternative: str
    settings: SimulationSettings
    draws: int
    replicates: int
    uncertain_rows: int
    views: Mapping[View, SimulatedView]
    variance_shares: tuple[VarianceShare, ...]
