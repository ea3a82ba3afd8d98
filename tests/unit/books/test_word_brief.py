"""The Word file says what the page says, can be read by everybody, and takes a template of the municipality's own."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from builders import a_case, a_change, a_cost, assumptions, book_of
from judges.libreoffice import convert
from judges.open_xml_sdk import OpenXmlSdk
from vardering.base.faults import CallError
from vardering.books.new_xlsx import write_workbook
from vardering.books.word_brief import blank_template, write_brief
from vardering.commands.briefing import brief
from vardering.commands.creation import create
from vardering.hosts.cli.main import main
from vardering.model.assumptions import Parameter
from vardering.model.case import Case
from vardering.model.risk import Risk
from vardering.texts.basis_texts import ELLIPSIS
from vardering.workbook.decision_basis import Chart, DecisionBasis, Table


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


def test_the_template_to_start_from_gives_the_same_document_as_none(tmp_path: Path) -> None:
    blank = blank_template("Beslutsunderlag")
    assert opened(blank).paragraphs[0].text == "{{rubrik}}"
    given, without = (opened(write_brief(basis(), content)) for content in (blank, None))
    assert given.element.xml == without.element.xml
    path = tmp_path / "mall.docx"
    path.write_bytes(blank)
    target = tmp_path / "b.docx"
    assert main(["brief", saved(tmp_path, a_case()), "-o", str(target), "--template", str(path)]) == 0
    assert len(opened(target.read_bytes()).tables) == len(opened(write_brief(basis())).tables)


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


def test_the_column_that_names_the_row_is_the_widest_and_figures_share_the_rest() -> None:
    tables = opened(write_brief(basis())).tables
    figures = next(table for table in tables if table.cell(0, 0).text == "Nyckeltal")
    first, *others = [cell.width or 0 for cell in figures.rows[1].cells]
    assert first > 1.3 * max(others)
    assert max(others) - min(others) <= 1


def ranged_basis() -> DecisionBasis:
    case = a_case(development=(a_cost(name="Konsult & <licens>", driver_low=0.5, driver_high=2.0),))
    found = brief(book_of(case).snapshot())[1]
    assert found is not None
    return found


def charts_of(found: DecisionBasis) -> list[Chart]:
    return [block for section in found.sections for block in section.blocks if isinstance(block, Chart)]


def test_charts_are_native_with_their_figures_and_say_in_words_what_they_show() -> None:
    found = ranged_basis()
    content = write_brief(found)
    frames = list(opened(content).element.iter(qn("wp:docPr")))
    cumulative, tornado = charts_of(found)
    assert [frame.get("descr") for frame in frames] == [cumulative.alt_text, tornado.alt_text]
    assert len({frame.get("id") for frame in frames}) == 2
    assert cumulative.alt_text.startswith("Linjediagram: ackumulerat netto per år 2027 till 2031. ")
    assert "U1: Konsult & <licens> från -100 000 kr till 50 000 kr" in tornado.alt_text
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [package.read(f"word/charts/chart{number}.xml").decode() for number in (1, 2)]
    for chart, part in zip(charts_of(found), parts, strict=True):
        figures = [float(text) for text in re.findall(r"<c:v>(-?[\d.]+(?:e[+-]?\d+)?)</c:v>", part)]
        years = [] if chart is tornado else [float(year) for year in chart.categories] * 3
        assert sorted(figures) == sorted([value for series in chart.series for value in series.values] + years)
        assert all(f"<c:v>{series.title}</c:v>" in part for series in chart.series)


def test_a_case_without_ranges_has_no_chart_of_what_matters_most() -> None:
    settings = assumptions(rate_spread=Parameter(value=0.0), benefit_delay=Parameter(value=0.0))
    found = brief(book_of(a_case(assumptions=settings, effects=())).snapshot())[1]
    assert found is not None
    assert [chart.title for chart in charts_of(found)] == ["Ackumulerat netto per år"]


def test_word_has_room_for_everything_that_people_wrote() -> None:
    long = "Ett långt resonemang om varför förändringen behövs och vad den ger. " * 40
    found = brief(book_of(a_case(change=a_change(description=long, recommendation=long))).snapshot())[1]
    assert found is not None
    assert [text for text in found.texts() if text.endswith(ELLIPSIS)] == []


@pytest.mark.ooxml_sdk
def test_microsofts_validator_accepts_the_document(tmp_path: Path, ooxml_sdk: OpenXmlSdk) -> None:
    path = tmp_path / "b.docx"
    path.write_bytes(write_brief(ranged_basis()))
    assert ooxml_sdk.errors_in(path) == []


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_draws_the_charts(tmp_path: Path) -> None:
    source = tmp_path / "b.docx"
    source.write_bytes(write_brief(ranged_basis()))
    drawn = convert(source, "odt", tmp_path)
    with zipfile.ZipFile(BytesIO(drawn)) as package:
        charts = [name for name in package.namelist() if name.startswith("Object") and name.endswith("content.xml")]
        shown = " ".join(package.read(name).decode() for name in charts)
    assert len(charts) == 2
    assert "Ackumulerat netto per år" in shown
    assert "Det som betyder mest, alla värderade" in shown


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_opens_the_document_prints_it_and_shows_every_heading(tmp_path: Path) -> None:
    source = tmp_path / "b.docx"
    source.write_bytes(write_brief(basis()))
    assert re.findall(rb"/Type\s*/Page\b", convert(source, "pdf", tmp_path))
    shown = convert(source, "txt:Text", tmp_path).decode().splitlines()
    assert [section.heading for section in basis().sections if section.heading not in shown] == []
