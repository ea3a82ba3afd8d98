"""Clicks that cannot be carried out: one message with what to do, nothing half written, nothing secret in the log."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from live_excel.clicks import DECISION, Ribbon, content, enter, on_disk
from live_excel.com_objects import IN_EDIT_MODE, REJECTED
from live_excel.open_books import FULL
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.recalculation import recalculate
from vardering.hosts.settings import run_context


@pytest.mark.parametrize(
    ("button", "answers"),
    [("UppdateraPlan", ()), ("FaststallPlan", (DECISION,)), ("Uppfoljning", ()), ("SkapaFormular", ())],
)
def test_a_plan_is_not_written_from_inputs_with_errors(ribbon: Ribbon, button: str, answers: tuple[str, ...]) -> None:
    enter(ribbon, "vm_kalkyltid", "ca 9")
    before = content(ribbon)
    assert ribbon.click(button, *answers).startswith("Indata har fel, så planen är inte skriven.")
    assert content(ribbon) == before


def test_a_decision_may_be_left_unsaid(ribbon: Ribbon) -> None:
    assert ribbon.click("FaststallPlan", False) == ""


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
