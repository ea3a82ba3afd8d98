"""Frame of Utfall och prognos, and the charts of the follow-up."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.texts import follow_up_texts as words
from vardering.workbook import written_names
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.column_widths import OUTCOME_WIDTHS
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.presenting.outcome_tables import NET_ROWS, PARTS_ROWS, YEARS_ROWS
from vardering.workbook.template.frame_parts import named_start, set_widths
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

ROW_PIXELS, CHART_ROWS = 20, 17
SECTION_COLUMNS = 8
"""Columns that a section's line is drawn over."""
LINES = (("1D4E6B", "", "solid", "circle"), ("4B7F52", "", "solid", "triangle"), ("B45309", "", "dash", "square"))
PARTS = (
    ("4B7F52", "", "solid", ""),
    ("9B1C1C", "dark_downward_diagonal", "solid", ""),
    ("7B8794", "dotted_diamond", "solid", ""),
    ("6FA8C7", "light_upward_diagonal", "solid", ""),
)


def build_outcome_sheet(builder: SheetBuilder) -> SheetLayout:
    """Utfall och prognos: parts of fixed height with their charts, and last every effect."""
    builder.title(words.OUTCOME_SHEET, words.OUTCOME_INTRO)
    set_widths(builder, OUTCOME_WIDTHS)
    _part(builder, words.PARTS_TITLE, written_names.OUTCOME_PARTS, PARTS_ROWS)
    parts = (written_names.PARTS_CHART, ChartKind.STACKED_BAR)
    _add_chart(builder, parts, words.PARTS_CHART, ("", words.SHARE_AXIS), (words.PARTS_HEADINGS[1:], PARTS))
    breaks = [builder.row - 1]
    _part(builder, words.YEARS_TITLE, written_names.OUTCOME_YEARS, YEARS_ROWS)
    progress = (written_names.PROGRESS_CHART, ChartKind.LINE)
    axes = (words.YEAR_AXIS, words.KR_AXIS)
    _add_chart(builder, progress, words.PROGRESS_CHART, axes, (words.YEAR_LABELS[3:6], LINES))
    _part(builder, words.NET_TITLE, written_names.OUTCOME_NET, NET_ROWS)
    breaks.append(builder.row - 1)
    _part(builder, words.EFFECTS_TITLE, written_names.OUTCOME_EFFECTS, 1)
    setup = PrintSetup(pages_wide=0, scale=58, repeat_columns=(FIRST_COLUMN, FIRST_COLUMN), row_breaks=tuple(breaks))
    return builder.layout(locked=True, print_setup=setup, freeze=(1, FIRST_COLUMN + 1), tab_colour="4B7F52")


def _part(builder: SheetBuilder, title: str, name: str, rows: int) -> None:
    """A section's heading and the cell where a follow-up writes; a blank row after it."""
    builder.section(title, FIRST_COLUMN + SECTION_COLUMNS)
    named_start(builder, name, words.NOTHING_YET)
    builder.row += rows + 1


def _add_chart(
    builder: SheetBuilder,
    chart: tuple[str, ChartKind],
    title: tuple[str, str],
    axes: tuple[str, str],
    series: tuple[Sequence[str], Sequence[tuple[str, str, str, str]]],
) -> None:
    """A chart under its table, as wide as a printed page."""
    place = (builder.row, FIRST_COLUMN, 1040, CHART_ROWS * ROW_PIXELS)
    builder.charts.append(follow_up_chart(builder.name, chart, place, title, axes, series))
    builder.row += CHART_ROWS + 1


def follow_up_chart(
    sheet: str,
    chart: tuple[str, ChartKind],
    place: tuple[int, int, int, int],
    title: tuple[str, str],
    axes: tuple[str, str],
    series: tuple[Sequence[str], Sequence[tuple[str, str, str, str]]],
) -> PlacedChart:
    """A chart whose ranges every follow-up sets: its object name and kind; row, column and size; title and alt text."""
    anywhere = Area(sheet, 1, FIRST_COLUMN, 1, FIRST_COLUMN)
    name, kind = chart
    row, column, width, height = place
    is_share = kind is ChartKind.STACKED_BAR
    return PlacedChart(
        name=name,
        kind=kind,
        row=row,
        column=column,
        width_pixels=width,
        height_pixels=height,
        title=title[0],
        x_title=axes[0],
        y_title=axes[1],
        alt_text=title[1],
        series=tuple(
            PlacedSeries(anywhere, anywhere, anywhere, colour, pattern, dash, marker, label, outline=not is_share)
            for label, (colour, pattern, dash, marker) in zip(*series, strict=True)
        ),
        highest=1.0 if is_share else None,
        number_format="0%" if is_share else "General" if name == written_names.SHOWN_CHART else "#,##0",
    )
