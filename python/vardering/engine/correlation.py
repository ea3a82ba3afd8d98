"""Draws that are high together and low together: one common factor in each group.

A normal copula. Each member's u becomes ``z = Φ⁻¹(u)``, is mixed with the group's own factor f as
``√ρ f + √(1−ρ) z``, and turned back by Φ. Any two members then have the correlation ρ between their normal scores,
and each keeps its own distribution. One ρ a group can always be drawn from, which a table of pairs cannot.
With ρ = 1 the members follow one and the same u (comonotonic). Source: Nelsen, An Introduction to Copulas, 2006.
"""

from collections.abc import Sequence

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray
from vardering.engine.sampling import NEAREST_EDGE


@dataclass(frozen=True, slots=True)
class Group:
    """Columns of the points that vary together, and how strongly, from 0 to 1."""

    members: tuple[int, ...]
    strength: float


def correlate(points: FloatArray, groups: Sequence[Group], factors: FloatArray) -> None:
    """Make the members of each group vary together, in place.

    ``points`` (n, inputs) and ``factors`` (n, groups) are independent and lie above 0 and below 1.
    """
    from scipy.special import ndtr, ndtri  # noqa: PLC0415 – only a simulation may wait for SciPy

    for index, group in enumerate(groups):
        columns = list(group.members)
        if group.strength == 1.0:
            points[:, columns] = factors[:, [index]]
        elif group.strength > 0.0:
            common = np.sqrt(group.strength) * ndtri(factors[:, [index]])
            scores = common + np.sqrt(1.0 - group.strength) * ndtri(points[:, columns])
            points[:, columns] = np.clip(ndtr(scores), NEAREST_EDGE, 1.0 - NEAREST_EDGE)
