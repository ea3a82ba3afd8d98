"""Clicks on the ribbon's buttons, as the runner makes them, in the stand-in for Excel."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from live_excel.excel_stand_in import Application, stored_values
from live_excel.open_books import layout_of
from live_excel.windows_modules import desktop_engine
from vardering.base.light_dataclasses import replace
from vardering.books.live_excel import calls
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.charts import Curve
from vardering.books.live_excel.undo import Undo
from vardering.books.live_excel.window import ExcelWindow
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.hosts.buttons.answers import Answer
from vardering.hosts.excel.main import Desk, main
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.snapshot import Snapshot

FULL_EXAMPLES = [entry.name for entry in EXAMPLES if entry.plan_file_name]
SIMPLIFIED = next(entry.name for entry in EXAMPLES if "forenklad" in entry.name)
DECISION = "KS § 12 2026-11-25"
CLOCK = "1795512600"
WINDOW = Application.Hwnd


@dataclass(slots=True)
class Ribbon:
    """A person at Excel: what they answer is given beforehand, what they are told and shown is kept."""

    excel: Application
    folder: Path
    told: list[Answer] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)

    def click(self, button: str, *answers: str | bool) -> str:
        """The message that a click ends with; empty where there is none."""
        self.told.clear()
        self.excel.answers = list(answers)
        assert main([button], self.desk) == 0
        assert self.excel.answers == []
        assert self.excel.lines[-1:] in ([], [False])
        assert len(self.told) <= 1
        return self.told[0].text if self.told else ""

    @property
    def desk(self) -> Desk:
        return Desk(self.find, lambda _, answer: self.told.append(answer), self.shown.append, self.folder)

    def find(self, window: int) -> ExcelWindow:
        assert window == WINDOW
        desktop = desktop_engine()
        calls.bound_xlwings(desktop)
        return ExcelWindow(desktop.COMRetryObjectWrapper(self.excel), desktop)

    @property
    def log(self) -> str:
        return (self.folder / "logg" / "vardering.log").read_text("utf-8")

    def sheet(self, name: str) -> Any:
        return next(sheet for sheet in self.excel.sheets if sheet.label == name)


def ribbon_over(excel: Application, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Ribbon:
    """A ribbon whose clicks reach this Excel, which calculates by giving every formula the value that came with it."""
    write = LiveBook._write

    def calculating(self: LiveBook, change_set: ChangeSet, curves: tuple[Curve, ...]) -> Undo:
        excel.calculated = {**excel.calculated, **stored_values(change_set)}
        return write(self, change_set, curves)

    monkeypatch.setattr(LiveBook, "_write", calculating)
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)
    monkeypatch.setenv("VARDERING_BOOK", excel.book_name)
    monkeypatch.setenv("VARDERING_WINDOW", str(WINDOW))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    return Ribbon(excel, folder)


def content(ribbon: Ribbon) -> Snapshot:
    return replace(LiveBook(ribbon.excel.workbook()).snapshot(), fingerprint="", source="")


def on_disk(name: str) -> XlsxBook:
    return XlsxBook.from_bytes(write_workbook(layout_of(load_example(name))), "minne.xlsx")


def enter(ribbon: Ribbon, name: str, value: object) -> None:
    area = LiveBook(ribbon.excel.workbook()).snapshot().names[name].area
    ribbon.sheet(area.sheet).enter(area.row, area.column, value)
