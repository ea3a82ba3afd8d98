"""Sheet Känslighet: in brief, three cases, what if it goes worse, what matters most, and every input alone."""

from vardering.base.cells import Area
from vardering.model.assumptions import Assumptions
from vardering.model.results import Undefined
from vardering.model.sensitivity import InputSensitivity, Scenario, Sensitivity, VariedInput
from vardering.model.vocabulary import View
from vardering.texts import result_texts, sensitivity_texts, sheet_texts
from vardering.texts.basis_texts import shortened
from vardering.workbook import written_names
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.number_texts import figure_cell
from vardering.workbook.presenting.sensitivity_sentences import input_name, sensitivity_sentences

THREE = (Scenario.PESSIMISTIC, Scenario.LIKELY, Scenario.OPTIMISTIC)
MOST_BARS = 12
LABEL_LENGTH = 40
WHOLE_FROM = 100.0
"""Amounts at least so large are shown without decimals."""


def write_brief(canvas: Canvas, sensitivity: Sensitivity) -> None:
    """The sentences, a row each."""
    for sentence in sensitivity_sentences(sensitivity):
        canvas.put(0, sentence, "plain")
        canvas.row += 1


def write_three_cases(canvas: Canvas, sensitivity: Sensitivity) -> tuple[SeriesWrite, ...]:
    """A row for each key figure and view, a column for each case; gives the chart of net present values its ranges."""
    canvas.put(0, sensitivity_texts.CASE_NOTE, "intro")
    canvas.row += 1
    top = canvas.row
    canvas.put_row(0, sensitivity_texts.CASE_HEADINGS, "heading")
    for name in sensitivity_texts.CASE_FIGURES:
        label, suffix, _ = result_texts.KEY_FIGURES[name]
        for view in View:
            canvas.row += 1
            canvas.put(0, label, "subheading")
            canvas.put(1, sheet_texts.VIEW_LABELS[view], "result_text")
            for column, scenario in enumerate(THREE, start=2):
                cell = figure_cell(getattr(sensitivity.scenarios[scenario][view], name), "result", suffix)
                canvas.put(column, cell.value, cell.style or "result_text")
    return tuple(
        SeriesWrite(
            chart=written_names.THREE_CASES_CHART,
            index=index,
            title=_column(canvas, 2 + index, top, top),
            categories=_column(canvas, 1, top + 1, top + len(View)),
            values=_column(canvas, 2 + index, top + 1, top + len(View)),
            stored_title=sensitivity_texts.CASE_HEADINGS[2 + index],
            stored_categories=tuple(sheet_texts.VIEW_LABELS[view] for view in View),
            stored_values=tuple(sensitivity.scenarios[scenario][view].npv for view in View),
        )
        for index, scenario in enumerate(THREE)
    )


def write_presets(canvas: Canvas, sensitivity: Sensitivity, assumptions: Assumptions) -> None:
    """Net present value in every view if it goes worse, with the likely case above for comparison."""
    canvas.put(0, sensitivity_texts.PRESET_NOTE, "intro")
    canvas.row += 1
    canvas.put_row(0, sensitivity_texts.PRESET_HEADINGS, "heading")
    for scenario, label in preset_labels(assumptions).items():
        canvas.row += 1
        figures = sensitivity.scenarios[scenario]
        canvas.put(0, label, "subheading")
        payback = figure_cell(figures[View.ALL_VALUED].payback_years, "result", "decimals")
        canvas.put(1, payback.value, payback.style or "result_text")
        canvas.put_row(2, [figures[view].npv for view in View], "result_kr")


def preset_labels(assumptions: Assumptions) -> dict[Scenario, str]:
    """What each preset says, with the figures of the workbook."""
    delay, cut, growth = (
        parameter.value or 0.0
        for parameter in (assumptions.benefit_delay, assumptions.benefit_cut, assumptions.cost_growth)
    )
    number = sensitivity_texts.number
    return {
        Scenario.LIKELY: sensitivity_texts.LIKELY_CASE,
        Scenario.BENEFITS_LATE: sensitivity_texts.LATE.format(years=number(delay)),
        Scenario.BENEFITS_LOWER: sensitivity_texts.FEWER.format(share=number(cut * 100)),
        Scenario.COSTS_HIGHER: sensitivity_texts.DEARER.format(share=number(growth * 100)),
        Scenario.ALL_WORSE: sensitivity_texts.ALL_WORSE,
    }


def write_tornado(canvas: Canvas, sensitivity: Sensitivity, view: View) -> tuple[SeriesWrite, ...]:
    """The inputs that move the net present value of a view most, the largest first; gives the chart its ranges."""
    top = canvas.row
    bars = sensitivity.by_swing(view)[:MOST_BARS]
    canvas.put_row(0, sensitivity_texts.TORNADO_HEADINGS, "heading")
    labels = [shortened(input_name(tested), LABEL_LENGTH) for tested in bars]
    for label, tested in zip(labels, bars, strict=True):
        canvas.row += 1
        response = tested.responses[view]
        canvas.put(0, label, "label")
        canvas.put_row(1, [response.swing, response.worse, response.better], "result_kr")
    if not bars:
        canvas.row += 1
        canvas.put(0, sensitivity_texts.NO_RANGES, "plain")
    last = canvas.row
    worse = tuple(tested.responses[view].worse for tested in bars)
    better = tuple(tested.responses[view].better for tested in bars)
    return tuple(
        SeriesWrite(
            chart=written_names.TORNADO_CHARTS[view],
            index=index,
            title=_column(canvas, 2 + index, top, top),
            categories=_column(canvas, 0, top + 1, last),
            values=_column(canvas, 2 + index, top + 1, last),
            stored_title=sensitivity_texts.TORNADO_HEADINGS[2 + index],
            stored_categories=tuple(labels) or (sensitivity_texts.NO_RANGES,),
            stored_values=values or (None,),
        )
        for index, values in enumerate((worse, better))
    )


def write_inputs(canvas: Canvas, sensitivity: Sensitivity) -> None:
    """Every row and main parameter: range, net present value at its ends, swing and switching value.

    One table for each view, under each other so that they can be read when printed; the largest swing first.
    """
    for note in sensitivity_texts.INPUT_NOTES:
        canvas.put(0, note, "intro")
        canvas.row += 1
    for view in written_names.TORNADO_CHARTS:
        canvas.row += 1
        canvas.put(0, sheet_texts.VIEW_LABELS[view], "status_line")
        canvas.row += 1
        canvas.put_row(0, (*sensitivity_texts.INPUT_HEADINGS, *sensitivity_texts.RESPONSE_HEADINGS), "heading")
        moving = sensitivity.by_swing(view)
        for tested in (*moving, *(other for other in sensitivity.inputs if other not in moving)):
            canvas.row += 1
            _write_input(canvas, tested, view)
        canvas.row += 1


def _write_input(canvas: Canvas, tested: InputSensitivity, view: View) -> None:
    canvas.put(0, input_name(tested), "label")
    canvas.put(1, _unit(tested) or None, "result_text")
    for column, value in enumerate((tested.low, tested.likely, tested.high), start=2):
        canvas.put(column, value, f"result_{_suffix(tested, value)}")
    response = tested.responses[view]
    canvas.put_row(5, (response.npv_low, response.npv_high, response.swing), "result_kr")
    switch = response.switching_value
    suffix = "decimals" if isinstance(switch, Undefined) else _suffix(tested, switch)
    for column, figure, ending in ((8, switch, suffix), (9, response.switching_share, "share")):
        cell = figure_cell(figure, "result", ending)
        canvas.put(column, cell.value, cell.style or "result_text")


def _unit(tested: InputSensitivity) -> str:
    if tested.varied is VariedInput.DRIVER:
        return tested.unit
    delay = tested.varied is VariedInput.BENEFIT_DELAY
    return sensitivity_texts.YEAR_UNIT if delay else sensitivity_texts.PER_CENT_UNIT


def _suffix(tested: InputSensitivity, value: float) -> str:
    """How a value of the input is shown."""
    if tested.varied not in (VariedInput.DRIVER, VariedInput.BENEFIT_DELAY):
        return "share"
    return "whole" if abs(value) >= WHOLE_FROM or value == int(value) else "decimals"


def _column(canvas: Canvas, column: int, first: int, last: int) -> Area:
    place = canvas.first_column + column
    return Area(canvas.sheet, first, place, last, place)
