"""The part of Känslighet that a simulation writes in: a block of fixed height with its charts."""

from vardering.base.cells import Area
from vardering.texts import sheet_texts, simulation_texts
from vardering.workbook import written_names
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedChart, PlacedSeries
from vardering.workbook.presenting.simulation_section import CHART_FIGURES_ROW, CHART_ROW, SECTION_ROWS
from vardering.workbook.template.frame_parts import named_start
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

CHART_COLUMN = FIRST_COLUMN + 4
"""Charts stand to the right of the figures: two histograms, and on the next page the cumulative chart."""

HISTOGRAM_ROWS, CUMULATIVE_ROWS, ROW_PIXELS, CHART_PIXELS = 16, 22, 20, 640
HISTOGRAM_STYLES = (("1D4E6B", ""), ("B45309", "light_upward_diagonal"))
CUMULATIVE_STYLES = (("B45309", "square"), ("1D4E6B", "circle"), ("4B7F52", "triangle"))


def build_simulation_section(builder: SheetBuilder, last_column: int) -> int:
    """The section's heading, underlined to ``last_column``, the cell where a simulation begins to write, its charts;
    gives the row after which the second page begins.
    """
    builder.section("Simulering", last_column)
    first = builder.row
    named_start(builder, written_names.SIMULATION, simulation_texts.NOT_SIMULATED)
    anywhere = Area(builder.name, first, FIRST_COLUMN, first, FIRST_COLUMN)
    places = zip(written_names.HISTOGRAM_CHARTS.items(), HISTOGRAM_STYLES, strict=True)
    for number, ((view, name), style) in enumerate(places):
        label = sheet_texts.VIEW_LABELS[view]
        series = PlacedSeries(anywhere, anywhere, anywhere, *style, stored_title=label, in_legend=False)
        title, alt_text = simulation_texts.HISTOGRAMS[view]
        builder.charts.append(
            PlacedChart(
                name=name,
                kind=ChartKind.COLUMN,
                row=first + CHART_ROW + number * HISTOGRAM_ROWS,
                column=CHART_COLUMN,
                width_pixels=CHART_PIXELS,
                height_pixels=(HISTOGRAM_ROWS - 1) * ROW_PIXELS,
                title=title,
                x_title=simulation_texts.AMOUNT_AXIS,
                y_title=simulation_texts.SHARE_AXIS,
                alt_text=alt_text,
                series=(series,),
                number_format="0%",
            )
        )
    builder.charts.append(_cumulative_chart(anywhere, first + CHART_FIGURES_ROW + 2))
    builder.row = first + SECTION_ROWS
    return first + CHART_FIGURES_ROW - 1


def _cumulative_chart(anywhere: Area, row: int) -> PlacedChart:
    title, alt_text = simulation_texts.CUMULATIVE
    return PlacedChart(
        name=written_names.CUMULATIVE_SHARE_CHART,
        kind=ChartKind.SCATTER,
        row=row,
        column=CHART_COLUMN,
        width_pixels=CHART_PIXELS,
        height_pixels=(CUMULATIVE_ROWS - 1) * ROW_PIXELS,
        title=title,
        x_title=simulation_texts.AMOUNT_AXIS,
        y_title=simulation_texts.SHARE_AXIS,
        alt_text=alt_text,
        series=tuple(
            PlacedSeries(anywhere, anywhere, anywhere, colour, marker=marker, stored_title=label)
            for label, (colour, marker) in zip(sheet_texts.VIEW_LABELS.values(), CUMULATIVE_STYLES, strict=True)
        ),
        number_format="0%",
        highest=1.0,
    )
