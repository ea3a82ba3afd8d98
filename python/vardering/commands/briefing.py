"""Beslutsunderlag i Word: what the document says, always calculated anew from the inputs."""

from vardering.commands.recalculation import calculate, findings_in
from vardering.engine.sensitivity import sensitivity
from vardering.model.case import fingerprint
from vardering.workbook import written_names
from vardering.workbook.decision_basis import DecisionBasis
from vardering.workbook.presenting.basis_content import Known, basis_within
from vardering.workbook.presenting.basis_limits import WHOLE
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.presenting.simulation_section import sentences_that_hold
from vardering.workbook.snapshot import Snapshot


def brief(snapshot: Snapshot) -> tuple[tuple[Finding, ...], DecisionBasis | None]:
    """The findings, and the decision basis unless errors stopped the calculation, with what people wrote whole.

    Of what is stored only a simulation of this very case is read.
    """
    calculation = calculate(snapshot)
    findings = findings_in(calculation, snapshot)
    case, results = calculation.case, calculation.results
    if case is None or results is None:
        return findings, None
    simulated = sentences_that_hold(None, snapshot.names.get(written_names.SIMULATION), fingerprint(case))
    progress = calculation.progress()
    gate = progress.gate if progress is not None else None
    known = Known(findings, sensitivity(case), simulated, gate)
    return findings, basis_within(case, results, known, WHOLE)
