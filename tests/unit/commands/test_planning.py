"""The plan is created and updated: people's cells are theirs, calculated cells follow the case."""

from dataclasses import replace
from datetime import date

import pytest

from builders import CONTEXT, a_case, a_cost, an_effect, book_of
from plan_books import (
    EFFECTS,
    arranged,
    memory_book,
    plan_table,
    planned_layout,
    row_of,
    three_effects,
    typed,
    typed_of,
    updated,
)
from vardering.base.cells import CellValue
from vardering.base.faults import BookForeignError, BookProtectedError, CallError, Severity
from vardering.commands.planning import update_plan
from vardering.commands.recalculation import recalculate
from vardering.model.case import Case
from vardering.model.vocabulary import CaseForm, Kind
from vardering.workbook.contract.plan_sheet import WRITTEN
from vardering.workbook.written_names import DIFFERENCES, LOG_TABLE, PLAN_STATUS


def test_every_effect_of_the_main_alternative_gets_a_row_with_what_is_calculated() -> None:
    ramp = an_effect(id="E2", profile="upptrappning", ramp_years=3, from_year=2028, drop_off=0.1)
    quality = an_effect(
        id="E3", kind=Kind.QUALITY, valued_as="units", category="", driver_likely=None, before=None, after=None, size=2
    )
    other = an_effect(id="E4", alternative="C")
    book = book_of(a_case(effects=(an_effect(), ramp, quality, other)))
    updated(book)
    table = plan_table(book)
    assert [row[0] for row in table.rows] == ["E1", "E2", "E3"]
    first, second, third = (row_of(book, effect_id) for effect_id in ("E1", "E2", "E3"))
    assert (first["Effekt från år"], first["Full effekt år"]) == (2027.0, 2027.0)
    assert (second["Effekt från år"], second["Full effekt år"]) == (2028.0, 2030.0)
    # 1 000 times a quarter of an hour at 300 kr an hour; a tenth is lost twice before the ramp is at its end.
    assert (first["Värde per år kr"], first["Timmar per år"]) == (75_000.0, 250.0)
    assert second["Värde per år kr"] == pytest.approx(75_000 * 0.81, abs=0.01)
    assert (third["Värde per år kr"], third["Timmar per år"]) == (None, None)
    assert first["Svar saknas"] == "2 Hur; 3 Vem; 5 Uppföljning; 6 Mätansvarig; 7 Mätetal"


def test_an_update_without_changes_only_adds_to_the_log() -> None:
    book = book_of(three_effects())
    updated(book)
    before = book.snapshot()
    updated(book)
    after = book.snapshot()
    assert after.tables["vm_plan"] == before.tables["vm_plan"]
    assert {name for name in after.names if after.names[name] != before.names[name]} == set()
    assert after.tables[LOG_TABLE] != before.tables[LOG_TABLE]


def test_what_people_write_answers_the_questions_and_stays() -> None:
    book = book_of(three_effects())
    updated(book)
    answers: dict[str, CellValue] = {
        "Aktiviteter": "Utbilda alla grupper",
        "Förutsättningar": "Låsen är monterade",
        "Accepterad datum": date(2026, 11, 3),
        "Hemtagningsansvarig": "Peter Exempel",
        "Mätmetod": "Stickprov",
        "Datakälla": "Planeringssystemet",
        "Mätfrekvens": "varje tertial",
        "Första mätning": date(2027, 4, 30),
        "Mätansvarig": "Lena Exempel",
        "Mätetalets enhet": "minuter",
        "Nollmätning": 9.0,
        "Nollmätning datum": date(2026, 10, 1),
        "Målvärde": 2.0,
    }
    for heading, value in answers.items():
        typed_of(book, "E2", heading, value)
    updated(book)
    row = row_of(book, "E2")
    assert row["Svar saknas"] is None
    assert {heading: row[heading] for heading in answers} == answers
    assert book.snapshot().names[PLAN_STATUS].values[0][0] == "1 av 3 effekter har svar på alla sju frågor"


def test_a_target_that_equals_the_baseline_cannot_be_measured_and_two_owners_are_none() -> None:
    book = book_of(a_case(effects=(an_effect(owner="Anna och Bo"),)))
    updated(book)
    for heading, value in (("Mätetalets enhet", "st"), ("Nollmätning", 5.0), ("Målvärde", 5.0)):
        typed_of(book, "E1", heading, value)
    typed_of(book, "E1", "Nollmätning datum", date(2026, 10, 1))
    updated(book)
    assert "7 Mätetal" in str(row_of(book, "E1")["Svar saknas"])
    typed_of(book, "E1", "Målvärde", 4.0)
    updated(book)
    assert "7 Mätetal" not in str(row_of(book, "E1")["Svar saknas"])
    assert "3 Vem" in str(row_of(book, "E1")["Svar saknas"])


def test_a_renamed_effect_follows_its_id_wherever_its_row_stands() -> None:
    book = book_of(three_effects())
    updated(book)
    typed_of(book, "E3", "Aktiviteter", "min text")
    arranged(book, tuple(reversed(plan_table(book).rows)))
    typed(book, EFFECTS, 2, "Vad förändras", "Nytt namn")
    updated(book)
    assert [row[0] for row in plan_table(book).rows] == ["E3", "E2", "E1"]
    row = row_of(book, "E3")
    assert (row["Vad förändras"], row["Aktiviteter"]) == ("Nytt namn", "min text")


def test_an_effect_that_is_gone_keeps_its_row_marked_and_comes_back() -> None:
    book = book_of(three_effects())
    updated(book)
    typed_of(book, "E2", "Aktiviteter", "min text")
    typed(book, EFFECTS, 1, "Alternativ", "C")
    updated(book)
    row = row_of(book, "E2")
    assert (row["Planradens läge"], row["Vad förändras"], row["Aktiviteter"]) == (
        "utgått",
        "Effekt nummer 2",
        "min text",
    )
    typed(book, EFFECTS, 1, "Alternativ", "B")
    updated(book)
    assert row_of(book, "E2")["Planradens läge"] == "aktuell"
    assert row_of(book, "E2")["Svar saknas"] is not None


def test_a_calculated_cell_changed_by_hand_is_left_and_said_with_both_values() -> None:
    book = book_of(three_effects())
    updated(book)
    typed_of(book, "E1", "Mätetal", "Eget mätetal")
    outcome = updated(book).outcome
    (found,) = outcome.findings
    assert (found.code, found.severity) == ("plan-cell-changed", Severity.WARNING)
    assert found.where == plan_table(book).position(0, plan_table(book).headings.index("Mätetal"))
    assert "Eget mätetal" in found.what
    assert "Minuter per besök" in found.what
    assert row_of(book, "E1")["Mätetal"] == "Eget mätetal"
    typed_of(book, "E1", "Mätetal", None)
    assert updated(book).outcome.findings == ()
    assert row_of(book, "E1")["Mätetal"] == "Minuter per besök"


def test_a_new_owner_must_accept_and_the_former_one_is_remembered() -> None:
    book = book_of(three_effects())
    updated(book)
    typed_of(book, "E1", "Accepterad datum", date(2026, 11, 3))
    typed_of(book, "E1", "Hemtagningsansvarig", "Peter Exempel")
    updated(book)
    assert "3 Vem" not in str(row_of(book, "E1")["Svar saknas"])
    for owner, day in (("Bo Exempel", "2027-02-01"), ("Cia Exempel", "2028-03-01")):
        typed(book, EFFECTS, 0, "Effektägare", owner)
        updated(book, day)
    row = row_of(book, "E1")
    assert row["Effektägare"] == "Cia Exempel"
    assert row["Tidigare ägare"] == "Enhetschef till 2027-02-01; Bo Exempel till 2028-03-01"
    assert row["Ägare sedan"] == date(2028, 3, 1)
    assert "3 Vem" in str(row["Svar saknas"])
    typed_of(book, "E1", "Accepterad datum", date(2028, 3, 2))
    updated(book, "2028-03-03")
    assert "3 Vem" not in str(row_of(book, "E1")["Svar saknas"])


def test_a_row_of_somebodys_own_is_not_touched() -> None:
    book = book_of(three_effects())
    updated(book)
    table = plan_table(book)
    own = tuple(
        "X1" if heading == "Effekt" else "egen" if heading == "Anteckning" else None for heading in table.headings
    )
    arranged(book, (*table.rows, own))
    outcome = updated(book).outcome
    assert [found.code for found in outcome.findings] == ["plan-row-without-effect"]
    assert plan_table(book).rows[-1] == own


def test_notes_directly_under_the_plan_stop_it_before_anything_is_written() -> None:
    book = book_of(three_effects())
    area = plan_table(book).area
    book.type_in(area.sheet, area.last_row + 1, area.column, "min anteckning")
    before = book.fingerprint
    with pytest.raises(BookProtectedError) as refusal:
        updated(book)
    assert refusal.value.fault.code == "content-in-the-way"
    assert book.fingerprint == before


def test_working_with_the_plan_never_makes_the_calculation_stale() -> None:
    book = book_of(three_effects())
    first = recalculate(book.snapshot(), CONTEXT)
    assert first.change_set is not None
    book.apply(first.change_set)
    copied = book.snapshot().names["vm_indatakopia"]
    updated(book)
    typed_of(book, "E1", "Aktiviteter", "min text")
    mark = updated(book).outcome.fingerprint
    typed_of(book, "E1", "Aktiviteter", "en annan text")
    assert updated(book).outcome.fingerprint != mark
    after = recalculate(book.snapshot(), CONTEXT)
    assert after.fingerprint == first.fingerprint
    snapshot = book.snapshot()
    assert snapshot.names[DIFFERENCES].value == 0.0
    assert snapshot.names["vm_indatakopia"] == copied
    assert not any(
        "vm_plan" in str(book.cell(copied.area.sheet, row, column).formula) for row, column in copied.area.cells()
    )


def test_recalculating_leaves_the_plan_alone() -> None:
    book = book_of(three_effects())
    updated(book)
    typed(book, EFFECTS, 0, "Vad förändras", "Nytt namn")
    before = plan_table(book)
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    assert plan_table(book) == before


def test_inputs_with_errors_leave_the_plan_as_it_is() -> None:
    book = book_of(a_case(development=(a_cost(driver_likely=None),)))
    outcome = update_plan(book.snapshot(), CONTEXT)
    assert outcome.outcome.change_set is None
    assert outcome.outcome.has_errors


def simplified() -> Case:
    return a_case(form=CaseForm.SIMPLIFIED)


def test_a_workbook_without_a_plan_is_told_what_to_do() -> None:
    with pytest.raises(CallError) as refusal:
        update_plan(book_of(simplified()).snapshot(), CONTEXT)
    assert refusal.value.fault.code == "plan-needs-full"
    snapshot = book_of(a_case()).snapshot()
    without = {name: table for name, table in snapshot.tables.items() if name != "vm_plan"}
    with pytest.raises(BookForeignError) as gone:
        update_plan(replace(snapshot, tables=without), CONTEXT)
    assert gone.value.fault.code == "table-missing"
    names = {**snapshot.names, "vm_mallversion": replace(snapshot.names["vm_mallversion"], values=((1.0,),))}
    with pytest.raises(CallError) as older:
        update_plan(replace(snapshot, tables=without, names=names), CONTEXT)
    assert older.value.fault.code == "plan-needs-newer-workbook"


def test_own_columns_are_kept_where_they_are() -> None:
    book = memory_book(planned_layout(three_effects(), ((3, "Vår kolumn"), (0, "Ordning"))))
    updated(book)
    typed_of(book, "E2", "Vår kolumn", "vårt")
    typed_of(book, "E2", WRITTEN[0].heading, "egen aktivitet")
    updated(book)
    assert (row_of(book, "E2")["Vår kolumn"], row_of(book, "E2")["Ordning"]) == ("vårt", None)
    assert plan_table(book).headings[0] == "Ordning"
