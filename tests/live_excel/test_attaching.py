"""How a click finds its Excel, under xlwings' own code, and how it speaks where there is none."""

import ctypes
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from live_excel.clicks import WINDOW
from live_excel.com_objects import REJECTED
from live_excel.excel_stand_in import Application
from live_excel.open_books import FULL, layout_of
from live_excel.windows_modules import ComError, desktop_engine
from vardering.base.faults import BookBusyError, CallError
from vardering.books.live_excel import calls
from vardering.books.live_excel.attaching import excel_at
from vardering.examples.catalogue import load_example
from vardering.hosts.buttons.answers import Answer, Tone
from vardering.hosts.excel import message_box
from vardering.texts.excel_texts import TITLE

OTHER_WINDOW = 815


@pytest.fixture
def excel() -> Application:
    return Application(layout_of(load_example(FULL)))


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)


@pytest.fixture
def windows(excel: Application, monkeypatch: pytest.MonkeyPatch) -> dict[int, Application]:
    """The windows with an open workbook, by their number, as xlwings looks them up."""
    found: dict[int, Application] = {WINDOW: excel}
    desktop = desktop_engine()

    def look_up(window: int) -> object:
        if window not in found:
            raise OSError("no such window")
        return desktop.COMRetryObjectWrapper(found[window])

    monkeypatch.setattr(desktop, "get_xl_app_from_hwnd", look_up)
    return found


def unheard(_: object) -> None:
    """Progress and undo that this test does not look at."""


def test_the_workbook_is_found_by_its_window_and_its_name(windows: dict[int, Application]) -> None:
    book = excel_at(WINDOW).book("minne.xlsx", unheard, unheard)
    assert book.name == "minne.xlsx"
    assert book.snapshot().tables
    with pytest.raises(CallError, match="book-not-open"):
        excel_at(WINDOW).book("annan.xlsx", unheard, unheard)


def test_xlwings_gives_up_after_a_few_tries(windows: dict[int, Application]) -> None:
    excel_at(WINDOW)
    assert desktop_engine().N_COM_ATTEMPTS == calls.TRIES_WITHIN_XLWINGS


def test_an_excel_without_workbooks_is_found_when_the_window_is_its_own(
    excel: Application, windows: dict[int, Application], monkeypatch: pytest.MonkeyPatch
) -> None:
    windows.clear()
    client = sys.modules["win32com.client"]
    monkeypatch.setattr(client, "GetActiveObject", lambda name: excel, raising=False)
    assert excel_at(WINDOW).version == "16.0.17328"
    with pytest.raises(CallError, match="no-excel"):
        excel_at(OTHER_WINDOW)


def test_an_excel_that_is_gone_is_said(windows: dict[int, Application], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> object:
        raise ComError(-2147221021, "not available")

    monkeypatch.setattr(sys.modules["win32com.client"], "GetActiveObject", refuse, raising=False)
    with pytest.raises(CallError, match="no-excel"):
        excel_at(OTHER_WINDOW)


def test_an_excel_that_is_busy_is_not_taken_for_one_that_is_gone(
    excel: Application, windows: dict[int, Application], monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> object:
        raise ComError(REJECTED)

    monkeypatch.setattr(desktop_engine(), "get_xl_app_from_hwnd", busy)
    with pytest.raises(BookBusyError, match="excel-editing"):
        excel_at(WINDOW)
    windows.clear()
    monkeypatch.undo()
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)
    monkeypatch.setattr(desktop_engine(), "get_xl_app_from_hwnd", lambda window: 1 / 0)
    monkeypatch.setattr(sys.modules["win32com.client"], "GetActiveObject", lambda name: excel, raising=False)
    excel.traffic.refuse = 100
    with pytest.raises(BookBusyError, match="excel-editing"):
        excel_at(WINDOW)


def test_a_message_stands_over_the_window_that_was_clicked_in(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []
    user = SimpleNamespace(MessageBoxW=lambda *arguments: shown.append(arguments))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user), raising=False)
    message_box.show(WINDOW, Answer("Klart."))
    message_box.show(WINDOW, Answer("Fel.", Tone.WARNING))
    assert [(window, text, title) for window, text, title, _ in shown] == [
        (WINDOW, "Klart.", TITLE),
        (WINDOW, "Fel.", TITLE),
    ]
    assert shown[0][3] != shown[1][3]


def test_the_process_that_the_ribbon_starts_speaks_even_without_excel(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-I", "-m", "vardering.hosts.excel", "RaknaOm"],
        capture_output=True,
        env={"LOCALAPPDATA": str(tmp_path), "VARDERING_WINDOW": "1", "VARDERING_BOOK": "kalkyl.xlsx"},
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0
    assert ended.stderr.decode("utf-8").startswith("Det går inte att nå Excel härifrån.")
    assert "no-excel" in (tmp_path / "Vardering" / "logg" / "vardering.log").read_text("utf-8")
