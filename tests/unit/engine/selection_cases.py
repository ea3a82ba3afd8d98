"""Selections for tests: small problems, made at will or drawn, and the answer by trying everything."""

import itertools

import numpy as np

from vardering.model.portfolio_words import OfficeDecision
from vardering.model.selection import Candidate, SelectionProblem

YEARS = (2027, 2028)


def candidate(name: str, value: float, *costs: float, **changes: object) -> Candidate:
    """A candidate with costs in the two years."""
    content: dict[str, object] = {"hours": {}, **changes}
    padded = (*costs, *(0.0 for _ in range(len(YEARS) - len(costs))))
    return Candidate(id=name, name=name, value=value, costs_kr=padded, **content)  # type: ignore[arg-type]


def problem(
    *candidates: Candidate,
    budgets: dict[int, float] | None = None,
    capacities: dict[tuple[str, int], float] | None = None,
    shares: dict[str, float] | None = None,
) -> SelectionProblem:
    return SelectionProblem(candidates, YEARS, budgets or {}, capacities or {}, shares or {})


def keeps(asked: SelectionProblem, chosen: tuple[Candidate, ...]) -> bool:
    """Whether a choice keeps every limit, said without matrices."""
    ids = {one.id for one in chosen}
    for place, year in enumerate(asked.years):
        if year in asked.budgets_kr and sum(one.costs_kr[place] for one in chosen) > asked.budgets_kr[year]:
            return False
    for key, capacity in asked.capacities_hours.items():
        if sum(one.hours.get(key, 0.0) for one in chosen) > capacity:
            return False
    groups = [one.version_group for one in chosen if one.version_group]
    if len(groups) != len(set(groups)):
        return False
    for one in asked.candidates:
        if one.office_decision is OfficeDecision.MUST and one.id not in ids:
            return False
        if one.office_decision is OfficeDecision.NEVER and one.id in ids:
            return False
        if one.id in ids and not set(one.requires) <= ids:
            return False
    total = sum(sum(one.costs_kr) for one in chosen)
    return all(
        sum(sum(one.costs_kr) for one in chosen if one.focus_area == area) >= share * total - 1e-6
        for area, share in asked.least_shares.items()
    )


def best_by_trying(asked: SelectionProblem) -> float | None:
    """The best value of all choices that keep the limits; None where none does."""
    values = [
        sum(one.value for one in chosen)
        for count in range(len(asked.candidates) + 1)
        for chosen in itertools.combinations(asked.candidates, count)
        if keeps(asked, chosen)
    ]
    return max(values, default=None)


def greedy_by_ratio(asked: SelectionProblem) -> float:
    """What one gets by taking the best value per krona first, as long as the limits are kept."""
    chosen: tuple[Candidate, ...] = ()
    for one in sorted(asked.candidates, key=lambda c: -c.value / max(sum(c.costs_kr), 1.0)):
        if one.value > 0 and keeps(asked, (*chosen, one)):
            chosen = (*chosen, one)
    return sum(one.value for one in chosen)


def drawn_problem(seed: int, most: int = 16) -> SelectionProblem:
    """A problem of up to ``most`` candidates with limits of every kind, some of them impossible to keep."""
    draw = np.random.default_rng(seed)
    count = int(draw.integers(1, most + 1))
    names = [f"K{number:02}" for number in range(count)]
    candidates = []
    for place, name in enumerate(names):
        decision = {0: OfficeDecision.MUST, 1: OfficeDecision.NEVER}.get(int(draw.integers(0, 12)))
        others = [other for other in names if other != name]
        needs = (str(draw.choice(others)),) if others and draw.random() < 0.2 else ()
        candidates.append(
            candidate(
                name,
                float(draw.integers(-300, 2_000)) * 1_000,
                *(float(draw.integers(0, 900)) * 1_000 for _ in YEARS),
                hours={("Arkitekt", 2027): float(draw.integers(0, 400))},
                focus_area=str(draw.choice(["barn", "miljö", ""])),
                version_group=str(draw.choice(["", "", "", "A", "B"])),
                requires=needs,
                office_decision=decision if place < 12 else None,
            )
        )
    total = sum(sum(one.costs_kr) for one in candidates) + 1_000.0
    return problem(
        *candidates,
        budgets={year: float(round(total * draw.uniform(0.1, 0.5), -3)) for year in YEARS if draw.random() < 0.9},
        capacities={("Arkitekt", 2027): float(draw.integers(100, 2_000))} if draw.random() < 0.7 else {},
        shares={"miljö": float(draw.choice([0.2, 0.4]))} if draw.random() < 0.4 else {},
    )
