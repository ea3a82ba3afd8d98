"""Which end of each row's range is counted with: low, likely, high, or a figure given for the row."""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass, field
from vardering.model.rows import MonetaryRow


class Level(StrEnum):
    """A point of the range of a driver."""

    LOW = "low"
    LIKELY = "likely"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Drivers:
    """A choice of driver for every row: ``level`` for all, and ``by_row`` (row id) a level or a figure of its own.

    A figure replaces the driver itself (count, hours or volume).
    """

    level: Level = Level.LIKELY
    by_row: Mapping[str, Level | float] = field(default_factory=dict)

    def of(self, row: MonetaryRow) -> float:
        """The driver of a row; low and high that are not given are the likely one, and no figure at all is 0."""
        choice = self.by_row.get(row.id, self.level)
        if not isinstance(choice, Level):
            return choice
        ends = {Level.LOW: row.driver_low, Level.LIKELY: row.driver_likely, Level.HIGH: row.driver_high}
        chosen = ends[choice]
        return (row.driver_likely if chosen is None else chosen) or 0.0


LIKELY = Drivers()
LOW = Drivers(Level.LOW)
HIGH = Drivers(Level.HIGH)
