"""What sensitivity analysis gives: three cases, what single things do, and where the net present value becomes zero.

Kronor are present values of the main alternative; a change is counted from the likely net present value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vardering.model.results import Figure
from vardering.model.vocabulary import View


class Scenario(StrEnum):
    """The cases that are shown side by side: the three of the ranges, then what may go worse."""

    PESSIMISTIC = "pessimistic"
    LIKELY = "likely"
    OPTIMISTIC = "optimistic"
    BENEFITS_LATE = "benefits_late"
    BENEFITS_LOWER = "benefits_lower"
    COSTS_HIGHER = "costs_higher"
    ALL_WORSE = "all_worse"


class Premise(StrEnum):
    """The premises of the whole case that are varied beside the rows."""

    DISCOUNT_RATE = "discount_rate"
    BENEFIT_DELAY = "benefit_delay"
    UPTAKE = "uptake"
    ALL_BENEFITS = "all_benefits"
    ALL_COSTS = "all_costs"


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """One case: net present value, present value of benefits and of costs in each view, kr."""

    npv: Mapping[View, float]
    pv_benefits: Mapping[View, float]
    pv_costs: Mapping[View, float]


@dataclass(frozen=True, slots=True)
class Swing:
    """One row or premise varied alone. ``worse`` ≤ 0 ≤ ``better``: the changes of the net present value at its ends.

    ``switching`` is the value at which the net present value is zero, in the unit of ``likely``. ``key`` is a row's
    id or a ``Premise``. ``low`` and ``high`` equal ``likely`` where nothing is varied and only the switching value
    is of interest.
    """

    key: str
    name: str
    unit: str
    low: float
    likely: float
    high: float
    worse: Mapping[View, float]
    better: Mapping[View, float]
    switching: Mapping[View, Figure]

    def width(self, view: View) -> float:
        """How far apart the ends are, kr."""
        return self.better[view] - self.worse[view]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The whole analysis; ``swings`` hold the widest of all valued first."""

    scenarios: Mapping[Scenario, ScenarioResult]
    swings: tuple[Swing, ...]
