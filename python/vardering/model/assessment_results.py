"""What the assessment gives: scores per criterion and area, the index, its coverage, and the priority class.

Missing is missing: a score that nobody has given is None, never 0, and the coverage says how much is scored.
"""

from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.assessment import Criterion, PriorityClass
from vardering.model.vocabulary import AssessmentArea


class ScoreBasis(StrEnum):
    """What an area's score is made of."""

    CRITERIA = "criteria"
    WHOLE_AREA = "whole_area"
    RISK_LIST = "risk_list"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The score of a criterion, 1–5, and what it weighs within its area (share)."""

    criterion: Criterion
    score: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class AreaResult:
    """An area's score, 1–5: the weighted mean of what is scored in it.

    ``coverage`` is the share of the area's weight that is scored, ``weight`` the area's share of the index.
    """

    area: AssessmentArea
    score: float | None
    weight: float
    coverage: float
    basis: ScoreBasis
    criteria: tuple[CriterionResult, ...]


@dataclass(frozen=True, slots=True)
class AssessmentResult:
    """The index 0–100 of the areas that are scored, and how much of the whole weight it covers (share).

    ``index`` is None where nothing is scored, ``priority_class`` where benefit, deliverability or realisability lacks
    a score.
    """

    index: float | None
    coverage: float
    priority_class: PriorityClass | None
    areas: tuple[AreaResult, ...]

    def area(self, name: AssessmentArea) -> AreaResult:
        """The result of an area."""
        return next(area for area in self.areas if area.area is name)
