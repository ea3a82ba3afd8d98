"""The workbook that ``vardering diff -o`` writes: a report whose figures can be followed."""

from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import a_case, a_change, a_cost, an_effect
from e2e.command_line import contents, refused, vardering
from e2e.workbook_files import (
    Edits,
    comparison_file,
    edited,
    example_file,
    new_file,
    parts_of,
    seen_by_openpyxl,
    snapshot_of,
)
from judges.libreoffice import LibreOffice
from judges.package_parts import CHART
from vardering.commands.comparison import compare
from vardering.model.case import Case
from vardering.model.vocabulary import View
from vardering.texts.result_texts import KEY_FIGURES
from vardering.workbook.presenting.comparison import Comparison

EDITS: Edits = {
    ("vm_effekter", 0, "Volym trolig"): 4200.0,
    ("vm_effekter", 0, "Volym hög"): 4300.0,
    ("vm_utveckling", 1, "Benämning"): "=1+1",
    ("vm_parametrar", 0, "Värde"): 4.0,
    "vm_kalkyltid": 7.0,
}
SHEETS = ["Skillnader", "Nyckeltal", "Vattenfall", "Varje ändring"]


def rows_of(sheet: Worksheet) -> list[list[object]]:
    return [list(row[1:]) for row in sheet.iter_rows(values_only=True)]


@cache
def reply() -> bytes:
    return edited(example_file("bygglov"), EDITS)


@cache
def report() -> bytes:
    return comparison_file(example_file("bygglov"), reply())


def waterfalls(content: bytes) -> list[list[list[object]]]:
    """The lines of each view's waterfall: short name, what, amount, running value, a gap and the chart's columns."""
    rows = rows_of(seen_by_openpyxl(content)["Vattenfall"])
    starts = [place for place, row in enumerate(rows) if row[0] == "Steg"]
    found = []
    for start in starts:
        end = next(place for place in range(start, len(rows)) if rows[place][0] == "Efter")
        found.append(rows[start + 1 : end + 1])
    return found


def test_the_report_has_its_sheets_and_no_macros_names_or_links() -> None:
    book = seen_by_openpyxl(report())
    assert book.sheetnames == SHEETS
    assert not list(book.defined_names)
    assert not [part for part in parts_of(report()) if "vba" in part or "externalLink" in part]


def test_every_difference_is_a_line_of_a_table_with_the_value_as_the_sheet_holds_it() -> None:
    sheet = seen_by_openpyxl(report())["Skillnader"]
    area = sheet.tables["Skillnader"].ref
    lines = [[cell.value for cell in row] for row in sheet[area]]
    assert lines[0] == ["Vad", "Uppgift", "Före", "Efter", "Ändring", "Blad", "Cell före", "Cell efter"]
    by_input = {line[1]: line for line in lines[1:]}
    assert len(by_input) == len(EDITS)
    assert by_input["Volym trolig"][2:4] == [2100, 4200]
    assert by_input["Värde"][2:4] == [3, 4]
    assert by_input["Benämning"][3] == "=1+1"
    assert by_input["Volym trolig"][4:] == ["ändrad", "Effekter", "Effekter!L8", "Effekter!L8"]


def test_text_from_people_stays_text() -> None:
    formulas = seen_by_openpyxl(report(), formulas=True)["Skillnader"]
    (cell,) = (cell for row in formulas.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"


def test_every_key_figure_stands_before_and_after_in_every_view() -> None:
    comparison = compare(snapshot_of(example_file("bygglov")), snapshot_of(reply()))
    assert isinstance(comparison, Comparison)
    rows = rows_of(seen_by_openpyxl(report())["Nyckeltal"])
    labels = [label for label, _, _ in KEY_FIGURES.values()]
    assert [row[0] for row in rows if row[0] in labels] == labels * len(View)
    npvs = [row[1:4] for row in rows if row[0] == "Nettonuvärde"]
    for view, (before, after, difference) in zip(View, npvs, strict=True):
        assert before == pytest.approx(comparison.bridge.npv_before[view])
        assert after == pytest.approx(comparison.bridge.npv_after[view])
        assert isinstance(before, float)
        assert isinstance(after, float)
        assert difference == pytest.approx(after - before)


def test_the_columns_of_each_waterfall_build_up_what_each_step_adds() -> None:
    far = comparison_file(example_file("bygglov"), example_file("digitala_las"))
    for lines in (*waterfalls(report()), *waterfalls(far)):
        before = 0.0
        for line in lines:
            running = float(str(line[3]))
            base, total, up, up_below, down, down_below = (float(str(value)) for value in line[5:11])
            if line[0] in ("Före", "Efter"):
                assert (base, up, up_below, down, down_below) == (0, 0, 0, 0, 0)
                assert total == running
            else:
                moved = up - up_below - down + down_below
                assert moved == pytest.approx(float(str(line[2])))
                assert running - before == pytest.approx(moved)
                low = min(before, running)
                bottom = base + up_below + down_below if low < 0 else base
                assert bottom == pytest.approx(low, abs=1e-6)
            before = running


def test_every_view_has_a_chart_with_words_and_an_unseen_base() -> None:
    parts = parts_of(report())
    charts = [ET.fromstring(part) for name, part in sorted(parts.items()) if name.startswith("xl/charts/chart")]
    assert len(charts) == len(View)
    for chart in charts:
        base, *others = chart.iter(f"{CHART}ser")
        drawn = "{http://schemas.openxmlformats.org/drawingml/2006/main}noFill"
        assert base.find(f"{CHART}spPr/{drawn}") is not None
        assert all(other.find(f"{CHART}spPr/{drawn}") is None for other in others)
        hidden = [entry.find(f"{CHART}idx") for entry in chart.iter(f"{CHART}legendEntry")]
        assert [entry.get("val") for entry in hidden if entry is not None] == ["0", "3", "5"]
    drawings = b"".join(part for name, part in parts.items() if name.startswith("xl/drawings/drawing"))
    assert drawings.decode().count('descr="Vattenfallsdiagram') == len(View)


def test_a_report_of_no_difference_says_so() -> None:
    content = comparison_file(example_file("bygglov"), example_file("bygglov"))
    sheet = seen_by_openpyxl(content)["Skillnader"]
    _, line = sheet[sheet.tables["Skillnader"].ref]
    assert line[0].value == "Ingen skillnad"
    assert [line[0] for line in waterfalls(content)[0]] == ["Före", "Samspel", "Efter"]


def many_rows(volume: float) -> Case:
    effects = tuple(an_effect(id=f"E{number}", driver_likely=volume + number) for number in range(40))
    costs = tuple(a_cost(id=f"U{number}") for number in range(3))
    return a_case(change=a_change(go_live=date(2028, 1, 1)), effects=effects, development=costs)


def test_with_many_steps_the_smallest_stand_together() -> None:
    lines = waterfalls(comparison_file(new_file(many_rows(100.0)), new_file(many_rows(90.0))))[1]
    assert len(lines) == 14
    assert lines[11][0] == "Övriga 30"
    assert sum(float(str(line[2] or 0)) for line in lines) == pytest.approx(
        float(str(lines[-1][3])) - float(str(lines[0][3]))
    )


@pytest.mark.libreoffice
def test_libreoffice_calculates_the_report_to_what_it_says(libreoffice: LibreOffice, tmp_path: Path) -> None:
    path = tmp_path / "jämförelse.xlsx"
    path.write_bytes(comparison_file(example_file("bygglov"), example_file("digitala_las")))
    stored = seen_by_openpyxl(path.read_bytes())
    formulas = seen_by_openpyxl(path.read_bytes(), formulas=True)
    with libreoffice.open(path) as book:
        book.calculate()
        assert book.errors() == []
        assert book.formula_count() > 100
        for sheet in formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        value = book.value(sheet.title, cell.coordinate)
                        assert value == pytest.approx(stored[sheet.title][cell.coordinate].value, abs=1e-4), cell


def test_the_command_writes_the_report_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "ett.xlsx").write_bytes(example_file("bygglov"))
    (tmp_path / "två.xlsx").write_bytes(reply())
    ended = vardering("diff", "ett.xlsx", "två.xlsx", "-o", "jämförelse.xlsx", folder=tmp_path)
    assert ended.code == 0
    assert ended.err == "Sparat: jämförelse.xlsx\n"
    assert seen_by_openpyxl((tmp_path / "jämförelse.xlsx").read_bytes()).sheetnames == SHEETS
    assert "jämförelse.xlsx" in refused("diff", "ett.xlsx", "två.xlsx", "-o", "jämförelse.xlsx", folder=tmp_path)
    for name in ("ett.xlsx", "två.xlsx"):
        assert name in refused("diff", "ett.xlsx", "två.xlsx", "-o", name, "--replace", folder=tmp_path)
    assert "ingen kalkyl" in refused("recalc", "jämförelse.xlsx", folder=tmp_path)


def test_nothing_is_written_where_a_file_has_errors(tmp_path: Path) -> None:
    (tmp_path / "ett.xlsx").write_bytes(example_file("bygglov"))
    (tmp_path / "fel.xlsx").write_bytes(edited(reply(), {"vm_namn": None}))
    before = contents(tmp_path)
    assert vardering("diff", "ett.xlsx", "fel.xlsx", "-o", "ut.xlsx", folder=tmp_path).code == 2
    assert contents(tmp_path) == before
