"""Which input moved the net present value, and by how much, between two versions of a case.

Each change is made alone in the earlier version: its first-order effect. What remains up to the whole difference is
what the changes do together, the interaction, and is shown as such and never spread over the changes. Beside it
stands each change's effect as the last one; where the two differ, the change interacts with others.

Rows do not act on each other: with the same assumptions the net present value is a sum over rows. So all rows are
exchanged at once and each row's own difference is read, which gives what one run for each row would give.
"""

from collections.abc import Mapping, Sequence
from math import fsum

import numpy as np

from vardering.base.faults import VarderingError
from vardering.engine.arrays import FloatArray
from vardering.engine.discounting import present_value
from vardering.engine.evaluation import evaluate
from vardering.engine.npv_ground import npv_ground
from vardering.model.case import Case
from vardering.model.comparison import CaseChange, NpvBridge, NpvStep, applied
from vardering.model.results import RowGroup
from vardering.model.vocabulary import View

ROW_GROUPS: Mapping[str, RowGroup] = {
    "development": RowGroup.DEVELOPMENT,
    "transition": RowGroup.TRANSITION,
    "running": RowGroup.RUNNING,
    "effects": RowGroup.EFFECT,
    "decisions": RowGroup.EFFECT,
}
"""Tables whose rows carry the money. A decision belongs to its effect: together they are one step."""

WHOLE_CASE = ("change", "settings", "assumptions", "rate_bands", "categories", "price_groups", "profiles")
"""What bears on many rows at a time. All other tables have no part in the net present value."""

NAMED = ("categories", "price_groups", "profiles")
"""What rows refer to by name: an entry that is added or gone moves nothing, the rows that use it do."""

RowKey = tuple[RowGroup, str]
RowWorth = Mapping[RowKey, FloatArray]
"""Signed present value of each row of the main alternative in each view: shape (views,), kr."""


def attribute(before: Case, after: Case, changes: Sequence[CaseChange]) -> NpvBridge:
    """The bridge from the net present value of one case to that of another, kr, for the main alternative of each.

    ``changes`` are all that differs between the two. Steps that move nothing in any view are left out. Raises
    VarderingError as ``evaluate`` where one of the cases itself cannot be calculated.
    """
    first, last = npvs(before), npvs(after)
    groups = _grouped(changes)
    named = [change for change in changes if change.case_field in NAMED]
    with_names = applied(before, [change for change in named if change.before is None])
    forward = _effects(with_names, groups)
    # Taken back from the later version: what was there before must be there to be referred to.
    with_old_names = applied(after, [change.reverted for change in named if change.after is None])
    backward = _effects(with_old_names, [tuple(change.reverted for change in group) for group in groups])
    steps = tuple(
        NpvStep(group, _by_view(alone), _by_view(None if back is None else 0.0 - back))
        for group, alone, back in zip(groups, forward, backward, strict=True)
        if not (_is_nothing(alone) and _is_nothing(back))
    )
    interaction = {
        view: fsum((last[view], -first[view], *(-step.alone[view] for step in steps if step.alone is not None)))
        for view in View
    }
    return NpvBridge(first, last, steps, interaction)


def npvs(case: Case) -> dict[View, float]:
    """Net present value of the main alternative in each view, kr."""
    return {view: result.figures.npv for view, result in evaluate(case).main.views.items()}


def _grouped(changes: Sequence[CaseChange]) -> list[tuple[CaseChange, ...]]:
    """The steps: one for each row, with an effect's decision, and one for each single value or parameter."""
    groups: dict[tuple[str, str], list[CaseChange]] = {}
    for change in changes:
        if change.case_field in ROW_GROUPS:
            groups.setdefault((ROW_GROUPS[change.case_field].value, change.key), []).append(change)
        elif change.case_field in WHOLE_CASE and not _only_names(change):
            groups.setdefault((change.case_field, change.key), []).append(change)
    return [tuple(group) for group in groups.values()]


def _only_names(change: CaseChange) -> bool:
    return change.case_field in NAMED and (change.before is None or change.after is None)


def _is_of_rows(group: Sequence[CaseChange]) -> bool:
    return group[0].case_field in ROW_GROUPS


def _effects(case: Case, groups: Sequence[tuple[CaseChange, ...]]) -> list[FloatArray | None]:
    """What each group of changes alone does to the net present value of a case: (views,), None if it cannot be said."""
    start = _worth(case)
    rows = [group for group in groups if _is_of_rows(group)]
    of_rows = iter(_row_effects(case, start, rows))
    return [next(of_rows) if _is_of_rows(group) else _whole_effect(case, start, group) for group in groups]


def _row_effects(case: Case, start: RowWorth, groups: Sequence[tuple[CaseChange, ...]]) -> list[FloatArray | None]:
    """The effect of each row: all exchanged at once, in halves where one of them cannot be calculated here."""
    if not groups:
        return []
    try:
        worth = _worth(applied(case, [change for group in groups for change in group]))
    except VarderingError:
        if len(groups) == 1:
            return [None]
        half = len(groups) // 2
        return _row_effects(case, start, groups[:half]) + _row_effects(case, start, groups[half:])
    nothing = np.zeros(len(View))
    keys = [(ROW_GROUPS[group[0].case_field], group[0].key) for group in groups]
    return [worth.get(key, nothing) - start.get(key, nothing) for key in keys]


def _whole_effect(case: Case, start: RowWorth, group: Sequence[CaseChange]) -> FloatArray | None:
    try:
        worth = _worth(applied(case, group))
    except VarderingError:
        return None
    return _total(worth) - _total(start)


def _worth(case: Case) -> RowWorth:
    """Present value of every row in every view, kr, costs negative; rows of other alternatives are worth 0."""
    ground = npv_ground(case)
    worth = present_value(ground.values_kr, ground.factors)
    by_view = np.stack([worth * ground.signs[view] for view in View], axis=1)
    table = ground.table
    keys = ((group, row.id) for group, row in zip(table.groups, table.rows, strict=True))
    return dict(zip(keys, by_view, strict=True))


def _total(worth: RowWorth) -> FloatArray:
    total: FloatArray = sum(worth.values(), np.zeros(len(View)))
    return total


def _by_view(effect: FloatArray | None) -> dict[View, float] | None:
    return None if effect is None else dict(zip(View, (effect + 0.0).tolist(), strict=True))


def _is_nothing(effect: FloatArray | None) -> bool:
    return effect is not None and not effect.any()
