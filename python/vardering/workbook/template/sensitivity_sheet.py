"""Frame of Känslighet: tables of fixed height with their charts, the simulation, and last every input."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.model.vocabulary import View
from vardering.texts import sensitivity_texts
from vardering.workbook import written_names
from vardering.workbook.chart_styles import BETTER_STYLE, LIKELY_STYLE, WORSE_STYLE, ChartKind
from vardering.workbook.column_widths import SENSITIVITY_WIDTHS
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.template.frame_parts import named_start, set_widths, status_echo
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder
from vardering.workbook.template.simulation_section import build_simulation_section

LAST_COLUMN = FIRST_COLUMN + len(SENSITIVITY_WIDTHS) - 1
CASE_CHART_COLUMN, TORNADO_COLUMN = FIRST_COLUMN + 5, FIRST_COLUMN + 4
"""Charts stand to the right of the table they show."""

BRIEF_ROWS, CASE_ROWS, PRESET_ROWS, TORNADO_ROWS = 9, 18, 8, 20
"""Rows of each part, with a blank one after it."""
ROW_PIXELS, CASE_PIXELS, TORNADO_PIXELS = 20, 530, 640


def build_sensitivity_sheet(builder: SheetBuilder) -> SheetLayout:
    """Känslighet: in brief, three cases, what if it goes worse, what matters most, simulation, every input."""
    builder.title("Känslighet", sensitivity_texts.INTRO)
    status_echo(builder, written_names.STATUS_ECHOES[2])
    builder.row += 1
    _part(builder, sensitivity_texts.BRIEF, written_names.SENSITIVITY_BRIEF, BRIEF_ROWS)
    case_row = _part(builder, sensitivity_texts.THREE_CASES, written_names.THREE_CASES, CASE_ROWS)
    _add_case_chart(builder, case_row + 1)
    _part(builder, sensitivity_texts.PRESETS, written_names.PRESETS, PRESET_ROWS)
    breaks = [builder.row - 1]
    for view, name in written_names.TORNADOES.items():
        row = _part(builder, sensitivity_texts.TORNADO[view], name, TORNADO_ROWS)
        _add_tornado(builder, view, row)
    breaks.append(builder.row - 1)
    breaks.append(build_simulation_section(builder, LAST_COLUMN))
    breaks.append(builder.row - 1)
    _part(builder, sensitivity_texts.EVERY_INPUT, written_names.SENSITIVITY_ROWS, 1)
    set_widths(builder, SENSITIVITY_WIDTHS)
    setup = PrintSetup(row_breaks=tuple(breaks))
    return builder.layout(locked=True, print_setup=setup, freeze=(1, FIRST_COLUMN + 1), tab_colour="4B7F52")


def _part(builder: SheetBuilder, title: str, name: str, rows: int) -> int:
    """A section's heading and the cell where a run writes; gives the first row below the heading."""
    builder.section(title, LAST_COLUMN)
    first = builder.row
    named_start(builder, name, sensitivity_texts.NOTHING_YET)
    builder.row += rows
    return first


def _add_case_chart(builder: SheetBuilder, row: int) -> None:
    labels = sensitivity_texts.CASE_HEADINGS[2:]
    builder.charts.append(
        PlacedChart(
            name=written_names.THREE_CASES_CHART,
            kind=ChartKind.COLUMN,
            row=row,
            column=CASE_CHART_COLUMN,
            width_pixels=CASE_PIXELS,
            height_pixels=(CASE_ROWS - 3) * ROW_PIXELS,
            title=sensitivity_texts.THREE_CASES,
            x_title=sensitivity_texts.VIEW_AXIS,
            y_title=sensitivity_texts.NPV_AXIS,
            alt_text=sensitivity_texts.THREE_CASES_ALT,
            series=_series(builder, row, labels, (WORSE_STYLE, LIKELY_STYLE, BETTER_STYLE)),
        )
    )


def _add_tornado(builder: SheetBuilder, view: View, row: int) -> None:
    labels = (sensitivity_texts.WORSE, sensitivity_texts.BETTER)
    builder.charts.append(
        PlacedChart(
            name=written_names.TORNADO_CHARTS[view],
            kind=ChartKind.STACKED_BAR,
            row=row,
            column=TORNADO_COLUMN,
            width_pixels=TORNADO_PIXELS,
            height_pixels=(TORNADO_ROWS - 1) * ROW_PIXELS,
            title=sensitivity_texts.TORNADO[view],
            x_title="",
            y_title=sensitivity_texts.CHANGE_AXIS,
            alt_text=sensitivity_texts.TORNADO_ALT,
            series=_series(builder, row, labels, (WORSE_STYLE, LIKELY_STYLE)),
        )
    )


def _series(
    builder: SheetBuilder, row: int, labels: Sequence[str], styles: Sequence[tuple[str, str]]
) -> tuple[PlacedSeries, ...]:
    """Series whose ranges every run sets."""
    anywhere = Area(builder.name, row, FIRST_COLUMN, row, FIRST_COLUMN)
    return tuple(
        PlacedSeries(anywhere, anywhere, anywhere, colour, pattern, stored_title=label, outline=False)
        for label, (colour, pattern) in zip(labels, styles, strict=True)
    )
