"""The decision basis as an accessible Word document: real headings, header rows, Swedish, no author.

A template is any .docx with paragraphs that hold a placeholder alone: ``{{rubrik}}`` (the word Beslutsunderlag),
``{{titel}}``, ``{{kalkylid}}``, ``{{allt}}`` (every section in order) or the name of one section
(``decision_basis.Part``). Styles are taken from the template by
their built-in names, which are the same in every language of Word; a style that it lacks is done without.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from vardering.base.faults import CallError
from vardering.books.word_charts import add_chart
from vardering.workbook.decision_basis import (
    Block,
    Chart,
    DecisionBasis,
    Fact,
    Part,
    Section,
    Table,
    cell_text,
)
from vardering.workbook.styles import INK, PRIMARY

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import BaseStyle
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

LANGUAGE = "sv-SE"
FIRST_SHARE, PROSE_SHARE = 0.32, 0.52
"""Shares of the width: of the first column, and of a last one with running text."""

HEADING, TITLE, CASE_ID, EVERYTHING = "rubrik", "titel", "kalkylid", "allt"
EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX, OWNER_ONLY = 3, 0o600 << 16
_PLACEHOLDER = re.compile(r"\{\{\s*(\w*)\s*\}\}")


def write_brief(basis: DecisionBasis, template: bytes | None = None, name: str = "") -> bytes:
    """The document; the same basis and template give the same bytes.

    Raises ``CallError`` "word-template-invalid" for a template that is no Word document, has no placeholder, or one
    that nothing is known of; ``name`` is what the message calls it.
    """
    document = _default_template() if template is None else _opened(template, name)
    lines = {HEADING: basis.document_heading, TITLE: basis.title, CASE_ID: basis.case_id}
    sections = {str(section.part): section for section in basis.sections}
    for place in _places(document, name):
        key = _key(place)
        if key in lines:
            place.text = lines[key]
            continue
        for section in basis.sections if key == EVERYTHING else (sections.get(key),):
            if section is not None:
                _write_section(document, place, section)
        _remove(place)
    _describe(document, basis.document_title)
    return _saved(document)


def blank_template(title: str) -> bytes:
    """A template to change: the one that is used where no other is given."""
    document = _default_template()
    _describe(document, title)
    return _saved(document)


def _saved(document: "WordDocument") -> bytes:
    target = BytesIO()
    document.save(target)
    return _timeless(target.getvalue())


def _opened(template: bytes, name: str) -> "WordDocument":
    try:
        return Document(BytesIO(template))
    except Exception as refusal:
        raise CallError("word-template-invalid", file=name, reason="filen är inget Word-dokument") from refusal


def _key(paragraph: "WordParagraph") -> str:
    found = _PLACEHOLDER.fullmatch(paragraph.text.strip())
    return found[1].lower() if found else ""


def _places(document: "WordDocument", name: str) -> list["WordParagraph"]:
    """The paragraphs that are placeholders. Raises ``CallError`` where one is unknown or there is none."""
    known = {HEADING, TITLE, CASE_ID, EVERYTHING, *map(str, Part)}
    places = []
    for paragraph in document.paragraphs:
        found = _PLACEHOLDER.search(paragraph.text)
        if found is None:
            continue
        if _key(paragraph) not in known:
            reason = f"platshållaren {found[0]} finns inte eller står inte ensam på sin rad"
            raise CallError("word-template-invalid", file=name, reason=reason)
        places.append(paragraph)
    if not any(_key(place) not in (HEADING, TITLE, CASE_ID) for place in places):
        raise CallError("word-template-invalid", file=name, reason="den har ingen platshållare för innehållet")
    return places


def _remove(paragraph: "WordParagraph") -> None:
    element = paragraph._p  # noqa: SLF001 – python-docx has no way to take a paragraph away
    element.getparent().remove(element)


def _style(document: "WordDocument", name: str) -> "BaseStyle | None":
    return next((style for style in document.styles if style.name == name), None)


def _add(document: "WordDocument", place: "WordParagraph", text: str, style: str) -> "WordParagraph":
    added = place.insert_paragraph_before(text)
    found = _style(document, style)
    if found is not None:
        added.style = found  # type: ignore[assignment]
    return added


def _write_section(document: "WordDocument", place: "WordParagraph", section: Section) -> None:
    _add(document, place, section.heading, "Heading 2")
    for block in section.blocks:
        _write_block(document, place, block)


def _write_block(document: "WordDocument", place: "WordParagraph", block: Block) -> None:
    if isinstance(block, Table):
        _write_table(document, place, block)
        return
    added = _add(document, place, "", "Normal")
    if isinstance(block, Chart):
        add_chart(document, added, block)
    elif isinstance(block, Fact):
        added.add_run(f"{block.label}: ").bold = True
        added.add_run(block.text)
    else:
        added.add_run(block.text).italic = block.is_note or None


def _write_table(document: "WordDocument", place: "WordParagraph", table: Table) -> None:
    """A table with its heading row marked, so that it is read out and repeated on a new page."""
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.headings))
    grid = _style(document, "Table Grid")
    if grid is not None:
        made.style = grid
    for cell, heading in zip(made.rows[0].cells, table.headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for row, cells in zip(list(made.rows)[1:], table.rows, strict=True):
        for index, (target, cell) in enumerate(zip(row.cells, cells, strict=True)):
            target.paragraphs[0].add_run(cell_text(cell)).bold = True if index == 0 else None
            if not isinstance(cell, str):
                target.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _share_width(made, PROSE_SHARE if table.is_prose else (1 - FIRST_SHARE) / (len(table.headings) - 1))
    element = made._tbl  # noqa: SLF001 – nor to place a table or mark its heading row
    for number, row in enumerate(element.findall(qn("w:tr"))):
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    after = _add(document, place, "", "Normal")
    after.paragraph_format.space_after = Pt(0)
    after._p.addprevious(element)  # noqa: SLF001


def _share_width(table: "WordTable", last_share: float) -> None:
    """The first column names the row and needs more than the others; the last one gets its share of the width."""
    width = sum(column.width or 0 for column in table.columns)
    count = len(table.columns)
    between = width * (1 - FIRST_SHARE - last_share) / max(count - 2, 1)
    shares = [width * FIRST_SHARE, *[between] * (count - 2), width * last_share]
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Length(round(share))
        for cell in column.cells:
            cell.width = Length(round(share))


def _default_template() -> "WordDocument":
    """A4 with the product's colours: the heading and every section, of which the first is named after the change."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(18)
    for name, size, colour in (("Normal", 10, INK), ("Heading 1", 18, PRIMARY), ("Heading 2", 12, PRIMARY)):
        style = document.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_after = Pt(3)
    document.add_paragraph(f"{{{{{HEADING}}}}}", style="Heading 1")
    for part in Part:
        document.add_paragraph(f"{{{{{part}}}}}")
    tab_stop = document.settings.element.find(qn("w:defaultTabStop"))
    if tab_stop is not None:
        tab_stop.addnext(OxmlElement("w:autoHyphenation"))  # Swedish compounds are longer than a column
    return document


def _describe(document: "WordDocument", title: str) -> None:
    """Title and language; nobody's name, no times, which would differ from run to run."""
    about = document.core_properties
    about.title, about.language = title, LANGUAGE
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.revision = 1
    core = about._element  # noqa: SLF001 – times can be set, not left out
    for found in list(core):
        if found.tag.endswith(("}created", "}modified", "}lastPrinted")):
            core.remove(found)
    for language in _languages(document):
        for key in ("w:val", "w:eastAsia"):
            language.set(qn(key), LANGUAGE)


def _languages(document: "WordDocument") -> "Iterator[BaseOxmlElement]":
    """Every language that the styles state; the document's own among them, made where it lacks one."""
    styles = document.styles.element
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        defaults.append(OxmlElement("w:lang"))
    yield from styles.iter(qn("w:lang"))


def _timeless(content: bytes) -> bytes:
    """The package with the same time on every part."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, OWNER_ONLY
            result.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
