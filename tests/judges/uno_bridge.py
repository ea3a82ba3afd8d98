"""Drives one LibreOffice over a pipe: JSON lines in, JSON lines out. Run by the Python that has the uno module.

A request is ``{"do": ..., ...}``; an answer is ``{"ok": ...}`` or ``{"error": ...}``. LibreOffice ends with the input.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
ERROR_RESULTS, FORMULAS = 4, 16
TEXT_RESULT = 2
WITH_MACROS = "Calc MS Excel 2007 VBA XML"
MACROS_WITHOUT_ASKING = 4
START_SECONDS = 60


class Office:
    """One LibreOffice process with a profile of its own, and the documents it has open."""

    def __init__(self, program: str, folder: Path) -> None:
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
        pipe = f"judge{os.getpid()}"
        self._process = subprocess.Popen(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--nologo",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._desktop = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self._documents: dict[int, Any] = {}
        self._opened = 0

    def _connect(self, address: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                context = resolver.resolve(address)
            except Exception:
                if time.monotonic() > deadline or self._process.poll() not in (None, 0):
                    raise
                time.sleep(0.1)
            else:
                return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def end(self) -> None:
        """End this LibreOffice, politely and then by its own process group."""
        with contextlib.suppress(Exception):
            self._desktop.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def open(self, path: str) -> int:
        """Open a file; every formula is calculated on the way in."""
        document = self._desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (_property("Hidden", True),))
        if document is None or not document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            raise ValueError(f"not a workbook: {path}")
        document.calculateAll()
        self._opened += 1
        self._documents[self._opened] = document
        return self._opened

    def open_with_macros(self, path: str) -> int:
        """Open a workbook or add-in with its VBA, which may run."""
        arguments = {"Hidden": True, "MacroExecutionMode": MACROS_WITHOUT_ASKING, "FilterName": WITH_MACROS}
        properties = tuple(_property(name, value) for name, value in arguments.items())
        document = self._desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, properties)
        if document is None:
            raise ValueError(f"not a workbook: {path}")
        self._opened += 1
        self._documents[self._opened] = document
        return self._opened

    def run_macro(self, book: int, procedure: str) -> object:
        """Run ``Module.Procedure`` without arguments; gives what a function gives."""
        document = self._documents[book]
        address = (
            f"vnd.sun.star.script:{document.BasicLibraries.ProjectName}.{procedure}?language=Basic&location=document"
        )
        return document.getScriptProvider().getScript(address).invoke((), (), ())[0]

    def sheets(self, book: int) -> list[str]:
        """Names of the sheets in order."""
        return list(self._documents[book].Sheets.ElementNames)

    def set(self, book: int, sheet: str, cell: str, value: float | str | None) -> None:
        """Type a value into a cell: text stays text."""
        target = self._range(book, sheet, cell)
        if target.Spreadsheet.isProtected() and target.CellProtection.IsLocked:
            raise ValueError(f"locked: {sheet}!{cell}")
        if value is None:
            target.setFormula("")
        elif isinstance(value, str):
            target.setString(value)
        else:
            target.setValue(value)

    def calculate(self, book: int) -> None:
        """Calculate every formula anew."""
        self._documents[book].calculateAll()

    def read(self, book: int, sheet: str, area: str) -> list[list[dict[str, Any]]]:
        """Value, shown text and formula of every cell of an area, row by row."""
        cells = self._range(book, sheet, area)
        address = cells.RangeAddress
        height, width = address.EndRow - address.StartRow + 1, address.EndColumn - address.StartColumn + 1
        return [[_content(cells.getCellByPosition(x, y)) for x in range(width)] for y in range(height)]

    def errors(self, book: int) -> list[dict[str, str]]:
        """Every cell of every sheet whose formula gives an error."""
        found = []
        for sheet in self._documents[book].Sheets:
            for area in sheet.queryFormulaCells(ERROR_RESULTS).Cells:
                where = area.AbsoluteName.replace("$", "").rpartition(".")[2]
                found.append({"sheet": sheet.Name, "cell": where, "text": area.String, "formula": area.Formula})
        return found

    def formula_count(self, book: int) -> int:
        """How many formulas LibreOffice found in the whole workbook."""
        count = 0
        for sheet in self._documents[book].Sheets:
            for area in sheet.queryContentCells(FORMULAS).RangeAddresses:
                count += (area.EndRow - area.StartRow + 1) * (area.EndColumn - area.StartColumn + 1)
        return count

    def save(self, book: int, path: str, filter_name: str) -> None:
        """Store a copy; the filter names the format."""
        self._documents[book].storeToURL(Path(path).as_uri(), (_property("FilterName", filter_name),))

    def rename_sheet(self, book: int, sheet: str, name: str) -> None:
        """Give a sheet another name; formulas and names follow."""
        self._documents[book].Sheets.getByName(sheet).Name = name

    def move_sheet(self, book: int, sheet: str, position: int) -> None:
        """Move a sheet in front of the one at a position from 0."""
        self._documents[book].Sheets.moveByName(sheet, position)

    def add_sheet(self, book: int, name: str, position: int) -> None:
        """Insert an empty sheet at a position from 0."""
        self._documents[book].Sheets.insertNewByName(name, position)

    def insert_rows(self, book: int, sheet: str, row: int, count: int) -> None:
        """Insert rows in front of a row counted from 1."""
        self._documents[book].Sheets.getByName(sheet).Rows.insertByIndex(row - 1, count)

    def insert_columns(self, book: int, sheet: str, column: int, count: int) -> None:
        """Insert columns in front of a column counted from 1."""
        self._documents[book].Sheets.getByName(sheet).Columns.insertByIndex(column - 1, count)

    def sort(self, book: int, sheet: str, area: str, column: int, *, descending: bool) -> None:
        """Sort the rows of an area without headings by one of its columns, counted from 0."""
        by = TableSortField()
        by.Field, by.IsAscending = column, not descending
        fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
        descriptor = (_property("SortFields", fields), _property("ContainsHeader", False))
        self._range(book, sheet, area).sort(descriptor)

    def close(self, book: int) -> None:
        """Close a workbook without saving it."""
        self._documents.pop(book).close(True)

    def _range(self, book: int, sheet: str, area: str) -> Any:
        target = self._documents[book].Sheets.getByName(sheet).getCellRangeByName(area)
        return target if ":" in area else target.getCellByPosition(0, 0)


def _content(cell: Any) -> dict[str, Any]:
    kind = cell.Type.value
    if kind == "EMPTY":
        return {"kind": "empty", "value": None, "text": "", "formula": ""}
    content = {"kind": "number", "value": cell.Value, "text": cell.String, "formula": ""}
    if kind == "FORMULA":
        content["formula"] = cell.Formula
    if cell.getError():
        content |= {"kind": "error", "value": cell.String}
    elif kind == "TEXT" or (kind == "FORMULA" and cell.FormulaResultType2 == TEXT_RESULT):
        content |= {"kind": "text", "value": cell.String}
    return content


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _answer(office: Office, request: dict[str, Any]) -> dict[str, Any]:
    action = request.pop("do")
    try:
        return {"ok": getattr(office, action)(**request)}
    except Exception as failure:
        # LibreOffice's exceptions share no base but this; the caller decides what a refusal means.
        return {"error": f"{action}: {type(failure).__name__}: {failure}"}


def main() -> None:
    """Serve requests until the input ends."""
    office = Office(sys.argv[1], Path(sys.argv[2]))
    try:
        print(json.dumps({"ok": "ready"}), flush=True)
        for line in sys.stdin:
            print(json.dumps(_answer(office, json.loads(line))), flush=True)
    finally:
        office.end()


if __name__ == "__main__":
    main()
