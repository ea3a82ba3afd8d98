"""Frame of Känslighet: cases of fixed height with their chart, the tornado, the simulation, and last all rows."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.texts import sensitivity_texts
from vardering.workbook import written_names
from vardering.workbook.column_widths import SENSITIVITY_WIDTHS
from vardering.workbook.layout import ChartKind, PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.presenting.sensitivity_sheet import CASE_ROWS
from vardering.workbook.template.frame_parts import named_start, set_widths, status_echo
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder
from vardering.workbook.template.simulation_section import build_simulation_section

LAST_COLUMN = FIRST_COLUMN + len(SENSITIVITY_WIDTHS) - 1
TORNADO_COLUMN = FIRST_COLUMN + 5
"""The tornado stands to the right of the chart of the cases."""
CHART_ROWS, ROW_PIXELS = 18, 20
NOTHING_YET = "Inget är beräknat ännu."
CASE_STYLES = (("9B1C1C", "dark_downward_diagonal"), ("1D4E6B", ""), ("4B7F52", "light_upward_diagonal"))
TORNADO_STYLES = (("9B1C1C", "dark_downward_diagonal"), ("1D4E6B", ""))


def build_sensitivity_sheet(builder: SheetBuilder) -> SheetLayout:
    """Känslighet: status, cases, what matters most, simulation, every row and premise."""
    builder.title("Känslighet", sensitivity_texts.INTRO)
    status_echo(builder, written_names.STATUS_ECHOES[2])
    builder.row += 1
    builder.section(sensitivity_texts.CASES_SECTION, LAST_COLUMN)
    named_start(builder, written_names.SENSITIVITY_CASES, NOTHING_YET)
    builder.row += CASE_ROWS + 1
    builder.section(sensitivity_texts.MOST_SECTION, LAST_COLUMN)
    _add_charts(builder)
    builder.row += CHART_ROWS
    breaks = [builder.row - 1]
    build_simulation_section(builder, LAST_COLUMN)
    breaks.append(builder.row - 1)
    builder.section(sensitivity_texts.ALL_SECTION, LAST_COLUMN)
    named_start(builder, written_names.SENSITIVITY_ROWS, NOTHING_YET)
    set_widths(builder, SENSITIVITY_WIDTHS)
    setup = PrintSetup(row_breaks=tuple(breaks))
    return builder.layout(locked=True, print_setup=setup, freeze=(1, FIRST_COLUMN + 1), tab_colour="4B7F52")


def _add_charts(builder: SheetBuilder) -> None:
    """The native charts; every run points their series at what it wrote."""
    cases = [sensitivity_texts.SCENARIOS[code][0] for code in ("pessimistic", "likely", "optimistic")]
    ends = (sensitivity_texts.WORSE, sensitivity_texts.BETTER)
    axes = (sensitivity_texts.VIEW_AXIS, sensitivity_texts.AMOUNT_AXIS)
    lying = ("", sensitivity_texts.CHANGE_AXIS)
    builder.charts.append(
        _chart(
            builder,
            (written_names.CASES_CHART, ChartKind.COLUMN),
            (FIRST_COLUMN, 700),
            (*sensitivity_texts.CASES_CHART, *axes),
            [(label, *style) for label, style in zip(cases, CASE_STYLES, strict=True)],
        )
    )
    builder.charts.append(
        _chart(
            builder,
            (written_names.TORNADO_CHART, ChartKind.STACKED_BAR),
            (TORNADO_COLUMN, 990),
            (*sensitivity_texts.TORNADO_CHART, *lying),
            [(label, *style) for label, style in zip(ends, TORNADO_STYLES, strict=True)],
        )
    )


def _chart(
    builder: SheetBuilder,
    object_: tuple[str, ChartKind],
    place: tuple[int, int],
    words: tuple[str, str, str, str],
    series: Sequence[tuple[str, str, str]],
) -> PlacedChart:
    """A chart on the current row: ``place`` is column and width, ``words`` title, alternative text and axes."""
    anywhere = Area(builder.name, builder.row, FIRST_COLUMN, builder.row, FIRST_COLUMN)
    return PlacedChart(
        name=object_[0],
        kind=object_[1],
        row=builder.row,
        column=place[0],
        width_pixels=place[1],
        height_pixels=(CHART_ROWS - 1) * ROW_PIXELS,
        title=words[0],
        x_title=words[2],
        y_title=words[3],
        alt_text=words[1],
        series=tuple(
            PlacedSeries(anywhere, anywhere, anywhere, colour, pattern, stored_title=label)
            for label, colour, pattern in series
        ),
    )
