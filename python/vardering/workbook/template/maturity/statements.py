"""The sheet Påståenden: every figure of every statement for all who answered, and a chart of today and wanted."""

from vardering.base.cells import Area
from vardering.model.maturity_results import MaturityFigures
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, statements
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.maturity_tables import FIGURE_STYLES, POINT_HEADINGS, STATEMENT_HEADINGS, STATEMENT_TABLE
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.template.maturity.figure_cells import add_heat, add_table, put_figures, put_headings
from vardering.workbook.template.maturity.overview import TODAY_COLOUR, WANTED_COLOUR
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

WIDTHS = (6, 22, 52, *(11,) * len(FIGURE_STYLES), *(8,) * len(POINT_HEADINGS))
FIGURES = FIRST_COLUMN + 3
CHART_WIDTH, CHART_HEIGHT, CHART_ROWS = 1660, 420, 22
POINT_LOOKS = (
    ("9B1C1C", ""),
    ("9B1C1C", "wide_upward_diagonal"),
    ("B45309", "small_grid"),
    ("4B7F52", "wide_downward_diagonal"),
    ("4B7F52", ""),
)
"""Colour and pattern of each number of points, from 1 to 5."""
POINTS = FIGURES + len(FIGURE_STYLES)
TODAY = FIGURES + tuple(FIGURE_STYLES).index("today")
WANTED = FIGURES + tuple(FIGURE_STYLES).index("wanted")


def build_statements(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Påståenden: the table on the first pages, the chart on one of its own."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.STATEMENTS_SHEET, words.STATEMENTS_INTRO)
    heading_row = put_headings(builder, STATEMENT_HEADINGS)
    for statement in statements():
        figures = compilation.results.everybody.statements.get(statement.id, MaturityFigures())
        for offset, text in enumerate((statement.id, AREA_WORDS[statement.area], statement.statement)):
            builder.put(FIRST_COLUMN + offset, text, "subheading" if offset == 0 else "finding")
        put_figures(builder, FIGURES, figures, FIGURE_STYLES)
        for offset in range(len(POINT_HEADINGS)):
            count = None if figures.points is None else float(figures.points[offset])
            builder.put(POINTS + offset, count, "result_whole")
        builder.row += 1
    table = add_table(builder, STATEMENT_TABLE, STATEMENT_HEADINGS, heading_row)
    add_heat(builder, Area(builder.name, heading_row + 1, TODAY, table.last_row, TODAY))
    builder.row += 1
    chart_row = builder.row
    builder.charts.append(_means_chart(builder, table))
    builder.row += CHART_ROWS
    builder.charts.append(_points_chart(builder, table))
    setup = PrintSetup(row_breaks=(chart_row - 1,))
    return builder.layout(freeze=(heading_row + 1, FIGURES), print_setup=setup, tab_colour="4B7F52")


def _series(table: Area, column: int, look: tuple[str, str], title: str) -> PlacedSeries:
    """A column of the table over the statements, in a colour and a pattern."""
    colour, pattern = look
    return PlacedSeries(
        title=Area(table.sheet, table.row, column, table.row, column),
        categories=Area(table.sheet, table.row + 1, FIRST_COLUMN, table.last_row, FIRST_COLUMN),
        values=Area(table.sheet, table.row + 1, column, table.last_row, column),
        colour=colour,
        pattern=pattern,
        stored_title=title,
    )


def _points_chart(builder: SheetBuilder, table: Area) -> PlacedChart:
    """How many gave each number of points today, statement by statement."""
    series = tuple(
        _series(table, POINTS + offset, POINT_LOOKS[offset], heading) for offset, heading in enumerate(POINT_HEADINGS)
    )
    return PlacedChart(
        name=words.POINTS_CHART,
        kind=ChartKind.STACKED_COLUMN,
        row=builder.row,
        column=FIRST_COLUMN,
        width_pixels=CHART_WIDTH,
        height_pixels=CHART_HEIGHT,
        title=words.POINTS_CHART,
        x_title=words.STATEMENT,
        y_title=words.REPLIES,
        alt_text=words.POINTS_ALT,
        series=series,
        number_format="0",
    )


def _means_chart(builder: SheetBuilder, table: Area) -> PlacedChart:
    """Today and the wanted state, statement by statement."""
    series = (
        _series(table, TODAY, (TODAY_COLOUR, ""), words.TODAY),
        _series(table, WANTED, (WANTED_COLOUR, "wide_upward_diagonal"), words.WANTED),
    )
    return PlacedChart(
        name=words.STATEMENT_CHART,
        kind=ChartKind.COLUMN,
        row=builder.row,
        column=FIRST_COLUMN,
        width_pixels=CHART_WIDTH,
        height_pixels=CHART_HEIGHT,
        title=words.STATEMENT_CHART,
        x_title=words.STATEMENT,
        y_title=words.POINTS_AXIS,
        alt_text=words.STATEMENT_ALT,
        series=series,
        number_format="0",
        highest=5,
        lowest=0,
    )
