"""What is written is read back equal by our own reader and by two others: random values, and random workbooks."""

import io
import math
import os
from collections.abc import Callable
from datetime import date

import numpy as np
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.random import Generator

from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, TableResize
from vardering.workbook.layout import PlacedCell, PlacedTable, SheetLayout, WorkbookLayout
from workbooks.grafted_changes import blanked, calamine_values, openpyxl_values
from workbooks.layout_files import file_of
from workbooks.packages import parts_of
from workbooks.plain_files import plain_file

GENERATED = int(os.environ.get("VARDERING_GENERATED", "100"))
"""How many workbooks are generated; a longer run asks for more."""
SHEET = "Logg"
EARLIEST, LATEST = date(1900, 3, 1), date(9999, 12, 31)
ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.from_regex(
    r"_x[0-9a-fA-F]{4}_", fullmatch=True
)
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15).map(float)
values: st.SearchStrategy[CellValue] = st.one_of(
    st.none(), texts, numbers, st.booleans(), st.dates(EARLIEST, LATEST), st.sampled_from(ERRORS).map(ErrorValue)
)
grids = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(values, min_size=width, max_size=width), min_size=1, max_size=6)
)


def style_for(value: CellValue) -> str:
    return "result_date" if isinstance(value, date) else "result_text"


def block_of(grid: list[list[CellValue]], sheet: str, row: int, column: int) -> Block:
    area = Area(sheet, row, column, row + len(grid) - 1, column + len(grid[0]) - 1)
    return Block(area, tuple(tuple(CellWrite(value, style=style_for(value)) for value in line) for line in grid))


def rows_of(grid: list[list[CellValue]]) -> tuple[tuple[CellValue, ...], ...]:
    return tuple(tuple(line) for line in grid)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grids, st.integers(1, 200), st.integers(1, 60))
def test_our_own_reader_reads_every_value_back_equal(grid: list[list[CellValue]], row: int, column: int) -> None:
    book = XlsxBook.from_bytes(plain_file(), "prov.xlsx")
    block = block_of(grid, SHEET, row + 10, column)
    after = book.apply(ChangeSet(book.fingerprint, blocks=(block,), names=(NameWrite("vm_skrivet", block.area),)))
    found = XlsxBook.from_bytes(after, "prov.xlsx").snapshot().names["vm_skrivet"].values
    assert found == rows_of(grid)
    assert [[type(value) for value in line] for line in found] == [[type(value) for value in line] for line in grid]


plain_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
plain_values: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    plain_texts.filter(lambda text: "_x" not in text and "\ufffe" not in text and "\uffff" not in text),
    numbers.filter(lambda number: abs(number) < 1e300),
    st.booleans(),
    st.dates(EARLIEST, date(2200, 1, 1)),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(plain_values, min_size=3, max_size=3), min_size=1, max_size=5))
def test_openpyxl_and_calamine_read_every_value_back_equal(grid: list[list[CellValue]]) -> None:
    book = XlsxBook.from_bytes(plain_file(), "prov.xlsx")
    block = block_of(grid, SHEET, 20, 2)
    after = book.apply(ChangeSet(book.fingerprint, blocks=(block,)))
    assert openpyxl_values(after, block.area) == rows_of(grid)
    assert calamine_values(after, block.area) == blanked(rows_of(grid))


def random_value(rng: Generator) -> CellValue:
    """A value of any kind that the other readers have, too."""
    makers: tuple[Callable[[], CellValue], ...] = (
        lambda: None,
        lambda: float(rng.normal(0, 10.0 ** rng.integers(-6, 12))),
        lambda: float(rng.integers(-1_000_000, 1_000_000)),
        lambda: bool(rng.integers(2)),
        lambda: date.fromordinal(int(rng.integers(700_000, 760_000))),
        lambda: "".join(rng.choice(list("aåäö =+-@'\"<>&;0123\n"), rng.integers(1, 30))),
    )
    return makers[rng.integers(len(makers))]()


def random_grid(rng: Generator, height: int, width: int) -> list[list[CellValue]]:
    return [[random_value(rng) for _ in range(width)] for _ in range(height)]


def random_workbook(rng: Generator) -> tuple[WorkbookLayout, dict[str, Area]]:
    """One to five sheets, each with a table somewhere, a named area below it and things of its own around."""
    sheets = []
    areas: dict[str, Area] = {}
    for index in range(rng.integers(1, 6)):
        name = f"Blad {index} {rng.choice(list('åäö&- ')).strip()}x"
        row, column = (int(number) for number in rng.integers(1, 30, 2))
        height, width = int(rng.integers(1, 12)), int(rng.integers(1, 8))
        table = Area(name, row, column, row + height, column + width - 1)
        named = Area(name, row + height + 30, column, row + height + 34, column + 3)
        areas[f"vm_tabell{index}"], areas[f"vm_namn{index}"] = table, named
        headings = tuple(f"Kolumn {number}" for number in range(width))
        cells = [
            PlacedCell(at_row, at_column, value, style=style_for(value))
            for (at_row, at_column), value in zip(
                table.cells(), _flat(random_grid(rng, height + 1, width)), strict=True
            )
            if at_row > row and rng.random() < 0.7
        ]
        cells += [PlacedCell(row + height + 40 + offset, 1, f"eget {offset}") for offset in range(3)]
        placed = PlacedTable(f"vm_tabell{index}", table, headings, ("heading",) * width)
        sheets.append(SheetLayout(name, tuple(cells), tables=(placed,)))
    names = {name: area for name, area in areas.items() if name.startswith("vm_namn")}
    return WorkbookLayout("Prov", "", tuple(sheets), names), areas


def _flat(grid: list[list[CellValue]]) -> list[CellValue]:
    return [value for line in grid for value in line]


def random_changes(rng: Generator, fingerprint: str, areas: dict[str, Area]) -> tuple[ChangeSet, dict[str, Block]]:
    """Every table grown, shrunk or left, its body written anew; every named area moved and written."""
    blocks: dict[str, Block] = {}
    resizes, names, cleared = [], [], []
    for name, area in areas.items():
        height = int(rng.integers(1, 20))
        if name.startswith("vm_namn"):
            block = block_of(random_grid(rng, 3, 5), area.sheet, area.row, area.column)
            names.append(NameWrite(name, block.area))
        else:
            block = block_of(random_grid(rng, height, area.width), area.sheet, area.row + 1, area.column)
            new = Area(area.sheet, area.row, area.column, area.row + height, area.last_column)
            resizes.append(TableResize(name, new))
            old_body = Area(area.sheet, area.row + 1, area.column, area.last_row, area.last_column)
            cleared.append(Block(old_body, ((CellWrite(),) * old_body.width,) * old_body.height))
        blocks[name] = block
    change_set = ChangeSet(
        fingerprint,
        owned=tuple(areas.values()),
        blocks=(*cleared, *blocks.values()),
        resizes=tuple(resizes),
        names=tuple(names),
    )
    return change_set, blocks


@pytest.mark.parametrize("seed", range(GENERATED))
def test_a_generated_workbook_holds_what_was_written_for_every_reader(seed: int) -> None:
    rng = np.random.default_rng(seed)
    layout, areas = random_workbook(rng)
    content = file_of(layout)
    book = XlsxBook.from_bytes(content, "prov.xlsx")
    change_set, blocks = random_changes(rng, book.fingerprint, areas)
    after = book.apply(change_set)
    snapshot = XlsxBook.from_bytes(after, "prov.xlsx").snapshot()
    opened = openpyxl.load_workbook(io.BytesIO(after), data_only=True)
    for name, block in blocks.items():
        written = tuple(tuple(write.value for write in row if write is not None) for row in block.rows)
        ours = snapshot.names[name].values if name in snapshot.names else snapshot.tables[name].rows
        assert ours == written
        assert openpyxl_values(after, block.area) == written
        assert calamine_values(after, block.area) == blanked(written)
        if name in snapshot.tables:
            assert snapshot.tables[name].below == (None,) * block.area.width
            assert opened[block.area.sheet].tables[name].ref == snapshot.tables[name].area.a1
    for sheet in layout.sheets:
        own = sheet.cells[-3:]
        assert [opened[sheet.name].cell(cell.row, cell.column).value for cell in own] == [cell.value for cell in own]
    assert set(parts_of(after)) == set(parts_of(content))


def test_floats_keep_every_bit() -> None:
    rng = np.random.default_rng(1)
    numbers_ = [float(number) for number in rng.integers(0, 2**63, 2_000).view(np.float64) if math.isfinite(number)]
    book = XlsxBook.from_bytes(plain_file(), "prov.xlsx")
    block = block_of([[number] for number in numbers_], SHEET, 20, 2)
    after = book.apply(ChangeSet(book.fingerprint, blocks=(block,), names=(NameWrite("vm_skrivet", block.area),)))
    assert [row[0] for row in XlsxBook.from_bytes(after, "").snapshot().names["vm_skrivet"].values] == numbers_
