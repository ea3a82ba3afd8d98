"""The worst risk that counts sets the score, and losses follow the row they fall on."""

from typing import Any

import pytest

from unit.engine.case_builders import START, case, development, effect
from vardering.engine.evaluation import evaluate
from vardering.model.assessment import Criterion
from vardering.model.risk import Risk, RiskResult, RiskStatus


def result_of(*risks: Risk, **parts: Any) -> RiskResult:
    return evaluate(case(risks=risks, development=(development(),), effects=(effect(),), **parts)).risks


def risk(**fields: Any) -> Risk:
    content: dict[str, Any] = {"id": "R1", "description": "Försening", "probability": 3, "impact": 4}
    return Risk(**(content | fields))


def test_no_list_no_score() -> None:
    assert (result_of().score, result_of().largest_product) == (None, None)
    assert result_of(risk(probability=None)).score is None


def test_the_largest_risk_value_sets_the_score_however_many_small_ones_there_are() -> None:
    small = [risk(id=f"R{number}", probability=1, impact=1) for number in range(2, 9)]
    result = result_of(risk(probability=4, impact=4), *small)
    assert (result.largest_product, result.score) == (16, 2)


@pytest.mark.parametrize("change", [{"status": RiskStatus.CLOSED}, {"scored_in": Criterion.TECHNOLOGY}])
def test_a_risk_that_is_over_or_scored_elsewhere_does_not_count_again(change: dict[str, Any]) -> None:
    result = result_of(risk(probability=5, impact=5, **change), risk(id="R2", probability=1, impact=2))
    assert (result.largest_product, result.score) == (2, 5)
    assert [value.counts for value in result.risks] == [False, True]


def test_where_every_risk_is_scored_elsewhere_what_remains_is_low() -> None:
    result = result_of(risk(probability=5, impact=5, scored_in=Criterion.TECHNOLOGY))
    assert (result.largest_product, result.score) == (None, 5)


def test_a_share_of_a_row_is_lost_at_present_value() -> None:
    # Five years of 100 kr at no interest: 500 kr, a fifth of it lost with 30 per cent probability.
    result = result_of(risk(row_id="E1", occurrence=0.3, loss_likely=0.2))
    (event,) = result.events
    assert (event.loss_low, event.loss_likely, event.loss_high) == (0.2, 0.2, 0.2)
    assert event.loss_likely_kr == pytest.approx(100)
    assert result.expected_loss_kr == pytest.approx(30)
    assert result.total_exposure_kr == pytest.approx(100)


def test_a_loss_in_kronor_is_over_the_horizon_and_falls_as_the_row_does() -> None:
    result = result_of(
        risk(row_id="E1", occurrence=0.5, loss_low_kr=50.0, loss_likely_kr=100.0, loss_high_kr=250.0), rate=0.03
    )
    (event,) = result.events
    assert (event.loss_low, event.loss_likely, event.loss_high) == pytest.approx((0.1, 0.2, 0.5))
    worth = sum(100 / 1.03**k for k in range(5))
    assert event.loss_high_kr == pytest.approx(0.5 * worth)


def test_more_of_a_disbenefit_is_also_a_loss() -> None:
    worse = effect(before=0.0, after=100.0)
    result = evaluate(case(effects=(worse,), risks=(risk(row_id="E1", occurrence=1.0, loss_likely=0.1),))).risks
    assert result.expected_loss_kr == pytest.approx(50)


@pytest.mark.parametrize(
    "change",
    [
        {"occurrence": None},
        {"loss_likely": None},
        {"row_id": ""},
        {"row_id": "E9"},
        {"status": RiskStatus.CLOSED},
    ],
)
def test_without_a_row_a_probability_and_a_loss_there_is_no_event(change: dict[str, Any]) -> None:
    content: dict[str, Any] = {"row_id": "E1", "occurrence": 0.5, "loss_likely": 0.2}
    assert result_of(risk(**(content | change))).events == ()


def test_a_row_without_kronor_can_lose_none() -> None:
    after = effect(from_year=START + 9)
    event = risk(row_id="E1", occurrence=0.5, loss_likely_kr=10.0)
    assert evaluate(case(effects=(after,), risks=(event,))).risks.events == ()


def test_sums_in_kronor_are_of_the_main_alternative_and_events_of_all() -> None:
    other = effect(id="E2", alternative="C")
    mine = risk(row_id="E1", occurrence=0.1, loss_likely=1.0)
    theirs = risk(id="R2", row_id="E2", occurrence=0.1, loss_likely=1.0)
    result = evaluate(case(effects=(effect(), other), risks=(mine, theirs))).risks
    assert [event.alternative for event in result.events] == ["B", "C"]
    assert result.total_exposure_kr == pytest.approx(500)
