"""What the task pane sends, looked over at the border: bounds, kinds of cells, tables, names, and an undo."""

import copy
from datetime import date
from typing import Any

import pytest

from vardering.base.cells import NOT_CALCULATED, Area, CellValue, ErrorValue
from vardering.base.faults import BookProtectedError, VarderingError
from vardering.books.office_js.book import OfficeBook
from vardering.books.office_js.held import MAX_CELLS, MAX_SHEETS, held_of
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, RowHeight, SeriesWrite, TableResize

SHEET = "Blad & mer"


def cell(row: int, column: int, kind: str, value: object, formula: str | None = None, shown: str | None = None) -> Any:
    return [row, column, kind, value, formula, shown]


def held(*cells: Any, **parts: Any) -> dict[str, Any]:
    """A workbook with the table vm_t in A1:B3 and the name vm_n for D1."""
    heading = [cell(1, 1, "String", "Id"), cell(1, 2, "String", "Dag")]
    return {
        "name": "kalkyl.xlsx",
        "sheets": [{"name": SHEET, "cells": [*heading, *cells]}, {"name": "Eget"}],
        "tables": [{"name": "VM_T", "sheet": SHEET, "address": "A1:B3"}],
        "names": [{"name": "vm_n", "formula": f"='{SHEET}'!$D$1"}],
        **parts,
    }


def code_of(content: Any) -> str:
    """The code of the refusal that reading ends in."""
    with pytest.raises(VarderingError) as caught:
        OfficeBook.of(content).snapshot()
    return caught.value.fault.code


def refusal(book: OfficeBook, change_set: ChangeSet) -> str:
    with pytest.raises(VarderingError) as caught:
        book.orders(change_set)
    return caught.value.fault.code


@pytest.mark.parametrize(
    ("kind", "value", "shown", "read"),
    [
        ("String", "2026-01-01", None, "2026-01-01"),
        ("String", "#N/A", None, "#N/A"),
        ("String", "", None, ""),
        ("Double", 46000.0, "yyyy-mm-dd", date(2025, 12, 9)),
        ("Double", 46000, '#,##0" dagar"', 46000.0),
        ("Double", 0.5, "hh:mm", 0.5),
        ("Integer", 3, "General", 3.0),
        ("Double", 3.5, None, 3.5),
        ("Boolean", True, None, True),
        ("Error", "#N/A", None, ErrorValue("#N/A")),
        ("Error", "#GETTING_DATA", None, NOT_CALCULATED),
        ("Error", "#BUSY!", None, NOT_CALCULATED),
        ("Empty", None, None, None),
        ("RichValue", "Kiruna", None, ErrorValue("#VALUE!")),
    ],
)
def test_a_cell_is_what_excel_says_it_is(kind: str, value: object, shown: str | None, read: CellValue) -> None:
    snapshot = OfficeBook.of(held(cell(1, 4, kind, value, None, shown))).snapshot()
    found = snapshot.names["vm_n"].value
    assert (type(found), found) == (type(read), read)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("String", 1.0), ("Double", "1"), ("Double", True), ("Boolean", 1.0), ("Error", 1.0), ("x", "x")],
)
def test_a_value_that_is_not_of_its_kind_is_refused(kind: str, value: object) -> None:
    assert code_of(held(cell(1, 4, kind, value))) == "pane-content-unreadable"


def test_the_last_of_the_sheet_has_no_row_below() -> None:
    content = held()
    content["sheets"][0]["cells"].append(cell(1_048_575, 1, "String", "Id"))
    content["tables"] = [{"name": "vm_t", "sheet": SHEET, "address": "A1048575:B1048576"}]
    table = OfficeBook.of(content).snapshot().tables["vm_t"]
    assert (table.rows, table.below) == (((None, None),), (None, None))


def test_a_workbook_with_macros_is_known_by_its_name() -> None:
    assert not OfficeBook.of(held()).snapshot().macros
    book = OfficeBook.of(held(name="Kalkyl.XLSM"))
    assert (book.name, book.snapshot().macros) == ("Kalkyl.XLSM", True)


def test_names_that_are_others_or_refer_to_no_area_are_left_out() -> None:
    names = [
        {"name": "annat", "formula": f"='{SHEET}'!$A$1"},
        {"name": "vm_fel", "formula": "=#REF!$A$1"},
        {"name": "vm_tal", "formula": "=3"},
        {"name": "vm_kolumn", "formula": f"='{SHEET}'!A:A"},
    ]
    assert OfficeBook.of(held(names=names)).snapshot().names == {}


BROKEN: dict[str, Any] = {
    "no object": [],
    "no name": {"sheets": []},
    "more than is known": held(more=1),
    "a row nought": held(cell(0, 1, "String", "x")),
    "a column too far": held(cell(1, 16_385, "String", "x")),
    "a short cell": held([1, 1, "String", "x"]),
    "a number that is none": held(cell(1, 4, "Double", float("nan"))),
    "a text longer than a cell": held(cell(1, 4, "String", "x" * 32_768)),
    "a truth that is a text": held(date1904="true"),
    "a table on no sheet": held(tables=[{"name": "vm_t", "sheet": "Borta", "address": "A1:B3"}]),
    "a table with no address": held(tables=[{"name": "vm_t", "sheet": SHEET, "address": "A:B"}]),
    "a table of headings alone": held(tables=[{"name": "vm_t", "sheet": SHEET, "address": "A1:B1"}]),
}


@pytest.mark.parametrize("what", BROKEN)
def test_anything_else_than_what_book_js_gives_is_refused(what: str) -> None:
    assert code_of(BROKEN[what]) == "pane-content-unreadable"


LARGE: dict[str, Any] = {
    "sheets": {"name": "a", "sheets": [{"name": str(number)} for number in range(MAX_SHEETS + 1)]},
    "a table": held(tables=[{"name": "vm_t", "sheet": SHEET, "address": "A1:B100001"}]),
    "names together": held(
        names=[{"name": f"vm_{number}", "formula": f"='{SHEET}'!$A$1:$B$90000"} for number in range(12)]
    ),
}


@pytest.mark.parametrize("what", LARGE)
def test_more_than_a_workbook_of_ours_can_hold_is_refused(what: str) -> None:
    assert code_of(LARGE[what]) == "book-too-large"


def test_cells_are_counted_over_all_sheets() -> None:
    half = [cell(1, 1, "Boolean", True)] * (MAX_CELLS // 2 + 1)
    with pytest.raises(VarderingError, match="book-too-large"):
        held_of({"name": "a", "sheets": [{"name": "1", "cells": half}, {"name": "2", "cells": half}]})


def test_a_sheet_that_could_not_be_read_and_a_table_without_headings_are_named() -> None:
    content = held()
    content["sheets"][0]["cells"] = None
    assert code_of(content) == "sheet-too-large"
    table = {"name": "vm_t", "sheet": SHEET, "address": "A1:B3", "headings": False}
    assert code_of(held(tables=[table])) == "table-without-headings"
    others = {"name": "Egen", "sheet": "Eget", "address": "A1:B1", "headings": False}
    assert OfficeBook.of(held(tables=[others])).snapshot().tables == {}


def test_a_totals_row_is_no_row_of_the_table_and_keeps_it_from_growing() -> None:
    table = {"name": "vm_t", "sheet": SHEET, "address": "A1:B4", "totals": True}
    book = OfficeBook.of(held(tables=[table]))
    assert book.snapshot().tables["vm_t"].area == Area(SHEET, 1, 1, 3, 2)
    resize = TableResize("vm_t", Area(SHEET, 1, 1, 5, 2))
    assert refusal(book, ChangeSet(book.snapshot().fingerprint, resizes=(resize,))) == "table-has-totals"


def one_cell(book: OfficeBook, sheet: str = SHEET, value: CellValue = 1.0) -> ChangeSet:
    block = Block(Area(sheet, 9, 9, 9, 9), ((CellWrite(value),),))
    return ChangeSet(book.snapshot().fingerprint, blocks=(block,))


@pytest.mark.parametrize(
    ("value", "code"), [("x" * 32_768, "text-too-long"), (date(1899, 1, 1), "date-before-calendar")]
)
def test_what_no_cell_holds_is_refused(value: CellValue, code: str) -> None:
    book = OfficeBook.of(held())
    assert refusal(book, one_cell(book, value=value)) == code


def test_nothing_is_written_where_nothing_was_read_or_where_excel_would_refuse() -> None:
    book = OfficeBook.of(held())
    assert refusal(book, one_cell(book, "Eget")) == "sheet-gone"
    locked = OfficeBook.of(held(read_only=True))
    with pytest.raises(BookProtectedError, match="book-read-only"):
        locked.orders(one_cell(locked))


def test_a_table_is_called_by_its_own_name_and_rows_that_come_look_as_the_last() -> None:
    book = OfficeBook.of(held())
    resize = TableResize("vm_t", Area(SHEET, 1, 1, 5, 2))
    orders = book.orders(ChangeSet(book.snapshot().fingerprint, resizes=(resize,))).content()["orders"]
    assert orders == [
        {"do": "resize", "sheet": SHEET, "table": "VM_T", "address": "A1:B5"},
        {"do": "copy-formats", "sheet": SHEET, "from": "A3:B3", "to": "A4:B5"},
    ]


def test_text_with_an_equals_sign_is_told_from_a_formula_in_cells_of_text_too() -> None:
    book = OfficeBook.of(held())
    writes = (CellWrite("=1", style="input_text"), CellWrite(1.0, "=1", "result_text"), CellWrite(1.0, "=1"), None)
    block = Block(Area(SHEET, 9, 1, 9, 4), (writes,))
    orders = book.orders(ChangeSet(book.snapshot().fingerprint, blocks=(block,))).content()["orders"]
    assert isinstance(orders, list)
    formats = [(each["areas"], each["where"]) for each in orders if each["do"] == "format"]
    assert formats == [(["B9"], None), (["C9"], "@")]
    assert orders[-1]["rows"] == [["'=1", "=1", "=1", None]]


def run_and_undo() -> tuple[OfficeBook, Any]:
    """A book, and the undo of a run that writes a cell, moves a name, sets a height and points a series."""
    chart = {"sheet": SHEET, "name": "Kurva", "series": [{"categories": "Blad!A1", "values": "Blad!B1"}]}
    book = OfficeBook.of(held(cell(9, 9, "Double", 46000.0, None, "yyyy-mm-dd"), charts=[chart]))
    area = Area(SHEET, 9, 9, 9, 9)
    series = [
        SeriesWrite(name, at, area, area, area, "", (), ()) for name, at in (("Kurva", 0), ("Kurva", 1), ("x", 0))
    ]
    change_set = ChangeSet(
        book.snapshot().fingerprint,
        owned=(area,),
        blocks=(Block(area, ((CellWrite("x"),),)),),
        names=(NameWrite("vm_n", area),),
        series=tuple(series),
        heights=(RowHeight(SHEET, 9, 20.0), RowHeight("Borta", 1, None)),
    )
    kinds = [order["do"] for order in book.orders(change_set).orders]
    assert kinds == ["fill", "name", "fit", "series"]
    return book, book.undo(change_set)


def test_an_undo_puts_back_what_was_there_series_too() -> None:
    book, undo = run_and_undo()
    orders = {order["do"]: order for order in book.orders_to_take_back(undo, None).orders}
    assert orders["fill"]["rows"] == [[46000.0]]
    assert orders["name"]["formula"] == f"='{SHEET}'!$D$1"
    shown = [orders["series"][part] for part in ("name", "categories", "values", "sizes")]
    assert shown == [None, "Blad!A1", "Blad!B1", None]


def test_an_undo_is_refused_where_a_cell_a_name_or_a_sheet_is_not_as_the_run_left_it() -> None:
    _, undo = run_and_undo()
    name = [{"name": "vm_n", "formula": f"='{SHEET}'!$I$9"}]
    left = held(cell(9, 9, "String", "x"), names=name)
    after = held_of(left)
    assert OfficeBook.of(left).orders_to_take_back(undo, after).orders
    gone: dict[str, Any] = {**left, "tables": [], "names": []}
    for other in (held(cell(9, 9, "String", "y"), names=name), held(cell(9, 9, "String", "x")), gone):
        with pytest.raises(VarderingError, match="undo-changed"):
            OfficeBook.of(other).orders_to_take_back(undo, after)
    without_places = {**undo, "areas": {}}
    with pytest.raises(VarderingError, match="undo-changed"):
        OfficeBook.of(gone).orders_to_take_back(without_places, after)


def changed(undo: Any, *path: Any, to: object) -> Any:
    """A copy of an undo with one thing changed."""
    other = copy.deepcopy(undo)
    place = other
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return other


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("blocks",), 3),
        (("blocks", 0, 0, 3), 12),
        (("blocks", 0, 1, 0, 0, 0), {"day": "aldrig"}),
        (("blocks", 0, 1, 0, 0, 0), {"okänt": "x"}),
        (("blocks", 0, 1, 0, 0, 0), {}),
        (("blocks", 0, 1, 0, 0, 2), "okänd stil"),
        (("series", 0, 3), ["a"]),
        (("more",), 1),
        (("resizes",), [["vm_t", [SHEET, 1, 1, 9, 3]]]),
    ],
)
def test_what_is_no_undo_of_ours_is_refused(path: tuple[Any, ...], to: object) -> None:
    book, undo = run_and_undo()
    for after in (None, held_of(held(names=[{"name": "vm_n", "formula": f"='{SHEET}'!$I$9"}]))):
        with pytest.raises(VarderingError, match=r"pane-content-unreadable|undo-changed"):
            book.orders_to_take_back(changed(undo, *path, to=to), after)


@pytest.mark.parametrize(
    ("bears", "holds", "given"),
    [
        ("Nytta", "Nytta", None),
        ("2027", 2027.0, None),
        ("0.5", 0.5, None),
        ("Kostnad", "Nytta", f"'{SHEET}'!$D$1"),
        ("", None, f"'{SHEET}'!$D$1"),
    ],
)
def test_a_series_is_linked_to_its_title_only_where_it_does_not_bear_it(
    bears: str, holds: CellValue, given: str | None
) -> None:
    chart = {"sheet": SHEET, "name": "Kurva", "series": [{"name": bears}]}
    kind = "Empty" if holds is None else "String" if isinstance(holds, str) else "Double"
    book = OfficeBook.of(held(cell(1, 4, kind, holds), charts=[chart]))
    area = Area(SHEET, 1, 4, 1, 4)
    series = SeriesWrite("Kurva", 0, area, area, area, "", (), ())
    (order,) = book.orders(ChangeSet(book.snapshot().fingerprint, series=(series,))).orders
    assert (order["name"], order["values"]) == (given, f"'{SHEET}'!$D$1")


def test_a_title_is_left_where_this_excel_does_not_tell_what_a_series_bears() -> None:
    book = OfficeBook.of(held(charts=[{"sheet": SHEET, "name": "Kurva"}]))
    area = Area(SHEET, 1, 4, 1, 4)
    series = SeriesWrite("Kurva", 3, area, area, area, "", (), ())
    (order,) = book.orders(ChangeSet(book.snapshot().fingerprint, series=(series,))).orders
    assert order["name"] is None
