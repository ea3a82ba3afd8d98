"""The Snapshot of a file: our tables and names with every cell in them, and the state of every sheet."""

from collections.abc import Collection
from functools import cached_property

from vardering.base.cells import MAX_ROW, Area, CellValue
from vardering.books.xlsx.cell_values import CellTyping
from vardering.books.xlsx.number_formats import date_styles
from vardering.books.xlsx.parts import SheetPart, Structure
from vardering.books.xlsx.shared_strings import read_shared_strings
from vardering.books.xlsx.sheet_glance import glance_at
from vardering.books.xlsx.sheet_scan import SheetScan, cell_key
from vardering.books.xlsx.sheet_scanner import scan_part
from vardering.workbook.snapshot import NameSnapshot, SheetState, Snapshot, TableSnapshot


class Reader:
    """Reads one workbook. Each sheet is scanned at most once, and only where something of ours stands."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._scans: dict[str, SheetScan] = {}

    def scan(self, sheet: SheetPart) -> SheetScan:
        """The sheet's rows and cells."""
        if sheet.part not in self._scans:
            self._scans[sheet.part] = scan_part(self._structure.package, sheet.part)
        return self._scans[sheet.part]

    def snapshot(self, source: str, fingerprint: str, without: Collection[str] = ()) -> Snapshot:
        """Everything of ours, typed, save the tables and names in ``without``: a sheet of these alone is not scanned.

        Raises ``BookUnreadableError`` as the parts it reads do.
        """
        structure = self._structure
        wanted_tables = {name: found for name, found in structure.tables.items() if name not in without}
        wanted_names = {name: found for name, found in structure.names.items() if name not in without}
        ours = {table.area.sheet for table in wanted_tables.values()}
        ours |= {name.area.sheet for name in wanted_names.values()}
        states = tuple(self._state(sheet, sheet.name in ours) for sheet in structure.sheets)
        tables = {
            name: TableSnapshot(name, found.area, found.headings, self._body(found.area), self._below(found.area))
            for name, found in wanted_tables.items()
        }
        names = {name: NameSnapshot(name, found.area, self.values(found.area)) for name, found in wanted_names.items()}
        return Snapshot(source, fingerprint, states, tables, names, structure.macros)

    def values(self, area: Area) -> tuple[tuple[CellValue, ...], ...]:
        """Values of an area, row by row; what lies beyond the sheet's cells is empty."""
        sheet = self._structure.sheet(area.sheet)
        if sheet is None:
            raise LookupError(area.sheet)
        cell_at = self.scan(sheet).cells.get
        typed = self.typing.value
        rows = []
        for row in range(area.row, area.last_row + 1):
            first = cell_key(row, area.column)
            found = map(cell_at, range(first, first + area.width))
            rows.append(tuple([cell and typed(cell) for cell in found]))
        return tuple(rows)

    @cached_property
    def typing(self) -> CellTyping:
        """How this workbook's cells are typed."""
        styles = self._structure.styles
        dates = date_styles(styles) if styles else frozenset[int]()
        return CellTyping(lambda: self._strings, dates, self._structure.date1904)

    @cached_property
    def _strings(self) -> list[str]:
        part = self._structure.related("sharedStrings")
        return read_shared_strings(self._structure.package, part.target) if part else []

    def _state(self, sheet: SheetPart, ours: bool) -> SheetState:
        scan = self.scan(sheet) if ours else glance_at(self._structure.package, sheet.part)
        return sheet_state(sheet, scan.protection)

    def _body(self, area: Area) -> tuple[tuple[CellValue, ...], ...]:
        return self.values(Area(area.sheet, area.row + 1, area.column, area.last_row, area.last_column))

    def _below(self, area: Area) -> tuple[CellValue, ...]:
        row = area.last_row + 1
        if row > MAX_ROW:
            return (None,) * area.width
        return self.values(Area(area.sheet, row, area.column, row, area.last_column))[0]


def sheet_state(sheet: SheetPart, protection: dict[str, str] | None) -> SheetState:
    """State of a sheet from the attributes of its ``sheetProtection``, None where it has none."""
    attributes = protection or {}
    protected = any(attributes.get(name) in ("1", "true") for name in ("sheet", "content"))
    password = protected and any(attributes.get(name) for name in ("password", "hashValue"))
    return SheetState(sheet.name, protected, password, sheet.visible)
