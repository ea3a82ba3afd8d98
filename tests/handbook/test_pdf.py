"""The printed handbook: printed from the pages as they are now, and made to be read aloud."""

from collections.abc import Iterator
from ctypes import c_ushort, create_string_buffer

import pypdfium2
import pytest
from pypdfium2 import raw

from handbook.pages import FOLDER, page
from handbook.test_built_pages import REBUILD

PAGES = ("handbok", "snabbguide")
A4_POINTS = (595.28, 841.89)
LONGEST = 4000


@pytest.fixture(params=PAGES)
def printed(request: pytest.FixtureRequest) -> Iterator[tuple[str, pypdfium2.PdfDocument]]:
    document = pypdfium2.PdfDocument(FOLDER / f"{request.param}.pdf")
    yield request.param, document
    document.close()


def text_of(element: object, read: object) -> str:
    """A text of a structure element, as pdfium hands it over."""
    buffer = create_string_buffer(LONGEST)
    size = read(element, buffer, LONGEST)  # type: ignore[operator]
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")


def elements(parent: object, count: object, child: object) -> Iterator[object]:
    """Every structure element below another."""
    for place in range(count(parent)):  # type: ignore[operator]
        element = child(parent, place)  # type: ignore[operator]
        if element:
            yield element
            yield from elements(element, raw.FPDF_StructElement_CountChildren, raw.FPDF_StructElement_GetChildAtIndex)


def structure(document: pypdfium2.PdfDocument) -> list[tuple[str, str]]:
    """Type and alternative text of every structure element, page by page."""
    found = []
    for one in document:
        tree = raw.FPDF_StructTree_GetForPage(one.raw)
        for element in elements(tree, raw.FPDF_StructTree_CountChildren, raw.FPDF_StructTree_GetChildAtIndex):
            kind = text_of(element, raw.FPDF_StructElement_GetType)
            found.append((kind, text_of(element, raw.FPDF_StructElement_GetAltText)))
        raw.FPDF_StructTree_Close(tree)
    return found


def test_it_is_printed_from_the_page_as_it_is_now(printed: tuple[str, pypdfium2.PdfDocument], pango: None) -> None:
    from vardering.handbook.printing import page_mark

    name, document = printed
    assert document.get_metadata_dict()["Keywords"] == page_mark(FOLDER / f"{name}.html"), REBUILD


def test_it_is_tagged_titled_and_on_a4(printed: tuple[str, pypdfium2.PdfDocument]) -> None:
    _, document = printed
    assert document.is_tagged()
    assert document.get_metadata_dict()["Title"]
    assert document[0].get_size() == pytest.approx(A4_POINTS, abs=1)
    letters = (c_ushort * 8)()
    size = raw.FPDFCatalog_GetLanguage(document.raw, letters, len(letters))
    assert bytes(letters)[: size - 2].decode("utf-16-le") == "sv"


def test_the_quick_guide_is_one_page() -> None:
    document = pypdfium2.PdfDocument(FOLDER / "snabbguide.pdf")
    assert len(document) == 1
    document.close()


def test_the_outline_holds_the_headings_of_the_page(printed: tuple[str, pypdfium2.PdfDocument]) -> None:
    name, document = printed
    headings = [words for level, words in page(f"{name}.html").headings]
    assert [entry.get_title() for entry in document.get_toc(max_depth=6)] == headings


def test_pictures_and_tables_are_told_to_those_who_listen() -> None:
    document = pypdfium2.PdfDocument(FOLDER / "handbok.pdf")
    told = structure(document)
    document.close()
    alternatives = {alternative for kind, alternative in told if kind == "Figure"}
    assert {shown["alt"] for shown in page("handbok.html").pictures} <= alternatives
    kinds = {kind for kind, _ in told}
    assert {"H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "Link"} <= kinds
