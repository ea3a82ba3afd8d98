"""The sheet Jämförelse: this round against an earlier one, by area and by statement."""

from collections.abc import Callable, Sequence

from vardering.base.cells import Area
from vardering.model.maturity_results import EarlierRound, MaturityFigures, MaturityResults
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, statements
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.presenting.maturity import Compilation, level_text
from vardering.workbook.template.maturity.figure_cells import put_figure, put_headings
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

COMPARED = ("today", "wanted", "gap")
WIDTHS = (24, 52, *(11,) * 9)
LAST_COLUMN = FIRST_COLUMN + len(WIDTHS) - 1
FIGURES = FIRST_COLUMN + 2
CHART_ROWS = 20
NOW_COLOUR, THEN_COLOUR = "1D4E6B", "9FB3C8"

FiguresOf = Callable[[MaturityResults, str], MaturityFigures]


def build_comparison(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Jämförelse. Raises ``ValueError`` where there is no earlier round."""
    earlier = compilation.earlier
    if earlier is None:
        raise ValueError("nothing to compare with")
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.COMPARISON_SHEET, words.COMPARISON_INTRO)
    _put_rounds(builder, compilation, earlier)
    areas = tuple((area, _levels(compilation, earlier, code), code) for code, area in AREA_WORDS.items())
    builder.section(words.AREA_SECTION, LAST_COLUMN)
    first = _put_lines(builder, (words.AREA, words.LEVEL), areas, (compilation.results, earlier.results), _of_area)
    builder.row += 1
    builder.charts.append(_chart(builder, first, first + len(areas) - 1))
    builder.row += CHART_ROWS
    page_end = builder.row - 1
    builder.section(words.STATEMENTS_SHEET, LAST_COLUMN)
    rows = tuple((statement.id, statement.statement, statement.id) for statement in statements())
    headings = (words.STATEMENT_ID, words.STATEMENT)
    _put_lines(builder, headings, rows, (compilation.results, earlier.results), _of_statement)
    return builder.layout(print_setup=PrintSetup(row_breaks=(page_end,)), tab_colour="4B7F52")


def _put_rounds(builder: SheetBuilder, compilation: Compilation, earlier: EarlierRound) -> None:
    """Which rounds, and how many answered in each."""
    put_headings(builder, (words.ROUND, "", words.PEOPLE))
    for label, survey_round, results in (
        (words.NOW, compilation.survey_round, compilation.results),
        (words.THEN, earlier.survey_round, earlier.results),
    ):
        builder.put(FIRST_COLUMN, label, "subheading")
        builder.put(FIRST_COLUMN + 1, survey_round or words.NO_ROUND, "finding")
        builder.put(FIRST_COLUMN + 2, float(results.everybody.people), "result_whole")
        builder.row += 1
    builder.row += 1


def _of_area(results: MaturityResults, key: str) -> MaturityFigures:
    return results.everybody.areas.get(key, MaturityFigures())


def _of_statement(results: MaturityResults, key: str) -> MaturityFigures:
    return results.everybody.statements.get(key, MaturityFigures())


def _levels(compilation: Compilation, earlier: EarlierRound, area: str) -> str:
    """The levels of an area, now and then."""
    now, then = (level_text(_of_area(results, area).today) for results in (compilation.results, earlier.results))
    return words.LEVEL_CHANGE.format(now=now or words.HIDDEN, then=then or words.HIDDEN)


def _put_lines(
    builder: SheetBuilder,
    about: tuple[str, str],
    rows: Sequence[tuple[str, str, str]],
    rounds: tuple[MaturityResults, MaturityResults],
    figures_of: FiguresOf,
) -> int:
    """Now, then and the change of each compared figure; gives the first row."""
    headings = [
        f"{word} {when.lower()}"
        for word in (words.TODAY, words.WANTED, words.GAP)
        for when in (words.NOW, words.THEN, words.CHANGE)
    ]
    put_headings(builder, (*about, *headings))
    first = builder.row
    for label, text, key in rows:
        builder.put(FIRST_COLUMN, label, "subheading")
        builder.put(FIRST_COLUMN + 1, text, "finding")
        for place, name in enumerate(COMPARED):
            now, then = (getattr(figures_of(results, key), name) for results in rounds)
            _put_change(builder, FIGURES + 3 * place, now, then)
        builder.row += 1
    return first


def _put_change(builder: SheetBuilder, column: int, now: float | None, then: float | None) -> None:
    """Two figures, and how far the first has moved from the second as a formula where both are shown."""
    put_figure(builder, column, now, "decimals")
    put_figure(builder, column + 1, then, "decimals")
    if now is None or then is None:
        builder.put(column + 2, words.HIDDEN, "result_text")
    else:
        formula = f"={builder.at(column).a1}-{builder.at(column + 1).a1}"
        builder.put(column + 2, now - then, "total_decimals", formula)


def _chart(builder: SheetBuilder, first: int, last: int) -> PlacedChart:
    """Today, now and then, for each area."""
    series = tuple(
        PlacedSeries(
            title=Area(builder.name, first - 1, column, first - 1, column),
            categories=Area(builder.name, first, FIRST_COLUMN, last, FIRST_COLUMN),
            values=Area(builder.name, first, column, last, column),
            colour=colour,
            pattern=pattern,
            stored_title=title,
        )
        for column, colour, pattern, title in (
            (FIGURES + 1, THEN_COLOUR, "wide_upward_diagonal", words.THEN),
            (FIGURES, NOW_COLOUR, "", words.NOW),
        )
    )
    return PlacedChart(
        name=words.COMPARISON_CHART,
        kind=ChartKind.COLUMN,
        row=builder.row,
        column=FIRST_COLUMN,
        width_pixels=1100,
        height_pixels=390,
        title=words.COMPARISON_CHART,
        x_title=words.AREA,
        y_title=words.POINTS_AXIS,
        alt_text=words.COMPARISON_ALT,
        series=series,
        number_format="0",
        highest=5,
        lowest=0,
    )
