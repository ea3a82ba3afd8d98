"""The maturity survey as a new workbook: the sheet to answer on, and what becomes of the answers."""

from vardering.base.cells import Area
from vardering.texts import maturity_sheet_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, LEVEL_WORDS, statements
from vardering.workbook.contract.catalogue import KIND_NAME, VERSION_NAME
from vardering.workbook.contract.maturity_sheet import ANSWERS, MATURITY, ROLE, ROUND, SURVEY_SHEET
from vardering.workbook.layout import PlacedTable, PrintSetup, SheetLayout, WorkbookLayout
from vardering.workbook.template.input_sheets import HEADING_HEIGHT, validation_for
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

STYLES = {
    "statement": "label",
    "area": "text",
    "text": "text",
    "today": "input_whole",
    "wanted": "input_whole",
    "comment": "input_text",
}
LAST_COLUMN = FIRST_COLUMN + len(ANSWERS.columns) - 1
TODAY = FIRST_COLUMN + 3
ABOUT_WIDTHS = (24, 24, 90)
SEMINAR_WIDTHS = (24, 10, 52, 62)


def build_maturity_survey(survey_round: str = "") -> WorkbookLayout:
    """The empty survey of a round. It asks Excel to save no name in the file's properties."""
    survey, about = SheetBuilder(SURVEY_SHEET.name), SheetBuilder(words.ABOUT_SHEET)
    sheets = (
        _survey_sheet(survey, survey_round),
        _about_sheet(about),
        _seminar_sheet(SheetBuilder(words.SEMINAR_SHEET)),
    )
    return WorkbookLayout(
        title=MATURITY.title,
        subject="Värderingsmodellen",
        sheets=sheets,
        names=dict(sorted({**survey.names, **about.names}.items())),
        saves_no_author=True,
    )


def _survey_sheet(builder: SheetBuilder, survey_round: str) -> SheetLayout:
    for offset, column in enumerate(ANSWERS.columns):
        builder.widen(FIRST_COLUMN + offset, column.width)
    builder.title(SURVEY_SHEET.title, SURVEY_SHEET.intro)
    builder.section(words.HOW_TO, LAST_COLUMN)
    for step in words.STEPS:
        builder.put(FIRST_COLUMN, step, "plain")
        builder.row += 1
    builder.row += 1
    _put_person(builder, survey_round)
    builder.section(ANSWERS.title, LAST_COLUMN)
    builder.lines(ANSWERS.intro)
    builder.put(FIRST_COLUMN, words.SCALE_LINE, "plain")
    builder.row += 1
    _put_progress(builder)
    heading_row = _put_statements(builder)
    setup = PrintSetup(repeat_rows=(heading_row, heading_row))
    return builder.layout(
        freeze=(heading_row + 1, FIRST_COLUMN + 3), print_setup=setup, tab_colour=SURVEY_SHEET.tab_colour
    )


def _put_person(builder: SheetBuilder, survey_round: str) -> None:
    """The role and the round; the label stands over two narrow columns, its cell in the widest."""
    builder.section(words.ABOUT_YOU, LAST_COLUMN)
    for value, prefilled in ((ROLE, None), (ROUND, survey_round or None)):
        builder.put(FIRST_COLUMN, f"{value.label} *" if value.required else value.label, "status_line")
        area = builder.put(FIRST_COLUMN + 2, prefilled, "input_text")
        builder.put(FIRST_COLUMN + 3, value.help, "help")
        builder.names[value.name] = area
        builder.validations.append(validation_for(value, value.label, area))
        builder.row += 1
    builder.row += 1


def _put_progress(builder: SheetBuilder) -> None:
    """Live counts of what is answered, over the columns they count."""
    count = len(statements())
    first, last = builder.row + 3, builder.row + 2 + count
    builder.put(TODAY - 1, words.ANSWERED.format(count=count), "help")
    for column in (TODAY, TODAY + 1):
        body = Area(builder.name, first, column, last, column)
        builder.put(column, 0.0, "calculated_whole", f"=COUNTA({body.a1})")
    builder.row += 2


def _put_statements(builder: SheetBuilder) -> int:
    """The table of statements; gives the row of its headings."""
    heading_row, count = builder.row, len(statements())
    builder.heights[heading_row] = HEADING_HEIGHT
    area = Area(builder.name, heading_row, FIRST_COLUMN, heading_row + count, LAST_COLUMN)
    headings = tuple(column.heading for column in ANSWERS.columns)
    builder.tables.append(PlacedTable(ANSWERS.name, area, headings, ("heading",) * len(headings), with_filter=False))
    for statement in statements():
        builder.row += 1
        given = {"statement": statement.id, "area": AREA_WORDS[statement.area], "text": statement.statement}
        for offset, column in enumerate(ANSWERS.columns):
            builder.put(FIRST_COLUMN + offset, given.get(column.field), STYLES[column.field])
    for offset, column in enumerate(ANSWERS.columns):
        place = FIRST_COLUMN + offset
        body = Area(builder.name, heading_row + 1, place, heading_row + count, place)
        builder.validations.append(validation_for(column, column.heading, body))
    builder.row += 3
    return heading_row


def _about_sheet(builder: SheetBuilder) -> SheetLayout:
    for offset, width in enumerate(ABOUT_WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.ABOUT_TITLE, words.ABOUT_INTRO)
    last = FIRST_COLUMN + len(ABOUT_WIDTHS) - 1
    for title, lines in ((words.USE, words.USE_LINES), (words.PROTECTION, words.PROTECTION_LINES)):
        builder.section(title, last)
        for line in lines:
            builder.put(FIRST_COLUMN, line, "plain")
            builder.row += 1
        builder.row += 1
    builder.section(words.LEVELS, last)
    builder.lines(words.LEVELS_INTRO)
    _put_row(builder, words.LEVEL_HEADINGS, "heading")
    for level, (name, meaning) in LEVEL_WORDS.items():
        _put_row(builder, (str(level), name, meaning), "finding")
    builder.row += 1
    builder.section(words.AREAS, last)
    builder.lines(words.AREAS_INTRO)
    _put_row(builder, words.AREA_HEADINGS, "heading")
    for code, area in AREA_WORDS.items():
        ids = ", ".join(statement.id for statement in statements() if statement.area == code)
        _put_row(builder, (area, ids), "finding")
    builder.row += 1
    builder.section(words.IDENTITY, last)
    for label, name, value, style in (
        (words.KIND_LABEL, KIND_NAME, MATURITY.kind, "calculated_text"),
        (words.VERSION_LABEL, VERSION_NAME, float(MATURITY.version), "calculated_whole"),
    ):
        builder.put(FIRST_COLUMN, label, "label")
        builder.names[name] = builder.put(FIRST_COLUMN + 1, value, style)
        builder.row += 1
    return builder.layout(print_setup=PrintSetup(pages_high=1), tab_colour="7B8794")


def _seminar_sheet(builder: SheetBuilder) -> SheetLayout:
    """What the one who leads the analysis does before the survey is sent."""
    for offset, width in enumerate(SEMINAR_WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.SEMINAR_TITLE, words.SEMINAR_INTRO)
    _put_row(builder, words.SEMINAR_HEADINGS, "heading")
    for part, minutes, what, support in words.SEMINAR_PARTS:
        _put_row(builder, (part, words.MINUTES.format(minutes=minutes), what, support), "finding")
    return builder.layout(print_setup=PrintSetup(pages_high=1), tab_colour="7B8794")


def _put_row(builder: SheetBuilder, cells: tuple[str, ...], style: str) -> None:
    for offset, cell in enumerate(cells):
        builder.put(FIRST_COLUMN + offset, cell, style)
    builder.row += 1
