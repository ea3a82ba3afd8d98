"""From a portfolio and what its office wrote to a selection problem."""

import re
from collections.abc import Mapping, Sequence

from vardering.engine.portfolio_sums import on_years
from vardering.model.case_digest import CaseDigest, ViewDigest
from vardering.model.portfolio import Portfolio, RankingRow, SelectionSettings
from vardering.model.portfolio_words import BudgetScope, Objective
from vardering.model.selection import Candidate, SelectionProblem
from vardering.model.vocabulary import View

_BETWEEN = re.compile(r"[,;\n]")


def selection_problem(digests: Sequence[CaseDigest], portfolio: Portfolio, years: Sequence[int]) -> SelectionProblem:
    """The problem of choosing among comparable changes.

    Budgets take the municipality's financial costs, kr by calendar year in the portfolio's prices; ``years`` are
    those of the changes. Later rows of a year, a role and year or a focus area replace earlier ones.
    """
    budgets = {entry.year: entry.budget_kr for entry in portfolio.budgets}
    every = tuple(sorted({*years, *budgets}))
    decided = {row.case_id: row for row in portfolio.ranking}
    values = objective_values(digests, portfolio.selection)
    return SelectionProblem(
        candidates=tuple(
            _candidate(digest, value, decided.get(digest.case_id), every, portfolio.selection.budget_scope)
            for digest, value in zip(digests, values, strict=True)
        ),
        years=every,
        budgets_kr=budgets,
        capacities_hours={
            (row.role, row.year): row.capacity_hours for row in portfolio.resources if row.capacity_hours is not None
        },
        least_shares={rule.focus_area: rule.least_share for rule in portfolio.balances},
    )


def objective_values(digests: Sequence[CaseDigest], settings: SelectionSettings) -> list[float]:
    """What each change adds to the objective: kr, index points, or ``w × NPV / largest |NPV| + (1 − w) × index / 100``.

    A change without an index adds nothing of it.
    """
    npvs = [digest.view(settings.view).npv for digest in digests]
    if settings.objective is Objective.NET_PRESENT_VALUE:
        return npvs
    if settings.objective is Objective.INDEX:
        return [digest.index or 0.0 for digest in digests]
    largest = max((abs(npv) for npv in npvs), default=0.0) or 1.0
    weight = settings.npv_weight
    return [
        weight * npv / largest + (1.0 - weight) * (digest.index_without_net_value or 0.0) / 100.0
        for npv, digest in zip(npvs, digests, strict=True)
    ]


def _candidate(
    digest: CaseDigest, value: float, row: RankingRow | None, years: Sequence[int], scope: BudgetScope
) -> Candidate:
    written = row or RankingRow(case_id=digest.case_id)
    return Candidate(
        id=digest.case_id,
        name=digest.name,
        value=value,
        costs_kr=tuple(on_years(_costs(digest.view(View.CASH_RELEASING), scope), digest.start_year, years).tolist()),
        hours=_hours(digest),
        focus_area=written.focus_area or digest.unit,
        version_group=written.version_group,
        requires=tuple(name.strip() for name in _BETWEEN.split(written.requires) if name.strip()),
        office_decision=written.office_decision,
    )


def _costs(view: ViewDigest, scope: BudgetScope) -> tuple[float, ...]:
    return view.one_off_costs if scope is BudgetScope.ONE_OFF else view.costs


def _hours(digest: CaseDigest) -> Mapping[tuple[str, int], float]:
    return {(load.role, load.year): load.needed_hours for load in digest.resources}
