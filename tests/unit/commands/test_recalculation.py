"""A run reads, checks, calculates and says what to write; errors stop it and are each said once."""

from dataclasses import replace

import pytest

from builders import CONTEXT, a_case, a_cost, assumptions, book_of, snapshot_of
from vardering.base.cells import CellValue, Position
from vardering.base.faults import BookForeignError, Fault, Severity
from vardering.commands.control import check
from vardering.commands.recalculation import EVENT, beyond, calculate, recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.model.assumptions import Parameter
from vardering.model.case import fingerprint
from vardering.texts.sheet_texts import STATE_DONE, STATE_FAULTY_FROM_START
from vardering.workbook import written_names
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.presenting.change_sets import results_change_set
from vardering.workbook.presenting.run import Run
from vardering.workbook.snapshot import Snapshot


def written(outcome: Outcome) -> ChangeSet:
    assert outcome.change_set is not None
    return outcome.change_set


def cell_after(snapshot: Snapshot, outcome: Outcome, name: str) -> CellValue:
    """What a run writes in the first cell of a defined name."""
    area = snapshot.names[name].area
    (found,) = (block for block in written(outcome).blocks if block.area == area)
    cell = found.rows[0][0]
    assert cell is not None
    return cell.value


def test_a_sound_workbook_gives_its_case_its_results_and_their_fingerprint() -> None:
    snapshot = snapshot_of(a_case())
    outcome = recalculate(snapshot, CONTEXT)
    assert outcome.case == a_case()
    assert outcome.fingerprint == fingerprint(a_case())
    assert outcome.results is not None
    assert outcome.results.main_alternative == "B"
    assert not outcome.has_errors
    assert written(outcome).expects == snapshot.fingerprint
    assert cell_after(snapshot, outcome, written_names.STATE) == STATE_DONE


def test_errors_stop_the_run_before_anything_is_calculated() -> None:
    snapshot = snapshot_of(a_case(), {("vm_effekter", 0, "Volym trolig"): "ca 100"})
    outcome = recalculate(snapshot, CONTEXT)
    assert (outcome.results, outcome.fingerprint) == (None, "")
    assert [finding.code for finding in outcome.findings if finding.severity is Severity.ERROR] == [
        "not-a-number-in-range"
    ]
    assert cell_after(snapshot, outcome, written_names.STATE) == STATE_FAULTY_FROM_START
    assert written(outcome).series == ()


def test_a_workbook_whose_case_cannot_be_made_says_what_is_missing() -> None:
    book = book_of(a_case())
    start = book.snapshot().names["vm_startar"].position
    book.type_in(start.sheet, start.row, start.column, None)
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.case is None
    assert [(finding.code, finding.where) for finding in outcome.findings if finding.severity is Severity.ERROR] == [
        ("required-missing", start)
    ]


def test_macros_are_named_and_do_not_stop_the_run() -> None:
    outcome = recalculate(replace(snapshot_of(a_case()), macros=True), CONTEXT)
    (finding,) = (finding for finding in outcome.findings if finding.code == "macros-untouched")
    assert finding.severity is Severity.WARNING
    assert outcome.results is not None


def test_check_finds_what_a_run_finds_and_writes_nothing() -> None:
    snapshot = snapshot_of(a_case(development=(a_cost(source=""),)))
    found, run = check(snapshot), recalculate(snapshot, CONTEXT)
    assert found.findings == run.findings
    assert found.results == run.results
    assert found.fingerprint == run.fingerprint
    assert found.change_set is None


def test_check_of_a_workbook_without_a_case_has_no_fingerprint() -> None:
    book = book_of(a_case())
    start = book.snapshot().names["vm_startar"].position
    book.type_in(start.sheet, start.row, start.column, None)
    assert check(book.snapshot()).fingerprint == ""


def test_the_log_gets_one_row_with_when_who_and_what() -> None:
    snapshot = snapshot_of(a_case())
    log = snapshot.tables[written_names.LOG_TABLE]
    (block,) = (block for block in written(recalculate(snapshot, CONTEXT)).blocks if block.area.sheet == "Logg")
    (row,) = block.rows
    content = dict(zip(log.headings, [cell.value if cell else None for cell in row], strict=True))
    assert content["Tidpunkt"] == "2026-11-24 09:30:00"
    assert (content["Användare"], content["Händelse"], content["Version"]) == ("Anna Exempel", EVENT, "1.0.0")


def test_a_full_log_grows_and_a_heading_that_people_took_away_stays_away() -> None:
    book = book_of(a_case())
    for minute in (30, 31):
        later = RunContext(CONTEXT.clock.replace(minute=minute), CONTEXT.user, CONTEXT.version)
        book.apply(written(recalculate(book.snapshot(), later)))
    snapshot = book.snapshot()
    log = snapshot.tables[written_names.LOG_TABLE]
    assert [row[0] for row in log.rows] == ["2026-11-24 09:30:00", "2026-11-24 09:31:00"]
    without = replace(log, headings=("När", *log.headings[1:]))
    change_set = written(recalculate(replace(snapshot, tables={**snapshot.tables, log.name: without}), CONTEXT))
    (block,) = (block for block in change_set.blocks if block.area.sheet == "Logg")
    assert block.rows[0][0] is None
    (resize,) = change_set.resizes
    assert resize.area.last_row == log.area.last_row + 1


def test_a_wrong_cell_is_said_once() -> None:
    where, other = Position("Effekter", 8, 12), Position("Effekter", 8, 13)
    known = [Fault("not-a-number", Severity.ERROR, where), Fault("no-source", Severity.WARNING, other)]
    found = [Fault("effect-value-missing", Severity.ERROR, where), Fault("no-owner", Severity.WARNING, other)]
    assert beyond(known, found) == found[1:]


def test_a_workbook_without_its_log_is_refused() -> None:
    snapshot = snapshot_of(a_case())
    tables = {name: table for name, table in snapshot.tables.items() if name != written_names.LOG_TABLE}
    with pytest.raises(BookForeignError, match="table-missing"):
        recalculate(replace(snapshot, tables=tables), CONTEXT)


def test_a_workbook_without_a_written_area_is_refused_by_its_name() -> None:
    snapshot = snapshot_of(a_case())
    names = {name: found for name, found in snapshot.names.items() if name != written_names.PANEL}
    with pytest.raises(BookForeignError, match="written-area-missing"):
        recalculate(replace(snapshot, names=names), CONTEXT)


def test_text_that_is_a_number_is_written_back_as_one_and_counted_among_the_inputs() -> None:
    book = book_of(a_case())
    horizon = book.snapshot().names["vm_kalkyltid"].position
    book.type_in(horizon.sheet, horizon.row, horizon.column, "5")
    snapshot = book.snapshot()
    outcome = recalculate(snapshot, CONTEXT)
    assert "converted" in [finding.code for finding in outcome.findings]
    assert cell_after(snapshot, outcome, "vm_kalkyltid") == 5.0
    book.apply(written(outcome))
    assert recalculate(book.snapshot(), CONTEXT).findings == ()


def test_a_workbook_without_an_id_gets_one_and_keeps_it() -> None:
    book = book_of(a_case())
    where = book.snapshot().names["vm_kalkyl_id"].position
    book.type_in(where.sheet, where.row, where.column, None)
    snapshot = book.snapshot()
    outcome = recalculate(snapshot, CONTEXT)
    given = cell_after(snapshot, outcome, "vm_kalkyl_id")
    assert isinstance(given, str)
    assert given.strip()
    book.apply(written(outcome))
    assert calculate(book.snapshot()).case == replace_id(given)


def replace_id(case_id: str) -> object:
    return a_case(case_id=case_id)


def test_a_missing_rate_stops_the_run_at_its_own_cell() -> None:
    snapshot = snapshot_of(a_case(assumptions=assumptions(discount_rate=Parameter())))
    (error,) = (found for found in recalculate(snapshot, CONTEXT).findings if found.severity is Severity.ERROR)
    assert error.where is not None
    assert error.where.sheet == "Parametrar"


def test_a_workbook_without_a_case_has_no_gate_and_no_progress() -> None:
    book = book_of(a_case())
    start = book.snapshot().names["vm_startar"].position
    book.type_in(start.sheet, start.row, start.column, None)
    calculation = calculate(book.snapshot())
    assert calculation.case is None
    assert (calculation.gate("BP3"), calculation.progress()) == (None, None)


def test_a_plan_that_lacks_a_heading_is_said_and_stops_nothing() -> None:
    snapshot = snapshot_of(a_case())
    table = snapshot.tables["vm_plan"]
    headings = tuple("Annat" if heading == "Mätansvarig" else heading for heading in table.headings)
    broken = replace(snapshot, tables={**snapshot.tables, "vm_plan": replace(table, headings=headings)})
    calculation = calculate(broken)
    assert calculation.results is not None
    assert [(fault.code, fault.severity) for fault in calculation.faults] == [("heading-missing", Severity.WARNING)]


def test_results_are_presented_of_a_case_only() -> None:
    calculation = calculate(snapshot_of(a_case()))
    assert calculation.results is not None
    caseless = replace(calculation.reading, case=None)
    run = Run("Räkna om", CONTEXT.clock, CONTEXT.user, CONTEXT.version)
    with pytest.raises(ValueError, match="case"):
        results_change_set(snapshot_of(a_case()), caseless, calculation.results, (), run)


def test_a_workbook_whose_place_for_the_plan_on_start_is_gone_is_refused_by_its_name() -> None:
    snapshot = snapshot_of(a_case())
    names = {name: found for name, found in snapshot.names.items() if name != written_names.PLAN_STATUS}
    with pytest.raises(BookForeignError, match="written-area-missing"):
        recalculate(replace(snapshot, names=names), CONTEXT)


def test_a_nought_has_no_sign_in_a_fingerprint() -> None:
    plus, minus = (a_case(assumptions=assumptions(discount_rate=Parameter(value=rate))) for rate in (0.0, -0.0))
    assert fingerprint(plus) == fingerprint(minus)
