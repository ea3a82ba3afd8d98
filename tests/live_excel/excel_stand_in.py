"""A stand-in for Excel's objects over a grid in memory: it takes and gives what Excel would, and counts the calls.

It enters text as Excel does ("001" becomes 1, "=…" a formula, an apostrophe keeps text), hands over dates as times,
currency as decimals cut to four places, error values as whole numbers, a single cell bare, and turns calls away when
told to. Formulas are not calculated: their values are looked up in ``calculated``.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import xlwings

from live_excel.com_objects import ComObject, Members, Simple, Traffic
from live_excel.excel_sheets import CODE_OF, Cell, Sheet, Table
from live_excel.windows_modules import desktop_engine
from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue
from vardering.base.day_serials import serial_of
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.styles import STYLES


class Application(ComObject):
    """Excel itself, with one workbook."""

    def __init__(self, layout: WorkbookLayout, passwords: Collection[str] = (), *, date1904: bool = False) -> None:
        self.traffic = Traffic()
        self.date1904 = date1904
        self.calculated: Mapping[tuple[str, int, int], Any] = {}
        for name, value in {"ScreenUpdating": True, "EnableEvents": True, "Calculation": -4105}.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "CutCopyMode", False)
        object.__setattr__(self, "AutoCorrect", Simple(self.traffic, AutoFillFormulasInLists=True))
        self.sheets = [_sheet(self, each, passwords) for each in layout.sheets]
        self.names = [
            Simple(self.traffic, name, Name=name, RefersTo=f"={area.reference}") for name, area in layout.names.items()
        ]
        self.names.append(Simple(self.traffic, "vm_fel", Name="vm_fel", RefersTo="=#REF!$A$1"))
        self.book_name = "minne.xlsx"
        self.answers: list[str | bool] = []
        self.asked: list[tuple[str, ...]] = []
        self.opened: list[str] = []
        self.marked: list[str] = []
        self.lines: list[object] = []
        self._status_bar: object = False
        self._book: Any = None

    Hwnd, Version, Build = 4711, "16.0", 17328

    @property
    def StatusBar(self) -> object:
        return self._status_bar

    @StatusBar.setter
    def StatusBar(self, line: object) -> None:
        self._status_bar = line
        self.lines.append(line)

    @property
    def Workbooks(self) -> "OpenBooks":
        return OpenBooks(self)

    def GetOpenFilename(self, kinds: str, number: int, title: str, button: str = "", several: bool = False) -> Any:
        answer = self._answer(kinds, title)
        return (answer,) if several and answer else answer

    def FileDialog(self, sort: int) -> Any:
        assert sort == 4
        chosen = self.answers.pop(0)
        items = Members(self.traffic, [chosen] if chosen else [])
        return Simple(self.traffic, Title="", Show=lambda: -1 if chosen else 0, SelectedItems=items)

    def GetSaveAsFilename(self, suggestion: str, kinds: str, number: int, title: str) -> str | bool:
        return self._answer(suggestion, kinds, title)

    def InputBox(self, question: str, title: str, suggestion: str) -> str | bool:
        return self._answer(question, title, suggestion)

    def Goto(self, cells: Any) -> None:
        self.marked.append(f"{cells._inner.sheet.label}!{cells._inner.area.a1}")

    def _answer(self, *asked: str) -> str | bool:
        self.asked.append(asked)
        return self.answers.pop(0)

    def com_book(self) -> Any:
        """The workbook as Excel's own object: the same every time."""
        if self._book is None:
            self._book = Simple(
                self.traffic,
                self.book_name,
                Name=self.book_name,
                FullName=self.book_name,
                ReadOnly=False,
                Application=self,
                Worksheets=Members(self.traffic, self.sheets),
                Names=Members(self.traffic, self.names),
                Date1904=self.date1904,
                MultiUserEditing=False,
                HasVBProject=False,
            )
        return self._book

    def workbook(self) -> Any:
        """The workbook as xlwings' own class over this application."""
        engine = desktop_engine()
        return xlwings.Book(impl=engine.Book(xl=engine.COMRetryObjectWrapper(self.com_book())))


class OpenBooks(Members):
    """The open workbooks: the one there is, and what is opened is remembered."""

    def __init__(self, application: Application) -> None:
        super().__init__(application.traffic, [application.com_book()] if application.book_name else [])
        self.application = application

    def Open(self, path: str) -> None:
        self.application.opened.append(path)


def _sheet(application: Application, layout: Any, passwords: Collection[str]) -> Sheet:
    sheet = Sheet(application, layout.name)
    for placed in layout.cells:
        style = STYLES[placed.style]
        cell = Cell(_stored(placed.value, application.date1904), placed.formula, style.name, style.number_format)
        if placed.formula is not None and placed.value is None:
            cell.value = CODE_OF[NOT_CALCULATED]
        sheet.grid[placed.row, placed.column] = cell
    for table in layout.tables:
        sheet.tables.append(Table(sheet, table.name, table.area))
        for offset, heading in enumerate(table.headings):
            sheet.grid[table.area.row, table.area.column + offset] = Cell(heading)
    for chart in layout.charts:
        curves = [Simple(application.traffic, Formula="") for _ in chart.series]
        inner = Simple(application.traffic, SeriesCollection=Members(application.traffic, curves))
        sheet.charts.append(Simple(application.traffic, chart.name, Name=chart.name, Chart=inner))
    sheet.is_locked = layout.locked or layout.name in passwords
    sheet.password = "hemligt" if layout.name in passwords else ""
    return sheet


def stored_values(change_set: ChangeSet) -> dict[tuple[str, int, int], Any]:
    """What every formula of a ChangeSet comes to, as Excel holds it."""
    found = {}
    for block in change_set.blocks:
        for row, writes in enumerate(block.rows, start=block.area.row):
            for column, write in enumerate(writes, start=block.area.column):
                if write is not None and write.formula is not None:
                    value = NOT_CALCULATED if write.value is None else write.value
                    found[block.area.sheet, row, column] = _stored(value, date1904=False)
    return found


def _stored(value: CellValue, date1904: bool) -> Any:
    if isinstance(value, ErrorValue):
        return CODE_OF.get(value, CODE_OF[NOT_CALCULATED])
    if isinstance(value, date):
        return float(serial_of(value, date1904))
    return value if value is None or isinstance(value, bool | str) else float(value)
