"""A click goes the whole road and back: the workbook gets the same figures as on disk, and they can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from addin.whole_road import Road, road
from builders import CONTEXT
from judges.browser import Browser
from live_excel.open_books import FULL, layout_of
from vardering.books.memory import MemoryBook
from vardering.commands.buttons import BUTTONS
from vardering.commands.recalculation import recalculate
from vardering.examples.catalogue import load_example
from vardering.model.vocabulary import View
from vardering.texts import excel_texts as words
from vardering.texts.pane_texts import WORDS
from vardering.workbook.presenting.number_texts import figure_text


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
