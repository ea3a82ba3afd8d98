"""Differences in words: the heading of each field, what it held, and its cell in each file."""

from builders import a_case, a_change, an_effect, assumptions, snapshot_of
from vardering.base.cells import CellValue, Position
from vardering.model.assumptions import Assumptions, OwnProfile, Parameter
from vardering.model.case import Case
from vardering.model.change import AssessmentScore
from vardering.model.comparison import NOT_COMPARED, changes_between
from vardering.model.record import Record
from vardering.model.rows import RealisationDecision
from vardering.model.vocabulary import AssessmentArea
from vardering.workbook.presenting.input_differences import (
    PARAMETER_VALUES,
    TABLES,
    VALUES,
    FieldDifference,
    InputDifference,
    Sort,
    input_differences,
)
from vardering.workbook.presenting.input_places import InputPlaces
from vardering.workbook.reading.case_reader import read_case


def differences(before: Case, after: Case) -> tuple[InputDifference, ...]:
    readings = [read_case(snapshot_of(case)) for case in (before, after)]
    cases = [reading.case for reading in readings]
    assert cases[0] is not None
    assert cases[1] is not None
    places = tuple(InputPlaces.of(reading, case) for reading, case in zip(readings, cases, strict=True) if case)
    return input_differences(changes_between(cases[0], cases[1]), (cases[0], cases[1]), (places[0], places[1]))


def held(where: Position | None, case: Case) -> CellValue:
    """What the workbook of a case holds in a cell."""
    assert where is not None
    snapshot = snapshot_of(case)
    for table in snapshot.tables.values():
        if table.area.sheet == where.sheet and (where.row, where.column) in set(table.area.cells()):
            return table.rows[where.row - table.area.row - 1][where.column - table.area.column]
    return next(name.value for name in snapshot.names.values() if name.position == where and name.area.height == 1)


def test_every_input_of_a_case_can_be_named() -> None:
    case = a_case()
    for name in Case.field_names:
        content = getattr(case, name)
        if isinstance(content, Assumptions):
            assert set(content.field_names) == set(PARAMETER_VALUES)
        elif isinstance(content, Record):
            assert {f"{name}.{field}" for field in content.field_names} <= set(VALUES)
        else:
            assert name in TABLES or name in NOT_COMPARED


def test_a_changed_row_shows_the_fields_that_differ_with_their_cells() -> None:
    before = a_case(effects=(an_effect(), an_effect(id="E2")))
    after = a_case(effects=(an_effect(id="E2"), an_effect(after=0.1, measure="Antal")))
    (found,) = differences(before, after)
    assert (found.sheet, found.subject, found.sort) == ("Effekter", "E1 Kortare tid för nycklar", Sort.CHANGED)
    assert {field.heading: (field.before, field.after) for field in found.fields} == {
        "Efter": (0.25, 0.1),
        "Mätetal": ("Minuter per besök", "Antal"),
    }
    for field in found.fields:
        assert held(field.where_before, before) == field.before
        assert held(field.where_after, after) == field.after


def test_a_row_that_came_or_went_has_a_cell_in_one_file_only() -> None:
    came, went = differences(a_case(effects=()), a_case()), differences(a_case(), a_case(effects=()))
    assert (came[0].sort, went[0].sort) == (Sort.ADDED, Sort.REMOVED)
    assert {field.where_before for field in came[0].fields} == {field.where_after for field in went[0].fields} == {None}
    assert {field.before for field in came[0].fields} == {None}
    assert {field.heading: field.after for field in came[0].fields}["Volym trolig"] == 1000.0


def test_a_parameter_shows_its_value_in_per_cent_and_its_vintage_and_source() -> None:
    rate = Parameter(value=0.035, valid_year=2027, source="SKR")
    after = a_case(assumptions=assumptions(discount_rate=rate))
    (found,) = differences(a_case(), after)
    assert found.subject == "Kalkylränta"
    assert [(field.before, field.after) for field in found.fields] == [
        (3.0, 3.5),
        (2026.0, 2027.0),
        ("Kommunen", "SKR"),
    ]
    assert held(found.fields[0].where_after, after) == 3.5


def test_a_single_value_is_named_by_its_label() -> None:
    after = a_case(change=a_change(horizon_years=8))
    (found,) = differences(a_case(), after)
    assert found.fields == (
        FieldDifference("Kalkyltid i år", "whole", 5.0, 8.0, found.fields[0].where_before, found.fields[0].where_after),
    )
    assert held(found.fields[0].where_after, after) == 8.0


def test_an_own_profile_differs_year_by_year() -> None:
    before = a_case(profiles=(OwnProfile(name="puckel", factors=(0.2, 1.0)),))
    after = a_case(profiles=(OwnProfile(name="puckel", factors=(0.2, 0.8, 0.5)),))
    (found,) = differences(before, after)
    assert [(field.heading, field.before, field.after) for field in found.fields] == [
        ("Faktor år 2", 1.0, 0.8),
        ("Faktor år 3", None, 0.5),
    ]


def test_a_decision_and_a_score_are_named_by_what_they_belong_to() -> None:
    after = a_case(
        decisions=(RealisationDecision(effect_id="E1", committee="Vård"),),
        assessment=(AssessmentScore(area=AssessmentArea.BENEFIT, score=4, reason="Tydlig"),),
    )
    subjects = {found.change.case_field: found.subject for found in differences(a_case(), after)}
    assert subjects == {"decisions": "E1 Kortare tid för nycklar, hemtagningsbeslut", "assessment": "Nytta"}
