"""What one unit of a row's driver is worth in a year at full scale: kronor, and hours of work.

Costs and benefits are both positive here; an effect that makes things worse is negative. Amounts are in the
prices of the price-level year, VAT included where it is a cost.
"""

from vardering.base.units import MINUTES_PER_HOUR
from vardering.engine.hour_costs import TimePrices
from vardering.model.rows import CostRow, Effect
from vardering.model.vocabulary import TimeUnit, ValuedAs


def cost_per_unit_kr(row: CostRow, prices: TimePrices) -> float:
    """Kr per unit of a cost's driver: ``price × (1 + VAT rate)``, VAT only where it is a cost; no price is 0.

    The price is the hour cost where the row has a category. M5, M3 [seed]. Raises as ``TimePrices.hour_cost_kr``.
    """
    price = prices.hour_cost_kr(row.category, row.id) if row.category else row.unit_price_kr or 0.0
    return price * (1.0 + (row.vat_rate or 0.0)) if row.vat_is_cost else price


def cost_hours_per_unit(row: CostRow) -> float:
    """Hours per unit of a cost's driver: 1 where the row counts hours of a category, else 0."""
    return 1.0 if row.category else 0.0


def difference(effect: Effect) -> float:
    """``before − after`` in units, hours or posts; minutes are turned into hours, what is not given is 0.

    >>> difference(Effect(id="E1", valued_as=ValuedAs.HOURS, time_unit=TimeUnit.MINUTES, before=45.0, after=15.0))
    0.5
    """
    change = (effect.before or 0.0) - (effect.after or 0.0)
    in_minutes = effect.valued_as is ValuedAs.HOURS and effect.time_unit is TimeUnit.MINUTES
    return change / MINUTES_PER_HOUR if in_minutes else change


def effect_per_unit_kr(effect: Effect, prices: TimePrices) -> float:
    """Kr per unit of an effect's driver: ``(before − after) × value of a unit, an hour or a post``; signed.

    M5 [seed]. Raises as ``TimePrices.hour_cost_kr``.
    """
    if effect.valued_as is ValuedAs.UNITS:
        return difference(effect) * (effect.unit_value_kr or 0.0)
    if effect.valued_as is ValuedAs.HOURS:
        return difference(effect) * prices.hour_cost_kr(effect.category, effect.id)
    return difference(effect) * prices.post_cost_kr(effect.category, effect.id)


def effect_hours_per_unit(effect: Effect, prices: TimePrices) -> float:
    """Hours released per unit of an effect's driver; a post counts the hours of a full-time equivalent; signed."""
    if effect.valued_as is ValuedAs.HOURS:
        return difference(effect)
    return difference(effect) * prices.hours_per_fte if effect.valued_as is ValuedAs.POSTS else 0.0
