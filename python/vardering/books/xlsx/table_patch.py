"""A table's part with a new area: its range, its filter's and its sorting's."""

from vardering.base.cells import Area, parse_area
from vardering.base.faults import BookProtectedError
from vardering.books.xlsx.parts import TablePart
from vardering.books.xlsx.xml_source import Edit, edited, with_attribute
from vardering.books.xlsx.xml_tree import Node


def resized_table(table: TablePart, area: Area) -> bytes:
    """The table's part for a new area with the same columns and heading row.

    Raises ``BookProtectedError`` "table-has-totals": a totals row belongs to whoever put it there.
    """
    root = table.root
    if table.has_totals:
        raise BookProtectedError("table-has-totals", table.area.position(table.area.height, 0), table=table.name)
    followers = (*root.descendants("autoFilter"), *root.descendants("sortState"))
    edits = [_range_edit(node, _moved_end(node.attributes.get("ref", ""), table.area, area)) for node in followers]
    return edited(root.source, [_range_edit(root, area.a1), *edits])


def _moved_end(reference: str, old: Area, new: Area) -> str:
    """A range that ended with the table, ending with it again; any other range stays."""
    try:
        area = parse_area(old.sheet, reference)
    except ValueError:
        return reference
    if area.last_row != old.last_row or area.row > new.last_row:
        return reference
    return Area(area.sheet, area.row, area.column, new.last_row, area.last_column).a1


def _range_edit(node: Node, reference: str) -> Edit:
    opening = node.source[node.start : node.tag_end]
    return Edit(node.start, node.tag_end, with_attribute(opening, "ref", reference))
