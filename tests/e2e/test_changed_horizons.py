"""The horizon goes up and down in one and the same workbook on disk, and nothing is lost on the way."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl
import pytest

from e2e.command_line import vardering
from e2e.workbook_files import edited, example_file, named_value, snapshot_of
from vardering.workbook.contract.catalogue import KALKYL

HORIZON = "vm_kalkyltid"
GROWING = {"Logg"}
CUT_SHORT = {"after-horizon", "horizon-before-full-effect"}
Seen = Mapping[str, list[tuple[object, ...]]]
Ran = Mapping[str, object]


@pytest.fixture(params=["bygglov", "systemavveckling"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "kalkyl.xlsx"
    path.write_bytes(example_file(request.param))
    return path


def run_with_horizon(path: Path, years: int) -> Ran:
    """Type the horizon, recalculate the file in place, and give what the command says as JSON."""
    path.write_bytes(edited(path.read_bytes(), {HORIZON: float(years)}))
    ended = vardering("recalc", "kalkyl.xlsx", "--in-place", "--json", folder=path.parent)
    assert ended.code == 0, ended
    said: Ran = json.loads(ended.out)
    return said


def every_cell(path: Path) -> Seen:
    """What every sheet shows, without blank ends. The log is left out: it grows by a line for every run."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: filled(sheet.values) for sheet in book if sheet.title not in GROWING}


def filled(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Rows without the blank cells and rows at their ends, which a longer result may leave behind."""
    kept: list[tuple[object, ...]] = []
    for row in rows:
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        kept.append(tuple(cells))
    while kept and not kept[-1]:
        kept.pop()
    return kept


def inputs(path: Path) -> object:
    """Every row that people filled in."""
    tables = snapshot_of(path.read_bytes()).tables
    return {table.name: tables[table.name].rows for table in KALKYL.tables}


def test_the_first_figures_come_back_to_the_last_digit(path: Path) -> None:
    ran = {"first": run_with_horizon(path, 5)}
    first, written = every_cell(path), inputs(path)
    for years in (12, 3):
        ran[str(years)] = run_with_horizon(path, years)
        assert inputs(path) == written
        assert every_cell(path) != first
    ran["again"] = run_with_horizon(path, 5)
    assert ran["again"] == ran["first"]
    assert inputs(path) == written
    assert every_cell(path) == first


def test_years_after_the_horizon_are_said_and_not_counted(path: Path) -> None:
    longer, shorter = codes(run_with_horizon(path, 12)), codes(run_with_horizon(path, 3))
    assert shorter - longer, "the shorter horizon is said"
    assert shorter - longer <= CUT_SHORT
    book = openpyxl.load_workbook(path, data_only=True)
    start = named_value(book, "vm_startar")
    assert isinstance(start, int)
    shown = {cell for row in book["Beräkning"].values for cell in row if isinstance(cell, int)}
    assert {start, start + 2} <= shown
    assert start + 3 not in shown
    assert shorter <= {cell for row in book["Kontroll"].values for cell in row}


def codes(ran: Ran) -> set[str]:
    """The codes of the findings that a run gave."""
    findings = ran["findings"]
    assert isinstance(findings, list)
    return {finding["code"] for finding in findings}
