"""What the engine gives: plain frozen values. All kronor excluding VAT; costs are positive figures.

Sequences by year have one entry per calendar year of ``Results.years``. Signs meet only in ``net``.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.assessment_results import AssessmentResult
from vardering.model.risk import RiskResult
from vardering.model.vocabulary import View

Years = tuple[float, ...]


class Reason(StrEnum):
    """Why a figure does not exist; every code has its Swedish sentence among the texts."""

    NEVER = "never"
    """Cumulative net never becomes, or never stays, positive."""
    NEVER_NEGATIVE = "never-negative"
    """There is no year in which funding is needed."""
    NO_GO_LIVE = "no-go-live"
    """The change has no date of going live to count from."""
    SAME_SIGN = "same-sign"
    """All flows point the same way: no rate can balance them."""
    NO_ROOT = "no-root"
    """No rate above −100 per cent makes the net present value zero."""
    SEVERAL_ROOTS = "several-roots"
    """More than one rate makes the net present value zero."""
    NO_COST = "no-cost"
    """Nothing is paid for a gain, so there is nothing to divide it by."""
    NOT_CALCULABLE = "not-calculable"
    """Neither a gain nor a cost to divide it by: the ratio would say nothing."""
    NO_SWITCH = "no-switch"
    """No value of this row or premise makes the net present value zero."""
    NOT_COUNTED = "not-counted"
    """The view does not count the row."""
    NO_LIKELY = "no-likely"
    """The likely value is 0: nothing is a share of it."""
    NO_LIFE = "no-life"
    """There is no year to spread the value over."""


@dataclass(frozen=True, slots=True)
class Undefined:
    """A figure that does not exist for these flows, with the code of its reason (``Reason``); never shown as 0."""

    reason: str


Figure = float | Undefined


class RowGroup(StrEnum):
    """Which table a row stands in."""

    DEVELOPMENT = "development"
    TRANSITION = "transition"
    RUNNING = "running"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class RowValue:
    """What one row is worth. ``values_kr = amount_kr × factors``; costs and benefits are both positive.

    ``amount_kr`` is a year at full scale in the prices of the price-level year, VAT included where it is a cost.
    ``factors`` holds profile, uptake, deadweight, attribution, drop-off and price change of each year.
    ``kind`` is the effective kind: a staff saving without a decision is redeployment. ``hours`` are per year,
    released (effect) or used (cost); zero where the row counts no hours of a category.
    """

    id: str
    name: str
    group: RowGroup
    alternative: str
    perspective: str
    kind: str
    amount_kr: float
    factors: Years
    values_kr: Years
    hours: Years
    category: str
    is_one_off: bool
    is_proposed: bool
    present_value_kr: float


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Key figures of one view. Money in kr at present value; rates and ratios as plain numbers."""

    npv: float
    pv_costs: float
    pv_benefits: float
    pv_one_off_costs: float
    net_benefit_per_krona: Figure
    net_benefit_per_one_off_krona: Figure
    bcr: Figure
    bcr_modified: Figure
    payback_years: Figure
    discounted_payback_years: Figure
    payback_from_go_live_years: Figure
    discounted_payback_from_go_live_years: Figure
    irr: Figure
    irr_roots: tuple[float, ...]
    annual_equivalent: Figure
    peak_funding: float
    peak_funding_year: Figure
    first_positive_year: Figure


@dataclass(frozen=True, slots=True)
class ViewResult:
    """One view of one alternative, year by year (kr). Keys of ``benefits_by_kind`` are effective kinds;
    disbenefits stand apart as positive figures: ``benefits = Σ benefits_by_kind − disbenefits``.
    Keys of ``costs_by_group`` are the cost groups. ``net = benefits − costs``.
    """

    view: View
    benefits_by_kind: Mapping[str, Years]
    disbenefits: Years
    costs_by_group: Mapping[str, Years]
    benefits: Years
    costs: Years
    net: Years
    cumulative_net: Years
    present_value: Years
    cumulative_present_value: Years
    figures: KeyFigures


@dataclass(frozen=True, slots=True)
class PerspectiveResult:
    """What one perspective carries and gains of all valued rows (kr per year, and present values)."""

    perspective: str
    benefits: Years
    costs: Years
    net: Years
    pv_benefits: float
    pv_costs: float
    npv: float


@dataclass(frozen=True, slots=True)
class StaffTime:
    """Hours of the municipality's staff per year and category, and full-time equivalents (hours / hours per FTE).

    Released by effects, used by cost rows of internal time.
    """

    category: str
    released_hours: Years
    used_hours: Years
    released_fte: Years
    used_fte: Years


@dataclass(frozen=True, slots=True)
class ResourceGap:
    """Hours of a role in a unit and calendar year: needed, available and what is missing (never below 0)."""

    role: str
    unit: str
    year: int
    needed_hours: float
    available_hours: float
    gap_hours: float
    unfinanced_hours: float


@dataclass(frozen=True, slots=True)
class BudgetConsequence:
    """The municipality's budget in current prices, over its own years (may pass the horizon). Never in NPV.

    ``operating`` is transition, development expensed and run costs; ``frame_adjustment`` cash-releasing benefits
    taken out of the frames (positive: the budget is reduced). ``total`` is the effect on the yearly result:
    operating − frame_adjustment + depreciation + interest + write_off − lapsed_capital_cost; positive is a cost.
    ``investment`` is outlay and stands outside ``total``.
    """

    years: tuple[int, ...]
    operating: Years
    frame_adjustment: Years
    proposed_frame_adjustment: Years
    investment: Years
    depreciation: Years
    interest: Years
    write_off: Years
    lapsed_capital_cost: Years
    total: Years
    closing_book_value: Years


@dataclass(frozen=True, slots=True)
class AlternativeResult:
    """All results of one alternative."""

    alternative: str
    name: str
    views: Mapping[View, ViewResult]
    perspectives: tuple[PerspectiveResult, ...]
    staff_time: tuple[StaffTime, ...]
    resource_gaps: tuple[ResourceGap, ...]
    budget: BudgetConsequence
    pv_proposed_benefits: float
    pv_residual_value: float
    quality_effects: int


@dataclass(frozen=True, slots=True)
class Increment:
    """An alternative compared with the next cheaper one that is worth its cost, by PV of costs in all valued."""

    alternative: str
    compared_with: str
    extra_cost: float
    extra_benefit: float
    ratio: Figure
    is_worth_it: bool


@dataclass(frozen=True, slots=True)
class Results:
    """Everything calculated from one case. ``ranking`` lists alternatives, best NPV of all valued first.

    ``discount_rates[k]`` is the rate of year number k+1: the year that passes from the start of calendar year k.
    ``assessment`` and ``risks`` are of the change as a whole; what they say in kronor is of the main alternative.
    """

    years: tuple[int, ...]
    discount_factors: Years
    discount_rates: Years
    timing: float
    hour_costs_kr: Mapping[str, float]
    rows: tuple[RowValue, ...]
    alternatives: Mapping[str, AlternativeResult]
    main_alternative: str
    ranking: tuple[str, ...]
    increments: tuple[Increment, ...]
    sunk_cost_kr: float
    assessment: AssessmentResult
    risks: RiskResult

    @property
    def main(self) -> AlternativeResult:
        """The result of the main alternative."""
        return self.alternatives[self.main_alternative]
