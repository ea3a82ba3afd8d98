"""Frames of the follow-up: what people report below how it stands, and the actual costs. Never locked."""

from vardering.texts import follow_up_texts as words
from vardering.workbook import written_names
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.contract.follow_up_sheet import (
    ACTUAL_COST_SHEET,
    ACTUAL_COSTS,
    FOLLOW_UP_SHEET,
    MEASUREMENTS,
)
from vardering.workbook.filling import Row
from vardering.workbook.layout import PlacedValidation, PrintSetup, SheetLayout, ValidationKind
from vardering.workbook.presenting.follow_up_summary import SUMMARY_ROWS
from vardering.workbook.presenting.shown_effect import SHOWN_ROWS
from vardering.workbook.row_heights import lines_of
from vardering.workbook.template.input_sheets import add_table
from vardering.workbook.template.outcome_sheet import LINES, ROW_PIXELS, follow_up_chart
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

SUMMARY_WIDTH = 7
"""Columns of the summary: labels and the six parts of a promise."""
PART_WIDTH = 18.0


def build_follow_up_sheet(builder: SheetBuilder, rows: tuple[Row, ...] = ()) -> SheetLayout:
    """Uppföljning: summary and one effect over time, from the second column on, and below them the measurements."""
    builder.title(FOLLOW_UP_SHEET.title, FOLLOW_UP_SHEET.intro)
    builder.section(words.SUMMARY_TITLE, FIRST_COLUMN + SUMMARY_WIDTH)
    builder.names[written_names.FOLLOW_UP_SUMMARY] = builder.put(FIRST_COLUMN + 1, words.NOTHING_YET, "plain")
    builder.row += SUMMARY_ROWS + 1
    _add_shown(builder)
    for column in range(FIRST_COLUMN + 3, FIRST_COLUMN + 1 + SUMMARY_WIDTH):
        builder.widen(column, PART_WIDTH)
    heading_row = add_table(builder, FOLLOW_UP_SHEET.sections[0][0], MEASUREMENTS, rows)
    table = builder.tables[-1].area
    setup = PrintSetup(
        pages_wide=0,
        scale=62,
        repeat_columns=(FIRST_COLUMN, FIRST_COLUMN + 1),
        row_breaks=(heading_row - 2 - len(lines_of(MEASUREMENTS.intro)),),
        column_breaks=(table.column + SUMMARY_WIDTH,),
    )
    return builder.layout(freeze=(1, FIRST_COLUMN + 2), print_setup=setup, tab_colour=FOLLOW_UP_SHEET.tab_colour)


def _add_shown(builder: SheetBuilder) -> None:
    """The cell where people choose an effect, room for it over time, and its chart beside."""
    builder.section(words.SHOWN_TITLE, FIRST_COLUMN + SUMMARY_WIDTH)
    builder.put(FIRST_COLUMN + 1, words.SHOWN_EFFECT, "label")
    chosen = builder.put(FIRST_COLUMN + 2, None, "input_text")
    builder.put(FIRST_COLUMN + 3, words.SHOWN_HELP, "help")
    builder.names[written_names.SHOWN_EFFECT] = chosen
    builder.validations.append(
        PlacedValidation(chosen, ValidationKind.ANY, title=words.SHOWN_EFFECT, message=words.SHOWN_HELP)
    )
    builder.row += 1
    builder.names[written_names.FOLLOW_UP_SHOWN] = builder.put(FIRST_COLUMN + 1, words.NOTHING_YET, "plain")
    chart = (written_names.SHOWN_CHART, ChartKind.LINE)
    place = (builder.row + 1, FIRST_COLUMN + 5, 380, (SHOWN_ROWS - 1) * ROW_PIXELS)
    axes = (words.DAY_AXIS, words.UNIT_AXIS)
    series = (words.SHOWN_LABELS, LINES)
    builder.charts.append(follow_up_chart(builder.name, chart, place, words.SHOWN_CHART, axes, series))
    builder.row += SHOWN_ROWS + 2


def build_actual_cost_sheet(builder: SheetBuilder, rows: tuple[Row, ...] = ()) -> SheetLayout:
    """Kostnadsutfall: one row for a cost row and a year."""
    builder.title(ACTUAL_COST_SHEET.title, ACTUAL_COST_SHEET.intro)
    heading_row = add_table(builder, ACTUAL_COST_SHEET.sections[0][0], ACTUAL_COSTS, rows)
    setup = PrintSetup(repeat_rows=(heading_row, heading_row))
    freeze = (heading_row + 1, FIRST_COLUMN + 2)
    return builder.layout(freeze=freeze, print_setup=setup, tab_colour=ACTUAL_COST_SHEET.tab_colour)
