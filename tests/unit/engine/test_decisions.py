from datetime import date

import pytest

from unit.engine.case_builders import START, case, effect, hours_effect, posts_effect
from vardering.engine.evaluation import evaluate
from vardering.model.results import Results
from vardering.model.rows import Effect, RealisationDecision
from vardering.model.vocabulary import DecisionStatus, Gate, Kind, View

POST_KR = 30_000 * 12 * 1.4


def _evaluated(
    row: Effect,
    status: DecisionStatus | None = None,
    gate: Gate = Gate.BP2,
    post_ends: date | None = None,
) -> Results:
    decision = RealisationDecision(effect_id=row.id, status=status or DecisionStatus.MISSING, post_ends=post_ends)
    decisions = (decision,) if status else ()
    return evaluate(case(years=3, effects=(row,), decisions=decisions, gate=gate))


def _released(results: Results) -> float:
    return results.main.views[View.CASH_RELEASING].benefits[0]


@pytest.mark.parametrize("status", [None, DecisionStatus.MISSING])
def test_posts_without_a_decision_are_redeployment(status: DecisionStatus | None) -> None:
    results = _evaluated(posts_effect(), status)
    assert results.rows[0].kind == "redeployment"
    assert _released(results) == 0.0
    assert results.main.views[View.ALL_VALUED].benefits_by_kind["redeployment"][0] == pytest.approx(POST_KR)


@pytest.mark.parametrize("gate", list(Gate))
def test_a_decided_saving_is_money_at_every_gate(gate: Gate) -> None:
    results = _evaluated(posts_effect(), DecisionStatus.DECIDED, gate)
    assert _released(results) == pytest.approx(POST_KR)
    assert results.main.pv_proposed_benefits == 0.0


@pytest.mark.parametrize(
    ("gate", "is_money"),
    [(Gate.BP1, True), (Gate.BP2, True), (Gate.BP3, False), (Gate.BP4, False), (Gate.BP5, False)],
)
def test_a_proposed_saving_is_money_shown_apart_before_bp3_only(gate: Gate, is_money: bool) -> None:
    results = _evaluated(posts_effect(), DecisionStatus.PROPOSED, gate)
    expected = pytest.approx(POST_KR if is_money else 0.0)
    assert _released(results) == expected
    assert results.rows[0].is_proposed is is_money
    assert results.main.pv_proposed_benefits == pytest.approx(3 * POST_KR if is_money else 0.0)
    assert results.main.budget.proposed_frame_adjustment[0] == expected
    assert results.main.budget.frame_adjustment[0] == expected


def test_hours_of_staff_called_financial_need_a_decision_too() -> None:
    assert _released(_evaluated(hours_effect(kind=Kind.FINANCIAL))) == 0.0
    assert _released(_evaluated(hours_effect(kind=Kind.FINANCIAL), DecisionStatus.DECIDED)) == 4_000.0


def test_others_time_and_things_need_no_decision() -> None:
    assert _released(_evaluated(hours_effect(kind=Kind.FINANCIAL, category="Medborgare"))) == 1_000.0
    assert _released(_evaluated(effect())) == 100.0


def test_more_staff_keeps_its_kind_without_a_decision() -> None:
    more = posts_effect(before=0.0, after=1.0)
    assert _released(_evaluated(more)) == pytest.approx(-POST_KR)


def test_a_decision_makes_no_money_of_redeployment() -> None:
    results = _evaluated(hours_effect(), DecisionStatus.DECIDED)
    assert results.rows[0].kind == "redeployment"


def test_a_saving_counts_from_the_day_the_post_ends() -> None:
    results = _evaluated(posts_effect(), DecisionStatus.DECIDED, post_ends=date(START + 1, 10, 1))
    assert results.rows[0].factors == pytest.approx((0, 0.25, 1))
    assert results.main.staff_time[0].released_hours == pytest.approx((0, 425, 1_700))


def test_a_post_that_ended_before_the_start_counts_in_full() -> None:
    results = _evaluated(posts_effect(), DecisionStatus.DECIDED, post_ends=date(START - 1, 5, 31))
    assert results.rows[0].factors == (1, 1, 1)
