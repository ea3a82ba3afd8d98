"""How an effect is valued is checked field by field."""

import pytest

from builders import NURSE, a_case, a_change, an_effect, assumptions, snapshot_of
from vardering.model.assumptions import OwnProfile, Parameter
from vardering.model.case import Case
from vardering.model.change import Alternative
from vardering.model.rows import Effect
from vardering.model.vocabulary import Kind, ValuedAs
from vardering.workbook.checking.case_checks import check_case
from vardering.workbook.reading.case_reader import read_case

BARE: dict[str, object] = {"category": "", "driver_likely": None, "before": None, "after": None}


def found(case: Case) -> list[tuple[str, str]]:
    """Findings of a case in the table Effekter: code and the heading of the cell."""
    snapshot = snapshot_of(case)
    reading = read_case(snapshot)
    assert reading.case is not None
    table = snapshot.tables["vm_effekter"]
    return [
        (fault.code, table.headings[fault.where.column - table.area.column])
        for fault in check_case(reading.case, reading.places)
        if fault.where is not None and fault.where.sheet == table.area.sheet
    ]


@pytest.mark.parametrize(
    ("effect", "code", "heading"),
    [
        (
            an_effect(kind=Kind.FINANCIAL, valued_as=ValuedAs.UNITS, unit_value_kr=10.0),
            "two-prices",
            "Personalkategori",
        ),
        (an_effect(unit_value_kr=10.0), "two-prices", "Enhetsvärde kr"),
        (an_effect(kind=Kind.QUALITY, size=1, size_reason="Trygghet"), "money-and-size", "Personalkategori"),
        (
            an_effect(**BARE, kind=Kind.QUALITY, size=1, size_reason="Trygghet", unit_value_kr=10.0),
            "money-and-size",
            "Enhetsvärde kr",
        ),
    ],
)
def test_two_ways_of_valuing_one_effect_are_said_at_the_second(effect: Effect, code: str, heading: str) -> None:
    assert (code, heading) in found(a_case(effects=(effect,)))


@pytest.mark.parametrize("limit", [0.25, None])
def test_low_uptake_is_said_where_the_municipality_has_a_limit(limit: float | None) -> None:
    warned = assumptions(uptake_warning=Parameter(value=limit))
    profiles = (OwnProfile(name="Trög", factors=(0.1, 0.5)), OwnProfile(name="Rask", factors=(0.9, 1.0)))
    effects = (
        an_effect(uptake=0.2),
        an_effect(id="E2", uptake_profile="Trög"),
        an_effect(id="E3", uptake_profile="Rask"),
    )
    codes = [code for code, _ in found(a_case(assumptions=warned, profiles=profiles, effects=effects))]
    assert codes.count("low-uptake") == (2 if limit else 0)


def test_an_alternative_that_is_described_twice_is_said() -> None:
    case = a_case(
        change=a_change(),
        alternatives=(Alternative(id="A"), Alternative(id="B", name="Lås"), Alternative(id="B", name="Andra lås")),
    )
    reading = read_case(snapshot_of(case))
    assert reading.case is not None
    assert "duplicate-name" in {fault.code for fault in check_case(reading.case, reading.places)}


def test_hours_of_staff_give_no_finding() -> None:
    assert found(a_case(effects=(an_effect(category=NURSE.name),))) == []
