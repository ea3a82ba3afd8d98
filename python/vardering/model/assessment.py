"""The assessment of a change: what is scored 1–5 (5 always best), how it is weighed, and the priority that follows.

All scales, weights and limits are our own [own]; the weights can be changed in every workbook.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.record import Field, Record
from vardering.model.vocabulary import AssessmentArea

LOWEST_SCORE, HIGHEST_SCORE = 1, 5


class Criterion(StrEnum):
    """What is scored within an area. The net value is scored by the product, all others by people."""

    STRATEGIC_FIT = "strategic_fit"
    QUALITY_GAIN = "quality_gain"
    NET_VALUE = "net_value"
    RESOURCES_AND_SKILLS = "resources_and_skills"
    TECHNOLOGY = "technology"
    DEPENDENCIES = "dependencies"
    LAW_AND_SECURITY = "law_and_security"
    SCOPE = "scope"
    FINANCING_AND_PROCUREMENT = "financing_and_procurement"
    SIMULTANEOUS_CHANGES = "simultaneous_changes"
    OWNER_MANDATE = "owner_mandate"
    MEASURABILITY = "measurability"
    FREED_RESOURCES = "freed_resources"
    READINESS = "readiness"
    CHANNEL_CONTROL = "channel_control"
    DEPENDENCE_ON_OTHERS = "dependence_on_others"
    LEGAL_DEMAND = "legal_demand"
    TIME_WINDOW = "time_window"
    CONSEQUENCE_OF_WAITING = "consequence_of_waiting"


CRITERIA: Mapping[AssessmentArea, tuple[Criterion, ...]] = {
    AssessmentArea.BENEFIT: (Criterion.STRATEGIC_FIT, Criterion.QUALITY_GAIN, Criterion.NET_VALUE),
    AssessmentArea.DELIVERABILITY: (
        Criterion.RESOURCES_AND_SKILLS,
        Criterion.TECHNOLOGY,
        Criterion.DEPENDENCIES,
        Criterion.LAW_AND_SECURITY,
        Criterion.SCOPE,
        Criterion.FINANCING_AND_PROCUREMENT,
        Criterion.SIMULTANEOUS_CHANGES,
    ),
    AssessmentArea.REALISABILITY: (
        Criterion.OWNER_MANDATE,
        Criterion.MEASURABILITY,
        Criterion.FREED_RESOURCES,
        Criterion.READINESS,
        Criterion.CHANNEL_CONTROL,
        Criterion.DEPENDENCE_ON_OTHERS,
    ),
    AssessmentArea.RISK: (),
    AssessmentArea.URGENCY: (Criterion.LEGAL_DEMAND, Criterion.TIME_WINDOW, Criterion.CONSEQUENCE_OF_WAITING),
}
"""The criteria of each area. Risk has none: it is scored from the risk list."""

SCORED_CRITERIA = tuple(
    criterion for criteria in CRITERIA.values() for criterion in criteria if criterion is not Criterion.NET_VALUE
)
"""The criteria that people score, in the order of the sheet."""


class CriterionScore(Record):
    """A score 1–5 (5 best) for one criterion, with its reason."""

    criterion: Criterion
    score: int | None = Field(default=None, ge=1, le=5)
    reason: str = ""


class AreaWeight(Record):
    """How much an area weighs in the index, share; all areas together 1."""

    area: AssessmentArea
    weight: float = Field(ge=0, le=1)


class CriterionWeight(Record):
    """How much a criterion weighs within its area, share; the criteria of an area together 1."""

    criterion: Criterion
    weight: float = Field(ge=0, le=1)


STANDARD_AREA_WEIGHTS = (
    AreaWeight(area=AssessmentArea.BENEFIT, weight=0.35),
    AreaWeight(area=AssessmentArea.DELIVERABILITY, weight=0.2),
    AreaWeight(area=AssessmentArea.REALISABILITY, weight=0.2),
    AreaWeight(area=AssessmentArea.RISK, weight=0.15),
    AreaWeight(area=AssessmentArea.URGENCY, weight=0.1),
)
"""What the areas weigh where nobody has decided otherwise."""

_STANDARD_SHARES = (
    *(0.4, 0.3, 0.3),
    *(0.2, 0.15, 0.15, 0.15, 0.1, 0.15, 0.1),
    *(0.25, 0.15, 0.2, 0.15, 0.1, 0.15),
    *(0.4, 0.3, 0.3),
)
STANDARD_CRITERION_WEIGHTS = tuple(
    CriterionWeight(criterion=criterion, weight=weight)
    for criterion, weight in zip(Criterion, _STANDARD_SHARES, strict=True)
)
"""What the criteria weigh within their areas where nobody has decided otherwise."""

NET_VALUE_LIMITS = ((1.0, 5), (0.5, 4), (0.0, 3), (-0.25, 2))
"""Net benefit per krona of all valued rows at least so much gives the score; less than all of them gives 1."""

RISK_LIMITS = ((4, 5), (9, 4), (14, 3), (19, 2))
"""A risk value (probability × consequence) of at most so much gives the score; more than all of them gives 1."""


class PriorityClass(StrEnum):
    """What to do with a change, judged by its benefit and by how well it can be carried out and realised."""

    FIRST = "A"
    WHEN_THERE_IS_ROOM = "B"
    STRENGTHEN = "C"
    REMOVE_OBSTACLES = "D"
    WAIT = "E"


@dataclass(frozen=True, slots=True)
class PriorityRule:
    """The class of a change whose benefit and ability score at least so much.

    Ability is the lower of deliverability and realisability: one does not make up for the other.
    """

    benefit: float
    ability: float
    priority: PriorityClass


LARGE, MEDIUM = 3.5, 2.5
"""Scores from which something counts as large (good) and as medium."""

PRIORITY_RULES = (
    PriorityRule(LARGE, LARGE, PriorityClass.FIRST),
    PriorityRule(LARGE, MEDIUM, PriorityClass.STRENGTHEN),
    PriorityRule(LARGE, LOWEST_SCORE, PriorityClass.REMOVE_OBSTACLES),
    PriorityRule(MEDIUM, LARGE, PriorityClass.WHEN_THERE_IS_ROOM),
    PriorityRule(MEDIUM, MEDIUM, PriorityClass.STRENGTHEN),
    PriorityRule(LOWEST_SCORE, LOWEST_SCORE, PriorityClass.WAIT),
)
"""The priority classes as a table: the first rule whose both limits are reached holds."""
