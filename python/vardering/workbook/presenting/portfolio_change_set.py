"""The ChangeSet of a portfolio's update: every shared table refreshed, the written areas anew, and the log."""

from collections.abc import Iterable, Sequence

from vardering.model.portfolio import Portfolio
from vardering.model.portfolio_results import PortfolioResults
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.column_widths import BUBBLE_WIDTHS, PORTFOLIO_WIDTHS, SELECTION_WIDTHS
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.contract.portfolio_sheets import RANKING, RECEIVED_FILES
from vardering.workbook.contract.register_sheet import REGISTER
from vardering.workbook.contract.selection_sheets import RESOURCE_LOAD
from vardering.workbook.presenting import portfolio_rows
from vardering.workbook.presenting.change_sets import append_log, write_corrections
from vardering.workbook.presenting.portfolio_bubbles import write_bubbles
from vardering.workbook.presenting.portfolio_overview import write_overview, write_years
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.selection_sheet import write_selection
from vardering.workbook.presenting.table_merge import Fields, merge_table
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.reading.corrections import corrected
from vardering.workbook.reading.places import Correction
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.written_portfolio import PORTFOLIO_BUBBLES, PORTFOLIO_STATE, PORTFOLIO_YEARS, SELECTION_RESULT


def portfolio_change_set(
    snapshot: Snapshot,
    corrections: Sequence[Correction],
    portfolio: Portfolio,
    results: PortfolioResults,
    run: Run,
) -> ChangeSet:
    """What an update writes; nothing that people wrote is among the cells.

    Raises ``BookForeignError`` where a table or a written area is gone.
    """
    writer = Writer(corrected(snapshot, corrections))
    write_corrections(writer, corrections)
    state, years = writer.canvas(PORTFOLIO_STATE), writer.canvas(PORTFOLIO_YEARS, PORTFOLIO_WIDTHS)
    selection = writer.canvas(SELECTION_RESULT, SELECTION_WIDTHS)
    write_overview(state, results, run)
    writer.series.extend(write_years(years, results))
    writer.series.extend(write_selection(selection, results, portfolio.selection))
    bubbles = writer.canvas(PORTFOLIO_BUBBLES, BUBBLE_WIDTHS)
    writer.series.extend(write_bubbles(bubbles, results))
    for canvas in (state, years, selection, bubbles):
        writer.add(canvas)
    ranked = portfolio_rows.ranking_rows(results, portfolio.terms.rank_by)
    _merge(writer, RANKING, ("case_id",), ranked, portfolio_rows.GONE_CHANGE)
    loads = portfolio_rows.load_rows(results, portfolio)
    _merge(writer, RESOURCE_LOAD, ("role", "year"), loads, portfolio_rows.GONE_LOAD)
    effects = portfolio_rows.effect_rows(results, run.clock.date())
    _merge(writer, REGISTER, ("case_id", "effect_id"), effects, portfolio_rows.GONE_EFFECT)
    _merge(writer, RECEIVED_FILES, ("file",), portfolio_rows.file_rows(results), portfolio_rows.GONE_FILE)
    append_log(writer, run, (), None)
    return writer.change_set()


def _merge(writer: Writer, declared: InputTable, keys: Sequence[str], rows: Iterable[Fields], gone: Fields) -> None:
    merged = merge_table(writer.snapshot.tables[declared.name], declared, keys, list(rows), gone)
    writer.blocks.extend(merged.blocks)
    writer.owned.extend(merged.owned)
    writer.heights.extend(merged.heights)
    if merged.resize is not None:
        writer.resizes.append(merged.resize)
