"""The workbook's parts: its sheets, defined names and tables, and where each stands in the package."""

from functools import cached_property

from vardering.base.cells import Area, parse_area
from vardering.base.faults import BookForeignError, BookUnreadableError
from vardering.base.light_dataclasses import dataclass
from vardering.books.xlsx.cell_text import decoded
from vardering.books.xlsx.limits import MAX_AREA_CELLS
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.preflight import main_part
from vardering.books.xlsx.relationships import Relationship, relationships_of
from vardering.books.xlsx.xml_source import RELATIONSHIPS, STRICT_MAIN
from vardering.books.xlsx.xml_tree import Node, parse_part
from vardering.workbook.snapshot import PREFIX


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet. ``kind`` is "worksheet", "chartsheet", "dialogsheet" or "xlMacrosheet"; ``part`` its part name."""

    name: str
    part: str
    kind: str
    visible: bool


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table of ours. ``area`` is heading row and body, without a totals row; ``root`` its part as a tree."""

    name: str
    part: str
    area: Area
    headings: tuple[str, ...]
    has_totals: bool
    root: Node


@dataclass(frozen=True, slots=True)
class NamePart:
    """A defined name of ours that refers to one area; ``node`` is its element in the workbook part."""

    name: str
    area: Area
    node: Node


class Structure:
    """The skeleton of a workbook. Raises ``BookUnreadableError`` where there is no honest workbook in the package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part, may_hold_macros = main_part(package)
        self.root = parse_part(package, self.part)
        if self.root.namespace == STRICT_MAIN:
            raise BookUnreadableError("strict-format")
        if self.root.local != "workbook":
            raise BookUnreadableError("not-a-workbook")
        self._links: dict[str, tuple[Relationship, ...]] = {}
        self.relationships = self.links(self.part)
        self.sheets = tuple(self._sheets())
        if not self.sheets:
            raise BookUnreadableError("no-sheets")
        self.macros = may_hold_macros or any(
            found.kind in ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet") for found in self.relationships
        )

    def _sheets(self) -> list[SheetPart]:
        by_id = {found.id: found for found in self.relationships}
        container = self.root.child("sheets")
        sheets = []
        for node in container.named("sheet") if container else ():
            link = by_id.get(node.attributes.get(f"{RELATIONSHIPS}}}id", ""))
            if link is None:
                raise BookUnreadableError("file-damaged")
            visible = node.attributes.get("state", "visible") == "visible"
            name = decoded(node.attributes.get("name", ""))
            sheets.append(SheetPart(name, link.target, link.kind, visible))
        return sheets

    @property
    def date1904(self) -> bool:
        """Whether dates count from 1904."""
        node = self.root.child("workbookPr")
        return node is not None and node.attributes.get("date1904", "0") in ("1", "true")

    def links(self, part: str) -> tuple[Relationship, ...]:
        """All relationships of a part, in order."""
        if part not in self._links:
            self._links[part] = relationships_of(self.package, part)
        return self._links[part]

    @cached_property
    def styles(self) -> Node | None:
        """The styles part as a tree; None where there is none."""
        link = self.related("styles")
        return parse_part(self.package, link.target) if link else None

    def related(self, kind: str) -> Relationship | None:
        """The workbook's first relationship of a kind, such as "styles"; None where the part is not there."""
        found = next((found for found in self.relationships if found.kind == kind), None)
        return found if found is not None and self.package.has(found.target) else None

    def sheet(self, name: str) -> SheetPart | None:
        """The worksheet with this name in any case, None where there is none."""
        return self._sheets_by_name.get(name.casefold())

    @cached_property
    def _sheets_by_name(self) -> dict[str, SheetPart]:
        return {sheet.name.casefold(): sheet for sheet in reversed(self.sheets)}

    @cached_property
    def _table_roots(self) -> list[tuple[SheetPart, str, Node]]:
        found = []
        for sheet in self.sheets:
            if sheet.kind == "worksheet":
                tables = [link.target for link in self.links(sheet.part) if link.kind == "table" and link.target]
                found += [(sheet, part, parse_part(self.package, part)) for part in tables]
        return found

    @cached_property
    def tables(self) -> dict[str, TablePart]:
        """Our tables by name in lower case.

        Raises ``BookUnreadableError`` "table-too-large", "table-damaged", ``BookForeignError``
        "table-without-headings".
        """
        return {
            _table_name(root): _table(_table_name(root), part, root, sheet.name)
            for sheet, part, root in self._table_roots
            if _table_name(root).startswith(PREFIX)
        }

    @cached_property
    def table_areas(self) -> dict[str, Area]:
        """Areas of all tables by name in lower case, people's own too, totals rows included."""
        return {
            _table_name(root): parse_area(sheet.name, root.attributes.get("ref", ""))
            for sheet, _, root in self._table_roots
        }

    @cached_property
    def names(self) -> dict[str, NamePart]:
        """Our workbook-wide names that refer to one area, by name in lower case. Raises "name-too-large"."""
        names = {}
        container = self.root.child("definedNames")
        for node in container.named("definedName") if container else ():
            name = node.attributes.get("name", "").lower()
            if name.startswith(PREFIX) and "localSheetId" not in node.attributes:
                area = self._referred_area(node.text)
                if area is not None:
                    if area.height * area.width > MAX_AREA_CELLS:
                        raise BookUnreadableError("name-too-large", name=name, limit=MAX_AREA_CELLS)
                    names[name] = NamePart(name, area, node)
        return names

    def _referred_area(self, text: str) -> Area | None:
        """The one area that a name's formula refers to, None where it refers to anything else."""
        sheet_text, mark, address = text.strip().rpartition("!")
        if sheet_text.startswith("'") and sheet_text.endswith("'"):
            sheet_text = sheet_text[1:-1].replace("''", "'")
        sheet = self.sheet(sheet_text) if mark else None
        if sheet is None or sheet.kind != "worksheet":
            return None
        try:
            return parse_area(sheet.name, address)
        except ValueError:
            return None


def _table_name(root: Node) -> str:
    return root.attributes.get("displayName", root.attributes.get("name", "")).lower()


def _table(name: str, part: str, root: Node, sheet: str) -> TablePart:
    if root.attributes.get("headerRowCount", "1") == "0":
        raise BookForeignError("table-without-headings", table=name)
    whole = parse_area(sheet, root.attributes.get("ref", ""))
    totals = int(root.attributes.get("totalsRowCount", "0"))
    area = Area(sheet, whole.row, whole.column, whole.last_row - totals, whole.last_column)
    if area.height * area.width > MAX_AREA_CELLS:
        raise BookUnreadableError("table-too-large", table=name, limit=MAX_AREA_CELLS)
    columns = root.child("tableColumns")
    headings = (
        tuple(decoded(node.attributes.get("name", "")) for node in columns.named("tableColumn")) if columns else ()
    )
    if area.height < 2 or len(headings) != area.width:
        raise BookUnreadableError("table-damaged", table=name)
    return TablePart(name, part, area, headings, totals > 0, root)
