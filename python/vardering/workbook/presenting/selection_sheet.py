"""Sheet Urval: what was selected and why, what more budget buys, the nearest other selection, and the frontier."""

from vardering.base.cells import Area, CellValue
from vardering.model.portfolio import SelectionSettings
from vardering.model.portfolio_results import PortfolioResults
from vardering.model.portfolio_words import Objective
from vardering.model.selection import SelectionProblem
from vardering.texts import selection_texts as words
from vardering.texts.figure_texts import number_text
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.selection_sentences import (
    Names,
    clash_text,
    names_text,
    next_best_sentence,
    reason_sentence,
)
from vardering.workbook.written_portfolio import FRONTIER_CHART


def write_selection(canvas: Canvas, results: PortfolioResults, settings: SelectionSettings) -> tuple[SeriesWrite, ...]:
    """Everything below the conditions; gives the chart's new ranges."""
    selection, problem = results.selection, results.problem
    names = {candidate.id: candidate.name for candidate in problem.candidates}
    if not problem.candidates:
        _line(canvas, words.NOTHING)
    if not selection.is_possible:
        _line(canvas, words.IMPOSSIBLE)
        for clash in selection.clashes:
            _line(canvas, f"• {clash_text(clash, names)}")
        return ()
    suffix = "kr" if settings.objective is Objective.NET_PRESENT_VALUE else "decimals"
    _write_headline(canvas, results, settings, suffix)
    _line(canvas, next_best_sentence(selection.next_best, names))
    canvas.row += 1
    _write_budget(canvas, problem, set(selection.selected))
    _write_verdicts(canvas, results, names, suffix)
    _write_marginals(canvas, results, names, suffix)
    return _write_frontier(canvas, results, suffix)


def _line(canvas: Canvas, text: str) -> None:
    if text:
        canvas.put(0, text, "plain")
        canvas.row += 1


def _write_headline(canvas: Canvas, results: PortfolioResults, settings: SelectionSettings, suffix: str) -> None:
    selection, problem = results.selection, results.problem
    _line(
        canvas,
        words.HEADLINE.format(
            selected=len(selection.selected),
            count=len(problem.candidates),
            objective=words.OBJECTIVES[settings.objective],
            value=number_text(selection.value, suffix),
        ),
    )
    digests = [change.digest for change in results.changes]
    left_out = [digest.name for digest in digests if digest.obstacle]
    if left_out:
        _line(canvas, words.OUT_OF_COMPARISON.format(names=words.joined(left_out)))
    blank = [digest.name for digest in digests if digest.index is None and not digest.obstacle]
    if blank and settings.objective is not Objective.NET_PRESENT_VALUE:
        _line(canvas, words.WITHOUT_INDEX.format(names=words.joined(blank)))


def _headings(canvas: Canvas, title: str, headings: tuple[str, ...]) -> None:
    canvas.put(0, title, "section")
    canvas.row += 1
    canvas.put_row(0, headings, "heading")
    canvas.row += 1


def _write_budget(canvas: Canvas, problem: SelectionProblem, selected: set[str]) -> None:
    _headings(canvas, words.BUDGET, (words.YEAR, words.BUDGET, words.USED, words.LEFT))
    for place, year in enumerate(problem.years):
        used = sum(one.costs_kr[place] for one in problem.candidates if one.id in selected)
        budget = problem.budgets_kr.get(year)
        canvas.put(0, float(year), "result_year")
        if budget is None:
            canvas.put(1, words.NO_BUDGET, "result_text")
            canvas.put(3, None, "result_text")
        else:
            canvas.put(1, budget, "result_kr")
            canvas.put(3, float(round(budget - used)), "result_kr")
        canvas.put(2, float(round(used)), "result_kr")
        canvas.row += 1
    canvas.row += 1


def _write_verdicts(canvas: Canvas, results: PortfolioResults, names: Names, suffix: str) -> None:
    """The changes in rank order, each with its reason."""
    _headings(canvas, words.CHANGES, (words.CHANGE, words.REASON, words.CHOICE, words.VALUE, words.LOSS))
    values = {candidate.id: candidate.value for candidate in results.problem.candidates}
    verdicts = {verdict.id: verdict for verdict in results.selection.verdicts}
    for change in results.changes:
        verdict = verdicts.get(change.digest.case_id)
        if verdict is None:
            continue
        canvas.put(0, change.digest.name, "finding")
        canvas.put(1, reason_sentence(verdict, names), "finding")
        canvas.put(2, words.SELECTED if verdict.is_selected else words.NOT_SELECTED, "result_text")
        canvas.put(3, values[verdict.id], f"result_{suffix}")
        _put_figure(canvas, 4, verdict.loss, suffix)
        canvas.row += 1
    canvas.row += 1


def _put_figure(canvas: Canvas, column: int, figure: float | None, suffix: str) -> None:
    value: CellValue = words.NOT_POSSIBLE if figure is None else figure
    canvas.put(column, value, "result_text" if figure is None else f"result_{suffix}")


def _write_marginals(canvas: Canvas, results: PortfolioResults, names: Names, suffix: str) -> None:
    if not results.selection.marginals:
        return
    _headings(canvas, words.MARGINALS, (words.MORE_BUDGET, words.ADDED, words.GAIN, words.DROPPED))
    for marginal in results.selection.marginals:
        canvas.put(0, words.EACH_YEAR if marginal.year is None else str(marginal.year), "label")
        canvas.put(1, names_text(marginal.added, names), "result_text")
        canvas.put(2, marginal.gain, f"result_{suffix}")
        canvas.put(3, names_text(marginal.dropped, names), "result_text")
        canvas.row += 1
    canvas.row += 1


def _write_frontier(canvas: Canvas, results: PortfolioResults, suffix: str) -> tuple[SeriesWrite, ...]:
    points = results.selection.frontier
    if not points:
        _line(canvas, words.NO_FRONTIER)
        return ()
    _headings(canvas, words.FRONTIER, (words.TOTAL_BUDGET, words.BUDGET_SHARE, words.VALUE, words.COUNT))
    first = canvas.row
    for point in points:
        canvas.put(0, float(round(point.budget_kr)), "result_kr")
        canvas.put(1, point.budget_share, "result_share")
        _put_figure(canvas, 2, point.value, suffix)
        canvas.put(3, float(point.selected), "result_whole")
        canvas.row += 1
    column = canvas.first_column
    title = Area(canvas.sheet, first - 1, column + 2, first - 1, column + 2)
    return (
        SeriesWrite(
            FRONTIER_CHART,
            0,
            title,
            Area(canvas.sheet, first, column, canvas.row - 1, column),
            Area(canvas.sheet, first, column + 2, canvas.row - 1, column + 2),
            words.VALUE,
            tuple(float(round(point.budget_kr)) for point in points),
            tuple(point.value for point in points),
        ),
    )
