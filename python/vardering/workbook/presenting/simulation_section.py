"""The section Simulering on Känslighet: what the outcomes say, their figures, and what the charts are drawn from.

A simulation stays as it is as long as the case is the one that was simulated; then its figures are taken away. A live
sentence says so also before anybody recalculates.
"""

from vardering.base.cells import Area, CellValue
from vardering.base.rounding import last_known_place, rounded_error, rounded_to_error
from vardering.model.results import Results
from vardering.model.simulation import Estimate, SimulatedView, Simulation
from vardering.model.vocabulary import View
from vardering.texts import sheet_texts, simulation_texts
from vardering.texts.basis_texts import shortened
from vardering.workbook import written_names
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.simulation_sentences import simulation_sentences
from vardering.workbook.snapshot import NameSnapshot

SENTENCE_ROWS = 5
CHART_ROW = SENTENCE_ROWS + 2
"""First row of the figures and of the charts beside them, from the first of the section."""

SHARE_ROWS, SHARE_DECIMALS, SHARE_LABEL = 10, 4, 40
BIN_ROWS = 20
CHART_FIGURES_ROW = 39
"""First row of what the charts are drawn from, from the first of the section: a page of its own."""

SECTION_ROWS = 80
"""Rows that belong to the section, however many are written."""

STATUS_FORMULA = (
    f'=IF(AND({written_names.STATE}="{sheet_texts.STATE_DONE}",{written_names.DIFFERENCES}=0),'
    f'"{simulation_texts.FRESH}","{simulation_texts.STALE}")'
)
HISTOGRAM_VIEWS = (View.ALL_VALUED, View.CASH_RELEASING)


def simulated_fingerprint(name: NameSnapshot) -> str:
    """Fingerprint of the case that the figures in the section were simulated from; empty where there are none."""
    for row in name.values:
        if row[0] == simulation_texts.FINGERPRINT and len(row) > 1:
            return str(row[1] or "")
    return ""


def sentences_that_hold(
    simulation: Simulation | None, section: NameSnapshot | None, fingerprint: str
) -> tuple[str, ...]:
    """What a simulation of the case with this fingerprint says: the one just made, else the one the section holds."""
    if simulation is not None:
        return simulation_sentences(simulation)
    if section is None or not fingerprint or simulated_fingerprint(section) != fingerprint:
        return ()
    lines = (row[0] for row in section.values[1 : 1 + SENTENCE_ROWS])
    return tuple(line for line in lines if isinstance(line, str) and line)


def write_stale(canvas: Canvas) -> tuple[SeriesWrite, ...]:
    """Instead of figures that no longer hold: that they are gone and why; gives the charts nothing to draw."""
    canvas.put(0, simulation_texts.STALE, "status_line")
    canvas.row += 1
    canvas.put(0, simulation_texts.STALE_HINT, "intro")
    blank = Area(canvas.sheet, canvas.row + 1, canvas.first_column, canvas.row + 1, canvas.first_column)
    charts = [(name, 0, view) for view, name in written_names.HISTOGRAM_CHARTS.items()]
    charts += [(written_names.CUMULATIVE_SHARE_CHART, index, view) for index, view in enumerate(View)]
    return tuple(
        SeriesWrite(chart, index, None, blank, blank, sheet_texts.VIEW_LABELS[view], (0.0,), (None,))
        for chart, index, view in charts
    )


def write_simulation(canvas: Canvas, simulation: Simulation, results: Results, run: Run) -> tuple[SeriesWrite, ...]:
    """The whole section; gives the charts their ranges."""
    canvas.put(0, simulation_texts.FRESH, "status_line", STATUS_FORMULA)
    for line in simulation_sentences(simulation)[:SENTENCE_ROWS]:
        canvas.row += 1
        canvas.put(0, line, "plain")
    canvas.row = canvas.first_row + CHART_ROW
    _write_figures(canvas, simulation, results)
    _write_settings(canvas, simulation, run)
    _write_shares(canvas, simulation)
    canvas.row = canvas.first_row + CHART_FIGURES_ROW
    canvas.put(0, simulation_texts.CHART_FIGURES, "section")
    canvas.row += 1
    canvas.put(0, simulation_texts.OUTERMOST, "intro")
    canvas.row += 1
    first = canvas.row
    bins = [_write_histogram(canvas, 2 * index, simulation.views[view]) for index, view in enumerate(HISTOGRAM_VIEWS)]
    canvas.row = first + BIN_ROWS + 2
    return (*bins, *_write_percentiles(canvas, simulation))


def _write_figures(canvas: Canvas, simulation: Simulation, results: Results) -> None:
    """One row a figure, one column a view; each rounded to what its standard error leaves."""
    views = [simulation.views[view] for view in View]
    canvas.put(0, simulation_texts.FIGURES, "heading")
    canvas.put_row(1, [sheet_texts.VIEW_LABELS[one.view] for one in views], "heading")
    canvas.row += 1
    _line(canvas, simulation_texts.LIKELY, [results.main.views[one.view].figures.npv for one in views], "kr")
    _estimates(canvas, simulation_texts.MEAN, [one.mean for one in views])
    for per_cent, label in simulation_texts.PERCENTILES.items():
        _estimates(canvas, label, [one.percentiles[per_cent] for one in views])
    _estimates(canvas, simulation_texts.STANDARD_DEVIATION, [one.standard_deviation for one in views])
    _line(canvas, simulation_texts.MEAN_ERROR, [rounded_error(one.mean.standard_error) for one in views], "kr")
    canvas.put(0, simulation_texts.NEGATIVE, "label")
    for column, one in enumerate(views, start=1):
        share = one.probability_negative
        canvas.put(column, rounded_to_error(share.value, share.standard_error), _share_style(share))
    canvas.row += 1
    errors = [rounded_error(one.probability_negative.standard_error) for one in views]
    _line(canvas, simulation_texts.NEGATIVE_ERROR, errors, "share_fine")


def _share_style(share: Estimate) -> str:
    """Whole per cent where the error leaves no tenths."""
    error = share.standard_error
    return "result_share_whole" if error > 0 and last_known_place(error) >= -2 else "result_share"


def _estimates(canvas: Canvas, label: str, estimates: list[Estimate]) -> None:
    _line(canvas, label, [rounded_to_error(one.value, one.standard_error) for one in estimates], "kr")


def _line(canvas: Canvas, label: str, values: list[float], suffix: str) -> None:
    canvas.put(0, label, "label")
    canvas.put_row(1, values, f"result_{suffix}")
    canvas.row += 1


def _write_settings(canvas: Canvas, simulation: Simulation, run: Run) -> None:
    settings = simulation.settings
    rows: tuple[tuple[str, CellValue, str], ...] = (
        (simulation_texts.DRAWS, float(simulation.draws), "whole"),
        (simulation_texts.SEED, float(settings.seed), "year"),
        (simulation_texts.SPREAD, word_for("fördelning", settings.spread), "text"),
        (simulation_texts.SAMPLER, word_for("dragningsmetod", settings.sampler), "text"),
        (simulation_texts.TIME, run.time_text, "text"),
        (simulation_texts.FINGERPRINT, run.fingerprint, "text"),
    )
    for label, value, suffix in rows:
        canvas.put(0, label, "label")
        canvas.put(1, value, f"result_{suffix}")
        canvas.row += 1
    canvas.row += 1


def _write_shares(canvas: Canvas, simulation: Simulation) -> None:
    """The rows that matter most; as many sheet rows in every run."""
    canvas.put(0, simulation_texts.SHARES, "heading")
    canvas.put_row(1, [sheet_texts.VIEW_LABELS[view] for view in View], "heading")
    first = canvas.row + 1
    for share in simulation.variance_shares[:SHARE_ROWS]:
        canvas.row += 1
        canvas.put(0, shortened(f"{share.id}: {share.name}" if share.name else share.id, SHARE_LABEL), "label")
        canvas.put_row(1, [round(share.shares[view], SHARE_DECIMALS) for view in View], "result_share_whole")
    canvas.row = first + SHARE_ROWS
    canvas.put(0, simulation_texts.SHARES_NOTE, "intro")
    canvas.row += 2


def _write_histogram(canvas: Canvas, column: int, simulated: SimulatedView) -> SeriesWrite:
    """Lower edge and share of each bin of a view, from the canvas' row on, which is left where it was."""
    top = canvas.row
    label = sheet_texts.VIEW_LABELS[simulated.view]
    histogram = simulated.histogram
    canvas.put(column, f"{label}, {simulation_texts.FROM}", "heading")
    canvas.put(column + 1, f"{label}, {simulation_texts.SHARE_OF_OUTCOMES}", "heading")
    for edge, share in zip(histogram.edges_kr, histogram.shares, strict=False):
        canvas.row += 1
        canvas.put(column, edge, "result_whole")
        canvas.put(column + 1, share, "result_share")
    last = canvas.row
    canvas.row = top
    return SeriesWrite(
        chart=written_names.HISTOGRAM_CHARTS[simulated.view],
        index=0,
        title=_column(canvas, column + 1, top, top),
        categories=_column(canvas, column, top + 1, last),
        values=_column(canvas, column + 1, top + 1, last),
        stored_title=f"{label}, {simulation_texts.SHARE_OF_OUTCOMES}",
        stored_categories=histogram.edges_kr[:-1],
        stored_values=histogram.shares,
    )


def _write_percentiles(canvas: Canvas, simulation: Simulation) -> list[SeriesWrite]:
    """What share of the outcomes lies below which amount: a point each in the cumulative chart."""
    top, column = canvas.row, 0
    views = [simulation.views[view] for view in View]
    per_cents = list(views[0].percentiles)
    canvas.put(column, simulation_texts.PER_CENT_BELOW, "heading")
    canvas.put_row(column + 1, [sheet_texts.VIEW_LABELS[one.view] for one in views], "heading")
    for per_cent in per_cents:
        canvas.row += 1
        canvas.put(column, per_cent / 100, "result_share_whole")
        estimates = [one.percentiles[per_cent] for one in views]
        canvas.put_row(column + 1, [rounded_to_error(one.value, one.standard_error) for one in estimates], "result_kr")
    last = canvas.row
    return [
        SeriesWrite(
            chart=written_names.CUMULATIVE_SHARE_CHART,
            index=index,
            title=_column(canvas, column + 1 + index, top, top),
            categories=_column(canvas, column + 1 + index, top + 1, last),
            values=_column(canvas, column, top + 1, last),
            stored_title=sheet_texts.VIEW_LABELS[one.view],
            stored_categories=tuple(
                rounded_to_error(one.percentiles[per_cent].value, one.percentiles[per_cent].standard_error)
                for per_cent in per_cents
            ),
            stored_values=tuple(per_cent / 100 for per_cent in per_cents),
        )
        for index, one in enumerate(views)
    ]


def _column(canvas: Canvas, column: int, first: int, last: int) -> Area:
    place = canvas.first_column + column
    return Area(canvas.sheet, first, place, last, place)
