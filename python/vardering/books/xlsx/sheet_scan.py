"""What one pass over a sheet finds: where every row and cell stands in the bytes, and what each holds, still raw."""

from typing import NamedTuple

from vardering.base.cells import Area, parse_area
from vardering.base.faults import BookUnreadableError
from vardering.base.light_dataclasses import dataclass, field
from vardering.books.xlsx.limits import MAX_MERGED_CELLS

_COLUMN_BITS = 15


class ScannedCell(NamedTuple):
    """A cell as written. ``start`` and ``end`` are the offsets of its first byte and just after its last.

    ``style`` and ``kind`` are its ``s`` and ``t``; ``text`` is None where it has no value.
    """

    start: int
    end: int
    style: str
    kind: str
    text: str | None
    has_formula: bool


class ScannedRow(NamedTuple):
    """A row as written. ``start`` is the offset of its start tag, ``close`` that of its end tag if it has one.

    ``style`` is its own style, None where it has none.
    """

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


class FormulaGroups:
    """Collects, for one scan, the formulas that several cells share."""

    def __init__(self, scan: SheetScan) -> None:
        self._scan = scan
        self._shared: dict[str, list[int]] = {}

    def add(self, key: int, attributes: dict[str, str]) -> None:
        """Take note of a cell's formula by the attributes of its ``f``."""
        kind, reference = attributes.get("t"), attributes.get("ref")
        if kind == "shared":
            index = attributes.get("si", "")
            if reference is not None or index not in self._shared:
                self._shared[index] = []
                self._scan.shared.append(self._shared[index])
            self._shared[index].append(key)
        elif reference is not None and kind in ("array", "dataTable"):
            self._scan.arrays.append(parse_area("", reference))


def cell_key(row: int, column: int) -> int:
    """Key of a cell: grows row by row, and within a row column by column."""
    return row << _COLUMN_BITS | column


def place_of(key: int) -> tuple[int, int]:
    """Row and column of a cell's key."""
    return key >> _COLUMN_BITS, key & (1 << _COLUMN_BITS) - 1


def merged_area(reference: str) -> Area:
    """A merge's area. Raises ``BookUnreadableError`` "merge-too-large", "address-out-of-range"."""
    try:
        area = parse_area("", reference)
    except ValueError as error:
        raise BookUnreadableError("address-out-of-range", address=reference[:20]) from error
    if area.height * area.width > MAX_MERGED_CELLS:
        raise BookUnreadableError("merge-too-large", area=area.a1, limit=MAX_MERGED_CELLS)
    return area
