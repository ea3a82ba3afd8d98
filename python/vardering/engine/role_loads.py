"""The load on every role and year over many changes."""

from collections.abc import Collection, Sequence

from vardering.model.case_digest import CaseDigest
from vardering.model.portfolio_results import RoleLoad


def role_loads(digests: Sequence[CaseDigest], selected: Collection[str]) -> tuple[RoleLoad, ...]:
    """Hours by role and calendar year, sorted: needed by all, needed by those selected (ids), counted as available."""
    sums: dict[tuple[str, int], list[float]] = {}
    for digest in digests:
        for load in digest.resources:
            total = sums.setdefault((load.role, load.year), [0.0, 0.0, 0.0])
            total[0] += load.needed_hours
            total[1] += load.needed_hours if digest.case_id in selected else 0.0
            total[2] += load.available_hours
    return tuple(RoleLoad(role, year, *hours) for (role, year), hours in sorted(sums.items()))
