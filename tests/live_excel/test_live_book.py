"""The commands on a workbook that is open in Excel's stand-in, under xlwings' own code."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from builders import CONTEXT
from live_excel.com_objects import IN_EDIT_MODE, REJECTED
from live_excel.excel_stand_in import Application
from live_excel.open_books import (
    DRAWING,
    FULL,
    apply_in,
    content,
    layout_of,
    recalculation_of,
    sheet_of,
    take_back_in,
    with_effects,
)
from vardering.base.cells import CellValue, ErrorValue
from vardering.base.faults import BookBusyError, BookNotWrittenError, BookProtectedError
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.writing import MANUAL
from vardering.books.memory import MemoryBook
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.workbook.change_set import Block, CellWrite, ChangeSet


@pytest.mark.parametrize("name", [entry.name for entry in EXAMPLES])
def test_every_example_gets_the_results_in_excel_that_it_gets_on_disk_cell_by_cell(name: str) -> None:
    layout = layout_of(load_example(name))
    excel = Application(layout)
    on_disk = XlsxBook.from_bytes(write_workbook(layout), "minne.xlsx")
    live = LiveBook(excel.workbook())
    assert content(live.snapshot()) == content(on_disk.snapshot())
    change_set = recalculation_of(live.snapshot())
    assert replace(change_set, expects="") == replace(recalculation_of(on_disk.snapshot()), expects="")
    apply_in(excel, change_set)
    written = XlsxBook.from_bytes(on_disk.apply(recalculation_of(on_disk.snapshot())), "minne.xlsx")
    assert content(live.snapshot()) == content(written.snapshot())


def calls_of(count: int, work: Callable[[Application], object]) -> int:
    excel = Application(layout_of(with_effects(count)))
    work(excel)
    return excel.traffic.calls


def test_reading_takes_as_many_calls_for_a_hundred_rows_as_for_twenty() -> None:
    def read(excel: Application) -> object:
        return LiveBook(excel.workbook()).snapshot()

    assert calls_of(100, read) == calls_of(20, read)


@pytest.mark.parametrize("rows", [80, 120])
def test_a_recalculation_and_its_undo_take_as_many_calls_for_more_rows_as_for_forty(rows: int) -> None:
    def run(excel: Application) -> object:
        undo = apply_in(excel, recalculation_of(LiveBook(excel.workbook()).snapshot()))
        take_back_in(excel, undo)
        return undo

    assert calls_of(rows, run) == calls_of(40, run)


@pytest.mark.parametrize("code", [REJECTED, IN_EDIT_MODE])
def test_a_call_that_is_turned_away_now_and_then_is_tried_again(excel: Application, code: int) -> None:
    live = LiveBook(excel.workbook())
    excel.traffic.refuse, excel.traffic.code = 5, code
    assert live.snapshot().tables


@pytest.mark.parametrize("code", [REJECTED, IN_EDIT_MODE])
def test_an_excel_that_stays_busy_is_not_waited_for_for_ever(excel: Application, code: int) -> None:
    live = LiveBook(excel.workbook())
    excel.traffic.refuse, excel.traffic.code = 10_000, code
    with pytest.raises(BookBusyError, match="excel-editing"):
        live.snapshot()
    assert excel.traffic.calls < 200


def test_screen_calculation_events_and_locks_are_as_before_when_a_run_ends(excel: Application) -> None:
    before = [(sheet.is_locked, dict(sheet.lock)) for sheet in excel.sheets]
    apply_in(excel, recalculation_of(LiveBook(excel.workbook()).snapshot()))
    assert (excel.ScreenUpdating, excel.EnableEvents, excel.Calculation) == (True, True, -4105)
    assert excel.AutoCorrect.AutoFillFormulasInLists
    assert not any(sheet.calculations for sheet in excel.sheets)
    assert [sheet.is_locked for sheet in excel.sheets] == [locked for locked, _ in before]
    for sheet, (_, lock) in zip(excel.sheets, before, strict=True):
        assert {key: sheet.lock.get(key) for key in lock} == lock


def test_sheets_are_calculated_for_somebody_who_calculates_by_hand(excel: Application) -> None:
    excel.Calculation = MANUAL
    apply_in(excel, recalculation_of(LiveBook(excel.workbook()).snapshot()))
    assert excel.Calculation == MANUAL
    assert sheet_of(excel, "Beräkning").calculations == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["Mars 2027", "maj 5", "(100)", "1/2", "001", "=1+1", "-", "@x", "sant", "#N/A", "kr 5", " 5", "'a", ""]
)
def test_text_stays_text_in_a_cell_without_a_format(excel: Application, text: str) -> None:
    live = LiveBook(excel.workbook())
    snapshot = live.snapshot()
    name = snapshot.names["vm_beskrivning"]
    sheet_of(excel, name.area.sheet).cell(name.area.row, name.area.column).number_format = "General"  # type: ignore[attr-defined]
    block = Block(name.area, ((CellWrite(text),),))
    apply_in(excel, ChangeSet(snapshot.fingerprint, owned=(name.area,), blocks=(block,)))
    assert live.snapshot().names["vm_beskrivning"].value in (text, text or None)


def described(excel: Application, value: CellValue) -> CellValue:
    """What the cell with the description holds after it was written."""
    live = LiveBook(excel.workbook())
    snapshot = live.snapshot()
    area = snapshot.names["vm_beskrivning"].area
    apply_in(excel, ChangeSet(snapshot.fingerprint, owned=(area,), blocks=(Block(area, ((CellWrite(value),),)),)))
    return live.snapshot().names["vm_beskrivning"].value


def test_a_text_that_is_too_long_for_a_block_is_written_by_itself(excel: Application) -> None:
    assert described(excel, "=" + "å" * 32_000) == "=" + "å" * 32_000


@pytest.mark.parametrize(
    ("value", "code"), [("x" * 32_768, "text-too-long"), (date(1899, 1, 1), "date-before-calendar")]
)
def test_what_no_cell_holds_is_refused_before_anything_is_written(
    excel: Application, value: CellValue, code: str
) -> None:
    before = LiveBook(excel.workbook()).snapshot()
    with pytest.raises(BookNotWrittenError, match=code):
        described(excel, value)
    assert LiveBook(excel.workbook()).snapshot() == before


def test_a_workbook_that_is_open_read_only_is_refused(excel: Application) -> None:
    change_set = recalculation_of(LiveBook(excel.workbook()).snapshot())
    book = excel.workbook()
    object.__setattr__(book.api._inner, "ReadOnly", True)
    with pytest.raises(BookProtectedError, match="book-read-only"):
        LiveBook(book).apply(change_set)


def test_rows_of_the_drawing_are_as_high_as_on_disk(excel: Application) -> None:
    change_set = recalculation_of(LiveBook(excel.workbook()).snapshot())
    apply_in(excel, change_set)
    wanted = {each.row: each.points for each in change_set.heights if each.sheet == DRAWING and each.points is not None}
    sheet = sheet_of(excel, DRAWING)
    assert min(wanted.values()) < 10
    assert sheet.row_heights == wanted  # type: ignore[attr-defined]
    assert sheet.fitted == set()  # type: ignore[attr-defined]


def test_a_filter_on_a_sheet_that_is_to_be_written_is_refused_before_anything_is(excel: Application) -> None:
    live = LiveBook(excel.workbook())
    change_set = recalculation_of(live.snapshot())
    sheet_of(excel, "Kontroll").FilterMode = True  # type: ignore[attr-defined]
    before = live.snapshot()
    with pytest.raises(BookProtectedError, match="sheet-filtered"):
        apply_in(excel, change_set)
    assert live.snapshot() == before


def test_rows_that_swallow_what_is_written_are_noticed(excel: Application) -> None:
    change_set = recalculation_of(LiveBook(excel.workbook()).snapshot())
    area = next(block.area for block in change_set.blocks if block.area.sheet == "Resultat" and block.area.height > 5)
    sheet_of(excel, "Resultat").hidden_cells = {(area.row, area.column)}  # type: ignore[attr-defined]
    with pytest.raises(BookNotWrittenError, match="not-as-written"):
        apply_in(excel, change_set)


def test_a_shared_workbook_is_refused(excel: Application) -> None:
    book = excel.workbook()
    object.__setattr__(book.api._inner, "MultiUserEditing", True)
    with pytest.raises(BookBusyError, match="book-shared"):
        LiveBook(book).snapshot()


def test_money_comes_with_all_its_decimals_and_an_error_value_is_never_a_number(excel: Application) -> None:
    name = LiveBook(excel.workbook()).snapshot().names["vm_nedlagt"]
    cell = sheet_of(excel, name.area.sheet).cell(name.area.row, name.area.column)  # type: ignore[attr-defined]
    assert cell.is_currency
    cell.value = 1234.56789
    assert LiveBook(excel.workbook()).snapshot().names["vm_nedlagt"].value == 1234.56789
    cell.value = -2146826281
    assert LiveBook(excel.workbook()).snapshot().names["vm_nedlagt"].value == ErrorValue("#DIV/0!")


def test_dates_keep_their_day_in_both_calendars() -> None:
    for date1904 in (False, True):
        excel = Application(layout_of(load_example(FULL)), date1904=date1904)
        change = recalculate(LiveBook(excel.workbook()).snapshot(), CONTEXT).case
        assert change is not None
        assert change.change.go_live == load_example(FULL).change.go_live


def test_new_rows_of_a_table_look_like_the_row_above(excel: Application) -> None:
    live = LiveBook(excel.workbook())
    for _ in range(2):
        apply_in(excel, recalculation_of(live.snapshot()))
    log = sheet_of(excel, "Logg")
    area = live.snapshot().tables["vm_logg"].area
    styles = [log.cell(area.last_row, column).style for column in range(area.column, area.last_column + 1)]  # type: ignore[attr-defined]
    assert "Normal" not in styles


def test_a_series_is_pointed_to_its_new_ranges_and_a_chart_that_is_gone_is_no_hindrance(excel: Application) -> None:
    change_set = recalculation_of(LiveBook(excel.workbook()).snapshot())
    gone = change_set.series[0].chart
    for sheet in excel.sheets:
        sheet.charts = [chart for chart in sheet.charts if chart.label != gone]
    apply_in(excel, change_set)
    kept = [series for series in change_set.series if series.chart != gone]
    formulas = {
        curve.Formula
        for sheet in excel.sheets
        for chart in sheet.charts
        for curve in chart.Chart.SeriesCollection.members
    }
    for series in kept:
        assert any(series.values.reference in formula for formula in formulas)


def test_it_reads_what_the_memory_book_reads() -> None:
    layout = layout_of(load_example(FULL))
    assert content(LiveBook(Application(layout).workbook()).snapshot()) == content(MemoryBook(layout).snapshot())


def test_cells_far_apart_are_one_read_a_sheet(excel: Application) -> None:
    live = LiveBook(excel.workbook())
    live.snapshot()
    before = excel.traffic.calls
    live.snapshot()
    tables = sum(len(sheet.tables) for sheet in excel.sheets)
    assert excel.traffic.calls - before < 20 * len(excel.sheets) + 5 * tables + 3 * len(excel.names)
