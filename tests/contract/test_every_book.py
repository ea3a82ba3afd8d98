"""What every book does with a Snapshot and a ChangeSet, whatever it is made of."""

from dataclasses import replace

import pytest

from contract.book_cases import (
    EVERY_MAKER,
    INPUT,
    LOG,
    LOG_AREA,
    NAME_AREA,
    RESULT,
    ROWS,
    TABLE_AREA,
    WRITTEN_AREA,
    Book,
    BookMaker,
    makers_here,
    small_layout,
)
from vardering.base.cells import NOT_CALCULATED, Area, CellValue, ErrorValue
from vardering.base.faults import BookChangedError, BookProtectedError, VarderingError
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, TableResize
from vardering.workbook.layout import PlacedCell

TEXTS = (
    "=1+1",
    "+46 19 21 10 00",
    "-",
    "@x",
    "001",
    "1/2",
    "två\nrader",
    " kant ",
    "<&>\"'",
    "_x0041_",
    "a\x07b",
    "😀",
)


@pytest.fixture(params=EVERY_MAKER)
def make(request: pytest.FixtureRequest) -> BookMaker:
    maker: BookMaker = request.param
    return maker


def one_cell(sheet: str, row: int, column: int, write: CellWrite) -> Block:
    return Block(Area(sheet, row, column, row, column), ((write,),))


def row_block(sheet: str, row: int, column: int, values: tuple[CellValue, ...], style: str | None = None) -> Block:
    area = Area(sheet, row, column, row, column + len(values) - 1)
    return Block(area, (tuple(CellWrite(value, style=style) for value in values),))


def refusal(book: Book, change_set: ChangeSet) -> VarderingError:
    """The error that an apply ends in; nothing of the book may have changed."""
    before = book.snapshot()
    with pytest.raises(VarderingError) as caught:
        book.apply(change_set)
    assert book.snapshot() == before
    return caught.value


def expecting(book: Book, **parts: object) -> ChangeSet:
    return replace(ChangeSet(book.snapshot().fingerprint), **parts)  # type: ignore[arg-type]


def test_a_snapshot_holds_our_tables_and_names_with_every_cell_typed(make: BookMaker) -> None:
    snapshot = make(small_layout()).snapshot()
    table = snapshot.tables["vm_rader"]
    assert (table.area, table.headings) == (TABLE_AREA, ("Id", "Antal\nst", "Datum", "Med & utan"))
    assert table.rows == ROWS
    assert [type(value) for value in table.rows[0]] == [type(value) for value in ROWS[0]]
    assert table.below == (None, None, None, None)
    assert snapshot.names["vm_namn"].value == "Digitala lås"
    assert snapshot.names["vm_skrivet"].values[0] == ("gammalt", None, None)
    assert "annat" not in snapshot.names
    assert [(sheet.name, sheet.protected, sheet.password) for sheet in snapshot.sheets] == [
        (INPUT, False, False),
        (RESULT, True, False),
        (LOG, False, False),
    ]


def test_what_lies_directly_under_a_table_is_seen(make: BookMaker) -> None:
    book = make(small_layout(PlacedCell(9, 3, "kvar", style="text")))
    assert book.snapshot().tables["vm_rader"].below == (None, "kvar", None, None)


def test_every_book_reads_the_same_layout_alike() -> None:
    layout = small_layout(PlacedCell(1, 1, ErrorValue("#N/A"), style="text"), PlacedCell(8, 2, None, "=1", "text"))
    first, *others = [maker(layout).snapshot() for maker in makers_here().values()]
    for other in others:
        assert replace(other, fingerprint="") == replace(first, fingerprint="")


def test_what_is_applied_is_what_is_read_back(make: BookMaker) -> None:
    book = make(small_layout())
    values: tuple[CellValue, ...] = ("nytt", 12.5, None)
    book.apply(
        expecting(
            book,
            owned=(WRITTEN_AREA,),
            blocks=(
                row_block(RESULT, 3, 1, values),
                row_block(RESULT, 4, 1, (True, ErrorValue("#DIV/0!"), 0.1)),
                row_block(RESULT, 5, 1, (1e22, -0.5, 3.0)),
            ),
        )
    )
    written = book.snapshot().names["vm_skrivet"].values
    assert written == (values, (True, ErrorValue("#DIV/0!"), 0.1), (1e22, -0.5, 3.0))
    assert isinstance(written[1][0], bool)
    assert isinstance(written[2][2], float)


def test_a_formula_reads_as_its_stored_value_and_without_one_as_not_calculated(make: BookMaker) -> None:
    book = make(small_layout())
    block = Block(
        Area(RESULT, 3, 1, 3, 3),
        ((CellWrite(3.5, "=1+2.5"), CellWrite("å", '="å"'), CellWrite(None, '=A1&"<"')),),
    )
    book.apply(expecting(book, owned=(WRITTEN_AREA,), blocks=(block,)))
    assert book.snapshot().names["vm_skrivet"].values[0] == (3.5, "å", NOT_CALCULATED)


@pytest.mark.parametrize("text", TEXTS)
def test_text_stays_text_whatever_it_starts_with(make: BookMaker, text: str) -> None:
    book = make(small_layout())
    book.apply(expecting(book, blocks=(one_cell(INPUT, 8, 2, CellWrite(text)),)))
    assert book.snapshot().tables["vm_rader"].rows[3][0] == text


def test_empty_empty_text_and_zero_stay_three_different_things(make: BookMaker) -> None:
    book = make(small_layout())
    book.apply(expecting(book, blocks=(row_block(RESULT, 5, 1, ("", None, 0.0)),)))
    assert book.snapshot().names["vm_skrivet"].values[2] == ("", None, 0.0)


def test_an_entry_of_none_leaves_the_cell_and_an_empty_write_empties_it(make: BookMaker) -> None:
    book = make(small_layout())
    block = Block(Area(RESULT, 3, 1, 4, 2), ((CellWrite(), None), (None, None)))
    book.apply(expecting(book, owned=(WRITTEN_AREA,), blocks=(block,)))
    assert book.snapshot().names["vm_skrivet"].values[:2] == ((None, None, None), (None, 7.0, None))


def test_where_blocks_overlap_the_later_one_holds(make: BookMaker) -> None:
    book = make(small_layout())
    blocks = (row_block(RESULT, 5, 1, (1.0, 2.0)), row_block(RESULT, 5, 2, (3.0,)))
    book.apply(expecting(book, blocks=blocks))
    assert book.snapshot().names["vm_skrivet"].values[2] == (1.0, 3.0, None)


def test_content_that_is_not_ours_is_never_overwritten(make: BookMaker) -> None:
    book = make(small_layout())
    blocks = (row_block(RESULT, 3, 2, ("går bra",)), row_block(INPUT, 6, 2, ("i vägen",)))
    error = refusal(book, expecting(book, owned=(WRITTEN_AREA,), blocks=blocks))
    assert isinstance(error, BookProtectedError)
    assert error.fault.code == "content-in-the-way"
    assert str(error.fault.where) == f"{INPUT}!B6"


def test_a_formula_without_a_value_is_in_the_way_too(make: BookMaker) -> None:
    book = make(small_layout(PlacedCell(9, 9, None, "=1+1", "text")))
    error = refusal(book, expecting(book, blocks=(row_block(INPUT, 9, 9, (1.0,)),)))
    assert error.fault.code == "content-in-the-way"


def test_a_book_that_changed_since_it_was_read_is_refused(make: BookMaker) -> None:
    book = make(small_layout())
    old = expecting(book, blocks=(row_block(RESULT, 5, 1, (1.0,)),))
    book.apply(old)
    error = refusal(book, old)
    assert isinstance(error, BookChangedError)
    assert error.fault.code == "book-changed"


def test_a_sheet_with_a_password_is_refused_by_name(make: BookMaker) -> None:
    book = make(small_layout(), passwords={RESULT})
    assert book.snapshot().sheet(RESULT).password  # type: ignore[union-attr]
    error = refusal(book, expecting(book, blocks=(row_block(RESULT, 5, 1, (1.0,)),)))
    assert isinstance(error, BookProtectedError)
    assert (error.fault.code, error.fault.arguments["sheet"]) == ("sheet-password", RESULT)


def test_a_sheet_with_a_password_that_is_not_written_is_no_hindrance(make: BookMaker) -> None:
    book = make(small_layout(), passwords={RESULT})
    book.apply(expecting(book, blocks=(row_block(INPUT, 8, 2, ("ny",)),)))
    assert book.snapshot().tables["vm_rader"].rows[3][0] == "ny"


def test_a_table_grows_with_its_rows(make: BookMaker) -> None:
    book = make(small_layout())
    area = Area(LOG, 1, 1, 5, 3)
    blocks = tuple(row_block(LOG, row, 1, (f"rad {row}", "Bo", float(row))) for row in (3, 4, 5))
    book.apply(expecting(book, blocks=blocks, resizes=(TableResize("vm_logg", area),)))
    table = book.snapshot().tables["vm_logg"]
    assert table.area == area
    assert table.rows[1:] == tuple((f"rad {row}", "Bo", float(row)) for row in (3, 4, 5))


def test_a_table_shrinks_and_nothing_stale_stays(make: BookMaker) -> None:
    book = make(small_layout())
    resize = TableResize("vm_logg", Area(LOG, 1, 1, 2, 3))
    book.apply(expecting(book, owned=(LOG_AREA,), blocks=(row_block(LOG, 2, 1, (None,) * 3),), resizes=(resize,)))
    table = book.snapshot().tables["vm_logg"]
    assert (table.area.last_row, table.rows, table.below) == (2, ((None,) * 3,), (None,) * 3)


def test_a_table_never_swallows_what_stands_under_it(make: BookMaker) -> None:
    layout = small_layout()
    note = PlacedCell(5, 3, "min anteckning", style="text")
    log = replace(layout.sheets[2], cells=(*layout.sheets[2].cells, note))
    book = make(replace(layout, sheets=(*layout.sheets[:2], log)))
    resize = TableResize("vm_logg", Area(LOG, 1, 1, 5, 3))
    error = refusal(book, expecting(book, blocks=(row_block(LOG, 4, 1, ("ny",)),), resizes=(resize,)))
    assert (error.fault.code, str(error.fault.where)) == ("content-in-the-way", "Logg!C5")


def test_a_table_never_grows_into_another(make: BookMaker) -> None:
    layout = small_layout()
    other = replace(layout.sheets[2].tables[0], name="Egen", area=Area(LOG, 6, 3, 7, 5))
    log = replace(layout.sheets[2], tables=(*layout.sheets[2].tables, other))
    book = make(replace(layout, sheets=(*layout.sheets[:2], log)))
    error = refusal(book, expecting(book, resizes=(TableResize("vm_logg", Area(LOG, 1, 1, 6, 3)),)))
    assert error.fault.code == "table-in-the-way"


def test_a_table_or_name_that_is_gone_is_a_changed_book(make: BookMaker) -> None:
    book = make(small_layout())
    resize = TableResize("vm_borta", Area(LOG, 1, 1, 6, 3))
    assert refusal(book, expecting(book, resizes=(resize,))).fault.code == "table-gone"
    name = NameWrite("vm_borta", NAME_AREA)
    assert refusal(book, expecting(book, names=(name,))).fault.code == "name-gone"
    block = row_block("Borta", 1, 1, (1.0,))
    assert refusal(book, expecting(book, blocks=(block,))).fault.code == "sheet-gone"


def test_a_name_moves_to_its_new_area(make: BookMaker) -> None:
    book = make(small_layout())
    area = Area(RESULT, 3, 1, 9, 5)
    book.apply(expecting(book, blocks=(row_block(RESULT, 9, 5, ("sist",)),), names=(NameWrite("vm_skrivet", area),)))
    found = book.snapshot().names["vm_skrivet"]
    assert found.area == area
    assert found.values[6][4] == "sist"


def test_applying_nothing_changes_nothing(make: BookMaker) -> None:
    book = make(small_layout())
    before = book.snapshot()
    book.apply(ChangeSet(before.fingerprint))
    assert book.snapshot() == before


def test_applying_the_same_twice_gives_the_same_values(make: BookMaker) -> None:
    book = make(small_layout())
    blocks = (row_block(RESULT, 3, 1, ("x", 1.0, None)), row_block(RESULT, 9, 7, ("utanför",)))
    owned = (WRITTEN_AREA, Area(RESULT, 9, 7, 9, 7))
    book.apply(expecting(book, owned=owned, blocks=blocks))
    once = book.snapshot()
    book.apply(expecting(book, owned=owned, blocks=blocks))
    assert replace(book.snapshot(), fingerprint="") == replace(once, fingerprint="")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_a_defect_of_the_caller(make: BookMaker, value: float) -> None:
    book = make(small_layout())
    with pytest.raises(ValueError, match="finite"):
        book.apply(expecting(book, blocks=(row_block(RESULT, 9, 1, (value,)),)))


def test_a_block_that_does_not_fill_its_area_and_an_unknown_style_are_defects_of_the_caller(make: BookMaker) -> None:
    book = make(small_layout())
    with pytest.raises(ValueError, match="do not fill"):
        book.apply(expecting(book, blocks=(Block(Area(RESULT, 9, 1, 9, 2), ((None,),)),)))
    with pytest.raises(ValueError, match="no style"):
        book.apply(expecting(book, blocks=(row_block(RESULT, 9, 1, (1.0,), "okänd"),)))
    with pytest.raises(ValueError, match="cannot go"):
        book.apply(expecting(book, resizes=(TableResize("vm_logg", Area(LOG, 1, 1, 6, 4)),)))
