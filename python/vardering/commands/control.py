"""Kontrollera: everything that can be found, nothing written."""

from vardering.base.faults import CallError
from vardering.commands.recalculation import calculate
from vardering.commands.request import Outcome
from vardering.model.case import fingerprint
from vardering.model.gates import stage_of
from vardering.workbook.presenting.findings import findings_of
from vardering.workbook.reading.follow_up_reader import read_follow_up
from vardering.workbook.snapshot import Snapshot


def check(snapshot: Snapshot, gate: str = "") -> Outcome:
    """The findings of a workbook, also of what is reported in it, and its results where it could be calculated.

    With ``gate`` also what that gate requires. Raises ``CallError`` "gate-not-found" for one the workbook lacks.
    """
    calculation = calculate(snapshot)
    case = calculation.case
    if gate and case is not None and stage_of(case.gates, gate) is None:
        raise CallError("gate-not-found", value=gate, names=", ".join(found.name for found in case.gates))
    reported = read_follow_up(snapshot)
    faults = (*calculation.faults, *(reported.faults if reported is not None else ()))
    return Outcome(
        findings_of(faults, [sheet.name for sheet in snapshot.sheets]),
        case=case,
        results=calculation.results,
        fingerprint=fingerprint(case) if case is not None else "",
        gate=calculation.gate(gate) if gate else None,
    )
