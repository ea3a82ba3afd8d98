"""The sheet Sammanställning: what was answered, the areas as a table, a radar and a gap chart, and how to read it."""

from vardering.base.cells import Area
from vardering.model.maturity_results import MaturityFigures
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.maturity_tables import AREA_FIGURES, AREA_HEADINGS, AREA_TABLE, ROUND_NAME
from vardering.workbook.presenting.maturity import Compilation, level_text
from vardering.workbook.presenting.maturity_brief import brief_lines
from vardering.workbook.template.maturity.figure_cells import add_table, put_figures, put_headings
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

WIDTHS = (24, 16, 12, 12, 12, 12, 12, 12, 12)
LAST_COLUMN = FIRST_COLUMN + len(WIDTHS) - 1
FIRST_FIGURE = FIRST_COLUMN + 2
TODAY_COLUMN = FIRST_FIGURE + AREA_FIGURES.index("today")
WANTED_COLUMN = FIRST_FIGURE + AREA_FIGURES.index("wanted")
GAP_COLUMN = FIRST_FIGURE + AREA_FIGURES.index("gap")
CHART_ROWS = 21
TODAY_COLOUR, WANTED_COLOUR, GAP_COLOUR = "1D4E6B", "B45309", "4B7F52"


def build_overview(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Sammanställning, on one page."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.TITLE, words.INTRO)
    _put_origin(builder, compilation)
    builder.section(words.BRIEF, LAST_COLUMN)
    for line in brief_lines(compilation):
        builder.put(FIRST_COLUMN, line, "plain")
        builder.row += 1
    builder.row += 1
    builder.section(words.AREA_SECTION, LAST_COLUMN)
    builder.lines(words.AREA_INTRO)
    table = _put_areas(builder, compilation)
    builder.row += 1
    _place_charts(builder, table)
    builder.row += CHART_ROWS
    builder.section(words.READING, LAST_COLUMN)
    for line in words.READING_LINES:
        builder.put(FIRST_COLUMN, line, "plain")
        builder.row += 1
    return builder.layout(print_setup=PrintSetup(landscape=False, pages_high=1), tab_colour="1D4E6B")


def _put_origin(builder: SheetBuilder, compilation: Compilation) -> None:
    builder.section(words.ANSWERS_SECTION, LAST_COLUMN)
    run = compilation.run
    lines: list[tuple[str, str | float]] = [
        (words.REPLIES, float(compilation.results.everybody.people)),
        (words.ROUND, compilation.survey_round or words.NO_ROUND),
        (words.COMPILED, words.COMPILED_TEXT.format(time=run.time_text, version=run.version)),
    ]
    if compilation.left_out:
        lines.append((words.LEFT_OUT, words.LEFT_OUT_TEXT.format(count=compilation.left_out)))
    if compilation.earlier is not None:
        lines.append((words.EARLIER, compilation.earlier.survey_round or words.NO_ROUND))
    for label, value in lines:
        builder.put(FIRST_COLUMN, label, "label")
        area = builder.put(FIRST_COLUMN + 1, value, "plain")
        if label == words.ROUND:
            builder.names[ROUND_NAME] = area
        builder.row += 1
    builder.row += 1


def _put_areas(builder: SheetBuilder, compilation: Compilation) -> Area:
    heading_row = put_headings(builder, AREA_HEADINGS)
    for code, area in AREA_WORDS.items():
        figures = compilation.results.everybody.areas.get(code, MaturityFigures())
        builder.put(FIRST_COLUMN, area, "subheading")
        builder.put(FIRST_COLUMN + 1, level_text(figures.today) or words.HIDDEN, "result_text")
        put_figures(builder, FIRST_FIGURE, figures, AREA_FIGURES)
        builder.row += 1
    return add_table(builder, AREA_TABLE, AREA_HEADINGS, heading_row)


def _column(table: Area, column: int) -> Area:
    return Area(table.sheet, table.row + 1, column, table.last_row, column)


def area_series(table: Area, column: int, title: str, colour: str, *, dash: str = "solid") -> PlacedSeries:
    """A series over the areas: a column of their table."""
    return PlacedSeries(
        title=Area(table.sheet, table.row, column, table.row, column),
        categories=_column(table, FIRST_COLUMN),
        values=_column(table, column),
        colour=colour,
        dash=dash,
        marker="circle" if dash == "solid" else "diamond",
        stored_title=title,
    )


def _place_charts(builder: SheetBuilder, table: Area) -> None:
    """The radar, and the gap of every area beside it."""
    radar = (
        area_series(table, TODAY_COLUMN, words.TODAY, TODAY_COLOUR),
        area_series(table, WANTED_COLUMN, words.WANTED, WANTED_COLOUR, dash="dash"),
    )
    builder.charts.append(
        PlacedChart(
            name=words.RADAR,
            kind=ChartKind.RADAR,
            row=builder.row,
            column=FIRST_COLUMN,
            width_pixels=510,
            height_pixels=410,
            title=words.RADAR,
            x_title="",
            y_title="",
            alt_text=words.RADAR_ALT,
            series=radar,
            number_format="0",
            highest=5,
            lowest=0,
        )
    )
    builder.charts.append(
        PlacedChart(
            name=words.GAP_CHART,
            kind=ChartKind.BAR,
            row=builder.row,
            column=FIRST_COLUMN + 5,
            width_pixels=364,
            height_pixels=410,
            title=words.GAP_CHART,
            x_title=words.AREA,
            y_title=words.GAP,
            alt_text=words.GAP_ALT,
            series=(area_series(table, GAP_COLUMN, words.GAP, GAP_COLOUR),),
            number_format="0.0",
        )
    )
