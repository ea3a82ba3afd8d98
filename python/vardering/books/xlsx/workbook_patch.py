"""The workbook's part with names moved and a full calculation asked for; a stale calculation chain taken out."""

from collections.abc import Iterable

from vardering.base.faults import BookChangedError
from vardering.books.xlsx.parts import Structure
from vardering.books.xlsx.preflight import CONTENT_TYPES
from vardering.books.xlsx.relationships import relationships_part
from vardering.books.xlsx.xml_source import Edit, edited, escaped_text, with_attribute
from vardering.books.xlsx.xml_tree import Node, parse_part
from vardering.workbook.change_set import NameWrite

_BEFORE_CALCULATION = frozenset(
    {
        "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath",
        "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
    }
)  # fmt: skip


def patched_workbook(structure: Structure, names: Iterable[NameWrite]) -> bytes:
    """The workbook's part with these names moved and ``fullCalcOnLoad`` set, for people's own formulas.

    Raises ``BookChangedError`` "name-gone".
    """
    edits = [_calculation_edit(structure.root)]
    last = {write.name.lower(): write for write in names}
    for name, write in last.items():
        found = structure.names.get(name)
        if found is None:
            raise BookChangedError("name-gone", name=write.name)
        node = found.node
        edits.append(Edit(node.tag_end, node.close, escaped_text(write.area.reference).encode()))
    return edited(structure.root.source, edits)


def _calculation_edit(root: Node) -> Edit:
    node = root.child("calcPr")
    if node is not None:
        opening = node.source[node.start : node.tag_end]
        return Edit(node.start, node.tag_end, with_attribute(opening, "fullCalcOnLoad", "1"))
    at = max(child.end for child in root.children if child.local in _BEFORE_CALCULATION)
    return Edit(at, at, b'<%bcalcPr fullCalcOnLoad="1"/>' % root.prefix)


def without_calculation_chain(structure: Structure) -> tuple[dict[str, bytes], set[str]]:
    """Parts to change and parts to drop so that the workbook has no calculation chain; nothing where it has none.

    The chain lists every cell with a formula. Excel calls the file damaged when a listed cell has none, and builds
    the chain anew when there is none: so it goes whenever formulas come or go.
    """
    link = structure.related("calcChain")
    if link is None:
        return {}, set()
    types = parse_part(structure.package, CONTENT_TYPES)
    part = "/" + link.target.lower()
    types_edits = [
        Edit(node.start, node.end, b"")
        for node in types.named("Override")
        if node.attributes.get("PartName", "").lower() == part
    ]
    links_edits = [Edit(link.node.start, link.node.end, b"")]
    changed = {
        CONTENT_TYPES: edited(types.source, types_edits),
        relationships_part(structure.part): edited(link.node.source, links_edits),
    }
    return changed, {link.target}
