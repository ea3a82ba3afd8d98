"""The Snapshot of an open workbook: two reads a sheet, of the box that holds everything of ours on it."""

import hashlib
from typing import Any

from vardering.base.cells import Area, CellValue, parse_area
from vardering.base.faults import BookBusyError
from vardering.base.light_dataclasses import dataclass
from vardering.books.live_excel.calls import answered, asked
from vardering.books.live_excel.cell_values import as_grid, typed
from vardering.books.live_excel.protection import has_password, is_locked
from vardering.workbook.rectangles import box_around
from vardering.workbook.snapshot import PREFIX, NameSnapshot, SheetState, Snapshot
from vardering.workbook.snapshot_parts import area_of, table_of, with_row_below

VISIBLE = -1
"""Excel's xlSheetVisible."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where everything of ours stands: every table (others' too) and our names, and the worksheets by name."""

    sheets: dict[str, Any]
    tables: dict[str, Area]
    names: dict[str, Area]


@dataclass(frozen=True, slots=True)
class Box:
    """The values of one area of a worksheet."""

    area: Area
    values: tuple[tuple[CellValue, ...], ...]

    def cut(self, area: Area) -> tuple[tuple[CellValue, ...], ...]:
        """The values of an area within the box."""
        first = area.column - self.area.column
        rows = self.values[area.row - self.area.row : area.last_row - self.area.row + 1]
        return tuple(row[first : first + area.width] for row in rows)


def find(book: Any) -> Found:  # noqa: ANN401 – Excel's own object
    """Tables, names and worksheets of a workbook."""
    sheets = {str(asked(sheet, "Name")): sheet for sheet in answered(lambda: list(book.Worksheets))}
    tables: dict[str, Area] = {}
    for name, sheet in sheets.items():
        for table in answered(lambda each=sheet: list(each.ListObjects)):  # type: ignore[misc]
            address = asked(asked(table, "Range"), "Address")
            tables[str(asked(table, "Name")).lower()] = parse_area(name, str(address))
    names: dict[str, Area] = {}
    for entry in answered(lambda: list(book.Names)):
        name = str(asked(entry, "Name")).lower()
        if name.startswith(PREFIX):
            area = area_of(str(asked(entry, "RefersTo")), sheets)
            if area is not None:
                names[name] = area
    return Found(sheets, tables, names)


def read_box(sheet: Any, area: Area) -> Box:  # noqa: ANN401
    """Every cell of an area, typed: one read for what the cells are and one for what they hold exactly."""
    cells = answered(lambda: sheet.Range(area.a1))
    kinds = as_grid(asked(cells, "Value"))
    exact = as_grid(asked(cells, "Value2"))
    rows = zip(kinds, exact, strict=True)
    return Box(area, tuple(tuple(map(typed, values, figures)) for values, figures in rows))


def snapshot_of(book: Any, source: str, *, try_locks: bool) -> Snapshot:  # noqa: ANN401
    """Everything of ours in an open workbook.

    Raises ``BookBusyError`` "excel-editing" while a cell is being edited, "book-shared" for a shared workbook.
    """
    if asked(book, "MultiUserEditing"):
        raise BookBusyError("book-shared")
    found = find(book)
    ours = {name: area for name, area in found.tables.items() if name.startswith(PREFIX)}
    boxes = _boxes(found, ours)
    tables = {name: table_of(name, area, boxes[area.sheet].cut(with_row_below(area))) for name, area in ours.items()}
    names = {name: NameSnapshot(name, area, boxes[area.sheet].cut(area)) for name, area in found.names.items()}
    states = tuple(_state(name, sheet, is_tried=try_locks and name in boxes) for name, sheet in found.sheets.items())
    mark = hashlib.sha256(repr((states, tables, names)).encode()).hexdigest()
    return Snapshot(source, mark, states, tables, names, bool(asked(book, "HasVBProject")))


def _boxes(found: Found, ours: dict[str, Area]) -> dict[str, Box]:
    wanted: dict[str, list[Area]] = {}
    for area in [with_row_below(area) for area in ours.values()] + list(found.names.values()):
        wanted.setdefault(area.sheet, []).append(area)
    return {name: read_box(found.sheets[name], box_around(areas)) for name, areas in wanted.items()}


def _state(name: str, sheet: Any, *, is_tried: bool) -> SheetState:  # noqa: ANN401
    locked = is_locked(sheet)
    visible = asked(sheet, "Visible") == VISIBLE
    return SheetState(name, locked, is_tried and locked and has_password(sheet), visible)
