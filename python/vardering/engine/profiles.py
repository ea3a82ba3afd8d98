"""Time profiles: which share of a row's full year falls in each year."""

from collections.abc import Mapping, Sequence

import numpy as np

from vardering.base.faults import VarderingError
from vardering.engine.arrays import FloatArray, Numbers, floats
from vardering.engine.timeline import Timeline
from vardering.model.rows import MonetaryRow
from vardering.model.vocabulary import BUILT_IN_PROFILES, ONE_OFF, RAMP

ProfileBook = Mapping[str, tuple[float, ...]]
"""The workbook's own profiles by name: one factor a year from the row's first year."""


def ramp_factors(from_index: Numbers, to_index: Numbers, ramp_years: Numbers, years: int) -> FloatArray:
    """Linear ramp ``1/n, 2/n … n/n`` from the first year, then 1 to and with the last; 0 outside.

    ``from_index``, ``to_index`` (inclusive) and ``ramp_years`` (n) have shape (rows,), the factors (rows, years).
    With n = 1 it is an even profile; with the same first and last year too, a one-off. M5 [seed].

    >>> ramp_factors([1], [9], [4], 6).tolist()
    [[0.0, 0.25, 0.5, 0.75, 1.0, 1.0]]
    """
    first, last, length = (floats(part)[:, np.newaxis] for part in (from_index, to_index, ramp_years))
    year = np.arange(years, dtype=np.float64)
    factors: FloatArray = np.clip((year - first + 1.0) / length, 0.0, 1.0) * (year <= last)
    return factors


def own_factors(factors: Sequence[float], from_index: int, to_index: int | None, years: int) -> FloatArray:
    """A named profile from the row's first year, shape (years,).

    Without a last year it is 0 after its list; with one (inclusive) its last factor holds until then. M5 [own].

    >>> own_factors([0.2, 0.6], 1, None, 5).tolist(), own_factors([0.2, 0.6], 1, 3, 5).tolist()
    ([0.0, 0.2, 0.6, 0.0, 0.0], [0.0, 0.2, 0.6, 0.6, 0.0])
    """
    values = [0.0] * years
    last = from_index + len(factors) - 1 if to_index is None else to_index
    for year in range(max(0, from_index), min(years - 1, last) + 1):
        values[year] = factors[min(year - from_index, len(factors) - 1)]
    return floats(values)


def row_profiles(rows: Sequence[MonetaryRow], timeline: Timeline, book: ProfileBook) -> FloatArray:
    """Profile factors of rows, shape (rows, years). The first year is the start year where none is given.

    Raises VarderingError: unknown-name (id, value, field), ramp-years-missing (id).
    """
    years = timeline.horizon_years
    first = [_first_index(row, timeline) for row in rows]
    last = [_last_index(row, timeline) for row in rows]
    ends = [
        start if row.profile == ONE_OFF else years if end is None else end
        for row, start, end in zip(rows, first, last, strict=True)
    ]
    factors = ramp_factors(first, ends, [_ramp_years(row) for row in rows], years)
    for place, row in enumerate(rows):
        if row.profile not in BUILT_IN_PROFILES:
            own = _own_profile(row.profile, "profile", row, book)
            factors[place] = own_factors(own, first[place], last[place], years)
    return factors


def uptake_shares(
    profile: str, constant: float | None, row: MonetaryRow, timeline: Timeline, book: ProfileBook
) -> FloatArray | float:
    """Share of users in each year, shape (years,) or one share for all of them; 1 where nothing is said.

    An own profile starts in the row's first year and its last factor holds afterwards.
    Raises VarderingError unknown-name (id, value, field).
    """
    if not profile:
        return 1.0 if constant is None else constant
    years = timeline.horizon_years
    return own_factors(_own_profile(profile, "uptake_profile", row, book), _first_index(row, timeline), years, years)


def _first_index(row: MonetaryRow, timeline: Timeline) -> int:
    return 0 if row.from_year is None else timeline.index_of(row.from_year)


def _last_index(row: MonetaryRow, timeline: Timeline) -> int | None:
    return None if row.to_year is None else timeline.index_of(row.to_year)


def _ramp_years(row: MonetaryRow) -> int:
    if row.profile != RAMP:
        return 1
    if row.ramp_years is None:
        raise VarderingError("ramp-years-missing", id=row.id)
    return row.ramp_years


def _own_profile(name: str, field: str, row: MonetaryRow, book: ProfileBook) -> tuple[float, ...]:
    if name not in book:
        raise VarderingError("unknown-name", id=row.id, value=name, field=field)
    return book[name]
