"""One pass over a sheet, by a parser's events or, for rows as spreadsheet programs write them, without."""

from collections.abc import Callable

from vardering.base.cells import MAX_COLUMN, MAX_ROW, column_number
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.limits import MAX_TEXT
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.row_scan import scan_rows
from vardering.books.xlsx.sheet_scan import FormulaGroups, ScannedCell, ScannedRow, SheetScan, cell_key, merged_area
from vardering.books.xlsx.xml_source import MAIN, as_utf8, is_empty_tag, new_parser, parse_whole, tag_end

_DIGITS = "0123456789"
_OPENING, _CLOSING = b"<sheetData>", b"</sheetData>"
_ROW, _CELL, _VALUE, _FORMULA, _TEXT = (f"{MAIN}}}{local}" for local in ("row", "c", "v", "f", "t"))
_PHONETIC, _SHEET_DATA = (f"{MAIN}}}{local}" for local in ("rPh", "sheetData"))


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
    return scan_usual_sheet(source) or scan_any_sheet(source)


def scan_usual_sheet(source: bytes) -> SheetScan | None:
    """Scan a sheet whose rows are written as spreadsheet programs do; None where they are not.

    The parser checks every byte but tells only of what stands before and after the rows.
    """
    start = source.find(_OPENING) + len(_OPENING)
    stop = source.rfind(_CLOSING)
    if not len(_OPENING) <= start <= stop:
        return None
    scanner = _Scanner(source)
    parser = scanner.parser
    scanner.listen()
    parser.Parse(source[:start], False)  # noqa: FBT003  (expat takes it by position only)
    parser.StartElementHandler = parser.EndElementHandler = None
    parser.Parse(source[start:stop], False)  # noqa: FBT003
    scanner.listen()
    parse_whole(parser, source[stop:])
    is_framed = scanner.scan.data_start == start - len(_OPENING) and scanner.scan.data_close == stop
    return scanner.scan if is_framed and scan_rows(scanner.scan, start, stop) else None


def scan_any_sheet(source: bytes) -> SheetScan:
    """Scan a sheet by the parser's events, however it is written. Raises as ``scan_sheet`` does."""
    scanner = _Scanner(source)
    scanner.listen()
    parse_whole(scanner.parser, source)
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
        self._groups = FormulaGroups(self.scan)
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

    def listen(self) -> None:
        """Be told of every element from here on."""
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

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
            self._end_of_cell(),
            attributes.get("s", "0"),
            attributes.get("t", "n"),
            text,
            self._has_formula,
        )

    def _end_of_cell(self) -> int:
        source = self.scan.source
        opening_end = tag_end(source, self._start)
        return opening_end if is_empty_tag(source, opening_end) else tag_end(source, self.parser.CurrentByteIndex)

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._has_formula = True
        self._groups.add(cell_key(self._row, self._column), attributes)

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
