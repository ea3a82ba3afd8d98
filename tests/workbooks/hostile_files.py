"""Files as the world has them: of other kinds, damaged, or made to hurt. Each with the code of its refusal."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

from workbooks.packages import package_of, parts_of, with_parts, with_text
from workbooks.plain_files import plain_file

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
WORKBOOK = "xl/workbook.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOMB = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def compound_file(*names: str) -> bytes:
    """The head of an OLE2 file whose directory holds these streams."""
    entries = b""
    for name in ("Root Entry", *names):
        text = name.encode("utf-16-le") + b"\0\0"
        kind = 5 if name == "Root Entry" else 2
        entries += text.ljust(64, b"\0") + struct.pack("<HB", len(text), kind) + bytes(61)
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + entries.ljust(512, b"\0")


def edited(part: str, old: str, new: str) -> bytes:
    return with_text(plain_file(), part, old, new)


def with_part(part: str, content: str | bytes) -> bytes:
    return with_parts(plain_file(), {part: content if isinstance(content, bytes) else content.encode()})


def other_main_type(content_type: str) -> bytes:
    old = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return edited("[Content_Types].xml", old, content_type)


def without(part: str) -> bytes:
    return with_parts(plain_file(), {}, {part})


def strict() -> bytes:
    relations = parts_of(plain_file())["_rels/.rels"].decode()
    strict_type = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    old = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return with_part("_rels/.rels", relations.replace(old, strict_type))


def twice() -> bytes:
    """A second part whose name differs in case only; zipfile refuses to write the same name twice in silence."""
    return with_part("XL/Workbook.xml", "<workbook/>")


def flagged(flag: int, field_offset: int) -> bytes:
    """The plain file with a flag set in the directory entry of its first part."""
    content = bytearray(plain_file())
    at = content.index(b"PK\x01\x02") + field_offset
    content[at] |= flag
    return bytes(content)


def with_directory_number(at_offset: int, number: int) -> bytes:
    """The plain file with a 32-bit number changed in the directory entry of its first part."""
    content = bytearray(plain_file())
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + at_offset, number)
    return bytes(content)


def zip_bomb() -> bytes:
    return with_part("xl/media/image1.png", bytes(120_000_000))


def many_bombs() -> bytes:
    """Each part below the limit for one, together far above the limit for all."""
    parts = {f"xl/media/{index}.bin": bytes(9_000_000) for index in range(40)}
    return with_parts(plain_file(), parts)


def lying_bomb() -> bytes:
    """A sheet of 60 million bytes that the directory declares as small."""
    content = bytearray(with_part(SHEET, b" " * 60_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as container:
        number = container.namelist().index(SHEET)
    at = -1
    for _ in range(number + 1):
        at = content.index(b"PK\x01\x02", at + 1)
    struct.pack_into("<I", content, at + 24, 1_000)
    return bytes(content)


def many_parts() -> bytes:
    return package_of({**parts_of(plain_file()), **{f"x/{index}": b"" for index in range(6_000)}}, zipfile.ZIP_STORED)


def sheet_of(rows: str, after: str = "") -> bytes:
    return with_part(SHEET, f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>")


def many_cells() -> bytes:
    return sheet_of(("<row>" + "<c/>" * 16_000 + "</row>") * 90)


def most_cells() -> bytes:
    """As many empty cells as the budget lets through: this one is read."""
    return sheet_of(("<row>" + "<c/>" * 16_000 + "</row>") * 70)


def corner_cells() -> bytes:
    """Two cells at opposite corners, which make careless readers allot 17 billion: this one is read."""
    return sheet_of('<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>')


def merge(reference: str, sheet: str = SHEET) -> bytes:
    return edited(
        sheet, "</sheetData>", f'</sheetData><mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'
    )


def many_merges() -> bytes:
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(20, 300_000))
    return edited(SHEET, "</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")


def deep() -> bytes:
    return edited(WORKBOOK, "</sheets>", "</sheets>" + "<x>" * 100_000 + "</x>" * 100_000)


def long_text() -> bytes:
    text = parts_of(plain_file())[STRINGS].decode()
    return with_part(STRINGS, text.replace("</sst>", f"<si><t>{'x' * 40_000}</t></si></sst>"))


def huge_table() -> bytes:
    return edited("xl/tables/table1.xml", 'ref="B4:E8"', 'ref="B4:E1048576"')


def huge_name() -> bytes:
    return edited(WORKBOOK, "!$C$2<", "!$A$1:$XFD$1048576<")


def utf16_entities() -> bytes:
    return with_part(SHEET, f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}]><x>&i;</x>'.encode("utf-16"))


REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "file-empty"),
    "text": (lambda: b"a;b;c\n1;2;3\n", "not-a-workbook"),
    "web page": (lambda: b"<html><table>", "not-a-workbook"),
    "encrypted": (lambda: compound_file("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    "encrypted zip entry": (lambda: flagged(1, 8), "encrypted"),
    "old workbook": (lambda: compound_file("Workbook"), "old-format"),
    "older workbook": (lambda: compound_file("Book"), "old-format"),
    "oldest workbook": (lambda: bytes.fromhex("0908080000050500") * 100, "old-format"),
    "old document": (lambda: compound_file("WordDocument"), "other-office-file"),
    "message": (lambda: compound_file("__nameid_version1.0"), "not-a-workbook"),
    "cut compound file": (lambda: compound_file("Workbook")[:300], "not-a-workbook"),
    "plain zip": (lambda: package_of({"a.txt": b"a"}), "not-a-workbook"),
    "open document": (lambda: package_of({"mimetype": b"application/vnd.oasis"}, zipfile.ZIP_STORED), "open-document"),
    "document": (
        lambda: other_main_type("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        "other-office-file",
    ),
    "binary": (lambda: other_main_type("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "binary-format"),
    "unknown type": (lambda: other_main_type("text/xml"), "not-a-workbook"),
    "strict": (strict, "strict-format"),
    "strict inside": (
        lambda: edited(WORKBOOK, MAIN, 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'),
        "strict-format",
    ),
    "no workbook part": (lambda: without(WORKBOOK), "part-missing"),
    "no sheet part": (lambda: without(SHEET), "part-missing"),
    "no relationships": (lambda: without("_rels/.rels"), "not-a-workbook"),
    "sheet without relationship": (lambda: edited(WORKBOOK, 'r:id="rId1"', 'r:id="rId99"'), "file-damaged"),
    "no sheets": (lambda: with_part(WORKBOOK, f"<workbook {MAIN}/>"), "no-sheets"),
    "not a workbook inside": (lambda: with_part(WORKBOOK, f"<styleSheet {MAIN}/>"), "not-a-workbook"),
    "names twice": (twice, "part-names-twice"),
    "path upwards": (lambda: with_part("../../etc/passwd", ""), "part-name-unsafe"),
    "absolute path": (lambda: with_part("/etc/passwd", ""), "part-name-unsafe"),
    "zip bomb": (zip_bomb, "zip-bomb"),
    "many bombs": (many_bombs, "inflated-too-large"),
    "lying bomb": (lying_bomb, "part-larger-than-declared"),
    "huge part": (lambda: with_directory_number(24, 200_000_000), "zip-bomb"),
    "wrong checksum": (lambda: with_directory_number(16, 1), "part-damaged"),
    "many parts": (many_parts, "too-many-parts"),
    "entities": (lambda: with_part(SHEET, f"{BOMB}]><x>&i;</x>"), "xml-dtd"),
    "entities in UTF-16": (utf16_entities, "xml-dtd"),
    "outside entity": (
        lambda: with_part(STRINGS, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>'),
        "xml-dtd",
    ),
    "entities in the types": (lambda: with_part("[Content_Types].xml", f"{BOMB}]><Types/>"), "xml-dtd"),
    "cut XML": (lambda: edited(SHEET, "</sheetData>", ""), "file-damaged"),
    "no XML": (lambda: with_part(WORKBOOK, bytes(range(256))), "file-damaged"),
    "unknown encoding": (lambda: with_part(SHEET, '<?xml version="1.0" encoding="x-none"?><a/>'), "file-damaged"),
    "deep XML": (deep, "xml-too-deep"),
    "17 billion merged cells": (lambda: merge("A1:XFD1048576"), "merge-too-large"),
    "17 billion merged cells elsewhere": (
        lambda: merge("A1:XFD1048576", "xl/worksheets/sheet2.xml"),
        "merge-too-large",
    ),
    "merge out of range": (lambda: merge("A1:XFE2"), "address-out-of-range"),
    "row out of range": (lambda: sheet_of('<row r="1048577"/>'), "address-out-of-range"),
    "negative row": (lambda: sheet_of('<row r="-1"/>'), "address-out-of-range"),
    "column out of range": (lambda: sheet_of('<row r="1"><c r="XFE1"/></row>'), "address-out-of-range"),
    "columns beyond the last": (lambda: sheet_of("<row>" + "<c/>" * 16_385 + "</row>"), "address-out-of-range"),
    "cell in another row": (lambda: sheet_of('<row r="1"><c r="A2"/></row>'), "address-out-of-range"),
    "cell without column": (lambda: sheet_of('<row r="1"><c r="1"/></row>'), "address-out-of-range"),
    "row that is no number": (lambda: sheet_of('<row r="x"/>'), "file-damaged"),
    "cell that is no number": (lambda: sheet_of('<row r="2"><c r="C2"><v>ett</v></c></row>'), "file-damaged"),
    "shared text beyond the last": (
        lambda: sheet_of('<row r="2"><c r="C2" t="s"><v>999</v></c></row>'),
        "sheet-damaged",
    ),
    "cell of no known kind": (lambda: sheet_of('<row r="2"><c r="C2" t="q"><v>1</v></c></row>'), "sheet-damaged"),
    "too many cells": (many_cells, "too-much-markup"),
    "long shared text": (long_text, "text-too-long"),
    "long text in a cell": (
        lambda: sheet_of(f'<row r="2"><c r="C2" t="str"><v>{"x" * 300_000}</v></c></row>'),
        "text-too-long",
    ),
    "huge table": (huge_table, "table-too-large"),
    "table without body": (lambda: edited("xl/tables/table1.xml", 'ref="B4:E8"', 'ref="B4:E4"'), "table-damaged"),
    "table wider than its columns": (
        lambda: edited("xl/tables/table1.xml", 'ref="B4:E8"', 'ref="B4:F8"'),
        "table-damaged",
    ),
    "table without headings": (
        lambda: edited("xl/tables/table1.xml", 'ref="B4:E8"', 'ref="B4:E8" headerRowCount="0"'),
        "table-without-headings",
    ),
    "huge name": (huge_name, "name-too-large"),
}
READ: Mapping[str, Callable[[], bytes]] = {
    "as it should be": plain_file,
    "absurd dimension": lambda: edited(SHEET, '<dimension ref="', '<dimension ref="A1:XFD1048576" x="'),
    "no dimension worth the name": lambda: edited(SHEET, '<dimension ref="', '<dimension ref="?" x="'),
    "corner cells": corner_cells,
    "as many cells as the budget holds": most_cells,
    "very many merges": many_merges,
    "wrong counts of shared texts": lambda: edited(STRINGS, "<sst ", '<sst x="1" '),
}
