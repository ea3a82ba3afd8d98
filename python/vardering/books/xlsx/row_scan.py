"""The rows of a sheet as spreadsheet programs write them, found with one expression instead of a parser's events.

Only for bytes that a parser has found to be well formed. Whatever is not written in the one usual way is left to the
scan by events, which knows every way: then nothing that was found here is used.
"""

import re

from vardering.base.cells import MAX_COLUMN, MAX_ROW, column_number
from vardering.books.xlsx.limits import MAX_TEXT
from vardering.books.xlsx.sheet_scan import FormulaGroups, ScannedCell, ScannedRow, SheetScan, cell_key

_ATTRIBUTES = r'((?: [A-Za-z0-9:]+="[^"<>]*")*)'
_PIECE = re.compile(
    r'(<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:/>|>'
    r"(?:(<f)" + _ATTRIBUTES + r"(?:/>|>[^<]*</f>))?"
    r'(?:(<v)>([^<]*)</v>|(<is)><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
    r"|<row" + _ATTRIBUTES + r"(/?)>|</row>)"
)
"""The piece as a whole; of a cell letters, digits, style, kind, whether it has a formula and its attributes, whether it
has a value and which, whether it has a text of its own and which; of a row's start its attributes and slash."""
_ATTRIBUTE = re.compile(r' ([A-Za-z0-9:]+)="([^"]*)"')
_UNUSUAL = re.compile(rb"\r|&(?!(?:amp|lt|gt|quot|apos);)|xmlns")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_TRUE = ("1", "true")
_END_OF_ROW = "</row>"
_BYTEWISE = "latin-1"
"""An encoding with one character for each byte, so that places in the text are places in the bytes."""


def scan_rows(scan: SheetScan, start: int, stop: int) -> bool:
    """Add the rows and cells that stand between two offsets; False where they are not written in the usual way."""
    source, cells = scan.source, scan.cells
    if _UNUSUAL.search(source, start, stop):
        return False
    groups = FormulaGroups(scan)
    columns: dict[str, int] = {}
    row = _Row(scan)
    end, last_key = start, 0
    for found in _PIECE.findall(source[start:stop].decode(_BYTEWISE)):
        piece, letters, digits, style, kind, formula, shared, value, raw, text, own, attributes, slash = found
        begin, end = end, end + len(piece)
        if not letters:
            if not row.takes(piece, attributes, slash, begin):
                return False
            continue
        column = columns.get(letters) or columns.setdefault(letters, column_number(letters))
        key = row.first_key | column
        if digits != row.digits or key <= last_key or column > MAX_COLUMN or end - begin > MAX_TEXT:
            return False
        last_key = key
        held = _plain(raw) if value else _plain(own) if text else None
        # A named tuple's own constructor takes its time, and there are very many cells.
        cells[key] = _new(ScannedCell, (begin, end, style or "0", kind or "n", held, formula != ""))
        if shared:
            groups.add(key, _read(shared))
    return end == stop


_new = tuple.__new__


class _Row:
    """The row that is being scanned; those before it are in the scan."""

    def __init__(self, scan: SheetScan) -> None:
        self._scan = scan
        self._number = 0
        self._start = 0
        self._style: str | None = None
        self.digits = ""
        self.first_key = 0

    def takes(self, piece: str, attributes: str, slash: str, begin: int) -> bool:
        """Go on to a row's end or start; False where rows are not in order."""
        if piece == _END_OF_ROW:
            self._close(begin)
            return True
        found = _read(attributes)
        digits = found.get("r", str(self._number + 1))
        if not (digits.isdecimal() and self._number < int(digits) <= MAX_ROW):
            return False
        self._number, self._start = int(digits), begin
        self._style = found.get("s", "0") if found.get("customFormat") in _TRUE else None
        self.digits, self.first_key = str(self._number), cell_key(self._number, 0)
        if slash:
            self._close(begin + len(piece))
        return True

    def _close(self, close: int) -> None:
        self._scan.rows.append(ScannedRow(self._number, self._start, close, self._style))


def _read(attributes: str) -> dict[str, str]:
    return {name: _plain(value) for name, value in _ATTRIBUTE.findall(attributes)}


def _plain(raw: str) -> str:
    """The text that one character for each byte stands for."""
    text = raw if raw.isascii() else raw.encode(_BYTEWISE).decode()
    if "&" in text:
        for written, character in _ENTITIES:
            text = text.replace(written, character)
    return text
