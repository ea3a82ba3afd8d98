"""The index is arithmetic that a reader can follow by hand; what nobody has scored is missing, not 0."""

import pytest

from unit.engine.case_builders import case
from vardering.engine.assessment import assess, net_value_score
from vardering.model.assessment import (
    CRITERIA,
    STANDARD_AREA_WEIGHTS,
    STANDARD_CRITERION_WEIGHTS,
    Criterion,
    CriterionScore,
    PriorityClass,
)
from vardering.model.assessment_results import AssessmentResult, ScoreBasis
from vardering.model.change import AssessmentScore
from vardering.model.results import Reason, Undefined
from vardering.model.vocabulary import AssessmentArea

NO_FIGURE = Undefined(Reason.NOT_CALCULABLE)


def assessed(
    *criteria: tuple[Criterion, int], whole: tuple[tuple[AssessmentArea, int], ...] = (), risk: int | None = None
) -> AssessmentResult:
    scored = case(
        criteria=tuple(CriterionScore(criterion=criterion, score=score) for criterion, score in criteria),
        assessment=tuple(AssessmentScore(area=area, score=score) for area, score in whole),
    )
    return assess(scored, NO_FIGURE, risk)


def test_standard_weights_are_the_whole_in_the_index_and_in_every_area() -> None:
    shares = {entry.criterion: entry.weight for entry in STANDARD_CRITERION_WEIGHTS}
    assert sum(entry.weight for entry in STANDARD_AREA_WEIGHTS) == pytest.approx(1)
    for criteria in CRITERIA.values():
        if criteria:
            assert sum(shares[criterion] for criterion in criteria) == pytest.approx(1)


def test_nothing_scored_gives_no_index_no_class_and_no_coverage() -> None:
    result = assessed()
    assert (result.index, result.priority_class, result.coverage) == (None, None, 0)
    assert {area.score for area in result.areas} == {None}


def test_an_area_is_the_weighted_mean_of_its_scored_criteria_and_says_how_much_is_scored() -> None:
    # Mål 40 % and kvalitet 30 % are scored, nettonuvärde 30 % is not: (0.4 × 5 + 0.3 × 2) / 0.7.
    area = assessed((Criterion.STRATEGIC_FIT, 5), (Criterion.QUALITY_GAIN, 2)).area(AssessmentArea.BENEFIT)
    assert area.score == pytest.approx(2.6 / 0.7)
    assert area.coverage == pytest.approx(0.7)
    assert area.basis is ScoreBasis.CRITERIA


def test_the_index_weighs_only_what_is_scored_and_the_coverage_says_so() -> None:
    # Nytta 4 weighs 35 % and genomförbarhet 2 weighs 20 %: 100 × (0.35 × 0.75 + 0.2 × 0.25) / 0.55.
    result = assessed(whole=((AssessmentArea.BENEFIT, 4), (AssessmentArea.DELIVERABILITY, 2)))
    assert result.index == pytest.approx(100 * 0.3125 / 0.55)
    assert result.coverage == pytest.approx(0.55)


def test_an_areas_own_score_gives_way_to_the_first_of_its_criteria() -> None:
    whole = ((AssessmentArea.URGENCY, 1),)
    assert assessed(whole=whole).area(AssessmentArea.URGENCY).basis is ScoreBasis.WHOLE_AREA
    area = assessed((Criterion.LEGAL_DEMAND, 5), whole=whole).area(AssessmentArea.URGENCY)
    assert (area.score, area.basis) == (5, ScoreBasis.CRITERIA)


def test_the_net_value_alone_does_not_outweigh_a_score_for_the_whole_area() -> None:
    scored = case(assessment=(AssessmentScore(area=AssessmentArea.BENEFIT, score=2),))
    assert assess(scored, 3.0, None).area(AssessmentArea.BENEFIT).score == 2
    assert assess(case(), 3.0, None).area(AssessmentArea.BENEFIT).score == 5


def test_beside_a_ranking_on_net_value_its_class_is_left_out_of_score_and_coverage() -> None:
    scored = case(
        criteria=(
            CriterionScore(criterion=Criterion.STRATEGIC_FIT, score=3),
            CriterionScore(criterion=Criterion.QUALITY_GAIN, score=3),
        )
    )
    area = assess(scored, 3.0, None, with_net_value=False).area(AssessmentArea.BENEFIT)
    assert area.score == pytest.approx(3)
    assert area.coverage == pytest.approx(1)
    assert Criterion.NET_VALUE not in {entry.criterion for entry in area.criteria}


@pytest.mark.parametrize(
    ("ratio", "score"), [(1.0, 5), (0.99, 4), (0.5, 4), (0.0, 3), (-0.01, 2), (-0.25, 2), (-0.26, 1)]
)
def test_the_net_value_is_scored_by_what_a_krona_gives(ratio: float, score: int) -> None:
    assert net_value_score(ratio) == score


def test_a_gain_that_costs_nothing_is_best_and_what_says_nothing_is_missing() -> None:
    assert net_value_score(Undefined(Reason.NO_COST)) == 5
    assert net_value_score(NO_FIGURE) is None


@pytest.mark.parametrize(
    ("benefit", "deliverability", "realisability", "expected"),
    [
        (4, 4, 4, PriorityClass.FIRST),
        (4, 5, 3, PriorityClass.STRENGTHEN),
        (5, 5, 1, PriorityClass.REMOVE_OBSTACLES),
        (3, 4, 5, PriorityClass.WHEN_THERE_IS_ROOM),
        (3, 3, 5, PriorityClass.STRENGTHEN),
        (3, 2, 5, PriorityClass.WAIT),
        (2, 5, 5, PriorityClass.WAIT),
    ],
)
def test_the_class_follows_benefit_and_the_weaker_of_the_two_abilities(
    benefit: int, deliverability: int, realisability: int, expected: PriorityClass
) -> None:
    whole = (
        (AssessmentArea.BENEFIT, benefit),
        (AssessmentArea.DELIVERABILITY, deliverability),
        (AssessmentArea.REALISABILITY, realisability),
    )
    assert assessed(whole=whole).priority_class is expected


def test_without_one_of_its_areas_there_is_no_class() -> None:
    whole = ((AssessmentArea.BENEFIT, 5), (AssessmentArea.DELIVERABILITY, 5))
    assert assessed(whole=whole).priority_class is None


def test_the_risk_list_goes_before_a_score_for_risk_as_a_whole() -> None:
    whole = ((AssessmentArea.RISK, 2),)
    assert assessed(whole=whole).area(AssessmentArea.RISK).score == 2
    area = assessed(whole=whole, risk=4).area(AssessmentArea.RISK)
    assert (area.score, area.basis) == (4, ScoreBasis.RISK_LIST)
