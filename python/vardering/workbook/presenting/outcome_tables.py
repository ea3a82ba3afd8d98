"""The tables per year on Utfall och prognos, where the promise stands, and the net benefit."""

from collections.abc import Sequence
from itertools import accumulate

from vardering.base.cells import Area
from vardering.model.follow_up import Split
from vardering.model.vocabulary import View
from vardering.texts import follow_up_texts as words
from vardering.texts.basis_texts import shortened
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.column_widths import MOST_YEARS
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.follow_up_content import FollowUpContent
from vardering.workbook.written_names import PARTS_CHART, PROGRESS_CHART

ACCUMULATED = (3, 4, 5)
"""The lines of the table per year that the chart shows."""
MOST_BARS = 12
LABEL_LENGTH = 38
PARTS_ROWS = len(words.SPLIT_LABELS) + MOST_BARS + 2
YEARS_ROWS = len(words.YEAR_LABELS) + 2
NET_ROWS = len(View) + 1
_PARTS = ("realised", "at_risk", "unknown", "not_due")


def write_years(canvas: Canvas, content: FollowUpContent) -> tuple[SeriesWrite, ...]:
    """What was promised, came and is expected in each year; gives the chart its ranges."""
    result = content.result
    years = result.years[:MOST_YEARS]
    canvas.put(0, words.YEARS_NOTE, "intro")
    canvas.row += 1
    canvas.put_row(0, (words.YEARS_TITLE, words.YEAR_SUM), "heading")
    heading = canvas.put_row(2, [float(year) for year in years], "heading_year")
    series = []
    for index, (label, values) in enumerate(zip(words.YEAR_LABELS, _lines(content), strict=True)):
        canvas.row += 1
        where = canvas.put(0, label, "label")
        is_sum = "ackumulerat" not in label
        canvas.put(
            1, sum(value or 0.0 for value in values) if is_sum else None, "result_kr" if is_sum else "result_text"
        )
        area = canvas.put_row(2, values[: len(years)], "result_kr")
        if index in ACCUMULATED:
            title = Area(where.sheet, where.row, where.column, where.row, where.column)
            shown = tuple(values[: len(years)])
            place = ACCUMULATED.index(index)
            stored = tuple(float(year) for year in years)
            series.append(SeriesWrite(PROGRESS_CHART, place, title, heading, area, label, stored, shown))
    return tuple(series)


def _lines(content: FollowUpContent) -> list[Sequence[float | None]]:
    """The lines of the table per year in order. Nothing has come of the years after today."""
    result = content.result
    net = result.net[View.ALL_VALUED.value]
    first = result.years.index(content.case.change.start_year)
    pad = [0.0] * first
    rest = [0.0] * (len(result.years) - first - len(net.planned_costs))
    planned = [*pad, *net.planned_costs, *rest]
    paid = [*pad, *net.expected_costs, *rest]
    planned_net = [gain - cost for gain, cost in zip((*pad, *net.planned_benefits, *rest), planned, strict=True)]
    expected_net = [gain - cost for gain, cost in zip(result.expected_kr, paid, strict=True)]
    came = [
        value if year <= content.today.year else None
        for year, value in zip(result.years, result.actual_kr, strict=True)
    ]
    summed = accumulate(value or 0.0 for value in came)
    return [
        result.promised_kr,
        came,
        result.expected_kr,
        list(accumulate(result.promised_kr)),
        [None if value is None else total for value, total in zip(came, summed, strict=True)],
        list(accumulate(result.expected_kr)),
        planned,
        paid,
        list(accumulate(planned_net)),
        list(accumulate(expected_net)),
    ]


def write_parts(canvas: Canvas, content: FollowUpContent) -> tuple[SeriesWrite, ...]:
    """Which share of each promise has come, is at risk, is unknown and is not due; gives the chart its ranges."""
    canvas.put(0, words.PARTS_NOTE, "intro")
    canvas.row += 1
    top = canvas.row
    canvas.put(0, None, "heading")
    canvas.put_row(1, words.PARTS_HEADINGS, "heading")
    lines = [(label, getattr(content.result, name), name) for name, label in words.SPLIT_LABELS.items()]
    largest = sorted(
        (effect for effect in content.result.effects if effect.kr.promised > 0.0), key=lambda e: -abs(e.kr.promised)
    )
    for effect in largest[:MOST_BARS]:
        row = content.rows[effect.effect_id]
        lines.append((shortened(f"{effect.effect_id} {row.name}", LABEL_LENGTH), effect.kr, "valued"))
    shares = []
    for label, split, name in lines:
        canvas.row += 1
        canvas.put(0, label, "label")
        canvas.put(1, split.promised, "result_whole" if name == "hours" else "result_kr")
        shares.append(_shares(split))
        canvas.put_row(2, shares[-1], "result_share")
    labels = tuple(label for label, _, _ in lines)
    first, last = top + 1, canvas.row
    return tuple(
        SeriesWrite(
            chart=PARTS_CHART,
            index=index,
            title=_column(canvas, 2 + index, top, top),
            categories=_column(canvas, 0, first, last),
            values=_column(canvas, 2 + index, first, last),
            stored_title=words.PARTS_HEADINGS[1 + index],
            stored_categories=labels,
            stored_values=tuple(share[index] for share in shares),
        )
        for index in range(len(_PARTS))
    )


def _shares(split: Split) -> tuple[float | None, ...]:
    """The parts as shares of the promise; None where nothing was promised."""
    if not split.promised:
        return (None,) * len(_PARTS)
    return tuple(round(getattr(split, part) / split.promised, 9) + 0.0 for part in _PARTS)


def write_net(canvas: Canvas, content: FollowUpContent) -> None:
    """Benefits, costs and net present value in each view, planned and as they now look."""
    canvas.put(0, None, "heading")
    canvas.put_row(1, words.NET_HEADINGS, "heading")
    for view in View:
        canvas.row += 1
        net = content.result.net[view.value]
        canvas.put(0, VIEW_LABELS[view], "label")
        sums = (net.planned_benefits, net.expected_benefits, net.planned_costs, net.expected_costs)
        canvas.put_row(1, [sum(amounts) for amounts in sums], "result_kr")
        worth = (net.planned_npv, net.expected_npv, round(net.expected_npv - net.planned_npv, 2) + 0.0)
        canvas.put_row(5, worth, "result_kr")


def _column(canvas: Canvas, column: int, first: int, last: int) -> Area:
    place = canvas.first_column + column
    return Area(canvas.sheet, first, place, last, place)
