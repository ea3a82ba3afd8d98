"""Beslutsunderlag i Word: what the document says, always calculated anew from the inputs."""

from vardering.commands.recalculation import calculate, findings_in
from vardering.workbook.decision_basis import DecisionBasis
from vardering.workbook.presenting.basis_content import basis_of
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.snapshot import Snapshot


def brief(snapshot: Snapshot) -> tuple[tuple[Finding, ...], DecisionBasis | None]:
    """The findings, and the decision basis unless errors stopped the calculation. Stored results are never read."""
    calculation = calculate(snapshot)
    findings = findings_in(calculation, snapshot)
    case, results = calculation.case, calculation.results
    if case is None or results is None:
        return findings, None
    return findings, basis_of(case, results, findings)
