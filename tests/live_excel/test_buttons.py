"""Every button as people click it, on a workbook that is open in Excel's stand-in."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from live_excel.clicks import Ribbon, ribbon_over
from live_excel.com_objects import IN_EDIT_MODE, REJECTED
from live_excel.excel_stand_in import Application
from live_excel.test_live_book import layout_of, with_effects
from vardering.books.live_excel.book import LiveBook
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.approval import freeze_plan
from vardering.commands.buttons import BUTTONS
from vardering.commands.planning import update_plan
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.hosts.excel.answers import Tone
from vardering.hosts.settings import run_context
from vardering.workbook.contract.catalogue import CASE_ID_NAME
from vardering.workbook.snapshot import Snapshot

FULL = EXAMPLES[0].name
FULL_EXAMPLES = [entry.name for entry in EXAMPLES if entry.plan_file_name]
SIMPLIFIED = next(entry.name for entry in EXAMPLES if "forenklad" in entry.name)
DECISION = "KS § 12 2026-11-25"


@pytest.fixture
def ribbon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ribbon:
    return ribbon_over(Application(layout_of(load_example(FULL))), tmp_path, monkeypatch)


def content(ribbon: Ribbon) -> Snapshot:
    return replace(LiveBook(ribbon.excel.workbook()).snapshot(), fingerprint="", source="")


def on_disk(name: str) -> XlsxBook:
    return XlsxBook.from_bytes(write_workbook(layout_of(load_example(name))), "minne.xlsx")


Command = Callable[[Snapshot, RunContext], Outcome]
WRITING: dict[str, tuple[Command, tuple[str, ...]]] = {
    "RaknaOm": (recalculate, ()),
    "Simulera": (lambda snapshot, context: simulate_workbook(snapshot, context, Wanted(), unheard), ()),
    "UppdateraPlan": (lambda snapshot, context: update_plan(snapshot, context).outcome, ()),
    "FaststallPlan": (lambda snapshot, context: freeze_plan(snapshot, context, DECISION).outcome, (DECISION,)),
}


@pytest.mark.parametrize("example", [entry.name for entry in EXAMPLES])
def test_every_button_that_writes_gives_what_the_command_gives_on_disk_cell_by_cell(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ribbon = ribbon_over(Application(layout_of(load_example(example))), tmp_path, monkeypatch)
    book = on_disk(example)
    plan_first = ("UppdateraPlan", "FaststallPlan", "RaknaOm", "Simulera")
    for button in plan_first if example in FULL_EXAMPLES else ("RaknaOm",):
        command, answers = WRITING[button]
        ribbon.click(button, *answers)
        change_set = command(book.snapshot(), run_context()).change_set
        assert change_set is not None
        book = XlsxBook.from_bytes(book.apply(change_set), "minne.xlsx")
        assert content(ribbon) == replace(book.snapshot(), fingerprint="", source="")


def calls_of(clicks: Sequence[str], rows: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    with monkeypatch.context() as patched:
        ribbon = ribbon_over(Application(layout_of(with_effects(rows))), folder, patched)
        for button in clicks:
            ribbon.click(button, *WRITING[button][1] if button in WRITING else ())
            assert ribbon.told[0].tone is Tone.DONE or button == "FaststallPlan"
        return ribbon.excel.traffic.calls


@pytest.mark.parametrize(
    "clicks",
    [
        ("Kontrollera",),
        ("RaknaOm", "RaknaOm", "Angra"),
        ("Simulera", "Angra"),
        ("UppdateraPlan", "UppdateraPlan", "FaststallPlan", "Angra"),
    ],
)
def test_clicks_take_as_many_calls_for_eighty_rows_as_for_forty(
    clicks: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert calls_of(clicks, 80, tmp_path, monkeypatch) == calls_of(clicks, 40, tmp_path, monkeypatch)


def test_a_recalculation_says_the_net_present_value_of_every_view_and_what_was_found(ribbon: Ribbon) -> None:
    said = ribbon.click("RaknaOm")
    assert said.startswith("Kalkylen är omräknad.")
    assert len(re.findall(r"^Nettonuvärde, .+: -?[\d ]+ kr$", said, re.MULTILINE)) == 3
    assert said.endswith("varningar. Allt står på bladet Kontroll.")
    assert any("skriver bladet Resultat" in str(line) for line in ribbon.excel.lines)


def enter(ribbon: Ribbon, name: str, value: object) -> None:
    area = LiveBook(ribbon.excel.workbook()).snapshot().names[name].area
    ribbon.sheet(area.sheet).enter(area.row, area.column, value)


def test_errors_are_said_with_their_cell_which_is_shown(ribbon: Ribbon) -> None:
    enter(ribbon, "vm_kalkyltid", "ca 100")
    said = ribbon.click("Kontrollera")
    assert "Fel: Start!C" in said
    assert "ca 100" in said
    assert ribbon.told[0].tone is Tone.WARNING
    assert ribbon.excel.marked[0].startswith("Start!C")
    before = content(ribbon)
    assert ribbon.click("RaknaOm").startswith("Indata har fel, så resultaten är inte omräknade.")
    assert content(ribbon) != before


def test_nothing_is_written_by_a_check(ribbon: Ribbon) -> None:
    before = content(ribbon)
    assert ribbon.click("Kontrollera")
    assert content(ribbon) == before


def test_a_gate_says_what_it_requires_and_suggests_the_one_ahead(ribbon: Ribbon) -> None:
    said = ribbon.click("InforBeslutspunkt", "BP3")
    assert said.startswith("Inför BP3: ")
    assert "saknas: " in said
    assert ribbon.excel.asked[-1][2] == load_example(FULL).change.gate
    assert ribbon.click("InforBeslutspunkt", False) == ""
    assert "BP9" in ribbon.click("InforBeslutspunkt", "BP9")


def test_the_latest_run_is_taken_back_once(ribbon: Ribbon) -> None:
    before = content(ribbon)
    ribbon.click("RaknaOm")
    assert ribbon.click("Angra").startswith("Ångrat: Räkna om 2026-11-24")
    assert content(ribbon) == before
    assert ribbon.click("Angra").startswith("Det finns ingen körning att ångra")


def test_a_run_whose_cells_have_changed_since_is_not_taken_back(ribbon: Ribbon) -> None:
    ribbon.click("RaknaOm")
    area = content(ribbon).names["vm_nyckeltal"].area
    ribbon.sheet(area.sheet).cell(area.row + 2, area.column + 1).value = 1.0
    before = content(ribbon)
    said = ribbon.click("Angra")
    assert said.startswith(f"{area.sheet}!")
    assert "har ändrats sedan dess" in said
    assert content(ribbon) == before


def test_an_input_may_be_edited_before_a_run_is_taken_back(ribbon: Ribbon) -> None:
    ribbon.click("RaknaOm")
    enter(ribbon, "vm_kalkyltid", 7.0)
    assert ribbon.click("Angra").startswith("Ångrat")
    assert content(ribbon).names["vm_kalkyltid"].value == 7.0


def test_what_takes_a_run_back_is_kept_for_twenty_workbooks_without_their_names(ribbon: Ribbon, tmp_path: Path) -> None:
    ribbon.click("RaknaOm")
    kept = list((tmp_path / "angra").iterdir())
    assert len(kept) == 1
    assert re.fullmatch(r"[0-9a-f]{32}\.json", kept[0].name)
    kept[0].write_text("skräp", "utf-8")
    assert ribbon.click("Angra").startswith("Det finns ingen körning att ångra")


def test_new_workbooks_are_saved_where_asked_and_opened(ribbon: Ribbon, tmp_path: Path) -> None:
    for button, name in (("NyKalkyl", "ny.xlsx"), ("NyForenklad", "enkel")):
        assert ribbon.click(button, str(tmp_path / name)) == ""
    assert ribbon.excel.opened == [str(tmp_path / "ny.xlsx"), str(tmp_path / "enkel.xlsx")]
    ids = {XlsxBook.open(Path(path)).snapshot().names[CASE_ID_NAME].value for path in ribbon.excel.opened}
    assert len(ids) == 2
    assert ribbon.click("NyKalkyl", False) == ""


def test_a_new_workbook_needs_no_open_one(ribbon: Ribbon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDERING_BOOK", "")
    assert ribbon.click("NyKalkyl", str(tmp_path / "ny.xlsx")) == ""
    assert ribbon.click("RaknaOm").startswith("Ingen arbetsbok är öppen")


def test_a_file_that_is_there_is_never_written_over(ribbon: Ribbon, tmp_path: Path) -> None:
    taken = tmp_path / "ny.xlsx"
    taken.write_text("annat", "utf-8")
    assert "finns redan" in ribbon.click("NyKalkyl", str(taken))
    assert taken.read_text("utf-8") == "annat"


def test_a_simplified_case_grows_into_a_full_one_and_each_names_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ribbon = ribbon_over(Application(layout_of(load_example(SIMPLIFIED))), tmp_path, monkeypatch)
    full = tmp_path / "full.xlsx"
    assert "finns kvar" in ribbon.click("Utoka", str(full))
    assert ribbon.excel.opened == [str(full)]
    assert "full.xlsx" in str(content(ribbon).tables["vm_logg"].rows)
    assert "minne.xlsx" in str(XlsxBook.open(full).snapshot().tables["vm_logg"].rows)
    assert ribbon.click("Angra").startswith("Ångrat")
    assert "full.xlsx" not in str(content(ribbon).tables["vm_logg"].rows)
    assert ribbon.click("Utoka", False) == ""


def test_an_earlier_version_is_compared_in_a_workbook_of_its_own(ribbon: Ribbon, tmp_path: Path) -> None:
    earlier, result = tmp_path / "tidigare.xlsx", tmp_path / "skillnad.xlsx"
    earlier.write_bytes(write_workbook(layout_of(load_example(FULL))))
    assert (
        ribbon.click("Jamfor", str(earlier), str(result)) == "Jämförelsen är klar. Inget skiljer i indata eller plan."
    )
    enter(ribbon, "vm_kalkyltid", 9.0)
    assert "1 skillnad" in ribbon.click("Jamfor", str(earlier), str(tmp_path / "ny.xlsx"))
    assert ribbon.excel.opened == [str(result), str(tmp_path / "ny.xlsx")]
    assert ribbon.click("Jamfor", False) == ""
    assert ribbon.click("Jamfor", str(earlier), False) == ""
    enter(ribbon, "vm_kalkyltid", "ca 9")
    assert "minne.xlsx" in ribbon.click("Jamfor", str(earlier))


def test_the_decision_basis_is_written_as_word_and_shown(ribbon: Ribbon, tmp_path: Path) -> None:
    target = tmp_path / "underlag.docx"
    assert ribbon.click("Beslutsunderlag", str(target)) == f"Sparat: {target}"
    assert target.read_bytes().startswith(b"PK")
    assert ribbon.shown == [target]
    assert ribbon.click("Beslutsunderlag", False) == ""


@pytest.mark.parametrize(("button", "answers"), [("UppdateraPlan", ()), ("FaststallPlan", (DECISION,))])
def test_a_plan_is_not_written_from_inputs_with_errors(ribbon: Ribbon, button: str, answers: tuple[str, ...]) -> None:
    enter(ribbon, "vm_kalkyltid", "ca 9")
    before = content(ribbon)
    assert ribbon.click(button, *answers).startswith("Indata har fel, så planen är inte skriven.")
    assert content(ribbon) == before


def test_a_decision_may_be_left_unsaid(ribbon: Ribbon) -> None:
    assert ribbon.click("FaststallPlan", False) == ""


def test_the_handbook_is_shown_from_the_products_folder(
    ribbon: Ribbon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    handbook = tmp_path / "Vardering" / "handbok" / "handbok.html"
    handbook.parent.mkdir(parents=True)
    handbook.write_text("<html></html>", "utf-8")
    assert ribbon.click("Handbok") == ""
    assert ribbon.shown == [handbook]


def test_about_says_the_versions_and_where_the_log_is(ribbon: Ribbon, tmp_path: Path) -> None:
    said = ribbon.click("Om")
    assert "Excel 16.0.17328" in said
    assert "Inget hindrar Värderingsmodellen." in said
    assert str(tmp_path / "logg" / "vardering.log") in said


def test_every_button_has_been_clicked_here() -> None:
    text = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*buttons.py"))
    assert [button.name for button in BUTTONS if f'"{button.name}"' not in text] == []


@pytest.mark.parametrize("code", [REJECTED, IN_EDIT_MODE])
def test_an_excel_that_stays_busy_is_one_message(ribbon: Ribbon, code: int) -> None:
    ribbon.excel.traffic.refuse, ribbon.excel.traffic.code = 100_000, code
    assert ribbon.click("RaknaOm").startswith("En cell redigeras just nu i Excel. Avsluta redigeringen")
    assert ribbon.excel.traffic.calls < 300


def test_calls_that_are_turned_away_now_and_then_are_tried_again(ribbon: Ribbon) -> None:
    ribbon.excel.traffic.refuse = 5
    assert ribbon.click("RaknaOm").startswith("Kalkylen är omräknad.")


@pytest.mark.parametrize("code", [REJECTED, IN_EDIT_MODE])
def test_an_excel_that_turns_calls_away_all_the_time_still_gets_the_same_results(ribbon: Ribbon, code: int) -> None:
    ribbon.excel.traffic.every, ribbon.excel.traffic.code = 7, code
    assert ribbon.click("RaknaOm").startswith("Kalkylen är omräknad.")
    ribbon.excel.traffic.every = 0
    change_set = recalculate((book := on_disk(FULL)).snapshot(), run_context()).change_set
    assert change_set is not None
    written = XlsxBook.from_bytes(book.apply(change_set), "minne.xlsx").snapshot()
    assert content(ribbon) == replace(written, fingerprint="", source="")


def test_a_locked_or_filtered_sheet_is_named_and_nothing_is_written(ribbon: Ribbon) -> None:
    before = content(ribbon)
    sheet = ribbon.sheet("Resultat")
    sheet.FilterMode = True
    assert "Bladet Resultat är filtrerat" in ribbon.click("RaknaOm")
    sheet.FilterMode = False
    sheet.is_locked, sheet.password = True, "hemligt"
    assert "Bladet Resultat är låst med lösenord" in ribbon.click("RaknaOm")
    sheet.password = ""
    assert content(ribbon) == before


def test_a_workbook_that_is_not_open_any_more_is_named(ribbon: Ribbon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDERING_BOOK", "annan.xlsx")
    assert ribbon.click("RaknaOm").startswith("Arbetsboken annan.xlsx är inte öppen")


def test_a_button_of_another_version_is_said(ribbon: Ribbon) -> None:
    assert ribbon.click("Slutför").startswith("Knappen Slutför hör till en annan version")
    assert "Slutför" not in ribbon.log


def test_a_defect_is_one_message_with_a_run_that_the_log_knows(ribbon: Ribbon, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("hemligt innehåll")

    monkeypatch.setattr("vardering.commands.recalculation.recalculate", fail)
    said = ribbon.click("RaknaOm")
    run = f"ZeroDivisionError-{os.getpid()}"
    assert run in said
    assert run in ribbon.log
    assert "hemligt" not in said + ribbon.log
    assert "case_runners:" in ribbon.log


def test_the_log_holds_nothing_of_the_workbook(ribbon: Ribbon) -> None:
    enter(ribbon, "vm_kalkyltid", "ca 123456")
    for button in ("Kontrollera", "RaknaOm", "Angra"):
        ribbon.click(button)
    assert "minne" not in ribbon.log
    assert "123456" not in ribbon.log
    assert [line.split()[1] for line in ribbon.log.splitlines()] == [
        "button=Kontrollera",
        "button=RaknaOm",
        "button=Angra",
    ]


def test_the_log_never_grows_beyond_two_files(ribbon: Ribbon, tmp_path: Path) -> None:
    log = tmp_path / "logg" / "vardering.log"
    log.parent.mkdir()
    for _ in range(3):
        log.write_text("x" * 256_001, "utf-8")
        ribbon.click("Om")
    assert {path.name for path in log.parent.iterdir()} == {"vardering.log", "vardering.log.1"}
    assert len(ribbon.log.splitlines()) == 1
