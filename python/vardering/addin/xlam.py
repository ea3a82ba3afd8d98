"""The add-in file: a workbook with one empty sheet, the VBA project, the ribbon and its pictures, in a fixed order."""

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import quoteattr

import xlsxwriter

EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX, OWNER_ONLY = 3, 0o600 << 16
WORKBOOK_CODE_NAME, SHEET_CODE_NAME = "ThisWorkbook", "Blad1"
_RIBBON = "customUI/customUI14.xml"
_RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_PICTURE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MACRO_WORKBOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_ADD_IN = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
_BUILT = datetime(2026, 1, 1)  # noqa: DTZ001 – stands in every build, so that two builds are the same bytes


def xlam(project: bytes, ribbon: str, pictures: Mapping[str, bytes], properties: Mapping[str, str]) -> bytes:
    """The bytes of the add-in. ``pictures`` are PNGs by the name that the ribbon calls them.

    ``properties`` are title, description and version, which Excel and the installation's diagnosis show.

    Signing adds a part later; nothing here is in its way.
    """
    extra = {_RIBBON: ribbon.encode(), "customUI/_rels/customUI14.xml.rels": _picture_relations(pictures)}
    extra |= {f"customUI/images/{name}.png": picture for name, picture in pictures.items()}
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_host_workbook(project, properties))) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for name in source.namelist():
            _write(result, name, _completed(name, source.read(name)))
        for name, content in extra.items():
            _write(result, name, content)
    return target.getvalue()


def _host_workbook(project: bytes, properties: Mapping[str, str]) -> bytes:
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    described = {"title": properties["title"], "comments": properties["description"], "created": _BUILT}
    workbook.set_properties(described)
    workbook.set_custom_property("Version", properties["version"])
    workbook.set_size(10_000, 8_000)
    sheet = workbook.add_worksheet(SHEET_CODE_NAME)
    workbook.add_vba_project(BytesIO(project), is_stream=True)
    workbook.set_vba_name(WORKBOOK_CODE_NAME)
    sheet.set_vba_name(SHEET_CODE_NAME)
    workbook.close()
    return target.getvalue()


def _completed(name: str, part: bytes) -> bytes:
    if name == "[Content_Types].xml":
        text = part.decode().replace(_MACRO_WORKBOOK, _ADD_IN)
        return text.replace("<Default ", '<Default Extension="png" ContentType="image/png"/><Default ', 1).encode()
    if name == "_rels/.rels":
        relation = f'<Relationship Id="vmRibbon" Type="{_RIBBON_RELATION}" Target="{_RIBBON}"/></Relationships>'
        return part.decode().replace("</Relationships>", relation).encode()
    return part


def _picture_relations(pictures: Mapping[str, bytes]) -> bytes:
    relations = "".join(
        f'<Relationship Id={quoteattr(name)} Type="{_PICTURE_RELATION}" Target="images/{name}.png"/>'
        for name in pictures
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'.encode()


def _write(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system, entry.external_attr = UNIX, OWNER_ONLY
    package.writestr(entry, content, zipfile.ZIP_DEFLATED)
