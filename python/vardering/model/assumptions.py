"""Assumptions of a case: parameters with their provenance, and settings."""

from vardering.model.record import Field, Record
from vardering.model.vocabulary import HourCostRoute, ParameterStatus, Sampler, Spread


class Parameter(Record):
    """One figure with its provenance. ``value`` is None where the municipality must fill it in."""

    value: float | None = None
    valid_year: int | None = Field(default=None, description="Vintage: the year the figure holds for")
    source: str = ""
    status: ParameterStatus = ParameterStatus.OWN


class Assumptions(Record):
    """Figures that hold for the whole case. Rates and shares are fractions: 0.03 is 3 per cent."""

    discount_rate: Parameter = Field(description="Real discount rate per year")
    internal_interest_rate: Parameter = Field(
        default=Parameter(status=ParameterStatus.MISSING),
        description="Municipal internal interest rate (internränta) per year, for the budget consequence only",
    )
    price_index: Parameter = Field(
        default=Parameter(value=0.0),
        description="Expected general price increase per year, for the budget consequence in current prices only",
    )
    employer_on_cost: Parameter = Field(
        default=Parameter(status=ParameterStatus.MISSING),
        description="Employer on-cost (PO), share of salary",
    )
    hours_per_fte: Parameter = Field(default=Parameter(value=1700.0), description="Working hours per year and FTE")
    hour_cost_factor: Parameter = Field(
        default=Parameter(value=1.54), description="Route c: factor on salary / hour_cost_divisor"
    )
    hour_cost_divisor: Parameter = Field(default=Parameter(value=142.0), description="Route c: hours per month")
    uptake_warning: Parameter = Field(
        default=Parameter(value=0.25), description="Uptake below this share is warned for"
    )
    full_case_threshold_kr: Parameter = Field(
        default=Parameter(value=1_000_000.0),
        description="A full case is asked for when costs pass this amount, kr",
    )
    rate_spread: Parameter = Field(
        default=Parameter(value=0.01), description="Sensitivity: how far the discount rate is moved, share a year"
    )
    benefit_delay: Parameter = Field(
        default=Parameter(value=1.0), description="Sensitivity: how many years late benefits are tried"
    )
    uptake_spread: Parameter = Field(
        default=Parameter(value=0.2), description="Sensitivity: how much uptake is tried up and down, share of it"
    )
    benefit_cut: Parameter = Field(
        default=Parameter(value=0.2), description="Sensitivity: how much smaller benefits are tried, share"
    )
    cost_growth: Parameter = Field(
        default=Parameter(value=0.3), description="Sensitivity: how much higher costs are tried, share"
    )


class Settings(Record):
    """How the case is calculated."""

    hour_cost_route: HourCostRoute = HourCostRoute.FULL_HOUR_COST
    timing: float = Field(
        default=0.0,
        ge=0,
        le=1,
        description="When in the year flows fall: 0 start, 0.5 middle, 1 end (Excel's NPV)",
    )


FEWEST_DRAWS, MOST_DRAWS = 1_000, 1_000_000
LARGEST_SEED = 999_999_999


class SimulationSettings(Record):
    """How a simulation is made. The same case and settings give the same figures on every machine."""

    spread: Spread = Spread.PERT
    draws: int = Field(default=10_000, ge=FEWEST_DRAWS, le=MOST_DRAWS, description="Outcomes that are drawn")
    seed: int = Field(default=2027, ge=0, le=LARGEST_SEED, description="Seed of the random numbers, kept and reused")
    sampler: Sampler = Sampler.LATIN_HYPERCUBE


class CorrelationGroup(Record):
    """Rows whose drivers are high together and low together in a simulation."""

    name: str
    strength: float = Field(ge=0, le=1, description="Correlation of the normal copula: 0 none, 1 move as one")


class RateBand(Record):
    """From year number ``from_year_number`` (1 is the first year passed) the discount rate is ``rate``."""

    from_year_number: int = Field(ge=1, le=200)
    rate: float = Field(ge=-0.05, le=0.25)


class PersonnelCategory(Record):
    """A group of people whose time is valued."""

    name: str
    monthly_salary_kr: float | None = Field(default=None, ge=0, description="kr per month, before on-cost")
    hour_cost_kr: float | None = Field(default=None, ge=0, description="Full cost of an hour, kr, from a source")
    is_staff: bool = Field(
        default=True, description="False for citizens' and others' time: never the municipality's FTE"
    )
    valid_year: int | None = None
    source: str = ""


class PriceGroup(Record):
    """A group of costs or benefits whose price changes faster or slower than the general level."""

    name: str
    real_change: float = Field(ge=-0.25, le=0.25, description="Real price change per year, share")
    source: str = ""


class OwnProfile(Record):
    """A reusable time profile: one factor a year, the first for the row's own first year."""

    name: str
    factors: tuple[float, ...] = Field(min_length=1, max_length=80)
