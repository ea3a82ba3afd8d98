"""How an effect and a whole change stand against what was promised.

Times are years from 1 January of the case's start year: 1.5 is the middle of its second year. Years are indexes from 0.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass, field_names

Amounts = tuple[float, ...]


class FollowUpStatus(StrEnum):
    """How an effect stands. Unknown, due and not measured, is a status of its own."""

    ON_TRACK = "on_track"
    DEVIATING = "deviating"
    DELAYED = "delayed"
    ACHIEVED = "achieved"
    UNKNOWN = "unknown"
    NOT_DUE = "not_due"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Level:
    """A measured level at a time; kronor and hours are those of the time it covers, None where they follow from it."""

    time: float
    actual: float | None = None
    realised_kr: float | None = None
    realised_hours: float | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the plan and the measurements say of one effect, with times instead of days.

    ``due`` are the times at which it is measured, ascending; ``window`` is how long before such a time a measurement
    counts for it. ``levels`` are ascending. ``is_cash`` says whether a lapsed effect would have released budget.
    """

    effect_id: str
    baseline: float | None = None
    target: float | None = None
    due: Amounts = ()
    window: float = 0.0
    levels: tuple[Level, ...] = ()
    is_cash: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised of one effect, and what has been measured; as ``Schedule``.

    ``kr`` and ``hours`` are signed, one for each year; ``shares`` say how much of the full effect each year has (0–1).
    ``case_kr`` is what the case says now, where it differs from what was promised. ``range_shares`` are the low and
    high driver as shares of the likely. An effect that ``is_lapsed`` no longer is in the case.
    """

    effect_id: str
    kr: Amounts
    hours: Amounts
    shares: Amounts
    case_kr: Amounts = ()
    baseline: float | None = None
    target: float | None = None
    due: Amounts = ()
    window: float = 0.0
    levels: tuple[Level, ...] = ()
    range_shares: tuple[float, float] = (1.0, 1.0)
    is_lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """Where a promise stands, in kronor or hours: ``promised = realised + at_risk + unknown + not_due``.

    ``realised`` is capped at what was promised for the same time, and what came beyond it is ``surplus``. ``missed``
    was due and did not come; ``threatened`` lies ahead and is not expected to come. ``unknown`` was due and is not
    measured.
    """

    promised: float = 0.0
    realised: float = 0.0
    missed: float = 0.0
    threatened: float = 0.0
    unknown: float = 0.0
    not_due: float = 0.0
    surplus: float = 0.0

    @property
    def at_risk(self) -> float:
        """What did not come and what is not expected to."""
        return self.missed + self.threatened

    def plus(self, other: "Split") -> "Split":
        """Both together."""
        return Split(*(getattr(self, name) + getattr(other, name) for name in field_names(Split)))


@dataclass(frozen=True, slots=True)
class LevelFollowUp:
    """A measurement against the plan at its time. ``share`` is how far it has come from baseline to target.

    ``planned`` and ``deviation`` are in the measure's unit, ``deviation_kr`` in kronor a year at full scale.
    """

    planned: float | None
    deviation: float | None
    deviation_kr: float | None
    share: float | None
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected, as a share of what was planned, with its range; built on ``count`` measurements."""

    likely: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class EffectFollowUp:
    """How one effect stands. ``levels`` follow the promise's. ``unanswered`` and ``next_due`` are indexes of its dues.

    ``planned_values`` and ``expected_values`` are the measure's value in each year, None without a target;
    ``full_value`` is the value that is expected at full effect. ``actual_kr`` is what came in each year (not capped),
    ``expected_kr`` what is expected in all of it, with ``expected_range_kr`` the low and high sum of all years.
    """

    effect_id: str
    status: FollowUpStatus
    kr: Split
    hours: Split
    levels: tuple[LevelFollowUp, ...]
    forecast: Forecast
    full_value: float | None
    planned_values: tuple[float | None, ...]
    expected_values: tuple[float | None, ...]
    unanswered: tuple[int, ...]
    next_due: int | None
    actual_kr: Amounts
    expected_kr: Amounts
    expected_range_kr: tuple[float, float]


@dataclass(frozen=True, slots=True)
class CostFollowUp:
    """Actual costs of one row and year beside what was planned, kr in the prices of the price-level year."""

    row_id: str
    year: int
    planned_kr: float
    actual_kr: float


@dataclass(frozen=True, slots=True)
class NetBenefit:
    """The net benefit as planned and as it now looks, by view: sums over the years and present values, kr.

    Benefits are those that came and those expected; costs are actual where they are known and planned otherwise.
    """

    planned_benefits: Amounts
    planned_costs: Amounts
    expected_benefits: Amounts
    expected_costs: Amounts
    planned_npv: float
    expected_npv: float


@dataclass(frozen=True, slots=True)
class FollowUpResult:
    """How the change stands. ``cash`` are kronor that release budget, ``valued`` all kronor, ``hours`` of staff.

    Years are calendar years; per year stand what was promised, what came, and what is expected, all valued, kr.
    """

    years: tuple[int, ...]
    effects: tuple[EffectFollowUp, ...]
    cash: Split
    valued: Split
    hours: Split
    promised_kr: Amounts
    actual_kr: Amounts
    expected_kr: Amounts
    costs: tuple[CostFollowUp, ...]
    net: Mapping[str, NetBenefit]
