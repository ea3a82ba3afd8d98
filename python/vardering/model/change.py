"""The change that is valued: what it is, its alternatives and the people around it."""

from datetime import date

from vardering.model.record import Field, Record
from vardering.model.vocabulary import AssessmentArea, Gate


class Change(Record):
    """The change itself and its timeline."""

    name: str
    unit: str = Field(default="", description="Organisational unit that owns the change")
    owner: str = Field(default="", description="Project owner, or intended owner")
    description: str = ""
    gate: str = Field(default=Gate.BP1.value, description="The gate ahead: the name of one of the case's gates")
    committees: int = Field(default=1, ge=1, description="Number of nämnder concerned")
    start_year: int = Field(ge=1990, le=2200, description="First calendar year of the case")
    horizon_years: int = Field(default=5, ge=1, le=40, description="Number of years, H")
    price_level_year: int = Field(ge=1990, le=2200, description="Calendar year whose prices all amounts are in")
    go_live: date | None = Field(default=None, description="Planned handover: development ends, use begins")
    main_alternative: str = Field(default="B", description="Alternative that the main views show")
    sunk_cost_kr: float = Field(default=0.0, ge=0, description="Already spent, kr: shown, never counted")
    recommendation: str = ""
    requested_decision: str = Field(default="", description="What the meeting is asked to decide")


class Alternative(Record):
    """One of the do-nothing option (A) and the change options (B–D)."""

    id: str = Field(pattern="^[A-D]$")
    name: str = ""
    description: str = ""
    life_years: int | None = Field(default=None, ge=1, le=80, description="Own economic life, years; horizon if null")


class Role(Record):
    """Who holds a role. Name and mail address are personal data."""

    role: str
    name: str = ""
    unit: str = ""
    mail: str = ""


class AssessmentScore(Record):
    """A score 1–5 (5 best) with its reason."""

    area: AssessmentArea
    score: int | None = Field(default=None, ge=1, le=5)
    reason: str = ""
