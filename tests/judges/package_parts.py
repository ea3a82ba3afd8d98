"""The bare parts of a workbook file, read for judging: sheets, tables, drawings, styles, texts."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
SHEET_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, counted from 1, bounds included."""

    row: int
    column: int
    last_row: int
    last_column: int

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share a cell."""
        rows = self.row <= other.last_row and other.row <= self.last_row
        return rows and self.column <= other.last_column and other.column <= self.last_column


def place(address: str) -> tuple[int, int]:
    """Row and column of an address such as ``B7``. Raises ``ValueError``."""
    match = _CELL.match(address)
    if match is None:
        raise ValueError(address)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def box(area: str) -> Box:
    """The rectangle of ``B2:D9`` or ``B2``. Raises ``ValueError``."""
    first, _, last = area.partition(":")
    return Box(*place(first), *place(last or first))


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook."""

    name: str
    state: str
    part: str
    root: ET.Element

    def cells(self) -> list[ET.Element]:
        """Every cell element in file order."""
        return list(self.root.iter(f"{MAIN}c"))


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table and the sheet it lies on."""

    sheet: str
    part: str
    root: ET.Element

    @property
    def area(self) -> Box:
        """Headings and body."""
        return box(self.root.get("ref", ""))

    @property
    def headings(self) -> list[str]:
        """Names of the columns in order."""
        return [unescaped(column.get("name", "")) for column in self.root.iter(f"{MAIN}tableColumn")]


class Parts:
    """A workbook file taken apart. Raises ``zipfile.BadZipFile``, ``KeyError`` and ``ParseError`` for no workbook."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.names = package.namelist()
            self._content = {name: package.read(name) for name in self.names}

    def tree(self, part: str) -> ET.Element:
        """The root element of a part."""
        return ET.fromstring(self._content[part])

    def text(self, part: str) -> str:
        """A part as text."""
        return self._content[part].decode()

    def links(self, part: str) -> dict[str, Link]:
        """The relationships of a part by id."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._content:
            return {}
        found = {}
        for node in self.tree(relations).iter(RELATION):
            target = node.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = node.get("Type", "").rpartition("/")[2]
            found[node.get("Id", "")] = Link(kind, whole, node.get("TargetMode") == "External")
        return found

    @cached_property
    def workbook(self) -> ET.Element:
        """The workbook part."""
        return self.tree("xl/workbook.xml")

    @cached_property
    def sheets(self) -> list[SheetPart]:
        """The worksheets in order."""
        links = self.links("xl/workbook.xml")
        found = []
        for node in self.workbook.iter(f"{MAIN}sheet"):
            part = links[node.get(RELATION_ID, "")].target
            found.append(SheetPart(node.get("name", ""), node.get("state", "visible"), part, self.tree(part)))
        return found

    @cached_property
    def tables(self) -> list[TablePart]:
        """The tables of every sheet."""
        return [
            TablePart(sheet.name, link.target, self.tree(link.target))
            for sheet in self.sheets
            for link in self.links(sheet.part).values()
            if link.kind == "table"
        ]

    def of_kind(self, kind: str) -> list[tuple[str, ET.Element]]:
        """Parts that a sheet or a drawing relates to as so ("drawing", "chart"), with their roots."""
        holders = [sheet.part for sheet in self.sheets]
        if kind == "chart":
            holders = [part for part, _ in self.of_kind("drawing")]
        parts = [link.target for holder in holders for link in self.links(holder).values() if link.kind == kind]
        return [(part, self.tree(part)) for part in parts]

    @cached_property
    def styles(self) -> ET.Element:
        """The styles part."""
        return self.tree("xl/styles.xml")

    @cached_property
    def shared_texts(self) -> list[str]:
        """The shared strings in order."""
        if "xl/sharedStrings.xml" not in self._content:
            return []
        items = self.tree("xl/sharedStrings.xml").findall(f"{MAIN}si")
        return [unescaped("".join(node.text or "" for node in item.iter(f"{MAIN}t"))) for item in items]

    def cell_text(self, cell: ET.Element) -> str:
        """The text a cell holds; the stored value as text for other kinds."""
        value = cell.findtext(f"{MAIN}v") or ""
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(self.shared_texts):
            return self.shared_texts[int(value)]
        if cell.get("t") == "inlineStr":
            return unescaped("".join(node.text or "" for node in cell.iter(f"{MAIN}t")))
        return unescaped(value)


def unescaped(text: str) -> str:
    """Text with the format's own escapes, such as ``_x000a_``, resolved."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)
