"""Frames of the realisation plan: the table people work in, and the copy of what the product last wrote in it."""

from vardering.texts import approved_plan_texts
from vardering.workbook import written_names
from vardering.workbook.column_widths import APPROVED_PLAN_WIDTHS
from vardering.workbook.contract.plan_sheet import PLAN, PLAN_SHEET
from vardering.workbook.filling import Row
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.template.input_sheets import add_table
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

FIRST_ON_PAGE = ("first_year", "measurement_method", "owner_since")
"""The columns that begin a page after that of how and who: when and by what measure; the follow-up; and the history."""

SCALE = 58
"""Per cent, so that each of the pages holds its columns on A4 landscape and 25 rows stay readable."""


def build_plan_sheet(builder: SheetBuilder, rows: tuple[Row, ...] = ()) -> SheetLayout:
    """Effekthemtagningsplan: a table; ids and names are repeated on every printed page. Never locked."""
    builder.title(PLAN_SHEET.title, PLAN_SHEET.intro)
    heading_row = add_table(builder, "Plan", PLAN, rows)
    fields = [column.field for column in PLAN.columns]
    setup = PrintSetup(
        pages_wide=0,
        scale=SCALE,
        repeat_rows=(heading_row, heading_row),
        repeat_columns=(FIRST_COLUMN, FIRST_COLUMN + 1),
        column_breaks=tuple(FIRST_COLUMN - 1 + fields.index(field) for field in FIRST_ON_PAGE),
    )
    freeze = (heading_row + 1, FIRST_COLUMN + 2)
    return builder.layout(freeze=freeze, print_setup=setup, tab_colour=PLAN_SHEET.tab_colour)


def build_approved_plan_sheet(builder: SheetBuilder) -> SheetLayout:
    """Beslutad plan: where the first approved plan is written."""
    builder.title(approved_plan_texts.TITLE, approved_plan_texts.INTRO)
    builder.names[written_names.APPROVED_PLAN] = builder.put(FIRST_COLUMN, approved_plan_texts.NOTHING_YET, "plain")
    for offset, width in enumerate(APPROVED_PLAN_WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    setup = PrintSetup(pages_wide=0, scale=62, repeat_columns=(FIRST_COLUMN, FIRST_COLUMN + 1))
    return builder.layout(locked=True, print_setup=setup, tab_colour="4B7F52")


def build_plan_copy_sheet(builder: SheetBuilder) -> SheetLayout:
    """Plankopia: where the copy of the plan's calculated columns begins."""
    builder.title(
        "Plankopia",
        "Det som produkten senast skrev i planens grå kolumner. Med kopian syns vilka celler någon har ändrat "
        "för hand.",
    )
    builder.names[written_names.PLAN_COPY] = builder.put(FIRST_COLUMN, "Planen är inte skapad ännu.", "plain")
    calculated = [column for column in PLAN.columns if column.calculated]
    for offset, column in enumerate((PLAN.columns[0], *calculated)):
        builder.widen(FIRST_COLUMN + offset, column.width)
    return builder.layout(locked=True, print_setup=PrintSetup(pages_wide=0, scale=60), tab_colour="7B8794")
