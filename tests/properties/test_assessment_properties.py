"""The index keeps within its bounds, never falls when a score rises, and does not care about the order of rows."""

from hypothesis import given
from hypothesis import strategies as st

from properties.case_strategies import unhurried
from unit.engine.case_builders import case
from vardering.engine.assessment import assess
from vardering.engine.risks import expected_value, risk_result
from vardering.model.assessment import (
    CRITERIA,
    SCORED_CRITERIA,
    AreaWeight,
    Criterion,
    CriterionScore,
    CriterionWeight,
)
from vardering.model.assessment_results import AssessmentResult
from vardering.model.case import Case, fingerprint
from vardering.model.change import AssessmentScore
from vardering.model.risk import Risk
from vardering.model.vocabulary import AssessmentArea

scores = st.integers(1, 5)
parts = st.integers(1, 20)


@st.composite
def assessed_cases(draw: st.DrawFn) -> Case:
    """Any scores under any weights that are the whole together."""
    areas = [draw(parts) for _ in AssessmentArea]
    shares = {criterion: draw(parts) for criterion in Criterion}
    whole = {area: sum(shares[one] for one in criteria) for area, criteria in CRITERIA.items()}
    return case(
        criteria=tuple(
            CriterionScore(criterion=criterion, score=score, reason="Skäl")
            for criterion in SCORED_CRITERIA
            if (score := draw(st.none() | scores)) is not None
        ),
        assessment=tuple(
            AssessmentScore(area=area, score=score, reason="Skäl")
            for area in AssessmentArea
            if (score := draw(st.none() | scores)) is not None
        ),
        area_weights=tuple(
            AreaWeight(area=area, weight=weight / sum(areas))
            for area, weight in zip(AssessmentArea, areas, strict=True)
        ),
        criterion_weights=tuple(
            CriterionWeight(criterion=criterion, weight=shares[criterion] / whole[area])
            for area, criteria in CRITERIA.items()
            for criterion in criteria
        ),
    )


def result_of(assessed: Case) -> AssessmentResult:
    return assess(assessed, 0.3, None)


@unhurried
@given(assessed_cases())
def test_index_scores_and_coverage_keep_within_their_bounds(assessed: Case) -> None:
    result = result_of(assessed)
    assert result.index is not None
    assert 0 <= result.index <= 100
    assert 0 <= result.coverage <= 1
    for area in result.areas:
        assert 0 <= area.coverage <= 1
        assert (area.score is None) == (area.coverage == 0)
        assert area.score is None or 1 <= area.score <= 5


@unhurried
@given(assessed_cases(), st.data())
def test_a_higher_score_never_lowers_the_index(assessed: Case, data: st.DataObject) -> None:
    raisable = [index for index, entry in enumerate(assessed.criteria) if entry.score is not None and entry.score < 5]
    if not raisable:
        return
    chosen = data.draw(st.sampled_from(raisable))
    raised = tuple(
        entry.model_copy(update={"score": (entry.score or 0) + 1}) if index == chosen else entry
        for index, entry in enumerate(assessed.criteria)
    )
    before, after = result_of(assessed), result_of(assessed.model_copy(update={"criteria": raised}))
    assert before.index is not None
    assert after.index is not None
    assert after.index > before.index
    assert after.coverage == before.coverage


@unhurried
@given(assessed_cases(), st.randoms())
def test_the_order_of_rows_means_nothing(assessed: Case, random: object) -> None:
    changes = {}
    for name in ("criteria", "assessment", "area_weights", "criterion_weights"):
        rows = list(getattr(assessed, name))
        random.shuffle(rows)  # type: ignore[attr-defined]
        changes[name] = tuple(rows)
    shuffled = assessed.model_copy(update=changes)
    assert result_of(shuffled) == result_of(assessed)
    assert fingerprint(shuffled) == fingerprint(assessed)


@unhurried
@given(st.lists(st.tuples(scores, scores), min_size=1, max_size=12), scores, scores)
def test_one_more_risk_never_betters_the_risk_score(
    steps: list[tuple[int, int]], probability: int, impact: int
) -> None:
    risks = [Risk(id=f"R{number}", probability=p, impact=i) for number, (p, i) in enumerate(steps)]
    more = (*risks, Risk(id="X", probability=probability, impact=impact))
    before = risk_result(case(risks=tuple(risks)), (), "B").score
    after = risk_result(case(risks=more), (), "B").score
    assert before is not None
    assert after is not None
    assert 1 <= after <= before <= 5


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1e6)), max_size=8))
def test_an_expected_value_lies_between_nothing_and_everything(outcomes: list[tuple[float, float]]) -> None:
    assert 0 <= expected_value(outcomes) <= sum(amount for _, amount in outcomes) + 1e-6
