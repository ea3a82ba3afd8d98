"""A book in memory, made from a layout: the same reading and applying as a file, without one."""

import hashlib
from collections.abc import Collection

from vardering.base.cells import MAX_ROW, NOT_CALCULATED, Area, CellValue
from vardering.base.faults import BookChangedError, BookProtectedError
from vardering.base.light_dataclasses import dataclass
from vardering.workbook.applying import (
    STYLE_ONLY,
    SheetWrites,
    is_content,
    refuse_content_in_the_way,
    refuse_other_tables,
    rows_to_dress,
    writes_by_sheet,
)
from vardering.workbook.change_set import CellWrite, ChangeSet, SeriesWrite, TableResize
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import PREFIX, NameSnapshot, SheetState, Snapshot, TableSnapshot

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class MemoryCell:
    """A cell; with ``formula``, ``value`` is its stored value. ``style`` is a key of STYLES, "" for none."""

    value: CellValue = None
    formula: str | None = None
    style: str = ""


EMPTY = MemoryCell()


class MemoryBook:
    """A grid of cells with tables and names. Sheets in ``passwords`` are locked with a password.

    ``series`` holds what was last written to each chart series, by chart and index.
    """

    def __init__(self, layout: WorkbookLayout, source: str = "minne.xlsx", passwords: Collection[str] = ()) -> None:
        self._source = source
        self._cells: dict[Place, MemoryCell] = {
            (sheet.name, cell.row, cell.column): MemoryCell(cell.value, cell.formula, cell.style)
            for sheet in layout.sheets
            for cell in sheet.cells
        }
        self._sheets = tuple(
            SheetState(sheet.name, sheet.locked or sheet.name in passwords, sheet.name in passwords)
            for sheet in layout.sheets
        )
        tables = [table for sheet in layout.sheets for table in sheet.tables]
        self._tables = {table.name.lower(): table.area for table in tables}
        self._headings = {table.name.lower(): table.headings for table in tables}
        for table in tables:
            for offset, heading in enumerate(table.headings):
                place = (table.area.sheet, table.area.row, table.area.column + offset)
                self._cells.setdefault(place, MemoryCell(heading, None, table.heading_styles[offset]))
        self._names = {name.lower(): area for name, area in layout.names.items()}
        self._charts = {
            (chart.name, index): serie.values.sheet
            for sheet in layout.sheets
            for chart in sheet.charts
            for index, serie in enumerate(chart.series)
        }
        self.series: dict[tuple[str, int], SeriesWrite] = {}

    def cell(self, sheet: str, row: int, column: int) -> MemoryCell:
        """What stands in a cell."""
        return self._cells.get((sheet, row, column), EMPTY)

    def type_in(self, sheet: str, row: int, column: int, value: CellValue) -> None:
        """Do as a person does: put a value in a cell, which keeps its style."""
        style = self.cell(sheet, row, column).style
        self._cells[sheet, row, column] = MemoryCell(value, None, style)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of every cell, table and name."""
        state = (
            sorted(self._cells.items(), key=lambda item: item[0]),
            sorted(self._tables.items()),
            sorted(self._names.items()),
            self._sheets,
        )
        return hashlib.sha256(repr(state).encode()).hexdigest()

    def snapshot(self) -> Snapshot:
        """Everything of ours."""
        tables = {
            name: TableSnapshot(name, area, self._headings[name], self._values(area)[1:], self._below(area))
            for name, area in self._tables.items()
            if name.startswith(PREFIX)
        }
        names = {
            name: NameSnapshot(name, area, self._values(area))
            for name, area in self._names.items()
            if name.startswith(PREFIX)
        }
        return Snapshot(self._source, self.fingerprint, self._sheets, tables, names)

    def apply(self, change_set: ChangeSet) -> None:
        """Make all changes, or none.

        Raises ``BookChangedError`` "book-changed", "sheet-gone", "table-gone", "name-gone"; ``BookProtectedError``
        "sheet-password", "content-in-the-way", "table-in-the-way".
        """
        if change_set.expects != self.fingerprint:
            raise BookChangedError("book-changed", file=self._source)
        sheets = writes_by_sheet(change_set)
        grown = {}
        for resize in change_set.resizes:
            refuse_other_tables(resize, self._tables)
            grown[resize] = self._tables[resize.table]
            writes = sheets.setdefault(resize.area.sheet, {})
            writes.update(rows_to_dress(resize, grown[resize], writes))
        for sheet in sheets:
            self._refuse_sheet(sheet)
        refuse_content_in_the_way(change_set, sheets, self._is_filled)
        for name in change_set.names:
            if name.name not in self._names:
                raise BookChangedError("name-gone", name=name.name)
        self._dress(grown)
        for sheet, writes in sheets.items():
            self._write(sheet, writes)
        self._tables.update({resize.table: resize.area for resize in change_set.resizes})
        self._names.update({write.name: write.area for write in change_set.names})
        for series in change_set.series:
            if self._charts.get((series.chart, series.index)) == series.values.sheet:
                self.series[series.chart, series.index] = series

    def _refuse_sheet(self, name: str) -> None:
        state = next((sheet for sheet in self._sheets if sheet.name == name), None)
        if state is None:
            raise BookChangedError("sheet-gone", sheet=name)
        if state.password:
            raise BookProtectedError("sheet-password", sheet=name)

    def _is_filled(self, sheet: str, row: int, column: int) -> bool:
        cell = self.cell(sheet, row, column)
        return cell.formula is not None or is_content(cell.value)

    def _dress(self, grown: dict[TableResize, Area]) -> None:
        """Cells of new rows that have no style get that of the row above them."""
        for resize, old in grown.items():
            for row in range(old.last_row + 1, resize.area.last_row + 1):
                for column in range(old.column, old.last_column + 1):
                    above = self.cell(old.sheet, old.last_row, column)
                    if (old.sheet, row, column) not in self._cells:
                        self._cells[old.sheet, row, column] = MemoryCell(style=above.style)

    def _write(self, sheet: str, writes: SheetWrites) -> None:
        for (row, column), write in writes.items():
            if write is not STYLE_ONLY:
                self._cells[sheet, row, column] = _written(self.cell(sheet, row, column), write)

    def _values(self, area: Area) -> tuple[tuple[CellValue, ...], ...]:
        return tuple(
            tuple(self._value(area.sheet, row, column) for column in range(area.column, area.last_column + 1))
            for row in range(area.row, area.last_row + 1)
        )

    def _value(self, sheet: str, row: int, column: int) -> CellValue:
        cell = self.cell(sheet, row, column)
        return NOT_CALCULATED if cell.formula is not None and cell.value is None else cell.value

    def _below(self, area: Area) -> tuple[CellValue, ...]:
        if area.last_row == MAX_ROW:
            return (None,) * area.width
        return self._values(Area(area.sheet, area.last_row + 1, area.column, area.last_row + 1, area.last_column))[0]


def _written(before: MemoryCell, write: CellWrite) -> MemoryCell:
    return MemoryCell(write.value, write.formula, before.style if write.style is None else write.style)
