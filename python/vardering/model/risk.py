"""The risks of a change: how likely and how serious they are, who handles them, and what they may cost.

A risk value is probability × consequence, 1–25. The money side is optional: a probability in per cent and a loss,
in kronor or as a share of a row, that a simulation can draw. Losses are positive figures and lower the net value.
"""

from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.assessment import Criterion
from vardering.model.record import Field, Record


class RiskArea(StrEnum):
    """What a risk concerns."""

    ORGANISATION = "organisation"
    ENGINEERING = "engineering"
    LAW = "law"
    ECONOMY = "economy"
    SCHEDULE = "schedule"
    SUPPLIER = "supplier"
    BENEFITS = "benefits"


class RiskStatus(StrEnum):
    """How far the handling of a risk has come."""

    OPEN = "open"
    HANDLED = "handled"
    OCCURRED = "occurred"
    CLOSED = "closed"


class Risk(Record):
    """One risk. ``scored_in`` names the criterion whose score already covers it, so that it counts once."""

    id: str = Field(min_length=1)
    description: str = ""
    risk_area: RiskArea | None = None
    probability: int | None = Field(default=None, ge=1, le=5, description="1 very unlikely to 5 very likely")
    impact: int | None = Field(default=None, ge=1, le=5, description="1 hardly felt to 5 very serious")
    status: RiskStatus = RiskStatus.OPEN
    owner: str = ""
    response: str = Field(default="", description="Counter-measure")
    cause: str = ""
    outcome: str = Field(default="", description="What happens to the change if the risk does")
    scored_in: Criterion | None = None
    row_id: str = Field(default="", description="Id of the cost or effect row that the loss falls on")
    occurrence: float | None = Field(default=None, ge=0, le=1, description="Probability that it happens, share")
    loss_low_kr: float | None = Field(default=None, ge=0, description="Loss over the whole horizon, fixed prices")
    loss_likely_kr: float | None = Field(default=None, ge=0)
    loss_high_kr: float | None = Field(default=None, ge=0)
    loss_low: float | None = Field(default=None, ge=0, le=10, description="Loss as a share of the row")
    loss_likely: float | None = Field(default=None, ge=0, le=10)
    loss_high: float | None = Field(default=None, ge=0, le=10)

    @property
    def product(self) -> int | None:
        """The risk value, probability × consequence, 1–25; None where either is missing."""
        if self.probability is None or self.impact is None:
            return None
        return self.probability * self.impact

    @property
    def is_open(self) -> bool:
        """Whether the risk still has to be reckoned with."""
        return self.status is not RiskStatus.CLOSED

    @property
    def has_money(self) -> bool:
        """Whether the money side is complete: a row, a probability and a likely loss."""
        return bool(self.row_id) and self.occurrence is not None and self.likely_loss is not None

    @property
    def likely_loss(self) -> float | None:
        """The likely loss in the unit it is given in; None where there is none."""
        return self.loss_likely if self.loss_likely_kr is None else self.loss_likely_kr


@dataclass(frozen=True, slots=True)
class RiskEvent:
    """What a simulation may draw: with ``occurrence`` the row loses between the low and the high share.

    Shares are of the row's own kronor every year: a dearer cost, a smaller benefit. ``loss_*_kr`` is the same as
    present value of the row with its likely driver, positive when the net value falls.
    """

    risk_id: str
    row_id: str
    alternative: str
    occurrence: float
    loss_low: float
    loss_likely: float
    loss_high: float
    loss_low_kr: float
    loss_likely_kr: float
    loss_high_kr: float


@dataclass(frozen=True, slots=True)
class RiskValue:
    """A risk's value and whether it counts in the risk score; what is not rated is None."""

    id: str
    probability: int | None
    impact: int | None
    product: int | None
    is_open: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class RiskResult:
    """What the risk list says together: the score 1–5 (5 is low risk) and the money of the main alternative.

    ``largest_product`` is the largest risk value that counts; it and ``score`` are None where no risk is rated.
    ``events`` are of all alternatives; the two sums in kr at present value are of the main one: expected loss, and
    what is lost if every event happens.
    """

    risks: tuple[RiskValue, ...]
    largest_product: int | None
    score: int | None
    events: tuple[RiskEvent, ...]
    expected_loss_kr: float
    total_exposure_kr: float
