"""Runs that are taken back: by a click afterwards, or at once where Excel broke them off."""

import pytest

from live_excel.com_objects import GENERAL_FAILURE
from live_excel.excel_sheets import Sheet
from live_excel.excel_stand_in import Application, stored_values
from live_excel.open_books import DRAWING, apply_in, content, recalculation_of, sheet_of, take_back_in
from live_excel.windows_modules import ComError
from vardering.base.faults import BookBusyError, BookChangedError, BookNotWrittenError
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.undo import Undo


def test_a_run_is_not_taken_back_from_a_sheet_that_is_gone(excel: Application) -> None:
    undo = apply_in(excel, recalculation_of(LiveBook(excel.workbook()).snapshot()))
    gone = sheet_of(excel, DRAWING)
    excel.sheets.remove(gone)  # type: ignore[arg-type]
    with pytest.raises(BookChangedError, match="undo-changed"):
        take_back_in(excel, undo)


def test_an_excel_that_turns_busy_while_it_is_written_to_says_so_once_all_is_put_back(
    excel: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveBook(excel.workbook(), keep=lambda undo: setattr(excel, "calculated", stored_values(undo.change_set)))
    before = live.snapshot()
    failing = iter([*[False] * 1500, True])
    enter = Sheet.enter

    def busy_once(self: Sheet, row: int, column: int, entered: object) -> None:
        if next(failing, False):
            raise BookBusyError("excel-editing")
        enter(self, row, column, entered)

    monkeypatch.setattr(Sheet, "enter", busy_once)
    with pytest.raises(BookBusyError, match="excel-editing"):
        live.apply(recalculation_of(before))
    assert content(live.snapshot()) == content(before)


def test_a_run_that_breaks_off_is_taken_back_at_once(excel: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    # Excel calculates the formulas that are put back.
    live = LiveBook(excel.workbook(), keep=lambda undo: setattr(excel, "calculated", stored_values(undo.change_set)))
    before = live.snapshot()
    locked = [sheet.is_locked for sheet in excel.sheets]
    failing = iter([*[False] * 1500, True])
    enter = Sheet.enter

    def fail_once(self: Sheet, row: int, column: int, entered: object) -> None:
        if next(failing, False):
            raise ComError(GENERAL_FAILURE, "refused", (0, "", None, None, 0, -2146827284))
        enter(self, row, column, entered)

    monkeypatch.setattr(Sheet, "enter", fail_once)
    with pytest.raises(BookNotWrittenError, match="run-taken-back"):
        live.apply(recalculation_of(before))
    assert content(live.snapshot()) == content(before)
    assert (excel.ScreenUpdating, excel.EnableEvents, excel.Calculation) == (True, True, -4105)
    assert [sheet.is_locked for sheet in excel.sheets] == locked


def test_a_run_that_cannot_be_taken_back_at_once_is_kept_to_be_undone(
    excel: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Undo] = []
    live = LiveBook(excel.workbook(), keep=kept.append)
    before = live.snapshot()
    entered = iter(range(10_000))
    enter = Sheet.enter

    def fail_from_now_on(self: Sheet, row: int, column: int, value: object) -> None:
        if next(entered) > 1500:
            raise ComError(GENERAL_FAILURE, "refused", (0, "", None, None, 0, -2146827284))
        enter(self, row, column, value)

    with monkeypatch.context() as failing:
        failing.setattr(Sheet, "enter", fail_from_now_on)
        with pytest.raises(BookNotWrittenError, match="run-half-written"):
            live.apply(recalculation_of(before))
    assert (excel.ScreenUpdating, excel.EnableEvents, excel.Calculation) == (True, True, -4105)
    assert content(live.snapshot()) != content(before)
    take_back_in(excel, kept[-1])
    assert content(live.snapshot()) == content(before)


def test_undo_gives_every_cell_back_and_is_refused_once_the_book_has_gone_on(excel: Application) -> None:
    live = LiveBook(excel.workbook())
    before = live.snapshot()
    back = apply_in(excel, recalculation_of(before))
    assert content(live.snapshot()) != content(before)
    take_back_in(excel, back)
    assert content(live.snapshot()) == content(before)
    with pytest.raises(BookChangedError, match="undo-changed"):
        take_back_in(excel, back)


def test_undo_of_a_second_run_gives_the_first_runs_results_back(excel: Application) -> None:
    live = LiveBook(excel.workbook())
    apply_in(excel, recalculation_of(live.snapshot()))
    first = live.snapshot()
    name = first.names["vm_kalkyltid"]
    sheet_of(excel, name.area.sheet).enter(name.area.row, name.area.column, 12.0)  # type: ignore[attr-defined]
    edited = live.snapshot()
    back = apply_in(excel, recalculation_of(edited))
    take_back_in(excel, back)
    assert content(live.snapshot()) == content(edited)


def test_undo_points_the_charts_to_the_ranges_that_they_had(excel: Application) -> None:
    apply_in(excel, recalculation_of(LiveBook(excel.workbook()).snapshot()))
    before = formulas_of_charts(excel)
    name = LiveBook(excel.workbook()).snapshot().names["vm_kalkyltid"]
    sheet_of(excel, name.area.sheet).enter(name.area.row, name.area.column, 12.0)  # type: ignore[attr-defined]
    undo = apply_in(excel, recalculation_of(LiveBook(excel.workbook()).snapshot()))
    assert formulas_of_charts(excel) != before
    take_back_in(excel, undo)
    assert formulas_of_charts(excel) == before


def formulas_of_charts(excel: Application) -> list[str]:
    charts = [chart for sheet in excel.sheets for chart in sheet.charts]
    return [curve.Formula for chart in charts for curve in chart.Chart.SeriesCollection.members]
