"""How an effect is valued is checked field by field."""

from pathlib import Path

import pytest

from builders import NURSE, a_case, a_change, an_effect, assumptions, snapshot_of
from vardering.books.xlsx.book import XlsxBook
from vardering.model.assumptions import OwnProfile, Parameter
from vardering.model.case import Case
from vardering.model.change import Alternative
from vardering.model.rows import Effect
from vardering.model.simplified import SimplifiedCase, SimplifiedEffect, expand
from vardering.model.vocabulary import Kind, TimeUnit, ValuedAs
from vardering.texts.fault_texts import sentence_for
from vardering.workbook.checking.case_checks import check_case
from vardering.workbook.reading.case_reader import read_case

EARLIER = Path(__file__).parents[2] / "workbooks" / "earlier_versions"
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


TWENTY: dict[str, object] = {"driver_likely": 4_000.0, "before": 20.0, "after": 5.0}


def test_minutes_that_are_read_as_hours_are_said_with_what_they_would_mean() -> None:
    case = a_case(effects=(an_effect(**TWENTY),))
    assert ("hours-look-like-minutes", "Före") in found(case)
    reading = read_case(snapshot_of(case))
    assert reading.case is not None
    (fault,) = (fault for fault in check_case(reading.case, reading.places) if fault.code == "hours-look-like-minutes")
    text = sentence_for(fault.code, fault.arguments)
    assert "60\N{NO-BREAK SPACE}000 timmar om året, motsvarande 35 årsarbetare" in text.what
    assert "Tidsenhet" in text.remedy


@pytest.mark.parametrize(
    "changes",
    [
        {"time_unit": TimeUnit.MINUTES},
        {"valued_as": ValuedAs.POSTS},
        {"driver_likely": 99.0},
        {"before": 8.0},
        {"driver_likely": None},
        {"before": None},
    ],
)
def test_minutes_few_cases_and_short_hours_are_left_alone(changes: dict[str, object]) -> None:
    case = a_case(effects=(an_effect(**{**TWENTY, **changes}),))
    assert "hours-look-like-minutes" not in [code for code, _ in found(case)]


def test_without_the_hours_of_a_post_nothing_is_said_of_minutes() -> None:
    case = a_case(effects=(an_effect(**TWENTY),), assumptions=assumptions(hours_per_fte=Parameter(value=None)))
    assert "hours-look-like-minutes" not in [code for code, _ in found(case)]


def test_minutes_in_a_simplified_workbook_are_said_at_before() -> None:
    effect = SimplifiedEffect(id="E1", name="Tid", volume=4_000.0, before=20.0, after=5.0, category=NURSE.name)
    case = expand(
        SimplifiedCase(
            case_id="K-2", change=a_change(), assumptions=assumptions(), categories=(NURSE,), effects=(effect,)
        )
    )
    snapshot = snapshot_of(case)
    reading = read_case(snapshot)
    assert reading.case is not None
    table = snapshot.tables["vm_f_effekter"]
    (fault,) = (
        fault for fault in check_case(reading.case, reading.places) if fault.code.startswith("hours-look-like-minutes")
    )
    assert fault.where == table.position(0, table.headings.index("Före"))
    assert fault.code == "hours-look-like-minutes"


def test_a_simplified_workbook_from_before_there_was_a_time_unit_is_told_to_write_hours() -> None:
    reading = read_case(XlsxBook.open(EARLIER / "forenklad_1.xlsx").snapshot())
    assert reading.case is not None
    effects = tuple(
        effect.model_copy(update={**TWENTY, "valued_as": ValuedAs.HOURS}) for effect in reading.case.effects[:1]
    )
    case = reading.case.model_copy(update={"effects": effects})
    (fault,) = (fault for fault in check_case(case, reading.places) if fault.code.startswith("hours-look-like-minutes"))
    assert fault.code == "hours-look-like-minutes-without-unit"
    assert fault.where is not None
    assert "0,33" in sentence_for(fault.code, fault.arguments).remedy
