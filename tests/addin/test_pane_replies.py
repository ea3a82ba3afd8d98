"""What each reply of the server leads to in the task pane, and what is said when there is none."""

import base64
import time
from pathlib import Path

import pytest

from addin.pane_scene import (
    BROKEN_LINE,
    FINDINGS,
    WORKBOOK,
    Pane,
    answer,
    answer_files,
    answer_findings,
    served,
)
from judges.browser import Browser
from vardering.commands.buttons import BUTTONS, WITHOUT_BOOK
from vardering.texts.pane_texts import FAULTS, WORDS

ORDERS = {"sheets": [], "orders": [{"do": "fill"}]}


def test_the_cell_of_an_answer_is_shown_and_every_cell_in_it_can_be_gone_to(pane: Pane) -> None:
    answer_findings(pane)
    pane.browser.wait("return window.asked.length === 3")
    assert pane.asked == ["read", "activate Kostnader", "select F7"]
    assert [line for line in FINDINGS.splitlines() if line] == [line for line in pane.text().splitlines()[1:] if line]
    pane.browser.click(".lines li:nth-child(2) .cell")
    pane.browser.wait("return window.asked.length === 5")
    assert pane.asked[3:] == ["activate Nyttor", "select C5"]


def test_figures_stand_apart_and_nothing_of_the_text_is_lost(pane: Pane) -> None:
    text = "Klart.\n\nNettonuvärde, alla: −1 240 000 kr\nTid: okänd\nAndel: 12,5 %"
    pane.scene.replies = [answer(text)]
    pane.click("RaknaOm")
    pane.reaches("done")
    found = pane.browser.script("return [...document.querySelectorAll('.figure strong')].map((one) => one.textContent)")
    assert found == ["−1 240 000 kr", "12,5 %"]
    assert "Tid: okänd" in pane.text()


def test_orders_are_carried_out_once_and_kept_to_be_taken_back(pane: Pane) -> None:
    pane.scene.replies = [
        answer("Kalkylen är omräknad.", orders=ORDERS, undo={"u": 1}),
        answer("Inget är fel."),
        answer("Ångrat.", orders=ORDERS),
        answer("Det finns inget att ångra.", tone="warning"),
    ]
    for button, state in (("RaknaOm", "done"), ("Kontrollera", "done"), ("Angra", "done"), ("Angra", "warning")):
        pane.click(button)
        pane.browser.wait("return !document.querySelector('[aria-disabled]')")
        pane.reaches(state)
    write = 'write {"sheets":[],"orders":[{"do":"fill"}]}'
    assert pane.asked == ["read", "read", write, "read", "read", "read", "read", write, "read", "read"]
    kept = [(post.get("undo"), post.get("after")) for post in pane.scene.posts]
    after = {"name": "kalkyl.xlsx", "number": 2}
    assert kept == [(None, None), (None, None), ({"u": 1}, after), (None, None)]
    assert "undo" not in pane.scene.posts[1]


def test_more_than_the_server_takes_is_not_sent(pane: Pane) -> None:
    pane.browser.script("window.book.name = 'x'.repeat(60_000_001)")
    pane.click("Kontrollera")
    pane.reaches("failed")
    assert FAULTS["too-large"] in pane.text()
    assert pane.scene.posts == []


def test_a_workbook_that_changed_meanwhile_is_not_written(pane: Pane) -> None:
    pane.browser.script("window.book.changes = true")
    pane.scene.replies = [answer("Kalkylen är omräknad.", orders=ORDERS, undo={"u": 1}), answer("Klart.")]
    pane.click("RaknaOm")
    pane.reaches("failed")
    assert FAULTS["book-changed"] in pane.text()
    assert pane.asked == ["read", "read"]
    pane.click("Angra")
    pane.reaches("done")
    assert pane.scene.posts[1]["undo"] is None


def test_a_cell_that_holds_something_else_than_was_written_is_named(pane: Pane) -> None:
    for unlike in ("'Resultat!C5'", "{sheet: 'Resultat', address: 'C5'}"):
        pane.browser.script(f"window.book.unlike = {unlike}")
        pane.scene.replies = [answer("Kalkylen är omräknad.", orders=ORDERS, undo={"u": 1})]
        pane.click("RaknaOm")
        pane.reaches("warning")
        assert FAULTS["not-as-written"].format(cell="Resultat!C5") in pane.text()
        assert "Kalkylen är omräknad." in pane.text()
        pane.browser.click("#close")


def test_a_run_that_stops_in_the_middle_can_be_taken_back(pane: Pane) -> None:
    pane.browser.script("window.book.writeFails = 'AccessDenied'")
    pane.scene.replies = [answer("Klart.", orders=ORDERS, undo={"u": 1}), answer("Ångrat.")]
    pane.click("RaknaOm")
    pane.reaches("failed")
    assert FAULTS["excel-write"].format(code="AccessDenied") in pane.text()
    pane.click("Angra")
    pane.reaches("done")
    assert (pane.scene.posts[1]["undo"], pane.scene.posts[1]["after"]["number"]) == ({"u": 1}, 2)


@pytest.mark.parametrize(
    ("code", "fault"), [("InvalidOperationInCellEditMode", "cell-editing"), ("GeneralException", "excel-read")]
)
def test_what_stops_excel_is_said_and_nothing_is_sent(pane: Pane, code: str, fault: str) -> None:
    pane.browser.script(f"window.excelFault = '{code}'")
    pane.click("Kontrollera")
    pane.reaches("failed")
    assert FAULTS[fault].format(code=code) in pane.text()
    assert pane.scene.posts == []


@pytest.mark.parametrize(
    ("status", "reply", "fault"),
    [
        (401, None, "sign-in"),
        (403, None, "sign-in"),
        (413, None, "too-large"),
        (429, None, "busy"),
        (503, None, "busy"),
        (500, None, "server-failed"),
        (404, None, "server-failed"),
        (200, b"<html>", "not-understood"),
        (200, {"kind": "other"}, "not-understood"),
        (200, None, "not-understood"),
        (200, {"kind": "answer", "text": "Klart.", "files": [{"name": "a", "content": "%"}]}, "not-understood"),
        (504, None, "timeout"),
        (400, b"<html>", "server-failed"),
        (BROKEN_LINE, None, "no-network"),
    ],
)
def test_what_the_server_cannot_do_is_said_in_a_sentence(pane: Pane, status: int, reply: object, fault: str) -> None:
    pane.scene.replies = [(status, reply)]
    pane.click("Kontrollera")
    pane.reaches("failed")
    assert FAULTS[fault] in pane.text()
    assert FAULTS[fault] in pane.said
    pane.browser.click("#close")
    pane.reaches("")
    pane.scene.replies = [answer("Inget är fel.")]
    pane.click("Kontrollera")
    pane.reaches("done")


def test_a_refusal_in_the_servers_own_words_is_shown_as_it_is(pane: Pane) -> None:
    for status in (400, 403, 503):
        pane.scene.replies = [(status, {"code": "role-missing", "text": f"Rollen saknas. Be om den. {status}"})]
        pane.click("Kontrollera")
        pane.browser.wait("return !document.querySelector('[aria-disabled]')")
        assert f"Rollen saknas. Be om den. {status}" in pane.text()


def test_a_server_that_never_answers_is_not_waited_for_for_ever(browser: Browser) -> None:
    with served() as scene:
        scene.seconds = 1
        pane = Pane(browser, scene)
        pane.open()
        scene.held.clear()
        scene.replies = [answer("Klart.")]
        pane.click("Kontrollera")
        pane.reaches("failed")
        assert FAULTS["timeout"] in pane.text()


@pytest.mark.parametrize("button", [button for button in BUTTONS if button.command in WITHOUT_BOOK], ids=str)
def test_buttons_that_read_nothing_do_without_a_workbook(pane: Pane, button: object) -> None:
    declared = next(each for each in BUTTONS if each is button)
    pane.browser.script("window.excelFault = 'GeneralException'")
    pane.scene.replies = [answer("Klart.")]
    pane.click(declared.name)
    pane.reaches("done")
    assert pane.scene.posts[0]["book"] is None


def test_files_are_opened_where_they_can_be_and_offered_to_be_saved(pane: Pane) -> None:
    answer_files(pane)
    assert pane.asked == [f"create {WORKBOOK}"]
    assert WORDS["opened"].format(name="kalkyl.xlsx") in pane.text()
    links = pane.browser.script(
        "return [...document.querySelectorAll('a[download]')].map((one) => [one.download, one.textContent, one.href])"
    )
    names = ["kalkyl.xlsx", "kalkyl beslutsunderlag.docx"]
    assert [(name, text) for name, text, _ in links] == [(name, WORDS["download"].format(name=name)) for name in names]
    assert all(address.startswith("blob:") for _, _, address in links)


def test_a_file_is_saved_byte_for_byte(pane: Pane, tmp_path: Path) -> None:
    pane.browser.saves_in(tmp_path)
    answer_files(pane)
    pane.browser.click("a[download]:last-of-type")
    saved = tmp_path / "kalkyl beslutsunderlag.docx"
    deadline = time.monotonic() + 15
    while not saved.is_file() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert saved.read_bytes() == base64.b64decode(WORKBOOK)


def test_a_workbook_that_excel_does_not_open_can_still_be_saved(pane: Pane) -> None:
    pane.browser.script("window.openFails = true")
    answer_files(pane)
    assert WORDS["opened"].format(name="kalkyl.xlsx") not in pane.text()
    assert WORDS["download"].format(name="kalkyl.xlsx") in pane.text()


def test_a_page_is_opened_beside_excel_if_it_is_the_servers_own(pane: Pane) -> None:
    pane.scene.replies = [answer("", show="handbok/handbok.html"), answer("Klart.", show="https://annan.test/sida")]
    pane.click("Handbok")
    pane.reaches("done")
    assert pane.asked == ["browse /handbok/handbok.html"]
    assert pane.text("a.download") == WORDS["show"]
    pane.browser.click("#close")
    pane.click("Handbok")
    pane.reaches("done")
    assert pane.asked == ["browse /handbok/handbok.html"]
    assert pane.text("a.download") == ""


def test_an_answer_that_says_nothing_is_not_shown(pane: Pane) -> None:
    pane.scene.replies = [answer("")]
    pane.click("Kontrollera")
    pane.browser.wait("return !document.querySelector('[aria-disabled]')")
    pane.reaches("")
    assert pane.said == WORDS["nothing-said"]


def test_where_people_sign_in_their_token_is_sent_and_renewed_once(browser: Browser) -> None:
    with served() as scene:
        scene.sign_in = True
        pane = Pane(browser, scene)
        pane.open()
        scene.replies = [answer("Klart."), (401, None), answer("Klart."), (401, None), (401, None)]
        for state in ("done", "done", "failed"):
            pane.click("Kontrollera")
            pane.browser.wait("return !document.querySelector('[aria-disabled]')")
            pane.reaches(state)
        assert scene.bearers == [f"Bearer token-{number}" for number in range(1, 6)]
        assert FAULTS["sign-in"] in pane.text()
        browser.script("window.signInFails = true")
        pane.click("Kontrollera")
        pane.reaches("failed")
        assert len(scene.bearers) == 5


def test_the_ribbon_starts_the_same_run_and_shows_the_pane(pane: Pane) -> None:
    names = pane.browser.script("return Object.keys(window.ribbon)")
    assert sorted(names) == sorted(button.name for button in BUTTONS)
    pane.scene.replies = [answer("Klart.")]
    pane.browser.script("window.ribbon.RaknaOm({completed: () => window.asked.push('completed')})")
    pane.reaches("done")
    assert pane.asked == ["show pane", "completed", "read"]
    pane.browser.script("Office.addin.showAsTaskpane = () => Promise.reject(new Error('nej')); window.ribbon.RaknaOm()")
    pane.reaches("failed")
    assert pane.scene.buttons == ["RaknaOm", "RaknaOm"]
