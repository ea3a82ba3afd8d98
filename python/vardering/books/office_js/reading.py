"""A held workbook typed: where everything of ours stands, what every cell holds, and the Snapshot of it."""

import hashlib
from collections.abc import Mapping
from functools import cached_property, lru_cache

from vardering.base.cells import NOT_CALCULATED, Area, CellValue, ErrorValue, parse_area
from vardering.base.date_formats import is_date_code
from vardering.base.day_serials import date_of
from vardering.base.faults import BookForeignError, BookUnreadableError
from vardering.books.office_js.held import Cell, Held, HeldSheet, HeldTable
from vardering.workbook.inverse import HeldCell
from vardering.workbook.snapshot import PREFIX, NameSnapshot, SheetState, Snapshot
from vardering.workbook.snapshot_parts import Rows, area_of, table_of, with_row_below

MAX_AREA_CELLS = 200_000
"""Cells of a table or a name of ours."""
MAX_AREAS_CELLS = 2_000_000
"""Cells of all of them together."""

BLANK = HeldCell()
_UNKNOWN = ErrorValue("#VALUE!")
"""What a cell of a kind that we do not know counts as: pictures, stock quotes and the like."""
_WAITING = frozenset({"#GETTING_DATA", "#BUSY!"})
"""What stands in a cell that Excel has not calculated yet."""

Cells = Mapping[tuple[int, int], HeldCell]


class Content:
    """What a held workbook holds. Raises ``BookUnreadableError``, ``BookForeignError`` where it is none of ours."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.sheets: dict[str, HeldSheet] = {sheet.name: sheet for sheet in held.sheets}
        self.tables = {table.name.lower(): _table_area(table, self.sheets) for table in held.tables}
        self.names = {name: area for name, area in self._named_areas() if area is not None}
        self.called = {
            name.lower(): name for name in (*(each.name for each in held.tables), *(each.name for each in held.names))
        }
        """Tables and names as they are called in the workbook: Office.js may tell capital letters apart."""
        self.with_totals = frozenset(table.name.lower() for table in held.tables if table.totals)
        ours = [area for name, area in self.tables.items() if name.startswith(PREFIX)]
        self.ours = frozenset(area.sheet for area in (*ours, *self.names.values()))
        """Sheets that hold something of ours: the only ones whose cells were read."""
        _refuse_too_large((*ours, *self.names.values()))

    def _named_areas(self) -> list[tuple[str, Area | None]]:
        return [
            (entry.name.lower(), area_of(entry.formula, self.sheets))
            for entry in self.held.names
            if entry.name.lower().startswith(PREFIX)
        ]

    @cached_property
    def cells(self) -> Mapping[str, Cells]:
        """Every cell that holds something, by sheet. Raises ``BookUnreadableError``."""
        date1904 = self.held.date1904
        return {name: _cells_of(sheet, date1904) for name, sheet in self.sheets.items() if name in self.ours}

    def cell(self, sheet: str, row: int, column: int) -> HeldCell:
        """What a cell holds. Raises ``BookUnreadableError``."""
        return self.cells[sheet].get((row, column), BLANK)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of everything that was read."""
        return hashlib.sha256(self.held.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()

    def snapshot(self) -> Snapshot:
        """Everything of ours. Raises ``BookUnreadableError``, ``BookForeignError`` "table-without-headings"."""
        states = tuple(
            SheetState(sheet.name, sheet.protected, sheet.password, sheet.visible) for sheet in self.held.sheets
        )
        tables = {
            name: table_of(name, area, self._values(with_row_below(area)))
            for name, area in self.tables.items()
            if name.startswith(PREFIX)
        }
        names = {name: NameSnapshot(name, area, self._values(area)) for name, area in self.names.items()}
        return Snapshot(self.held.name, self.fingerprint, states, tables, names, self._has_macros)

    @property
    def _has_macros(self) -> bool:
        return self.held.name.lower().endswith((".xlsm", ".xltm"))

    def _values(self, area: Area) -> Rows:
        held = self.cells[area.sheet].get
        columns = range(area.column, area.last_column + 1)
        return tuple(
            tuple([held((row, column), BLANK).value for column in columns])
            for row in range(area.row, area.last_row + 1)
        )


def _table_area(table: HeldTable, sheets: Mapping[str, HeldSheet]) -> Area:
    """Where a table stands, without its totals row."""
    if table.sheet not in sheets:
        raise BookUnreadableError("pane-content-unreadable")
    if table.name.lower().startswith(PREFIX) and not table.headings:
        raise BookForeignError("table-without-headings", table=table.name)
    try:
        whole = parse_area(table.sheet, table.address)
    except ValueError as error:
        raise BookUnreadableError("pane-content-unreadable") from error
    last_row = whole.last_row - table.totals
    if last_row < whole.row + table.headings:
        raise BookUnreadableError("pane-content-unreadable")
    return Area(whole.sheet, whole.row, whole.column, last_row, whole.last_column)


def _refuse_too_large(areas: tuple[Area, ...]) -> None:
    sizes = [area.height * area.width for area in areas]
    if max(sizes, default=0) > MAX_AREA_CELLS or sum(sizes) > MAX_AREAS_CELLS:
        raise BookUnreadableError("book-too-large")


def _cells_of(sheet: HeldSheet, date1904: bool) -> Cells:
    if sheet.cells is None:
        raise BookUnreadableError("sheet-too-large", sheet=sheet.name)
    return {(cell[0], cell[1]): HeldCell(_typed(cell, date1904), cell[4]) for cell in sheet.cells}


@lru_cache(maxsize=1_000)
def _is_date(number_format: str) -> bool:
    return is_date_code(number_format)


def _typed(cell: Cell, date1904: bool) -> CellValue:
    """A cell's value. Raises ``BookUnreadableError`` where it is not of the kind that was said."""
    _, _, kind, value, _, number_format = cell
    if kind == "String" and isinstance(value, str):
        return value
    if kind in ("Double", "Integer") and isinstance(value, float | int) and not isinstance(value, bool):
        number = float(value)
        day = date_of(number, date1904) if number_format is not None and _is_date(number_format) else None
        return number if day is None else day
    if kind == "Boolean" and isinstance(value, bool):
        return value
    if kind == "Error" and isinstance(value, str):
        return NOT_CALCULATED if value in _WAITING else ErrorValue(value)
    if kind == "Empty":
        return None
    if kind in ("RichValue", "Unknown"):
        return _UNKNOWN
    raise BookUnreadableError("pane-content-unreadable")
