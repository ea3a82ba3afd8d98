"""Native charts in a Word document: DrawingML parts that hold their own figures, with alternative text.

A chart is drawn by Word and LibreOffice themselves, so it stays sharp, can be restyled and needs no drawing library.
Its figures are literals (ECMA-376 Part 1, 21.2.2.137 ``numLit``): there is no workbook inside the document.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.decision_basis import Chart, ChartSeries
from vardering.workbook.styles import INK

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
HEIGHT_SHARE = 0.42
"""Height of a chart as a share of its width."""

GRID = "D5DDE3"
FONT = '<a:latin typeface="Calibri"/>'
DASHES = {"solid": "solid", "dash": "dash", "round_dot": "sysDot"}
PATTERNS = {"dark_downward_diagonal": "dkDnDiag", "light_upward_diagonal": "ltUpDiag"}
CATEGORY_AXIS, VALUE_AXIS = 111, 222
TITLE_SIZE, TEXT_SIZE = 1100, 900
"""Hundredths of a point."""


def add_chart(document: "WordDocument", paragraph: "WordParagraph", chart: Chart) -> None:
    """Put a chart in a paragraph, as wide as the text of the document's last section."""
    package = document.part.package
    name = package.next_partname("/word/charts/chart%d.xml")
    part = PackagePart(name, CONTENT_TYPE.DML_CHART, chart_markup(chart).encode(), package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    page = document.sections[-1]
    width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    taken = [int(found.get("id", "0")) for found in document.element.iter(qn("wp:docPr"))]
    drawing = _drawing(chart, relation, max(taken, default=0) + 1, width)
    paragraph.add_run()._r.append(parse_xml(drawing))  # noqa: SLF001 – python-docx places pictures only


def _drawing(chart: Chart, relation: str, number: int, width: int) -> str:
    words = f"name={quoteattr(chart.title)} descr={quoteattr(chart.alt_text)}"
    return (
        f'<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{round(width * HEIGHT_SHARE)}"/><wp:docPr id="{number}" {words}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{OFFICE}/relationships" r:id="{relation}"/>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def chart_markup(chart: Chart) -> str:
    """The chart part: lines over categories, or lying bars stacked from zero with the first category on top."""
    plot = _lines(chart) if chart.kind is ChartKind.LINE else _bars(chart)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main">'
        f'<c:roundedCorners val="0"/><c:chart>{_title(chart.title, TITLE_SIZE)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{plot}{_axes(chart)}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text_look(TEXT_SIZE)}</c:legend>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
    )


def _lines(chart: Chart) -> str:
    series = "".join(_series(chart, index, one, _line_look(one)) for index, one in enumerate(chart.series))
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{_axis_ids()}'
        "</c:lineChart>"
    )


def _bars(chart: Chart) -> str:
    series = "".join(_series(chart, index, one, _bar_look(one)) for index, one in enumerate(chart.series))
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="60"/><c:overlap val="100"/>{_axis_ids()}</c:barChart>'
    )


def _axis_ids() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def _series(chart: Chart, index: int, series: ChartSeries, look: str) -> str:
    ending = '<c:smooth val="0"/>' if chart.kind is ChartKind.LINE else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{escape(series.title)}</c:v></c:tx>{look}'
        f"<c:cat><c:strLit>{''.join(_points(chart.categories))}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>#,##0</c:formatCode>{''.join(_points(series.values))}</c:numLit></c:val>"
        f"{ending}</c:ser>"
    )


def _points(values: Sequence[float | str]) -> Iterator[str]:
    yield f'<c:ptCount val="{len(values)}"/>'
    for index, value in enumerate(values):
        yield f'<c:pt idx="{index}"><c:v>{escape(value) if isinstance(value, str) else repr(value)}</c:v></c:pt>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _line_look(series: ChartSeries) -> str:
    fill = _solid(series.colour)
    return (
        f'<c:spPr><a:ln w="28575">{fill}<a:prstDash val="{DASHES[series.dash]}"/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{series.marker}"/><c:size val="7"/><c:spPr>{fill}<a:ln>{fill}</a:ln></c:spPr>'
        "</c:marker>"
    )


def _bar_look(series: ChartSeries) -> str:
    fill = _solid(series.colour)
    if series.pattern:
        fill = (
            f'<a:pattFill prst="{PATTERNS[series.pattern]}"><a:fgClr><a:srgbClr val="{series.colour}"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        )
    return f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>'


def _axes(chart: Chart) -> str:
    """Labels stand at the edge, out of the way of what lies below zero."""
    lying = chart.kind is not ChartKind.LINE
    places, turned = (("l", "b"), "maxMin") if lying else (("b", "l"), "minMax")
    labels = ("low", "high") if lying else ("low", "nextTo")
    grid = f'<c:majorGridlines><c:spPr><a:ln w="9525">{_solid(GRID)}</a:ln></c:spPr></c:majorGridlines>'
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{turned}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{places[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels[0]}"/>'
        f'{_text_look(TEXT_SIZE)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{places[1]}"/>{grid}{_title(chart.value_title, TEXT_SIZE)}'
        f'<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{labels[1]}"/>{_text_look(TEXT_SIZE)}<c:crossAx val="{CATEGORY_AXIS}"/>'
        f'<c:crosses val="autoZero"/></c:valAx>'
    )


def _title(text: str, size: int) -> str:
    bold = int(size == TITLE_SIZE)
    look = f'<a:rPr lang="sv-SE" sz="{size}" b="{bold}">{_solid(INK)}{FONT}</a:rPr>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>{look}<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        f'<c:overlay val="0"/></c:title>'
    )


def _text_look(size: int) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}">{_solid(INK)}{FONT}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="sv-SE"/></a:p></c:txPr>'
    )
