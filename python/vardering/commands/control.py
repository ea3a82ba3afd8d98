"""Kontrollera: everything that can be found, nothing written."""

from vardering.base.faults import CallError
from vardering.commands.recalculation import calculate, findings_in
from vardering.commands.request import Outcome
from vardering.model.case import fingerprint
from vardering.model.gates import stage_of
from vardering.workbook.snapshot import Snapshot


def check(snapshot: Snapshot, gate: str = "") -> Outcome:
    """The findings of a workbook, and its results where it could be calculated.

    With ``gate`` also what that gate requires. Raises ``CallError`` "gate-not-found" for one the workbook lacks.
    """
    calculation = calculate(snapshot)
    case = calculation.case
    if gate and case is not None and stage_of(case.gates, gate) is None:
        raise CallError("gate-not-found", value=gate, names=", ".join(found.name for found in case.gates))
    return Outcome(
        findings_in(calculation, snapshot),
        case=case,
        results=calculation.results,
        fingerprint=fingerprint(case) if case is not None else "",
        gate=calculation.gate(gate) if gate else None,
    )
