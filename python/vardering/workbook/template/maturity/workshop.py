"""The sheet Workshop: how the workshop goes, and what to talk about now that the answers are in."""

from collections.abc import Callable, Mapping, Sequence

from vardering.base.light_dataclasses import dataclass
from vardering.model.maturity_results import MaturityFigures
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, Statement, statements
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.maturity_notes import PlacedNotes, WorkshopNote, place_notes
from vardering.workbook.maturity_tables import (
    DISAGREEMENT_TOPICS,
    FIGURE_STYLES,
    GAP_TOPICS,
    OTHER_TOPICS,
    UNKNOWN_TOPICS,
)
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.row_heights import height_for
from vardering.workbook.template.maturity.figure_cells import add_table, put_figure, put_headings
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

WIDTHS = (8, 22, 50, 50, 11, 11, 50)
LAST_COLUMN = FIRST_COLUMN + len(WIDTHS) - 1
MOST_TOPICS = 5
TOPIC_HEIGHT = 60.0

NOTES_COLUMN = LAST_COLUMN


@dataclass(frozen=True, slots=True)
class Topics:
    """A list of topics: its table and heading, the figure that orders it, and one that stands beside."""

    table: str
    title: str
    figure: str
    beside: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its columns."""
        figures = (words.FIGURE_WORDS[self.figure], words.FIGURE_WORDS[self.beside])
        return (words.STATEMENT_ID, words.AREA, words.STATEMENT, words.QUESTION, *figures, words.NOTES)


TOPICS = (
    Topics(GAP_TOPICS, words.WIDEST_GAPS, "gap", "today"),
    Topics(DISAGREEMENT_TOPICS, words.WIDEST_DISAGREEMENT, "disagreement", "today"),
    Topics(UNKNOWN_TOPICS, words.MOST_UNKNOWN, "unknown_share", "stated"),
)
OTHERS = Topics(OTHER_TOPICS, words.OTHER_NOTES, "gap", "today")
"""What people have written about statements that are no topics any more."""


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
    notes = placed_notes(compilation)
    shown = compilation.results.everybody.statements
    page_end = builder.row
    for topics in TOPICS:
        rows = [_topic_row(topics, statement, notes) for statement in chosen_topics(topics, compilation)]
        _put_topics(builder, topics, rows, shown)
        page_end = builder.row - 1 if topics is TOPICS[0] else page_end
    if notes.homeless:
        _put_topics(builder, OTHERS, notes.homeless, shown)
    return builder.layout(print_setup=PrintSetup(row_breaks=(page_end,)), tab_colour="B45309")


def placed_notes(compilation: Compilation) -> PlacedNotes:
    """Where what people wrote goes among the topics."""
    places = [(topics.table, one.id) for topics in TOPICS for one in chosen_topics(topics, compilation)]
    return place_notes(compilation.notes.workshop, places)


def chosen_topics(topics: Topics, compilation: Compilation) -> list[Statement]:
    """The statements where the figure of a list is largest."""
    shown = compilation.results.everybody.statements
    return largest(lambda statement: getattr(shown.get(statement.id, MaturityFigures()), topics.figure))


def _topic_row(topics: Topics, statement: Statement, notes: PlacedNotes) -> WorkshopNote:
    beside = (AREA_WORDS[statement.area], statement.statement, statement.question)
    found = notes.by_place.get((topics.table, statement.id))
    return WorkshopNote(topics.table, statement.id, beside, found)


def _put_topics(
    builder: SheetBuilder, topics: Topics, rows: Sequence[WorkshopNote], shown: Mapping[str, MaturityFigures]
) -> None:
    """One list: each statement with its question and room for notes."""
    builder.section(topics.title, LAST_COLUMN)
    if not rows:
        builder.lines(words.NOTHING_TO_SHOW)
    else:
        heading_row = put_headings(builder, topics.headings)
        for row in rows:
            figures = shown.get(row.statement, MaturityFigures())
            _put_row(builder, row, [(name, getattr(figures, name)) for name in (topics.figure, topics.beside)])
        add_table(builder, topics.table, topics.headings, heading_row)
    builder.row += 1


def _put_row(builder: SheetBuilder, row: WorkshopNote, figures: Sequence[tuple[str, float | None]]) -> None:
    needed = height_for(row.found, "input_text", WIDTHS[-1]) or 0.0
    builder.heights[builder.row] = max(TOPIC_HEIGHT, needed)
    builder.put(FIRST_COLUMN, row.statement, "subheading")
    for offset, text in enumerate(row.beside, start=1):
        builder.put(FIRST_COLUMN + offset, text, "finding")
    for offset, (name, value) in enumerate(figures, start=4):
        put_figure(builder, FIRST_COLUMN + offset, value, FIGURE_STYLES[name])
    builder.put(NOTES_COLUMN, row.found, "input_text")
    builder.row += 1


def largest(figure_of: Callable[[Statement], float | None]) -> list[Statement]:
    """The statements whose figure is shown and above nothing, largest first, at most five."""
    shown = [(figure, statement) for statement in statements() if (figure := figure_of(statement)) is not None]
    above = [(figure, statement) for figure, statement in shown if figure > 0]
    return [statement for _, statement in sorted(above, key=lambda pair: -pair[0])[:MOST_TOPICS]]
