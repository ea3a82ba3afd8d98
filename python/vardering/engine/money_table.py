"""All rows that carry money, as arrays over rows × years: the one place where rows become figures.

Everything is linear in the drivers: ``values = driver × unit amount × factors``. Running the same table with
other drivers, or with many draws of them at once, costs one multiplication.
"""

from collections.abc import Sequence

import numpy as np

from vardering.base.faults import VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.engine.amounts import (
    cost_hours_per_unit,
    cost_per_unit_kr,
    effect_hours_per_unit,
    effect_per_unit_kr,
)
from vardering.engine.arrays import BoolArray, FloatArray, floats
from vardering.engine.decisions import effective_kind, is_staff_saving, shares_after_post_ends
from vardering.engine.drivers import Drivers
from vardering.engine.effect_shares import due_share, first_active_index, lasting_shares
from vardering.engine.hour_costs import TimePrices
from vardering.engine.prices import price_change_factors
from vardering.engine.profiles import row_profiles, uptake_shares
from vardering.engine.timeline import Timeline, timeline_of
from vardering.model.case import Case
from vardering.model.results import RowGroup
from vardering.model.rows import CostRow, Effect, MonetaryRow
from vardering.model.vocabulary import MUNICIPALITY, Kind, ValuedAs

ALTERNATIVES = ("B", "C", "D")
"""The change options. A is what they are compared with and has no rows of its own."""

DO_NOTHING = "A"


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Monetary rows: costs by group in sheet order, then effects. Arrays have rows on the first axis.

    ``unit_kr`` (rows,): kr a year per unit of driver at full scale, signed for effects. ``scale`` (rows, years):
    profile, uptake, deadweight, attribution, drop-off and post end. ``price_factors`` (rows, years): the real price
    change. ``factors``: both together.
    ``unit_hours`` (rows,): hours of the row's category per unit of driver.
    """

    rows: tuple[MonetaryRow, ...]
    groups: tuple[RowGroup, ...]
    kinds: tuple[Kind, ...]
    proposed: BoolArray
    unit_kr: FloatArray
    unit_hours: FloatArray
    scale: FloatArray
    price_factors: FloatArray
    factors: FloatArray

    def drivers(self, chosen: Drivers) -> FloatArray:
        """The chosen driver of each row, shape (rows,)."""
        return floats([chosen.of(row) for row in self.rows])

    def values_kr(self, drivers: FloatArray) -> FloatArray:
        """Kr per row and year in prices of the price-level year: drivers (…, rows) give (…, rows, years)."""
        values: FloatArray = (drivers * self.unit_kr)[..., np.newaxis] * self.factors
        return values

    def hours(self, drivers: FloatArray) -> FloatArray:
        """Hours per row and year: drivers (…, rows) give (…, rows, years). Prices have no part in hours."""
        hours: FloatArray = (drivers * self.unit_hours)[..., np.newaxis] * self.scale
        return hours

    def in_groups(self, *groups: RowGroup) -> BoolArray:
        """Which rows stand in these groups, shape (rows,)."""
        return np.array([group in groups for group in self.groups], dtype=np.bool_)

    def of_kinds(self, *kinds: Kind) -> BoolArray:
        """Which rows count as these kinds, shape (rows,)."""
        return np.array([kind in kinds for kind in self.kinds], dtype=np.bool_)

    def of_alternative(self, alternative: str) -> BoolArray:
        """Which rows belong to an alternative, shape (rows,)."""
        return np.array([row.alternative == alternative for row in self.rows], dtype=np.bool_)

    def of_perspective(self, perspective: str) -> BoolArray:
        """Which rows belong to a perspective, shape (rows,)."""
        return np.array([row.perspective == perspective for row in self.rows], dtype=np.bool_)

    @property
    def hour_categories(self) -> dict[str, str]:
        """Categories whose hours have a price here, each with the id of a row that uses it."""
        return {row.category: row.id for row in self.rows if _prices_hours(row)}

    @property
    def is_cost(self) -> BoolArray:
        """Which rows are costs, shape (rows,)."""
        return ~self.in_groups(RowGroup.EFFECT)

    @property
    def is_cash(self) -> BoolArray:
        """Which rows are budget: count as financial and fall on the municipality, shape (rows,). M2 [seed]."""
        return self.of_kinds(Kind.FINANCIAL) & self.of_perspective(MUNICIPALITY)


def money_table(case: Case, prices: TimePrices) -> MoneyTable:
    """The monetary rows of alternatives B–D of a case, with everything but the drivers worked out.

    Raises VarderingError: unknown-name (id, value, field) for an alternative, perspective, category, profile or
    price group that the case does not have, category-missing and ramp-years-missing (id), parameter-missing (name).
    """
    costs = _monetary(
        (RowGroup.DEVELOPMENT, case.development),
        (RowGroup.TRANSITION, case.transition),
        (RowGroup.RUNNING, case.running),
    )
    effects = [effect for effect in case.effects if _counts(effect)]
    rows: tuple[MonetaryRow, ...] = (*(row for _, row in costs), *effects)
    for row in rows:
        if row.category:
            prices.category(row.category, row.id)
    timeline = timeline_of(case.change)
    book = {profile.name: profile.factors for profile in case.profiles}
    profiles = row_profiles(rows, timeline, book)
    unit_kr = [cost_per_unit_kr(row, prices) for _, row in costs]
    unit_kr += [effect_per_unit_kr(effect, prices) for effect in effects]
    kinds = _effective_kinds(case, effects, unit_kr[len(costs) :], prices)
    scale = profiles.copy()
    scale[len(costs) :] *= _effect_scale(case, effects, timeline, profiles[len(costs) :])
    prices_by_year = price_change_factors(_price_changes(case, rows), timeline.years_from_price_level)
    return MoneyTable(
        rows=rows,
        groups=(*(group for group, _ in costs), *(RowGroup.EFFECT for _ in effects)),
        kinds=(*(row.kind for _, row in costs), *(kind for kind, _ in kinds)),
        proposed=np.array([False] * len(costs) + [proposed for _, proposed in kinds], dtype=np.bool_),
        unit_kr=floats(unit_kr),
        unit_hours=floats(
            [cost_hours_per_unit(row) for _, row in costs]
            + [effect_hours_per_unit(effect, prices) for effect in effects]
        ),
        scale=scale,
        price_factors=prices_by_year,
        factors=scale * prices_by_year,
    )


def _monetary(*tables: tuple[RowGroup, Sequence[CostRow]]) -> list[tuple[RowGroup, CostRow]]:
    return [(group, row) for group, rows in tables for row in rows if _counts(row)]


def _counts(row: MonetaryRow) -> bool:
    """Whether a row carries money and is a difference against A. Raises where it cannot be placed."""
    if row.alternative == DO_NOTHING:
        return False
    if row.alternative not in ALTERNATIVES:
        raise VarderingError("unknown-name", id=row.id, value=row.alternative, field="alternative")
    if not row.perspective.strip():
        raise VarderingError("unknown-name", id=row.id, value=row.perspective, field="perspective")
    return row.kind.is_monetary


def _prices_hours(row: MonetaryRow) -> bool:
    in_hours = not isinstance(row, Effect) or row.valued_as is ValuedAs.HOURS
    return in_hours and bool(row.category)


def _price_changes(case: Case, rows: Sequence[MonetaryRow]) -> FloatArray:
    changes = {group.name: group.real_change for group in case.price_groups} | {"": 0.0}
    for row in rows:
        if row.price_group not in changes:
            raise VarderingError("unknown-name", id=row.id, value=row.price_group, field="price_group")
    return floats([changes[row.price_group] for row in rows])


def _effective_kinds(
    case: Case, effects: Sequence[Effect], unit_kr: Sequence[float], prices: TimePrices
) -> list[tuple[Kind, bool]]:
    decisions = {decision.effect_id: decision for decision in case.decisions}
    return [
        effective_kind(
            effect,
            decisions.get(effect.id),
            case.stage,
            staff_saving=amount >= 0.0 and is_staff_saving(effect, prices),
        )
        for effect, amount in zip(effects, unit_kr, strict=True)
    ]


def _effect_scale(case: Case, effects: Sequence[Effect], timeline: Timeline, profiles: FloatArray) -> FloatArray:
    """What scales an effect besides its profile and its price, shape (effects, years)."""
    book = {profile.name: profile.factors for profile in case.profiles}
    decisions = {decision.effect_id: decision for decision in case.decisions}
    shares = lasting_shares(
        [effect.drop_off for effect in effects], first_active_index(profiles), timeline.horizon_years
    )
    due = due_share([effect.deadweight for effect in effects], [effect.attribution for effect in effects])
    for place, effect in enumerate(effects):
        uptake = uptake_shares(effect.uptake_profile, effect.uptake, effect, timeline, book)
        shares[place] *= uptake * shares_after_post_ends(decisions.get(effect.id), timeline)
    scale: FloatArray = shares * due[:, np.newaxis]
    return scale
