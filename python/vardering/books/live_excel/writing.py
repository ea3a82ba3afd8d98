"""A ChangeSet applied to an open workbook: checked before anything is touched, read back afterwards."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from vardering.base.cells import Area, CellValue
from vardering.base.faults import BookChangedError, BookNotWrittenError, BookProtectedError
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.cell_values import Grid, as_entered, as_grid
from vardering.books.live_excel.dressing import copy_formats, dress
from vardering.books.live_excel.protection import has_password, is_locked, opened
from vardering.books.live_excel.reading import Found, read_box
from vardering.books.live_excel.rectangles import box_around, rectangles, runs_of_rows
from vardering.workbook.applying import (
    STYLE_ONLY,
    SheetWrites,
    is_content,
    refuse_content_in_the_way,
    refuse_other_tables,
    rows_to_dress,
    writes_by_sheet,
)
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, SeriesWrite

MANUAL = -4135
"""Excel's xlCalculationManual."""
EMPTIED = CellWrite()


@dataclass(frozen=True, slots=True)
class Held:
    """What the cells of one sheet hold before a run, as ``Formula`` gives it: the box around all that is written."""

    area: Area
    formulas: Grid

    def formula(self, row: int, column: int) -> object:
        """What one cell of the box holds: its formula, or its value as text."""
        return self.formulas[row - self.area.row][column - self.area.column]


def planned_writes(change_set: ChangeSet, found: Found) -> dict[str, SheetWrites]:
    """Every cell to write, by sheet, with the new rows of tables that grow.

    Raises ``BookChangedError`` "table-gone", "sheet-gone", "name-gone"; ``BookProtectedError`` "table-in-the-way".
    """
    sheets = writes_by_sheet(change_set)
    for resize in change_set.resizes:
        refuse_other_tables(resize, found.tables)
        writes = sheets.setdefault(resize.area.sheet, {})
        writes.update(rows_to_dress(resize, found.tables[resize.table], writes))
    for sheet in sheets:
        if sheet not in found.sheets:
            raise BookChangedError("sheet-gone", sheet=sheet)
    for name in change_set.names:
        if name.name not in found.names:
            raise BookChangedError("name-gone", name=name.name)
    return sheets


def refuse_hindrances(change_set: ChangeSet, sheets: Mapping[str, SheetWrites], found: Found) -> dict[str, Held]:
    """Look at everything that is to be written before anything is; gives what the cells hold now.

    Raises ``BookProtectedError`` "sheet-password", "sheet-filtered", "content-in-the-way".
    """
    held: dict[str, Held] = {}
    for name, writes in sheets.items():
        sheet = found.sheets[name]
        if is_locked(sheet) and has_password(sheet):
            raise BookProtectedError("sheet-password", sheet=name)
        if _is_filtered(sheet):
            raise BookProtectedError("sheet-filtered", sheet=name)
        blocks = [block.area for block in change_set.blocks if block.area.sheet == name]
        box = box_around([*blocks, *(Area(name, row, column, row, column) for row, column in writes)])
        formulas = answered(lambda target=sheet, area=box: target.Range(area.a1).Formula)  # type: ignore[misc]
        held[name] = Held(box, as_grid(formulas))
    refuse_content_in_the_way(
        change_set, sheets, lambda sheet, row, column: is_content(_as_value(held[sheet].formula(row, column)))
    )
    return held


def _as_value(held: object) -> CellValue:
    return held if isinstance(held, str) else None if held is None else str(held)


def _is_filtered(sheet: Any) -> bool:  # noqa: ANN401 – Excel's own object
    """Whether a filter hides rows: Excel would pass them over when it is written to."""
    return bool(answered(lambda: sheet.FilterMode))


def write_all(
    book: Any,  # noqa: ANN401
    change_set: ChangeSet,
    held: Mapping[str, Held],
    found: Found,
    progress: Callable[[str], None],
) -> None:
    """Write everything; screen and calculation are as before when it ends, whatever happens."""
    touched = {*held, *(series.values.sheet for series in change_set.series if series.values.sheet in found.sheets)}
    with _quiet(book.Application), opened({name: found.sheets[name] for name in sorted(touched)}) as ours:
        for resize in change_set.resizes:
            _resize(found.sheets[resize.area.sheet], resize.table, found.tables[resize.table], resize.area)
        for block in change_set.blocks:
            progress(block.area.sheet)
            sheet = found.sheets[block.area.sheet]
            dress(sheet, block)
            _fill(sheet, block, held[block.area.sheet], bool(book.Date1904))
        for entry in change_set.names:
            answered(lambda each=entry: _refer(book, each.name, each.area))  # type: ignore[misc]
        for name in sorted({height.sheet for height in change_set.heights} & set(found.sheets)):
            rows = [height.row for height in change_set.heights if height.sheet == name]
            # A sheet that is locked is all ours: there one stretch will do.
            stretches = [(min(rows), max(rows))] if name in ours else runs_of_rows(rows)
            _fit_rows(found.sheets[name], stretches)
        for series in change_set.series:
            _draw(found.sheets.get(series.values.sheet), series)


def _fit_rows(sheet: Any, stretches: Sequence[tuple[int, int]]) -> None:  # noqa: ANN401
    """Let Excel make rows as high as their text."""
    for first, last in stretches:
        answered(lambda each=f"{first}:{last}": sheet.Range(each).EntireRow.AutoFit())  # type: ignore[misc]


@contextmanager
def _quiet(application: Any) -> Iterator[None]:  # noqa: ANN401
    """Screen updating, events and calculation off for as long as the block lasts."""
    settings = {"ScreenUpdating": False, "EnableEvents": False, "Calculation": MANUAL}
    earlier = {name: answered(lambda each=name: getattr(application, each)) for name in settings}  # type: ignore[misc]
    try:
        for name, value in settings.items():
            answered(lambda each=name, new=value: setattr(application, each, new))  # type: ignore[misc]
        yield
    finally:
        for name, value in earlier.items():
            answered(lambda each=name, old=value: setattr(application, each, old))  # type: ignore[misc]


def _resize(sheet: Any, table: str, old: Area, new: Area) -> None:  # noqa: ANN401
    """Give a table its new area; new rows look like the row above them."""
    answered(lambda: sheet.ListObjects(table).Resize(sheet.Range(new.a1)))
    if new.last_row > old.last_row:
        last = Area(old.sheet, old.last_row, old.column, old.last_row, old.last_column)
        grown = Area(new.sheet, old.last_row + 1, new.column, new.last_row, new.last_column)
        copy_formats(sheet, last, grown)


def _fill(sheet: Any, block: Block, held: Held, date1904: bool) -> None:  # noqa: ANN401
    """Write a block: in one call where the cells that it leaves alone are blank, else around them."""
    written = {place: write for place, write in zip(block.area.cells(), chain(*block.rows), strict=True) if write}
    blank = all(held.formula(*place) in (None, "") for place in block.area.cells() if place not in written)
    for area in [block.area] if blank else rectangles(block.area.sheet, written):
        entered = tuple(
            tuple(
                as_entered(written.get((row, column), EMPTIED), date1904)
                for column in range(area.column, area.last_column + 1)
            )
            for row in range(area.row, area.last_row + 1)
        )
        answered(lambda each=area, new=entered: setattr(sheet.Range(each.a1), "Formula", new))  # type: ignore[misc]


def _refer(book: Any, name: str, area: Area) -> None:  # noqa: ANN401
    book.Names(name).RefersTo = f"={area.reference}"


def _draw(sheet: Any, series: SeriesWrite) -> None:  # noqa: ANN401
    """Point a chart's series to its new ranges; a chart that somebody has removed is left out."""
    charts = {} if sheet is None else {str(chart.Name): chart for chart in answered(lambda: list(sheet.ChartObjects()))}
    if series.chart not in charts:
        return
    title = series.title.reference if series.title else ""
    parts = (title, series.categories.reference, series.values.reference, str(series.index + 1))
    curve = answered(lambda: charts[series.chart].Chart.SeriesCollection(series.index + 1))
    answered(lambda: setattr(curve, "Formula", f"=SERIES({','.join(parts)})"))


def refuse_other_content(sheets: Mapping[str, SheetWrites], found: Found) -> None:
    """Read everything back. Raises ``BookNotWrittenError`` "not-as-written" for the first cell that differs."""
    for name, writes in sheets.items():
        area = box_around([Area(name, row, column, row, column) for row, column in writes])
        box = read_box(found.sheets[name], area)
        for (row, column), write in sorted(writes.items()):
            held = box.values[row - area.row][column - area.column]
            if write is not STYLE_ONLY and not _is_as_written(write, held):
                raise BookNotWrittenError("not-as-written", Area(name, row, column, row, column).position(0, 0))


def _is_as_written(write: CellWrite, held: CellValue) -> bool:
    """What a formula comes to is Excel's to say, but it may not have become text; all else must come back the same."""
    if write.formula is not None:
        return held != write.formula
    return held == write.value or (held in (None, "") and write.value in (None, ""))
