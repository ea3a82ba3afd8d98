"""The share of an effect that is used, is due to the change, and lasts, in each year."""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats


def first_active_index(profiles: FloatArray) -> FloatArray:
    """Index of each row's first year with a profile above 0, shape (rows,); 0 for a row that has none.

    >>> first_active_index(floats([[0, 0, 1, 1], [0.5, 1, 1, 1]])).tolist()
    [2.0, 0.0]
    """
    return floats(np.argmax(profiles > 0.0, axis=-1))


def due_share(deadweight: Numbers, attribution: Numbers) -> FloatArray:
    """Share of an effect that is due to this change: ``(1 − deadweight) × attribution``, any one shape.

    Form and words: HM Treasury and GMCA, cost benefit analysis guidance for local partnerships.

    >>> float(due_share(0.2, 0.5))
    0.4
    """
    share: FloatArray = (1.0 - floats(deadweight)) * floats(attribution)
    return share


def lasting_shares(drop_off: Numbers, first_index: Numbers, years: int) -> FloatArray:
    """Share that lasts: ``(1 − drop-off)^max(0, k − s)`` with s the first active year; (rows,) gives (rows, years).

    >>> lasting_shares([0.5], [1], 4).tolist()
    [[1.0, 1.0, 0.5, 0.25]]
    """
    year = np.arange(years, dtype=np.float64)
    elapsed = np.maximum(0.0, year - floats(first_index)[:, np.newaxis])
    shares: FloatArray = (1.0 - floats(drop_off))[:, np.newaxis] ** elapsed
    return shares
