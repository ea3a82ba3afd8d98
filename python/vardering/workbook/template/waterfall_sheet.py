"""The sheet Vattenfall of a comparison: for each view a chart and its table.

The chart is stacked columns: an unseen base holds up what each step adds or takes away. A step across zero shows in
two parts, one above and one below, which are series of their own because columns stack away from zero.
"""

from collections.abc import Iterator, Sequence

from vardering.base.cells import Area, Position
from vardering.base.light_dataclasses import dataclass
from vardering.model.comparison import NpvStep
from vardering.model.vocabulary import View
from vardering.texts import comparison_texts as words
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.chart_styles import ChartKind
from vardering.workbook.layout import PlacedChart, PlacedSeries, PrintSetup, SheetLayout
from vardering.workbook.presenting.comparison import Comparison
from vardering.workbook.presenting.value_texts import one_line
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

MOST_STEPS = 10
"""Steps that a chart shows each with a column of its own; the rest stand together."""

CROWDED = 6
"""With more steps than this only short names stand side by side under the chart: a row's id."""

LONG_NAME, SHORT_NAME = 26, 12
CHART_ROWS = 16
SCALE = 78
"""Per cent at which a chart and its table fill an A4 page."""

WIDTHS = (30, 60, 20, 24, 3, 16, 16, 16, 16, 16, 16)
STEP, SUBJECT, AMOUNT, RUNNING, FIRST_PART = (*range(FIRST_COLUMN, FIRST_COLUMN + 4), FIRST_COLUMN + 5)
TOTAL, UP, DOWN = "1D4E6B", "4B7F52", "9B1C1C"
LOOKS = (
    (TOTAL, "", False, False),
    (TOTAL, "", True, True),
    (UP, "", True, True),
    (UP, "", True, False),
    (DOWN, "dark_downward_diagonal", True, True),
    (DOWN, "dark_downward_diagonal", True, False),
)
"""Colour, pattern, whether it is shown and whether it stands in the legend, for each column under the chart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a waterfall: its short name, what it is, and what it adds, kr. A total stands on the ground."""

    name: str
    subject: str
    amount: float
    is_total: bool = False


def build_waterfall_sheet(comparison: Comparison) -> SheetLayout:
    """A chart with its table for each view, one to a page; what only the chart needs is not printed."""
    builder = SheetBuilder(words.WATERFALL_SHEET)
    for offset, width in enumerate(WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.WATERFALL_SHEET, words.WATERFALL_INTRO)
    breaks: list[int] = []
    for view in View:
        _put_view(builder, comparison, view)
        breaks.append(builder.row - 1)
    printed = Area(builder.name, 1, FIRST_COLUMN, builder.row - 1, RUNNING)
    setup = PrintSetup(pages_wide=0, scale=SCALE, row_breaks=tuple(breaks[:-1]), area=printed)
    return builder.layout(print_setup=setup, tab_colour="B45309")


def lines_of(comparison: Comparison, view: View) -> tuple[Line, ...]:
    """The lines of a view's waterfall: before, the steps from the largest down, the interaction, after."""
    bridge, subjects = comparison.bridge, comparison.subjects
    moved = [step for step in bridge.steps if step.alone is not None and step.alone[view] != 0.0]
    moved.sort(key=lambda step: -abs(_amount(step, view)))
    lines = [Line(words.BEFORE, f"{words.NPV} {words.BEFORE.lower()}", bridge.npv_before[view], is_total=True)]
    for step in moved[:MOST_STEPS]:
        subject = subjects[id(step.changes[0])]
        name = _short(step, subject) if len(moved) > CROWDED else one_line(subject, LONG_NAME)
        lines.append(Line(name, subject, _amount(step, view)))
    rest = moved[MOST_STEPS:]
    if rest:
        together = sum(_amount(step, view) for step in rest)
        count = len(rest)
        lines.append(Line(words.OTHERS.format(count=count), words.OTHERS_LONG.format(count=count), together))
    lines.append(Line(words.TOGETHER, words.TOGETHER_SHORT, bridge.interaction[view]))
    lines.append(Line(words.AFTER, f"{words.NPV} {words.AFTER.lower()}", bridge.npv_after[view], is_total=True))
    return tuple(lines)


def _short(step: NpvStep, subject: str) -> str:
    key = step.changes[0].key
    return key if subject.startswith(key) and len(key) <= SHORT_NAME else one_line(subject, SHORT_NAME)


def _amount(step: NpvStep, view: View) -> float:
    return 0.0 if step.alone is None else step.alone[view]


def parts_of(start: float, end: float) -> tuple[float, float, float, float, float]:
    """The columns of a step from one value to another, kr: base, then up and down, each above and below zero.

    >>> parts_of(10.0, 25.0), parts_of(10.0, -5.0)
    ((10.0, 15.0, 0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 10.0, -5.0))
    """
    low, high = min(start, end), max(start, end)
    base = max(0.0, low) + min(0.0, high)
    above, below = max(0.0, high) - max(0.0, low), min(0.0, low) - min(0.0, high)
    return (base, above, below, 0.0, 0.0) if end >= start else (base, 0.0, 0.0, above, below)


def _put_view(builder: SheetBuilder, comparison: Comparison, view: View) -> None:
    builder.section(VIEW_LABELS[view], RUNNING)
    chart_row = builder.row
    builder.row += CHART_ROWS + 1
    heading_row = builder.row
    for offset, heading in enumerate((words.STEP, words.STEP_CHANGE, words.AMOUNT, words.RUNNING)):
        builder.put(STEP + offset, heading, "heading")
    for offset, heading in enumerate(words.CHART_COLUMNS):
        builder.put(FIRST_PART + offset, heading, "heading")
    builder.heights[heading_row] = 32
    builder.row += 1
    running: float | None = None
    lines = lines_of(comparison, view)
    for line in lines:
        running = _put_line(builder, line, running)
    _place_chart(builder, view, chart_row, (heading_row, heading_row + len(lines)))
    builder.lines(words.CHART_NOTE)
    builder.row += 1


def _put_line(builder: SheetBuilder, line: Line, before: float | None) -> float:
    """One line with its columns for the chart, as formulas on what the step adds; gives the running value after it."""
    builder.put(STEP, line.name, "subheading")
    builder.put(SUBJECT, line.subject, "finding")
    here, start = builder.at(RUNNING).a1, Position(builder.name, builder.row - 1, RUNNING).a1
    if line.is_total:
        builder.put(AMOUNT, None, "result_text")
        builder.put(RUNNING, line.amount, "total_kr", None if before is None else f"={start}")
        formulas = ["=0", f"={here}", *["=0"] * 4]
        values: Sequence[float] = (0.0, line.amount, 0.0, 0.0, 0.0, 0.0)
        after = line.amount
    else:
        amount = builder.put(AMOUNT, line.amount, "result_kr").a1
        before = before or 0.0
        after = before + line.amount
        builder.put(RUNNING, after, "calculated_kr", f"={start}+{amount}")
        formulas = list(_part_formulas(start, here))
        base, *moved = parts_of(before, after)
        values = (base, 0.0, *moved)
    for offset, (formula, value) in enumerate(zip(formulas, values, strict=True)):
        builder.put(FIRST_PART + offset, value, "calculated_kr", formula)
    builder.row += 1
    return after


def _part_formulas(start: str, end: str) -> Iterator[str]:
    """The formulas of ``parts_of``, with 0 for the total."""
    above = f"MAX(0,MAX({start},{end}))-MAX(0,MIN({start},{end}))"
    below = f"MIN(0,MIN({start},{end}))-MIN(0,MAX({start},{end}))"
    yield f"=MAX(0,MIN({start},{end}))+MIN(0,MAX({start},{end}))"
    yield "=0"
    for condition in (f"{end}>={start}", f"{end}<{start}"):
        for part in (above, below):
            yield f"=IF({condition},{part},0)"


def _place_chart(builder: SheetBuilder, view: View, row: int, table: tuple[int, int]) -> None:
    heading_row, last = table
    view_label = VIEW_LABELS[view]

    def column(number: int) -> Area:
        return Area(builder.name, heading_row + 1, number, last, number)

    series = tuple(
        PlacedSeries(
            title=Area(builder.name, heading_row, FIRST_PART + offset, heading_row, FIRST_PART + offset),
            categories=column(STEP),
            values=column(FIRST_PART + offset),
            colour=colour,
            pattern=pattern,
            stored_title=words.CHART_COLUMNS[offset],
            shown=shown,
            in_legend=in_legend,
            outline=False,
        )
        for offset, (colour, pattern, shown, in_legend) in enumerate(LOOKS)
    )
    builder.charts.append(
        PlacedChart(
            name=f"{words.WATERFALL_SHEET} {view_label.lower()}",
            kind=ChartKind.STACKED_COLUMN,
            row=row,
            column=FIRST_COLUMN,
            width_pixels=960,
            height_pixels=310,
            title=words.CHART_TITLE.format(view=view_label.lower()),
            x_title=words.STEP,
            y_title=words.CHART_Y,
            alt_text=words.CHART_ALT.format(view=view_label.lower()),
            series=series,
        )
    )
