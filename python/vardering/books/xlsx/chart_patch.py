"""Native charts with new ranges and the values they hold, in files by Excel, XlsxWriter and LibreOffice alike."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.books.xlsx.cell_markup import number_text
from vardering.books.xlsx.parts import Structure
from vardering.books.xlsx.xml_source import RELATIONSHIPS, Edit, edited, escaped_text
from vardering.books.xlsx.xml_tree import Node, parse_part
from vardering.workbook.change_set import SeriesWrite

_CATEGORIES, _VALUES = ("cat", "xVal"), ("val", "yVal")


def patched_charts(structure: Structure, series: Sequence[SeriesWrite]) -> dict[str, bytes]:
    """Chart parts with these series' new ranges. A chart or series that somebody deleted is passed over.

    Where a sheet was copied, its charts have the same names and read the copy: only those that read the sheet
    of the new values are changed.
    """
    if not series:
        return {}
    changed = {}
    charts = _chart_parts(structure, {write.chart for write in series})
    for part, name in charts.items():
        root = parse_part(structure.package, part)
        edits: list[Edit] = []
        for write in series:
            node = _series(root, write.index) if write.chart == name else None
            if node is not None and _reads(node, write.values.sheet):
                edits += _series_edits(node, write)
        if edits:
            changed[part] = edited(root.source, edits)
    return changed


def _chart_parts(structure: Structure, names: set[str]) -> dict[str, str]:
    """Chart parts by the object name of their frame, for the names that are asked for."""
    package = structure.package
    found = {}
    for sheet in structure.sheets:
        for link in structure.links(sheet.part):
            if link.kind != "drawing" or not link.target:
                continue
            frames = list(parse_part(package, link.target).descendants("graphicFrame"))
            named = [(frame, _frame_name(frame)) for frame in frames]
            wanted = [(frame, name) for frame, name in named if name in names]
            targets = {found.id: found.target for found in structure.links(link.target)} if wanted else {}
            for frame, name in wanted:
                chart = next(frame.descendants("chart"), None)
                target = targets.get(chart.attributes.get(f"{RELATIONSHIPS}}}id", "")) if chart else None
                if target:
                    found[target] = name
    return found


def _frame_name(frame: Node) -> str:
    properties = frame.path("nvGraphicFramePr", "cNvPr")
    return properties.attributes.get("name", "") if properties else ""


def _series(root: Node, index: int) -> Node | None:
    for node in root.descendants("ser"):
        order = node.child("order")
        if order is not None and order.attributes.get("val") == str(index):
            return node
    return None


def _reads(series: Node, sheet: str) -> bool:
    """Whether the series' values stand on this sheet, or nowhere any more."""
    values = _child(series, _VALUES)
    formula = next(values.descendants("f"), None) if values else None
    if formula is None or "#REF!" in formula.text:
        return True
    name = formula.text.rpartition("!")[0]
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return name.casefold() == sheet.casefold()


def _child(node: Node, locals_: tuple[str, ...]) -> Node | None:
    return next((child for child in node.children if child.local in locals_), None)


def _series_edits(series: Node, write: SeriesWrite) -> list[Edit]:
    p = series.prefix.decode()
    values = _child(series, _VALUES)
    if values is None:
        return []
    edits = []
    if write.title is not None:
        # First: a title and categories that are both missing may be added at the very same place.
        edits.append(_title_edit(series, _texts(p, write.title, [write.stored_title])))
    markup = _numbers(p, write.values, write.stored_values, _format_code(values))
    edits.append(_replaced(values, markup))
    categories = _child(series, _CATEGORIES)
    numbers = [stored for stored in write.stored_categories if not isinstance(stored, str)]
    if len(numbers) == len(write.stored_categories):
        markup = _numbers(p, write.categories, numbers, _format_code(categories))
    else:
        markup = _texts(p, write.categories, [_category_text(stored) for stored in write.stored_categories])
    if categories is not None:
        edits.append(_replaced(categories, markup))
    else:
        tag = f"{p}{'xVal' if values.local == 'yVal' else 'cat'}"
        edits.append(Edit(values.start, values.start, f"<{tag}>{markup}</{tag}>".encode()))
    sizes = series.child("bubbleSize")
    if sizes is not None and write.sizes is not None:
        edits.append(_replaced(sizes, _numbers(p, write.sizes, write.stored_sizes, _format_code(sizes))))
    return edits


def _title_edit(series: Node, markup: str) -> Edit:
    title = series.child("tx")
    if title is not None:
        return _replaced(title, markup)
    p = series.prefix.decode()
    order = series.child("order")
    at = order.end if order is not None else series.tag_end
    return Edit(at, at, f"<{p}tx>{markup}</{p}tx>".encode())


def _replaced(node: Node, markup: str) -> Edit:
    tag = node.prefix.decode() + node.local
    return Edit(node.start, node.end, f"<{tag}>{markup}</{tag}>".encode())


def _format_code(node: Node | None) -> str:
    """The number format that the stored values had, so that labels look as before."""
    code = next(node.descendants("formatCode"), None) if node else None
    return code.text if code is not None else "General"


def _category_text(stored: str | float) -> str:
    return stored if isinstance(stored, str) else number_text(stored)


def _numbers(p: str, area: Area, stored: Sequence[float | None], format_code: str) -> str:
    points = "".join(
        f'<{p}pt idx="{index}"><{p}v>{number_text(number)}</{p}v></{p}pt>'
        for index, number in enumerate(stored)
        if number is not None
    )
    return (
        f"<{p}numRef><{p}f>{escaped_text(area.reference)}</{p}f><{p}numCache>"
        f'<{p}formatCode>{escaped_text(format_code)}</{p}formatCode><{p}ptCount val="{len(stored)}"/>{points}'
        f"</{p}numCache></{p}numRef>"
    )


def _texts(p: str, area: Area, stored: Sequence[str]) -> str:
    points = "".join(
        f'<{p}pt idx="{index}"><{p}v>{escaped_text(text)}</{p}v></{p}pt>' for index, text in enumerate(stored)
    )
    return (
        f'<{p}strRef><{p}f>{escaped_text(area.reference)}</{p}f><{p}strCache><{p}ptCount val="{len(stored)}"/>{points}'
        f"</{p}strCache></{p}strRef>"
    )
