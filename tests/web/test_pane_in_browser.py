"""The whole road in a browser: the pane is clicked, the server calculates, the workbook gets what a file would get."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from judges.browser import Browser
from live_excel.open_books import FULL, layout_of
from office_js.node_excel import stored_values
from vardering.base.light_dataclasses import replace
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import load_example
from vardering.hosts.settings import account_name, run_context
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot
from web.browser_panes import OpenPane, serving

pytestmark = pytest.mark.browser


@pytest.fixture
def pane(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPane]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795512600")
    with serving(layout_of(load_example(FULL)), tmp_path / "server.log") as address:
        opened = OpenPane(browser, address)
        browser.visit(f"{address}/pane.html", width=380, height=1100)
        browser.wait("return globalThis.book !== undefined && document.readyState === 'complete'")
        yield opened
        assert browser.script("return globalThis.broken") == []


def content(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, fingerprint="", source="")


def on_disk() -> tuple[Snapshot, Snapshot, str]:
    """The example as a file before and after a recalculation, and what its formulas come to."""
    book = XlsxBook.from_bytes(write_workbook(layout_of(load_example(FULL))), "minne.xlsx")
    before = book.snapshot()
    changes = recalculate(before, run_context(account_name())).changes
    after = XlsxBook.from_bytes(book.apply(changes), "minne.xlsx").snapshot()
    return before, after, json.dumps(stored_values(changes))


def formulas_of(layout: WorkbookLayout) -> str:
    """What the formulas of a workbook come to, by place."""
    cells = [(sheet.name, cell) for sheet in layout.sheets for cell in sheet.cells if cell.formula is not None]
    return json.dumps({f"{sheet}!{cell.row},{cell.column}": cell.value for sheet, cell in cells})


def test_a_recalculation_gives_the_cells_that_a_file_gets_and_is_taken_back(pane: OpenPane) -> None:
    before, after, calculated = on_disk()
    assert content(pane.snapshot) == content(before)
    pane.browser.script(f"globalThis.book.calculated = {calculated}")
    pane.run("RaknaOm")
    assert "Kalkylen är omräknad." in pane.text
    assert content(pane.snapshot) == content(after)
    pane.browser.script(f"globalThis.book.calculated = {formulas_of(layout_of(load_example(FULL)))}")
    pane.run("Angra")
    assert "Ångrat: Räkna om 2026-11-24 " in pane.text
    taken_back = pane.snapshot
    assert [name for name in before.tables if taken_back.tables[name] != before.tables[name]] == []
    assert [name for name in before.names if taken_back.names[name] != before.names[name]] == []


def test_a_second_click_gives_the_same_figures_and_a_changed_cell_stops_what_would_take_it_back(pane: OpenPane) -> None:
    _, after, calculated = on_disk()
    pane.browser.script(f"globalThis.book.calculated = {calculated}")
    pane.run("RaknaOm")
    pane.run("RaknaOm")
    figures = ("vm_nyckeltal", "vm_arsresultat")
    assert [pane.snapshot.tables.get(name) for name in figures] == [after.tables.get(name) for name in figures]
    log = pane.snapshot.tables["vm_logg"]
    row = log.area.row + max(place for place, values in enumerate(log.rows, start=1) if any(values))
    pane.browser.script(f"globalThis.book.sheet('{log.area.sheet}').enter({row}, {log.area.column}, 'ändrat')")
    pane.run("Angra", "warning")
    assert "ändrats" in pane.text


def test_a_question_is_asked_and_a_new_workbook_is_opened(pane: OpenPane) -> None:
    pane.run("InforBeslutspunkt", "question")
    pane.browser.click("#run form .main")
    pane.reaches("done", "warning")
    assert "BP" in pane.text
    pane.run("NyKalkyl")
    workbooks = pane.browser.script("return globalThis.opened")
    assert len(workbooks) == 1
    assert XlsxBook.from_bytes(base64.b64decode(workbooks[0]), "kalkyl.xlsx").snapshot().tables


def test_the_handbook_is_opened_from_the_server_whole(pane: OpenPane) -> None:
    pane.run("Handbok")
    address = pane.browser.script("return document.querySelector('#run a[target=_blank]').href")
    assert address == f"{pane.address}/handbok/handbok.html"
    pane.browser.visit(address, width=1000, height=900)
    seen = pane.browser.script(
        "return {heading: document.querySelector('h1').innerText, width: getComputedStyle(document.body).maxWidth, "
        "pictures: [...document.images].filter((image) => image.loading !== 'lazy' && !image.naturalWidth).length}"
    )
    assert seen["heading"]
    assert seen["width"] != "none"
    assert seen["pictures"] == 0
    pane.browser.visit(f"{pane.address}/pane.html", width=380, height=1100)
    pane.browser.wait("return globalThis.book !== undefined")
