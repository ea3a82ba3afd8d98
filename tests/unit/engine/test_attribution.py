"""What each change alone does to the net present value, and what they do together, worked out by hand."""

import pytest

from unit.engine.case_builders import NURSE, case, development, effect, hours_effect, posts_effect
from vardering.engine.attribution import attribute
from vardering.model.assumptions import Settings
from vardering.model.case import Case
from vardering.model.comparison import NpvBridge, changes_between
from vardering.model.rows import RealisationDecision
from vardering.model.vocabulary import DecisionStatus, HourCostRoute, View

ALL, CASH = View.ALL_VALUED, View.CASH_RELEASING


def bridge(before: Case, after: Case) -> NpvBridge:
    return attribute(before, after, changes_between(before, after))


def effects_of(found: NpvBridge, view: View = ALL) -> dict[str, tuple[float, float]]:
    assert all(step.alone is not None and step.last is not None for step in found.steps)
    return {
        step.changes[0].key: (round(step.alone[view], 6), round(step.last[view], 6))
        for step in found.steps
        if step.alone is not None and step.last is not None
    }


def test_two_inputs_that_are_multiplied_leave_their_product_to_the_interaction() -> None:
    # 100 kr a year: 5 years → 7 years is +200, 100 → 150 kr a year is +250; both are +550.
    found = bridge(case(effects=(effect(),)), case(years=7, effects=(effect(before=150.0),)))
    assert effects_of(found) == {"horizon_years": (200.0, 300.0), "E1": (250.0, 350.0)}
    assert found.interaction[ALL] == pytest.approx(100.0)


def test_rows_that_come_and_go_carry_their_whole_value() -> None:
    before = case(effects=(effect(),), development=(development(),))
    after = case(effects=(effect(id="E2", before=20.0),), development=(development(unit_price_kr=130.0),))
    found = bridge(before, after)
    assert effects_of(found) == {"E1": (-500.0, -500.0), "E2": (100.0, 100.0), "U1": (-30.0, -30.0)}
    assert found.interaction == dict.fromkeys(View, 0.0)


def test_what_moves_nothing_is_no_step() -> None:
    before = case(effects=(effect(),))
    assert bridge(before, case(name="Nytt namn", effects=(effect(name="Ny", note="Läst"),))).steps == ()


def test_an_effect_and_its_decision_are_one_step() -> None:
    before = case()
    decision = RealisationDecision(effect_id="E1", status=DecisionStatus.DECIDED)
    found = bridge(before, case(effects=(posts_effect(),), decisions=(decision,)))
    (step,) = found.steps
    assert [change.case_field for change in step.changes] == ["effects", "decisions"]
    assert step.alone is not None
    assert step.alone[CASH] == pytest.approx(found.npv_after[CASH])
    assert found.npv_after[CASH] > 0


def test_a_new_name_moves_nothing_and_the_row_that_uses_it_does() -> None:
    nurse = NURSE.model_copy(update={"name": "Usk", "hour_cost_kr": 500.0})
    before = case(effects=(hours_effect(),))
    after = case(effects=(hours_effect(category="Usk"),), categories=(nurse,))
    found = bridge(before, after)
    assert [step.changes[0].key for step in found.steps] == ["E1"]
    assert found.interaction[ALL] == pytest.approx(0.0)


def test_a_change_that_cannot_stand_alone_is_left_to_the_interaction() -> None:
    # The route by salary needs a salary, which the later version fills in at the same time.
    poor = NURSE.model_copy(update={"monthly_salary_kr": None, "hour_cost_kr": 300.0})
    before = case(effects=(hours_effect(),), categories=(poor,))
    rich = NURSE.model_copy(update={"hour_cost_kr": 300.0})
    by_salary = Settings(hour_cost_route=HourCostRoute.SALARY_AND_ON_COST)
    after = case(effects=(hours_effect(),), categories=(rich,), settings=by_salary)
    found = bridge(before, after)
    route = next(step for step in found.steps if step.changes[0].key == "hour_cost_route")
    assert route.alone is None
    assert route.last is not None
    assert found.interaction[ALL] == pytest.approx(found.npv_after[ALL] - found.npv_before[ALL])


def test_one_row_that_cannot_stand_alone_does_not_hide_the_others() -> None:
    poor = NURSE.model_copy(update={"monthly_salary_kr": None, "hour_cost_kr": 300.0})
    rich = NURSE.model_copy(update={"hour_cost_kr": 300.0})
    before = case(effects=(effect(), effect(id="E3")), categories=(poor,))
    after = case(
        effects=(effect(before=110.0), posts_effect(id="E2"), effect(id="E3", before=90.0)), categories=(rich,)
    )
    alone = {step.changes[0].key: step.alone and round(step.alone[ALL], 6) for step in bridge(before, after).steps}
    assert alone["E1"] == 50.0
    assert alone["E2"] is None
    assert alone["E3"] == -50.0
