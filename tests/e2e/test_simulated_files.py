"""Simulations as people run them: files in, files out, and every mistake in a sentence."""

import json
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import openpyxl
import pytest

from e2e.command_line import Ended, contents, refused, vardering
from e2e.test_recalculated_examples import CHART, chart_parts
from e2e.workbook_files import area_values, edited, named_area, recalculated_example
from vardering.texts import simulation_texts
from vardering.workbook import written_names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "k.xlsx").write_bytes(recalculated_example("bygglov").content)
    return tmp_path


def simulate(folder: Path, *options: str) -> Ended:
    return vardering("simulate", "k.xlsx", "--in-place", *options, folder=folder)


def section(path: Path) -> list[list[object]]:
    book = openpyxl.load_workbook(path, data_only=True)
    return [list(row) for row in area_values(book, named_area(book, written_names.SIMULATION))]


def test_a_simulation_is_written_beside_the_workbook_and_said_in_words(folder: Path) -> None:
    ended = vardering("simulate", "k.xlsx", folder=folder)
    assert ended.code == 0
    assert "I 8 av 10 utfall" in ended.out
    assert section(folder / "k (simulerad).xlsx")[0][0] == simulation_texts.FRESH
    assert (folder / "k.xlsx").read_bytes() == recalculated_example("bygglov").content


def test_the_same_seed_gives_the_same_figures_in_another_process(folder: Path) -> None:
    calls = [
        json.loads(vardering("simulate", "k.xlsx", "-o", name, "--seed", "5", "--json", folder=folder).out)
        for name in ("a.xlsx", "b.xlsx")
    ]
    assert calls[0]["simulation"] == calls[1]["simulation"]
    simulation = calls[0]["simulation"]
    assert simulation["settings"]["seed"] == 5
    assert set(simulation["views"]) == {"cash_releasing", "all_valued", "cautious"}
    assert {"5", "10", "50", "90", "95"} <= set(simulation["views"]["all_valued"]["percentiles"])


def test_a_recalculation_keeps_the_figures_until_the_inputs_change(folder: Path) -> None:
    assert simulate(folder).code == 0
    before = section(folder / "k.xlsx")
    assert vardering("recalc", "k.xlsx", "-o", "samma.xlsx", folder=folder).code == 0
    assert section(folder / "samma.xlsx") == before
    changed = edited((folder / "k.xlsx").read_bytes(), {("vm_effekter", 0, "Volym hög"): 99_999.0})
    (folder / "andrad.xlsx").write_bytes(changed)
    assert vardering("recalc", "andrad.xlsx", "--in-place", folder=folder).code == 0
    shown = [cell for row in section(folder / "andrad.xlsx") for cell in row if cell is not None]
    assert shown == [simulation_texts.STALE, simulation_texts.STALE_HINT]


def values_in(path: Path, node: Element) -> tuple[list[object], list[object]]:
    """What a chart keeps of a range, and what stands in the range."""
    reference = next(node.iter(f"{CHART}f")).text or ""
    sheet, _, cells = reference.rpartition("!")
    kept: list[object] = [float(point.text or "") for point in node.iter(f"{CHART}v")]
    rows = openpyxl.load_workbook(path, data_only=True)[sheet.strip("'")][cells.replace("$", "")]
    return kept, [cell.value for row in rows for cell in row]


def test_the_charts_show_the_values_that_stand_on_the_sheet(folder: Path) -> None:
    assert simulate(folder).code == 0
    path = folder / "k.xlsx"
    parts = chart_parts(path.read_bytes()).values()
    charts = [part for part in parts if b"Utfallen, " in part or b"andel av utfallen ligger" in part]
    assert len(charts) == 3
    drawn = [one for part in charts for one in fromstring(part).iter(f"{CHART}ser")]
    nodes = [node for one in drawn for kind in ("cat", "val", "xVal", "yVal") for node in one.findall(f"{CHART}{kind}")]
    simulated_nodes = [node for node in nodes if "#" not in (next(node.iter(f"{CHART}f")).text or "")]
    assert len(simulated_nodes) >= 10
    for node in simulated_nodes:
        kept, standing = values_in(path, node)
        assert kept == standing


@pytest.mark.parametrize(("name", "typed"), [("vm_dragningar", 0.0), ("vm_slumptalsfro", "sjutton")])
def test_a_setting_that_is_wrong_is_named_with_its_cell_and_ends_with_one(
    folder: Path, name: str, typed: float | str
) -> None:
    (folder / "k.xlsx").write_bytes(edited((folder / "k.xlsx").read_bytes(), {name: typed}))
    before = section(folder / "k.xlsx")
    ended = simulate(folder)
    assert ended.code == 1
    assert "Fel: Parametrar!C" in ended.err
    assert ended.out == ""
    assert section(folder / "k.xlsx") == before


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--draws", "0"), "--draws"),
        (("--draws", "1000000000"), "--draws"),
        (("--draws", "många"), "--draws"),
        (("--seed", "sjutton"), "--seed"),
        (("--distribution", "normal"), "normal"),
        (("-o", "k.xlsx"), "k.xlsx"),
        (("--in-place", "-o", "ut.xlsx"), "--in-place"),
    ],
)
def test_a_call_that_cannot_be_carried_out_is_refused(folder: Path, options: tuple[str, ...], word: str) -> None:
    assert word in refused("simulate", "k.xlsx", *options, folder=folder)


def test_a_simplified_workbook_is_refused(folder: Path) -> None:
    (folder / "enkel.xlsx").write_bytes(recalculated_example("ledningsrapport_forenklad").content)
    assert "avsnitt för simulering" in refused("simulate", "enkel.xlsx", folder=folder)


def test_a_long_simulation_tells_how_far_it_has_come(folder: Path) -> None:
    shutil.copy(folder / "k.xlsx", folder / "stor.xlsx")
    options = ("--draws", "100000", "--distribution", "triangular")
    ended = vardering("simulate", "stor.xlsx", "--in-place", *options, folder=folder)
    assert ended.code == 0
    assert [f"{tenth}0 procent av 100000 dragningar" for tenth in range(1, 11)] == [
        line for line in ended.err.splitlines() if line.endswith("dragningar")
    ]
    assert len(contents(folder)) == 3
