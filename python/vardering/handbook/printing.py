"""A built page as a PDF that can be read aloud: tagged as PDF/UA, with the page's own headings as its outline."""

import hashlib
from io import BytesIO
from pathlib import Path

from PIL import Image
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from vardering.base.faults import CallError

VARIANT = "pdf/ua-1"
WIDEST, QUALITY = 1200, 70
"""Pixels and JPEG quality of a printed picture: the file becomes half as large, and can still be read on paper."""


class PrintedPictures(URLFetcher):  # type: ignore[misc] # the library ships no types
    """Hands over the pictures beside the page, the only files it asks for, as small JPEG."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The picture at the address of a file."""
        # Another address than that of the file, which would otherwise be read once more in its own form.
        small = _jpeg(super().fetch(url, headers).read())
        return URLFetcherResponse(url.replace("file:", "jpeg:"), small, {"Content-Type": "image/jpeg"})


def printed(page: Path) -> bytes:
    """The PDF of a built page, which keeps a mark of the page among its keywords.

    Raises ``CallError`` "file-missing".
    """
    if not page.is_file():
        raise CallError("file-missing", path=str(page))
    document = HTML(filename=str(page), url_fetcher=PrintedPictures(allowed_protocols=["file"])).render()
    document.metadata.keywords = [page_mark(page)]
    return bytes(document.write_pdf(pdf_variant=VARIANT))


def page_mark(page: Path) -> str:
    """A mark of a page's content: a PDF with another mark is to be printed anew."""
    return f"sha256-{hashlib.sha256(page.read_bytes()).hexdigest()}"


def _jpeg(content: bytes) -> bytes:
    picture = Image.open(BytesIO(content)).convert("RGB")
    picture.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    smaller = BytesIO()
    picture.save(smaller, "JPEG", quality=QUALITY, optimize=True)
    return smaller.getvalue()
