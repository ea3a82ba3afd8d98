"""Histograms with round edges that people can read off a chart."""

from math import ceil, floor, log10

import numpy as np

from vardering.engine.arrays import FloatArray, plain

MOST_BINS = 20
TAIL = 0.002
"""Share of the outcomes at each end that the edges leave to the outermost bins."""


def round_edges(low: float, high: float, most_bins: int = MOST_BINS) -> tuple[float, ...]:
    """Edges at multiples of 1, 2 or 5 times a power of ten, zero among them where it lies within.

    >>> round_edges(-1.2e6, 3.4e6, 6)
    (-2000000.0, -1000000.0, 0.0, 1000000.0, 2000000.0, 3000000.0, 4000000.0)
    >>> round_edges(7.0, 7.0)
    (7.0, 8.0)
    """
    if high <= low:
        return (float(floor(low)), float(floor(low)) + 1.0)
    tenth = 10.0 ** floor(log10((high - low) / most_bins))
    fitting = (tenth * factor for factor in (1, 2, 5, 10) if _bins(low, high, tenth * factor) <= most_bins)
    step = next(fitting, tenth * 20)
    first, last = floor(low / step), ceil(high / step)
    return tuple(float(multiple * step) for multiple in range(first, last + 1))


def _bins(low: float, high: float, step: float) -> int:
    return ceil(high / step) - floor(low / step)


def shares_between(outcomes: FloatArray, edges: tuple[float, ...]) -> tuple[float, ...]:
    """Share of the outcomes from each edge to the next; what lies outside counts to the first and the last."""
    inner = np.array(edges[1:-1])
    counts = np.bincount(np.searchsorted(inner, outcomes.ravel(), side="right"), minlength=len(edges) - 1)
    return plain(counts / outcomes.size)
