"""Price changes: real and nominal rates, indices, and amounts moved between price levels.

Rates and changes are shares a year. Real means over and above the general price level.
"""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats


def nominal_rate(real_rate: float, inflation: float) -> float:
    """Nominal rate n of a real rate r and inflation p, Fisher: ``1+n = (1+r)(1+p)``.

    Authority: NIST E3, discounting tests.

    >>> round(nominal_rate(0.2, 0.03), 12)
    0.236
    """
    return (1.0 + real_rate) * (1.0 + inflation) - 1.0


def real_rate(nominal: float, inflation: float) -> float:
    """Real rate of a nominal rate and inflation, Fisher: ``1+r = (1+n)/(1+p)``.

    >>> round(real_rate(0.2, 0.1), 4)
    0.0909
    """
    return (1.0 + nominal) / (1.0 + inflation) - 1.0


def implied_inflation(nominal: float, real: float) -> float:
    """Inflation that a nominal and a real rate imply, Fisher: ``1+p = (1+n)/(1+r)``. Authority: NIST E3.

    >>> round(implied_inflation(0.02, 0.01), 12)
    0.009900990099
    """
    return (1.0 + nominal) / (1.0 + real) - 1.0


def price_change_factors(yearly_change: Numbers, years_from_price_level: Numbers) -> FloatArray:
    """Factors ``(1+p)^(year − price-level year)``: changes of shape (…) and years (n,) give shape (…, n).

    Below 1 before the price-level year where prices rise. Authority: NIST E3, escalated quantity.

    >>> float((100 * price_change_factors(0.3, [5])[0]).round(3))
    371.293
    """
    factors: FloatArray = (1.0 + floats(yearly_change))[..., np.newaxis] ** floats(years_from_price_level)
    return factors


def chained_index(yearly_changes: Numbers, base_index: int = 0) -> FloatArray:
    """Price index of each year, 1 in the base year, shape (years,); entry t is the change from t−1 to t.

    The change of the first year is of no use. Authority: jdvelasq/cashflows, inflation.

    >>> (100 * chained_index([0.1, 0.1, 0.2, 0.2, 0.2])).round(2).tolist()
    [100.0, 110.0, 132.0, 158.4, 190.08]
    """
    growth = 1.0 + floats(yearly_changes)
    index = np.cumprod(np.concatenate(([1.0], growth[1:])))
    rebased: FloatArray = index / index[base_index]
    return rebased


def at_price_level(amounts: Numbers, index: Numbers, base_index: float) -> FloatArray:
    """Amounts of years with these index figures, moved to the price level of ``base_index``.

    ``amount × base index / index of its own year``, all of one shape. Authority: HM Treasury GDP deflators,
    2024 = 100.

    >>> at_price_level([100.0], [85.2137], 100.0).round(6).tolist()
    [117.352022]
    """
    moved: FloatArray = floats(amounts) * base_index / floats(index)
    return moved
