"""Small layouts to write, and the written file opened again."""

import zipfile
from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from vardering.books.new_xlsx import write_workbook
from vardering.workbook.layout import PlacedCell, SheetLayout, WorkbookLayout

NAME = "Prov & mått"


def a_sheet(*cells: PlacedCell, **changes: object) -> SheetLayout:
    return replace(SheetLayout(NAME, cells), **changes)  # type: ignore[arg-type]


def a_workbook(*sheets: SheetLayout, **changes: object) -> WorkbookLayout:
    return replace(WorkbookLayout("Kalkyl", "Värderingsmodellen", sheets, {}), **changes)  # type: ignore[arg-type]


def written(*sheets: SheetLayout, **changes: object) -> bytes:
    return write_workbook(a_workbook(*sheets, **changes))


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()
