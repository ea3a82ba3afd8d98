"""The best selection under its limits, as an integer programme: HiGHS through SciPy's ``milp``.

Maximise Σ value × choice over choices of 0 and 1. Every answer is checked against the limits themselves: what the
solver lets through within its own tolerance and the limits do not is cut off and solved again.
"""

from collections.abc import Mapping

import numpy as np

from vardering.engine.arrays import FloatArray
from vardering.engine.selection_limits import Limits

COST_SCALE = 1e5
"""The largest value as the solver sees it: its absolute gap of 1e-6 is then eleven digits below."""


def best_choice(values: FloatArray, limits: Limits, fixed: Mapping[int, int] | None = None) -> FloatArray | None:
    """The choice (candidates,) of 0 and 1 with the largest Σ values; None where no choice keeps the limits.

    ``fixed`` holds candidates (by place) at 0 or 1.
    """
    least, most = np.zeros(len(values)), np.ones(len(values))
    for place, side in (fixed or {}).items():
        least[place] = most[place] = float(side)
    cuts: list[tuple[FloatArray, float]] = []
    while True:
        choice = _solved(values, limits, (least, most), cuts)
        if choice is None or limits.are_kept(choice):
            return choice
        cuts.append(other_than(choice))


def other_than(choice: FloatArray) -> tuple[FloatArray, float]:
    """The constraint ``row @ x <= most`` that every choice but this one keeps: Σ chosen x − Σ others x ≤ chosen − 1."""
    return 2.0 * choice - 1.0, float(choice.sum()) - 1.0


def _solved(
    values: FloatArray,
    limits: Limits,
    bounds: tuple[FloatArray, FloatArray],
    cuts: list[tuple[FloatArray, float]],
) -> FloatArray | None:
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 – only a selection waits for it

    if not len(values):
        return values if limits.are_kept(values) else None
    matrix, most = scaled(limits)
    rows = np.vstack([matrix, *(row for row, _ in cuts)]) if cuts else matrix
    highest = np.array([*most, *(bound for _, bound in cuts)])
    largest = float(np.abs(values).max()) or 1.0
    solution = milp(
        c=-values * (COST_SCALE / largest),
        integrality=np.ones(len(values)),
        bounds=Bounds(*bounds),
        constraints=LinearConstraint(rows, -np.inf, highest) if len(rows) else (),
        options={"mip_rel_gap": 0.0},
    )
    return None if solution.x is None else np.round(solution.x)


def scaled(limits: Limits) -> tuple[FloatArray, FloatArray]:
    """The limits with each row divided by its largest figure, so that kronor, hours and choices weigh alike."""
    scale = row_scales(limits)
    return limits.matrix / scale[:, np.newaxis], limits.most / scale


def row_scales(limits: Limits) -> FloatArray:
    """The largest coefficient of each row; 1 for a row of zeros."""
    largest = np.abs(limits.matrix).max(axis=1, initial=0.0)
    scales: FloatArray = np.where(largest > 0.0, largest, 1.0)
    return scales
