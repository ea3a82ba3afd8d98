"""Charts are native, named, described, legible without colour, and show stored figures before anything calculates."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from judges.package_parts import CHART, SHEET_DRAWING
from unit.new_xlsx.sheets import NAME, a_sheet, part, written
from vardering.base.cells import Area
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedCell, PlacedChart, PlacedSeries

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FIGURES = (
    PlacedCell(1, 3, "Nytta"),
    *(PlacedCell(row, 2, 2025.0 + row) for row in (2, 3, 4)),
    PlacedCell(2, 3, 10.0),
    PlacedCell(4, 3, -1.5, "=C2*2"),
)


def _series(**changes: object) -> PlacedSeries:
    content: dict[str, object] = {
        "title": Area(NAME, 1, 3, 1, 3),
        "categories": Area(NAME, 2, 2, 4, 2),
        "values": Area(NAME, 2, 3, 4, 3),
        "colour": "1D4E6B",
        "pattern": "light_upward_diagonal",
        "dash": "dash",
        "marker": "square",
        "stored_title": "Lagrad rubrik",
        **changes,
    }
    return PlacedSeries(**content)  # type: ignore[arg-type]


def _content(kind: ChartKind, *series: PlacedSeries) -> bytes:
    chart = PlacedChart(
        "Netto & mer", kind, 6, 2, 480, 300, "Netto", "År", "Kronor", "Linjen stiger.", series or (_series(),)
    )
    return written(a_sheet(*FIGURES, charts=(chart,)))


def _chart(kind: ChartKind, *series: PlacedSeries) -> ET.Element:
    return ET.fromstring(part(_content(kind, *series), "xl/charts/chart1.xml"))


def _cache(chart: ET.Element, name: str) -> list[str]:
    return [
        point.findtext(f"{CHART}v") or "" for node in chart.iter(f"{CHART}{name}") for point in node.iter(f"{CHART}pt")
    ]


def test_the_frame_has_the_charts_name_and_alternative_text() -> None:
    drawing = ET.fromstring(part(_content(ChartKind.LINE), "xl/drawings/drawing1.xml"))
    (properties,) = drawing.iter(f"{SHEET_DRAWING}cNvPr")
    assert (properties.get("name"), properties.get("descr")) == ("Netto & mer", "Linjen stiger.")


@pytest.mark.parametrize("kind", ChartKind)
def test_every_kind_has_titles_square_corners_and_swedish(kind: ChartKind) -> None:
    chart = _chart(kind)
    titles = ["".join(run.text or "" for run in title.iter(f"{A}t")) for title in chart.iter(f"{CHART}title")]
    assert sorted(titles) == ["Kronor", "Netto", "År"]
    assert [node.get("val") for node in chart.iter(f"{CHART}roundedCorners")] == ["0"]
    assert [node.get("val") for node in chart.iter(f"{CHART}lang")] == ["sv-SE"]
    assert [node.get("val") for node in chart.iter(f"{CHART}legendPos")] == ["b"]
    assert not list(chart.iter(f"{CHART}dispBlanksAs")) or next(chart.iter(f"{CHART}dispBlanksAs")).get("val") == "gap"
    assert {node.get("sz") for node in chart.iter(f"{A}rPr")} <= {"900", "1000", "1100"}


@pytest.mark.parametrize("kind", ChartKind)
def test_the_categories_bear_the_category_title(kind: ChartKind) -> None:
    chart = _chart(kind)
    axes = list(chart.iter(f"{CHART}catAx")) or list(chart.iter(f"{CHART}valAx"))[:1]
    assert "".join(run.text or "" for run in axes[0].iter(f"{A}t")) == "År"
    reversed_order = axes[0].find(f"{CHART}scaling/{CHART}orientation")
    assert reversed_order is not None
    assert (reversed_order.get("val") == "maxMin") == (kind in (ChartKind.BAR, ChartKind.STACKED_BAR))


def test_the_stored_figures_are_those_of_the_cells_with_a_gap_where_one_is_empty() -> None:
    chart = _chart(ChartKind.LINE)
    (values,) = chart.iter(f"{CHART}val")
    assert [(point.get("idx"), point.findtext(f"{CHART}v")) for point in values.iter(f"{CHART}pt")] == [
        ("0", "10"),
        ("2", "-1.5"),
    ]
    assert _cache(chart, "cat") == ["2027", "2028", "2029"]
    assert _cache(chart, "tx") == ["Nytta"]


def test_a_series_without_a_title_cell_as_yet_bears_its_stored_title() -> None:
    chart = _chart(ChartKind.COLUMN, _series(title=Area(NAME, 9, 9, 9, 9)))
    (title,) = (node for series in chart.iter(f"{CHART}ser") for node in series.findall(f"{CHART}tx"))
    assert title.findtext(f"{CHART}v") == "Lagrad rubrik"


def test_lines_differ_by_dash_and_marker() -> None:
    chart = _chart(ChartKind.LINE)
    assert [node.get("val") for node in chart.iter(f"{A}prstDash")] == ["dash"]
    assert [node.get("val") for node in chart.iter(f"{CHART}symbol")] == ["square"]


def test_points_are_not_joined() -> None:
    (series,) = _chart(ChartKind.SCATTER).iter(f"{CHART}ser")
    look = series.find(f"{CHART}spPr/{A}ln/{A}noFill")
    assert look is not None


@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.STACKED_COLUMN, ChartKind.BAR, ChartKind.STACKED_BAR])
def test_columns_differ_by_pattern_and_stand_close(kind: ChartKind) -> None:
    chart = _chart(kind)
    assert [node.get("prst") for node in chart.iter(f"{A}pattFill")] == ["ltUpDiag"]
    assert [node.get("val") for node in chart.iter(f"{CHART}gapWidth")] == ["60"]
    stacked = kind in (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR)
    assert [node.get("val") for node in chart.iter(f"{CHART}overlap")] == (["100"] if stacked else [])
    plain = _chart(kind, _series(pattern=""))
    assert not list(plain.iter(f"{A}pattFill"))
    assert next(plain.iter(f"{A}solidFill")) is not None


def test_a_chart_of_a_sheet_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="Borta"):
        _content(ChartKind.LINE, _series(values=Area("Borta", 2, 3, 4, 3)))


def test_charts_speak_no_american_english() -> None:
    with zipfile.ZipFile(BytesIO(_content(ChartKind.STACKED_BAR))) as package:
        assert not [name for name in package.namelist() if b"en-US" in package.read(name)]


def test_a_series_that_only_holds_others_up_is_neither_seen_nor_named() -> None:
    ground, step, below = _series(shown=False), _series(outline=False, pattern=""), _series(in_legend=False)
    chart = _chart(ChartKind.STACKED_COLUMN, ground, step, below)
    looks = [series.find(f"{CHART}spPr") for series in chart.iter(f"{CHART}ser")]
    assert [look is not None and look.find(f"{A}noFill") is not None for look in looks] == [True, False, False]
    assert [look is not None and look.find(f"{A}ln/{A}noFill") is not None for look in looks] == [True, True, False]
    hidden = [entry.find(f"{CHART}idx") for entry in chart.iter(f"{CHART}legendEntry")]
    assert [entry.get("val") for entry in hidden if entry is not None] == ["0", "2"]


def test_a_bubble_chart_has_sizes_labels_and_axes_with_given_ends() -> None:
    sizes = Area(NAME, 2, 3, 4, 3)
    series = (_series(sizes=sizes, in_legend=False), _series(sizes=None, in_legend=False))
    frame = PlacedChart(
        "Bubblor", ChartKind.BUBBLE, 6, 2, 480, 300, "Nytta", "X", "Y", "Bubblor.", series, "0", limits=(0.0, 6.0)
    )
    chart = ET.fromstring(part(written(a_sheet(*FIGURES, charts=(frame,))), "xl/charts/chart1.xml"))
    first, second = chart.iter(f"{CHART}ser")
    assert [node.tag.removeprefix(CHART) for node in first][-4:] == ["xVal", "yVal", "bubbleSize", "bubble3D"]
    assert second.find(f"{CHART}bubbleSize") is None
    assert first.findtext(f"{CHART}bubbleSize/{CHART}numRef/{CHART}f") == sizes.reference
    labels = first.find(f"{CHART}dLbls")
    assert labels is not None
    assert {node.tag.removeprefix(CHART): node.get("val") for node in labels if node.get("val")}["showSerName"] == "1"
    ends = [(node.findtext("."), node.get("val")) for node in chart.iter(f"{CHART}max")]
    assert [value for _, value in ends] == ["6.0", "6.0"]
    assert chart.find(f"{CHART}chart/{CHART}legend") is None
