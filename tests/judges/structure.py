"""Our own look at a workbook's parts: what schema validators pass but Excel, or a reader of ours, would not."""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from judges.package_parts import CHART, MAIN, SHEET_DRAWING, Parts, SheetPart, box, place

VOLATILE = ("OFFSET", "INDIRECT", "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "CELL", "INFO")
NEWER_THAN_2016 = (
    *("LET", "LAMBDA", "XLOOKUP", "XMATCH", "FILTER", "SORT", "SORTBY", "UNIQUE", "SEQUENCE", "TEXTJOIN", "CONCAT"),
    *("IFS", "SWITCH", "MAXIFS", "MINIFS", "VSTACK", "HSTACK", "TEXTSPLIT", "TOCOL", "TOROW", "BYROW", "BYCOL"),
)
_LITERAL = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'')
_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!")
_FUNCTION = re.compile(r"([A-Za-z_][\w.]*)\(")


def structure_errors(path: Path) -> list[str]:
    """Everything wrong with a workbook file that is to be ours, a sentence each; an empty list is a sound one."""
    try:
        parts = Parts(path)
        return [error for check in CHECKS for error in check(parts)]
    except (zipfile.BadZipFile, KeyError, ET.ParseError, ValueError) as failure:
        return [f"not a workbook: {type(failure).__name__}: {failure}"]


def _foreign_parts(parts: Parts) -> Iterator[str]:
    for name in parts.names:
        if "vbaProject" in name or name.startswith(
            ("xl/externalLinks/", "xl/connections", "xl/activeX/", "xl/embeddings/")
        ):
            yield f"{name}: macros, external links, connections and embedded objects have no place here"
    if "macroEnabled" in parts.text("[Content_Types].xml"):
        yield "[Content_Types].xml: says the workbook holds macros"
    for name, count in Counter(name.casefold() for name in parts.names).items():
        if count > 1:
            yield f"{name}: stands {count} times in the package"


def _sheets(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        if sheet.state != "visible":
            yield f"{sheet.name}: the sheet is {sheet.state}"
        for protection in sheet.root.iter(f"{MAIN}sheetProtection"):
            if protection.get("password") or protection.get("hashValue"):
                yield f"{sheet.name}: protected with a password"


def _order(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        last_row = 0
        for row in sheet.root.iter(f"{MAIN}row"):
            number = int(row.get("r", "0"))
            if number <= last_row:
                yield f"{sheet.name}: row {number} after row {last_row}"
            last_row, last_column = number, 0
            for cell in row.iter(f"{MAIN}c"):
                cell_row, column = place(cell.get("r", ""))
                if cell_row != number or column <= last_column:
                    yield f"{sheet.name}!{cell.get('r')}: out of order or twice"
                last_column = column


def _formulas(parts: Parts) -> Iterator[str]:
    for where, formula in _all_formulas(parts):
        bare = _LITERAL.sub("", formula)
        if "#REF!" in bare:
            yield f"{where}: refers to what is gone: {formula}"
        if "_xlfn" in bare or "_xlws" in bare or "_xlpm" in bare:
            yield f"{where}: a function newer than Excel 2016: {formula}"
        if re.search(r"\[\d+\]", bare):
            yield f"{where}: refers to another workbook: {formula}"
        for name in _FUNCTION.findall(bare):
            if name.upper() in VOLATILE:
                yield f"{where}: volatile function {name}"
            if name.upper() in NEWER_THAN_2016:
                yield f"{where}: {name} is newer than Excel 2016"
        for quoted, plain in _SHEET.findall(re.sub(r'"(?:[^"]|"")*"', "", formula)):
            wanted = quoted.replace("''", "'") or plain
            if wanted.casefold() not in {sheet.name.casefold() for sheet in parts.sheets}:
                yield f"{where}: there is no sheet {wanted}"


def _all_formulas(parts: Parts) -> Iterator[tuple[str, str]]:
    """Every formula of the workbook with where it stands: cells, names, validations, rules, charts."""
    for sheet in parts.sheets:
        for cell in sheet.cells():
            formula = cell.findtext(f"{MAIN}f")
            if formula:
                yield f"{sheet.name}!{cell.get('r')}", formula
        for kind in ("formula1", "formula2", "formula"):
            for node in sheet.root.iter(f"{MAIN}{kind}"):
                yield f"{sheet.name} ({kind})", node.text or ""
    for node in parts.workbook.iter(f"{MAIN}definedName"):
        yield f"name {node.get('name')}", node.text or ""
    for part, chart in parts.of_kind("chart"):
        for node in chart.iter(f"{CHART}f"):
            yield part, node.text or ""


def _stored_values(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        for cell in sheet.cells():
            where = f"{sheet.name}!{cell.get('r')}"
            formula, value = cell.find(f"{MAIN}f"), cell.find(f"{MAIN}v")
            if cell.get("cm"):
                yield f"{where}: a dynamic array"
            if formula is not None and (value is None or (not value.text and cell.get("t") != "str")):
                yield f"{where}: the formula has no stored value"
            if cell.get("t") == "e":
                yield f"{where}: an error value: {value.text if value is not None else ''}"


def _shared_texts(parts: Parts) -> Iterator[str]:
    count = len(parts.shared_texts)
    for sheet in parts.sheets:
        for cell in sheet.cells():
            index = cell.findtext(f"{MAIN}v") or ""
            if cell.get("t") == "s" and not (index.isdecimal() and int(index) < count):
                yield f"{sheet.name}!{cell.get('r')}: shared text {index} of {count}"


def _styles(parts: Parts) -> Iterator[str]:
    found = {name: parts.styles.find(f"{MAIN}{name}") for name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs")}
    counts = {name: 0 if node is None else len(node) for name, node in found.items()}
    for name, node in found.items():
        if node is not None and node.get("count") not in (None, str(len(node))):
            yield f"styles: {name} says {node.get('count')} and holds {len(node)}"
    for name in ("cellXfs", "cellStyles"):
        holder = found[name]
        for node in () if holder is None else holder:
            if int(node.get("xfId", "0")) >= counts["cellStyleXfs"]:
                yield f"styles: {name} points at style format {node.get('xfId')} of {counts['cellStyleXfs']}"
    for sheet in parts.sheets:
        for kind, attribute, limit in (
            ("c", "s", "cellXfs"),
            ("row", "s", "cellXfs"),
            ("col", "style", "cellXfs"),
            ("cfRule", "dxfId", "dxfs"),
        ):
            for node in sheet.root.iter(f"{MAIN}{kind}"):
                if int(node.get(attribute, "0")) >= max(counts[limit], 1):
                    yield f"{sheet.name} {kind} {node.get('r', '')}: {limit} has no {node.get(attribute)}"


def _tables(parts: Parts) -> Iterator[str]:
    names = [
        node.get("name", "") for node in parts.workbook.iter(f"{MAIN}definedName") if node.get("localSheetId") is None
    ]
    names += [table.root.get("name", "") for table in parts.tables]
    for name, count in Counter(name.casefold() for name in names).items():
        if count > 1:
            yield f"name {name}: given {count} times"
    for number, count in Counter(table.root.get("id", "") for table in parts.tables).items():
        if count > 1:
            yield f"table id {number}: given {count} times"
    sheets = {sheet.name: sheet for sheet in parts.sheets}
    for index, table in enumerate(parts.tables):
        name = table.root.get("name", "")
        yield from (f"{name}: {error}" for error in _headings(parts, sheets[table.sheet], index))
        for other in parts.tables[index + 1 :]:
            if other.sheet == table.sheet and other.area.overlaps(table.area):
                yield f"{name}: overlaps {other.root.get('name')}"
        for node in sheets[table.sheet].root.iter(f"{MAIN}mergeCell"):
            if box(node.get("ref", "")).overlaps(table.area):
                yield f"{name}: merged cells {node.get('ref')}"


def _headings(parts: Parts, sheet: SheetPart, index: int) -> Iterator[str]:
    """What is wrong between a table's columns and the cells above them."""
    table = parts.tables[index]
    area, headings = table.area, table.headings
    if table.root.get("headerRowCount", "1") != "1":
        yield "has no heading row"
    if len(headings) != area.last_column - area.column + 1:
        yield f"{len(headings)} columns over {area.last_column - area.column + 1}"
    if len({heading.casefold() for heading in headings}) != len(headings):
        yield "two columns have the same name"
    shown = {
        place(cell.get("r", ""))[1]: parts.cell_text(cell)
        for cell in sheet.cells()
        if place(cell.get("r", ""))[0] == area.row
    }
    for offset, heading in enumerate(headings):
        if shown.get(area.column + offset, "") != heading:
            yield f"the column {heading!r} shows {shown.get(area.column + offset, '')!r}"


def _alternative_texts(parts: Parts) -> Iterator[str]:
    for part, drawing in parts.of_kind("drawing"):
        for node in drawing.iter(f"{SHEET_DRAWING}cNvPr"):
            if not node.get("descr", "").strip():
                yield f"{part}: {node.get('name')} has no alternative text"


CHECKS: tuple[Callable[[Parts], Iterator[str]], ...] = (
    _foreign_parts,
    _sheets,
    _order,
    _formulas,
    _stored_values,
    _shared_texts,
    _styles,
    _tables,
    _alternative_texts,
)
