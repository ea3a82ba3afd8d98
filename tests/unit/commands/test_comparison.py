"""Two versions are compared by their inputs; what makes their values hard to compare is said."""

import json
from dataclasses import replace
from typing import Any

import pytest

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, book_of, snapshot_of
from plan_books import three_effects, typed_of, updated
from vardering.base.cells import CellValue
from vardering.base.faults import CallError
from vardering.commands.comparison import ErrorsFound, compare, comparison_json, comparison_outcome
from vardering.examples.catalogue import load_example
from vardering.model.case import Case
from vardering.model.change import Alternative
from vardering.model.vocabulary import CaseForm, View
from vardering.workbook.presenting.comparison import Comparison
from vardering.workbook.snapshot import Snapshot

LATER = a_change(price_level_year=2027, start_year=2028, horizon_years=7)


def compared(before: Snapshot, after: Snapshot, *, different_cases: bool = False) -> Comparison:
    found = compare(before, after, different_cases=different_cases)
    assert isinstance(found, Comparison)
    return found


def content_of(comparison: Comparison) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(comparison_json(comparison))
    return content


def notes(before: Case, after: Case, *, different_cases: bool = False) -> list[str]:
    comparison = compared(snapshot_of(before), snapshot_of(after), different_cases=different_cases)
    return [note.code for note in comparison.notes]


def test_two_cases_are_compared_only_when_that_is_what_is_asked_for() -> None:
    one, other = a_case(), a_case(case_id="K-2")
    with pytest.raises(CallError) as refused:
        compare(snapshot_of(one), snapshot_of(other))
    assert refused.value.fault.code == "different-cases"
    assert refused.value.fault.arguments["second_id"] == "K-2"
    assert notes(one, other, different_cases=True) == ["compared-different-cases"]


def test_what_makes_two_values_different_sorts_of_figures_is_said() -> None:
    found = notes(a_case(), a_case(change=LATER))
    assert found == ["compared-price-levels", "compared-start-years", "compared-horizons"]
    other_main = a_case(
        alternatives=(*a_case().alternatives, Alternative(id="C", name="Annat")),
        effects=(an_effect(), an_effect(id="E2", alternative="C")),
    )
    switched = other_main.model_copy(update={"change": a_change(main_alternative="C")})
    assert "compared-main-alternatives" in notes(other_main, switched)


def test_files_without_a_mark_of_their_case_are_compared_and_it_is_said() -> None:
    snapshot = snapshot_of(a_case())
    name = snapshot.names["vm_kalkyl_id"]
    unmarked = replace(snapshot, names={**snapshot.names, "vm_kalkyl_id": replace(name, values=((None,),))})
    other = replace(unmarked, source="annan.xlsx")
    assert [note.code for note in compared(unmarked, other).notes] == ["compared-without-id"] * 2
    nameless = replace(snapshot, names={key: value for key, value in snapshot.names.items() if key != "vm_kalkyl_id"})
    assert content_of(compared(nameless, unmarked))["before"]["case_id"] is None


def test_a_version_with_errors_is_named_with_what_was_found() -> None:
    wrong = snapshot_of(a_case(), {("vm_effekter", 0, "Volym trolig"): "ca 100"})
    found = compare(snapshot_of(a_case()), wrong)
    assert isinstance(found, ErrorsFound)
    assert found.source == wrong.source
    assert "not-a-number-in-range" in {finding.code for finding in found.findings}


def test_the_comparison_as_json_holds_places_values_and_the_bridge() -> None:
    before = a_case()
    after = a_case(
        development=(a_cost(unit_price_kr=150_000.0), a_cost(id="U2", name="Utbildning", driver_likely=2.0)),
        effects=(an_effect(driver_likely=1_100.0, note="=1+1"),),
    )
    content = content_of(compared(snapshot_of(before), snapshot_of(after)))
    assert [entry["key"] for entry in content["inputs"]] == ["U2", "U1", "E1"]
    assert [entry["sort"] for entry in content["inputs"]] == ["added", "changed", "changed"]
    volume = next(field for field in content["inputs"][2]["fields"] if field["heading"] == "Volym trolig")
    assert (volume["before"], volume["after"]) == (1_000.0, 1_100.0)
    assert volume["cell_before"] == volume["cell_after"]
    assert content["inputs"][0]["fields"][0]["cell_before"] is None
    for view in View:
        bridge = content["npv"][view]
        moved = sum(step["alone"] for step in bridge["steps"])
        assert bridge["difference"] == pytest.approx(moved + bridge["interaction"])
        assert bridge["difference"] == pytest.approx(bridge["after"] - bridge["before"])
    assert sorted(step["inputs"] for step in content["npv"][View.ALL_VALUED]["steps"]) == [[0], [1], [2]]


def test_a_figure_that_does_not_exist_in_one_version_has_no_difference() -> None:
    never = a_case(effects=(an_effect(driver_likely=1.0),))
    figures = content_of(compared(snapshot_of(a_case()), snapshot_of(never)))["key_figures"][View.ALL_VALUED]
    assert figures["payback_years"]["before"] > 0
    assert (figures["payback_years"]["after"], figures["payback_years"]["difference"]) == (None, None)
    assert figures["npv"]["difference"] == pytest.approx(figures["npv"]["after"] - figures["npv"]["before"])


def test_what_people_answered_in_the_plan_is_compared_beside_the_inputs() -> None:
    before, after = book_of(three_effects()), book_of(three_effects())
    answers: dict[str, CellValue] = {"Mätansvarig": "Eva Exempel", "Mätetal": "Minuter"}
    for book in (before, after):
        updated(book)
    for heading, answer in answers.items():
        typed_of(after, "E2", heading, answer)
    comparison = compared(before.snapshot(), after.snapshot())
    assert comparison.differences == ()
    (row,) = comparison.plan
    assert (row.subject.split()[0], row.sheet) == ("E2", "Effekthemtagningsplan")
    assert {(field.heading, field.after) for field in row.fields} >= {("Mätansvarig", "Eva Exempel")}
    (written,) = content_of(comparison)["plan"]
    place = next(field for field in written["fields"] if field["heading"] == "Mätansvarig")["cell_after"]
    assert place.startswith("Effekthemtagningsplan!")


def test_a_row_that_is_only_in_one_plan_differs_in_all_that_people_wrote() -> None:
    before, after = book_of(a_case()), book_of(a_case())
    updated(after)
    typed_of(after, "E1", "Mätansvarig", "Eva Exempel")
    (row,) = compared(before.snapshot(), after.snapshot()).plan
    assert all(field.where_before is None for field in row.fields)
    assert "Eva Exempel" in {field.after for field in row.fields}


def test_a_workbook_without_a_plan_is_compared_with_one_that_has() -> None:
    snapshot = snapshot_of(a_case())
    planless = replace(snapshot, tables={name: table for name, table in snapshot.tables.items() if name != "vm_plan"})
    assert compared(planless, snapshot).plan == ()


def test_the_report_is_a_workbook_of_four_sheets() -> None:
    after = snapshot_of(a_case(development=(a_cost(unit_price_kr=1.0),)))
    outcome = comparison_outcome(compared(snapshot_of(a_case()), after), CONTEXT)
    assert outcome.new_workbook is not None
    assert [sheet.name for sheet in outcome.new_workbook.sheets] == [
        "Skillnader",
        "Nyckeltal",
        "Vattenfall",
        "Varje ändring",
    ]


def test_a_first_assessment_and_a_full_kalkyl_are_compared_and_it_is_said() -> None:
    simplified = load_example("ledningsrapport_forenklad")
    full = simplified.model_copy(update={"form": CaseForm.FULL})
    assert "compared-forms" in notes(simplified, full)


def test_what_only_the_calculation_changed_in_the_plan_is_no_difference() -> None:
    before, after = book_of(a_case()), book_of(a_case(effects=(an_effect(driver_likely=1_200.0),)))
    for book in (before, after):
        updated(book)
    assert compared(before.snapshot(), after.snapshot()).plan == ()
