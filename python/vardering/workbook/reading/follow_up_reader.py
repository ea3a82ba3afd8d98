"""From the sheets Uppföljning and Kostnadsutfall to what was reported. Nothing wrong there stops a calculation."""

from collections.abc import Iterator
from typing import TypeVar

from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.measurement import ActualCost, FollowUp, Measurement
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.contract.follow_up_sheet import ACTUAL_COSTS, MEASUREMENTS
from vardering.workbook.reading.case_reader import contract_version
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.places import Correction, RowPlace
from vardering.workbook.reading.plan_reader import as_warnings
from vardering.workbook.reading.tables import read_table
from vardering.workbook.snapshot import Snapshot

Report = TypeVar("Report", Measurement, ActualCost)
Placed = tuple[Report, RowPlace]
"""A report and the row that it stands in."""


@dataclass(frozen=True, slots=True)
class FollowUpReading:
    """What was reported with the row each report came from, what was found on the way (no errors), and corrections."""

    follow_up: FollowUp = FollowUp()
    measured_at: tuple[RowPlace, ...] = ()
    paid_at: tuple[RowPlace, ...] = ()
    faults: tuple[Fault, ...] = ()
    corrections: tuple[Correction, ...] = ()


def read_follow_up(snapshot: Snapshot) -> FollowUpReading | None:
    """What a workbook holds of follow-up; None for one without the sheets: simplified, or from before there were any.

    A row without its id, its date or any value, and the second report of the same effect and day, are said and not
    counted. Raises ``BookForeignError`` where a sheet lacks a heading that it should have.
    """
    if MEASUREMENTS.name not in snapshot.tables or ACTUAL_COSTS.name not in snapshot.tables:
        return None
    measured = read_measurements(snapshot, MEASUREMENTS)
    reader, faults = CellReader(), list[Fault]()
    paid = list(_first_of_each(list(_records(snapshot, ACTUAL_COSTS, ActualCost, reader)), faults))
    return FollowUpReading(
        measured.follow_up.model_copy(update={"actual_costs": tuple(row for row, _ in paid)}),
        measured.measured_at,
        tuple(place for _, place in paid),
        (*measured.faults, *as_warnings(reader.faults), *faults),
        (*measured.corrections, *reader.corrections),
    )


def read_measurements(snapshot: Snapshot, declared: InputTable) -> FollowUpReading:
    """The measurements in a table of a workbook or of a form; faults as ``read_follow_up``.

    Raises ``BookForeignError`` where the table or a heading is missing.
    """
    reader, faults = CellReader(), list[Fault]()
    rows = [
        (row, place)
        for row, place in _records(snapshot, declared, Measurement, reader)
        if row.has_value or _is_without_value(place, reader)
    ]
    rows = list(_first_of_each(rows, faults))
    return FollowUpReading(
        FollowUp(measurements=tuple(row for row, _ in rows)),
        tuple(place for _, place in rows),
        (),
        (*as_warnings(reader.faults), *faults),
        tuple(reader.corrections),
    )


def _records(
    snapshot: Snapshot, declared: InputTable, record: type[Report], reader: CellReader
) -> Iterator[Placed[Report]]:
    reading = read_table(snapshot, declared, contract_version(snapshot), reader)
    placed = zip(reading.records, reading.places, strict=True)
    yield from ((row, place) for row, place in placed if isinstance(row, record))


def _is_without_value(place: RowPlace, reader: CellReader) -> bool:
    """Say that nothing was measured, unless the row's cells have been found wrong already; always False."""
    where = place.cell("actual")
    if not any(fault.where is not None and fault.where.row == where.row for fault in reader.faults):
        reader.warning("measurement-without-value", where)
    return False


def _first_of_each(rows: list[Placed[Report]], faults: list[Fault]) -> Iterator[Placed[Report]]:
    """The first report of each key; the others are said."""
    seen = set()
    for row, place in rows:
        if row.key in seen:
            first = place.declared.columns[0].field
            told = {"id": str(row.key[0]), "when": str(row.key[1])}
            faults.append(Fault("report-twice", Severity.WARNING, place.cell(first), told))
            continue
        seen.add(row.key)
        yield row, place
