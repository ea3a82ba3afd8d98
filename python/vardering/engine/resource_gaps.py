"""Hours that a change needs of each role and unit, and those that are missing."""

from collections.abc import Iterable

from vardering.engine.hour_costs import TimePrices
from vardering.engine.timeline import Timeline
from vardering.model.results import ResourceGap
from vardering.model.rows import ResourceRequirement


def needed_hours(row: ResourceRequirement, prices: TimePrices) -> float:
    """Hours a row needs: its hours, or its full-time equivalents times hours per FTE; 0 where neither is given.

    Raises VarderingError parameter-missing (hours_per_fte).
    """
    if row.hours_needed is not None:
        return row.hours_needed
    return row.fte_needed * prices.hours_per_fte if row.fte_needed else 0.0


def resource_gaps(
    rows: Iterable[ResourceRequirement], timeline: Timeline, prices: TimePrices
) -> tuple[ResourceGap, ...]:
    """Needed, available, missing and not financed hours per role, unit and calendar year within the horizon.

    ``gap = max(0, needed − available)`` of the whole group, so a surplus in one role never covers another.
    Rows without a year and outside the horizon are left out. Sorted by role, unit and year.
    """
    groups: dict[tuple[str, str, int], list[ResourceRequirement]] = {}
    years = timeline.calendar_years
    for row in rows:
        if row.year in years:
            groups.setdefault((row.role, row.unit, row.year), []).append(row)
    return tuple(_gap(*key, groups[key], prices) for key in sorted(groups))


def _gap(role: str, unit: str, year: int, rows: list[ResourceRequirement], prices: TimePrices) -> ResourceGap:
    needed = sum(needed_hours(row, prices) for row in rows)
    available = sum(row.hours_available or 0.0 for row in rows)
    return ResourceGap(
        role=role,
        unit=unit,
        year=year,
        needed_hours=needed,
        available_hours=available,
        gap_hours=max(0.0, needed - available),
        unfinanced_hours=sum(needed_hours(row, prices) for row in rows if not row.financed),
    )
