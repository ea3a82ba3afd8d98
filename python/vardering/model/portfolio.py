"""What a project office writes of its portfolio: the terms, the rules of a selection, and a row per change."""

from datetime import date

from vardering.model.portfolio_words import BudgetScope, Objective, OfficeDecision, RankBy
from vardering.model.record import Field, Record
from vardering.model.vocabulary import CaseForm, Kind, View


class PortfolioTerms(Record):
    """What every change is calculated on, whatever its own workbook says. Flows fall at the start of the year.

    Present values are at the start of ``base_year``. Each change is counted over ``horizon_years`` years from its own
    start.
    """

    title: str = ""
    base_year: int = Field(ge=1990, le=2200)
    horizon_years: int = Field(ge=1, le=40)
    discount_rate: float = Field(ge=-0.05, le=0.25, description="Real, a year")
    price_level_year: int = Field(ge=1990, le=2200)
    rank_by: RankBy = RankBy.INDEX


class PriceIndexYear(Record):
    """The price level of a year, for carrying amounts from one price level to another."""

    year: int = Field(ge=1990, le=2200)
    index_value: float = Field(gt=0)


class RankingRow(Record):
    """A change in the ranking. The first group of fields is calculated, the rest the office writes."""

    case_id: str
    rank: int | None = None
    name: str = ""
    unit: str = ""
    form: CaseForm | None = None
    gate: str = ""
    index: float | None = None
    coverage: float | None = None
    priority_class: str = ""
    npv_all_valued: float | None = None
    npv_cash_releasing: float | None = None
    npv_cautious: float | None = None
    pv_costs: float | None = None
    net_benefit_per_krona: float | None = None
    comparability: str = ""
    selected: str = ""
    file: str = ""

    office_decision: OfficeDecision | None = None
    version_group: str = Field(default="", description="At most one change of a group is selected")
    requires: str = Field(default="", description="Ids of changes that must be selected too, comma between")
    focus_area: str = Field(default="", description="What balance rules count; the unit where empty")
    note: str = ""


class ReceivedFileRow(Record):
    """A file that was read, and what became of it; the note is the office's."""

    file: str
    verdict: str = ""
    reason: str = ""
    case_id: str = ""
    name: str = ""
    form: CaseForm | None = None
    calculated_at: str = ""
    received_at: str = ""
    note: str = ""


class SelectionSettings(Record):
    """What a selection makes as large as it can, and what its budget covers."""

    objective: Objective = Objective.NET_PRESENT_VALUE
    view: View = View.ALL_VALUED
    npv_weight: float = Field(default=0.5, ge=0, le=1, description="Share of the net present value, where weighted")
    budget_scope: BudgetScope = BudgetScope.ONE_OFF


class BudgetYear(Record):
    """What may be spent in a calendar year, kr in the portfolio's prices."""

    year: int = Field(ge=1990, le=2200)
    budget_kr: float = Field(ge=0)


class BalanceRule(Record):
    """A focus area gets at least a share of what is selected, by cost."""

    focus_area: str
    least_share: float = Field(ge=0, le=1)


class ResourceLoadRow(Record):
    """Hours of a role in a year: what all changes and the selected ones need. The capacity is the office's."""

    role: str
    year: int
    all_hours: float | None = None
    selected_hours: float | None = None
    available_hours: float | None = None
    load_note: str = ""
    capacity_hours: float | None = Field(default=None, ge=0)
    note: str = ""


class EffectRegisterRow(Record):
    """An effect of a change: what was planned, what has come and what is expected; the note is the office's."""

    case_id: str
    effect_id: str
    name: str = ""
    effect: str = ""
    kind: Kind | None = None
    owner: str = ""
    is_accepted: str = ""
    measure: str = ""
    first_year: int | None = None
    yearly_value_kr: float | None = None
    yearly_hours: float | None = None
    planned_kr: float | None = None
    realised_kr: float | None = None
    forecast_kr: float | None = None
    first_measurement: date | None = None
    follow_up_status: str = ""
    note: str = ""


class Portfolio(Record):
    """Everything that people write in a portfolio's workbook; rows keep the order of the sheets."""

    terms: PortfolioTerms
    selection: SelectionSettings = SelectionSettings()
    indexes: tuple[PriceIndexYear, ...] = ()
    ranking: tuple[RankingRow, ...] = ()
    budgets: tuple[BudgetYear, ...] = ()
    balances: tuple[BalanceRule, ...] = ()
    resources: tuple[ResourceLoadRow, ...] = ()
    register: tuple[EffectRegisterRow, ...] = ()
    files: tuple[ReceivedFileRow, ...] = ()
