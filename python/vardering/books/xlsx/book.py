"""A workbook on disk as a book: read once, and written as a new file's bytes; the file itself is never touched."""

import hashlib
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import Self

from vardering.base.cells import Area
from vardering.base.faults import BookBusyError, BookChangedError, BookProtectedError, BookUnreadableError, CallError
from vardering.books.xlsx.bound_cells import refuse_bound_cells
from vardering.books.xlsx.chart_patch import patched_charts
from vardering.books.xlsx.limits import MAX_FILE_BYTES, guarded
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.parts import SheetPart, Structure
from vardering.books.xlsx.preflight import refuse_other_files
from vardering.books.xlsx.reading import Reader, sheet_state
from vardering.books.xlsx.sheet_patch import SheetPatch
from vardering.books.xlsx.sheet_scan import SheetScan, cell_key
from vardering.books.xlsx.style_patch import StylePatch
from vardering.books.xlsx.table_patch import resized_table
from vardering.books.xlsx.workbook_patch import patched_workbook, without_calculation_chain
from vardering.books.xlsx.xml_source import new_parser, parse_whole
from vardering.workbook.applying import (
    SheetWrites,
    is_content,
    refuse_content_in_the_way,
    refuse_other_tables,
    rows_to_dress,
    writes_by_sheet,
)
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot


class XlsxBook:
    """One .xlsx, .xlsm, .xltx or .xltm file, held in memory. ``fingerprint`` is the SHA-256 of its bytes."""

    def __init__(self, content: bytes, source: str) -> None:
        self._content = content
        self._source = source
        self.fingerprint = hashlib.sha256(content).hexdigest()
        with guarded():
            refuse_other_files(content)
            self._structure = Structure(Package(content))
            self._reader = Reader(self._structure)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Read a file and look it over before anything in it is trusted.

        Raises ``CallError`` "file-missing", "file-is-a-folder"; ``BookBusyError`` "book-held"; otherwise
        ``BookUnreadableError`` with what kind of file it is or what is wrong with it.
        """
        try:
            size = path.stat().st_size
            if size > MAX_FILE_BYTES:
                raise BookUnreadableError("file-too-large", size=size, limit=MAX_FILE_BYTES)
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise CallError("file-missing", path=str(path)) from error
        except IsADirectoryError as error:
            raise CallError("file-is-a-folder", path=str(path)) from error
        except PermissionError as error:
            # Windows says the same of a folder, of a file that another program holds and of one we may not read.
            if path.is_dir():
                raise CallError("file-is-a-folder", path=str(path)) from error
            raise BookBusyError("book-held", file=path.name) from error
        except OSError as error:
            raise BookUnreadableError("file-not-readable", file=path.name) from error
        return cls(content, path.name)

    @classmethod
    def from_bytes(cls, content: bytes, source: str) -> Self:
        """A book of a file's bytes; ``source`` is its name. Raises ``BookUnreadableError``."""
        return cls(content, source)

    @cached_property
    def _snapshot(self) -> Snapshot:
        with guarded():
            return self._reader.snapshot(self._source, self.fingerprint)

    def snapshot(self) -> Snapshot:
        """Everything of ours in the file; ``source`` is the file's name. Raises ``BookUnreadableError``."""
        return self._snapshot

    def partial_snapshot(self, without: Collection[str]) -> Snapshot:
        """The snapshot save some tables and names, for a reader of inputs only: no ChangeSet is made from it.

        Raises ``BookUnreadableError``.
        """
        with guarded():
            return self._reader.snapshot(self._source, self.fingerprint, without)

    def verify(self) -> None:
        """Check that every part can be unpacked. Raises ``BookUnreadableError`` for the first that cannot."""
        with guarded():
            self._structure.package.verify()

    def apply(self, change_set: ChangeSet) -> bytes:
        """The whole file with the changes made; every part that they do not concern has the bytes it had.

        Raises, before anything is made: ``BookChangedError`` "book-changed", "sheet-gone", "table-gone",
        "name-gone"; ``BookProtectedError`` "sheet-password", "content-in-the-way", "table-in-the-way",
        "table-has-totals", "merge-in-the-way", "formula-group-in-the-way"; ``BookNotWrittenError``
        "text-too-long", "formula-too-long".
        """
        if change_set.expects != self.fingerprint:
            raise BookChangedError("book-changed", file=self._source)
        if change_set == ChangeSet(expects=change_set.expects, owned=change_set.owned):
            return self._content
        return _Application(self._structure, self._reader, change_set).content()


class _Application:
    """One ChangeSet applied to one file."""

    def __init__(self, structure: Structure, reader: Reader, change_set: ChangeSet) -> None:
        self._structure = structure
        self._reader = reader
        self._changes = change_set
        self._grown: dict[str, list[tuple[Area, Area]]] = {}
        self._styles = StylePatch(structure)

    def content(self) -> bytes:
        """The new file."""
        with guarded():
            areas = {**self._structure.table_areas, **{n: t.area for n, t in self._structure.tables.items()}}
        sheets = writes_by_sheet(self._changes)
        for resize in self._changes.resizes:
            if resize.table not in self._structure.tables:
                raise BookChangedError("table-gone", table=resize.table)
            refuse_other_tables(resize, areas)
            old, new = areas[resize.table], resize.area
            writes = sheets.setdefault(new.sheet, {})
            writes.update(rows_to_dress(resize, old, writes))
            self._grown.setdefault(new.sheet, []).append((old, new))
        for sheet, writes in sheets.items():
            self._refuse(sheet, writes)
        refuse_content_in_the_way(self._changes, sheets, self._is_filled)
        return self._patched(sheets)

    def _sheet(self, name: str) -> SheetPart:
        sheet = self._structure.sheet(name)
        if sheet is None or sheet.kind != "worksheet":
            raise BookChangedError("sheet-gone", sheet=name)
        return sheet

    def _scan(self, name: str) -> SheetScan:
        with guarded():
            return self._reader.scan(self._sheet(name))

    def _refuse(self, name: str, writes: SheetWrites) -> None:
        scan = self._scan(name)
        if sheet_state(self._sheet(name), scan.protection).password:
            raise BookProtectedError("sheet-password", sheet=name)
        refuse_bound_cells(name, scan, writes)

    def _is_filled(self, sheet: str, row: int, column: int) -> bool:
        cell = self._scan(sheet).cells.get(cell_key(row, column))
        if cell is None:
            return False
        with guarded():
            return cell.has_formula or is_content(self._reader.typing.value(cell))

    def _patched(self, sheets: dict[str, SheetWrites]) -> bytes:
        structure = self._structure
        changed: dict[str, bytes] = {}
        removed: set[str] = set()
        with guarded():
            for name, writes in sheets.items():
                changed[self._sheet(name).part] = self._patched_sheet(name, writes)
            changed.update(self._styles.changed())
            for resize in self._changes.resizes:
                table = structure.tables[resize.table]
                changed[table.part] = resized_table(table, resize.area)
            changed.update(patched_charts(structure, self._changes.series))
            changed[structure.part] = patched_workbook(structure, self._changes.names)
            if structure.related("calcChain") is not None and self._moves_formulas(sheets):
                more, removed = without_calculation_chain(structure)
                changed.update(more)
            for part in changed.values():
                parse_whole(new_parser(), part)
            return structure.package.with_changes(changed, removed)

    def _patched_sheet(self, name: str, writes: SheetWrites) -> bytes:
        patch = SheetPatch(
            name,
            self._scan(name),
            style_index=self._styles.index,
            date1904=self._structure.date1904,
            grown=self._grown.get(name, ()),
            heights={height.row: height.points for height in self._changes.heights if height.sheet == name},
        )
        return patch.content(writes)

    def _moves_formulas(self, sheets: dict[str, SheetWrites]) -> bool:
        """Whether a cell gets a formula that had none, or loses the one it had."""
        for name, writes in sheets.items():
            cells = self._scan(name).cells
            for (row, column), write in writes.items():
                cell = cells.get(cell_key(row, column))
                if (cell is not None and cell.has_formula) != (write.formula is not None):
                    return True
        return False
