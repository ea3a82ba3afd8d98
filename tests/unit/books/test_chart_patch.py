"""Charts follow the results, in the ways that Excel, XlsxWriter and LibreOffice write them."""

from dataclasses import replace

import pytest

from contract.book_cases import RESULT
from vardering.base.cells import Area
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import ChangeSet, SeriesWrite
from workbooks.packages import different_parts, parts_of, with_parts, with_text
from workbooks.plain_files import plain_file

CHART, DRAWING = "xl/charts/chart1.xml", "xl/drawings/drawing1.xml"
WRITE = SeriesWrite(
    "Kurva",
    0,
    Area(RESULT, 1, 2, 1, 2),
    Area(RESULT, 5, 1, 7, 1),
    Area(RESULT, 5, 2, 7, 2),
    "Netto & mer",
    (2027.0, 2028.0, 2029.0),
    (1.5, None, -3.0),
)
NS = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


def written(content: bytes, *series: SeriesWrite) -> bytes:
    book = XlsxBook.from_bytes(content, "prov.xlsx")
    return book.apply(ChangeSet(book.fingerprint, series=series))


def chart(series: str, kind: str = "lineChart", p: str = "c:") -> bytes:
    """The small workbook with its chart's part written by hand."""
    inner = f"<c:chart><c:plotArea><c:{kind}>{series}</c:{kind}></c:plotArea></c:chart>"
    text = f"<c:chartSpace {NS}>{inner}</c:chartSpace>"
    if not p:
        text = text.replace("xmlns:c=", "xmlns=").replace("c:", "")
    return with_parts(plain_file(), {CHART: text.encode()})


def after_writing(content: bytes, *series: SeriesWrite) -> str:
    return parts_of(written(content, *series))[CHART].decode()


def test_a_series_gets_new_ranges_and_the_values_they_hold() -> None:
    text = after_writing(plain_file(), WRITE)
    quoted = "'Anna''s resultat'!"
    assert (
        f'<c:tx><c:strRef><c:f>{quoted}$B$1</c:f><c:strCache><c:ptCount val="1"/>'
        '<c:pt idx="0"><c:v>Netto &amp; mer</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    ) in text
    assert (
        f"<c:cat><c:numRef><c:f>{quoted}$A$5:$A$7</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        '<c:ptCount val="3"/><c:pt idx="0"><c:v>2027</c:v></c:pt><c:pt idx="1"><c:v>2028</c:v></c:pt>'
        '<c:pt idx="2"><c:v>2029</c:v></c:pt></c:numCache></c:numRef></c:cat>'
    ) in text
    assert (
        f"<c:val><c:numRef><c:f>{quoted}$B$5:$B$7</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        '<c:ptCount val="3"/><c:pt idx="0"><c:v>1.5</c:v></c:pt><c:pt idx="2"><c:v>-3</c:v></c:pt>'
        "</c:numCache></c:numRef></c:val>"
    ) in text


def test_nothing_else_of_the_file_changes() -> None:
    assert different_parts(plain_file(), written(plain_file(), WRITE)) <= {CHART, "xl/workbook.xml"}


def test_categories_that_are_words_are_written_as_texts() -> None:
    text = after_writing(plain_file(), replace(WRITE, stored_categories=("A & B", 2.0, "C")))
    assert '<c:pt idx="0"><c:v>A &amp; B</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt>' in text
    assert "<c:cat><c:strRef>" in text


def test_the_number_format_of_the_labels_is_kept() -> None:
    cache = '<c:numCache><c:formatCode># ##0 "kr"</c:formatCode></c:numCache>'
    values = f"<c:val><c:numRef><c:f>'Anna''s resultat'!$B$1</c:f>{cache}</c:numRef></c:val>"
    series = f'<c:ser><c:idx val="0"/><c:order val="0"/>{values}</c:ser>'
    assert '<c:formatCode># ##0 "kr"</c:formatCode>' in after_writing(chart(series), WRITE)


def test_a_title_and_categories_that_are_missing_are_added_in_their_places() -> None:
    text = after_writing(chart('<c:ser><c:idx val="0"/><c:order val="0"/><c:val/></c:ser>'), WRITE)
    assert text.index("<c:order") < text.index("<c:tx>") < text.index("<c:cat>") < text.index("<c:val>")
    assert "<c:tx>" not in after_writing(
        chart('<c:ser><c:idx val="0"/><c:order val="0"/><c:val/></c:ser>'), replace(WRITE, title=None)
    )


def test_a_scatter_chart_has_x_and_y_in_their_stead() -> None:
    text = after_writing(chart('<c:ser><c:idx val="0"/><c:order val="0"/><c:yVal/></c:ser>', "scatterChart"), WRITE)
    assert text.index("<c:xVal><c:numRef>") < text.index("<c:yVal><c:numRef>")


def test_a_chart_without_prefixes_is_patched_without_them() -> None:
    series = '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>x</c:v></c:tx><c:val/></c:ser>'
    text = after_writing(chart(series, p=""), WRITE)
    assert "<tx><strRef><f>" in text
    assert "c:" not in text


def test_the_series_is_found_by_its_order_and_not_by_where_it_stands() -> None:
    series = '<c:ser><c:order val="1"/><c:tx>ett</c:tx><c:val/></c:ser><c:ser><c:order val="0"/><c:val/></c:ser>'
    text = after_writing(chart(series), WRITE)
    assert text.index("<c:tx>ett</c:tx>") < text.index("Netto")


@pytest.mark.parametrize(
    "series",
    [
        '<c:ser><c:order val="1"/><c:val/></c:ser>',
        "<c:ser><c:val/></c:ser>",
        '<c:ser><c:order val="0"/></c:ser>',
        '<c:ser><c:order val="0"/><c:val><c:numRef><c:f>Kopia!$A$1</c:f></c:numRef></c:val></c:ser>',
    ],
    ids=["deleted", "without order", "without values", "reads another sheet"],
)
def test_a_series_that_is_not_ours_any_more_is_left_alone(series: str) -> None:
    content = chart(series)
    assert CHART not in different_parts(content, written(content, WRITE))


def test_a_series_that_lost_its_range_is_given_a_new_one() -> None:
    lost = '<c:ser><c:order val="0"/><c:val><c:numRef><c:f>#REF!</c:f></c:numRef></c:val></c:ser>'
    assert "$B$5:$B$7" in after_writing(chart(lost), WRITE)


def test_a_chart_that_somebody_deleted_or_renamed_is_passed_over() -> None:
    renamed = with_text(plain_file(), DRAWING, 'name="Kurva"', 'name="Min kurva"')
    assert CHART not in different_parts(renamed, written(renamed, WRITE))
    without = with_text(plain_file(), "xl/drawings/_rels/drawing1.xml.rels", 'Id="rId1"', 'Id="rId9"')
    assert CHART not in different_parts(without, written(without, WRITE))


def test_a_frame_inside_alternatives_is_found_too() -> None:
    drawing = parts_of(plain_file())[DRAWING].decode()
    wrapped = drawing.replace(
        "<xdr:graphicFrame", '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><xdr:graphicFrame', 1
    )
    wrapped = wrapped.replace("</xdr:graphicFrame>", "</xdr:graphicFrame></mc:Choice></mc:AlternateContent>", 1)
    content = with_parts(plain_file(), {DRAWING: wrapped.encode()})
    assert "Netto &amp; mer" in after_writing(content, WRITE)


def test_bubbles_get_new_sizes() -> None:
    def values(name: str) -> str:
        return f"<c:{name}><c:numRef><c:f>'Anna''s resultat'!$B$1</c:f></c:numRef></c:{name}>"

    head = '<c:idx val="0"/><c:order val="0"/>'
    bubble = f"<c:ser>{head}{values('xVal')}{values('yVal')}{values('bubbleSize')}</c:ser>"
    sized = replace(WRITE, sizes=Area(RESULT, 5, 3, 7, 3), stored_sizes=(5.0, 6.0, 7.0))
    text = after_writing(chart(bubble, "bubbleChart"), sized)
    assert "<c:bubbleSize><c:numRef><c:f>'Anna''s resultat'!$C$5:$C$7</c:f>" in text
    assert '<c:pt idx="2"><c:v>7</c:v></c:pt></c:numCache></c:numRef></c:bubbleSize>' in text
    assert values("bubbleSize") in after_writing(chart(bubble, "bubbleChart"), WRITE)
