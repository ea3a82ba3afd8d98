"""Native charts of a new workbook: legible without colour, with axis titles and alternative text."""

from collections.abc import Set

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vardering.books.new_xlsx_bubbles import add_bubble_chart
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedChart, PlacedSeries

KINDS: dict[ChartKind, dict[str, str]] = {
    ChartKind.LINE: {"type": "line"},
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.STACKED_COLUMN: {"type": "column", "subtype": "stacked"},
    ChartKind.BAR: {"type": "bar"},
    ChartKind.STACKED_BAR: {"type": "bar", "subtype": "stacked"},
    ChartKind.SCATTER: {"type": "scatter"},
    ChartKind.RADAR: {"type": "radar", "subtype": "with_markers"},
}
LYING = (ChartKind.BAR, ChartKind.STACKED_BAR)
INK, GRID = "#1F2933", "#D5DDE3"
AMOUNTS = "#,##0"
FONT = {"name": "Calibri", "size": 9, "color": INK}
LABEL_FONT = {**FONT, "bold": True}
TITLE_FONT = {"name": "Calibri", "size": 11, "bold": True, "color": INK}


def place_chart(workbook: Workbook, sheet: Worksheet, placed: PlacedChart, filled: Set[tuple[int, int]]) -> None:
    """Put a chart on its sheet; its frame carries the chart's name and alternative text.

    ``filled`` are the cells (row, column) of the sheet that hold something: a series whose title cell is empty as yet
    bears its stored title, so that the legend says what will come.
    """
    if placed.kind is ChartKind.BUBBLE:
        chart: Chart = add_bubble_chart(workbook, placed.name, [series.sizes for series in placed.series])
    else:
        chart = workbook.add_chart({**KINDS[placed.kind], "name": placed.name})
    for series in placed.series:
        content = _series(placed.kind, series)
        if (series.title.row, series.title.column) not in filled and series.stored_title:
            content["name"] = series.stored_title
        chart.add_series(content)
    _dress(chart, placed)
    chart.set_size({"width": placed.width_pixels, "height": placed.height_pixels})
    chart.show_blanks_as("gap")
    sheet.insert_chart(
        placed.row - 1,
        placed.column - 1,
        chart,
        {"description": placed.alt_text, "object_position": 2, "x_offset": 4, "y_offset": 4},
    )


def _dress(chart: Chart, placed: PlacedChart) -> None:
    chart.set_title({"name": placed.title, "name_font": TITLE_FONT, "overlay": False})
    # The years stand at the foot of the chart also where columns reach below zero.
    categories: dict[str, object] = {
        "name": placed.x_title,
        "name_font": FONT,
        "num_font": FONT,
        "label_position": "low",
    }
    values: dict[str, object] = {
        "name": placed.y_title,
        "name_font": FONT,
        "num_font": FONT,
        "num_format": placed.number_format,
        "major_gridlines": {"visible": True, "line": {"color": GRID, "width": 0.75}},
    }
    if placed.highest is not None:
        values["max"] = placed.highest
    if placed.lowest is not None:
        values["min"] = placed.lowest
    if placed.limits is not None:
        ends = {"min": placed.limits[0], "max": placed.limits[1], "major_unit": 1, "num_format": placed.number_format}
        categories.update({**ends, "major_gridlines": {"visible": True, "line": {"color": GRID, "width": 0.75}}})
        values.update(ends)
    if placed.kind is ChartKind.SCATTER:
        # Amounts on both sides of zero: the labels stand at the edge, out of the way of the points.
        categories["num_format"] = AMOUNTS
        values["label_position"] = "low"
    if placed.kind in LYING:
        # A lying chart is read from the top down, as the table it shows; its values stay at the foot.
        chart.set_y_axis({**categories, "reverse": True, "interval_unit": 1})
        chart.set_x_axis({**values, "label_position": "high"})
    else:
        chart.set_x_axis(categories)
        chart.set_y_axis(values)
    unnamed = [place for place, series in enumerate(placed.series) if not (series.shown and series.in_legend)]
    if len(unnamed) == len(placed.series):
        chart.set_legend({"none": True})
    else:
        chart.set_legend({"position": "bottom", "font": FONT, "delete_series": unnamed})


def _series(kind: ChartKind, series: PlacedSeries) -> dict[str, object]:
    colour = f"#{series.colour}"
    content: dict[str, object] = {
        "name": f"={series.title.reference}",
        "categories": f"={series.categories.reference}",
        "values": f"={series.values.reference}",
    }
    if kind is ChartKind.BUBBLE:
        content["fill"] = {"color": colour, "transparency": 65}
        content["border"] = {"color": colour, "width": 1.25}
        content["data_labels"] = {"series_name": True, "position": "center", "font": LABEL_FONT}
        return content
    if kind in (ChartKind.LINE, ChartKind.SCATTER, ChartKind.RADAR):
        content["line"] = {"color": colour, "width": 2.25, "dash_type": series.dash}
        if kind is ChartKind.SCATTER:
            content["line"] = {"none": True}
        if series.marker:
            mark = {"color": colour}
            content["marker"] = {"type": series.marker, "size": 7, "fill": mark, "border": mark}
        return content
    content["gap"] = 60
    if kind in (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR):
        content["overlap"] = 100
    if not series.shown:
        return {**content, "fill": {"none": True}, "border": {"none": True}}
    content["border"] = {"color": colour} if series.outline else {"none": True}
    if series.pattern:
        content["pattern"] = {"pattern": series.pattern, "fg_color": colour, "bg_color": "#FFFFFF"}
    else:
        content["fill"] = {"color": colour}
    return content
