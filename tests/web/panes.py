"""Clicks in a task pane: what it would send of a workbook, and what it gets back, without a browser."""

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from vardering.base.cells import ErrorValue
from vardering.base.day_serials import serial_of
from vardering.commands.request import RunContext
from vardering.hosts.web.click import answer_click
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.styles import GENERAL, STYLES

CONTEXT = RunContext(datetime.fromisoformat("2026-11-24T09:30"), "Anna Ek", "1.0.0")
NAME = "minne.xlsx"


def held_of_layout(layout: WorkbookLayout, name: str = NAME) -> dict[str, Any]:
    """What the pane reads of a workbook that looks like this."""
    return {
        "name": name,
        "date1904": False,
        "sheets": [
            {
                "name": sheet.name,
                "protected": sheet.locked,
                "password": False,
                "visible": True,
                "filtered": False,
                "cells": [
                    _cell(cell.row, cell.column, cell.value, cell.formula, cell.style)
                    for cell in sheet.cells
                    if cell.value is not None or cell.formula is not None
                ]
                + [
                    _cell(table.area.row, table.area.column + place, heading, None, "")
                    for table in sheet.tables
                    for place, heading in enumerate(table.headings)
                    if not any(
                        (cell.row, cell.column) == (table.area.row, table.area.column + place) for cell in sheet.cells
                    )
                ],
            }
            for sheet in layout.sheets
        ],
        "tables": [
            {"name": table.name, "sheet": sheet.name, "address": table.area.a1}
            for sheet in layout.sheets
            for table in sheet.tables
        ],
        "names": [{"name": name, "formula": f"={area.reference}"} for name, area in layout.names.items()],
        "charts": [],
    }


def _cell(row: int, column: int, value: object, formula: str | None, style: str) -> list[object]:
    code = STYLES[style].number_format if style else GENERAL
    match value:
        case date():
            return [row, column, "Double", float(serial_of(value, False)), formula, code]
        case bool():
            return [row, column, "Boolean", value, formula, None]
        case float() | int():
            return [row, column, "Double", float(value), formula, code]
        case ErrorValue():
            return [row, column, "Error", value.code, formula, None]
    return [row, column, "String", "" if value is None else value, formula, None]


def file(name: str, content: bytes) -> dict[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode("ascii")}


def sent(
    book: Mapping[str, Any] | None = None,
    answers: Mapping[str, str] | None = None,
    files: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    **kept: object,
) -> bytes:
    return json.dumps({"book": book, "answers": answers or {}, "files": files or {}, **kept}).encode()


def click(button: str, *arguments: Any, **kept: Any) -> dict[str, Any]:
    """The pane's reply; nothing that it said may be a defect of ours."""
    outcome = answer_click(button, sent(*arguments, **kept), CONTEXT)
    assert not outcome.outcome.startswith("internal-error"), outcome.outcome
    reply: dict[str, Any] = json.loads(json.dumps(outcome.reply))
    return reply


def made(reply: Mapping[str, Any], place: int = 0) -> bytes:
    return base64.b64decode(reply["files"][place]["content"])
