"""The rows of a case: costs, resource requirements, effects and what belongs to them.

All amounts are differences against the do-nothing option (A) of the same year, excluding VAT, in the prices of
the price-level year. Costs are positive figures. Ranges (low, likely, high) are of the driver; prices are single.
"""

from datetime import date

from vardering.model.record import Field, Record
from vardering.model.vocabulary import (
    EVEN,
    MUNICIPALITY,
    ONE_OFF,
    Accounting,
    ChangeType,
    DecisionStatus,
    Kind,
    PostType,
    Staffing,
    TimeUnit,
    ValuedAs,
)


class MonetaryRow(Record):
    """What every row that may carry money has in common."""

    id: str = Field(min_length=1)
    name: str = ""
    alternative: str = "B"
    perspective: str = MUNICIPALITY
    kind: Kind = Kind.FINANCIAL
    driver_low: float | None = Field(default=None, ge=0, description="Low count, hours or volume; likely if null")
    driver_likely: float | None = Field(default=None, ge=0, description="Likely count, hours or volume")
    driver_high: float | None = Field(default=None, ge=0, description="High count, hours or volume; likely if null")
    unit: str = Field(default="", description="What the driver counts")
    category: str = Field(default="", description="Personnel category: each unit of the driver is then hours of it")
    profile: str = Field(default=EVEN, description="engång, jämn, upptrappning or the name of an own profile")
    from_year: int | None = Field(default=None, description="Calendar year; the start year if null")
    to_year: int | None = Field(default=None, description="Calendar year, inclusive; no end if null")
    ramp_years: int | None = Field(default=None, ge=1, le=40, description="n of the ramp 1/n … n/n")
    price_group: str = Field(default="", description="Price group with a real price change")
    correlation_group: str = Field(default="", description="Rows of a group vary together in a simulation")
    source: str = ""
    note: str = ""


class CostRow(MonetaryRow):
    """A cost: ``driver × (unit price or hour cost)``, grown by VAT where VAT is a cost."""

    unit_price_kr: float | None = Field(default=None, ge=0)
    vat_is_cost: bool = False
    vat_rate: float | None = Field(default=None, ge=0, le=0.5, description="VAT rate, share")


class DevelopmentCost(CostRow):
    """A cost until handover."""

    profile: str = ONE_OFF
    post_type: PostType = PostType.OTHER
    accounting: Accounting = Accounting.OPERATING
    accounting_confirmed: bool = Field(default=False, description="The controller has confirmed drift or investering")
    commissioned: date | None = Field(default=None, description="Ibruktagande: depreciation starts this month")
    depreciation_years: float | None = Field(default=None, gt=0, le=80)
    residual_value_kr: float = Field(default=0.0, ge=0, description="Residual value after the horizon, shown apart")
    contributes_to: str = Field(default="", description="Ids of the effects that the row is there for, comma between")


class TransitionCost(CostRow):
    """One-off readiness: training, double running, decommissioning."""

    profile: str = ONE_OFF
    affected_unit: str = ""
    state_before: str = ""
    state_after: str = ""
    action: str = ""
    owner: str = ""
    fte_change: float | None = Field(default=None, description="FTE change, information only: no money follows")
    effect_id: str = Field(default="", description="Effect that the FTE change belongs to")
    contributes_to: str = Field(default="", description="Ids of the effects that the row is there for, comma between")


class RunCost(CostRow):
    """The new recurring cost of operation and maintenance."""


class ResourceRequirement(Record):
    """Hours of a role in one year. Carries no money: ``included_in`` names the row that does."""

    id: str = Field(min_length=1)
    role: str = ""
    unit: str = ""
    alternative: str = "B"
    year: int | None = Field(default=None, description="Calendar year")
    hours_needed: float | None = Field(default=None, ge=0)
    fte_needed: float | None = Field(default=None, ge=0)
    hours_available: float | None = Field(default=None, ge=0)
    staffing: Staffing = Staffing.UNDECIDED
    financed: bool = False
    included_in: str = Field(default="", description="Id of the cost row that carries the money")
    note: str = ""


class Effect(MonetaryRow):
    """An effect: ``driver × (before − after) × value``; a negative value is a disbenefit.

    Quality and environment effects carry ``size`` (0–3) and a reason instead of money.
    """

    change_type: ChangeType = ChangeType.IMPROVE
    recipient: str = ""
    objective: str = ""
    valued_as: ValuedAs = ValuedAs.UNITS
    before: float | None = None
    after: float | None = None
    time_unit: TimeUnit = TimeUnit.HOURS
    unit_value_kr: float | None = Field(default=None, ge=0)
    uptake: float | None = Field(default=None, ge=0, le=1, description="Share of users, constant; 1 if null")
    uptake_profile: str = Field(default="", description="Own profile with the uptake per year; never both")
    deadweight: float = Field(default=0.0, ge=0, le=1, description="Share that would have happened anyway")
    attribution: float = Field(default=1.0, ge=0, le=1, description="Share that is due to this change")
    drop_off: float = Field(default=0.0, ge=0, le=1, description="Share lost per year after the first")
    transfer_to: str = Field(default="", description="Id of the counterpart row of a transfer")
    size: int | None = Field(default=None, ge=0, le=3, description="Size of a quality or environment effect")
    size_reason: str = ""
    measure: str = ""
    owner: str = ""


class RealisationDecision(Record):
    """The decision that a staff saving leaves the budget (hemtagningsbeslut), one per effect."""

    effect_id: str = Field(min_length=1)
    status: DecisionStatus = DecisionStatus.MISSING
    committee: str = ""
    responsible: str = ""
    amount_kr: float | None = Field(default=None, ge=0)
    year: int | None = None
    post_ends: date | None = Field(default=None, description="The saving counts from this day")


class RetiredAsset(Record):
    """An old asset that is written off (utrangering); budget consequence only, never in NPV."""

    name: str = Field(min_length=1)
    alternative: str = "B"
    book_value_kr: float = Field(ge=0, description="Book value when it is retired")
    retired_year: int
    remaining_years: float = Field(default=0.0, ge=0, description="Depreciation years that remained at retirement")
    source: str = ""
