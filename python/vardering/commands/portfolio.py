"""Uppdatera portföljen: many cases on common terms, ranked and summed, merged into the workbook of the portfolio."""

from collections.abc import Iterable

from vardering.base.light_dataclasses import dataclass
from vardering.commands.case_digest import Terms
from vardering.commands.received_files import settle
from vardering.commands.request import Outcome, RunContext
from vardering.engine.portfolio_sums import portfolio_years, rank_figure, ranks, view_sums
from vardering.engine.role_loads import role_loads
from vardering.engine.selection_problem import selection_problem
from vardering.engine.selection_report import select
from vardering.model.case_digest import FileReading
from vardering.model.portfolio import Portfolio, PortfolioTerms
from vardering.model.portfolio_results import PortfolioResults, RankedChange
from vardering.parameters.register import standard_assumptions
from vardering.texts.portfolio_texts import EVENT
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.portfolio_change_set import portfolio_change_set
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.portfolio_reader import PortfolioReading, read_portfolio
from vardering.workbook.snapshot import Snapshot

STANDARD_HORIZON_YEARS = 5


@dataclass(frozen=True, slots=True)
class PortfolioUpdate:
    """What an update gives: what is written, and the results (None where the portfolio's own inputs have errors)."""

    outcome: Outcome
    results: PortfolioResults | None = None


def new_portfolio(base_year: int) -> WorkbookLayout:
    """An empty portfolio whose terms are the product's standard ones, in prices of the year before its first."""
    from vardering.workbook.template.portfolio_workbook import build_portfolio_workbook

    terms = PortfolioTerms(
        base_year=base_year,
        horizon_years=STANDARD_HORIZON_YEARS,
        discount_rate=standard_assumptions(base_year - 1).discount_rate.value or 0.0,
        price_level_year=base_year - 1,
    )
    return build_portfolio_workbook(Portfolio(terms=terms))


def terms_of(snapshot: Snapshot, context: RunContext) -> tuple[Terms | None, Outcome]:
    """The terms that a portfolio's workbook states, as of now; None with findings where they have errors.

    Raises ``BookForeignError`` for a workbook that is no portfolio.
    """
    reading = read_portfolio(snapshot)
    outcome = Outcome(_findings(reading, snapshot))
    if reading.portfolio is None or outcome.has_errors:
        return None, outcome
    return Terms(reading.portfolio.terms, reading.portfolio.indexes, context.clock.date()), outcome


def update_portfolio(snapshot: Snapshot, readings: Iterable[FileReading], context: RunContext) -> PortfolioUpdate:
    """The ChangeSet of an update: every table refreshed from the files that were read, what people wrote kept.

    Errors in what people wrote stop the update. Raises ``BookForeignError``.
    """
    reading = read_portfolio(snapshot)
    findings = _findings(reading, snapshot)
    portfolio = reading.portfolio
    if portfolio is None or Outcome(findings).has_errors:
        return PortfolioUpdate(Outcome(findings))
    results = portfolio_results(settle(readings), portfolio)
    run = Run(EVENT, context.clock, context.user, context.version)
    change_set = portfolio_change_set(snapshot, reading.corrections, portfolio, results, run)
    return PortfolioUpdate(Outcome(findings, change_set), results)


def _findings(reading: PortfolioReading, snapshot: Snapshot) -> tuple[Finding, ...]:
    return findings_of(reading.faults, [sheet.name for sheet in snapshot.sheets])


def portfolio_results(files: tuple[FileReading, ...], portfolio: Portfolio) -> PortfolioResults:
    """The changes of the files that count: ranked, summed, and the best selection of them."""
    used = [(file.file, file.digest) for file in files if file.verdict.is_used and file.digest is not None]
    places = ranks([rank_figure(digest, portfolio.terms.rank_by) for _, digest in used])
    changes = [RankedChange(digest, file, rank) for (file, digest), rank in zip(used, places, strict=True)]
    comparable = [digest for _, digest in used if not digest.obstacle]
    years = portfolio_years(comparable)
    problem = selection_problem(comparable, portfolio, years)
    selection = select(problem)
    return PortfolioResults(
        files=files,
        changes=tuple(sorted(changes, key=_order)),
        years=years,
        sums=view_sums(comparable, years),
        compared=len(comparable),
        loads=role_loads([digest for _, digest in used], selection.selected),
        problem=problem,
        selection=selection,
    )


def _order(change: RankedChange) -> tuple[bool, int, str, str]:
    return change.rank is None, change.rank or 0, change.digest.name, change.digest.case_id
