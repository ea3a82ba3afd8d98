"""A glance at a sheet that we neither read nor write: whether it is locked or merges more than is sane.

Only what follows the cells is looked at, without a parser, so that people's own large sheets cost next to nothing.
"""

import re

from vardering.books.xlsx.package import Package
from vardering.books.xlsx.sheet_scan import SheetScan, merged_area
from vardering.books.xlsx.xml_source import as_utf8

_MERGE = re.compile(rb"<(?:[\w.\-]+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")
_PROTECTION = re.compile(rb"<(?:[\w.\-]+:)?sheetProtection\b([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w.\-]+)\s*=\s*[\"']([^\"']*)[\"']")


def glance_at(package: Package, part: str) -> SheetScan:
    """A scan without cells: only protection and merges.

    Raises ``BookUnreadableError`` "merge-too-large", "address-out-of-range".
    """
    source = as_utf8(package.read(part))
    tail = source[max(source.rfind(b"sheetData"), 0) :]
    scan = SheetScan(source=b"")
    scan.merges = [merged_area(match[1].decode()) for match in _MERGE.finditer(tail)]
    found = _PROTECTION.search(tail)
    if found is not None:
        scan.protection = {match[1].decode(): match[2].decode() for match in _ATTRIBUTE.finditer(found[1])}
    return scan
