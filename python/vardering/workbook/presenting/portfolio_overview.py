"""Sheet Översikt: when and on what the portfolio was put together, its sums, and the sums per year in every view."""

from collections import Counter

from vardering.base.cells import Area
from vardering.model.portfolio_results import PortfolioResults, ViewSum
from vardering.model.portfolio_words import FileVerdict
from vardering.model.vocabulary import View
from vardering.texts import portfolio_texts as words
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.run import Run
from vardering.workbook.written_portfolio import PORTFOLIO_CHART

STATE_ROWS = len(FileVerdict) + 10
"""Rows of the area at the top, the same in every run."""


def write_overview(canvas: Canvas, results: PortfolioResults, run: Run) -> None:
    """When and by whom, how many changes, the sums of every view, and what became of the files."""
    canvas.put(0, words.UPDATED, "label")
    canvas.put(1, words.UPDATED_BY.format(at=run.time_text, user=run.user, version=run.version), "plain")
    canvas.row += 1
    count = len(results.changes)
    for label, value in (
        (words.CHANGES, count),
        (words.RANKED, sum(change.rank is not None for change in results.changes)),
        (words.UNCOMPARABLE, count - results.compared),
    ):
        canvas.put(0, label, "label")
        canvas.put(1, float(value), "result_whole")
        canvas.row += 1
    canvas.put(0, words.SUMS, "heading")
    for offset, view in enumerate(View, start=1):
        canvas.put(offset, VIEW_LABELS[view], "heading")
    canvas.row += 1
    canvas.put(0, words.NPV_OF_ALL, "label")
    for offset, view in enumerate(View, start=1):
        canvas.put(offset, float(round(results.sums[view].npv)), "result_kr")
    canvas.row += 2
    _write_verdicts(canvas, results)


def _write_verdicts(canvas: Canvas, results: PortfolioResults) -> None:
    canvas.put(0, words.FILES, "heading")
    canvas.put(1, words.NUMBER, "heading")
    canvas.put(2, words.MEANING, "heading")
    canvas.row += 1
    counts = Counter(file.verdict for file in results.files)
    for verdict in FileVerdict:
        canvas.put(0, words.VERDICTS[verdict].capitalize(), "label")
        canvas.put(1, float(counts[verdict]), "result_whole")
        canvas.put(2, words.VERDICT_MEANINGS[verdict], "help")
        canvas.row += 1


def write_years(canvas: Canvas, results: PortfolioResults) -> tuple[SeriesWrite, ...]:
    """The sums per year of every view; gives the chart's new ranges. Years run down, so that the page stays narrow."""
    if not results.years:
        canvas.put(0, words.NOTHING_TO_SUM, "plain")
        return ()
    views = list(View)
    canvas.put(0, words.YEAR, "heading")
    for place, view in enumerate(views):
        for offset, label in enumerate((words.BENEFITS, words.COSTS, words.NET)):
            canvas.put(1 + 3 * place + offset, f"{VIEW_LABELS[view]}: {label}", "heading")
    first = canvas.row + 1
    for index, year in enumerate(results.years):
        canvas.row += 1
        canvas.put(0, float(year), "result_year")
        for place, view in enumerate(views):
            for offset, value in enumerate(_figures(results.sums[view], index)):
                canvas.put(1 + 3 * place + offset, float(round(value)), "result_kr")
    last = canvas.row
    canvas.row += 1
    _write_sums(canvas, results)
    years = tuple(float(year) for year in results.years)
    column = canvas.first_column
    return tuple(
        SeriesWrite(
            PORTFOLIO_CHART,
            place,
            Area(canvas.sheet, first - 1, column + 3 + 3 * place, first - 1, column + 3 + 3 * place),
            Area(canvas.sheet, first, column, last, column),
            Area(canvas.sheet, first, column + 3 + 3 * place, last, column + 3 + 3 * place),
            f"{VIEW_LABELS[view]}: {words.NET}",
            years,
            tuple(float(round(value)) for value in results.sums[view].net),
        )
        for place, view in enumerate(views)
    )


def _figures(view: ViewSum, index: int) -> tuple[float, float, float]:
    return view.benefits[index], view.costs[index], view.net[index]


def _write_sums(canvas: Canvas, results: PortfolioResults) -> None:
    canvas.put(0, words.TOTAL, "subheading")
    for place, view in enumerate(View):
        for offset, values in enumerate(
            (results.sums[view].benefits, results.sums[view].costs, results.sums[view].net)
        ):
            canvas.put(1 + 3 * place + offset, float(round(sum(values))), "total_kr")
    canvas.row += 1
