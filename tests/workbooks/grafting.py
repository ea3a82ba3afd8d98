"""Our tables and names on a sheet of their own, grafted into any workbook that somebody else made."""

import posixpath
import re

from vardering.base.cells import Area
from workbooks.packages import parts_of, with_parts

SHEET = "Grafted & kept"
TABLE = "vm_logg"
NAME = "vm_skrivet"
LOG_AREA = Area(SHEET, 1, 1, 3, 3)
WRITTEN_AREA = Area(SHEET, 6, 2, 7, 3)
HEADINGS = ("Tid", "Vem", "Tal")

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET_NAME = SHEET.replace("&", "&amp;")

_SHEET_PART = (
    f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}" xmlns:r="{_RELATIONSHIPS}">'
    '<dimension ref="A1:C7"/><sheetData><row r="1">'
    + "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABC", HEADINGS, strict=True)
    )
    + '</row><row r="2" spans="1:3"><c r="A2" t="inlineStr"><is><t>nyss</t></is></c><c r="C2"><v>1</v></c></row>'
    '<row r="6"><c r="B6"><f>1+1</f><v>2</v></c><c r="C6" t="b"><v>1</v></c></row></sheetData>'
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
)
_SHEET_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_RELATIONSHIPS}/table" '
    'Target="../tables/grafted.xml"/></Relationships>'
)
_TABLE_PART = (
    f'<table xmlns="{_MAIN}" id="9001" name="{TABLE}" displayName="{TABLE}" ref="A1:C3" totalsRowShown="0">'
    '<autoFilter ref="A1:C3"/><tableColumns count="3">'
    + "".join(f'<tableColumn id="{index}" name="{text}"/>' for index, text in enumerate(HEADINGS, start=1))
    + "</tableColumns></table>"
)


def grafted(content: bytes) -> bytes:
    """The workbook with one more sheet, holding a table with a blank row and a named area, last."""
    parts = parts_of(content)
    workbook = workbook_part(parts)
    folder = posixpath.dirname(workbook)
    links = f"{folder}/_rels/{posixpath.basename(workbook)}.rels".lstrip("/")
    types = parts["[Content_Types].xml"].decode()
    override = '<Override PartName="/{}" ContentType="{}+xml"/>'
    added = override.format(f"{folder}/worksheets/grafted.xml".lstrip("/"), f"{_TYPES}.worksheet")
    added += override.format(f"{folder}/tables/grafted.xml".lstrip("/"), f"{_TYPES}.table")
    types = re.sub(r"</(\w+:)?Types>", lambda found: prefixed(added, found[1]) + found[0], types)
    link = f'<Relationship Id="rIdGrafted" Type="{_RELATIONSHIPS}/worksheet" Target="worksheets/grafted.xml"/>'
    relations = re.sub(
        r"</(\w+:)?Relationships>", lambda found: prefixed(link, found[1]) + found[0], parts[links].decode()
    )
    return with_parts(
        content,
        {
            "[Content_Types].xml": types.encode(),
            links: relations.encode(),
            workbook: grafted_workbook(parts[workbook].decode()).encode(),
            f"{folder}/worksheets/grafted.xml".lstrip("/"): _SHEET_PART.encode(),
            f"{folder}/worksheets/_rels/grafted.xml.rels".lstrip("/"): _SHEET_LINKS.encode(),
            f"{folder}/tables/grafted.xml".lstrip("/"): _TABLE_PART.encode(),
        },
    )


def workbook_part(parts: dict[str, bytes]) -> str:
    """Name of the workbook's part, as the package's own relationships say."""
    found = re.search(r"<[^>]*/officeDocument\"[^>]*>", parts["_rels/.rels"].decode())
    assert found is not None
    target = re.search(r'Target="([^"]+)"', found[0])
    assert target is not None
    return target[1].lstrip("/")


def grafted_workbook(text: str) -> str:
    """The workbook's part with the sheet and the name added."""
    closing = re.search(r"</(\w+:)?sheets>", text)
    assert closing is not None
    p = closing[1] or ""
    sheet = f'<{p}sheet xmlns:gr="{_RELATIONSHIPS}" name="{_SHEET_NAME}" sheetId="9001" gr:id="rIdGrafted"/>'
    text = text.replace(closing[0], sheet + closing[0], 1)
    name = f"<{p}definedName name=\"{NAME}\">'{_SHEET_NAME}'!$B$6:$C$7</{p}definedName>"
    if f"</{p}definedNames>" in text:
        return text.replace(f"</{p}definedNames>", f"{name}</{p}definedNames>", 1)
    at = max(found.end() for found in re.finditer(rf"</{p}(externalReferences|functionGroups|sheets)>", text))
    return f"{text[:at]}<{p}definedNames>{name}</{p}definedNames>{text[at:]}"


def prefixed(markup: str, prefix: str | None) -> str:
    """Markup with a namespace prefix on every tag."""
    return re.sub(r"<(?=\w)", f"<{prefix}", markup) if prefix else markup
