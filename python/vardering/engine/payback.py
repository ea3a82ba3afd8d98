"""When the change has paid for itself, and how much must be funded before that.

Every flow is spread evenly over its year, so cumulative net runs straight between the ends of the years. Year
index k runs from k to k+1 years after the start of the start year. Amounts that lie on a point in time before the
first year are given as ``opening``.
"""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats
from vardering.model.results import Figure, Reason, Undefined

_NOISE_SHARE = 1e-12


def cumulative(net: Numbers, opening: float = 0.0) -> FloatArray:
    """Cumulative net at the end of each year, shape (years,); what rounding leaves of zero is zero.

    >>> cumulative([-50, 0, 75]).tolist()
    [-50.0, -50.0, 25.0]
    """
    flows = floats(net)
    sums: FloatArray = opening + np.cumsum(flows)
    noise = _NOISE_SHARE * (abs(opening) + np.abs(flows).sum())
    sums[np.abs(sums) <= noise] = 0.0
    return sums


def payback_years(net: Numbers, opening: float = 0.0) -> Figure:
    """Years from the start of the first year to the last crossing after which cumulative net stays ≥ 0.

    ``net`` has shape (years,); present values give the discounted payback. 0 where cumulative net never is
    negative, Undefined (never) where it ends below zero. Authority: Ross, Fundamentals of Corporate Finance,
    discounted payback at 14 % of an outlay now and receipts in years 1–4.

    >>> round(payback_years([2800/1.14, 3700/1.14**2, 5100/1.14**3, 4300/1.14**4], opening=-5200), 2)
    1.96
    """
    balances = np.concatenate(([opening], cumulative(net, opening)))
    below = np.flatnonzero(balances < 0.0)
    if below.size == 0:
        return 0.0
    last = int(below[-1])
    if last == balances.size - 1:
        return Undefined(Reason.NEVER)
    missing, after = -float(balances[last]), float(balances[last + 1])
    return last + missing / (missing + after)


def payback_from(payback: Figure, years_until_going_live: float | None) -> Figure:
    """The payback counted from going live instead of the start year; never below 0.

    Undefined (no-go-live) without a date, otherwise the reason of the payback itself.

    >>> payback_from(2.96, 1.0), payback_from(0.4, 1.0)
    (1.96, 0.0)
    """
    if isinstance(payback, Undefined):
        return payback
    if years_until_going_live is None:
        return Undefined(Reason.NO_GO_LIVE)
    return max(0.0, payback - years_until_going_live)


def first_positive_year(net: Numbers, start_year: int) -> Figure:
    """First calendar year whose cumulative net (kr, not discounted) is above 0, else Undefined (never).

    Authority: NIST E3, payback: costs 100, 50, 25, 10 and benefits 50, 50, 100, 100 turn in the third year.

    >>> first_positive_year([-50, 0, 75, 90], 2025)
    2027.0
    """
    positive = np.flatnonzero(cumulative(net) > 0.0)
    return float(start_year + positive[0]) if positive.size else Undefined(Reason.NEVER)


def peak_funding(net: Numbers, start_year: int) -> tuple[float, Figure]:
    """The deepest cumulative net as a positive figure (kr, not discounted), and its calendar year.

    0 and Undefined (never-negative) where cumulative net never is negative.

    >>> peak_funding([-50, -10, 75], 2025)
    (60.0, 2026.0)
    """
    sums = cumulative(net)
    lowest = int(np.argmin(sums))
    if sums[lowest] >= 0.0:
        return 0.0, Undefined(Reason.NEVER_NEGATIVE)
    return -float(sums[lowest]), float(start_year + lowest)
