"""A built page as a PDF that can be read aloud: tagged as PDF/UA, with the page's own headings as its outline."""

import hashlib
from pathlib import Path

import weasyprint

from vardering.base.faults import CallError

VARIANT = "pdf/ua-1"
PICTURE_DPI = 150


def printed(page: Path) -> bytes:
    """The PDF of a built page, which keeps a mark of the page among its keywords.

    Raises ``CallError`` "file-missing".
    """
    if not page.is_file():
        raise CallError("file-missing", path=str(page))
    document = weasyprint.HTML(filename=str(page)).render()
    document.metadata.keywords = [page_mark(page)]
    return bytes(document.write_pdf(pdf_variant=VARIANT, optimize_images=True, dpi=PICTURE_DPI))


def page_mark(page: Path) -> str:
    """A mark of a page's content: a PDF with another mark is to be printed anew."""
    return f"sha256-{hashlib.sha256(page.read_bytes()).hexdigest()}"
