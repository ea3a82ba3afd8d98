"""The distributions that a simulation draws from, each by its quantile function.

A quantile function turns a number u between 0 and 1 into the value that the share u of the outcomes lies below.
Drawing evenly spread u and turning each into its value gives draws of the distribution.
"""

from typing import Protocol

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray
from vardering.engine.beta_quantiles import beta_quantiles


class Distribution(Protocol):
    """What a simulation asks of a distribution. Values have the unit of what is drawn."""

    @property
    def mean(self) -> float:
        """Expected value."""

    @property
    def variance(self) -> float:
        """Expected squared distance from the mean, in the unit squared."""

    def quantiles(self, u: FloatArray) -> FloatArray:
        """The values that shares ``u`` (n,), each above 0 and below 1, of the outcomes lie below: shape (n,)."""


@dataclass(frozen=True, slots=True)
class Triangular:
    """Triangular between ``low`` and ``high``, which differ, with its top at ``likely``."""

    low: float
    likely: float
    high: float

    @property
    def mean(self) -> float:
        """``(low + likely + high) / 3``."""
        return (self.low + self.likely + self.high) / 3

    @property
    def variance(self) -> float:
        """``(a² + b² + c² − ab − ac − bc) / 18``, from the distances to low so that large figures lose nothing."""
        width, rise = self.high - self.low, self.likely - self.low
        return (width * width + rise * rise - width * rise) / 18

    def quantiles(self, u: FloatArray) -> FloatArray:
        """The inverse of the distribution function, which is a parabola on each side of the top."""
        width, rise = self.high - self.low, self.likely - self.low
        below = self.low + np.sqrt(u * (width * rise))
        above = self.high - np.sqrt((1.0 - u) * (width * (width - rise)))
        return np.where(u * width < rise, below, above)


@dataclass(frozen=True, slots=True)
class Pert:
    """Beta-PERT between ``low`` and ``high``, which differ: a beta distribution with its top at ``likely``.

    ``α = 1 + λ (likely − low) / width``, ``β = 1 + λ (high − likely) / width``. λ is ``concentration``; with 4 the mean
    is ``(low + 4 likely + high) / 6``. Source: Malcolm et al. 1959 (mean); Vose, Risk Analysis, 2008 (λ).

    >>> Pert(3, 5, 7).mean, round(Pert(3, 5, 7, concentration=6).variance ** 0.5, 2)
    (5.0, 0.67)
    """

    low: float
    likely: float
    high: float
    concentration: float = 4.0

    @property
    def mean(self) -> float:
        """``(low + λ likely + high) / (λ + 2)``."""
        return (self.low + self.concentration * self.likely + self.high) / (self.concentration + 2)

    @property
    def variance(self) -> float:
        """``(mean − low) (high − mean) / (λ + 3)``."""
        return (self.mean - self.low) * (self.high - self.mean) / (self.concentration + 3)

    def quantiles(self, u: FloatArray) -> FloatArray:
        """The beta distribution's quantiles, stretched from 0–1 to low–high."""
        width = self.high - self.low
        alpha = 1 + self.concentration * (self.likely - self.low) / width
        beta = 1 + self.concentration * (self.high - self.likely) / width
        return self.low + width * beta_quantiles(alpha, beta, u)


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value between ``low`` and ``high`` as likely as any other."""

    low: float
    high: float

    @property
    def mean(self) -> float:
        """Halfway."""
        return (self.low + self.high) / 2

    @property
    def variance(self) -> float:
        """``width² / 12``."""
        return (self.high - self.low) ** 2 / 12

    def quantiles(self, u: FloatArray) -> FloatArray:
        """A straight line."""
        return self.low + (self.high - self.low) * u


@dataclass(frozen=True, slots=True)
class Normal:
    """The normal distribution."""

    mean: float
    standard_deviation: float

    @property
    def variance(self) -> float:
        """``standard_deviation²``."""
        return self.standard_deviation**2

    def quantiles(self, u: FloatArray) -> FloatArray:
        """``mean + standard deviation × Φ⁻¹(u)``."""
        from scipy.special import ndtri  # noqa: PLC0415 – only a simulation may wait for SciPy

        values: FloatArray = self.mean + self.standard_deviation * ndtri(u)
        return values


@dataclass(frozen=True, slots=True)
class Occurring:
    """Something that happens with a probability, and is then drawn from ``size``; otherwise 0.

    One u serves both: the highest ``probability`` of its span are the outcomes where it happens.

    >>> Occurring(0.3, Uniform(50, 150)).mean
    30.0
    """

    probability: float
    size: Distribution

    @property
    def mean(self) -> float:
        """``probability × mean size``."""
        return self.probability * self.size.mean

    @property
    def variance(self) -> float:
        """``p (variance + mean²) − (p mean)²`` of the size."""
        return self.probability * (self.size.variance + self.size.mean**2) - self.mean**2

    def quantiles(self, u: FloatArray) -> FloatArray:
        """0 up to the share where nothing happens, then the quantiles of the size."""
        values = np.zeros_like(u)
        happens = u > 1.0 - self.probability
        values[happens] = self.size.quantiles((u[happens] - (1.0 - self.probability)) / self.probability)
        return values
