"""A sheet with some cells written: only those cells, new rows, the dimension and ranges of grown tables change."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from vardering.base.cells import Area, parse_area
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.cell_markup import CellMarkup
from vardering.books.xlsx.sheet_scan import ScannedCell, ScannedRow, SheetScan, cell_key, place_of
from vardering.books.xlsx.xml_source import (
    Edit,
    edited,
    is_empty_tag,
    prefix_of,
    tag_end,
    with_attribute,
    without_attribute,
)
from vardering.workbook.applying import STYLE_ONLY, SheetWrites, holds, is_content, outside
from vardering.workbook.change_set import CellWrite


class SheetPatch:
    """Writes cells into one scanned sheet.

    ``style_index`` gives the index of the cell format for a key of STYLES. ``grown`` are tables' old and new areas.
    ``heights`` are points by row; None gives a row its standard height back.
    """

    def __init__(
        self,
        sheet: str,
        scan: SheetScan,
        *,
        style_index: Callable[[str], int],
        date1904: bool,
        grown: Sequence[tuple[Area, Area]] = (),
        heights: Mapping[int, float | None] | None = None,
    ) -> None:
        self._sheet = sheet
        self._scan = scan
        self._style_index = style_index
        self._grown = grown
        self._heights = heights or {}
        self._markup = CellMarkup(sheet, prefix_of(scan.source, scan.data_start), date1904)
        self._rows = {row.number: row for row in scan.rows}
        self._numbers = sorted(self._rows)
        self._keys = list(scan.cells)
        self._edits: list[Edit] = []
        self._styles: dict[str, str] = {}

    def content(self, writes: SheetWrites) -> bytes:
        """The sheet's part with everything written.

        Raises ``BookUnreadableError`` "sheet-damaged" for a sheet whose rows are not in order, and as
        ``CellMarkup.cell`` does.
        """
        if not self._scan.in_order or self._scan.data_start < 0:
            raise BookUnreadableError("sheet-damaged")
        by_row: defaultdict[int, dict[int, CellWrite]] = defaultdict(dict)
        for (row, column), write in sorted(writes.items(), key=itemgetter(0)):
            by_row[row][column] = write
        new_rows: list[tuple[int, bytes]] = []
        for number in sorted(by_row.keys() | self._heights.keys()):
            cells = by_row.get(number, {})
            if number in self._rows:
                self._patch_row(self._rows[number], cells)
            else:
                content = b"".join(self._cell(number, column, write, None, None) for column, write in cells.items())
                if content:
                    new_rows.append((number, content))
        self._insert_rows(new_rows)
        self._widen_dimension(writes)
        self._stretch_ranges()
        return edited(self._scan.source, self._edits)

    def _patch_row(self, row: ScannedRow, writes: dict[int, CellWrite]) -> None:
        """The row with these cells written, by column in order; it stays as it is where that says nothing new."""
        source = self._scan.source
        opening_end = tag_end(source, row.start)
        is_closed = is_empty_tag(source, opening_end)
        pieces, has_new = self._patched_cells(row, writes, opening_end)
        before = source[row.start : opening_end]
        opening = self._with_height(before, row.number)
        if has_new:
            opening = without_attribute(opening, "spans")
        if has_new and is_closed:
            pieces.append(b"</" + prefix_of(source, row.start) + b"row>")
            opening = opening[:-2].rstrip() + b">"
        if pieces or opening != before:
            end = row.close if pieces and not is_closed else opening_end
            self._edits.append(Edit(row.start, end, b"".join((opening, *pieces))))

    def _patched_cells(
        self, row: ScannedRow, writes: dict[int, CellWrite], opening_end: int
    ) -> tuple[list[bytes], bool]:
        """What stands between the row's tags, and whether there are cells that were not there; nothing for no write."""
        source, cells, first_key = self._scan.source, self._scan.cells, cell_key(row.number, 0)
        pieces: list[bytes] = []
        at = opening_end
        has_new = False
        for column, write in writes.items():
            present = cells.get(first_key + column)
            content = self._cell(row.number, column, write, present, row.style)
            if present is None:
                if content:
                    stop = self._next_cell(row, first_key + column)
                    pieces += (source[at:stop], content)
                    at = stop
                    has_new = True
            elif write is not STYLE_ONLY:
                # An emptied cell keeps its tag: cells after it may count their position from it.
                pieces += (source[at : present.start], content or self._markup.empty(row.number, column))
                at = present.end
        if pieces:
            pieces.append(source[at : row.close])
        return pieces, has_new

    def _next_cell(self, row: ScannedRow, key: int) -> int:
        """Where the first cell to the right of a missing one stands, or the row's end."""
        later = bisect_left(self._keys, key)
        if later < len(self._keys) and place_of(self._keys[later])[0] == row.number:
            return self._scan.cells[self._keys[later]].start
        return row.close

    def _with_height(self, opening: bytes, row: int) -> bytes:
        """A row's start tag with the height that is asked for; without one where its standard height is."""
        if row not in self._heights:
            return opening
        points = self._heights[row]
        if points is not None and f' ht="{points:g}" customHeight="1"'.encode() in opening:
            return opening
        if points is None:
            return without_attribute(without_attribute(opening, "customHeight"), "ht")
        return with_attribute(with_attribute(opening, "ht", f"{points:g}"), "customHeight", "1")

    def _cell(
        self, row: int, column: int, write: CellWrite, present: ScannedCell | None, row_style: str | None
    ) -> bytes:
        """The cell's markup in the style that is asked for, else in the one that stands there."""
        if write.style is not None:
            style = self._styles.get(write.style) or self._found_style(write.style)
        elif present is not None:
            style = present.style
        else:
            style = self._inherited_style(row, column, row_style)
        return self._markup.cell(row, column, write, style)

    def _found_style(self, key: str) -> str:
        self._styles[key] = str(self._style_index(key))
        return self._styles[key]

    def _inherited_style(self, row: int, column: int, row_style: str | None) -> str:
        """The style of a cell that is not there yet: the table's row above, the row or the column."""
        for old, new in self._grown:
            if holds(new, row, column) and row > old.last_row:
                above = self._scan.cells.get(cell_key(old.last_row, column))
                if above is not None:
                    return above.style
        if row_style is not None:
            return row_style
        return next((style for first, last, style in self._scan.columns if first <= column <= last), "0")

    def _insert_rows(self, new_rows: list[tuple[int, bytes]]) -> None:
        scan = self._scan
        prefix = prefix_of(scan.source, scan.data_start)
        pieces: list[Edit] = []
        opening_end = tag_end(scan.source, scan.data_start)
        for number, content in new_rows:
            later = bisect_left(self._numbers, number)
            at = self._rows[self._numbers[later]].start if later < len(self._numbers) else scan.data_close
            opening = self._with_height(b'<%brow r="%d">' % (prefix, number), number)
            pieces.append(Edit(at, at, b"%b%b</%brow>" % (opening, content, prefix)))
        if pieces and is_empty_tag(scan.source, opening_end):
            opening = scan.source[scan.data_start : opening_end - 2].rstrip() + b">"
            closing = b"</" + prefix + b"sheetData>"
            rows = b"".join(piece.content for piece in pieces)
            pieces = [Edit(scan.data_start, opening_end, opening + rows + closing)]
        self._edits += pieces

    def _widen_dimension(self, writes: SheetWrites) -> None:
        """The sheet's stated extent takes in what was written; an extent that is no area is left as it is."""
        if self._scan.dimension is None:
            return
        at, reference = self._scan.dimension
        try:
            old = parse_area(self._sheet, reference)
        except ValueError:
            return
        beyond = outside(old, writes)
        written = [place for place in beyond if writes[place].formula or is_content(writes[place].value)]
        if not written:
            return
        rows, columns = [row for row, _ in written], [column for _, column in written]
        new = Area(
            self._sheet,
            min(old.row, *rows),
            min(old.column, *columns),
            max(old.last_row, *rows),
            max(old.last_column, *columns),
        )
        self._set_reference(at, "ref", new.a1, reference)

    def _stretch_ranges(self) -> None:
        """Validations and conditional formats that end where a table's body ended follow it when it grows."""
        for at, reference in self._scan.ranges if self._grown else ():
            areas = [self._stretched(part) for part in reference.split()]
            self._set_reference(at, "sqref", " ".join(areas), " ".join(reference.split()))

    def _stretched(self, reference: str) -> str:
        try:
            area = parse_area(self._sheet, reference)
        except ValueError:
            return reference
        for old, new in self._grown:
            within = old.column <= area.column and area.last_column <= old.last_column and area.row > old.row
            if within and area.last_row == old.last_row and new.last_row > old.last_row:
                return Area(self._sheet, area.row, area.column, new.last_row, area.last_column).a1
        return reference

    def _set_reference(self, at: int, attribute: str, new: str, old: str) -> None:
        if new != old:
            end = tag_end(self._scan.source, at)
            self._edits.append(Edit(at, end, with_attribute(self._scan.source[at:end], attribute, new)))
