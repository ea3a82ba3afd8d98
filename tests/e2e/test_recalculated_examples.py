"""What a run writes is what the engine found, seen by readers that are not ours."""

import io
import re
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from openpyxl.workbook.workbook import Workbook
from python_calamine import CalamineWorkbook

from builders import CONTEXT
from e2e.workbook_files import (
    EXAMPLE_NAMES,
    FULL_EXAMPLES,
    area_values,
    edited,
    example_file,
    named_area,
    named_value,
    parts_of,
    recalculated,
    recalculated_example,
    seen_by_openpyxl,
)
from vardering.base.cells import Area
from vardering.model.results import Results, Undefined
from vardering.model.vocabulary import View
from vardering.texts.result_texts import KEY_FIGURES
from vardering.texts.sheet_texts import STATE_DONE, STATUS_FRESH, VIEW_LABELS, undefined_reason
from vardering.workbook import written_names
from vardering.workbook.change_set import ChangeSet

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def results_of(name: str) -> Results:
    results = recalculated_example(name).outcome.results
    assert results is not None
    return results


def shown(figure: float | Undefined) -> object:
    return undefined_reason(figure.reason) if isinstance(figure, Undefined) else pytest.approx(figure)


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_every_written_value_reads_back_with_openpyxl_and_calamine(name: str) -> None:
    run = recalculated_example(name)
    assert run.outcome.change_set is not None
    book = seen_by_openpyxl(run.content)
    other = CalamineWorkbook.from_filelike(io.BytesIO(run.content))
    sheets = {sheet: other.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in other.sheet_names}
    written = written_cells(run.outcome.change_set)
    assert len(written) > 100
    for (sheet, row, column), value in written.items():
        where = f"{sheet} rad {row} kolumn {column}"
        assert as_written(book[sheet].cell(row, column).value) == value, where
        line = sheets[sheet][row - 1] if row <= len(sheets[sheet]) else []
        assert as_written(line[column - 1] if column <= len(line) else None) == value, where


def written_cells(change_set: ChangeSet) -> dict[tuple[str, int, int], object]:
    cells: dict[tuple[str, int, int], object] = {}
    for block in change_set.blocks:
        for row, line in enumerate(block.rows, start=block.area.row):
            for column, write in enumerate(line, start=block.area.column):
                if write is not None:
                    cells[block.area.sheet, row, column] = as_written(write.value)
    return cells


def as_written(value: object) -> object:
    """A reader's value as the product writes it: an empty text is nothing, a day has no time."""
    if value == "":
        return None
    return value.date() if isinstance(value, datetime) else value


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_key_figures_stand_on_the_result_sheet_by_label_and_view(name: str) -> None:
    book = seen_by_openpyxl(recalculated_example(name).content)
    (heading, *rows) = area_values(book, named_area(book, written_names.KEY_FIGURES))
    assert heading[1:4] == list(VIEW_LABELS.values())
    by_label = {row[0]: row[1:4] for row in rows}
    for figure, (label, _, _) in KEY_FIGURES.items():
        expected = [shown(getattr(results_of(name).main.views[view].figures, figure)) for view in View]
        assert by_label[label] == expected, label


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_the_front_sheet_shows_the_present_values_of_every_view(name: str) -> None:
    book = seen_by_openpyxl(recalculated_example(name).content)
    panel = named_area(book, written_names.PANEL)
    labels = Area(panel.sheet, panel.row, panel.column - 1, panel.last_row, panel.column - 1)
    rows = {label: values for (label,), values in zip(area_values(book, labels), area_values(book, panel), strict=True)}
    expected = [pytest.approx(results_of(name).main.views[view].figures.npv) for view in View]
    assert rows["Nettonuvärde"] == expected
    assert rows["Senast beräknad"][0] == "2026-11-24 09:30"
    assert rows["Beräknad av"][0] == "Anna Exempel"
    assert named_value(book, written_names.STATUS) == STATUS_FRESH
    assert named_value(book, written_names.STATE) == STATE_DONE


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_the_workings_store_the_engines_present_values(name: str) -> None:
    book = seen_by_openpyxl(recalculated_example(name).content)
    rows = area_values(book, named_area(book, written_names.WORKINGS))
    totals = [row[8] for row in rows if row[1] == "Nuvärde av netto"]
    assert totals == [pytest.approx(results_of(name).main.views[view].figures.npv) for view in View]


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_the_same_clock_and_user_give_the_same_bytes(name: str) -> None:
    once = recalculated(example_file(name)).content
    assert once == recalculated_example(name).content
    assert recalculated(once).content == recalculated(once).content


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_every_run_adds_a_row_to_the_log(name: str) -> None:
    content, tables = example_file(name), []
    for minute in range(4):
        content = recalculated(content, replace(CONTEXT, clock=CONTEXT.clock + timedelta(minutes=minute))).content
        tables.append(log_rows(seen_by_openpyxl(content)))
    assert [len(rows) for rows in tables] == [1, 2, 3, 4]
    for earlier, later in pairwise(tables):
        assert later[: len(earlier)] == earlier
    last = tables[-1][-1]
    assert last[:4] == ["2026-11-24 09:33:00", "Anna Exempel", "Räkna om", "1.0.0"]
    assert last[5:8] == [pytest.approx(results_of(name).main.views[view].figures.npv) for view in View]


def log_rows(book: Workbook) -> list[list[object]]:
    for sheet in book.worksheets:
        if written_names.LOG_TABLE in sheet.tables:
            rows = sheet[sheet.tables[written_names.LOG_TABLE].ref]
            return [[cell.value for cell in row] for row in rows[1:]]
    raise AssertionError(written_names.LOG_TABLE)


def filled_cells(book: Workbook, sheet: str) -> dict[str, object]:
    return {cell.coordinate: cell.value for row in book[sheet].iter_rows() for cell in row if cell.value is not None}


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_a_shorter_horizon_leaves_nothing_of_the_longer_one(name: str) -> None:
    direct = recalculated(edited(example_file(name), {"vm_kalkyltid": 3.0}))
    content = example_file(name)
    for horizon in (5.0, 12.0, 3.0):
        run = recalculated(edited(content, {"vm_kalkyltid": horizon}))
        content = run.content
        assert run.outcome.results is not None
        assert len(run.outcome.results.years) == horizon
    straight, roundabout = seen_by_openpyxl(direct.content), seen_by_openpyxl(content)
    for sheet in ("Resultat", "Beräkning", "Kontroll", "Indatakopia"):
        assert filled_cells(roundabout, sheet) == filled_cells(straight, sheet), sheet
    for written in ("vm_resultattabeller", "vm_berakning", "vm_nyckeltal", "vm_kontroller", "vm_indatakopia"):
        assert named_area(roundabout, written) == named_area(straight, written)
    assert chart_parts(content) == chart_parts(direct.content)


def chart_parts(content: bytes) -> dict[str, bytes]:
    return {name: part for name, part in parts_of(content).items() if re.match(r"xl/charts/chart\d+\.xml", name)}


@pytest.mark.parametrize("horizon", [1, 5, 40])
def test_chart_series_cover_the_years_with_the_values_that_stand_there(horizon: int) -> None:
    run = recalculated(edited(recalculated_example("bygglov").content, {"vm_kalkyltid": float(horizon)}))
    book = seen_by_openpyxl(run.content)
    charts = [part for part in chart_parts(run.content).values() if b"'Resultat'!" in part]
    assert len(charts) == 2
    for part in charts:
        series = list(ET.fromstring(part).iter(f"{CHART}ser"))
        assert len(series) in (3, 7)
        for one in series:
            assert cached(one, "tx", book) == referred(one, "tx", book)
            years = referred(one, "cat", book)
            assert years == list(range(2027, 2027 + horizon))
            assert cached(one, "cat", book) == years
            assert cached(one, "val", book) == referred(one, "val", book)


def reference_of(series: ET.Element, kind: str) -> str:
    node = next(series.find(f"{CHART}{kind}").iter(f"{CHART}f"))  # type: ignore[union-attr]
    assert node.text
    return node.text


def referred(series: ET.Element, kind: str, book: Workbook) -> list[object]:
    sheet, _, cells = reference_of(series, kind).rpartition("!")
    found = book[sheet.strip("'")][cells.replace("$", "")]
    row = found[0] if isinstance(found, tuple) else (found,)
    return [cell.value for cell in row]


def cached(series: ET.Element, kind: str, book: Workbook) -> list[object]:
    points = list(series.find(f"{CHART}{kind}").iter(f"{CHART}pt"))  # type: ignore[union-attr]
    texts = [point.findtext(f"{CHART}v") or "" for point in sorted(points, key=lambda p: int(p.get("idx", "0")))]
    return list(texts) if kind == "tx" else [float(text) for text in texts]
