"""What is said to Excel, piece by piece: joined blocks, patterns of rows, and an undo that is kept as text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.books.live_excel.charts import Curve
from vardering.books.live_excel.dressing import patterns
from vardering.books.live_excel.undo import Undo
from vardering.books.live_excel.undo_text import undo_of, undo_text
from vardering.workbook.applying import writes_by_sheet
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, RowHeight, TableResize
from vardering.workbook.joined_blocks import joined
from vardering.workbook.rectangles import rectangles

SHEET = "Blad & mer"
VALUES: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.text(max_size=5),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.just(ErrorValue("#DIV/0!")),
)
WRITES = st.one_of(
    st.none(), st.builds(CellWrite, VALUES, st.sampled_from([None, "=1+1"]), st.sampled_from([None, "plain"]))
)
PLACES = st.tuples(st.integers(1, 12), st.integers(1, 6))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    row, column = draw(PLACES)
    height, width = draw(st.sampled_from([1, 1, 1, 2])), draw(st.integers(1, 3))
    area = Area(draw(st.sampled_from([SHEET, "Annat"])), row, column, row + height - 1, column + width - 1)
    return Block(area, tuple(tuple(draw(WRITES) for _ in range(width)) for _ in range(height)))


@given(st.lists(blocks(), max_size=12))
def test_joined_blocks_write_the_same_cells_and_leave_the_same_alone(given_blocks: list[Block]) -> None:
    def written(listed: tuple[Block, ...]) -> object:
        return {sheet: writes for sheet, writes in writes_by_sheet(ChangeSet("", blocks=listed)).items() if writes}

    result = joined(given_blocks)
    assert written(result) == written(tuple(given_blocks))
    assert len(result) <= len(given_blocks)


def test_a_table_that_is_written_cell_by_cell_becomes_one_block() -> None:
    cells = [
        Block(Area(SHEET, row, column, row, column), ((CellWrite(float(row * column)),),))
        for row in range(5, 40)
        for column in range(2, 9)
    ]
    (block,) = joined(cells)
    assert block.area == Area(SHEET, 5, 2, 39, 8)


def test_cells_far_apart_stay_blocks_of_their_own() -> None:
    cells = [Block(Area(SHEET, row, 1, row, 1), ((CellWrite(1.0),),)) for row in (1, 100)]
    assert joined(cells) == tuple(cells)


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_patterns_give_every_row_back_in_order(rows: list[str]) -> None:
    again = [row for start, period, times in patterns(rows) for row in rows[start : start + period] * times]
    assert again == rows


@given(st.sets(PLACES))
def test_rectangles_hold_every_cell_once(places: set[tuple[int, int]]) -> None:
    cells = [place for area in rectangles(SHEET, places) for place in area.cells()]
    assert sorted(cells) == sorted(places)


@given(st.lists(blocks(), max_size=4), st.booleans())
def test_an_undo_that_is_kept_as_text_comes_back_the_same(kept_blocks: list[Block], broken_off: bool) -> None:
    area = Area(SHEET, 1, 1, 3, 2)
    change_set = ChangeSet(
        "",
        owned=tuple(block.area for block in kept_blocks),
        blocks=tuple(kept_blocks),
        resizes=(TableResize("vm_logg", area),),
        names=(NameWrite("vm_skrivet", area),),
        heights=(RowHeight(SHEET, 3, None), RowHeight(SHEET, 4, 3.0)),
    )
    left = None if broken_off else tuple(tuple(("=A1", 2.5, None) for _ in block.rows) for block in kept_blocks)
    curves = (Curve(SHEET, "Kurva", 0, "=SERIES(,'Blad & mer'!$A$1,'Blad & mer'!$B$1,1)"),)
    undo = Undo(change_set, {"vm_logg": area}, {"vm_skrivet": area}, curves, left)
    assert undo_of(undo_text(undo)) == undo


def test_a_day_that_is_kept_is_a_day_again() -> None:
    area = Area(SHEET, 1, 1, 1, 1)
    block = Block(area, ((CellWrite(date(2027, 3, 1)),),))
    undo = Undo(ChangeSet("", owned=(area,), blocks=(block,)), {}, {})
    assert undo_of(undo_text(undo)).change_set.blocks[0].rows[0][0] == CellWrite(date(2027, 3, 1))
