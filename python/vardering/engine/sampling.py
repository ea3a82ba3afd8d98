"""Evenly spread draws between 0 and 1, in independent randomisations.

Latin hypercube and scrambled Sobol points lie more evenly than random ones, so that fewer are needed, but then the
scatter within one set of points does not tell the error. It is told by the scatter between several sets, each with a
randomisation of its own (Owen, Monte Carlo theory, methods and examples, 2013, chapters 10 and 17).

The figures follow from the seed alone: PCG64 and its spawned seeds are NumPy's promise (NEP 19), the points are
SciPy's documented algorithms.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray
from vardering.model.vocabulary import Sampler

REPLICATES = (10, 20, 50, 100, 200, 500, 1000)
"""Numbers of randomisations, the fewest that keep each within ``LARGEST_SET``; each divides whole thousands."""

LARGEST_SET = 2_500_000
"""Most figures held at once (draws of a randomisation × what is drawn): 20 MB, so a million draws fit in memory."""

NEAREST_EDGE = 2.0**-45
"""Points are kept this far from 0 and 1, where quantiles may be infinite."""


SOBOL_BITS = 30
"""Binary digits of a Sobol point."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many randomisations are made, and how many draws each holds."""

    replicates: int
    size: int

    @property
    def draws(self) -> int:
        """All draws together."""
        return self.replicates * self.size


def sampling_plan(draws: int, dimensions: int, sampler: Sampler) -> Plan:
    """At least ``draws`` in whole randomisations. Sobol points are balanced in powers of two only.

    >>> sampling_plan(10_000, 60, Sampler.LATIN_HYPERCUBE)
    Plan(replicates=10, size=1000)
    >>> sampling_plan(1_000_000, 60, Sampler.LATIN_HYPERCUBE).replicates
    50
    >>> sampling_plan(10_000, 60, Sampler.SOBOL).draws
    10240
    """
    fits = (count for count in REPLICATES if draws * dimensions <= count * LARGEST_SET)
    replicates = next(fits, REPLICATES[-1])
    size = -(-draws // replicates)
    if sampler is Sampler.SOBOL:
        size = 1 << (size - 1).bit_length()
    return Plan(replicates, size)


def sampled_points(plan: Plan, dimensions: int, sampler: Sampler, seed: int) -> Iterator[FloatArray]:
    """The points of one randomisation after another: each (size, dimensions), above 0 and below 1."""
    first, *others = np.random.SeedSequence(seed).spawn(plan.replicates + 1)
    draw = {Sampler.LATIN_HYPERCUBE: _latin_hypercubes, Sampler.SOBOL: _sobol_points}[sampler]
    return draw(plan.size, dimensions, _generator(first), [_generator(one) for one in others])


def _generator(sequence: np.random.SeedSequence) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(sequence))


def _latin_hypercubes(
    size: int, dimensions: int, _: np.random.Generator, generators: Sequence[np.random.Generator]
) -> Iterator[FloatArray]:
    """A hypercube of its own for each generator."""
    from scipy.stats import qmc  # noqa: PLC0415 – only a simulation may wait for SciPy

    for generator in generators:
        points = qmc.LatinHypercube(d=dimensions, rng=generator).random(size)
        yield np.clip(points, NEAREST_EDGE, 1.0 - NEAREST_EDGE, out=points)


def _sobol_points(
    size: int, dimensions: int, scrambler: np.random.Generator, generators: Sequence[np.random.Generator]
) -> Iterator[FloatArray]:
    """One scrambled set of points, given a digital shift of its own for each generator.

    A shift turns the same binary digits of every point in a dimension, which keeps the evenness and makes each point
    uniform; scrambling once is enough and far quicker than once for each set.
    """
    from scipy.stats import qmc  # noqa: PLC0415 – only a simulation may wait for SciPy

    cells = 1 << SOBOL_BITS
    digits = (qmc.Sobol(d=dimensions, bits=SOBOL_BITS, rng=scrambler).random(size) * cells).astype(np.int64)
    for generator in generators:
        shift = generator.integers(cells, size=dimensions)
        yield ((digits ^ shift) + 0.5) / cells
