"""Cells that cannot be changed alone: those that share a formula with others, and those that a merge hides."""

from collections.abc import Iterator

from vardering.base.cells import Area, Position
from vardering.base.faults import BookProtectedError, BookUnreadableError
from vardering.books.xlsx.sheet_scan import SheetScan, cell_key, place_of
from vardering.workbook.applying import SheetWrites, holds, is_content

Place = tuple[int, int]


def refuse_bound_cells(sheet: str, scan: SheetScan, writes: SheetWrites) -> None:
    """Raise ``BookProtectedError`` for the first written cell that is bound to cells that stay.

    "formula-group-in-the-way": one of several cells that share a formula. "merge-in-the-way": a cell that a merge
    hides. ``BookUnreadableError`` "sheet-damaged" where such areas overlap.
    """
    written = {cell_key(row, column) for row, column in writes} if scan.shared else set()
    for keys in scan.shared:
        if keys[0] in written and not written.issuperset(keys):
            raise BookProtectedError("formula-group-in-the-way", Position(sheet, *place_of(keys[0])))
    for area, inside in _written_within(scan.arrays, writes):
        if len(inside) < area.height * area.width:
            raise BookProtectedError("formula-group-in-the-way", Position(sheet, *min(inside)))
    for area, inside in _written_within(scan.merges, writes):
        for place in sorted(inside):
            write = writes[place]
            if place != (area.row, area.column) and (write.formula or is_content(write.value)):
                raise BookProtectedError("merge-in-the-way", Position(sheet, *place))


def _written_within(areas: list[Area], writes: SheetWrites) -> Iterator[tuple[Area, list[Place]]]:
    """Areas that hold a written cell, with those cells.

    Honest areas of one kind share no cell, so together they cover no more than the extent of what is written;
    that keeps a crafted sheet with very many of them from taking for ever.
    """
    if not areas or not writes:
        return
    rows, columns = [row for row, _ in writes], [column for _, column in writes]
    extent = Area("", min(rows), min(columns), max(rows), max(columns))
    left = extent.height * extent.width
    for area in areas:
        top, bottom = max(area.row, extent.row), min(area.last_row, extent.last_row)
        first, last = max(area.column, extent.column), min(area.last_column, extent.last_column)
        if top > bottom or first > last:
            continue
        common = Area("", top, first, bottom, last)
        size = common.height * common.width
        left -= size
        if left < 0:
            raise BookUnreadableError("sheet-damaged")
        if size <= len(writes):
            inside = [place for place in common.cells() if place in writes]
        else:
            inside = [place for place in writes if holds(common, *place)]
        if inside:
            yield area, inside
