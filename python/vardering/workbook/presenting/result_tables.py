"""The tables per year on sheet Resultat: every view, charts' figures, perspectives, budget, staff and resource gaps.

Years run across and begin in the same column in every table. Tables of fixed height stand first, so that no row
moves when the horizon changes.
"""

from vardering.base.cells import Area
from vardering.base.light_dataclasses import dataclass
from vardering.model.results import AlternativeResult, Results, StaffTime, ViewResult, Years
from vardering.model.vocabulary import View
from vardering.texts import result_texts, sheet_texts
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.written_names import CUMULATIVE_CHART, YEARLY_CHART

SUM_COLUMN = 1
FIRST_YEAR = 2
"""Columns counted from the label column."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A written line of a table per year: where its label and values stand, and what they are."""

    label: str
    title: Area
    values: Area
    stored: Years


def write_year_tables(canvas: Canvas, results: Results) -> tuple[SeriesWrite, ...]:
    """All tables per year of the main alternative; gives the charts' new ranges."""
    result = results.main
    series: list[SeriesWrite] = []
    for index, view in enumerate(View):
        heading, cumulative = _write_view(canvas, results, result.views[view], sheet_texts.VIEW_LABELS[view])
        series.append(_series(CUMULATIVE_CHART, index, cumulative, heading, results.years, cumulative.label))
    series.extend(_write_chart_figures(canvas, results, result.views[View.ALL_VALUED]))
    _write_perspectives(canvas, results, result)
    _write_budget(canvas, result)
    _write_staff(canvas, results, result)
    _write_gaps(canvas, result)
    return tuple(series)


def _series(chart: str, index: int, line: YearLine, heading: Area, years: tuple[int, ...], title: str) -> SeriesWrite:
    categories = tuple(float(year) for year in years)
    return SeriesWrite(chart, index, line.title, heading, line.values, title, categories, line.stored)


def _heading(canvas: Canvas, label: str, years: tuple[int, ...], with_sum: str = "Summa") -> Area:
    canvas.put(0, label, "heading")
    canvas.put(SUM_COLUMN, with_sum, "heading")
    area = canvas.put_row(FIRST_YEAR, [float(year) for year in years], "heading_year")
    canvas.row += 1
    return area


def _line(canvas: Canvas, label: str, values: Years, family: str = "result", suffix: str = "kr") -> YearLine:
    label_style = "subheading" if family == "total" else "label"
    where = canvas.put(0, label, label_style)
    if suffix == "kr" or suffix == "whole":
        canvas.put(SUM_COLUMN, float(sum(values)), f"{family}_{suffix}")
    else:
        canvas.put(SUM_COLUMN, None, f"{family}_text")
    area = canvas.put_row(FIRST_YEAR, values, f"{family}_{suffix}")
    canvas.row += 1
    return YearLine(label, Area(where.sheet, where.row, where.column, where.row, where.column), area, values)


def _write_view(canvas: Canvas, results: Results, view: ViewResult, label: str) -> tuple[Area, YearLine]:
    canvas.put(0, f"{label}: kronor per år", "section")
    canvas.row += 1
    canvas.put(0, f"{sheet_texts.VIEW_EXPLANATIONS[view.view]} {result_texts.YEAR_NOTE}", "intro")
    canvas.row += 1
    heading = _heading(canvas, label, results.years)
    nothing = (0.0,) * len(results.years)
    for kind, line_label in result_texts.VIEW_LINES:
        _line(canvas, line_label, view.benefits_by_kind.get(kind, nothing))
    _line(canvas, result_texts.DISBENEFITS, view.disbenefits)
    _line(canvas, result_texts.BENEFITS, view.benefits, "total")
    for group, line_label in result_texts.COST_LINES.items():
        _line(canvas, line_label, view.costs_by_group.get(group, nothing))
    _line(canvas, result_texts.COSTS, view.costs, "total")
    _line(canvas, result_texts.NET, view.net, "total")
    cumulative = _without_sum(canvas, result_texts.CUMULATIVE, view.cumulative_net)
    _line(canvas, result_texts.FACTOR, results.discount_factors, suffix="factor")
    _line(canvas, result_texts.PRESENT_VALUE, view.present_value, "total")
    _without_sum(canvas, result_texts.CUMULATIVE_PRESENT_VALUE, view.cumulative_present_value)
    canvas.row += 1
    return heading, YearLine(label, heading_label(heading), cumulative.values, cumulative.stored)


def heading_label(heading: Area) -> Area:
    """The label cell of a table whose years stand in ``heading``: it names the view in charts."""
    column = heading.column - FIRST_YEAR
    return Area(heading.sheet, heading.row, column, heading.row, column)


def _without_sum(canvas: Canvas, label: str, values: Years) -> YearLine:
    """A line whose values must not be summed, such as a running total."""
    line = _line(canvas, label, values)
    canvas.row -= 1
    canvas.put(SUM_COLUMN, None, "result_text")
    canvas.row += 1
    return line


def _write_chart_figures(canvas: Canvas, results: Results, view: ViewResult) -> list[SeriesWrite]:
    canvas.put(0, "Underlag till diagrammet Nyttor och kostnader per år (alla värderade)", "section")
    canvas.row += 1
    heading = _heading(canvas, "Kostnader visas som negativa tal", results.years)
    nothing = (0.0,) * len(results.years)
    lines = [_line(canvas, label, view.benefits_by_kind.get(kind, nothing)) for kind, label in result_texts.VIEW_LINES]
    lines.append(_line(canvas, result_texts.DISBENEFITS, _negated(view.disbenefits)))
    lines.extend(
        _line(canvas, label, _negated(view.costs_by_group.get(group, nothing)))
        for group, label in result_texts.COST_LINES.items()
    )
    canvas.row += 1
    return [_series(YEARLY_CHART, index, line, heading, results.years, line.label) for index, line in enumerate(lines)]


def _negated(values: Years) -> Years:
    return tuple(-value if value else 0.0 for value in values)


def _write_perspectives(canvas: Canvas, results: Results, result: AlternativeResult) -> None:
    canvas.put(0, "Vem får nyttan och vem betalar: netto per år och perspektiv", "section")
    canvas.row += 1
    _heading(canvas, "Perspektiv", results.years, "Nettonuvärde")
    for perspective in result.perspectives:
        canvas.put(0, perspective.perspective.capitalize(), "label")
        canvas.put(SUM_COLUMN, perspective.npv, "result_kr")
        canvas.put_row(FIRST_YEAR, perspective.net, "result_kr")
        canvas.row += 1
    view = result.views[View.ALL_VALUED]
    canvas.put(0, "Alla tillsammans", "subheading")
    canvas.put(SUM_COLUMN, view.figures.npv, "total_kr")
    canvas.put_row(FIRST_YEAR, view.net, "total_kr")
    canvas.row += 2


def _write_budget(canvas: Canvas, result: AlternativeResult) -> None:
    budget = result.budget
    canvas.put(0, "Budgetkonsekvens i löpande priser", "section")
    canvas.row += 1
    canvas.put(0, result_texts.BUDGET_NOTE, "intro")
    canvas.row += 1
    _heading(canvas, "Kommunens budget", budget.years)
    for name, label, _ in result_texts.BUDGET_LINES:
        values: Years = getattr(budget, name)
        if name == "closing_book_value":
            _without_sum(canvas, label, values)
        else:
            _line(canvas, label, values, "total" if name == "total" else "result")
    canvas.row += 1


def _write_staff(canvas: Canvas, results: Results, result: AlternativeResult) -> None:
    canvas.put(0, "Egen personals tid per år", "section")
    canvas.row += 1
    canvas.put(0, result_texts.STAFF_NOTE, "intro")
    canvas.row += 1
    _heading(canvas, "Personalkategori", results.years)
    for time in result.staff_time:
        _write_category(canvas, time)
    if not result.staff_time:
        canvas.put(0, "Ingen tid för egen personal finns i kalkylen.", "plain")
        canvas.row += 1
    canvas.row += 1


def _write_category(canvas: Canvas, time: StaffTime) -> None:
    for label, values, suffix in (
        ("frigjorda timmar", time.released_hours, "whole"),
        ("frigjorda årsarbetare", time.released_fte, "decimals"),
        ("använda timmar", time.used_hours, "whole"),
        ("använda årsarbetare", time.used_fte, "decimals"),
    ):
        if any(values):
            _line(canvas, f"{time.category}, {label}", values, suffix=suffix)


def _write_gaps(canvas: Canvas, result: AlternativeResult) -> None:
    canvas.put(0, "Resursbehov mot tillgång", "section")
    canvas.row += 1
    canvas.put(0, result_texts.GAP_NOTE, "intro")
    canvas.row += 1
    headings = (
        "Roll eller kategori",
        "År",
        "Enhet",
        "Behov timmar",
        "Tillgång timmar",
        "Saknas timmar",
        "Ofinansierat timmar",
    )
    for column, heading in enumerate(headings):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    for gap in result.resource_gaps:
        canvas.put(0, gap.role, "label")
        canvas.put(1, float(gap.year), "result_year")
        canvas.put(2, gap.unit, "result_text")
        figures = (gap.needed_hours, gap.available_hours, gap.gap_hours, gap.unfinanced_hours)
        canvas.put_row(3, figures, "result_whole")
        canvas.row += 1
    if not result.resource_gaps:
        canvas.put(0, "Inget resursbehov är ifyllt.", "plain")
        canvas.row += 1
