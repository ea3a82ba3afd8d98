"""What the change means for the municipality's budget, in current prices: running costs, frames and capital charges.

Never part of the net present value: there an investment is its outlay, here it is depreciation and interest.
"""

from collections.abc import Sequence
from math import ceil, inf

import numpy as np

from vardering.base.faults import VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.base.units import MONTHS_PER_YEAR
from vardering.base.years import months_into_year
from vardering.engine.arrays import BoolArray, FloatArray, floats, plain
from vardering.engine.depreciation import interest_on_book_value, straight_line
from vardering.engine.hour_costs import required
from vardering.engine.money_table import MoneyTable
from vardering.engine.prices import price_change_factors
from vardering.engine.timeline import Timeline
from vardering.model.assumptions import Assumptions
from vardering.model.results import BudgetConsequence
from vardering.model.rows import DevelopmentCost, MonetaryRow, RetiredAsset
from vardering.model.vocabulary import Accounting

LAST_BUDGET_YEAR = 120
"""No more years than this are shown, however long an asset is depreciated."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Assets:
    """Assets that are depreciated: kr, start in years from the start year, and life in years; shape (assets,).

    A residual value is an asset of its own with endless life: it stays in the books and bears interest.
    """

    amounts: FloatArray
    starts: FloatArray
    lives: FloatArray

    @property
    def years_needed(self) -> int:
        """Number of years from the start year until all are depreciated, 0 where there are none."""
        ends = self.starts + self.lives
        return ceil(float(ends[np.isfinite(ends)].max(initial=0.0)) - _ROUNDING)

    def depreciation(self, years: int) -> FloatArray:
        """Depreciation of all assets, kr per year, shape (years,)."""
        return floats(straight_line(self.amounts, self.starts, self.lives, years).sum(axis=0))

    def interest(self, years: int, rate: float) -> FloatArray:
        """Internal interest of all assets, kr per year, shape (years,)."""
        return floats(interest_on_book_value(self.amounts, self.starts, self.lives, years, rate).sum(axis=0))


def budget_consequence(
    table: MoneyTable,
    counted: BoolArray,
    values_kr: FloatArray,
    retired: Sequence[RetiredAsset],
    timeline: Timeline,
    assumptions: Assumptions,
) -> BudgetConsequence:
    """The budget of one alternative, from the start year until the horizon has passed and all is depreciated.

    ``counted`` (rows,) is the alternative's rows, ``values_kr`` (rows, years) in prices of the price-level year;
    only financial rows of the municipality have a budget. Amounts become current prices by
    ``(1 + price index)^(year − price-level year)``; book values of retired assets are nominal already.
    Raises VarderingError: parameter-missing (price_index; internal_interest_rate where there are assets),
    investment-incomplete (id).
    """
    index = price_change_factors(required(assumptions.price_index, "price_index"), timeline.years_from_price_level)
    cash = counted & table.is_cash
    current = values_kr * index
    capital = np.array([is_investment(row) for row in table.rows], dtype=np.bool_)
    horizon = timeline.horizon_years
    retired = [asset for asset in retired if 0 <= timeline.index_of(asset.retired_year) < horizon]
    kept = residual_shares(table, values_kr)
    new = investments(table, cash & capital, current, kept, timeline)
    old = lapsed_assets(retired, timeline)
    rate = _internal_rate(assumptions, needed=bool(new.amounts.size or retired))
    years = min(LAST_BUDGET_YEAR, max(horizon, new.years_needed, old.years_needed))
    effects = cash & ~table.is_cost
    return _assembled(
        timeline.start_year,
        operating=_padded(current[cash & table.is_cost & ~capital].sum(axis=0), years),
        frame_adjustment=_padded(current[effects].sum(axis=0), years),
        proposed_frame_adjustment=_padded(current[effects & table.proposed].sum(axis=0), years),
        investment=_padded(current[cash & capital].sum(axis=0), years),
        depreciation=new.depreciation(years),
        interest=new.interest(years, rate),
        write_off=_padded(_write_off(retired, timeline), years),
        lapsed_capital_cost=old.depreciation(years) + old.interest(years, rate),
    )


def is_investment(row: MonetaryRow) -> bool:
    """Whether a row is booked as an investment."""
    return isinstance(row, DevelopmentCost) and row.accounting is Accounting.INVESTMENT


def residual_shares(table: MoneyTable, values_kr: FloatArray) -> FloatArray:
    """The part of each row's outlay that its residual value is, 0 … 1, shape (rows,). ``values_kr`` (rows, years) has
    the prices that residual values have.
    """
    residual = floats([row.residual_value_kr if isinstance(row, DevelopmentCost) else 0.0 for row in table.rows])
    outlay = values_kr.sum(axis=1)
    shares = np.divide(residual, outlay, out=np.zeros_like(residual), where=outlay > 0.0)
    return floats(np.clip(shares, 0.0, 1.0))


def investments(
    table: MoneyTable, chosen: BoolArray, outlays_kr: FloatArray, kept: FloatArray, timeline: Timeline
) -> Assets:
    """One asset for every chosen row and year with an outlay. ``outlays_kr`` has shape (rows, years).

    An outlay is depreciated from the month it is taken into use; one that comes later, from the start of its own
    year. What is depreciated is the outlay less its residual value, the part ``kept`` (rows,) of it, where the
    depreciation is over when the horizon ends; a residual value in the midst of it is the rest of the use, which the
    book value already is. Authority: RKR R4, definition of avskrivningsbart belopp.
    Raises VarderingError investment-incomplete (id).
    """
    amounts: list[float] = []
    starts: list[float] = []
    lives: list[float] = []
    for place in np.flatnonzero(chosen):
        row = table.rows[place]
        for year in np.flatnonzero(outlays_kr[place]):
            commissioned, life = _investment_terms(row, timeline)
            start = commissioned if year <= commissioned else float(year)
            is_over = start + life <= timeline.horizon_years + _ROUNDING
            share = float(kept[place]) if is_over else 0.0
            amounts += [outlays_kr[place, year] * (1.0 - share), outlays_kr[place, year] * share]
            starts += [start, start]
            lives += [life, inf]
    return Assets(floats(amounts), floats(starts), floats(lives))


def lapsed_assets(retired: Sequence[RetiredAsset], timeline: Timeline) -> Assets:
    """What would still have been depreciated of retired assets, from the year after they are retired."""
    remaining = [asset for asset in retired if asset.remaining_years > 0.0]
    return Assets(
        floats([asset.book_value_kr for asset in remaining]),
        floats([float(timeline.index_of(asset.retired_year) + 1) for asset in remaining]),
        floats([asset.remaining_years for asset in remaining]),
    )


def _investment_terms(row: MonetaryRow, timeline: Timeline) -> tuple[float, float]:
    """Years from the start year to the month of commissioning, and depreciation years."""
    if not isinstance(row, DevelopmentCost) or row.commissioned is None or row.depreciation_years is None:
        raise VarderingError("investment-incomplete", id=row.id)
    months = months_into_year(row.commissioned)
    return timeline.index_of(row.commissioned.year) + months / MONTHS_PER_YEAR, row.depreciation_years


def _internal_rate(assumptions: Assumptions, *, needed: bool) -> float:
    return required(assumptions.internal_interest_rate, "internal_interest_rate") if needed else 0.0


def _write_off(retired: Sequence[RetiredAsset], timeline: Timeline) -> FloatArray:
    amounts = np.zeros(timeline.horizon_years)
    for asset in retired:
        amounts[timeline.index_of(asset.retired_year)] += asset.book_value_kr
    return amounts


def _padded(amounts: FloatArray, years: int) -> FloatArray:
    return np.pad(amounts, (0, years - amounts.size))


def _assembled(start_year: int, **parts: FloatArray) -> BudgetConsequence:
    years = parts["operating"].size
    capital_cost = parts["depreciation"] + parts["interest"] + parts["write_off"] - parts["lapsed_capital_cost"]
    total = parts["operating"] - parts["frame_adjustment"] + capital_cost
    book_value = np.cumsum(parts["investment"] - parts["depreciation"])
    book_value[np.abs(book_value) <= _ROUNDING * parts["investment"].sum()] = 0.0
    return BudgetConsequence(
        years=tuple(range(start_year, start_year + years)),
        **{name: plain(part) for name, part in parts.items()},
        total=plain(total),
        closing_book_value=plain(book_value),
    )
