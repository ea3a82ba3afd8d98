"""An Excel with an example open, a ribbon over it, and no waiting."""

from pathlib import Path

import pytest

from live_excel.clicks import Ribbon, ribbon_over
from live_excel.excel_stand_in import Application
from live_excel.open_books import FULL, layout_of
from live_excel.windows_modules import desktop_engine
from vardering.books.live_excel import calls
from vardering.examples.catalogue import load_example


@pytest.fixture
def excel() -> Application:
    return Application(layout_of(load_example(FULL)))


@pytest.fixture
def ribbon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ribbon:
    return ribbon_over(Application(layout_of(load_example(FULL))), tmp_path, monkeypatch)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "_WAITS_SECONDS", (0.0,) * 6)
    calls.bound_xlwings(desktop_engine())
