"""Every button that works on the workbook that is open, as people click it, in Excel's stand-in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from live_excel.clicks import DECISION, FULL_EXAMPLES, Ribbon, content, enter, on_disk, ribbon_over
from live_excel.excel_stand_in import Application
from live_excel.open_books import FULL, layout_of, with_effects
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.approval import freeze_plan
from vardering.commands.buttons import BUTTONS
from vardering.commands.follow_up import update_follow_up
from vardering.commands.planning import update_plan
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.hosts.buttons.answers import Tone
from vardering.hosts.settings import run_context
from vardering.workbook.snapshot import Snapshot

Command = Callable[[Snapshot, RunContext], Outcome]
WRITING: dict[str, tuple[Command, tuple[str, ...]]] = {
    "RaknaOm": (recalculate, ()),
    "Simulera": (lambda snapshot, context: simulate_workbook(snapshot, context, Wanted(), unheard), ()),
    "UppdateraPlan": (lambda snapshot, context: update_plan(snapshot, context).outcome, ()),
    "Uppfoljning": (lambda snapshot, context: update_follow_up(snapshot, context).outcome, ()),
    "FaststallPlan": (lambda snapshot, context: freeze_plan(snapshot, context, DECISION).outcome, (DECISION,)),
}


@pytest.mark.parametrize("example", [entry.name for entry in EXAMPLES])
def test_every_button_that_writes_gives_what_the_command_gives_on_disk_cell_by_cell(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ribbon = ribbon_over(Application(layout_of(load_example(example))), tmp_path, monkeypatch)
    book = on_disk(example)
    plan_first = ("UppdateraPlan", "FaststallPlan", "RaknaOm", "Uppfoljning", "Simulera")
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
        ("UppdateraPlan", "Uppfoljning", "Uppfoljning", "Angra"),
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
    unlocked = [sheet.times_unlocked for sheet in ribbon.excel.sheets]
    assert ribbon.click("Kontrollera")
    assert [sheet.times_unlocked for sheet in ribbon.excel.sheets] == unlocked
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


def test_every_button_has_been_clicked_here() -> None:
    text = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [button.name for button in BUTTONS if f'"{button.name}"' not in text] == []
