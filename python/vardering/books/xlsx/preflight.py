"""What kind of file this is, before anything in it is parsed: one clear error for each kind we cannot take."""

import struct
from typing import Final

from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.limits import MAX_FILE_BYTES
from vardering.books.xlsx.package import Package
from vardering.books.xlsx.relationships import relationships_of
from vardering.books.xlsx.xml_tree import parse_part

_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_ENTRY_SIZE = 128
_OLE_NAME_SIZE = 64
_OLD_WORKBOOK_STREAMS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
"""First bytes of Excel 2 to 5 files without a container (BIFF2–BIFF5)."""

_MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": False,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": False,
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": True,
    "application/vnd.ms-excel.template.macroenabled.main+xml": True,
    "application/vnd.ms-excel.addin.macroenabled.main+xml": True,
}
"""Content types of a workbook in lower case, and whether it may hold macros."""
_BINARY_TYPE = "application/vnd.ms-excel.sheet.binary.macroenabled.main"
_OTHER_OFFICE = ("wordprocessingml", "presentationml", "ms-word", "ms-powerpoint", "ms-visio")
_STRICT_TYPE = "http://purl.oclc.org/ooxml/"
CONTENT_TYPES = "[Content_Types].xml"


def refuse_other_files(content: bytes) -> None:
    """Raise ``BookUnreadableError`` for what the first bytes show to be no workbook of the Excel 2007 kind.

    Codes: "file-empty", "file-too-large", "encrypted", "old-format", "other-office-file", "not-a-workbook".
    """
    if not content:
        raise BookUnreadableError("file-empty")
    if len(content) > MAX_FILE_BYTES:
        raise BookUnreadableError("file-too-large", size=len(content), limit=MAX_FILE_BYTES)
    if content.startswith(_OLE):
        raise BookUnreadableError(_kind_of_ole(content))
    if content.startswith(_OLD_WORKBOOK_STREAMS):
        raise BookUnreadableError("old-format")
    if not content.startswith(b"PK"):
        raise BookUnreadableError("not-a-workbook")


def _kind_of_ole(content: bytes) -> str:
    """What a compound file holds, by the names in its directory (MS-CFB 2.6); entries are aligned to 128 bytes."""
    names = set()
    for at in range(512, len(content) - _OLE_ENTRY_SIZE + 1, _OLE_ENTRY_SIZE):
        size, kind = struct.unpack_from("<HB", content, at + _OLE_NAME_SIZE)
        if kind in (1, 2) and 4 <= size <= _OLE_NAME_SIZE and size % 2 == 0:
            names.add(content[at : at + size - 2].decode("utf-16-le", "replace").lower())
    if "encryptedpackage" in names:
        return "encrypted"
    if names & {"workbook", "book"}:
        return "old-format"
    return "other-office-file" if names & {"worddocument", "powerpoint document"} else "not-a-workbook"


def main_part(package: Package) -> tuple[str, bool]:
    """Name of the workbook's part, and whether its kind may hold macros.

    Raises ``BookUnreadableError`` "open-document", "binary-format", "strict-format", "other-office-file",
    "not-a-workbook".
    """
    if package.has("mimetype"):
        raise BookUnreadableError("open-document")
    if not package.has(CONTENT_TYPES):
        raise BookUnreadableError("not-a-workbook")
    main = next((found for found in relationships_of(package, "") if found.kind == "officeDocument"), None)
    if main is None:
        raise BookUnreadableError("not-a-workbook")
    content_type = _content_type(package, main.target)
    if content_type == _BINARY_TYPE or main.target.lower().endswith(".bin"):
        raise BookUnreadableError("binary-format")
    if any(word in content_type for word in _OTHER_OFFICE):
        raise BookUnreadableError("other-office-file")
    if content_type not in _MAIN_TYPES:
        raise BookUnreadableError("not-a-workbook")
    if main.full_type.startswith(_STRICT_TYPE):
        raise BookUnreadableError("strict-format")
    return main.target, _MAIN_TYPES[content_type]


def _content_type(package: Package, part: str) -> str:
    root = parse_part(package, CONTENT_TYPES)
    extension = part.rpartition(".")[2].lower()
    default = ""
    for node in root.children:
        found = node.attributes.get("ContentType", "").lower()
        if node.local == "Override" and node.attributes.get("PartName", "").lstrip("/").lower() == part.lower():
            return found
        if node.local == "Default" and node.attributes.get("Extension", "").lower() == extension:
            default = found
    return default
