"""The sheet Kommentarer: what people wrote, statement by statement, in an order that says nothing of who."""

from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, statements
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.template.maturity.figure_cells import put_headings
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

HEADINGS = (words.STATEMENT_ID, words.AREA, words.STATEMENT, words.COMMENT)
WIDTHS = (8, 24, 52, 80)


def build_comments(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Kommentarer."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.COMMENTS_SHEET, words.COMMENTS_INTRO)
    heading_row = put_headings(builder, HEADINGS)
    for statement in statements():
        for comment in compilation.comments.get(statement.id, ()):
            about = (statement.id, AREA_WORDS[statement.area], statement.statement, comment)
            for offset, text in enumerate(about):
                builder.put(FIRST_COLUMN + offset, text, "finding")
            builder.row += 1
    if not compilation.comments:
        builder.put(FIRST_COLUMN, words.NO_COMMENTS, "plain")
    setup = PrintSetup(repeat_rows=(heading_row, heading_row))
    return builder.layout(freeze=(heading_row + 1, FIRST_COLUMN + 2), print_setup=setup, tab_colour="7B8794")
