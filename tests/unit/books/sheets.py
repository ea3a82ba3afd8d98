"""Sheets as text for unit tests, and the same sheets with cells written."""

from collections.abc import Mapping, Sequence

from vardering.base.cells import Area
from vardering.books.xlsx.sheet_patch import SheetPatch
from vardering.books.xlsx.sheet_scan import SheetScan
from vardering.books.xlsx.sheet_scanner import scan_sheet
from vardering.workbook.change_set import CellWrite

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLE_INDEX = {"result_kr": 7, "text": 0}


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def scanned(rows: str, before: str = "", after: str = "") -> SheetScan:
    return scan_sheet(sheet(rows, before, after))


def patched(
    source: bytes,
    writes: dict[tuple[int, int], CellWrite],
    grown: Sequence[tuple[Area, Area]] = (),
    date1904: bool = False,
    heights: Mapping[int, float | None] | None = None,
) -> str:
    """The sheet with cells written, without the worksheet element around it."""
    patch = SheetPatch(
        "S", scan_sheet(source), style_index=STYLE_INDEX.__getitem__, date1904=date1904, grown=grown, heights=heights
    )
    text = patch.content(writes).decode()
    return text.removeprefix(f'<worksheet xmlns="{MAIN}">').removesuffix("</worksheet>")


def data(rows: str) -> str:
    return f"<sheetData>{rows}</sheetData>"
