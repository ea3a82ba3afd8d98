"""Gates have the names and the number a municipality wants; the stage says what each decides on."""

import pytest

from vardering.model.gates import STANDARD_GATES, OwnGate, stage_of, stages_required
from vardering.model.vocabulary import Stage

THREE = (
    OwnGate(name="Start", stage=Stage.PRESTUDY),
    OwnGate(name="Beslut", stage=Stage.START),
    OwnGate(name="Överlämning", stage=Stage.CLOSING),
)


@pytest.mark.parametrize(("gate", "stage"), [(gate.name, gate.stage) for gate in STANDARD_GATES])
def test_each_of_five_gates_asks_what_its_own_stage_requires(gate: str, stage: Stage) -> None:
    assert stages_required(STANDARD_GATES, gate) == (stage,)


@pytest.mark.parametrize(
    ("gate", "stages"),
    [
        ("Start", (Stage.IDEA, Stage.PRESTUDY)),
        ("Beslut", (Stage.START,)),
        ("Överlämning", (Stage.DELIVERY, Stage.CLOSING)),
    ],
)
def test_with_fewer_gates_a_gate_also_asks_what_no_other_gate_does(gate: str, stages: tuple[Stage, ...]) -> None:
    assert stages_required(THREE, gate) == stages


def test_two_gates_of_one_stage_both_ask_what_it_requires() -> None:
    twice = (OwnGate(name="BP2a", stage=Stage.PRESTUDY), OwnGate(name="BP2b", stage=Stage.PRESTUDY))
    assert stages_required(twice, "BP2b") == (Stage.PRESTUDY,)


def test_a_gate_that_is_not_there_has_no_stage_and_requires_nothing() -> None:
    assert stage_of(THREE, "BP3") is None
    assert stages_required(THREE, "BP3") == ()


def test_without_gates_of_its_own_a_case_has_the_standard_ones() -> None:
    assert stage_of((), "BP4") is Stage.DELIVERY
    assert stages_required((), "BP1") == (Stage.IDEA,)


def test_only_ideas_and_prestudies_come_before_the_start() -> None:
    assert [stage for stage in Stage if stage.is_before_start] == [Stage.IDEA, Stage.PRESTUDY]
