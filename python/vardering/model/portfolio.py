"""What a project office writes of its portfolio: the terms, the rules of a selection, and a row per change."""

from vardering.model.portfolio_words import OfficeDecision, RankBy
from vardering.model.record import Field, Record
from vardering.model.vocabulary import CaseForm


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


class Portfolio(Record):
    """Everything that people write in a portfolio's workbook; rows keep the order of the sheets."""

    terms: PortfolioTerms
    indexes: tuple[PriceIndexYear, ...] = ()
    ranking: tuple[RankingRow, ...] = ()
    files: tuple[ReceivedFileRow, ...] = ()
