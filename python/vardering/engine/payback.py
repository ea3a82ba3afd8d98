"""When the change has paid for itself, and how much must be funded before that.

The start year is year 0, as for discounting: its flows lie on one point, and payback counts the years after it. The
flow of each later year is spread evenly over that year, so cumulative net runs straight between the years' ends.
"""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats
from vardering.model.results import Figure, Reason, Undefined

_NOISE_SHARE = 1e-12


def cumulative(net: Numbers) -> FloatArray:
    """Cumulative net at the end of each year, shape (years,); what rounding leaves of zero is zero.

    >>> cumulative([-50, 0, 75]).tolist()
    [-50.0, -50.0, 25.0]
    """
    flows = floats(net)
    sums: FloatArray = np.cumsum(flows)
    noise = _NOISE_SHARE * np.abs(flows).sum()
    sums[np.abs(sums) <= noise] = 0.0
    return sums


def payback_years(net: Numbers) -> Figure:
    """Years from the start year (year 0) to the last crossing after which cumulative net stays ≥ 0.

    ``net`` has shape (years,); present values give the discounted payback. 0 where cumulative net never is
    negative, Undefined (never) where it ends below zero. Authority: Ross, Fundamentals of Corporate Finance,
    discounted payback at 14 % of an outlay now and receipts in years 1–4.

    >>> round(payback_years([-5200, 2800/1.14, 3700/1.14**2, 5100/1.14**3, 4300/1.14**4]), 2)
    1.96
    """
    balances = cumulative(net)
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

    ``years_until_going_live`` counts from 1 January of the start year, so the point that payback counts from, the
    end of the start year, lies at 1. Undefined (no-go-live) without a date, otherwise the payback's own reason.

    >>> payback_from(1.96, 1.0), payback_from(0.4, 2.0), payback_from(0.0, 0.5)
    (1.96, 0.0, 0.0)
    """
    if isinstance(payback, Undefined):
        return payback
    if years_until_going_live is None:
        return Undefined(Reason.NO_GO_LIVE)
    if payback == 0.0:
        return 0.0
    return max(0.0, payback + 1.0 - years_until_going_live)


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
