"""What every book does with a ChangeSet before it touches a cell: who writes what, and whether it may.

Pure functions over a ChangeSet, so that every book refuses the same things for the same reasons.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from math import isfinite

from vardering.base.cells import Area, CellValue
from vardering.base.faults import BookChangedError, BookProtectedError
from vardering.workbook.change_set import CellWrite, ChangeSet, TableResize
from vardering.workbook.styles import STYLES

SheetWrites = dict[tuple[int, int], CellWrite]
"""The cells of one sheet that are written, by (row, column)."""

STYLE_ONLY = CellWrite()
"""What a new row of a table gets in columns that nobody writes: the style of the row above."""


def writes_by_sheet(change_set: ChangeSet) -> dict[str, SheetWrites]:
    """Every cell that is written, by sheet; where blocks overlap the later one holds.

    Raises ``ValueError`` where a block's rows do not fill its area, for a number that is not finite and for a
    style that is not declared.
    """
    sheets: dict[str, SheetWrites] = {}
    for block in change_set.blocks:
        area = block.area
        if len(block.rows) != area.height or any(len(row) != area.width for row in block.rows):
            raise ValueError(f"the rows of a block do not fill {area}")
        writes = sheets.setdefault(area.sheet, {})
        for row, cells in enumerate(block.rows, start=area.row):
            for column, write in enumerate(cells, start=area.column):
                if write is not None:
                    writes[row, column] = write
    for writes in sheets.values():
        _refuse_impossible(writes.values())
    return sheets


def _refuse_impossible(writes: Collection[CellWrite]) -> None:
    for write in writes:
        if isinstance(write.value, float) and not isfinite(write.value):
            raise ValueError("a cell holds finite numbers only")
    unknown = {write.style for write in writes} - STYLES.keys() - {None}
    if unknown:
        raise ValueError(f"no style {unknown.pop()}")


def refuse_content_in_the_way(
    change_set: ChangeSet,
    sheets: Mapping[str, SheetWrites],
    is_filled: Callable[[str, int, int], bool],
) -> None:
    """Raise ``BookProtectedError`` "content-in-the-way" for the first cell that is filled and not ours."""
    for sheet, writes in sheets.items():
        others = list(writes)
        for area in change_set.owned:
            if area.sheet == sheet and others:
                others = outside(area, others)
        for row, column in sorted(others):
            if is_filled(sheet, row, column):
                area = Area(sheet, row, column, row, column)
                raise BookProtectedError("content-in-the-way", area.position(0, 0))


def refuse_other_tables(resize: TableResize, tables: Mapping[str, Area]) -> None:
    """Raise where a table cannot take its new area.

    ``BookChangedError`` "table-gone" where the table is gone or has moved since it was read,
    ``BookProtectedError`` "table-in-the-way" where the new area runs into another table. ``ValueError`` where
    the caller asks for other columns, another heading row or no body row.
    """
    old = tables.get(resize.table)
    if old is None:
        raise BookChangedError("table-gone", table=resize.table)
    new = resize.area
    same = (old.sheet, old.row, old.column, old.last_column) == (new.sheet, new.row, new.column, new.last_column)
    if not same or new.last_row <= new.row:
        raise ValueError(f"{resize.table} cannot go from {old} to {new}")
    for name, other in tables.items():
        if name != resize.table and overlap(other, new):
            raise BookProtectedError("table-in-the-way", other.position(0, 0), table=resize.table, other=name)


def rows_to_dress(resize: TableResize, old: Area, writes: SheetWrites) -> SheetWrites:
    """Cells of a grown table's new rows that nobody writes, so that they get the style of the row above."""
    return {
        (row, column): STYLE_ONLY
        for row in range(old.last_row + 1, resize.area.last_row + 1)
        for column in range(old.column, old.last_column + 1)
        if (row, column) not in writes
    }


def outside(area: Area, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the places that the area does not hold."""
    top, left, bottom, right = area.row, area.column, area.last_row, area.last_column
    return [place for place in places if not (top <= place[0] <= bottom and left <= place[1] <= right)]


def holds(area: Area, row: int, column: int) -> bool:
    """Whether a cell lies within an area of its sheet."""
    return area.row <= row <= area.last_row and area.column <= column <= area.last_column


def overlap(one: Area, other: Area) -> bool:
    """Whether two areas share a cell."""
    return (
        one.sheet == other.sheet
        and one.row <= other.last_row
        and other.row <= one.last_row
        and one.column <= other.last_column
        and other.column <= one.last_column
    )


def is_content(value: CellValue) -> bool:
    """Whether a value is something a person would miss; an empty text is not."""
    return value is not None and value != ""
