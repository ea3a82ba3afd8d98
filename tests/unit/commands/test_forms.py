"""Forms go out to the benefit owners and come back, and copies of the workbook too; nothing counts twice."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from builders import CONTEXT, a_case, an_effect
from contract.book_cases import Book
from follow_up_books import COSTS, MEASUREMENTS, measured, planned_book, report_row, reported, write
from plan_books import typed
from vardering.base.cells import CellValue
from vardering.base.faults import CallError, Fault, Severity
from vardering.books.memory import MemoryBook
from vardering.commands.forms import CollectOutcome, collect, file_name, make_forms
from vardering.commands.recalculation import recalculate
from vardering.commands.request import RunContext
from vardering.model.case import Case
from vardering.model.vocabulary import CaseForm
from vardering.workbook.contract.follow_up_form import FORM_MEASUREMENTS
from vardering.workbook.snapshot import Snapshot

DAY = date(2028, 1, 15)
LATER = RunContext(datetime.fromisoformat("2028-01-15T09:30"), "Anna Exempel", "1.1.0")
FORM = "vm_formular"


def two_owners() -> Case:
    return a_case(
        effects=(
            an_effect(),
            an_effect(id="E2", name="Färre resor", owner="Peter Exempel, områdeschef"),
            an_effect(id="E3", name="Färre bilar", owner="Peter Exempel"),
            an_effect(id="E4", name="Utan ägare", owner=""),
        )
    )


def the_book(case: Case | None = None) -> Book:
    book = planned_book(case or two_owners())
    found = recalculate(book.snapshot(), CONTEXT).change_set
    assert found is not None
    book.apply(found)
    return book


def handed_out(book: Book) -> dict[str, MemoryBook]:
    """Every form by person."""
    return {form.person: MemoryBook(form.layout) for form in make_forms(book.snapshot(), LATER).forms}


def filled(form: Book, row: int, **cells: CellValue) -> Snapshot:
    """A form as somebody fills it in; ``Datum`` is the last of June unless another is given."""
    write(form, form.snapshot().tables[FORM], {row: {"Datum": date(2027, 6, 30), **cells}})
    return form.snapshot()


def collected(book: Book, *sources: Snapshot | Fault) -> CollectOutcome:
    found = collect(book.snapshot(), [(f"{place}.xlsx", source) for place, source in enumerate(sources, 1)], LATER)
    assert found.outcome.change_set is not None
    book.apply(found.outcome.change_set)
    return found


def reports(book: Book) -> list[tuple[CellValue, ...]]:
    """Effect, day and actual of every filled row."""
    table = book.snapshot().tables[MEASUREMENTS]
    places = [table.headings.index(name) for name in ("Effekt", "Datum", "Utfall", "Kommentar")]
    rows = [tuple(row[place] for place in places) for row in table.rows]
    return [row for row in rows if row[0] is not None]


def codes(found: CollectOutcome) -> list[str]:
    return [finding.code for finding in found.outcome.findings]


def test_everybody_gets_a_form_with_their_own_effects_and_what_is_due() -> None:
    made = make_forms(the_book().snapshot(), LATER)
    assert [form.file_name for form in made.forms] == [
        "Uppföljning Enhetschef 2028-01-15.xlsx",
        "Uppföljning Peter Exempel 2028-01-15.xlsx",
    ]
    assert [finding.code for finding in made.findings] == ["effects-without-form"]
    table = MemoryBook(made.forms[1].layout).snapshot().tables[FORM]
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    # The days of 2027 have passed, and nothing is due after the year of full effect.
    asked = [(row["Effekt"], row["Mäts senast"]) for row in rows if row["Effekt"]]
    assert asked == [(effect, day) for effect in ("E2", "E3") for day in (date(2027, 6, 30), date(2027, 12, 30))]
    assert rows[0]["Vad förändras"] == "Färre resor"
    assert (rows[0]["Mätetalets enhet"], rows[0]["Nollmätning"], rows[0]["Målvärde"]) == ("minuter", 30.0, 15.0)
    assert sum(row["Effekt"] is None for row in rows) >= 2
    names = MemoryBook(made.forms[1].layout).snapshot().names
    assert (names["vm_typ"].value, names["vm_kalkyl_id"].value) == ("uppfoljningsformular", "K-1")
    assert [row[0] for row in names["vm_val_formular"].values] == ["E2", "E3"]


def test_an_effect_without_anything_due_can_still_be_reported() -> None:
    book = the_book(a_case(effects=(an_effect(from_year=2040),)))
    (form,) = handed_out(book).values()
    (row, *_) = form.snapshot().tables[FORM].rows
    assert row[0] == "E1"


def test_what_is_filled_in_comes_back_once_however_often_it_is_read() -> None:
    book = the_book()
    form = filled(handed_out(book)["Peter Exempel"], 0, Utfall="22,5", Kommentar="Mätt två veckor")
    first = collected(book, form)
    assert reports(book) == [("E2", date(2027, 6, 30), 22.5, "Mätt två veckor")]
    assert (len(first.measured.added), first.measured.same, codes(first)) == (1, 0, [])
    before = book.snapshot().tables[MEASUREMENTS]
    again = collected(book, form, form)
    assert book.snapshot().tables[MEASUREMENTS] == before
    assert (len(again.measured.added), again.measured.same, codes(again)) == (0, 1, [])


def test_two_forms_that_disagree_are_a_conflict_with_both_values_and_nothing_is_taken() -> None:
    book = the_book()
    one = filled(handed_out(book)["Peter Exempel"], 0, Utfall=22.5)
    other = filled(handed_out(book)["Peter Exempel"], 0, Utfall=21.0)
    found = collected(book, one, other)
    assert reports(book) == []
    (finding,) = found.outcome.findings
    assert finding.code == "report-conflict"
    assert "22,5 i 1.xlsx" in finding.what
    assert "21 i 2.xlsx" in finding.what
    assert finding.where is not None
    assert finding.where.sheet == "Uppföljningsformulär"


def test_what_stands_in_the_workbook_is_never_overwritten_but_blanks_are_filled() -> None:
    book = the_book()
    kept = measured(book, "E2", "2027-06-30", 22.5)
    form = filled(handed_out(book)["Peter Exempel"], 0, Utfall=20.0, Kommentar="Nytt")
    found = collected(book, form)
    assert codes(found) == ["report-conflict"]
    assert "22,5 i arbetsboken" in found.outcome.findings[0].what
    assert reports(book) == [("E2", date(2027, 6, 30), 22.5, None)]
    agreeing = filled(handed_out(the_book())["Peter Exempel"], 0, Utfall=22.5, Kommentar="Nytt")
    more = collected(book, agreeing)
    assert (codes(more), len(more.measured.filled)) == ([], 1)
    assert report_row(book, kept)["Kommentar"] == "Nytt"


def test_what_cannot_be_taken_is_said_with_file_and_cell_and_the_rest_is_taken() -> None:
    book = the_book()
    form = handed_out(book)["Peter Exempel"]
    rows: dict[int, dict[str, CellValue]] = {
        0: {"Datum": date(2027, 6, 30), "Utfall": "ca 20"},
        1: {"Utfall": 20.0},
        2: {"Datum": date(2031, 6, 30), "Utfall": 20.0},
        3: {"Datum": date(2027, 12, 30), "Utfall": 19.0},
        4: {"Effekt": "E99", "Datum": date(2027, 12, 30), "Utfall": 19.0},
    }
    write(form, form.snapshot().tables[FORM], rows)
    found = collected(book, form.snapshot())
    assert reports(book) == [("E3", date(2027, 12, 30), 19.0, None)]
    told = {finding.code: finding for finding in found.outcome.findings}
    assert set(told) == {"not-a-number", "required-missing", "measurement-date-outside", "measurement-of-unknown"}
    first = form.snapshot().tables[FORM].area.row + 1
    for code, row in (("not-a-number", 0), ("required-missing", 1), ("measurement-of-unknown", 4)):
        where = told[code].where
        assert where is not None
        assert (where.sheet, where.row) == ("Uppföljningsformulär", first + row)
        assert told[code].what.startswith("I filen 1.xlsx: ")


def test_a_file_of_another_change_or_of_another_kind_is_refused_and_the_others_are_read() -> None:
    book = the_book()
    other = the_book(two_owners().model_copy(update={"case_id": "K-2"}))
    foreign = filled(handed_out(other)["Peter Exempel"], 0, Utfall=1.0)
    simple = planned_simple()
    stranger = replace(foreign, names={})
    unreadable = Fault("encrypted", Severity.ERROR)
    good = filled(handed_out(book)["Peter Exempel"], 0, Utfall=22.5)
    found = collected(book, foreign, simple, stranger, unreadable, good)
    assert reports(book) == [("E2", date(2027, 6, 30), 22.5, None)]
    assert sorted(codes(found)) == ["encrypted", "form-of-other-case", "not-a-form", "not-our-workbook"]
    assert found.outcome.has_errors
    log = book.snapshot().tables["vm_logg"]
    assert "från 5.xlsx" in str(log.rows[-1][log.headings.index("Händelse")] or log.rows)


def planned_simple() -> Snapshot:
    from builders import book_of

    return book_of(a_case(form=CaseForm.SIMPLIFIED)).snapshot()


def test_a_copy_that_went_around_brings_its_measurements_and_costs_back() -> None:
    book, copy = the_book(), the_book()
    measured(book, "E1", "2027-06-30", 20.0)
    measured(copy, "E1", "2027-06-30", 20.0)
    measured(copy, "E2", "2027-06-30", 25.0)
    reported(copy, {"Kostnadsrad": "U1", "År": 2027.0, "Utfall kr": 90_000.0}, COSTS)
    found = collected(book, copy.snapshot())
    assert [row[:3] for row in reports(book)] == [
        ("E1", date(2027, 6, 30), 20.0),
        ("E2", date(2027, 6, 30), 25.0),
    ]
    assert report_row(book, 0, COSTS)["Utfall kr"] == 90_000.0
    assert (len(found.paid.added), found.measured.same) == (1, 1)


def test_more_reports_than_blank_rows_make_the_table_grow_and_leave_own_columns_alone() -> None:
    book, copy = the_book(), the_book()
    rows = len(book.snapshot().tables[MEASUREMENTS].rows)
    for number in range(rows - 1):
        measured(book, "E1", f"2027-01-{number + 1:02}", 20.0)
    for month in (3, 4, 5):
        measured(copy, "E2", f"2027-{month:02}-28", 25.0)
    collected(book, copy.snapshot())
    assert len(book.snapshot().tables[MEASUREMENTS].rows) == rows + 2
    assert len(reports(book)) == rows + 2
    bare = book.snapshot()
    assert bare.tables[MEASUREMENTS].headings[0] == "Effekt"


def test_errors_in_the_inputs_make_no_forms_and_take_nothing_in() -> None:
    book = the_book()
    form = filled(handed_out(book)["Peter Exempel"], 0, Utfall=22.5)
    table = book.snapshot().tables["vm_effekter"]
    row = [cells[table.headings.index("Id")] for cells in table.rows].index("E1")
    typed(book, "vm_effekter", row, "Volym trolig", "ca 100")
    assert make_forms(book.snapshot(), LATER).forms == ()
    stopped = collect(book.snapshot(), [("1.xlsx", form)], LATER)
    assert stopped.outcome.change_set is None
    assert stopped.outcome.has_errors


@pytest.mark.parametrize(("owner", "case_id", "code"), [("", "K-1", "nobody-to-ask"), ("Anna", " ", "case-without-id")])
def test_a_workbook_without_owners_or_id_is_refused(owner: str, case_id: str, code: str) -> None:
    book = planned_book(a_case(case_id=case_id, effects=(an_effect(owner=owner),)))
    with pytest.raises(CallError) as refused:
        make_forms(book.snapshot(), LATER)
    assert refused.value.fault.code == code


def test_a_name_becomes_a_file_name_everywhere() -> None:
    assert file_name("A/B: \\C?", DAY) == "Uppföljning A-B- -C- 2028-01-15.xlsx"
    assert file_name("..", DAY) == "Uppföljning - 2028-01-15.xlsx"


def test_every_heading_of_the_form_is_in_the_glossary_and_can_be_read() -> None:
    from vardering.texts.glossary import glossary

    words = {word.casefold() for term in glossary() for word in (term.swedish, *term.also)}
    assert {column.heading for column in FORM_MEASUREMENTS.columns if column.heading.casefold() not in words} == set()
    assert all(column.help.endswith(".") for column in FORM_MEASUREMENTS.columns)
