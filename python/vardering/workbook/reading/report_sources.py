"""Reports that come back: forms, and whole copies of a workbook that went around by mail."""

from collections.abc import Sequence

from vardering.base.cells import Position
from vardering.base.faults import BookForeignError, Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.measurement import ActualCost, Measurement
from vardering.workbook.contract.catalogue import CASE_ID_NAME, CONTRACTS
from vardering.workbook.contract.follow_up_form import FORM, FORM_MEASUREMENTS
from vardering.workbook.reading.case_reader import contract_of
from vardering.workbook.reading.follow_up_reader import FollowUpReading, read_follow_up, read_measurements
from vardering.workbook.reading.places import RowPlace
from vardering.workbook.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What one file reports. Rows with anything wrong in them are left out and said; an error refuses the file."""

    name: str
    measurements: tuple[tuple[Measurement, RowPlace], ...] = ()
    costs: tuple[tuple[ActualCost, RowPlace], ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing of the file is taken."""
        return (
            not self.measurements and not self.costs and any(fault.severity is Severity.ERROR for fault in self.faults)
        )

    def without(self, faults: Sequence[Fault]) -> "ReportSource":
        """The same file without the rows that these faults are about, which are said."""
        wrong = {(fault.where.sheet, fault.where.row) for fault in faults if fault.where is not None}
        return ReportSource(
            self.name,
            tuple((row, place) for row, place in self.measurements if _row(place) not in wrong),
            tuple((row, place) for row, place in self.costs if _row(place) not in wrong),
            (*self.faults, *faults),
        )


def read_source(name: str, snapshot: Snapshot, case_id: str) -> ReportSource:
    """The reports in a form or in a copy of the workbook with this case id; refused with the reason where they differ.

    Refusals: "not-a-form", "form-of-other-case", and what ``contract_of`` and the reading of the tables raise.
    """
    try:
        kind = contract_of(snapshot, {**CONTRACTS, FORM.kind: FORM}).kind
        stored = snapshot.names.get(CASE_ID_NAME)
        own_id = str(stored.value).strip() if stored is not None and stored.value is not None else ""
        if own_id != case_id:
            where = stored.position if stored is not None else None
            return _refused(name, "form-of-other-case", where, id=own_id or "–", expected=case_id)
        reading = read_measurements(snapshot, FORM_MEASUREMENTS) if kind == FORM.kind else read_follow_up(snapshot)
    except BookForeignError as refusal:
        return ReportSource(name, faults=(refusal.fault,))
    if reading is None:
        return _refused(name, "not-a-form", None)
    return _sound(name, reading)


def _refused(name: str, code: str, where: Position | None, **arguments: str) -> ReportSource:
    return ReportSource(name, faults=(Fault(code, Severity.ERROR, where, arguments),))


def _sound(name: str, reading: FollowUpReading) -> ReportSource:
    """The rows that nothing is wrong with; what was understood and corrected is nothing to say of somebody's file."""
    report = reading.follow_up
    source = ReportSource(
        name,
        tuple(zip(report.measurements, reading.measured_at, strict=True)),
        tuple(zip(report.actual_costs, reading.paid_at, strict=True)),
    )
    return source.without([fault for fault in reading.faults if fault.severity is not Severity.NOTICE])


def _row(place: RowPlace) -> tuple[str, int]:
    where = place.table.position(place.row_index, 0)
    return where.sheet, where.row
