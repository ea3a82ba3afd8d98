"""A click goes the whole road and back: the workbook gets the same figures as on disk, and they can be taken back."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from builders import CONTEXT
from judges.browser import Browser
from live_excel.open_books import FULL, layout_of
from office_js.node_excel import stored_values
from vardering.base.light_dataclasses import replace
from vardering.books.memory import MemoryBook
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.buttons import BUTTONS
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import load_example
from vardering.hosts.settings import account_name, run_context
from vardering.model.vocabulary import View
from vardering.texts import excel_texts as words
from vardering.texts.pane_texts import WORDS
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.presenting.number_texts import figure_text
from vardering.workbook.snapshot import Snapshot
from web.whole_road import Road, road


@pytest.fixture
def example(browser: Browser, tmp_path: Path) -> Iterator[Road]:
    with road(browser, layout_of(load_example(FULL)), tmp_path) as opened:
        yield opened
        assert opened.breaches == []


def figures() -> list[str]:
    """The net present values of the example, as they are calculated from its workbook in memory."""
    results = recalculate(MemoryBook(layout_of(load_example(FULL))).snapshot(), CONTEXT).results
    assert results is not None
    return [figure_text(results.main.views[view].figures.npv, "kr") for view in View]


def test_a_recalculation_is_written_in_the_workbook_and_taken_back(example: Road) -> None:
    before = example.cells
    example.click("Kontrollera")
    assert example.cells == before
    example.click("RaknaOm")
    assert example.state == "done"
    assert words.CALCULATED in example.text
    assert all(figure in example.text for figure in figures())
    after = example.cells
    changed = {sheet for sheet, cells in after.items() if cells != before[sheet]}
    assert {"Resultat", "Kontroll", "Logg"} <= changed
    assert not {"Effekter", "Parametrar", "Drift", "Effekthemtagningsplan"} & changed
    example.click("RaknaOm")
    assert example.state == "done"
    example.click("Angra")
    assert example.text.splitlines()[-1].startswith("Ångrat: Räkna om")


def on_disk() -> tuple[Snapshot, Snapshot, Mapping[str, object]]:
    """The example as a file before and after a recalculation, and what its formulas come to."""
    book = XlsxBook.from_bytes(write_workbook(layout_of(load_example(FULL))), "fil.xlsx")
    before = book.snapshot()
    changes = recalculate(before, run_context(account_name())).changes
    after = XlsxBook.from_bytes(book.apply(changes), "fil.xlsx").snapshot()
    return nameless(before), nameless(after), stored_values(changes)


def nameless(snapshot: Snapshot) -> Snapshot:
    """The content alone: what was read of a pane has another name than a file."""
    return replace(snapshot, fingerprint="", source="")


def formulas_of(layout: WorkbookLayout) -> Mapping[str, object]:
    """What the formulas of a workbook come to, by place."""
    cells = [(sheet.name, cell) for sheet in layout.sheets for cell in sheet.cells if cell.formula is not None]
    return {f"{sheet}!{cell.row},{cell.column}": cell.value for sheet, cell in cells}


def test_the_workbook_gets_the_cells_that_a_file_gets_and_has_its_own_back(
    example: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795512600")
    before, after, stored = on_disk()
    assert example.snapshot == before
    example.calculate(stored)
    example.click("RaknaOm")
    assert example.snapshot == after
    example.calculate(formulas_of(layout_of(load_example(FULL))))
    example.click("Angra")
    taken_back = example.snapshot
    assert [name for name in before.tables if taken_back.tables[name] != before.tables[name]] == []
    assert [name for name in before.names if taken_back.names[name] != before.names[name]] == []


def test_a_cell_that_has_changed_since_stops_what_would_take_a_run_back(example: Road) -> None:
    example.click("RaknaOm")
    log = example.snapshot.tables["vm_logg"]
    row = log.area.row + max(place for place, values in enumerate(log.rows, start=1) if any(values))
    example.browser.script(f"window.book.sheet('{log.area.sheet}').enter({row}, {log.area.column}, 'ändrat')")
    example.click("Angra")
    assert example.state == "warning"
    assert "ändrats" in example.text


def test_a_new_workbook_is_opened_in_a_window_of_its_own(example: Road) -> None:
    example.click("NyKalkyl")
    (content,) = example.made
    assert XlsxBook.from_bytes(content, "kalkyl.xlsx").snapshot().tables


def test_the_handbook_is_whole_where_the_server_shows_it(example: Road) -> None:
    example.click("Handbok")
    (page,) = example.shown
    example.browser.visit(f"{example.address}{page}", width=1000, height=900)
    heading, width, missing = example.browser.script(
        "return [document.querySelector('h1').innerText, getComputedStyle(document.body).maxWidth, "
        "[...document.images].filter((picture) => picture.complete && !picture.naturalWidth).length]"
    )
    assert heading
    assert width != "none"
    assert missing == 0
    example.browser.visit(f"{example.address}/pane.html", width=380, height=760)
    example.browser.wait("return Boolean(window.book)")


def test_what_was_written_first_is_taken_back_cell_for_cell(example: Road) -> None:
    before = example.cells
    example.click("UppdateraPlan")
    assert words.PLAN_UPDATED in example.text
    assert example.cells != before
    example.click("Angra")
    assert example.state == "done"
    assert example.cells == before
    example.click("Angra")
    assert example.state == "warning"


def test_a_question_is_answered_and_a_file_is_offered(example: Road) -> None:
    example.click("InforBeslutspunkt", "BP3")
    assert "BP3" in example.text
    example.click("Beslutsunderlag")
    assert example.state == "done"
    assert ".docx" in example.text
    example.click("Handbok")
    assert example.shown == ["/handbok/handbok.html"]


def test_every_button_gets_a_reply_that_the_pane_understands(example: Road) -> None:
    failed = []
    for button in BUTTONS:
        example.click(button.name)
        if example.state == "failed":
            failed.append(f"{button.name}: {example.text}")
        if example.state == "question":
            example.browser.keys(Keys.ESCAPE)
            example.browser.wait("return !document.querySelector('[aria-disabled]')")
    assert failed == []
    assert WORDS["failed"] not in example.text
