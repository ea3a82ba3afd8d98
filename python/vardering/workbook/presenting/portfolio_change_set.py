"""The ChangeSet of a portfolio's update: every shared table refreshed, the written areas anew, and the log."""

from collections.abc import Mapping, Sequence

from vardering.model.portfolio import Portfolio
from vardering.model.portfolio_results import PortfolioResults, RankedChange
from vardering.model.portfolio_words import RankBy
from vardering.model.vocabulary import View
from vardering.texts import portfolio_texts as words
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.column_widths import PORTFOLIO_WIDTHS
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.contract.portfolio_sheets import RANKING, RECEIVED_FILES
from vardering.workbook.presenting.change_sets import append_log, write_corrections
from vardering.workbook.presenting.portfolio_overview import write_overview, write_years
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.table_merge import Fields, merge_table
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.reading.corrections import corrected
from vardering.workbook.reading.places import Correction
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.written_portfolio import PORTFOLIO_STATE, PORTFOLIO_YEARS


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
    write_overview(state, results, run)
    writer.series.extend(write_years(years, results))
    writer.add(state)
    writer.add(years)
    rank_by = portfolio.terms.rank_by
    _merge(writer, RANKING, ("case_id",), [ranking_fields(change, rank_by) for change in results.changes], GONE_CHANGE)
    _merge(writer, RECEIVED_FILES, ("file",), file_rows(results), {"verdict": words.GONE, "reason": None})
    append_log(writer, run, (), None)
    return writer.change_set()


GONE_CHANGE: Fields = {"rank": None, "comparability": words.GONE, "selected": None}


def _merge(writer: Writer, declared: InputTable, keys: Sequence[str], rows: Sequence[Fields], gone: Fields) -> None:
    merged = merge_table(writer.snapshot.tables[declared.name], declared, keys, rows, gone)
    writer.blocks.extend(merged.blocks)
    writer.owned.extend(merged.owned)
    writer.heights.extend(merged.heights)
    if merged.resize is not None:
        writer.resizes.append(merged.resize)


def ranking_fields(change: RankedChange, rank_by: RankBy) -> Fields:
    """The calculated cells of a change in the ranking; money in whole kronor."""
    digest = change.digest
    npvs = {view: round(digest.view(view).npv) for view in View}
    all_valued = digest.view(View.ALL_VALUED)
    index = digest.index if rank_by is RankBy.INDEX else digest.index_without_net_value
    ratio = all_valued.net_benefit_per_krona
    return {
        "case_id": digest.case_id,
        "rank": change.rank,
        "name": digest.name,
        "unit": digest.unit,
        "form": digest.form,
        "gate": digest.gate,
        "index": None if index is None else round(index, 1),
        "coverage": digest.coverage,
        "priority_class": digest.priority_class,
        "npv_all_valued": npvs[View.ALL_VALUED],
        "npv_cash_releasing": npvs[View.CASH_RELEASING],
        "npv_cautious": npvs[View.CAUTIOUS],
        "pv_costs": round(all_valued.pv_costs),
        "net_benefit_per_krona": None if ratio is None else round(ratio, 2),
        "comparability": digest.obstacle or digest.terms_note or words.COMPARABLE,
        "file": change.file,
    }


def file_rows(results: PortfolioResults) -> list[Mapping[str, object]]:
    """A row for each file: what became of it and why."""
    rows: list[Mapping[str, object]] = []
    for file in results.files:
        digest = file.digest
        rows.append(
            {
                "file": file.file,
                "verdict": words.VERDICTS[file.verdict],
                "reason": file.reason or (digest.obstacle if digest is not None else ""),
                "case_id": "" if digest is None else digest.case_id,
                "name": "" if digest is None else digest.name,
                "form": None if digest is None else digest.form,
                "calculated_at": "" if digest is None else digest.calculated_at,
                "received_at": file.modified,
            }
        )
    return rows
