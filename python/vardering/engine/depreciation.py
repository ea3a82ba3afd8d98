"""Straight-line depreciation, book values and interest on them, year by year.

Times are years from the start of the first year (1.5 is the middle of the second); amounts are kr, positive.
"""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats


def worn_shares(starts: Numbers, lives: Numbers, years: int) -> FloatArray:
    """Share of each asset that has been depreciated at the opening of each year, 0 … 1.

    ``starts`` and ``lives`` (years) have shape (assets,), the shares (assets, years + 1): the last column is the
    close of the last year.

    >>> worn_shares([0.5], [2], 3).tolist()
    [[0.0, 0.25, 0.75, 1.0]]
    """
    opening = np.arange(years + 1, dtype=np.float64)
    shares: FloatArray = (opening - floats(starts)[:, np.newaxis]) / floats(lives)[:, np.newaxis]
    return np.clip(shares, 0.0, 1.0)


def straight_line(amounts: Numbers, starts: Numbers, lives: Numbers, years: int) -> FloatArray:
    """Depreciation of each asset and year, shape (assets, years): equal parts a month from its start.

    ``amount × share of its life that falls in the year``. Authority: RKR R4 Materiella
    anläggningstillgångar (linear depreciation from when the asset is taken into use). 1 200 000 kr over 5 years
    from 1 July:

    >>> straight_line([1_200_000], [0.5], [5], 7).round(6).tolist()
    [[120000.0, 240000.0, 240000.0, 240000.0, 240000.0, 120000.0, 0.0]]
    """
    parts: FloatArray = floats(amounts)[:, np.newaxis] * np.diff(worn_shares(starts, lives, years), axis=-1)
    return parts


def interest_on_book_value(amounts: Numbers, starts: Numbers, lives: Numbers, years: int, rate: float) -> FloatArray:
    """Internal interest of each asset and year, shape (assets, years).

    ``rate × book value at the opening of the year``; in the first year the whole amount for the part of the year
    from its start. Rate as a share a year, in current prices. Authority: SKR, internränta on book value; 1 200 000
    kr over 5 years from 1 July at SKR's 2.5 % (2025):

    >>> interest_on_book_value([1_200_000], [0.5], [5], 3, 0.025).round(6).tolist()
    [[15000.0, 27000.0, 21000.0]]
    """
    opening = np.arange(years, dtype=np.float64)
    in_use = np.clip(opening + 1.0 - floats(starts)[:, np.newaxis], 0.0, 1.0)
    left = 1.0 - worn_shares(starts, lives, years)[:, :-1]
    interest: FloatArray = rate * floats(amounts)[:, np.newaxis] * left * in_use
    return interest
