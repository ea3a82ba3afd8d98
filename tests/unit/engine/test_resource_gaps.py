import pytest

from unit.engine.case_builders import START, assumptions, case
from vardering.base.faults import VarderingError
from vardering.engine.evaluation import evaluate
from vardering.model.results import ResourceGap
from vardering.model.rows import ResourceRequirement


def _gaps(*rows: ResourceRequirement) -> tuple[ResourceGap, ...]:
    return evaluate(case(resources=rows)).main.resource_gaps


def test_a_surplus_in_one_unit_covers_no_gap_in_another() -> None:
    gaps = _gaps(
        ResourceRequirement(id="R1", role="IT", unit="Syd", year=START, hours_needed=10.0, hours_available=90.0),
        ResourceRequirement(id="R2", role="IT", unit="Norr", year=START, hours_needed=10.0),
    )
    assert [(gap.unit, gap.gap_hours, gap.unfinanced_hours) for gap in gaps] == [
        ("Norr", 10.0, 10.0),
        ("Syd", 0.0, 10.0),
    ]


def test_hours_go_before_full_time_equivalents_and_neither_is_nothing() -> None:
    gaps = _gaps(
        ResourceRequirement(id="R1", role="A", year=START, hours_needed=10.0, fte_needed=1.0),
        ResourceRequirement(id="R2", role="B", year=START, fte_needed=0.5),
        ResourceRequirement(id="R3", role="C", year=START),
    )
    assert [gap.needed_hours for gap in gaps] == [10.0, 850.0, 0.0]


def test_rows_without_a_year_or_outside_the_horizon_are_left_out() -> None:
    assert (
        _gaps(
            ResourceRequirement(id="R1", hours_needed=10.0),
            ResourceRequirement(id="R2", year=START + 40, hours_needed=10.0),
            ResourceRequirement(id="R3", year=START, hours_needed=10.0, alternative="C"),
        )
        == ()
    )


def test_full_time_equivalents_need_their_hours() -> None:
    row = ResourceRequirement(id="R1", year=START, fte_needed=1.0)
    with pytest.raises(VarderingError, match="parameter-missing"):
        evaluate(case(assumptions=assumptions(hours_per_fte=None), resources=(row,)))
