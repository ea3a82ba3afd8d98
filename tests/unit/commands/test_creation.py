"""New workbooks, empty or filled, and a full one from a simplified assessment."""

from dataclasses import replace
from typing import Any

import pytest

from builders import CONTEXT, NURSE, a_case, a_change, assumptions, book_of, snapshot_of
from vardering.base.faults import BookForeignError, CallError, Severity
from vardering.books.memory import MemoryBook
from vardering.commands.creation import create, extend, link_back, new_case, own_sheets
from vardering.commands.recalculation import recalculate
from vardering.commands.template_building import planned_files
from vardering.examples.catalogue import EXAMPLES
from vardering.model.case import Case
from vardering.model.change import Alternative
from vardering.model.simplified import SimplifiedCase, SimplifiedCosts, SimplifiedEffect, expand
from vardering.model.vocabulary import CaseForm, TimeUnit
from vardering.workbook.reading.case_reader import read_case
from vardering.workbook.snapshot import SheetState, Snapshot
from vardering.workbook.written_names import LOG_TABLE


def simplified(**changes: object) -> Case:
    content: dict[str, Any] = {
        "case_id": "K-7",
        "change": a_change(),
        "alternatives": (Alternative(id="A", description="Som nu"), Alternative(id="B", description="Ny tjänst")),
        "assumptions": assumptions(),
        "categories": (*a_case().categories,),
        "costs": SimplifiedCosts(external_one_off_kr=10_000.0),
        "effects": (
            SimplifiedEffect(id="E1", name="Tid", volume=10.0, before=1.0, after=0.0, category=NURSE.name),
            SimplifiedEffect(
                id="E2",
                name="Samtal",
                volume=9.0,
                before=20.0,
                after=5.0,
                time_unit=TimeUnit.MINUTES,
                category=NURSE.name,
            ),
        ),
        **changes,
    }
    return expand(SimplifiedCase(**content))


def log_of(snapshot: Snapshot) -> list[tuple[object, ...]]:
    return [row[:3] for row in snapshot.tables[LOG_TABLE].rows if row[0] is not None]


def refusal(snapshot: Snapshot) -> str:
    with pytest.raises(CallError) as refused:
        extend(snapshot, CONTEXT)
    return refused.value.fault.code


@pytest.mark.parametrize("form", CaseForm)
def test_an_empty_workbook_holds_the_parameters_of_the_year_before_the_start(form: CaseForm) -> None:
    case = new_case(form, 2028)
    assert (case.form, case.change.start_year, case.change.price_level_year) == (form, 2028, 2027)
    assert case.assumptions.discount_rate.value is not None
    assert case.categories
    assert (case.development, case.effects, case.change.name) == ((), (), "")
    outcome = create(case)
    assert outcome.new_workbook is not None
    assert "Förenklad" in [sheet.name for sheet in outcome.new_workbook.sheets] or form is CaseForm.FULL


@pytest.mark.parametrize("case", [a_case(), simplified()], ids=["full", "förenklad"])
def test_a_new_workbook_holds_the_whole_case(case: Case) -> None:
    layout = create(case).new_workbook
    assert layout is not None
    assert read_case(MemoryBook(layout).snapshot()).case == case


def test_extending_carries_everything_over_and_names_the_source() -> None:
    snapshot = replace(snapshot_of(simplified()), source="första.xlsx")
    outcome = extend(snapshot, CONTEXT)
    assert outcome.new_workbook is not None
    full = MemoryBook(outcome.new_workbook).snapshot()
    case = read_case(full).case
    assert case is not None
    assert case.form is CaseForm.FULL
    assert outcome.case is not None
    assert [option.id for option in outcome.case.alternatives] == ["A", "B", "C", "D"]
    assert case.model_copy(update={"form": CaseForm.SIMPLIFIED}) == simplified()
    assert log_of(full) == [("2026-11-24 09:30:00", "Anna Exempel", "Utökad från förenklad bedömning: första.xlsx")]


def test_a_full_workbook_cannot_be_extended() -> None:
    assert refusal(snapshot_of(a_case())) == "not-simplified"


def test_a_simplified_workbook_with_errors_is_not_extended() -> None:
    assert refusal(snapshot_of(simplified(), {("vm_f_effekter", 0, "Volym"): "många"})) == ("simplified-has-errors")


def test_peoples_own_sheets_stay_behind_and_are_named() -> None:
    snapshot = snapshot_of(simplified())
    snapshot = replace(snapshot, sheets=(*snapshot.sheets, SheetState("Våra siffror"), SheetState("Mer")))
    assert own_sheets(snapshot) == ("Våra siffror", "Mer")
    (notice,) = (found for found in extend(snapshot, CONTEXT).findings if found.code == "own-sheets-left")
    assert notice.severity is Severity.NOTICE
    assert "Våra siffror, Mer" in notice.what


def test_the_simplified_workbook_can_name_the_full_one_in_its_log_and_nowhere_else() -> None:
    book = book_of(simplified())
    before = book.snapshot()
    book.apply(link_back(before, "full.xlsx", CONTEXT))
    after = book.snapshot()
    assert log_of(after) == [("2026-11-24 09:30:00", "Anna Exempel", "Utökad till full kalkyl: full.xlsx")]
    changed = {name for name, table in after.tables.items() if table != before.tables[name]}
    assert (changed, after.names) == ({LOG_TABLE}, before.names)


def test_a_workbook_without_a_log_cannot_name_another() -> None:
    snapshot = snapshot_of(simplified())
    tables = {name: table for name, table in snapshot.tables.items() if name != LOG_TABLE}
    with pytest.raises(BookForeignError, match="table-missing"):
        link_back(replace(snapshot, tables=tables), "full.xlsx", CONTEXT)


def test_an_extended_workbook_gives_the_same_key_figures() -> None:
    snapshot = snapshot_of(simplified())
    layout = extend(snapshot, CONTEXT).new_workbook
    assert layout is not None
    first, full = recalculate(snapshot, CONTEXT).results, recalculate(MemoryBook(layout).snapshot(), CONTEXT).results
    assert first is not None
    assert full is not None
    assert {view: shown.figures for view, shown in full.main.views.items()} == {
        view: shown.figures for view, shown in first.main.views.items()
    }


def test_templates_come_first_and_only_examples_are_calculated() -> None:
    planned = list(planned_files())
    names = ["kalkyl.xlsx", "forenklad.xlsx", *(f"exempel_{entry.name}.xlsx" for entry in EXAMPLES)]
    assert [file.file_name for file in planned][: len(names)] == names
    assert [file.recalculated for file in planned][: len(names)] == [False, False, *(True for _ in EXAMPLES)]
