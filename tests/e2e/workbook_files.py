"""Workbook files as the product makes them, edits as people make them, and eyes that are not ours."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook

from builders import CONTEXT
from vardering.base.cells import Area, CellValue, parse_area
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.comparison import compare, comparison_outcome
from vardering.commands.creation import create
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, TableResize
from vardering.workbook.presenting.comparison import Comparison
from vardering.workbook.snapshot import Snapshot

EXAMPLE_NAMES = tuple(entry.name for entry in EXAMPLES)
FULL_EXAMPLES = tuple(entry.name for entry in EXAMPLES if entry.form == "full")

Edits = Mapping[tuple[str, int, str] | str, CellValue]
"""Values to type: by (table, row from 0, heading), or by the name of a single value."""


@dataclass(frozen=True, slots=True)
class Recalculated:
    """A file after a run, and what the run gave."""

    content: bytes
    outcome: Outcome


def new_file(case: Case) -> bytes:
    """A workbook filled from a case, as ``vardering new --from`` writes it."""
    layout = create(case).new_workbook
    assert layout is not None
    return write_workbook(layout)


def recalculated(content: bytes, context: RunContext = CONTEXT) -> Recalculated:
    """The file after ``vardering recalc``."""
    book = XlsxBook.from_bytes(content, "kalkyl.xlsx")
    outcome = recalculate(book.snapshot(), context)
    assert outcome.change_set is not None
    return Recalculated(book.apply(outcome.change_set), outcome)


def comparison_file(before: bytes, after: bytes) -> bytes:
    """The workbook of ``vardering diff``, also of two different cases."""
    comparison = compare(snapshot_of(before), snapshot_of(after), different_cases=True)
    assert isinstance(comparison, Comparison)
    layout = comparison_outcome(comparison, CONTEXT).new_workbook
    assert layout is not None
    return write_workbook(layout)


@cache
def example_file(name: str) -> bytes:
    """An example before its first run."""
    return new_file(load_example(name))


def simulated(content: bytes) -> Recalculated:
    """A file after a simulation, settings as they stand in it."""
    book = XlsxBook.from_bytes(content, "bok.xlsx")
    outcome = simulate_workbook(book.snapshot(), CONTEXT, Wanted(), unheard)
    assert outcome.change_set is not None
    return Recalculated(book.apply(outcome.change_set), outcome)


@cache
def recalculated_example(name: str) -> Recalculated:
    """An example after its first run."""
    return recalculated(example_file(name))


def snapshot_of(content: bytes) -> Snapshot:
    """What the product reads in a file."""
    return XlsxBook.from_bytes(content, "kalkyl.xlsx").snapshot()


def edited(content: bytes, edits: Edits) -> bytes:
    """The file after a person typed values into input cells; nothing else changes, results stay as they were."""
    book = XlsxBook.from_bytes(content, "kalkyl.xlsx")
    snapshot = book.snapshot()
    areas = [place_of(snapshot, key) for key in edits]
    blocks = tuple(Block(area, ((CellWrite(value),),)) for area, value in zip(areas, edits.values(), strict=True))
    return book.apply(ChangeSet(snapshot.fingerprint, tuple(areas), blocks))


def place_of(snapshot: Snapshot, key: tuple[str, int, str] | str) -> Area:
    """The cell of a key of ``Edits``."""
    if isinstance(key, str):
        return snapshot.names[key].area
    table, row, heading = key
    found = snapshot.tables[table]
    index = found.column_index(heading)
    assert index is not None, heading
    where = found.position(row, index)
    return Area(where.sheet, where.row, where.column, where.row, where.column)


def grown(content: bytes, table: str, rows: int) -> bytes:
    """The file after a person dragged a table's corner so many rows further down."""
    book = XlsxBook.from_bytes(content, "kalkyl.xlsx")
    snapshot = book.snapshot()
    area = snapshot.tables[table].area
    new = Area(area.sheet, area.row, area.column, area.last_row + rows, area.last_column)
    return book.apply(ChangeSet(snapshot.fingerprint, resizes=(TableResize(table, new),)))


def parts_of(content: bytes) -> dict[str, bytes]:
    """The unpacked parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_parts(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The file with every part changed by ``change(name, bytes)``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts_of(content).items():
            package.writestr(name, change(name, part))
    return target.getvalue()


def seen_by_openpyxl(content: bytes, *, formulas: bool = False) -> Workbook:
    """The workbook as openpyxl reads it: stored values, or formulas."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=not formulas)


def named_area(book: Workbook, name: str) -> Area:
    """The area of a defined name, as openpyxl sees it."""
    ((sheet, reference),) = book.defined_names[name].destinations
    column, row, last_column, last_row = range_boundaries(reference)
    assert None not in (column, row, last_column, last_row)
    return parse_area(sheet, reference)


def named_value(book: Workbook, name: str) -> object:
    """What the first cell of a defined name holds."""
    area = named_area(book, name)
    return book[area.sheet].cell(area.row, area.column).value


def area_values(book: Workbook, area: Area) -> list[list[object]]:
    """What the cells of an area hold, row by row."""
    rows = book[area.sheet].iter_rows(area.row, area.last_row, area.column, area.last_column, values_only=True)
    return [list(row) for row in rows]
