"""What only the book in memory offers: cells to look at, to type in, and the series that were written."""

from dataclasses import replace

from contract.book_cases import INPUT, LOG, RESULT, small_layout
from vardering.base.cells import MAX_ROW, Area
from vardering.books.memory import EMPTY, MemoryBook, MemoryCell
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, SeriesWrite, TableResize


def test_a_cell_is_seen_with_its_formula_and_style() -> None:
    book = MemoryBook(small_layout())
    assert book.cell(RESULT, 4, 2) == MemoryCell(7.0, "=3+4", "result_number")
    assert book.cell(RESULT, 99, 99) == EMPTY
    assert book.cell(INPUT, 4, 2) == MemoryCell("Id", None, "heading")


def test_typing_in_a_cell_keeps_its_style_and_changes_the_fingerprint() -> None:
    book = MemoryBook(small_layout())
    before = book.fingerprint
    book.type_in(RESULT, 4, 2, "min egen")
    assert book.cell(RESULT, 4, 2) == MemoryCell("min egen", None, "result_number")
    assert book.fingerprint != before


def test_new_rows_of_a_table_look_like_the_last_one() -> None:
    book = MemoryBook(small_layout())
    book.apply(ChangeSet(book.fingerprint, resizes=(TableResize("vm_logg", Area(LOG, 1, 1, 3, 3)),)))
    row = Block(Area(LOG, 3, 1, 3, 1), ((CellWrite("nu", style="result_text"),),))
    book.apply(ChangeSet(book.fingerprint, blocks=(row,)))
    book.apply(ChangeSet(book.fingerprint, resizes=(TableResize("vm_logg", Area(LOG, 1, 1, 5, 3)),)))
    assert [book.cell(LOG, number, 1).style for number in (4, 5)] == ["result_text", "result_text"]


def test_series_of_charts_that_are_there_are_kept_and_others_passed_over() -> None:
    book = MemoryBook(small_layout())
    area = Area(RESULT, 5, 2, 7, 2)
    series = SeriesWrite("Kurva", 0, None, area, area, "", (1.0,), (1.0,))
    others = (replace(series, chart="Borta"), replace(series, index=1), replace(series, values=Area(LOG, 1, 1, 2, 1)))
    book.apply(ChangeSet(book.fingerprint, series=(series, *others)))
    assert book.series == {("Kurva", 0): series}


def test_under_a_table_that_ends_with_the_sheet_there_is_nothing() -> None:
    layout = small_layout()
    table = replace(layout.sheets[2].tables[0], area=Area(LOG, MAX_ROW - 1, 1, MAX_ROW, 3))
    book = MemoryBook(replace(layout, sheets=(*layout.sheets[:2], replace(layout.sheets[2], tables=(table,)))))
    assert book.snapshot().tables["vm_logg"].below == (None, None, None)
