"""Discount factors from a rate or a schedule of rates, and present values.

Convention: the flow of year index k lies k + d years after the start of the start year, where d is the timing:
0 at the start of its year, 0.5 in the middle, 1 at the end (Excel's NPV).
"""

from collections.abc import Sequence

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats
from vardering.model.assumptions import RateBand


def yearly_rates(rate: float, bands: Sequence[RateBand], years: int) -> FloatArray:
    """Rate of each year number 1 … ``years``, shape (years,), as shares.

    ``rate`` holds until the first band; a band holds from its year number until the next one. The order of the
    bands is of no consequence. Form of the schedule: HM Treasury, The Green Book (3.5 % in years 1–30, 3 % in
    years 31–75).

    >>> bands = (RateBand(from_year_number=31, rate=0.03),)
    >>> yearly_rates(0.035, bands, 32)[29:].tolist()
    [0.035, 0.03, 0.03]
    """
    rates = np.full(years, rate)
    for band in sorted(bands, key=lambda band: band.from_year_number):
        rates[band.from_year_number - 1 :] = band.rate
    return rates


def discount_factors(rates: Numbers, timing: float = 0.0) -> FloatArray:
    """Discount factors of year indices 0 … n−1, from the rates of year numbers 1 … n; both shape (n,).

    ``factor_k = Π_{j=1..k} 1/(1+r_j) × (1+r_{k+1})^−d``: a fraction of a year uses the rate of the year it lies
    in. Authority: HM Treasury, The Green Book, declining schedule, factor of year 30.

    >>> float(discount_factors([0.035] * 31)[30].round(10))
    0.3562784106
    """
    growth = 1.0 + floats(rates)
    whole_years = np.concatenate(([1.0], np.cumprod(growth[:-1])))
    factors: FloatArray = growth**-timing / whole_years
    return factors


def present_value(flows: FloatArray, factors: FloatArray) -> FloatArray:
    """Sum of flows times factors over the last axis, years: shape (…, years) gives shape (…).

    >>> round(float(present_value(floats([5000.0]), discount_factors([0.065], timing=1))), 5)
    4694.83568
    """
    values: FloatArray = flows @ factors
    return values


def net_present_value(flows: Numbers, rate: float, timing: float = 0.0) -> float:
    """Present value of one row of net flows at one rate; the unit of the flows.

    ``NPV = Σ flow_k / (1+r)^(k+d)``. With timing 1 it is Excel's NPV.

    >>> round(net_present_value([-40000, 5000, 8000, 12000, 30000], 0.08), 6)
    3065.222668
    >>> round(net_present_value([-40000, 5000, 8000, 12000, 30000], 0.08, timing=1), 6)
    2838.169137
    """
    row = floats(flows)
    return float(present_value(row, discount_factors(np.full(row.size, rate), timing)))
