"""The limits of a selection as linear constraints on choices of 0 and 1, each with its name."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray
from vardering.model.portfolio_words import OfficeDecision
from vardering.model.selection import Candidate, Limit, LimitKind, SelectionProblem


@dataclass(frozen=True, slots=True)
class Limits:
    """``matrix @ choice <= most`` with one named row for each limit: shapes (limits, candidates) and (limits,)."""

    named: tuple[Limit, ...]
    matrix: FloatArray
    most: FloatArray

    def without(self, left_out: Sequence[int]) -> "Limits":
        """The limits save those at some places."""
        kept = [place for place in range(len(self.named)) if place not in left_out]
        return Limits(tuple(self.named[place] for place in kept), self.matrix[kept], self.most[kept])

    def are_kept(self, choice: FloatArray) -> bool:
        """Whether a choice keeps every limit, to nine digits of what is added up."""
        scale = np.abs(self.matrix).sum(axis=1) + np.abs(self.most)
        return bool(np.all(self.matrix @ choice <= self.most + 1e-9 * scale))


def limits_of(problem: SelectionProblem) -> Limits:
    """Every limit of a problem.

    A budget: Σ cost ≤ budget. A capacity: Σ hours ≤ capacity. A balance: share × Σ cost − Σ cost of the area ≤ 0.
    A prerequisite that is no candidate can never be met: then the change stays out.
    """
    rows = list(_rows(problem))
    count = len(problem.candidates)
    matrix = np.array([row for _, row, _ in rows]) if rows else np.zeros((0, count))
    return Limits(tuple(limit for limit, _, _ in rows), matrix, np.array([most for _, _, most in rows]))


Row = tuple[Limit, FloatArray, float]


def _rows(problem: SelectionProblem) -> Iterator[Row]:
    candidates = problem.candidates
    for year, budget in sorted(problem.budgets_kr.items()):
        place = problem.years.index(year)
        yield Limit(LimitKind.BUDGET, year=year), _row(one.costs_kr[place] for one in candidates), budget
    for (role, year), capacity in sorted(problem.capacities_hours.items()):
        hours = _row(one.hours.get((role, year), 0.0) for one in candidates)
        yield Limit(LimitKind.CAPACITY, role, year), hours, capacity
    yield from _decisions(candidates)
    yield from _bonds(candidates)
    total = _row(sum(one.costs_kr) for one in candidates)
    for area, share in sorted(problem.least_shares.items()):
        inside = _row(one.focus_area == area for one in candidates)
        yield Limit(LimitKind.BALANCE, area), share * total - inside * total, 0.0


def _decisions(candidates: Sequence[Candidate]) -> Iterator[Row]:
    for candidate in candidates:
        alone = _row(one is candidate for one in candidates)
        if candidate.office_decision is OfficeDecision.MUST:
            yield Limit(LimitKind.MUST, candidate.id), -alone, -1.0
        elif candidate.office_decision is OfficeDecision.NEVER:
            yield Limit(LimitKind.NEVER, candidate.id), alone, 0.0


def _bonds(candidates: Sequence[Candidate]) -> Iterator[Row]:
    """Versions of which one at most, and changes that need others."""
    for group in sorted({one.version_group for one in candidates if one.version_group}):
        yield Limit(LimitKind.VERSION_GROUP, group), _row(one.version_group == group for one in candidates), 1.0
    for candidate in candidates:
        for other in candidate.requires:
            alone = _row(one is candidate for one in candidates)
            needed = _row(one.id == other for one in candidates)
            yield Limit(LimitKind.PREREQUISITE, candidate.id, other=other), alone - needed, 0.0


def _row(figures: Iterable[float]) -> FloatArray:
    return np.array([float(figure) for figure in figures])
