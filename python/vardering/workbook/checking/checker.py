"""Collecting faults over a case whose cells are known."""

from collections.abc import Iterator

from vardering.base.cells import Position
from vardering.base.faults import Argument, Fault, Severity
from vardering.base.light_dataclasses import dataclass, field
from vardering.model.case import Case
from vardering.model.rows import CostRow, Effect
from vardering.workbook.reading.places import Places

COST_FIELDS = ("development", "transition", "running")
SIMPLIFIED_FIELDS = {"driver_likely": "volume"}
"""Fields that the simplified workbook has a column for under another name."""


@dataclass(slots=True)
class Checker:
    """A case, where its values stand, and the faults found so far.

    Where a simplified case has no cell of its own for a row, the place is None and the message carries the id.
    """

    case: Case
    places: Places
    faults: list[Fault] = field(default_factory=list)

    def error(self, code: str, where: Position | None, **arguments: Argument) -> None:
        """Note what stops the calculation."""
        self.faults.append(Fault(code, Severity.ERROR, where, arguments))

    def warning(self, code: str, where: Position | None, **arguments: Argument) -> None:
        """Note what should be thought through."""
        self.faults.append(Fault(code, Severity.WARNING, where, arguments))

    def at(self, case_field: str, index: int, field_name: str) -> Position | None:
        """The cell of a row's field; the row's first cell where the workbook has no such column."""
        for name in (field_name, SIMPLIFIED_FIELDS.get(field_name, "id"), "id"):
            try:
                return self.places.at(case_field, index, name)
            except KeyError:
                continue
        return None

    def has_column(self, case_field: str, index: int, field_name: str) -> bool:
        """Whether the workbook has a column of its own for a row's field."""
        return self.at(case_field, index, field_name) != self.at(case_field, index, "id")

    def cost_rows(self) -> Iterator[tuple[str, int, CostRow]]:
        """Every cost row with its case field and index."""
        for case_field in COST_FIELDS:
            rows: tuple[CostRow, ...] = getattr(self.case, case_field)
            for index, row in enumerate(rows):
                yield case_field, index, row

    def money_rows(self) -> Iterator[tuple[str, int, CostRow | Effect]]:
        """Every cost row and every effect valued in kronor."""
        yield from self.cost_rows()
        for index, effect in enumerate(self.case.effects):
            if effect.kind.is_monetary:
                yield "effects", index, effect
