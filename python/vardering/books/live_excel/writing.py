"""A ChangeSet applied to an open workbook: checked before anything is touched, read back afterwards."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from vardering.base.cells import Area, CellValue, Position
from vardering.base.faults import BookNotWrittenError, BookProtectedError
from vardering.books.live_excel.calls import answered, asked
from vardering.books.live_excel.charts import Curve, draw
from vardering.books.live_excel.dressing import copy_formats, dress
from vardering.books.live_excel.heights import fit_rows, set_heights
from vardering.books.live_excel.held import Held, read_held, written_areas
from vardering.books.live_excel.protection import opened
from vardering.books.live_excel.reading import Found
from vardering.workbook.applying import STYLE_ONLY, SheetWrites, refuse_content_in_the_way
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, RowHeight
from vardering.workbook.entered_values import BLANK, as_entered
from vardering.workbook.rectangles import rectangles, runs_of_rows
from vardering.workbook.row_heights import drawn_sheets
from vardering.workbook.snapshot import Snapshot

MANUAL = -4135
"""Excel's xlCalculationManual."""
LONGEST_IN_BLOCK = 8_000
"""Excel refuses a block with a text of more than 8,203 signs; a cell alone takes all that it holds."""
EMPTIED = CellWrite()


def refuse_hindrances(
    change_set: ChangeSet, sheets: Mapping[str, SheetWrites], found: Found, earlier: Snapshot
) -> dict[str, Held]:
    """Look at everything that is to be written before anything is; gives what the cells hold now.

    Raises ``BookProtectedError`` "sheet-password", "sheet-filtered", "content-in-the-way".
    """
    for name in sheets:
        state = earlier.sheet(name)
        if state is not None and state.password:
            raise BookProtectedError("sheet-password", sheet=name)
        if _is_filtered(found.sheets[name]):
            raise BookProtectedError("sheet-filtered", sheet=name)
    areas = {name: written_areas(name, writes, change_set.blocks) for name, writes in sheets.items()}
    held = read_held(found.sheets, areas)
    refuse_content_in_the_way(change_set, sheets, lambda sheet, row, column: not held[sheet].is_blank(row, column))
    return held


def _is_filtered(sheet: Any) -> bool:  # noqa: ANN401 – Excel's own object
    """Whether a filter hides rows: Excel would pass them over when it is written to."""
    return bool(asked(sheet, "FilterMode"))


def write_all(
    book: Any,  # noqa: ANN401
    change_set: ChangeSet,
    curves: Sequence[Curve],
    held: Mapping[str, Held],
    found: Found,
    progress: Callable[[str], None],
) -> None:
    """Write everything but the change set's series, which are ``curves``; screen and calculation are as before when
    it ends, whatever happens.
    """
    touched = {*held, *(curve.sheet for curve in curves if curve.sheet in found.sheets)}
    heights = [height for height in change_set.heights if height.sheet in found.sheets]
    date1904 = bool(asked(book, "Date1904"))
    with (
        _quiet(asked(book, "Application")) as was_manual,
        opened({name: found.sheets[name] for name in sorted(touched)}) as ours,
    ):
        for resize in change_set.resizes:
            _resize(found.sheets[resize.area.sheet], resize.table, found.tables[resize.table], resize.area)
        for block in change_set.blocks:
            progress(block.area.sheet)
            _write_block(found.sheets[block.area.sheet], block, held[block.area.sheet], heights, date1904)
        for entry in change_set.names:
            answered(lambda each=entry: _refer(book, each.name, each.area))  # type: ignore[misc]
        for name in sorted({height.sheet for height in heights} - drawn_sheets(heights)):
            rows = [height.row for height in heights if height.sheet == name]
            # A sheet that is locked is all ours: there one stretch will do.
            fit_rows(found.sheets[name], [(min(rows), max(rows))] if name in ours else runs_of_rows(rows))
        draw(found.sheets, curves)
        if was_manual:
            # Somebody calculates by hand: our sheets would show what they came to before.
            for name in sorted(held):
                answered(lambda each=name: found.sheets[each].Calculate())  # type: ignore[misc]


def _write_block(
    sheet: Any,  # noqa: ANN401
    block: Block,
    held: Held,
    heights: Sequence[RowHeight],
    date1904: bool,
) -> None:
    """Give the cells of a block their look, drawn rows their heights, and the cells their content."""
    written = {place: write for place, write in zip(block.area.cells(), chain(*block.rows), strict=True) if write}
    blank = all(held.is_blank(*place) for place in block.area.cells() if place not in written)
    dress(sheet, block, blank)
    if blank and block.area.sheet in drawn_sheets(heights):
        set_heights(sheet, block.area, heights)
    for area in [block.area] if blank else rectangles(block.area.sheet, written):
        _fill(sheet, area, written, date1904)


@contextmanager
def _quiet(application: Any) -> Iterator[bool]:  # noqa: ANN401
    """Screen updating, events, calculation and formulas that fill a table's column by themselves, off for as long as
    the block lasts. Gives whether calculation was off before.
    """
    correcting = asked(application, "AutoCorrect")
    settings: Sequence[tuple[Any, str, object]] = (
        (application, "ScreenUpdating", False),
        (application, "EnableEvents", False),
        (application, "Calculation", MANUAL),
        (correcting, "AutoFillFormulasInLists", False),
    )
    earlier = [(owner, name, asked(owner, name)) for owner, name, _ in settings]
    try:
        for owner, name, value in settings:
            answered(partial(setattr, owner, name, value))
        yield earlier[2][2] == MANUAL
    finally:
        for owner, name, value in earlier:
            answered(partial(setattr, owner, name, value))


def _resize(sheet: Any, table: str, old: Area, new: Area) -> None:  # noqa: ANN401
    """Give a table its new area; new rows look like the row above them."""
    answered(lambda: sheet.ListObjects(table).Resize(sheet.Range(new.a1)))
    if new.last_row > old.last_row:
        last = Area(old.sheet, old.last_row, old.column, old.last_row, old.last_column)
        grown = Area(new.sheet, old.last_row + 1, new.column, new.last_row, new.last_column)
        copy_formats(sheet, last, grown)


def _fill(
    sheet: Any,  # noqa: ANN401
    area: Area,
    written: Mapping[tuple[int, int], CellWrite],
    date1904: bool,
) -> None:
    """Write an area in one call; cells that nobody writes are blank and stay so."""
    long: list[tuple[Area, str]] = []

    def entered(row: int, column: int) -> object:
        content = as_entered(written.get((row, column), EMPTIED), date1904)
        if isinstance(content, str) and len(content) > LONGEST_IN_BLOCK:
            long.append((Area(area.sheet, row, column, row, column), content))
            return BLANK
        return content

    rows = tuple(
        tuple(entered(row, column) for column in range(area.column, area.last_column + 1))
        for row in range(area.row, area.last_row + 1)
    )
    answered(lambda: setattr(sheet.Range(area.a1), "Formula", rows))
    for cell, text in long:
        answered(lambda each=cell, content=text: setattr(sheet.Range(each.a1), "Value", content))  # type: ignore[misc]


def _refer(book: Any, name: str, area: Area) -> None:  # noqa: ANN401
    book.Names(name).RefersTo = f"={area.reference}"


def refuse_other_content(sheets: Mapping[str, SheetWrites], after: Mapping[str, Held]) -> None:
    """Raise ``BookNotWrittenError`` "not-as-written" for the first cell that holds something else than was written."""
    for name, writes in sheets.items():
        for (row, column), write in sorted(writes.items()):
            if write is not STYLE_ONLY and not _is_as_written(write, after[name].value(row, column)):
                raise BookNotWrittenError("not-as-written", Position(name, row, column))


def _is_as_written(write: CellWrite, held: CellValue) -> bool:
    """What a formula comes to is Excel's to say, but it may not have become text; all else must come back the same."""
    if write.formula is not None:
        return held != write.formula
    return held == write.value or (held in (None, "") and write.value in (None, ""))
