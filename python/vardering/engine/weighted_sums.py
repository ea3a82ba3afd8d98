"""Drawing sums that are linear in what is uncertain: ``sum = fixed + values @ weights``.

The net present value is such a sum of the drivers, in every view at once, so a whole simulation is one weighted sum
for each view.
"""

from collections.abc import Callable, Mapping

import numpy as np

from vardering.base.light_dataclasses import dataclass, field
from vardering.engine.arrays import FloatArray
from vardering.engine.correlation import Group, correlate
from vardering.engine.quantiles import Distribution
from vardering.engine.sampling import sampled_points, sampling_plan
from vardering.model.assumptions import SimulationSettings

Progress = Callable[[int, int], None]
"""Told how many draws are made, and of how many."""


def unheard(_made: int, _of: int) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class UncertainInput:
    """Something that is drawn. ``weights`` (sums,): what one unit of it adds to each sum. ``group``: varies with."""

    id: str
    name: str
    distribution: Distribution
    weights: tuple[float, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class WeightedSums:
    """The sums to draw: what is certain in each, ``fixed`` (sums,), and what is not. ``strengths`` by group name."""

    fixed: tuple[float, ...]
    inputs: tuple[UncertainInput, ...]
    strengths: Mapping[str, float] = field(default_factory=dict)

    @property
    def weights(self) -> FloatArray:
        """What a unit of each input adds to each sum, shape (inputs, sums)."""
        rows = [one.weights for one in self.inputs]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(self.fixed))

    @property
    def means(self) -> FloatArray:
        """Expected value of each input, shape (inputs,)."""
        return np.array([one.distribution.mean for one in self.inputs], dtype=np.float64)

    @property
    def expected(self) -> FloatArray:
        """Expected value of each sum, shape (sums,)."""
        expected: FloatArray = np.array(self.fixed) + self.means @ self.weights
        return expected

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups with more than one input."""
        members: dict[str, list[int]] = {}
        for column, one in enumerate(self.inputs):
            if one.group:
                members.setdefault(one.group, []).append(column)
        return tuple(
            Group(tuple(columns), self.strengths[name]) for name, columns in members.items() if len(columns) > 1
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """Drawn sums. ``outcomes`` (sums, replicates, draws of each); ``covariances`` (inputs, sums): of what each input
    adds to a sum with the sum itself, about their true means, so that those of a sum add up to its variance, whatever
    is correlated.
    """

    outcomes: FloatArray
    covariances: FloatArray


def draw_sums(sums: WeightedSums, settings: SimulationSettings, progress: Progress = unheard) -> Drawn:
    """Draw the sums in independent randomisations, one after another so that memory holds one at a time."""
    groups, weights, means, expected = sums.groups, sums.weights, sums.means, sums.expected
    dimensions = max(len(sums.inputs) + len(groups), 1)
    plan = sampling_plan(settings.draws, dimensions, settings.sampler)
    outcomes = np.empty((len(sums.fixed), plan.replicates, plan.size))
    moments = np.zeros_like(weights)
    for index, points in enumerate(sampled_points(plan, dimensions, settings.sampler, settings.seed)):
        values = np.asfortranarray(points[:, : len(sums.inputs)])
        correlate(values, groups, points[:, len(sums.inputs) :])
        for column, one in enumerate(sums.inputs):
            values[:, column] = one.distribution.quantiles(values[:, column])
        values -= means
        distances = values @ weights
        moments += values.T @ distances
        outcomes[:, index, :] = (expected + distances).T
        progress((index + 1) * plan.size, plan.draws)
    return Drawn(outcomes, weights * moments / plan.draws)
