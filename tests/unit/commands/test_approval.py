"""A plan is frozen by a dated decision: what was promised stays, what is expected stands beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, book_of
from contract.book_cases import Book
from plan_books import EFFECTS, three_effects, typed, updated
from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.base.faults import BookForeignError, CallError, Severity
from vardering.books.memory import MemoryBook
from vardering.commands.approval import decision_date, freeze_plan
from vardering.commands.control import check
from vardering.commands.recalculation import recalculate
from vardering.model.approved_plan import ApprovedPlan
from vardering.model.case import Case
from vardering.model.vocabulary import Kind, ValuedAs
from vardering.texts import approved_plan_texts as words
from vardering.workbook.reading.approved_plan_reader import DERIVED, FIRST_YEAR, PROMISED, read_approved_plans
from vardering.workbook.written_names import APPROVED_PLAN, LOG_TABLE, PLAN_STATUS

DECISION = "KS § 12 2026-11-25"


def quality_and_money() -> Case:
    quality = an_effect(
        id="E4",
        kind=Kind.QUALITY,
        valued_as=ValuedAs.UNITS,
        category="",
        driver_likely=None,
        before=None,
        after=None,
        size=2,
        size_reason="Tryggare",
    )
    return a_case(effects=(*three_effects().effects, quality))


def frozen(book: Book, decision: str = DECISION) -> ApprovedPlan:
    approval = freeze_plan(book.snapshot(), CONTEXT, decision)
    assert approval.outcome.change_set is not None
    assert approval.plan is not None
    book.apply(approval.outcome.change_set)
    return approval.plan


def recalculated(book: Book) -> None:
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)


def approved_book(case: Case | None = None) -> MemoryBook:
    book = book_of(case or quality_and_money())
    updated(book)
    frozen(book)
    return book


def sheet_rows(book: Book) -> tuple[tuple[CellValue, ...], ...]:
    return book.snapshot().names[APPROVED_PLAN].values


def row_of(book: Book, first: str, plan: int = 0) -> tuple[CellValue, ...]:
    """The row of the sheet that begins with a word, in one of the approved plans."""
    return [row for row in sheet_rows(book) if row[0] == first][plan]


def test_what_is_read_back_is_what_was_frozen() -> None:
    book = book_of(quality_and_money())
    updated(book)
    plan = frozen(book)
    reading = read_approved_plans(book.snapshot())
    assert [place.plan for place in reading.places] == [plan]
    assert reading.is_intact
    assert plan.decision == DECISION
    assert plan.decided_on is not None
    assert (plan.decided_on.isoformat(), plan.frozen_by) == ("2026-11-25", "Anna Exempel")
    assert plan.years == (2027, 2028, 2029, 2030, 2031)
    assert [effect.effect_id for effect in plan.effects] == ["E1", "E2", "E3", "E4"]
    assert plan.effects[0].yearly_values_kr == (75_000.0,) * 5
    assert plan.effects[3].yearly_values_kr == (None,) * 5
    assert len(str(row_of(book, words.PLAN_MARK)[1])) == 64
    assert str(book.snapshot().names[PLAN_STATUS].values[3][0]) == f"{DECISION}: {words.UNCHANGED}"
    log = book.snapshot().tables[LOG_TABLE]
    assert log.rows[-1][log.headings.index("Händelse")] == f"{words.EVENT}: {DECISION}"


def test_later_changes_show_as_expected_beside_what_was_promised() -> None:
    book = approved_book()
    before = sheet_rows(book)
    typed(book, EFFECTS, 0, "Volym trolig", 2_000.0)
    typed(book, EFFECTS, 1, "Alternativ", "C")
    recalculated(book)
    first, second = row_of(book, "E1"), row_of(book, "E2")
    assert first[PROMISED : PROMISED + 3] == (375_000.0, 750_000.0, 375_000.0)
    assert second[PROMISED : PROMISED + 3] == (375_000.0, words.REMOVED, None)
    npv = row_of(book, words.NET_PRESENT_VALUES["all_valued"])
    assert isinstance(npv[2], float)
    assert isinstance(npv[1], float)
    assert npv[3] == pytest.approx(npv[2] - npv[1])
    assert row_of(book, words.FORECAST_TOTAL)[FIRST_YEAR:] == (225_000.0,) * 5
    changed = {
        (row, column)
        for row, cells in enumerate(sheet_rows(book))
        for column, cell in enumerate(cells)
        if cell != before[row][column]
    }
    for row, column in changed:
        is_derived = before[row][0] in DERIVED
        is_value = before[row][0] in words.NET_PRESENT_VALUES.values() and column in (2, 3)
        assert is_derived or is_value or PROMISED < column < FIRST_YEAR
    assert read_approved_plans(book.snapshot()).is_intact


def test_a_new_decision_is_added_and_the_original_stays() -> None:
    book = approved_book()
    first = sheet_rows(book)
    typed(book, EFFECTS, 0, "Volym trolig", 2_000.0)
    frozen(book, "KS § 31 2027-05-04")
    reading = read_approved_plans(book.snapshot())
    assert [place.plan.decision for place in reading.places] == [DECISION, "KS § 31 2027-05-04"]
    assert reading.is_intact
    assert [row[:2] for row in sheet_rows(book)[: len(first)]] == [row[:2] for row in first]
    recalculated(book)
    assert row_of(book, "E1", 0)[PROMISED : PROMISED + 3] == (375_000.0, 750_000.0, 375_000.0)
    assert row_of(book, "E1", 1)[PROMISED : PROMISED + 3] == (750_000.0, 750_000.0, 0.0)
    assert read_approved_plans(book.snapshot()).is_intact


def frozen_places(book: MemoryBook) -> Iterator[tuple[int, int]]:
    """Every cell that a decision covers, by row and column of the area."""
    for row, cells in enumerate(sheet_rows(book)):
        if cells[0] is None or cells[0] in DERIVED:
            continue
        is_effect = str(cells[0]).startswith("E") or cells[0] == words.EFFECT_HEADING[0]
        columns = (*range(PROMISED), *range(FIRST_YEAR, len(cells))) if is_effect else (0, 1)
        for column in columns:
            yield row, column


@pytest.mark.parametrize("value", ["något annat", 17.0, None])
def test_any_change_of_a_frozen_cell_is_said(value: CellValue) -> None:
    book = approved_book(a_case(change=a_change(horizon_years=2)))
    area = book.snapshot().names[APPROVED_PLAN].area
    places = list(frozen_places(book))
    assert len(places) > 20
    for row, column in places:
        where = area.position(row, column)
        before = book.cell(where.sheet, where.row, where.column).value
        if before == value:
            continue
        book.type_in(where.sheet, where.row, where.column, value)
        faults = read_approved_plans(book.snapshot()).faults
        assert {fault.code for fault in faults} <= {"approved-plan-changed", "approved-plan-gone"}
        assert faults, where
        book.type_in(where.sheet, where.row, where.column, before)
    assert read_approved_plans(book.snapshot()).is_intact


def test_a_changed_baseline_is_a_finding_with_its_cell_and_stands_on_start() -> None:
    book = approved_book()
    area = book.snapshot().names[APPROVED_PLAN].area
    row = next(index for index, cells in enumerate(sheet_rows(book)) if cells[0] == "E1")
    where = area.position(row, FIRST_YEAR)
    book.type_in(where.sheet, where.row, where.column, 1.0)
    (found,) = (finding for finding in check(book.snapshot()).findings if finding.code == "approved-plan-changed")
    assert (found.severity, found.where) == (Severity.WARNING, area.position(0, 0))
    recalculated(book)
    assert str(book.snapshot().names[PLAN_STATUS].values[3][0]) == f"{DECISION}: {words.CHANGED}"
    status = check(book.snapshot(), "BP4").gate
    assert status is not None
    assert not next(found for found in status.requirements if found.code == "plan-intact").is_met


def test_an_approved_plan_that_somebody_emptied_is_missed() -> None:
    book = approved_book()
    for row, column in book.snapshot().names[APPROVED_PLAN].area.cells():
        book.type_in("Beslutad plan", row, column, None)
    assert [fault.code for fault in read_approved_plans(book.snapshot()).faults] == ["approved-plan-gone"]


def test_the_start_is_frozen_when_the_plan_is() -> None:
    book = approved_book()
    status = check(book.snapshot(), "BP3").gate
    assert status is not None
    assert next(found for found in status.requirements if found.code == "plan-frozen").is_met


@pytest.mark.parametrize("decision", ["KS § 12", "KS § 12 2026-13-40", "", "KS 20261125"])
def test_a_decision_needs_a_date(decision: str) -> None:
    with pytest.raises(CallError) as refusal:
        decision_date(decision)
    assert refusal.value.fault.code == "decision-without-date"


def test_a_decision_is_written_once_and_only_for_a_plan() -> None:
    with pytest.raises(CallError) as empty:
        freeze_plan(book_of(three_effects()).snapshot(), CONTEXT, DECISION)
    assert empty.value.fault.code == "plan-empty"
    with pytest.raises(CallError) as twice:
        freeze_plan(approved_book().snapshot(), CONTEXT, f" {DECISION} ")
    assert twice.value.fault.code == "decision-already-frozen"


def test_inputs_with_errors_freeze_nothing() -> None:
    book = book_of(a_case(development=(a_cost(driver_likely=None),)))
    approval = freeze_plan(book.snapshot(), CONTEXT, DECISION)
    assert approval.outcome.change_set is None
    assert approval.outcome.has_errors


def test_notes_where_the_plan_goes_are_kept() -> None:
    book = book_of(three_effects())
    updated(book)
    area = book.snapshot().names[APPROVED_PLAN].area
    note = Area(area.sheet, area.row + 3, area.column, area.row + 3, area.column)
    book.type_in(note.sheet, note.row, note.column, "min anteckning")
    approval = freeze_plan(book.snapshot(), CONTEXT, DECISION)
    assert approval.outcome.change_set is not None
    with pytest.raises(Exception, match="content-in-the-way"):
        book.apply(approval.outcome.change_set)
    assert book.cell(note.sheet, note.row, note.column).value == "min anteckning"


def test_a_workbook_without_the_sheet_of_approved_plans_is_refused() -> None:
    book = book_of(three_effects())
    updated(book)
    snapshot = book.snapshot()
    names = {name: area for name, area in snapshot.names.items() if name != APPROVED_PLAN}
    with pytest.raises(BookForeignError, match="written-area-missing"):
        freeze_plan(replace(snapshot, names=names), CONTEXT, DECISION)


def test_an_error_value_among_the_frozen_cells_is_a_change() -> None:
    book = approved_book()
    area = book.snapshot().names[APPROVED_PLAN].area
    rows = [row[0] for row in sheet_rows(book)]
    book.type_in(area.sheet, area.row + rows.index("E1"), area.column + FIRST_YEAR, ErrorValue("#REF!"))
    assert [fault.code for fault in read_approved_plans(book.snapshot()).faults] == ["approved-plan-changed"]


def test_a_log_in_which_somebody_wrote_a_date_is_still_read() -> None:
    book = approved_book()
    log = book.snapshot().tables[LOG_TABLE]
    where = log.position(0, log.headings.index("Händelse"))
    book.type_in(where.sheet, where.row, where.column, date(2026, 11, 25))
    assert read_approved_plans(book.snapshot()).is_intact
