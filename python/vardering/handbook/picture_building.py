"""Making the pictures: a workbook printed by LibreOffice, the first page of each sheet cropped and made small."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from vardering.base.faults import CallError
from vardering.handbook.pictures import Made, Wanted, sheet_mark, wanted_pictures

PROGRAM = "soffice"
SECONDS = 180.0
SCALE = 2.0
"""Pixels per point: an A4 page becomes about 1680 pixels wide, which can be read on a screen and printed."""
FOOTER_SHARE = 0.06
"""The lowest part of a page, where the footer says which page and when it was printed."""
MARGIN, COLOURS = 8, 48

SWEDISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop>
</item>
</oor:items>
"""
"""A profile of its own in which LibreOffice writes numbers and dates as Excel does in Sweden."""


def build_pictures(
    folder: Path, workbooks: Path, filled: Mapping[str, Path] | None = None
) -> Iterator[tuple[str, Made, bytes]]:
    """Every picture of the handbook in ``folder`` from the built workbooks: its name, what it is, and its PNG bytes.

    ``filled`` names workbooks to show instead of an empty one of the same sheets; what a picture is said to be made
    from is the empty one all the same, since a file filled at another time differs though its sheets do not.
    Raises ``CallError`` "program-missing" without LibreOffice, "file-missing" without a workbook and
    "handbook-sheet-unknown" where a workbook has no such sheet.
    """
    wanted = wanted_pictures(folder)
    with tempfile.TemporaryDirectory(prefix="vardering-bilder-") as room:
        for name in dict.fromkeys(one.workbook for one in wanted):
            source = workbooks / f"{name}.xlsx"
            pages = _first_pages(_printed((filled or {}).get(name, source), Path(room)))
            for one in wanted:
                if one.workbook == name:
                    yield _picture(one, source, pages)


def _picture(wanted: Wanted, source: Path, pages: dict[str, Image.Image]) -> tuple[str, Made, bytes]:
    if wanted.sheet not in pages:
        raise CallError("handbook-sheet-unknown", name=wanted.sheet)
    image = _cropped(pages[wanted.sheet]).quantize(COLOURS, dither=Image.Dither.NONE)
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return wanted.name, Made(image.width, image.height, sheet_mark(source, wanted.sheet)), content.getvalue()


def _printed(source: Path, room: Path) -> Path:
    program = shutil.which(PROGRAM)
    if program is None:
        raise CallError("program-missing", program="LibreOffice")
    if not source.is_file():
        raise CallError("file-missing", path=str(source))
    profile = room / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SWEDISH, "utf-8")
    own = f"-env:UserInstallation={profile.as_uri()}"
    call = [program, own, "--headless", "--convert-to", "pdf", "--outdir", str(room), str(source)]
    subprocess.run(call, capture_output=True, check=False, timeout=SECONDS)  # noqa: S603 – our own arguments
    return room / f"{source.stem}.pdf"


def _first_pages(printed: Path) -> dict[str, Image.Image]:
    """The first page of each sheet, by the sheet's name: LibreOffice lists the sheets as the document's outline."""
    if not printed.is_file():
        raise CallError("program-missing", program="LibreOffice Calc")
    document = pypdfium2.PdfDocument(printed)
    try:
        places = ((entry.get_title(), entry.get_dest()) for entry in document.get_toc())
        return {
            title: document[place.get_index()].render(scale=SCALE).to_pil().convert("RGB")
            for title, place in places
            if place is not None
        }
    finally:
        document.close()


def _cropped(page: Image.Image) -> Image.Image:
    """The page without its footer and its empty edges."""
    body = page.crop((0, 0, page.width, round(page.height * (1 - FOOTER_SHARE))))
    box = ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox() or (0, 0, *body.size)
    left, top, right, bottom = box
    return body.crop(
        (
            max(left - MARGIN, 0),
            max(top - MARGIN, 0),
            min(right + MARGIN, body.width),
            min(bottom + MARGIN, body.height),
        )
    )
