"""A ChangeSet as orders to the task pane, once everything that is to be written has been looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from vardering.base.cells import Area, CellValue
from vardering.base.faults import BookProtectedError
from vardering.books.office_js import orders
from vardering.books.office_js.held import HeldChart
from vardering.books.office_js.orders import Order, Orders
from vardering.books.office_js.reading import Content
from vardering.workbook.applying import STYLE_ONLY, SheetWrites, refuse_content_in_the_way
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, RowHeight, SeriesWrite
from vardering.workbook.entered_values import BLANK, as_entered
from vardering.workbook.joined_blocks import joined
from vardering.workbook.planned_writes import planned_writes
from vardering.workbook.rectangles import rectangles, runs_of_rows
from vardering.workbook.row_heights import drawn_sheets
from vardering.workbook.snapshot_parts import area_of
from vardering.workbook.styles import GENERAL, STYLES, TEXT

LONGEST_IN_BLOCK = 8_000
"""A longer text is typed into its cell alone, as no formula may be so long."""

Curve = tuple[str, str, int, Sequence[str | None]]
"""Sheet and name of a chart, order of the series from 0, and its title, categories, values and sizes."""


def orders_for(change_set: ChangeSet, curves: Sequence[Curve], content: Content) -> Orders:
    """Everything but the change set's series, which are ``curves``.

    Raises ``BookChangedError`` "sheet-gone", "table-gone", "name-gone"; ``BookProtectedError`` "book-read-only",
    "sheet-password", "sheet-filtered", "content-in-the-way", "table-in-the-way", "table-has-totals";
    ``BookNotWrittenError`` "date-before-calendar", "text-too-long".
    """
    held = content.held
    planned = planned_writes(change_set, content.ours, content.tables, content.names, date1904=held.date1904)
    drawn = [_still_linked(curve, content) for curve in curves if _is_there(curve, content)]
    heights = [height for height in change_set.heights if height.sheet in content.ours]
    touched = {*planned, *(curve[0] for curve in drawn), *(height.sheet for height in heights)}
    _refuse_hindrances(change_set, planned, touched, content)
    given = (
        *_resizing(change_set, content),
        *_dressing(planned),
        *_setting_heights(heights),
        *_filling(change_set.blocks, held.date1904),
        *(orders.name(content.called[entry.name], entry.area) for entry in change_set.names),
        *_fitting(heights),
        *(orders.series(*curve) for curve in drawn),
    )
    return Orders(tuple(sorted(name for name in touched if content.sheets[name].protected)), given)


def curves_of(change_set: ChangeSet) -> tuple[Curve, ...]:
    """The series that a ChangeSet points to new ranges."""
    return tuple(
        (each.values.sheet, each.chart, each.index, tuple(map(_reference, _shown(each)))) for each in change_set.series
    )


def _shown(series: SeriesWrite) -> tuple[Area | None, ...]:
    return series.title, series.categories, series.values, series.sizes


def _reference(area: Area | None) -> str | None:
    return None if area is None else area.reference


def _is_there(curve: Curve, content: Content) -> bool:
    """Whether a series is there to be pointed; what nobody could tell of a chart is trusted."""
    sheet, name, index, _ = curve
    return sheet in content.ours and any(
        not chart.series or index < len(chart.series) for chart in _charts(sheet, name, content)
    )


def _charts(sheet: str, name: str, content: Content) -> list[HeldChart]:
    return [chart for chart in content.held.charts if (chart.sheet, chart.name) == (sheet, name)]


def _still_linked(curve: Curve, content: Content) -> Curve:
    """A series without its title where it bears what the title's cell holds already: then it follows that cell.

    So a title is only given where it moves, and where this Excel tells what the series bear.
    """
    sheet, name, index, (title, *shown) = curve
    area = None if title is None else area_of(title, content.ours)
    bears = [chart.series[index].name for chart in _charts(sheet, name, content) if chart.series]
    if area is not None and bears and bears[0] != _as_shown(content.cell(area.sheet, area.row, area.column).value):
        return curve
    return sheet, name, index, (None, *shown)


def _as_shown(value: CellValue) -> str:
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def _refuse_hindrances(
    change_set: ChangeSet, planned: Mapping[str, SheetWrites], touched: Iterable[str], content: Content
) -> None:
    if content.held.read_only:
        raise BookProtectedError("book-read-only", file=content.held.name)
    for name in sorted(touched):
        if content.sheets[name].password:
            raise BookProtectedError("sheet-password", sheet=name)
        if name in planned and content.sheets[name].filtered:
            raise BookProtectedError("sheet-filtered", sheet=name)
    for resize in change_set.resizes:
        if resize.table in content.with_totals:
            raise BookProtectedError("table-has-totals", resize.area.position(0, 0))
    refuse_content_in_the_way(change_set, planned, lambda *place: not content.cell(*place).is_blank)


def _resizing(change_set: ChangeSet, content: Content) -> Iterator[Order]:
    """New areas of tables; new rows look like the row above them."""
    for each in change_set.resizes:
        old, new = content.tables[each.table], each.area
        yield orders.resize(content.called[each.table], new)
        if new.last_row > old.last_row:
            last = Area(old.sheet, old.last_row, old.column, old.last_row, old.last_column)
            yield orders.copy_formats(
                last, Area(new.sheet, old.last_row + 1, new.column, new.last_row, new.last_column)
            )


def _dressing(planned: Mapping[str, SheetWrites]) -> Iterator[Order]:
    """Named styles, and an ordinary format for formulas in cells of text, which would stay text themselves."""
    for sheet, writes in planned.items():
        styled: dict[str, list[tuple[int, int]]] = {}
        shown: dict[bool, list[tuple[int, int]]] = {}
        for place, write in writes.items():
            if write.style is not None:
                styled.setdefault(write.style, []).append(place)
            if write.formula is not None and (write.style is None or STYLES[write.style].number_format == TEXT):
                shown.setdefault(write.style is None, []).append(place)
        for key, places in styled.items():
            yield orders.style(sheet, rectangles(sheet, places), STYLES[key].name)
        for is_unknown, places in shown.items():
            yield orders.number_format(sheet, rectangles(sheet, places), GENERAL, TEXT if is_unknown else None)


def _setting_heights(heights: Sequence[RowHeight]) -> Iterator[Order]:
    """Heights of drawings, which are set as they are."""
    drawn = drawn_sheets(heights)
    listed = sorted(((each.sheet, each.row, each.points) for each in heights if each.sheet in drawn), key=_by_place)
    for (sheet, points), rows in groupby(listed, key=lambda each: (each[0], each[2])):
        for first, last in runs_of_rows([row for _, row, _ in rows]):
            yield orders.heights(sheet, first, last, points)


def _by_place(height: tuple[str, int, float | None]) -> tuple[str, int]:
    return height[0], height[1]


def _fitting(heights: Sequence[RowHeight]) -> Iterator[Order]:
    """Heights of rows with text are left to Excel."""
    for sheet in sorted({each.sheet for each in heights} - drawn_sheets(heights)):
        for first, last in runs_of_rows([each.row for each in heights if each.sheet == sheet]):
            yield orders.fit(sheet, first, last)


def _filling(blocks: Sequence[Block], date1904: bool) -> Iterator[Order]:
    for block in joined(blocks):
        rows: list[list[object]] = [[_entered(write, date1904) for write in row] for row in block.rows]
        long = list(_taken_out(block.area, rows))
        yield orders.fill(block.area, rows)
        yield from (orders.fill(cell, [[text]]) for cell, text in long)


def _entered(write: CellWrite | None, date1904: bool) -> object:
    """What to type. Only formulas begin with "=": text that does gets an apostrophe in cells of text too."""
    if write is None or write is STYLE_ONLY:
        return None
    if write.formula is None and isinstance(write.value, str) and write.value.startswith("="):
        return f"'{write.value}"
    return as_entered(write, date1904)


def _taken_out(area: Area, rows: list[list[object]]) -> Iterator[tuple[Area, str]]:
    """Texts that are too long for a block, which leaves their cells empty."""
    for row, line in enumerate(rows, start=area.row):
        for at, content in enumerate(line):
            if isinstance(content, str) and len(content) > LONGEST_IN_BLOCK:
                line[at] = BLANK
                yield Area(area.sheet, row, area.column + at, row, area.column + at), content
