"""How the result stands when what it rests on is different: cases, one thing at a time, and switching values.

All of the main alternative; kr at present value. The likely case is the calculation itself.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.results import Figure
from vardering.model.vocabulary import View


class Scenario(StrEnum):
    """A whole case with other figures than the likely ones."""

    PESSIMISTIC = "pessimistic"
    """Every row at the end of its range that lowers the net present value."""
    LIKELY = "likely"
    OPTIMISTIC = "optimistic"
    BENEFITS_LATE = "benefits_late"
    BENEFITS_LOWER = "benefits_lower"
    COSTS_HIGHER = "costs_higher"
    ALL_WORSE = "all_worse"
    """Late and fewer benefits and higher costs at once."""


class VariedInput(StrEnum):
    """What is changed alone."""

    DRIVER = "driver"
    DISCOUNT_RATE = "discount_rate"
    BENEFIT_DELAY = "benefit_delay"
    UPTAKE = "uptake"
    ALL_BENEFITS = "all_benefits"
    """Every effect that gains, in proportion: only its switching value is of interest."""
    ALL_COSTS = "all_costs"
    """Every cost, in proportion: only its switching value is of interest."""


@dataclass(frozen=True, slots=True)
class ScenarioFigures:
    """Key figures of one view in one scenario."""

    npv: float
    pv_costs: float
    pv_benefits: float
    payback_years: Figure
    net_benefit_per_krona: Figure


@dataclass(frozen=True, slots=True)
class Response:
    """What one input does to the net present value of a view.

    ``npv_low`` and ``npv_high`` belong to the low and the high value of the input, not to the lower and the higher
    net present value. ``switching_value`` is the value at which the net present value is 0, ``switching_share``
    the same as a share of the likely value.
    """

    npv_low: float
    npv_likely: float
    npv_high: float
    switching_value: Figure
    switching_share: Figure

    @property
    def worse(self) -> float:
        """How much the net present value falls at the worse end; at most 0."""
        return min(self.npv_low - self.npv_likely, self.npv_high - self.npv_likely, 0.0)

    @property
    def better(self) -> float:
        """How much the net present value rises at the better end; at least 0."""
        return max(self.npv_low - self.npv_likely, self.npv_high - self.npv_likely, 0.0)

    @property
    def swing(self) -> float:
        """From the worst to the best of the range, in kr."""
        return self.better - self.worse


@dataclass(frozen=True, slots=True)
class InputSensitivity:
    """One input changed alone: a row's driver in its own unit, or one of the main parameters.

    The discount rate is a share a year, the delay is years; uptake, all benefits and all costs are shares of the
    likely ones.
    """

    varied: VariedInput
    id: str
    name: str
    unit: str
    low: float
    likely: float
    high: float
    responses: Mapping[View, Response]

    @property
    def has_range(self) -> bool:
        """Whether there is anything between low and high."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Scenarios by view, and every input alone: rows in sheet order, then the main parameters."""

    alternative: str
    scenarios: Mapping[Scenario, Mapping[View, ScenarioFigures]]
    inputs: tuple[InputSensitivity, ...]

    def by_swing(self, view: View) -> tuple[InputSensitivity, ...]:
        """The inputs that move the net present value of a view, the largest swing first: a tornado."""
        moving = [tested for tested in self.inputs if tested.has_range and tested.responses[view].swing > 0.0]
        return tuple(sorted(moving, key=lambda tested: -tested.responses[view].swing))
