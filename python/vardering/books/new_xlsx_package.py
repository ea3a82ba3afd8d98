"""The finished package: named cell styles, Swedish as its language, square charts, and nothing of place or time."""

import re
import zipfile
from io import BytesIO

from vardering.books.new_xlsx_styles import with_named_styles

LANGUAGE = "sv-SE"
EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX, OWNER_ONLY = 3, 0o600 << 16

_EMPTY_TEXT = re.compile(r"<c ([^<>]*)><f>([^<]*)</f><v></v></c>")


def completed(content: bytes, *, saves_no_author: bool = False) -> bytes:
    """The package as XlsxWriter made it, with what XlsxWriter has no way to say.

    ``saves_no_author``: Excel removes the names of author and last writer whenever the file is saved.
    """
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, OWNER_ONLY
            part = source.read(name).decode()
            if saves_no_author and name == "xl/workbook.xml":
                part = part.replace("<workbookPr ", '<workbookPr filterPrivacy="1" ', 1)
            result.writestr(entry, _completed_part(name, part).encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _completed_part(name: str, part: str) -> str:
    if name == "xl/styles.xml":
        return with_named_styles(part)
    if name == "docProps/core.xml":
        return part.replace("<dcterms:created", f"<dc:language>{LANGUAGE}</dc:language><dcterms:created")
    if name.startswith("xl/charts/chart"):
        # Where nothing is said of corners, newer Excel rounds them.
        square = part.replace('<c:lang val="en-US"/>', f'<c:lang val="{LANGUAGE}"/><c:roundedCorners val="0"/>')
        return square.replace('lang="en-US"', f'lang="{LANGUAGE}"')
    if name.startswith("xl/worksheets/sheet"):
        # XlsxWriter leaves a formula whose value is the empty text without type, which is then no value at all.
        return _EMPTY_TEXT.sub(r'<c \1 t="str"><f>\2</f><v></v></c>', part)
    return part
