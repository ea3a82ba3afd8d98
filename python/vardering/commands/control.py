"""Kontrollera: everything that can be found, nothing written."""

from vardering.commands.recalculation import calculate, findings_in
from vardering.commands.request import Outcome
from vardering.model.case import fingerprint
from vardering.workbook.snapshot import Snapshot


def check(snapshot: Snapshot) -> Outcome:
    """The findings of a workbook, and its results where it could be calculated."""
    calculation = calculate(snapshot)
    case = calculation.case
    return Outcome(
        findings_in(calculation, snapshot),
        case=case,
        results=calculation.results,
        fingerprint=fingerprint(case) if case is not None else "",
    )
