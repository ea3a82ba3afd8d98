"""The assessment index, its coverage and the priority class, from scores 1–5 (5 best). Our own scale [own]."""

from collections.abc import Sequence

from vardering.model.assessment import (
    CRITERIA,
    HIGHEST_SCORE,
    LOWEST_SCORE,
    NET_VALUE_LIMITS,
    PRIORITY_RULES,
    Criterion,
    PriorityClass,
)
from vardering.model.assessment_results import AreaResult, AssessmentResult, CriterionResult, ScoreBasis
from vardering.model.case import Case
from vardering.model.results import Figure, Reason, Undefined
from vardering.model.vocabulary import AssessmentArea

DIGITS = 9
"""Decimals kept of scores and coverage: 3.5 reached in decimal weights must be 3.5, not a hair below a limit."""


def assess(
    case: Case, net_benefit_per_krona: Figure, risk_score: int | None, *, with_net_value: bool = True
) -> AssessmentResult:
    """Scores per area, the index 0–100, its coverage and the priority class.

    An area's score is the weighted mean of its scored criteria; where none is scored, the score given to the area as
    a whole. The index is the weighted mean of the areas that have a score, 1 as 0 and 5 as 100. ``with_net_value``
    False leaves the net value's class out, for use beside a ranking on net present value.
    """
    scores: dict[Criterion, float | None] = {entry.criterion: entry.score for entry in case.criteria}
    scores[Criterion.NET_VALUE] = net_value_score(net_benefit_per_krona) if with_net_value else None
    whole: dict[AssessmentArea, float | None] = {entry.area: entry.score for entry in case.assessment}
    weights = {entry.area: entry.weight for entry in case.area_weights}
    shares = {entry.criterion: entry.weight for entry in case.criterion_weights}
    left_out = frozenset() if with_net_value else frozenset({Criterion.NET_VALUE})
    areas = tuple(
        _area(area, _criteria(area, scores, shares, left_out), whole.get(area), weights.get(area, 0.0))
        if area is not AssessmentArea.RISK
        else _risk_area(risk_score, whole.get(area), weights.get(area, 0.0))
        for area in AssessmentArea
    )
    return AssessmentResult(
        index=assessment_index(areas),
        coverage=round(sum(area.weight * area.coverage for area in areas), DIGITS),
        priority_class=priority_class(areas),
        areas=areas,
    )


def net_value_score(net_benefit_per_krona: Figure) -> int | None:
    """The score of a net benefit per krona; a gain that costs nothing is best, and what cannot be divided is None.

    >>> net_value_score(0.6), net_value_score(-2.0)
    (4, 1)
    """
    if isinstance(net_benefit_per_krona, Undefined):
        return HIGHEST_SCORE if net_benefit_per_krona.reason == Reason.NO_COST else None
    return next((score for limit, score in NET_VALUE_LIMITS if net_benefit_per_krona >= limit), LOWEST_SCORE)


def _criteria(
    area: AssessmentArea,
    scores: dict[Criterion, float | None],
    shares: dict[Criterion, float],
    left_out: frozenset[Criterion],
) -> tuple[CriterionResult, ...]:
    return tuple(
        CriterionResult(criterion, scores.get(criterion), shares.get(criterion, 0.0))
        for criterion in CRITERIA[area]
        if criterion not in left_out
    )


def _area(
    area: AssessmentArea, criteria: tuple[CriterionResult, ...], whole: float | None, weight: float
) -> AreaResult:
    """An area by its criteria; by its own score where people have scored none of them."""
    by_people = any(entry.score is not None and entry.criterion is not Criterion.NET_VALUE for entry in criteria)
    if whole is not None and not by_people:
        return AreaResult(area, whole, weight, 1.0, ScoreBasis.WHOLE_AREA, criteria)
    total = sum(entry.weight for entry in criteria)
    scored = [(entry.score, entry.weight) for entry in criteria if entry.score is not None]
    scored_weight = sum(share for _, share in scored)
    if not scored_weight:
        return AreaResult(area, None, weight, 0.0, ScoreBasis.NOTHING, criteria)
    mean = round(sum(score * share for score, share in scored) / scored_weight, DIGITS)
    return AreaResult(area, mean, weight, round(scored_weight / total, DIGITS), ScoreBasis.CRITERIA, criteria)


def _risk_area(risk_score: int | None, whole: float | None, weight: float) -> AreaResult:
    """Risk by the risk list; by the score given to the area where no risk is rated."""
    if risk_score is not None:
        return AreaResult(AssessmentArea.RISK, risk_score, weight, 1.0, ScoreBasis.RISK_LIST, ())
    if whole is not None:
        return AreaResult(AssessmentArea.RISK, whole, weight, 1.0, ScoreBasis.WHOLE_AREA, ())
    return AreaResult(AssessmentArea.RISK, None, weight, 0.0, ScoreBasis.NOTHING, ())


def assessment_index(areas: Sequence[AreaResult]) -> float | None:
    """``100 × Σ weight × (score − 1) / 4 / Σ weight`` over the areas with a score; None where none has any."""
    scored = [(area.score, area.weight) for area in areas if area.score is not None and area.weight > 0]
    if not scored:
        return None
    total = sum(weight for _, weight in scored)
    span = HIGHEST_SCORE - LOWEST_SCORE
    index = 100 * sum(weight * (score - LOWEST_SCORE) / span for score, weight in scored) / total
    return round(index, DIGITS)


def priority_class(areas: Sequence[AreaResult]) -> PriorityClass | None:
    """The class by benefit and the lower of deliverability and realisability; None where one of them lacks a score."""
    scores = {area.area: area.score for area in areas}
    benefit = scores[AssessmentArea.BENEFIT]
    deliverability, realisability = scores[AssessmentArea.DELIVERABILITY], scores[AssessmentArea.REALISABILITY]
    if benefit is None or deliverability is None or realisability is None:
        return None
    ability = min(deliverability, realisability)
    return next(rule.priority for rule in PRIORITY_RULES if benefit >= rule.benefit and ability >= rule.ability)
