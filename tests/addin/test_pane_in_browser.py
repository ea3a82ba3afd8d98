"""The task pane in a browser: who can use it, what it asks, and how it looks."""

import base64
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from addin.pane_pictures import WIDTHS, write_pictures
from addin.pane_scene import (
    STATES,
    Pane,
    answer,
    answer_findings,
    ask_files,
    ask_text,
    question,
    run_on,
    served,
)
from judges.browser import Browser
from vardering.commands.buttons import BUTTONS
from vardering.texts.pane_texts import FAULTS, WORDS

TOO_WIDE = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """
return [...document.querySelectorAll('button, input:not(.unseen), a, p, li, h1, h2')].filter((one) => {
  const at = one.getBoundingClientRect();
  return at.width > 0 && (at.left < 0 || at.right > document.documentElement.clientWidth);
}).map((one) => one.outerHTML.slice(0, 80));
"""


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [320, 450])
def test_the_accessibility_rules_find_nothing_in_any_state(browser: Browser, state: str, width: int) -> None:
    with served() as scene:
        pane = Pane(browser, scene)
        pane.open(width=width)
        STATES[state](pane)
        verdict = browser.verdict()
        assert verdict.violations == []
        assert {"button-name", "html-has-lang", "heading-order", "landmark-one-main"} <= set(verdict.content_with)
        assert "color-contrast" in verdict.content_with
        assert browser.script(TOO_WIDE) <= 0
        assert browser.script(OUTSIDE) == []


def test_the_page_still_fits_when_it_is_enlarged_four_times(browser: Browser) -> None:
    with served() as scene:
        pane = Pane(browser, scene)
        pane.open(width=320, height=256)
        answer_findings(pane)
        assert browser.script(TOO_WIDE) <= 0
        assert browser.script(OUTSIDE) == []
        at = browser.script("return document.getElementById('run').getBoundingClientRect().top")
        assert 0 <= round(at) < 20
        browser.script("document.querySelector('[data-button=Handbok]').focus()")
        covered = browser.script(
            "const at = document.activeElement.getBoundingClientRect();"
            "return document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2).closest('button')"
            " !== document.activeElement"
        )
        assert not covered


def test_nothing_moves_for_who_wishes_so(pane: Pane) -> None:
    pane.browser.stops_moving(wished=True)
    run_on(pane)
    moves = "return getComputedStyle(document.querySelector('.spinner')).animationName"
    assert pane.browser.script(moves) == "none"
    pane.browser.stops_moving(wished=False)
    assert pane.browser.script(moves) == "turn"


def test_tab_goes_through_every_button_in_the_order_they_are_seen(pane: Pane) -> None:
    shown = pane.browser.script(
        "return [...document.querySelectorAll('[data-button]')].map((one) => one.dataset.button)"
    )
    reached = []
    for _ in shown:
        pane.browser.keys(Keys.TAB)
        reached.append(pane.focused)
    assert reached == shown
    assert sorted(reached) == sorted(button.name for button in BUTTONS)


def test_a_run_is_done_with_the_keyboard_alone(pane: Pane) -> None:
    pane.scene.replies = [question(), answer("BP3: 4 av 5 krav är uppfyllda.")]
    pane.browser.script("document.querySelector('[data-button=InforBeslutspunkt]').focus()")
    pane.browser.keys(Keys.ENTER)
    pane.reaches("question")
    assert pane.focused == "question-answer"
    pane.browser.keys(Keys.ENTER)
    assert pane.text("#question-problem") == WORDS["answer-needed"]
    assert pane.focused == "question-answer"
    pane.browser.keys("BP3", Keys.ENTER)
    pane.reaches("done")
    assert pane.focused == "run-heading"
    assert "4 av 5 krav" in pane.said
    pane.browser.keys(Keys.ESCAPE)
    pane.reaches("")
    assert pane.focused == "InforBeslutspunkt"


def test_a_question_can_be_left_with_escape_or_the_button(pane: Pane) -> None:
    ask_text(pane)
    pane.browser.keys(Keys.ESCAPE)
    pane.reaches("")
    assert pane.said == WORDS["cancelled"]
    ask_text(pane)
    pane.browser.click(".plain")
    pane.reaches("")
    assert pane.focused == "InforBeslutspunkt"
    assert len(pane.scene.posts) == 2


def test_a_double_click_and_other_buttons_do_nothing_while_one_runs(pane: Pane) -> None:
    run_on(pane)
    assert pane.browser.script("return document.querySelectorAll('[data-button]:not([aria-disabled])').length") == 0
    pane.click("Simulera")
    pane.click("Kontrollera")
    pane.browser.script("document.querySelector('[data-button=Simulera]').dispatchEvent(new MouseEvent('dblclick'))")
    pane.scene.held.set()
    pane.reaches("done")
    assert pane.scene.buttons == ["Simulera"]
    assert pane.browser.script("return document.querySelectorAll('[aria-disabled]').length") == 0


def test_two_clicks_in_the_same_moment_send_one_question(pane: Pane) -> None:
    pane.scene.replies = [answer("Klart.")]
    pane.browser.script("const b = document.querySelector('[data-button=RaknaOm]'); b.click(); b.click();")
    pane.reaches("done")
    assert pane.scene.buttons == ["RaknaOm"]
    assert pane.asked == ["read"]


def test_every_answer_so_far_is_sent_with_the_next_question(pane: Pane, tmp_path: Path) -> None:
    file = tmp_path / "svar.xlsx"
    file.write_bytes(b"PK\x03\x04")
    empty = tmp_path / "tom.xlsx"
    empty.write_bytes(b"")
    pane.scene.replies = [
        question("text", id="round", question="Vad ska omgången heta?", suggestion="hösten 2026"),
        question("files", id="replies", question="Välj svaren", ending=".xlsx"),
        answer("Klart."),
    ]
    pane.click("SammanstallMognad")
    pane.reaches("question")
    assert pane.text("label") == "Vad ska omgången heta?"
    pane.browser.keys(Keys.END, "!", Keys.ENTER)
    pane.browser.wait("return document.querySelector('input[type=file]')")
    pane.browser.click(".main")
    assert pane.text("#question-problem") == WORDS["file-needed"]
    pane.browser.choose("#question-answer", file, empty)
    assert "svar.xlsx, tom.xlsx" in pane.text(".chosen")
    pane.browser.click(".main")
    pane.reaches("done")
    first, second, third = pane.scene.posts
    assert first == {
        "book": {"name": "kalkyl.xlsx", "number": 1},
        "answers": {},
        "files": {},
    }
    assert second == first | {"answers": {"round": "hösten 2026!"}}
    content = base64.b64encode(b"PK\x03\x04").decode()
    files = [{"name": "svar.xlsx", "content": content}, {"name": "tom.xlsx", "content": ""}]
    assert third == second | {"files": {"replies": files}}
    assert pane.asked == ["read"]


def test_a_file_of_another_kind_is_refused_before_it_is_sent(pane: Pane, tmp_path: Path) -> None:
    ask_files(pane)
    other = tmp_path / "svar.pdf"
    other.write_bytes(b"%PDF")
    pane.browser.choose("#question-answer", other)
    pane.browser.click(".main")
    assert pane.text("#question-problem") == WORDS["ending-wrong"].format(name="svar.pdf", ending=".xlsx")
    assert (
        pane.browser.script("return document.getElementById('question-answer').getAttribute('aria-invalid')") == "true"
    )


def test_outside_excel_the_page_says_where_it_belongs(browser: Browser) -> None:
    with served() as scene:
        scene.in_excel = False
        pane = Pane(browser, scene)
        pane.open()
        pane.browser.wait("return !document.getElementById('notice').hidden")
        assert pane.text("#notice") == FAULTS["no-excel"]
        assert browser.verdict().violations == []
        pane.click("Kontrollera")
        pane.reaches("failed")
        assert FAULTS["no-excel"] in pane.text()


def test_a_picture_of_every_state_can_be_drawn(browser: Browser, tmp_path: Path) -> None:
    written = write_pictures(browser, tmp_path)
    assert len(written) == len(WIDTHS) * len(STATES)
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in written)
