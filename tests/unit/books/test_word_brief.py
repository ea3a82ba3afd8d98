"""The Word file says what the page says, can be read by everybody, and takes a template of the municipality's own."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from builders import a_case, a_change, a_cost, book_of
from judges.libreoffice import convert
from vardering.base.faults import CallError
from vardering.books.new_xlsx import write_workbook
from vardering.books.word_brief import write_brief
from vardering.commands.briefing import brief
from vardering.commands.creation import create
from vardering.hosts.cli.main import main
from vardering.model.case import Case
from vardering.model.risk import Risk
from vardering.workbook.decision_basis import DecisionBasis, Table


def basis() -> DecisionBasis:
    case = a_case(change=a_change(description="Nycklar tar tid.", requested_decision="Godkänn BP2."))
    found = brief(book_of(case).snapshot())[1]
    assert found is not None
    return found


def opened(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def saved(tmp_path: Path, case: Case) -> str:
    layout = create(case).new_workbook
    assert layout is not None
    path = tmp_path / "kalkyl.xlsx"
    path.write_bytes(write_workbook(layout))
    return str(path)


def test_word_says_everything_that_the_page_says() -> None:
    document = opened(write_brief(basis()))
    shown = [paragraph.text for paragraph in document.paragraphs]
    shown += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    everything = "\n".join(shown)
    assert [text for text in basis().texts() if text not in everything] == []


def test_headings_header_rows_language_and_title_are_marked_and_no_author() -> None:
    document = opened(write_brief(basis()))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == len(basis().sections)
    tables = [block for section in basis().sections for block in section.blocks if isinstance(block, Table)]
    assert [table.cell(0, 0).text for table in document.tables] == [table.headings[0] for table in tables]
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert {found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    about = document.core_properties
    assert (about.title, about.language, about.author) == ("Beslutsunderlag: Digitala lås", "sv-SE", "")


def test_the_same_basis_gives_the_same_bytes_and_no_times() -> None:
    content = write_brief(basis())
    assert content == write_brief(basis())
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert b"created" not in package.read("docProps/core.xml")


def test_a_template_of_ones_own_decides_what_stands_where() -> None:
    document = opened(write_brief(basis(), template("Kommunen", "{{ titel }}", "{{beslut}}", "{{risker}}", "Slut")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts == ["Kommunen", "Digitala lås", "Beslut som begärs", "Godkänn BP2.", "Slut"]


@pytest.mark.parametrize(
    "wrong", [b"inget dokument", template("Inget"), template("{{titel}}"), template("{{allt}}", "{{okand}}")]
)
def test_a_wrong_template_is_refused(wrong: bytes) -> None:
    with pytest.raises(CallError) as refused:
        write_brief(basis(), wrong, "mall.docx")
    assert refused.value.fault.code == "word-template-invalid"


def test_the_command_writes_the_document_and_nothing_where_inputs_have_errors(tmp_path: Path) -> None:
    target = tmp_path / "b.docx"
    assert main(["brief", saved(tmp_path, a_case()), "-o", str(target)]) == 0
    assert opened(target.read_bytes()).tables
    faulty = saved(tmp_path, a_case(development=(a_cost(unit_price_kr=None),)))
    other = tmp_path / "c.docx"
    assert main(["brief", faulty, "-o", str(other)]) == 1
    assert not other.exists()
    assert main(["brief", faulty, "-o", str(other), "--template", str(tmp_path / "saknas.docx")]) == 2


def test_running_text_in_a_table_gets_half_of_the_width() -> None:
    case = a_case(risks=(Risk(id="R1", description="Sent", probability=3, impact=4, response="Boka tidigt"),))
    found = brief(book_of(case).snapshot())[1]
    assert found is not None
    tables = opened(write_brief(found)).tables
    risks = next(table for table in tables if table.cell(0, 0).text == "Risk")
    widths = [cell.width or 0 for cell in risks.rows[1].cells]
    assert widths[-1] > sum(widths[:-1])


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_opens_the_document_prints_it_and_shows_every_heading(tmp_path: Path) -> None:
    source = tmp_path / "b.docx"
    source.write_bytes(write_brief(basis()))
    assert re.findall(rb"/Type\s*/Page\b", convert(source, "pdf", tmp_path))
    shown = convert(source, "txt:Text", tmp_path).decode().splitlines()
    assert [section.heading for section in basis().sections if section.heading not in shown] == []
