"""A selection with its reasons: why each change is in or out, what more budget buys, the frontier and near-ties."""

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray
from vardering.engine.selection import best_choice, other_than
from vardering.engine.selection_clashes import clashes, clashing
from vardering.engine.selection_limits import Limits, limits_of
from vardering.model.portfolio_words import OfficeDecision
from vardering.model.selection import (
    Candidate,
    FrontierPoint,
    Limit,
    LimitKind,
    Marginal,
    NextBest,
    Selection,
    SelectionProblem,
    Verdict,
    VerdictReason,
)

MOST_TRIED = 100
"""Candidates up to which the opposite of every verdict is solved: beyond it would take minutes."""
ONE_MILLION_KR = 1_000_000.0
FRONTIER_SHARES = tuple(step / 10 for step in range(21))
"""The budgets that the frontier tries, as shares of the given ones."""
NOTHING = 1e-9
"""A difference of value that is none, as a share of the values added up."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """A solved problem: candidates in the order of their ids, so that the answer never depends on the sheet's."""

    problem: SelectionProblem
    values: FloatArray
    limits: Limits
    choice: FloatArray

    @property
    def value(self) -> float:
        return float(self.values @ self.choice)

    @property
    def tolerance(self) -> float:
        return NOTHING * float(np.abs(self.values).sum())

    def moves(self, other: FloatArray, but: int | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids that come and go in another choice, save the candidate it was made for."""
        ids = [candidate.id for candidate in self.problem.candidates]
        added = tuple(ids[i] for i in range(len(ids)) if other[i] > self.choice[i] and i != but)
        dropped = tuple(ids[i] for i in range(len(ids)) if other[i] < self.choice[i] and i != but)
        return added, dropped


def select(problem: SelectionProblem) -> Selection:
    """The best selection of a problem with every reason; where no selection is possible, what clashes."""
    ordered = _ordered(problem)
    limits = limits_of(ordered)
    values = np.array([candidate.value for candidate in ordered.candidates])
    choice = best_choice(values, limits)
    if choice is None:
        return Selection(is_possible=False, clashes=clashes(limits))
    ground = _Ground(ordered, values, limits, choice)
    places = range(len(ordered.candidates))
    return Selection(
        is_possible=True,
        selected=tuple(ordered.candidates[place].id for place in places if choice[place]),
        value=ground.value,
        verdicts=tuple(_verdict(ground, place) for place in places),
        marginals=_marginals(ground),
        frontier=_frontier(ground),
        next_best=_next_best(ground),
    )


def _ordered(problem: SelectionProblem) -> SelectionProblem:
    return SelectionProblem(
        candidates=tuple(sorted(problem.candidates, key=lambda candidate: candidate.id)),
        years=problem.years,
        budgets_kr=problem.budgets_kr,
        capacities_hours=problem.capacities_hours,
        least_shares=problem.least_shares,
    )


def _verdict(ground: _Ground, place: int) -> Verdict:
    """Why a candidate is in or out, by solving with it the other way round."""
    candidate, is_selected = ground.problem.candidates[place], bool(ground.choice[place])
    if candidate.office_decision is not None:
        is_must = candidate.office_decision is OfficeDecision.MUST
        return Verdict(candidate.id, is_selected, VerdictReason.DECIDED_IN if is_must else VerdictReason.DECIDED_OUT)
    if len(ground.values) > MOST_TRIED:
        return Verdict(candidate.id, is_selected, VerdictReason.NOT_TRIED)
    fixed = {place: 0 if is_selected else 1}
    other = best_choice(ground.values, ground.limits, fixed)
    if other is None:
        clash = tuple(ground.limits.named[found] for found in clashing(ground.limits, fixed))
        reason = VerdictReason.NEEDED if is_selected else VerdictReason.IMPOSSIBLE
        return Verdict(candidate.id, is_selected, reason, clashes=clash)
    loss = ground.value - float(ground.values @ other)
    added, dropped = ground.moves(other, place)
    if loss <= ground.tolerance:
        return Verdict(candidate.id, is_selected, VerdictReason.EQUALLY_GOOD, 0.0, added, dropped)
    reason = VerdictReason.WORTH_ITS_PLACE if is_selected else _reason_out(ground, candidate, dropped)
    return Verdict(candidate.id, is_selected, reason, loss, added, dropped)


def _reason_out(ground: _Ground, candidate: Candidate, dropped: tuple[str, ...]) -> VerdictReason:
    others = {one.id: one for one in ground.problem.candidates}
    if candidate.version_group and any(others[name].version_group == candidate.version_group for name in dropped):
        return VerdictReason.ANOTHER_VERSION
    return VerdictReason.CROWDED_OUT if dropped else VerdictReason.NO_GAIN


def _marginals(ground: _Ground) -> tuple[Marginal, ...]:
    """What one more million buys in each budget year, and in all of them, by solving again."""
    years = [limit.year for limit in ground.limits.named if limit.kind is LimitKind.BUDGET]
    asked: list[int | None] = [*years, None] if len(years) > 1 else [*years]
    found = []
    for year in asked:
        extra = np.array([ONE_MILLION_KR * _is_budget_of(limit, year) for limit in ground.limits.named])
        larger = Limits(ground.limits.named, ground.limits.matrix, ground.limits.most + extra)
        found_choice = best_choice(ground.values, larger)
        choice = ground.choice if found_choice is None else found_choice
        gain = float(ground.values @ choice) - ground.value
        is_better = gain > ground.tolerance
        added, dropped = ground.moves(choice) if is_better else ((), ())
        found.append(Marginal(year, ONE_MILLION_KR, gain if is_better else 0.0, added, dropped))
    return tuple(found)


def _is_budget_of(limit: Limit, year: int | None) -> bool:
    return limit.kind is LimitKind.BUDGET and (year is None or limit.year == year)


def _frontier(ground: _Ground) -> tuple[FrontierPoint, ...]:
    """The best value against the budget, all years scaled alike; () where there is no budget."""
    is_budget = np.array([limit.kind is LimitKind.BUDGET for limit in ground.limits.named], dtype=bool)
    if not is_budget.any():
        return ()
    total = float(ground.limits.most[is_budget].sum())
    points = []
    for share in FRONTIER_SHARES:
        most = np.where(is_budget, share * ground.limits.most, ground.limits.most)
        choice = best_choice(ground.values, Limits(ground.limits.named, ground.limits.matrix, most))
        value = None if choice is None else float(ground.values @ choice)
        points.append(FrontierPoint(share, share * total, value, 0 if choice is None else int(choice.sum())))
    return tuple(points)


def _next_best(ground: _Ground) -> NextBest | None:
    """The best selection that is not this one; None where there is no other."""
    row, most = other_than(ground.choice)
    limits = Limits(
        (*ground.limits.named, Limit(LimitKind.NEVER)),
        np.vstack([ground.limits.matrix, row]),
        np.append(ground.limits.most, most),
    )
    choice = best_choice(ground.values, limits)
    if choice is None:
        return None
    gap = ground.value - float(ground.values @ choice)
    size = abs(ground.value)
    return NextBest(
        0.0 if gap <= ground.tolerance else gap,
        gap / size if size > 0.0 and gap > ground.tolerance else 0.0,
        *ground.moves(choice),
    )
