"""Which number formats show a date or a time: built-in ids and format codes (ECMA-376 18.8.30)."""

from collections.abc import Mapping

from vardering.base.date_formats import is_date_code
from vardering.books.xlsx.xml_tree import Node

BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Ids 27–36 and 50–58 are dates in the East Asian versions of Excel and are not used for anything else."""


def date_styles(styles: Node) -> frozenset[int]:
    """Indices of the cell formats (``s`` of a cell) that show a date or a time."""
    codes: Mapping[str, str] = {
        node.attributes.get("numFmtId", ""): node.attributes.get("formatCode", "")
        for container in styles.named("numFmts")
        for node in container.named("numFmt")
    }
    formats = styles.child("cellXfs")
    found = set()
    for index, node in enumerate(formats.named("xf") if formats else ()):
        number = node.attributes.get("numFmtId", "0")
        if number in codes:
            is_date = is_date_code(codes[number])
        else:
            is_date = number.isdecimal() and int(number) in BUILT_IN_DATES
        if is_date:
            found.add(index)
    return frozenset(found)
