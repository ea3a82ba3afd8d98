"""A new portfolio: its terms filled in, its tables empty until the first update."""

from vardering.base.cells import Area
from vardering.model.portfolio import Portfolio
from vardering.texts import portfolio_texts as words
from vardering.texts import selection_texts
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.chart_styles import VIEW_STYLES, ChartKind
from vardering.workbook.column_widths import BUBBLE_WIDTHS, PORTFOLIO_WIDTHS, SELECTION_WIDTHS
from vardering.workbook.contract.catalogue import KIND_NAME, VERSION_NAME
from vardering.workbook.contract.fields import InputSheet
from vardering.workbook.contract.portfolio_sheets import OVERVIEW_SHEET, PORTFOLJ, RANKING_SHEET, RECEIVED_SHEET
from vardering.workbook.contract.register_sheet import REGISTER_SHEET
from vardering.workbook.contract.selection_sheets import RESOURCE_LOAD_SHEET, SELECTION_SHEET
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout, WorkbookLayout
from vardering.workbook.presenting.bubble_layout import LEAST, MOST
from vardering.workbook.presenting.portfolio_overview import STATE_ROWS
from vardering.workbook.template.frame_parts import named_start, set_widths
from vardering.workbook.template.input_sheets import add_input_sections, add_table
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder
from vardering.workbook.template.written_sheets import build_log_sheet
from vardering.workbook.written_portfolio import (
    BUBBLE_CHART,
    FRONTIER_CHART,
    MOST_BUBBLES,
    PORTFOLIO_BUBBLES,
    PORTFOLIO_CHART,
    PORTFOLIO_STATE,
    PORTFOLIO_YEARS,
    SELECTION_RESULT,
)

CHART_ROWS = 17
BUBBLE_ROWS = 32
BUBBLE_COLOUR = "1D4E6B"
SCORES_ONLY = '[=0]"";[=6]"";0'
"""The ends of the axes are no scores."""
FRONTIER_STYLE = ("1D4E6B", "", "solid", "circle")


def build_portfolio_workbook(portfolio: Portfolio) -> WorkbookLayout:
    """The layout of a portfolio that holds what people wrote; nothing is calculated in it."""
    sheets: list[SheetLayout] = []
    names: dict[str, Area] = {}
    for name, build in (
        (OVERVIEW_SHEET.name, lambda builder: _overview(builder, portfolio)),
        (RANKING_SHEET.name, lambda builder: _shared_table(builder, RANKING_SHEET)),
        (words.BUBBLE_TITLE, _bubbles),
        (RESOURCE_LOAD_SHEET.name, lambda builder: _shared_table(builder, RESOURCE_LOAD_SHEET)),
        (SELECTION_SHEET.name, lambda builder: _selection(builder, portfolio)),
        (REGISTER_SHEET.name, lambda builder: _shared_table(builder, REGISTER_SHEET)),
        (RECEIVED_SHEET.name, lambda builder: _shared_table(builder, RECEIVED_SHEET)),
        ("Logg", build_log_sheet),
    ):
        builder = SheetBuilder(name)
        sheets.append(build(builder))
        names.update(builder.names)
    return WorkbookLayout(
        title=f"{PORTFOLJ.title}: {portfolio.terms.title}" if portfolio.terms.title else PORTFOLJ.title,
        subject="Värderingsmodellen",
        sheets=tuple(sheets),
        names=dict(sorted(names.items())),
    )


def _overview(builder: SheetBuilder, portfolio: Portfolio) -> SheetLayout:
    """Översikt: the state and the chart, what people fill in, and last the sums per year, which grow."""
    builder.title(OVERVIEW_SHEET.title, OVERVIEW_SHEET.intro)
    set_widths(builder, PORTFOLIO_WIDTHS)
    builder.section(words.STATE_SECTION, FIRST_COLUMN + 3)
    named_start(builder, PORTFOLIO_STATE, words.NOT_UPDATED)
    builder.row += STATE_ROWS
    add_input_sections(OVERVIEW_SHEET, portfolio, builder)
    builder.section("Om arbetsboken", FIRST_COLUMN + 2)
    for label, name, value, style in (
        ("Typ av arbetsbok", KIND_NAME, PORTFOLJ.kind, "calculated_text"),
        ("Mallens version", VERSION_NAME, float(PORTFOLJ.version), "calculated_whole"),
    ):
        builder.put(FIRST_COLUMN, label, "label")
        builder.names[name] = builder.put(FIRST_COLUMN + 1, value, style)
        builder.row += 1
    builder.row += 1
    above_chart, chart_row = builder.row - 1, builder.row + 1
    builder.section(words.CHART_SECTION, FIRST_COLUMN + 3)
    builder.row += CHART_ROWS
    builder.section(words.YEARS_SECTION, FIRST_COLUMN + 9)
    builder.lines(words.YEARS_INTRO)
    named_start(builder, PORTFOLIO_YEARS, words.NOT_UPDATED)
    _add_chart(builder, chart_row)
    setup = PrintSetup(row_breaks=(above_chart,))
    return builder.layout(print_setup=setup, tab_colour=OVERVIEW_SHEET.tab_colour)


def _add_chart(builder: SheetBuilder, row: int) -> None:
    anywhere = Area(builder.name, builder.row, FIRST_COLUMN, builder.row, FIRST_COLUMN)
    styles = zip(VIEW_LABELS.values(), VIEW_STYLES, strict=True)
    builder.charts.append(
        PlacedChart(
            name=PORTFOLIO_CHART,
            kind=ChartKind.LINE,
            row=row,
            column=FIRST_COLUMN,
            width_pixels=760,
            height_pixels=310,
            title=PORTFOLIO_CHART,
            x_title=words.YEAR,
            y_title="Kronor i fasta priser",
            alt_text=words.CHART_ALT,
            series=tuple(
                PlacedSeries(anywhere, anywhere, anywhere, colour, "", dash, marker, label)
                for label, (colour, dash, marker) in styles
            ),
        )
    )


def _bubbles(builder: SheetBuilder) -> SheetLayout:
    """Bubbeldiagram: the chart with a series for each change it can hold, and where the key begins."""
    builder.title(words.BUBBLE_TITLE, words.BUBBLE_INTRO)
    set_widths(builder, BUBBLE_WIDTHS)
    chart_row = builder.row
    builder.row += BUBBLE_ROWS
    builder.section(words.BUBBLE_KEY, FIRST_COLUMN + len(BUBBLE_WIDTHS) - 1)
    anywhere = Area(builder.name, builder.row + 1, FIRST_COLUMN, builder.row + 1, FIRST_COLUMN)
    bubble = PlacedSeries(anywhere, anywhere, anywhere, BUBBLE_COLOUR, in_legend=False, sizes=anywhere)
    builder.charts.append(
        PlacedChart(
            name=BUBBLE_CHART,
            kind=ChartKind.BUBBLE,
            row=chart_row,
            column=FIRST_COLUMN,
            width_pixels=900,
            height_pixels=600,
            title=BUBBLE_CHART,
            x_title=words.BUBBLE_X,
            y_title=words.BUBBLE_Y,
            alt_text=words.BUBBLE_ALT,
            series=(bubble,) * MOST_BUBBLES,
            number_format=SCORES_ONLY,
            limits=(LEAST, MOST),
        )
    )
    named_start(builder, PORTFOLIO_BUBBLES, words.NOT_UPDATED)
    setup = PrintSetup(row_breaks=(chart_row + BUBBLE_ROWS - 1,))
    return builder.layout(locked=True, print_setup=setup, tab_colour="4B7F52")


def _selection(builder: SheetBuilder, portfolio: Portfolio) -> SheetLayout:
    """Urval: the chart, what people fill in, and last what was selected and why."""
    builder.title(SELECTION_SHEET.title, SELECTION_SHEET.intro)
    set_widths(builder, SELECTION_WIDTHS)
    add_input_sections(SELECTION_SHEET, portfolio, builder)
    above_chart = builder.row - 1
    builder.section(selection_texts.FRONTIER, FIRST_COLUMN + 4)
    builder.lines(selection_texts.FRONTIER_NOTE)
    anywhere = Area(builder.name, builder.row, FIRST_COLUMN, builder.row, FIRST_COLUMN)
    builder.charts.append(
        PlacedChart(
            name=FRONTIER_CHART,
            kind=ChartKind.SCATTER,
            row=builder.row,
            column=FIRST_COLUMN,
            width_pixels=760,
            height_pixels=310,
            title=selection_texts.FRONTIER_CHART,
            x_title=selection_texts.TOTAL_BUDGET,
            y_title=selection_texts.VALUE,
            alt_text=selection_texts.FRONTIER_ALT,
            series=(
                PlacedSeries(anywhere, anywhere, anywhere, "1D4E6B", "", "solid", "circle", selection_texts.VALUE),
            ),
        )
    )
    builder.row += CHART_ROWS
    builder.section(selection_texts.RESULT, FIRST_COLUMN + 4)
    named_start(builder, SELECTION_RESULT, selection_texts.NOT_SELECTED_YET)
    setup = PrintSetup(row_breaks=(above_chart,))
    return builder.layout(print_setup=setup, tab_colour=SELECTION_SHEET.tab_colour)


def _shared_table(builder: SheetBuilder, declared: InputSheet) -> SheetLayout:
    """A sheet with one table that the product and people share. Never locked."""
    builder.title(declared.title, declared.intro)
    (title, _), *_ = declared.sections
    heading_row = add_table(builder, title, declared.tables[0], ())
    setup = PrintSetup(
        pages_wide=0,
        scale=60,
        repeat_rows=(heading_row, heading_row),
        repeat_columns=(FIRST_COLUMN, FIRST_COLUMN + (declared is not RECEIVED_SHEET)),
    )
    return builder.layout(freeze=(heading_row + 1, FIRST_COLUMN + 1), print_setup=setup, tab_colour=declared.tab_colour)
