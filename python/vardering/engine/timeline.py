"""The years of a case: indices from 0, calendar years, and years away from the price level."""

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray
from vardering.model.change import Change


@dataclass(frozen=True, slots=True)
class Timeline:
    """Calendar years ``start_year … start_year + horizon_years − 1``; year index k counts from 0."""

    start_year: int
    horizon_years: int
    price_level_year: int

    @property
    def calendar_years(self) -> tuple[int, ...]:
        """All calendar years of the case."""
        return tuple(range(self.start_year, self.start_year + self.horizon_years))

    @property
    def indices(self) -> FloatArray:
        """Year indices 0 … H−1, shape (years,)."""
        return np.arange(self.horizon_years, dtype=np.float64)

    @property
    def years_from_price_level(self) -> FloatArray:
        """Calendar year − price-level year, shape (years,); negative before the price-level year."""
        return self.indices + float(self.start_year - self.price_level_year)

    def index_of(self, calendar_year: int) -> int:
        """Index of a calendar year; negative before the start, H or more after the horizon."""
        return calendar_year - self.start_year


def timeline_of(change: Change) -> Timeline:
    """The years that a change is calculated over."""
    return Timeline(change.start_year, change.horizon_years, change.price_level_year)
