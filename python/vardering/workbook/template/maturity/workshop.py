"""The sheet Workshop: how the workshop goes, and what to talk about now that the answers are in."""

from collections.abc import Callable, Sequence

from vardering.model.maturity_results import MaturityFigures
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, Statement, statements
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.maturity_tables import FIGURE_STYLES
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.template.maturity.figure_cells import put_figure, put_headings
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

WIDTHS = (8, 22, 50, 50, 11, 11, 50)
LAST_COLUMN = FIRST_COLUMN + len(WIDTHS) - 1
MOST_TOPICS = 5
TOPIC_HEIGHT = 60.0

TOPICS: Sequence[tuple[str, str, str]] = (
    (words.WIDEST_GAPS, "gap", "today"),
    (words.WIDEST_DISAGREEMENT, "disagreement", "today"),
    (words.MOST_UNKNOWN, "unknown_share", "stated"),
)
"""Each list of topics: its heading, the figure that orders it, and one that stands beside."""


def build_workshop(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Workshop, on two pages."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.WORKSHOP_TITLE, words.WORKSHOP_INTRO)
    builder.section(words.AGENDA, LAST_COLUMN)
    for line in words.AGENDA_LINES:
        builder.put(FIRST_COLUMN, line, "plain")
        builder.row += 1
    builder.row += 1
    first, *rest = TOPICS
    _put_topics(builder, compilation, first)
    page_end = builder.row - 1
    for topic in rest:
        _put_topics(builder, compilation, topic)
    return builder.layout(print_setup=PrintSetup(row_breaks=(page_end,)), tab_colour="B45309")


def _put_topics(builder: SheetBuilder, compilation: Compilation, topic: tuple[str, str, str]) -> None:
    """One list: the statements where the figure is largest, each with its question and room for notes."""
    title, name, beside = topic
    builder.section(title, LAST_COLUMN)
    shown = compilation.results.everybody.statements
    chosen = largest(lambda statement: getattr(shown.get(statement.id, MaturityFigures()), name))
    if not chosen:
        builder.lines(words.NOTHING_TO_SHOW)
    else:
        heads = (words.FIGURE_WORDS[name], words.FIGURE_WORDS[beside])
        put_headings(builder, (words.STATEMENT_ID, words.AREA, words.STATEMENT, words.QUESTION, *heads, words.NOTES))
    for statement in chosen:
        builder.heights[builder.row] = TOPIC_HEIGHT
        builder.put(FIRST_COLUMN, statement.id, "subheading")
        builder.put(FIRST_COLUMN + 1, AREA_WORDS[statement.area], "finding")
        builder.put(FIRST_COLUMN + 2, statement.statement, "finding")
        for offset, figure in ((4, name), (5, beside)):
            value = getattr(shown[statement.id], figure)
            put_figure(builder, FIRST_COLUMN + offset, value, FIGURE_STYLES[figure])
        builder.put(FIRST_COLUMN + 3, statement.question, "finding")
        builder.put(FIRST_COLUMN + 6, None, "input_text")
        builder.row += 1
    builder.row += 1


def largest(figure_of: Callable[[Statement], float | None]) -> list[Statement]:
    """The statements whose figure is shown and above nothing, largest first, at most five."""
    shown = [(figure, statement) for statement in statements() if (figure := figure_of(statement)) is not None]
    above = [(figure, statement) for figure, statement in shown if figure > 0]
    return [statement for _, statement in sorted(above, key=lambda pair: -pair[0])[:MOST_TOPICS]]
