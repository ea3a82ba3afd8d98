"""One small workbook as a layout, and the books that the suite runs on, behind one face."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Protocol

import pytest

from judges.required import is_all_required
from live_excel.excel_stand_in import Application, stored_values
from office_js import node_excel
from office_js.node_excel import NodeExcel, TaskPane
from vardering.base.cells import Area, CellValue
from vardering.books.live_excel.book import LiveBook
from vardering.books.memory import MemoryBook
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import (
    PlacedCell,
    PlacedChart,
    PlacedSeries,
    PlacedTable,
    SheetLayout,
    WorkbookLayout,
)
from vardering.workbook.snapshot import Snapshot
from workbooks.layout_files import file_of

INPUT = "Indata & mer"
RESULT = "Anna's resultat"
LOG = "Logg"
TABLE_AREA = Area(INPUT, 4, 2, 8, 5)
LOG_AREA = Area(LOG, 1, 1, 3, 3)
NAME_AREA = Area(INPUT, 2, 3, 2, 3)
WRITTEN_AREA = Area(RESULT, 3, 1, 5, 3)

ROWS: tuple[tuple[CellValue, ...], ...] = (
    ("A1", 2.5, date(2027, 3, 1), True),
    ("001", 0.0, date(1999, 12, 31), False),
    ("=1+1", -1e-7, None, None),
    (None, None, None, None),
)
STYLES = ("input_text", "input_number", "input_date", "input_text")


class Book(Protocol):
    """What the suite asks of a book."""

    def snapshot(self) -> Snapshot: ...

    def apply(self, change_set: ChangeSet) -> object: ...


class FileBook:
    """A book on disk that goes on with what was written, as the memory book does."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def snapshot(self) -> Snapshot:
        return XlsxBook.from_bytes(self.content, "minne.xlsx").snapshot()

    def apply(self, change_set: ChangeSet) -> None:
        self.content = XlsxBook.from_bytes(self.content, "minne.xlsx").apply(change_set)


class OpenBook:
    """A book open in Excel's stand-in, which calculates by giving every formula the value that came with it."""

    def __init__(self, layout: WorkbookLayout, passwords: Collection[str]) -> None:
        self.excel = Application(layout, passwords)
        self.book = LiveBook(self.excel.workbook())

    def snapshot(self) -> Snapshot:
        return self.book.snapshot()

    def apply(self, change_set: ChangeSet) -> None:
        self.excel.calculated = stored_values(change_set)
        self.book.apply(change_set)


def memory_book(layout: WorkbookLayout, passwords: Collection[str] = ()) -> Book:
    return MemoryBook(layout, passwords=passwords)


def file_book(layout: WorkbookLayout, passwords: Collection[str] = ()) -> Book:
    return FileBook(file_of(layout, passwords))


def open_book(layout: WorkbookLayout, passwords: Collection[str] = ()) -> Book:
    return OpenBook(layout, passwords)


def pane_book(layout: WorkbookLayout, passwords: Collection[str] = ()) -> Book:
    return TaskPane(NodeExcel(layout, passwords))


BookMaker = Callable[..., Book]
PANE = "behind a task pane"
MAKERS: dict[str, BookMaker] = {
    "memory": memory_book,
    "xlsx": file_book,
    "open in Excel": open_book,
    PANE: pane_book,
}
EVERY_MAKER = [pytest.param(make, id=name, marks=[pytest.mark.node] * (name == PANE)) for name, make in MAKERS.items()]
"""For a parameter of a test; the one that needs Node says so."""


def makers_here() -> dict[str, BookMaker]:
    """Those that can be made on this machine; all of them where everything is required."""
    return {
        name: make for name, make in MAKERS.items() if name != PANE or node_excel.is_installed() or is_all_required()
    }


def small_layout(*more: PlacedCell) -> WorkbookLayout:
    """Inputs in a table with a spare row, a written area, a log with a blank row, and a chart."""
    table = PlacedTable("vm_rader", TABLE_AREA, ("Id", "Antal\nst", "Datum", "Med & utan"), ("heading",) * 4)
    log = PlacedTable("vm_logg", LOG_AREA, ("Tid", "Vem", "Tal"), ("heading",) * 3)
    cells = [
        PlacedCell(5 + row, 2 + column, value, style=STYLES[column])
        for row, values in enumerate(ROWS)
        for column, value in enumerate(values)
    ]
    cells += [PlacedCell(2, 3, "Digitala lås", style="input_text"), *more]
    written = [PlacedCell(3, 1, "gammalt", style="result_text"), PlacedCell(4, 2, 7.0, "=3+4", "result_number")]
    logged = [
        PlacedCell(2, 1, "i går", style="result_text"),
        PlacedCell(2, 2, "Anna", style="result_text"),
        PlacedCell(2, 3, 1.0, style="result_kr"),
    ]
    return WorkbookLayout(
        "Prov",
        "",
        (
            SheetLayout(INPUT, tuple(cells), tables=(table,)),
            SheetLayout(RESULT, tuple(written), charts=(small_chart(),), locked=True),
            SheetLayout(LOG, tuple(logged), tables=(log,)),
        ),
        {"vm_namn": NAME_AREA, "vm_skrivet": WRITTEN_AREA, "annat": Area(INPUT, 1, 1, 1, 1)},
    )


def small_chart() -> PlacedChart:
    series = PlacedSeries(
        Area(RESULT, 3, 1, 3, 1), Area(RESULT, 4, 1, 5, 1), Area(RESULT, 4, 2, 5, 2), "1D4E6B", stored_title="Netto"
    )
    return PlacedChart("Kurva", ChartKind.LINE, 10, 1, 400, 300, "Kurva", "År", "kr", "En kurva", (series,))
