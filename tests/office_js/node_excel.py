"""Excel's stand-in with book.js under Node, and the click of a task pane over it."""

import atexit
import json
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from house.source_files import ROOT
from vardering.base.cells import CellValue, ErrorValue
from vardering.base.day_serials import serial_of
from vardering.base.faults import BookChangedError, BookNotWrittenError
from vardering.books.office_js.book import OfficeBook
from vardering.books.office_js.held import held_of
from vardering.books.office_js.orders import Orders
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.layout import PlacedChart, PlacedSeries, SheetLayout, WorkbookLayout
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.styles import STYLES

INSTALL = "apt-get install nodejs"
WAITING = "#GETTING_DATA"


def is_installed() -> bool:
    """Whether there is a Node to run."""
    return shutil.which("node") is not None


class ExcelStopError(Exception):
    """What Office.js threw, with its code."""


class Node:
    """One running Node, which is asked line by line."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        for script in (*(ROOT / "addin" / "web").glob("book*.js"), *Path(__file__).parent.glob("*.js")):
            shutil.copy(script, folder)
        (folder / "package.json").write_text('{"type": "module"}', "utf-8")
        self._process = subprocess.Popen(
            [str(shutil.which("node")), str(folder / "driver.js")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, deed: str, **parts: object) -> Any:
        """What a deed of the driver gives. Raises ``ExcelStopError`` with the code of what Office.js threw."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": deed, **parts}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"error": "defect", "says": "Node has ended"}')
        assert answer.get("error") != "defect", answer["says"]
        if "error" in answer:
            raise ExcelStopError(answer["error"])
        return answer["gives"]

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        self._folder.cleanup()


@cache
def running_node() -> Node:
    """The Node of this test run."""
    node = Node()
    atexit.register(node.close)
    return node


class NodeExcel:
    """One workbook open in the stand-in."""

    def __init__(
        self,
        layout: WorkbookLayout,
        passwords: Collection[str] = (),
        *,
        date1904: bool = False,
        name: str = "minne.xlsx",
    ) -> None:
        self._node = running_node()
        self._book: int = self._node.ask("open", content=_content(layout, passwords, date1904))

    def ask(self, deed: str, **parts: object) -> Any:
        """A deed of the driver with this workbook."""
        return self._node.ask(deed, book=self._book, **parts)

    def held(self) -> Any:
        """What ``readBook`` gives."""
        return self.ask("read")

    @property
    def state(self) -> Any:
        """What there is to know of the workbook behind Office.js."""
        return self.ask("state")

    def sheet(self, name: str) -> Any:
        """The same of one sheet."""
        return next(sheet for sheet in self.state["sheets"] if sheet["name"] == name)

    def close(self) -> None:
        """Forget the workbook."""
        self.ask("close")


class TaskPane:
    """What the task pane does with a workbook and the server's answers."""

    def __init__(self, excel: NodeExcel) -> None:
        self.excel = excel
        self.undo: Any = None
        self.after: Any = None

    def snapshot(self) -> Snapshot:
        return OfficeBook.of(self.excel.held()).snapshot()

    def apply(self, change_set: ChangeSet) -> None:
        """A run: the orders made of one reading, refused if the next differs, carried out and read back."""
        held = self.excel.held()
        book = OfficeBook.of(held)
        orders, undo = book.orders(change_set), book.undo(change_set)
        self.excel.ask("set", values={"calculated": stored_values(change_set)})
        self.undo, self.after = through_json(undo), None
        self.after = self.carry_out(held, orders)

    def take_back(self) -> None:
        """Undo the last run."""
        held = self.excel.held()
        after = None if self.after is None else held_of(self.after)
        self.carry_out(held, OfficeBook.of(held).orders_to_take_back(self.undo, after))

    def carry_out(self, held: Any, orders: Orders) -> Any:
        given = through_json(orders.content())
        if not self.excel.ask("sameBook", one=held, other=self.excel.held()):
            raise BookChangedError("book-changed", file="minne.xlsx")
        self.excel.ask("carryOut", orders=given)
        after = self.excel.held()
        if self.excel.ask("notAsWritten", orders=given, after=after) is not None:
            raise BookNotWrittenError("not-as-written")
        return after


def through_json(content: object) -> Any:
    """A value as it comes out at the other end of a wire."""
    return json.loads(json.dumps(content, allow_nan=False))


def stored_values(change_set: ChangeSet) -> Mapping[str, object]:
    """What every formula of a change set comes to, by place."""
    return {
        f"{block.area.sheet}!{row},{column}": _stored(write.value)
        for block in change_set.blocks
        for row, writes in enumerate(block.rows, start=block.area.row)
        for column, write in enumerate(writes, start=block.area.column)
        if write is not None and write.formula is not None
    }


def _content(layout: WorkbookLayout, passwords: Collection[str], date1904: bool) -> object:
    names = [
        {"name": each, "formula": f"={area.reference}", "scope": "Workbook"} for each, area in layout.names.items()
    ]
    names += [
        {"name": "vm_fel", "formula": "=#REF!$A$1", "scope": "Workbook"},
        {"name": "vm_bladets", "formula": f"={next(iter(layout.names.values())).reference}", "scope": "Worksheet"},
    ]
    styles = {style.name: style.number_format for style in STYLES.values()}
    sheets = [_sheet(sheet, sheet.name in passwords, date1904) for sheet in layout.sheets]
    return {"name": "minne.xlsx", "date1904": date1904, "sheets": sheets, "names": names, "styles": styles}


def _sheet(layout: SheetLayout, password: bool, date1904: bool) -> object:
    cells = [
        [
            cell.row,
            cell.column,
            _stored(cell.value, date1904),
            cell.formula,
            STYLES[cell.style].name,
            STYLES[cell.style].number_format,
        ]
        for cell in layout.cells
    ]
    cells += [
        [table.area.row, table.area.column + at, heading, None, "Normal", "General"]
        for table in layout.tables
        for at, heading in enumerate(table.headings)
    ]
    return {
        "name": layout.name,
        "locked": layout.locked or password,
        "password": password,
        "cells": cells,
        "tables": [{"name": table.name, "address": table.area.a1} for table in layout.tables],
        "charts": [_chart(chart) for chart in layout.charts],
    }


def _chart(chart: PlacedChart) -> object:
    is_bubbles = any(series.sizes is not None for series in chart.series)
    return {
        "name": chart.name,
        "type": "Bubble" if is_bubbles else "Line",
        "series": [_series(series) for series in chart.series],
    }


def _series(series: PlacedSeries) -> object:
    return {
        "name": series.stored_title,
        "title": series.title.reference,
        "categories": series.categories.reference,
        "values": series.values.reference,
        "sizes": "" if series.sizes is None else series.sizes.reference,
    }


def _stored(value: CellValue, date1904: bool = False) -> object:
    if isinstance(value, ErrorValue):
        return {"error": value.code if value.code.startswith("#") else WAITING}
    if isinstance(value, date):
        return float(serial_of(value, date1904))
    return value
