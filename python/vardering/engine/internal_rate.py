"""Internal rate of return of a row of yearly net flows: every rate that makes the present value zero.

With x = 1/(1+r) the present value is a polynomial in x, and every rate above −100 per cent is a positive root.
All of them are found, so that a figure is given only where it is the only one. Not to be mixed up with the
municipal internal interest rate (internränta).
"""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats
from vardering.model.results import Figure, Reason, Undefined

_NEGLIGIBLE = 1e-13
_NIL = 1e-13
_SAME = 1e-6
_GRID_POINTS = 400


def internal_rate(net: Numbers) -> tuple[Figure, tuple[float, ...]]:
    """The internal rate as a share a year, and all rates that make the present value zero, rising.

    ``net`` has shape (years,), the year index is the exponent; the timing within the year is of no consequence.
    Undefined: same-sign (or no flows at all), no-root, several-roots. Authority: numpy-financial and pyxirr, irr.

    >>> rate, roots = internal_rate([-100, 39, 59, 55, 20])
    >>> round(rate, 11)
    0.28094842116
    >>> internal_rate([40000, 5000, 8000, 12000, 30000])[0].reason.value
    'same-sign'
    """
    flows = _significant(floats(net))
    if flows.size == 0 or np.all(flows >= 0.0) or np.all(flows <= 0.0):
        return Undefined(Reason.SAME_SIGN), ()
    rates = _rates(flows)
    if not rates:
        return Undefined(Reason.NO_ROOT), ()
    if len(rates) > 1:
        return Undefined(Reason.SEVERAL_ROOTS), rates
    return rates[0], rates


def _rates(flows: FloatArray) -> tuple[float, ...]:
    """All rates above −100 per cent, rising: discounts up to 1, and above 1 as inverses of the reversed row."""
    discounts = _roots_up_to_one(flows) + [1.0 / root for root in reversed(_roots_up_to_one(flows[::-1]))]
    distinct = [root for place, root in enumerate(discounts) if place == 0 or root > discounts[place - 1] * (1 + _SAME)]
    return tuple(1.0 / discount - 1.0 for discount in reversed(distinct))


def _significant(flows: FloatArray) -> FloatArray:
    """The flows without leading and trailing zeros; what rounding left of a zero counts as zero."""
    largest = float(np.abs(flows).max(initial=0.0))
    kept = np.where(np.abs(flows) > _NEGLIGIBLE * largest, flows, 0.0)
    used = np.flatnonzero(kept)
    return kept[used[0] : used[-1] + 1] if used.size else kept[:0]


def _roots_up_to_one(coefficients: FloatArray) -> list[float]:
    """Roots of ``Σ c_k x^k`` in (0, 1], rising, each once. First and last coefficient are not zero.

    A fine grid and the turning points, between which the polynomial is monotone, leave no two roots in one
    interval. Neighbouring points where the value is nil to working precision are one root.
    """
    points = _search_points(coefficients)
    values = _relative_values(coefficients, points)
    clear = np.flatnonzero(np.abs(values) > _NIL)
    bounds = np.append(clear, points.size)
    crosses = np.append(values[clear[:-1]] * values[clear[1:]] < 0.0, False)
    roots: list[float] = []
    for place in np.flatnonzero(crosses | (np.diff(bounds) > 1)):
        left, right = int(bounds[place]), int(bounds[place + 1])
        if crosses[place]:
            roots.append(_bisected(coefficients.tolist(), float(points[left]), float(points[right])))
        else:
            nil = slice(left + 1, right)
            roots.append(float(points[nil][np.argmin(np.abs(values[nil]))]))
    return roots


def _search_points(coefficients: FloatArray) -> FloatArray:
    """Points in (0, 1] from below the smallest positive root (Cauchy's bound) to 1, turning points included."""
    sizes = np.abs(coefficients)
    lowest = float(sizes[0] / (sizes[0] + sizes[1:].max())) / 2.0
    points = np.geomspace(lowest, 1.0, _GRID_POINTS)
    signs = np.sign(coefficients[coefficients != 0.0])
    if np.count_nonzero(signs[1:] != signs[:-1]) > 1:
        slopes = coefficients[1:] * np.arange(1, coefficients.size)
        turning = np.real(np.roots(slopes[::-1]))
        points = np.union1d(points, turning[(turning > lowest) & (turning < 1.0)])
    return points


def _relative_values(coefficients: FloatArray, points: FloatArray) -> FloatArray:
    """``Σ c_k x^k / Σ |c_k| x^k`` at each point, by Horner's rule: between −1 and 1."""
    values = np.zeros_like(points)
    sizes = np.zeros_like(points)
    for coefficient in coefficients[::-1].tolist():
        values = values * points + coefficient
        sizes = sizes * points + abs(coefficient)
    relative: FloatArray = values / sizes
    return relative


def _bisected(coefficients: list[float], low: float, high: float) -> float:
    """The root between two points of opposite sign, to the last digit."""
    falling = _value(coefficients, low) > 0.0
    middle = (low + high) / 2.0
    while low < middle < high:
        if (_value(coefficients, middle) > 0.0) is falling:
            low = middle
        else:
            high = middle
        middle = (low + high) / 2.0
    return middle


def _value(coefficients: list[float], point: float) -> float:
    value = 0.0
    for coefficient in reversed(coefficients):
        value = value * point + coefficient
    return value
