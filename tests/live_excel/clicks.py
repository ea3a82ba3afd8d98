"""Clicks on the ribbon's buttons, as the runner makes them, in the stand-in for Excel."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from live_excel.excel_stand_in import Application, stored_values
from live_excel.windows_modules import desktop_engine
from vardering.books.live_excel import calls
from vardering.books.live_excel.book import LiveBook
from vardering.books.live_excel.undo import Undo
from vardering.books.live_excel.window import ExcelWindow
from vardering.hosts.excel.answers import Answer
from vardering.hosts.excel.main import Desk, main
from vardering.workbook.change_set import ChangeSet

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
    apply = LiveBook.apply

    def calculating(self: LiveBook, change_set: ChangeSet) -> Undo:
        excel.calculated = {**excel.calculated, **stored_values(change_set)}
        return apply(self, change_set)

    monkeypatch.setattr(LiveBook, "apply", calculating)
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)
    monkeypatch.setenv("VARDERING_BOOK", excel.book_name)
    monkeypatch.setenv("VARDERING_WINDOW", str(WINDOW))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    return Ribbon(excel, folder)
