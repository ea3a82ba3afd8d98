"""Checks of the groups of rows that vary together in a simulation."""

from vardering.base.cells import Position
from vardering.workbook.checking.checker import Checker


def check_correlation(checker: Checker) -> None:
    """A group that a single row belongs to says nothing: another row was meant too, or none."""
    members: dict[str, list[tuple[Position | None, str]]] = {}
    for case_field, index, row in checker.money_rows():
        if row.correlation_group:
            where = checker.at(case_field, index, "correlation_group")
            members.setdefault(row.correlation_group, []).append((where, row.id))
    for name, rows in members.items():
        if len(rows) == 1:
            where, row_id = rows[0]
            checker.error("correlation-group-of-one", where, id=row_id, name=name)
