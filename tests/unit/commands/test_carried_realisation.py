"""Plan, approved plan and reports follow their case out as JSON and into a new workbook, without loss."""

from dataclasses import replace

from builders import CONTEXT, a_case, book_of
from contract.book_cases import Book
from follow_up_books import COSTS, a_ramp, followed, measured, planned_book, reported
from plan_books import typed_of
from vardering.base.faults import Severity
from vardering.books.memory import MemoryBook
from vardering.commands.approval import freeze_plan
from vardering.commands.creation import create
from vardering.commands.exchange import case_from_json, case_json, exported_from_json
from vardering.commands.planning import update_plan
from vardering.commands.recalculation import calculate
from vardering.commands.upgrade import upgrade
from vardering.model.realisation import NOTHING_PLANNED, Realisation
from vardering.workbook.reading.realisation_reader import read_realisation


def a_followed_book() -> Book:
    """A plan that was approved twice, and reports."""
    book = planned_book(a_ramp(owner="=Anna Exempel"))
    typed_of(book, "E1", "Anteckning", "001")
    for decision in ("KS § 1 2026-11-24", "KS § 2 2026-12-01"):
        found = freeze_plan(book.snapshot(), CONTEXT, decision).outcome.change_set
        assert found is not None
        book.apply(found)
    measured(book, "E1", "2027-06-30", 26.25, Kommentar="Halva personalen")
    reported(book, {"Kostnadsrad": "U1", "År": 2027.0, "Utfall kr": 90_000.0}, COSTS)
    followed(book, "2027-07-15")
    return book


def carried(realisation: Realisation) -> MemoryBook:
    layout = create(a_ramp(owner="=Anna Exempel"), realisation).new_workbook
    assert layout is not None
    return MemoryBook(layout)


def test_a_round_trip_through_json_and_a_new_workbook_loses_nothing() -> None:
    book = a_followed_book()
    case = calculate(book.snapshot()).case
    assert case is not None
    realisation = read_realisation(book.snapshot())
    assert len(realisation.approved) == 2
    text = case_json(case, realisation)
    back = exported_from_json(text, "k.json")
    assert (back.case, back.realisation) == (case, realisation)
    assert case_from_json(text, "k.json") == case
    assert read_realisation(carried(back.realisation).snapshot()) == realisation


def test_a_carried_plan_goes_on_as_if_nothing_had_happened() -> None:
    book = carried(read_realisation(a_followed_book().snapshot()))
    calculation = calculate(book.snapshot())
    assert calculation.approved.is_intact
    assert not [fault for fault in calculation.faults if fault.severity is Severity.ERROR]
    again = update_plan(book.snapshot(), CONTEXT)
    assert [finding.code for finding in again.outcome.findings] == []
    found = followed(book, "2027-07-15")
    assert found.content is not None
    assert found.content.decision == "KS § 2 2026-12-01"
    assert found.content.result.valued == followed(a_followed_book(), "2027-07-15").content.result.valued  # type: ignore[union-attr]


def test_a_case_without_a_plan_is_exported_as_before() -> None:
    assert case_json(a_case(), NOTHING_PLANNED) == case_json(a_case())
    assert "realisation" not in case_json(a_case())
    assert read_realisation(book_of(a_case()).snapshot()) == NOTHING_PLANNED


def test_an_upgrade_carries_what_there_is() -> None:
    snapshot = a_followed_book().snapshot()
    version = snapshot.names["vm_mallversion"]
    older = replace(snapshot, names={**snapshot.names, "vm_mallversion": replace(version, values=((1.0,),))})
    layout = upgrade(older, CONTEXT).new_workbook
    assert layout is not None
    assert read_realisation(MemoryBook(layout).snapshot()) == read_realisation(snapshot)
