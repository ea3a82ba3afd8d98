"""The sheet Handlingsplan: for each area the next step from the level it has reached, with room for who and when."""

from vardering.base.cells import Area
from vardering.model.maturity import HIGHEST_LEVEL, level_of
from vardering.model.maturity_results import MaturityFigures
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, next_steps
from vardering.workbook.contract.word_lists import WORD_LISTS
from vardering.workbook.layout import PlacedValidation, PrintSetup, SheetLayout, ValidationKind
from vardering.workbook.maturity_notes import PlanRow
from vardering.workbook.maturity_tables import PLAN_TABLE
from vardering.workbook.presenting.maturity import Compilation, level_text
from vardering.workbook.row_heights import height_for
from vardering.workbook.template.maturity.figure_cells import add_table, put_figure, put_headings
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

HEADINGS = (
    words.AREA,
    words.LEVEL,
    words.TODAY,
    words.WANTED,
    words.GAP,
    words.NEXT_STEP,
    words.OWNER,
    words.DUE,
    words.STATUS,
)
WIDTHS = (24, 14, 9, 10, 8, 60, 28, 14, 16)
STEP, OWNER, DUE, STATUS = range(FIRST_COLUMN + 5, FIRST_COLUMN + 9)
STEP_HEIGHT = 44.0


def build_action_plan(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Handlingsplan, the area with the widest gap first."""
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.PLAN_SHEET, words.PLAN_INTRO)
    heading_row = put_headings(builder, HEADINGS)
    areas = compilation.results.everybody.areas
    shown = {code: areas.get(code, MaturityFigures()) for code in AREA_WORDS}
    for code in sorted(shown, key=lambda code: _order(shown[code])):
        _put_area(builder, code, shown[code], compilation.notes.areas.get(code))
    for row in compilation.notes.added:
        _put_added(builder, row)
    table = add_table(builder, PLAN_TABLE, HEADINGS, heading_row)
    _add_validations(builder, table)
    setup = PrintSetup(repeat_rows=(heading_row, heading_row))
    return builder.layout(freeze=(heading_row + 1, FIRST_COLUMN + 1), print_setup=setup, tab_colour="B45309")


def _order(figures: MaturityFigures) -> tuple[bool, float]:
    """Widest gap first; areas without a gap to show last."""
    return figures.gap is None, -(figures.gap or 0.0)


def _put_area(builder: SheetBuilder, code: str, figures: MaturityFigures, kept: PlanRow | None) -> None:
    builder.put(FIRST_COLUMN, AREA_WORDS[code], "subheading")
    for offset, value in enumerate((figures.today, figures.wanted, figures.gap), start=2):
        put_figure(builder, FIRST_COLUMN + offset, value, "decimals")
    level = None if figures.today is None else level_of(figures.today)
    builder.put(FIRST_COLUMN + 1, level_text(figures.today) or words.HIDDEN, "result_text")
    _put_plan(builder, kept or PlanRow(None, None, proposal(code, level, figures.gap)))


def _put_added(builder: SheetBuilder, row: PlanRow) -> None:
    """A row that people have added to the plan: no figures are its own."""
    builder.put(FIRST_COLUMN, row.area, "subheading")
    for column in range(FIRST_COLUMN + 1, STEP):
        builder.put(column, None, "result_text")
    _put_plan(builder, row)


def _put_plan(builder: SheetBuilder, row: PlanRow) -> None:
    """What is to be done, by whom and when, in a row as high as its text needs."""
    needed = height_for(row.step, "input_text", WIDTHS[STEP - FIRST_COLUMN]) or 0.0
    builder.heights[builder.row] = max(STEP_HEIGHT, needed)
    for column, value in ((STEP, row.step), (OWNER, row.owner), (DUE, row.due), (STATUS, row.status)):
        builder.put(column, value, "input_date" if column == DUE else "input_text")
    builder.row += 1


def proposal(code: str, level: int | None, gap: float | None) -> str | None:
    """What to do next in an area: the step of its level, or that it is near enough; None where nothing is shown."""
    if level is None:
        return None
    near = gap is not None and gap < words.SMALL_GAP and level < HIGHEST_LEVEL
    return words.KEEP if near else next_steps()[code, level]


def _add_validations(builder: SheetBuilder, table: Area) -> None:
    def column(number: int) -> Area:
        return Area(table.sheet, table.row + 1, number, table.last_row, number)

    builder.validations += [
        PlacedValidation(column(OWNER), ValidationKind.ANY, title=words.OWNER, message=words.OWNER_HELP),
        PlacedValidation(
            column(DUE), ValidationKind.DATE, title=words.DUE, message=words.DUE_HELP, error=words.DUE_HELP
        ),
        PlacedValidation(
            column(STATUS),
            ValidationKind.LIST,
            source=tuple(WORD_LISTS["aktiviteternas_status"]),
            title=words.STATUS,
            message=words.STATUS_HELP,
            error=words.STATUS_HELP,
        ),
    ]
