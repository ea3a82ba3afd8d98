"""Sheet Känslighet: the cases side by side, and every row and premise alone, with the charts they feed."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.model.results import Undefined
from vardering.model.sensitivity import Premise, Scenario, Sensitivity, Swing
from vardering.model.vocabulary import View
from vardering.texts import sensitivity_texts, sheet_texts
from vardering.workbook import written_names
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.number_texts import figure_cell

CASE_ROWS = len(Scenario) + 1
"""Rows of the cases, heading included."""
IN_CHART = 12
SHOWN_VIEWS = (View.ALL_VALUED, View.CASH_RELEASING)
_THREE = (Scenario.PESSIMISTIC, Scenario.LIKELY, Scenario.OPTIMISTIC)
_FIRST_OF_VIEW = {View.ALL_VALUED: 5, View.CASH_RELEASING: 10}
_SUFFIXES = {Premise.DISCOUNT_RATE: "share", Premise.BENEFIT_DELAY: "number"}


def write_cases(canvas: Canvas, found: Sensitivity) -> list[SeriesWrite]:
    """The cases, one row each; gives the series of their chart."""
    headings = [
        sensitivity_texts.CASE_HEADING,
        *(sheet_texts.VIEW_LABELS[view] for view in View),
        sensitivity_texts.PV_BENEFITS,
        sensitivity_texts.PV_COSTS,
        sensitivity_texts.MEANING,
    ]
    heading = canvas.row
    canvas.put_row(0, headings, "heading")
    canvas.row += 1
    series = []
    labels = tuple(sheet_texts.VIEW_LABELS[view] for view in View)
    for scenario in Scenario:
        label, meaning = sensitivity_texts.SCENARIOS[scenario]
        result = found.scenarios[scenario]
        title = canvas.put(0, label, "label")
        values = tuple(float(result.npv[view]) for view in View)
        area = canvas.put_row(1, values, "result_kr")
        canvas.put(4, float(result.pv_benefits[View.ALL_VALUED]), "result_kr")
        canvas.put(5, float(result.pv_costs[View.ALL_VALUED]), "result_kr")
        canvas.put(6, meaning, "help")
        if scenario in _THREE:
            categories = Area(canvas.sheet, heading, area.column, heading, area.last_column)
            place = Area(canvas.sheet, title.row, title.column, title.row, title.column)
            index = _THREE.index(scenario)
            chart = written_names.CASES_CHART
            series.append(SeriesWrite(chart, index, place, categories, area, label, labels, values))
        canvas.row += 1
    return series


def write_swings(canvas: Canvas, found: Sensitivity) -> list[SeriesWrite]:
    """Every row and premise, the widest of all valued first; gives the series of the tornado."""
    canvas.put(0, sensitivity_texts.READING_AID, "help")
    canvas.row += 1
    for view, column in _FIRST_OF_VIEW.items():
        canvas.put(column, sheet_texts.VIEW_LABELS[view], "heading")
    canvas.row += 1
    words = (sensitivity_texts.NAME, sensitivity_texts.UNIT, sensitivity_texts.LOW, sensitivity_texts.LIKELY)
    canvas.put_row(0, [*words, sensitivity_texts.HIGH, *_view_headings(), *_view_headings()], "heading")
    heading = canvas.row
    for swing in found.swings:
        canvas.row += 1
        _write_swing(canvas, swing)
    return _tornado(canvas, found.swings[:IN_CHART], heading)


def _view_headings() -> Sequence[str]:
    return (
        sensitivity_texts.WORSE,
        sensitivity_texts.BETTER,
        sensitivity_texts.WIDTH,
        sensitivity_texts.SWITCHING,
        sensitivity_texts.CHANGE,
    )


def label_of(swing: Swing) -> str:
    """What a row or premise is called: a row by its id and name."""
    return sensitivity_texts.PREMISES.get(swing.key) or f"{swing.key} {swing.name}".strip()


def _write_swing(canvas: Canvas, swing: Swing) -> None:
    is_premise = swing.key in sensitivity_texts.PREMISES
    suffix = _SUFFIXES.get(Premise(swing.key), "share") if is_premise else "number"
    canvas.put(0, label_of(swing), "label")
    canvas.put(1, swing.unit or None, "result_text")
    canvas.put_row(2, (swing.low, swing.likely, swing.high), f"result_{suffix}")
    for view, column in _FIRST_OF_VIEW.items():
        canvas.put_row(column, (swing.worse[view], swing.better[view], swing.width(view)), "result_kr")
        value = swing.switching[view]
        cell = figure_cell(value, "result", "decimals" if suffix == "number" else suffix)
        canvas.put(column + 3, cell.value, cell.style or "result_text")
        has_change = not isinstance(value, Undefined) and swing.likely > 0.0 and swing.key != Premise.DISCOUNT_RATE
        change = value / swing.likely - 1.0 if has_change and not isinstance(value, Undefined) else None
        canvas.put(column + 4, change, "result_share")


def _tornado(canvas: Canvas, shown: Sequence[Swing], heading: int) -> list[SeriesWrite]:
    last = heading + len(shown)
    first = canvas.first_column
    names = Area(canvas.sheet, heading + 1, first, last, first)
    labels = tuple(label_of(swing) for swing in shown)
    series = []
    for index, (title, values) in enumerate(
        (
            (sensitivity_texts.WORSE, tuple(swing.worse[View.ALL_VALUED] for swing in shown)),
            (sensitivity_texts.BETTER, tuple(swing.better[View.ALL_VALUED] for swing in shown)),
        )
    ):
        column = first + _FIRST_OF_VIEW[View.ALL_VALUED] + index
        place = Area(canvas.sheet, heading, column, heading, column)
        area = Area(canvas.sheet, heading + 1, column, last, column)
        series.append(SeriesWrite(written_names.TORNADO_CHART, index, place, names, area, title, labels, values))
    return series
