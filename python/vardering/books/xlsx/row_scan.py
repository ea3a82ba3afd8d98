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
    r'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:/>|>'
    r"(?:<f" + _ATTRIBUTES + r"(?:/>|>[^<]*</f>))?"
    r'(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
    r"|<row" + _ATTRIBUTES + r"(/?)>|</row>"
)
"""A cell (letters, digits, style, kind, its formula's attributes, value, text), or a row's start (attributes, slash),
or its end."""
_ATTRIBUTE = re.compile(r' ([A-Za-z0-9:]+)="([^"]*)"')
_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_TRUE = ("1", "true")
_BYTEWISE = "latin-1"
"""An encoding with one character for each byte, so that places in the text are places in the bytes."""


def scan_rows(scan: SheetScan, start: int, stop: int) -> bool:
    """Add the rows and cells that stand between two offsets; False where they are not written in the usual way."""
    source, cells = scan.source, scan.cells
    if _is_unusual(source, start, stop):
        return False
    groups = FormulaGroups(scan)
    columns: dict[str, int] = {}
    words: dict[str, str] = {}
    row = _Row(scan)
    end, last_key = start, 0
    for piece in _PIECE.finditer(source.decode(_BYTEWISE), start, stop):
        if piece.start() != end:
            return False
        begin, end = end, piece.end()
        letters, digits, style, kind, formula, value, text, attributes, slash = piece.groups()
        if letters is None:
            if not row.takes(attributes, slash, begin, end):
                return False
            continue
        column = columns.get(letters) or columns.setdefault(letters, column_number(letters))
        key = row.first_key | column
        if digits != row.digits or key <= last_key or column > MAX_COLUMN or end - begin > MAX_TEXT:
            return False
        last_key = key
        raw = text if value is None else value
        # A named tuple's own constructor takes its time, and there are very many cells.
        cells[key] = _new(
            ScannedCell,
            (
                begin,
                end,
                "0" if style is None else words.get(style) or words.setdefault(style, style),
                "n" if kind is None else words.get(kind) or words.setdefault(kind, kind),
                raw if raw is None or (raw.isascii() and "&" not in raw) else _plain(raw),
                formula is not None,
            ),
        )
        if formula:
            groups.add(key, _read(formula))
    return end == stop


def _is_unusual(source: bytes, start: int, stop: int) -> bool:
    """Whether there is anything in the rows that a parser would read as something else than what stands there."""
    if source.find(b"\r", start, stop) >= 0 or source.find(b"xmlns", start, stop) >= 0:
        return True
    return source.find(b"&", start, stop) >= 0 and _REFERENCE.search(source, start, stop) is not None


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

    def takes(self, attributes: str | None, slash: str | None, begin: int, end: int) -> bool:
        """Go on to a row's end (without attributes) or start; False where rows are not in order."""
        if attributes is None:
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
            self._close(end)
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
