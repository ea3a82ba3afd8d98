"""One pass over a sheet: where every row and cell stands in the bytes, and what each cell holds, still raw."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from vardering.base.cells import MAX_COLUMN, MAX_ROW, Area, column_number, parse_area
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.limits import MAX_MERGED_CELLS, MAX_TEXT
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.xml_source import MAIN, as_utf8, new_parser, parse_whole

_COLUMN_BITS = 15
_DIGITS = "0123456789"
_ROW, _CELL, _VALUE, _FORMULA, _TEXT = (f"{MAIN}}}{local}" for local in ("row", "c", "v", "f", "t"))
_PHONETIC, _SHEET_DATA = (f"{MAIN}}}{local}" for local in ("rPh", "sheetData"))


class ScannedCell(NamedTuple):
    """A cell as written. ``start`` is the offset of its start tag, ``close`` that of its end tag if it has one.

    ``style`` and ``kind`` are its ``s`` and ``t``; ``text`` is None where it has no value.
    """

    start: int
    close: int
    style: str
    kind: str
    text: str | None
    has_formula: bool


class ScannedRow(NamedTuple):
    """A row as written; ``style`` is its own style, None where it has none."""

    number: int
    start: int
    close: int
    style: str | None


@dataclass(slots=True)
class SheetScan:
    """A sheet's bytes and what stands where in them. ``cells`` has a key for each cell, see ``cell_key``.

    ``arrays`` are the areas of array formulas and data tables; ``shared`` holds for each shared formula the keys
    of its cells, first the one that carries its text.
    ``columns`` holds (first, last, style). ``ranges`` holds the start tags that carry a range to keep in step
    with a table: conditional formats and validations. ``in_order`` is False where rows or cells are not.
    """

    source: bytes
    cells: dict[int, ScannedCell] = field(default_factory=dict)
    rows: list[ScannedRow] = field(default_factory=list)
    columns: list[tuple[int, int, str]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    arrays: list[Area] = field(default_factory=list)
    shared: list[list[int]] = field(default_factory=list)
    ranges: list[tuple[int, str]] = field(default_factory=list)
    protection: dict[str, str] | None = None
    dimension: tuple[int, str] | None = None
    data_start: int = -1
    data_close: int = -1
    in_order: bool = True


def cell_key(row: int, column: int) -> int:
    """Key of a cell: grows row by row, and within a row column by column."""
    return row << _COLUMN_BITS | column


def place_of(key: int) -> tuple[int, int]:
    """Row and column of a cell's key."""
    return key >> _COLUMN_BITS, key & (1 << _COLUMN_BITS) - 1


def scan_part(package: Package, part: str) -> SheetScan:
    """Scan a sheet's part. Raises ``BookUnreadableError`` as ``scan_sheet`` does, and "too-much-markup"."""
    source = as_utf8(package.read(part))
    package.spend(source.count(b"<"))
    return scan_sheet(source)


def scan_sheet(source: bytes) -> SheetScan:
    """Scan a sheet in UTF-8.

    Raises ``BookUnreadableError`` "address-out-of-range", "merge-too-large", "text-too-long", "sheet-damaged",
    "xml-dtd"; ``ExpatError`` where it is not well formed.
    """
    scanner = _Scanner(source)
    parser = scanner.parser
    parser.StartElementHandler = scanner.start
    parser.EndElementHandler = scanner.end
    parse_whole(parser, source)
    return scanner.scan


class _Scanner:
    """Handlers of one pass. Outside ``sheetData`` only a few elements matter."""

    def __init__(self, source: bytes) -> None:
        self.scan = SheetScan(source)
        self.parser = new_parser()
        self._columns: dict[str, int] = {}
        self._row = 0
        self._row_text = ""
        self._row_start = 0
        self._row_style: str | None = None
        self._column = 0
        self._last_key = 0
        self._start = 0
        self._attributes: dict[str, str] = {}
        self._text: list[str] | None = None
        self._has_formula = False
        self._phonetic = False
        self._shared: dict[str, list[int]] = {}
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            _CELL: self._start_cell,
            _VALUE: self._start_value,
            _TEXT: self._start_text,
            _FORMULA: self._start_formula,
            _ROW: self._start_row,
            _PHONETIC: self._start_phonetic,
        }
        self._ends: dict[str, Callable[[], None]] = {
            _CELL: self._end_cell,
            _VALUE: self._end_text,
            _TEXT: self._end_text,
            _ROW: self._end_row,
            _PHONETIC: self._end_phonetic,
            _SHEET_DATA: self._end_data,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)
        else:
            self._start_other(name, attributes)

    def end(self, name: str) -> None:
        handler = self._ends.get(name)
        if handler is not None:
            handler()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._start = self.parser.CurrentByteIndex
        self._attributes = attributes
        self._text = None
        self._has_formula = False
        self._move_to(attributes.get("r"))

    def _start_value(self, _: dict[str, str]) -> None:
        # Where a cell has both an inline text and a value, the text is what it shows.
        if self._text is None or self._attributes.get("t") != "inlineStr":
            self._collect()

    def _start_text(self, _: dict[str, str]) -> None:
        if not self._phonetic:
            self._collect()

    def _collect(self) -> None:
        if self._text is None:
            self._text = []
        self.parser.CharacterDataHandler = self._text.append

    def _end_text(self) -> None:
        self.parser.CharacterDataHandler = None

    def _start_phonetic(self, _: dict[str, str]) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _end_data(self) -> None:
        self.scan.data_close = self.parser.CurrentByteIndex

    def _end_row(self) -> None:
        self.scan.rows.append(ScannedRow(self._row, self._row_start, self.parser.CurrentByteIndex, self._row_style))

    def _start_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r")
        number = int(text) if text is not None else self._row + 1
        if not 1 <= number <= MAX_ROW:
            raise BookUnreadableError("address-out-of-range", address=str(text))
        if number <= self._row:
            self.scan.in_order = False
        self._row = number
        self._row_text = str(number)
        self._row_start = self.parser.CurrentByteIndex
        custom = attributes.get("customFormat", "0") in ("1", "true")
        self._row_style = attributes.get("s", "0") if custom else None
        self._column = 0

    def _move_to(self, reference: str | None) -> None:
        if reference is None:
            column = self._column + 1
        else:
            letters = reference.rstrip(_DIGITS)
            if reference[len(letters) :] != self._row_text:
                raise BookUnreadableError("address-out-of-range", address=reference[:20])
            column = self._columns.get(letters) or self._new_column(letters, reference)
        if column > MAX_COLUMN:
            raise BookUnreadableError("address-out-of-range", address=str(reference)[:20])
        self._column = column

    def _new_column(self, letters: str, reference: str) -> int:
        if not (1 <= len(letters) <= 3 and letters.isascii() and letters.isalpha() and letters.isupper()):
            raise BookUnreadableError("address-out-of-range", address=reference[:20])
        self._columns[letters] = column_number(letters)
        return self._columns[letters]

    def _end_cell(self) -> None:
        key = cell_key(self._row, self._column)
        if key <= self._last_key:
            self.scan.in_order = False
        self._last_key = key
        text = None if self._text is None else "".join(self._text)
        if text is not None and len(text) > MAX_TEXT * 7:
            # An escape is seven characters for one; how long the text is shows when it has been decoded.
            raise BookUnreadableError("text-too-long", limit=MAX_TEXT)
        attributes = self._attributes
        self.scan.cells[key] = ScannedCell(
            self._start,
            self.parser.CurrentByteIndex,
            attributes.get("s", "0"),
            attributes.get("t", "n"),
            text,
            self._has_formula,
        )

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._has_formula = True
        kind, reference = attributes.get("t"), attributes.get("ref")
        if kind == "shared":
            index = attributes.get("si", "")
            if reference is not None or index not in self._shared:
                self._shared[index] = []
                self.scan.shared.append(self._shared[index])
            self._shared[index].append(cell_key(self._row, self._column))
        elif reference is not None and kind in ("array", "dataTable"):
            self.scan.arrays.append(parse_area("", reference))

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition("}")
        if namespace != MAIN:
            return
        scan = self.scan
        at = self.parser.CurrentByteIndex
        if local == "sheetData":
            scan.data_start = at
        elif local == "mergeCell":
            scan.merges.append(merged_area(attributes.get("ref", "")))
        elif local == "col":
            scan.columns.append((int(attributes["min"]), int(attributes["max"]), attributes.get("style", "0")))
        elif local == "dimension":
            scan.dimension = (at, attributes.get("ref", ""))
        elif local == "sheetProtection":
            scan.protection = attributes
        elif local in ("conditionalFormatting", "dataValidation"):
            scan.ranges.append((at, attributes.get("sqref", "")))


def merged_area(reference: str) -> Area:
    """A merge's area. Raises ``BookUnreadableError`` "merge-too-large", "address-out-of-range"."""
    try:
        area = parse_area("", reference)
    except ValueError as error:
        raise BookUnreadableError("address-out-of-range", address=reference[:20]) from error
    if area.height * area.width > MAX_MERGED_CELLS:
        raise BookUnreadableError("merge-too-large", area=area.a1, limit=MAX_MERGED_CELLS)
    return area
