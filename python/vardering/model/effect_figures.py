"""What the plan takes from the calculation of an effect."""

from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EffectFigures:
    """When an effect of the main alternative comes and what it is worth when it is full.

    Years are calendar years, None where the effect never comes within the horizon. Kronor are in the prices of the
    price-level year and signed; None for effects that are not valued in kronor, or that free no hours.
    """

    effect_id: str
    first_year: int | None
    full_effect_year: int | None
    yearly_value_kr: float | None
    yearly_hours: float | None
