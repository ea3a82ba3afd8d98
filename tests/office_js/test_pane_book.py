"""The commands on a workbook behind a task pane, through book.js and a stand-in for Office.js."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import CONTEXT
from live_excel.open_books import DRAWING, FULL, content, layout_of, recalculation_of, with_effects
from office_js.node_excel import ExcelStopError, NodeExcel, TaskPane, stored_values, through_json
from vardering.base.cells import CellValue, ErrorValue
from vardering.base.faults import BookChangedError, BookNotWrittenError, BookProtectedError
from vardering.books.new_xlsx import write_workbook
from vardering.books.office_js.book import OfficeBook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.styles import STYLES

pytestmark = pytest.mark.node


@pytest.fixture
def pane() -> Iterator[TaskPane]:
    excel = NodeExcel(layout_of(load_example(FULL)))
    yield TaskPane(excel)
    excel.close()


def recalculate_in(pane: TaskPane) -> ChangeSet:
    change_set = recalculation_of(pane.snapshot())
    pane.apply(change_set)
    return change_set


def look(excel: NodeExcel, sheet: str, row: int, column: int) -> list[str]:
    looks: list[str] = excel.sheet(sheet)["looks"][f"{row},{column}"]
    return looks


@pytest.mark.parametrize("name", [entry.name for entry in EXAMPLES])
def test_every_example_gets_the_results_that_it_gets_on_disk_cell_by_cell(name: str) -> None:
    layout = layout_of(load_example(name))
    pane = TaskPane(NodeExcel(layout))
    on_disk = XlsxBook.from_bytes(write_workbook(layout), "minne.xlsx")
    assert content(pane.snapshot()) == content(on_disk.snapshot())
    change_set = recalculation_of(pane.snapshot())
    assert replace(change_set, expects="") == replace(recalculation_of(on_disk.snapshot()), expects="")
    pane.apply(change_set)
    written = XlsxBook.from_bytes(on_disk.apply(recalculation_of(on_disk.snapshot())), "minne.xlsx")
    assert content(pane.snapshot()) == content(written.snapshot())
    assert pane.excel.state["largest_payload"] < 3_000_000


def syncs_of(rows: int) -> int:
    pane = TaskPane(NodeExcel(layout_of(with_effects(rows))))
    recalculate_in(pane)
    pane.take_back()
    syncs: int = pane.excel.state["syncs"]
    pane.excel.close()
    return syncs


def test_a_recalculation_and_its_undo_take_no_more_rounds_for_eighty_rows_than_for_twenty() -> None:
    assert syncs_of(80) == syncs_of(20)


def test_a_workbook_that_is_too_large_for_one_answer_is_read_in_several(pane: TaskPane) -> None:
    before = pane.excel.held()
    pane.excel.ask("set", values={"largestAllowed": 100_000})
    assert pane.excel.held() == before
    assert pane.excel.state["largest_payload"] > 100_000


def test_every_written_cell_looks_as_on_disk(pane: TaskPane) -> None:
    change_set = recalculate_in(pane)
    wanted = {
        (block.area.sheet, row, column): write
        for block in change_set.blocks
        for row, writes in enumerate(block.rows, start=block.area.row)
        for column, write in enumerate(writes, start=block.area.column)
        if write is not None and write.style is not None
    }
    looks = {sheet["name"]: sheet["looks"] for sheet in pane.excel.state["sheets"]}
    for (sheet, row, column), write in wanted.items():
        style = STYLES[write.style or ""]
        name, number_format = looks[sheet][f"{row},{column}"]
        assert name == style.name
        is_shown_text = write.formula is not None and style.number_format == "@"
        assert number_format == ("General" if is_shown_text else style.number_format)


def test_a_second_click_changes_nothing_but_the_log(pane: TaskPane) -> None:
    recalculate_in(pane)
    once = pane.snapshot()
    recalculate_in(pane)
    twice = pane.snapshot()
    assert {name: table for name, table in twice.tables.items() if name != "vm_logg"} == {
        name: table for name, table in once.tables.items() if name != "vm_logg"
    }


def test_orders_of_an_earlier_reading_are_refused_once_somebody_has_typed(pane: TaskPane) -> None:
    held = pane.excel.held()
    orders = OfficeBook.of(held).orders(recalculation_of(pane.snapshot()))
    area = pane.snapshot().names["vm_kalkyltid"].area
    pane.excel.ask("type", sheet=area.sheet, row=area.row, column=area.column, entered=12)
    before = pane.snapshot()
    with pytest.raises(BookChangedError, match="book-changed"):
        pane.carry_out(held, orders)
    assert pane.snapshot() == before


def test_a_formula_that_differs_each_time_it_is_asked_is_no_change(pane: TaskPane) -> None:
    def held(value: float, formula: str) -> Any:
        cells = [[1, 1, "Double", value, formula, "General"]]
        return {"name": "a", "sheets": [{"name": "Blad", "cells": cells}]}

    assert pane.excel.ask("sameBook", one=held(1, "=NOW()"), other=held(2, "=NOW()"))
    assert not pane.excel.ask("sameBook", one=held(1, "=A2"), other=held(2, "=A2"))
    assert not pane.excel.ask("sameBook", one=held(1, "=NOW()"), other=held(1, "=RAND()"))


def test_locks_are_as_before_when_a_run_ends(pane: TaskPane) -> None:
    before = [(sheet["name"], sheet["locked"], sheet["lock"]) for sheet in pane.excel.state["sheets"]]
    assert any(locked for _, locked, _ in before)
    recalculate_in(pane)
    assert [(sheet["name"], sheet["locked"], sheet["lock"]) for sheet in pane.excel.state["sheets"]] == before


@pytest.mark.parametrize("cells", [0, 10, 1500])
def test_a_locked_sheet_is_locked_again_after_a_stop_and_what_was_there_is_put_back(pane: TaskPane, cells: int) -> None:
    before = pane.snapshot()
    locks = [(sheet["locked"], sheet["lock"]) for sheet in pane.excel.state["sheets"]]
    change_set = recalculation_of(before)
    pane.excel.ask("set", values={"failAfter": cells})
    with pytest.raises(ExcelStopError, match="GeneralException"):
        pane.apply(change_set)
    pane.excel.ask("set", values={"failAfter": None})
    assert [(sheet["locked"], sheet["lock"]) for sheet in pane.excel.state["sheets"]] == locks
    pane.excel.ask("set", values={"calculated": earlier_values(pane)})
    pane.take_back()
    assert content(pane.snapshot()) == content(before)


def earlier_values(pane: TaskPane) -> object:
    """What the formulas that are put back came to."""
    return {
        f"{sheet}!{row + down},{column + right}": write[0]
        for (sheet, row, column, *_), rows in pane.undo["blocks"]
        for down, line in enumerate(rows)
        for right, write in enumerate(line)
        if write is not None and write[1] is not None and not isinstance(write[0], dict)
    }


def test_undo_gives_every_cell_and_series_back_and_is_refused_once_the_book_has_gone_on(pane: TaskPane) -> None:
    recalculate_in(pane)
    area = pane.snapshot().names["vm_kalkyltid"].area
    pane.excel.ask("type", sheet=area.sheet, row=area.row, column=area.column, entered=12)
    before, charts = pane.snapshot(), series_of(pane)
    recalculate_in(pane)
    assert content(pane.snapshot()) != content(before)
    assert series_of(pane) != charts
    pane.excel.ask("set", values={"calculated": earlier_values(pane)})
    pane.take_back()
    assert content(pane.snapshot()) == content(before)
    assert series_of(pane) == charts
    with pytest.raises(BookChangedError, match="undo-changed"):
        pane.take_back()


def series_of(pane: TaskPane) -> object:
    return [
        [(series["categories"], series["values"], series["sizes"]) for series in chart["series"]]
        for chart in pane.excel.held()["charts"]
    ]


def test_series_are_pointed_to_their_new_ranges_and_charts_that_are_gone_are_no_hindrance(pane: TaskPane) -> None:
    gone = recalculation_of(pane.snapshot()).series[0]
    sheet = pane.excel.sheet(gone.values.sheet)
    kept = [chart for chart in sheet["charts"] if chart["name"] != gone.chart]
    pane.excel.ask("setSheet", sheet=gone.values.sheet, values={"charts": kept})
    change_set = recalculate_in(pane)
    shown = {chart["name"]: chart["series"] for each in pane.excel.state["sheets"] for chart in each["charts"]}
    assert gone.chart not in shown
    for series in change_set.series:
        if series.chart != gone.chart:
            values = shown[series.chart][series.index]["values"]
            assert values.replace("'", "") == series.values.reference.replace("'", "")


def test_a_series_that_follows_its_title_is_left_to_do_so(pane: TaskPane) -> None:
    recalculate_in(pane)
    change_set = recalculation_of(pane.snapshot())
    orders = OfficeBook.of(pane.excel.held()).orders(change_set).orders
    assert [order["name"] for order in orders if order["do"] == "series" and order["name"] is not None] == []
    borne = {chart["name"]: chart["series"] for chart in pane.excel.held()["charts"]}
    for series in change_set.series:
        if series.title is not None:
            assert borne[series.chart][series.index]["name"] == series.stored_title


@pytest.mark.parametrize("supports", [[], ["ExcelApiOnline 1.1"], ["ExcelApiOnline 1.1", "ExcelApi 1.15"]])
def test_an_excel_that_knows_less_or_more_gives_the_same_results(pane: TaskPane, supports: list[str]) -> None:
    before = pane.snapshot()
    pane.excel.ask("set", values={"supports": supports})
    assert pane.snapshot() != before or "ExcelApi 1.15" in supports
    assert content(pane.snapshot()) == content(before)
    has_series = any(chart["series"] for chart in pane.excel.held()["charts"])
    assert has_series == ("ExcelApi 1.15" in supports)
    recalculate_in(pane)


@pytest.mark.parametrize("supports", [[], ["ExcelApiOnline 1.1"]])
def test_only_the_sheet_with_a_password_is_said_to_have_one(supports: list[str]) -> None:
    excel = NodeExcel(layout_of(load_example(FULL)), passwords={"Kontroll"})
    excel.ask("set", values={"supports": supports})
    assert [sheet["name"] for sheet in excel.held()["sheets"] if sheet["password"]] == ["Kontroll"]
    assert all(sheet["locked"] for sheet in excel.state["sheets"] if sheet["times_unlocked"])


def test_sheets_are_calculated_for_somebody_who_calculates_by_hand(pane: TaskPane) -> None:
    pane.excel.ask("set", values={"calculation": "Manual"})
    recalculate_in(pane)
    assert pane.excel.sheet("Beräkning")["calculations"] == 1


def test_rows_of_the_drawing_are_as_high_as_on_disk(pane: TaskPane) -> None:
    change_set = recalculate_in(pane)
    wanted = {str(each.row): each.points for each in change_set.heights if each.sheet == DRAWING and each.points}
    sheet = pane.excel.sheet(DRAWING)
    assert sheet["heights"] == wanted
    assert sheet["fitted"] == []


def test_a_filter_on_a_sheet_that_is_to_be_written_is_refused(pane: TaskPane) -> None:
    change_set = recalculation_of(pane.snapshot())
    pane.excel.ask("setSheet", sheet="Kontroll", values={"filtered": True})
    expects = OfficeBook.of(pane.excel.held()).snapshot().fingerprint
    with pytest.raises(BookProtectedError, match="sheet-filtered"):
        pane.apply(replace(change_set, expects=expects))


def test_a_filter_of_a_table_counts_for_its_sheet(pane: TaskPane) -> None:
    pane.excel.ask("setTable", table="vm_logg", values={"filtered": True})
    assert [sheet["name"] for sheet in pane.excel.held()["sheets"] if sheet["filtered"]] == ["Logg"]


def test_a_totals_row_is_left_out_of_a_table_and_keeps_it_from_growing(pane: TaskPane) -> None:
    area = pane.snapshot().tables["vm_logg"].area
    pane.excel.ask("setTable", table="vm_logg", values={"totals": True, "address": f"A{area.row}:G{area.last_row + 1}"})
    held = next(table for table in pane.excel.held()["tables"] if table["name"] == "vm_logg")
    assert held["totals"]
    assert pane.snapshot().tables["vm_logg"].area.last_row == area.last_row


def test_a_cell_that_swallows_what_is_written_is_named(pane: TaskPane) -> None:
    change_set = recalculation_of(pane.snapshot())
    area = next(block.area for block in change_set.blocks if block.area.sheet == "Resultat" and block.area.height > 5)
    pane.excel.ask("swallow", sheet="Resultat", row=area.row, column=area.column)
    with pytest.raises(BookNotWrittenError, match="not-as-written"):
        pane.apply(change_set)


def test_a_cell_far_away_is_said_and_not_read(pane: TaskPane) -> None:
    pane.excel.ask("put", sheet="Logg", row=1_000_000, column=5_000, value="x", look={})
    held = pane.excel.held()
    assert [sheet["name"] for sheet in held["sheets"] if sheet["cells"] is None] == ["Logg"]


def described(pane: TaskPane, value: CellValue, number_format: str = "General") -> CellValue:
    """What the cell with the description holds after it was written."""
    snapshot = pane.snapshot()
    area = snapshot.names["vm_beskrivning"].area
    pane.excel.ask(
        "put", sheet=area.sheet, row=area.row, column=area.column, value=None, look={"format": number_format}
    )
    change_set = ChangeSet(pane.snapshot().fingerprint, owned=(area,), blocks=(Block(area, ((CellWrite(value),),)),))
    pane.apply(change_set)
    return pane.snapshot().names["vm_beskrivning"].value


@pytest.mark.parametrize("number_format", ["General", "@", "yyyy-mm-dd"])
@pytest.mark.parametrize(
    "text",
    ["=1+1", "001", "2026-01-01", "#N/A", "Mars 2027", "maj 5", "(100)", "1/2", "-", "@x", "sant", "kr 5", " 5", "'a"],
)
def test_text_stays_text_whatever_the_cell_looks_like(pane: TaskPane, text: str, number_format: str) -> None:
    assert described(pane, text, number_format) == text


@pytest.mark.parametrize("value", [ErrorValue("#N/A"), ErrorValue("#DIV/0!"), True, False, 0.1 + 0.2, -1e-7, 1e22])
def test_other_values_stay_what_they_are(pane: TaskPane, value: CellValue) -> None:
    written = described(pane, value)
    assert (type(written), written) == (type(value), value)


def test_a_text_that_is_too_long_for_a_formula_is_written_by_itself(pane: TaskPane) -> None:
    assert described(pane, "=" + "å" * 32_000) == "=" + "å" * 32_000


@pytest.mark.parametrize("date1904", [False, True])
def test_days_stay_days_in_both_calendars(date1904: bool) -> None:
    excel = NodeExcel(layout_of(load_example(FULL)), date1904=date1904)
    pane = TaskPane(excel)
    assert excel.held()["date1904"] is date1904
    case = recalculate(pane.snapshot(), CONTEXT).case
    assert case is not None
    assert case.change.go_live == load_example(FULL).change.go_live
    assert described(pane, date(2027, 3, 1), "yyyy-mm-dd") == date(2027, 3, 1)


def test_what_stands_in_a_sheet_of_others_never_leaves_the_workbook(pane: TaskPane) -> None:
    held = pane.excel.held()
    ours = {table["sheet"] for table in held["tables"]} | {name["formula"].split("!")[0] for name in held["names"]}
    for sheet in held["sheets"]:
        is_ours = any(sheet["name"] in each.replace("'", "") for each in ours)
        assert is_ours or sheet["cells"] == []
    assert all(name["name"].startswith("vm_") for name in held["names"])
    assert "vm_bladets" not in {name["name"] for name in held["names"]}


def test_new_rows_of_a_table_look_like_the_row_above(pane: TaskPane) -> None:
    for _ in range(2):
        recalculate_in(pane)
    area = pane.snapshot().tables["vm_logg"].area
    for column in range(area.column, area.last_column + 1):
        assert look(pane.excel, "Logg", area.last_row, column)[0] != "Normal"


def test_orders_and_undo_are_json_and_bounded(pane: TaskPane) -> None:
    held = pane.excel.held()
    book = OfficeBook.of(held)
    change_set = recalculation_of(book.snapshot())
    assert through_json(book.orders(change_set).content())["orders"]
    assert through_json(book.undo(change_set)) == book.undo(change_set)
    assert stored_values(change_set)
