"""The ribbon's buttons clicked in the task pane: asked, answered and written as orders."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from builders import CONTEXT as OTHER
from live_excel.open_books import FULL, layout_of
from maturity_books import random_replies, survey_book
from portfolio_books import case_number
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.buttons import BUTTONS
from vardering.commands.portfolio import new_portfolio
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.hosts.web import pane_session
from vardering.hosts.web.click import answer_click
from vardering.hosts.web.click_messages import GivenFile
from vardering.model.maturity_scale import RoleGroup
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.template.workbook_template import build_workbook
from web.panes import CONTEXT, click, file, held_of_layout, made, sent

SIMPLIFIED = next(entry.name for entry in EXAMPLES if "forenklad" in entry.name)


@pytest.fixture(scope="module")
def full() -> dict[str, Any]:
    return held_of_layout(layout_of(load_example(FULL)))


@pytest.fixture(scope="module")
def on_disk() -> bytes:
    return write_workbook(layout_of(load_example(FULL)))


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_every_button_answers_or_asks_with_and_without_a_workbook(button: Any, full: dict[str, Any]) -> None:
    assert click(button.name)["kind"] in {"answer", "question"}
    assert click(button.name, full)["kind"] in {"answer", "question"}


def test_a_recalculation_comes_back_as_orders_with_what_takes_them_back(full: dict[str, Any]) -> None:
    reply = click("RaknaOm", full)
    assert (reply["tone"], reply["files"], reply["show"]) == ("done", [], None)
    assert reply["text"].startswith("Kalkylen är omräknad.\n\nNettonuvärde")
    assert {"fill", "style"} <= {order["do"] for order in reply["orders"]["orders"]}
    assert (reply["undo"]["event"], reply["undo"]["book"]) == ("Räkna om", "minne.xlsx")


def test_the_same_click_gives_the_same_orders(full: dict[str, Any]) -> None:
    assert click("RaknaOm", full) == click("RaknaOm", full)


def test_errors_lead_to_the_first_cell_that_is_wrong(full: dict[str, Any]) -> None:
    name = next(entry for entry in full["names"] if entry["name"] == "vm_kalkyltid")
    sheet, _, address = name["formula"].removeprefix("=").rpartition("!")
    row, column = int(address.rpartition("$")[2]), ord(address[1]) - 64
    broken = json.loads(json.dumps(full))
    for held in broken["sheets"]:
        if held["name"] == sheet.strip("'"):
            held["cells"] = [each for each in held["cells"] if each[:2] != [row, column]]
            held["cells"].append([row, column, "String", "fem år", None, None])
    reply = click("RaknaOm", broken)
    assert reply["tone"] == "warning"
    assert reply["where"] == {"sheet": sheet.strip("'"), "address": address.replace("$", "")}
    assert "fem år" in reply["text"]
    assert reply["orders"] is not None


def test_a_button_that_needs_a_workbook_says_so() -> None:
    assert "Ingen arbetsbok är öppen" in click("RaknaOm")["text"]


def test_a_question_waits_for_its_answer(full: dict[str, Any]) -> None:
    asked = click("InforBeslutspunkt", full)
    assert (asked["kind"], asked["id"], asked["asks"]) == ("question", "1", "text")
    assert asked["suggestion"].startswith("BP")
    assert asked["suggestion"] in click("InforBeslutspunkt", full, {"1": asked["suggestion"]})["text"]


def test_a_new_case_is_a_workbook_to_open() -> None:
    reply = click("NyKalkyl")
    assert [(each["name"], each["opens"]) for each in reply["files"]] == [("kalkyl.xlsx", True)]
    assert "vm_effekter" in XlsxBook.from_bytes(made(reply), "kalkyl.xlsx").snapshot().tables


def test_a_simplified_case_is_extended_and_its_log_is_written() -> None:
    reply = click("Utoka", held_of_layout(layout_of(load_example(SIMPLIFIED)), "liten.xlsx"))
    assert [each["name"] for each in reply["files"]] == ["liten full kalkyl.xlsx"]
    assert reply["text"].startswith("Sparat: liten full kalkyl.xlsx (hämta filen här nedanför)")
    assert reply["undo"]["book"] == "liten.xlsx"


def test_an_earlier_version_is_compared(full: dict[str, Any], on_disk: bytes) -> None:
    asked = click("Jamfor", full)
    assert (asked["asks"], asked["ending"]) == ("file", ".xlsx")
    reply = click("Jamfor", full, {}, {"1": [file("tidigare.xlsx", on_disk)]})
    assert reply["text"] == "Jämförelsen är klar. Inget skiljer i indata eller plan."
    assert reply["files"][0]["name"] == "minne jämförelse.xlsx"


def test_the_decision_basis_is_a_document_to_fetch(full: dict[str, Any]) -> None:
    reply = click("Beslutsunderlag", full)
    assert [(each["name"], each["opens"]) for each in reply["files"]] == [("minne beslutsunderlag.docx", False)]
    assert made(reply).startswith(b"PK")


def test_forms_are_files_to_fetch_and_what_comes_back_is_taken_in(full: dict[str, Any]) -> None:
    reply = click("SkapaFormular", full)
    assert reply["text"].startswith(f"{len(reply['files'])} formulär är sparade: hämta filerna här nedanför")
    form = file(reply["files"][0]["name"], made(reply))
    taken = click("HamtaMatvarden", full, {}, {"1": [form, form]})
    assert "0 nya rader" in taken["text"]


def test_a_portfolio_is_made_of_the_files_that_were_picked() -> None:
    files = [
        file("mapp/en.xlsx", write_workbook(build_workbook(KALKYL, case_number(1)))),
        file("mapp/två.xlsx", write_workbook(build_workbook(KALKYL, case_number(2)))),
        file("brev.txt", b"Hej"),
    ]
    reply = click("NyPortfolj", None, {}, {"1": files})
    assert reply["text"].startswith("Portföljen är uppdaterad med 2 förändringar.")
    rows = XlsxBook.from_bytes(made(reply), "portfolj.xlsx").snapshot().tables["vm_ranking"].rows
    assert {row[0] for row in rows} == {"K-1", "K-2"}
    updated = click("UppdateraPortfolj", held_of_layout(new_portfolio(2027)), {}, {"1": files})
    assert updated["orders"] is not None


def test_surveys_that_were_picked_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    replies = random_replies(1, {RoleGroup.MANAGER: 6})
    books = {f"svar{place}.xlsx": survey_book(one) for place, one in enumerate(replies)}
    opened = XlsxBook.open
    monkeypatch.setattr(XlsxBook, "open", lambda path: books[path.name] if path.name in books else opened(path))
    files = [file(name, b"svar") for name in books]
    reply = click("SammanstallMognad", None, {}, {"1": [*files, file("annat.xlsx", b"annat")]})
    assert reply["files"][0]["opens"]
    assert "annat.xlsx" in reply["text"]


def test_the_handbook_is_a_page_of_the_server() -> None:
    assert click("Handbok")["show"] == "handbok/handbok.html"


def test_about_says_who_where_and_what() -> None:
    assert click("Om")["text"].splitlines()[-1] == "Inloggad som Anna Ek."


def test_nothing_is_taken_back_where_nothing_was_written(full: dict[str, Any]) -> None:
    ran = click("RaknaOm", full)
    for kept in (
        {},
        {"undo": {**ran["undo"], "book": "annan.xlsx"}, "after": full},
        {"undo": {"book": "minne.xlsx"}, "after": full},
        {"undo": {**ran["undo"], "clock": "i går"}, "after": full},
    ):
        assert "ingen körning att ångra" in click("Angra", full, **kept)["text"]


def test_a_run_whose_cells_have_changed_since_is_not_taken_back(full: dict[str, Any]) -> None:
    ran = click("RaknaOm", full)
    changed = json.loads(json.dumps(full))
    for sheet in changed["sheets"]:
        for cell in sheet["cells"]:
            cell[3:5] = ["annat", None] if cell[2] == "String" else cell[3:5]
    reply = click("Angra", changed, undo=ran["undo"], after=full)
    assert reply["tone"] == "warning"
    assert reply["orders"] is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "olika versioner"),
        (b"[]", "olika versioner"),
        (b'{"book": 1}', "olika versioner"),
        (b'{"other": 1}', "olika versioner"),
        (b'{"answers": {"1": 5}}', "olika versioner"),
        (b"\xff\xfe", "olika versioner"),
        (sent(None, {}, {"1": [{"name": "a.xlsx", "content": "*"}]}), "kom inte fram hel"),
        (sent(None, {}, {"1": [file("a.xlsx", b"x")] * 2001}), "högst 2000 filer"),
        (sent(None, {"1": "x" * 10_001}), "för långt"),
    ],
)
def test_what_no_pane_sends_is_turned_down(content: bytes, words: str) -> None:
    button = "Mognadsenkat" if b"xxxx" in content else "NyPortfolj"
    outcome = answer_click(button, content, CONTEXT)
    assert outcome.outcome.startswith("click-invalid")
    assert words in outcome.reply["text"]


def test_a_button_that_there_is_not_is_turned_down() -> None:
    assert answer_click("Formatera", b"{}", CONTEXT).outcome.startswith("button-unknown")


@pytest.mark.parametrize(
    "name",
    [
        "../../ut.xlsx",
        "..\\..\\ut.xlsx",
        "C:\\ut.xlsx",
        "/etc/ut.xlsx",
        "..",
        ".",
        "a\x00b\n.xlsx",
        "x" * 400,
        "å" * 400,
        "\U0001f600" * 120 + ".xlsx",
    ],
)
def test_a_file_stays_in_its_folder_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    given = GivenFile(**file(name, b"x"))
    folder = tmp_path / "in"
    folder.mkdir()
    paths = [pane_session._saved(given, folder) for _ in range(3)]
    assert {path.parent for path in paths} == {folder}
    assert len(set(paths)) == 3
    assert sorted(tmp_path.rglob("*")) == sorted([folder, *paths])


@pytest.mark.parametrize(
    ("stop", "outcome", "words"),
    [(MemoryError(), "too-large", "mer minne"), (ZeroDivisionError("hemligt"), "internal-error", "ZeroDivisionError")],
)
def test_a_defect_is_said_with_an_id_and_without_contents(
    monkeypatch: pytest.MonkeyPatch, stop: BaseException, outcome: str, words: str
) -> None:
    def fail(*_: object) -> None:
        raise stop

    monkeypatch.setattr("vardering.hosts.web.click._run", fail)
    said = answer_click("RaknaOm", sent(), CONTEXT)
    assert said.outcome.startswith(outcome)
    assert words in said.reply["text"]
    assert "hemligt" not in said.outcome + said.reply["text"]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ö" * 300 + ".xlsx", "ö" * 100 + ".xlsx"),
        ("a." + "b" * 30, "a." + "b" * 30),
        ("\ud800.xlsx", "xlsx"),
        (".xlsx", "xlsx"),
        ("\x00", "fil"),
    ],
)
def test_a_long_name_keeps_its_ending(name: str, bare: str) -> None:
    assert pane_session._bare(name) == bare


def test_a_workbook_with_a_long_name_gives_files_with_names_that_a_disk_takes(full: dict[str, Any]) -> None:
    reply = click("Beslutsunderlag", {**full, "name": "å" * 390 + ".xlsx"})
    assert reply["files"][0]["name"].endswith(".docx")


def test_nothing_of_a_click_is_left_on_the_server(full: dict[str, Any], on_disk: bytes) -> None:
    place = Path(tempfile.gettempdir())
    before = set(place.glob("vardering-*"))
    click("Jamfor", full, {}, {"1": [file("tidigare.xlsx", on_disk)]})
    click("Jamfor", full)
    assert set(place.glob("vardering-*")) <= before
    assert OTHER.user != CONTEXT.user
