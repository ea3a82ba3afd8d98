"""Which limits cannot be kept together, and by how little they must give way."""

import numpy as np

from vardering.engine.arrays import FloatArray
from vardering.engine.selection import best_choice, row_scales, scaled
from vardering.engine.selection_limits import Limits
from vardering.model.selection import Clash, LimitKind

SOFT = (LimitKind.BUDGET, LimitKind.CAPACITY, LimitKind.BALANCE)
"""Limits that can give way by an amount; the others hold or do not."""


def clashing(limits: Limits, fixed: dict[int, int] | None = None) -> tuple[int, ...]:
    """Places of a smallest set of limits that cannot be kept together; () where all can.

    The deletion filter: a limit without which the rest still cannot be kept is not needed for the clash. What is left
    is irreducible: without any one of them the others can be kept.
    Source: Chinneck and Dravnieks, Locating minimal infeasible constraint sets in linear programs (1991).
    """
    nothing = np.zeros(limits.matrix.shape[1])
    if best_choice(nothing, limits, fixed) is not None:
        return ()
    left_out: list[int] = []
    for place in range(len(limits.named)):
        if best_choice(nothing, limits.without([*left_out, place]), fixed) is None:
            left_out.append(place)
    return tuple(place for place in range(len(limits.named)) if place not in left_out)


def clashes(limits: Limits) -> tuple[Clash, ...]:
    """The limits of a smallest clash, and what those with an amount lack at the least when they alone give way.

    For limits that cannot all be kept.
    """
    places = clashing(limits)
    kept = [place for place in range(len(limits.named)) if place not in places]
    clash = limits.without(kept)
    lacking = _least_relaxation(clash)
    return tuple(
        Clash(limit, amount if limit.kind in SOFT and amount > 0.0 else None)
        for limit, amount in zip(clash.named, lacking, strict=True)
    )


def _least_relaxation(limits: Limits) -> FloatArray:
    """Elastic programming: the least sum of scaled slacks on soft limits, in each limit's own unit; (limits,).

    Zeros where hard limits clash among themselves.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 – only a clash waits for it

    matrix, most = scaled(limits)
    count, candidates = matrix.shape
    soft = np.array([limit.kind in SOFT for limit in limits.named])
    elastic = np.hstack([matrix, -np.diag(soft.astype(float))])
    highest = np.concatenate([np.ones(candidates), np.where(soft, np.inf, 0.0)])
    solution = milp(
        c=np.concatenate([np.zeros(candidates), np.ones(count)]),
        integrality=np.concatenate([np.ones(candidates), np.zeros(count)]),
        bounds=Bounds(np.zeros(candidates + count), highest),
        constraints=LinearConstraint(elastic, -np.inf, most),
        options={"mip_rel_gap": 0.0},
    )
    if solution.x is None:
        return np.zeros(count)
    slacks: FloatArray = np.where(solution.x[candidates:] > 1e-9, solution.x[candidates:], 0.0)
    return slacks * row_scales(limits)
