"""From the sheet Effekthemtagningsplan to the plan. What is wrong there is said, and never stops a calculation."""

from collections.abc import Sequence

from vardering.base.cells import Position
from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass, replace
from vardering.model.realisation_plan import PlanRow, RealisationPlan
from vardering.workbook.contract.plan_sheet import PLAN
from vardering.workbook.reading.case_reader import contract_version
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.places import RowPlace
from vardering.workbook.reading.tables import read_table
from vardering.workbook.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The plan of a workbook, the row each of its rows came from, and what was found on the way (no errors).

    Rows that are not written yet come last and have no place.
    """

    plan: RealisationPlan
    places: tuple[RowPlace, ...]
    faults: tuple[Fault, ...]

    def at(self, effect_id: str, field_name: str) -> Position | None:
        """The cell of a field in the first row of an effect; None where it has none."""
        for row, place in zip(self.plan.rows, self.places, strict=False):
            if row.effect_id == effect_id:
                return place.cell(field_name)
        return None


def read_plan(snapshot: Snapshot) -> PlanReading | None:
    """The plan a workbook holds; None for one without the sheet: simplified, or from before there were plans.

    Raises ``BookForeignError`` where the sheet lacks a heading that it should have.
    """
    if PLAN.name not in snapshot.tables:
        return None
    reader = CellReader()
    reading = read_table(snapshot, PLAN, contract_version(snapshot), reader)
    rows = tuple(record for record in reading.records if isinstance(record, PlanRow))
    faults = (*as_warnings(reader.faults), *_repeated(rows, reading.places))
    return PlanReading(RealisationPlan(rows=rows), reading.places, faults)


def as_warnings(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The same faults, none of which stops a calculation."""
    return tuple(
        replace(fault, severity=Severity.WARNING) if fault.severity is Severity.ERROR else fault for fault in faults
    )


def _repeated(rows: Sequence[PlanRow], places: Sequence[RowPlace]) -> list[Fault]:
    seen: set[str] = set()
    faults: list[Fault] = []
    for row, place in zip(rows, places, strict=True):
        if row.effect_id in seen:
            where = place.cell("effect_id")
            faults.append(Fault("plan-row-twice", Severity.WARNING, where, {"id": row.effect_id}))
        seen.add(row.effect_id)
    return faults
