"""Räkna om: read the inputs, check them, calculate, and say everything that is to be written back."""

from collections.abc import Sequence
from dataclasses import dataclass

from vardering.base.faults import Fault, Severity
from vardering.commands.request import Outcome, RunContext
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.model.case import Case, fingerprint
from vardering.model.results import Results
from vardering.workbook.checking.case_checks import check_case, check_results
from vardering.workbook.presenting.change_sets import errors_change_set, results_change_set
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.case_reader import Reading, read_case
from vardering.workbook.snapshot import Snapshot

EVENT = "Räkna om"


@dataclass(frozen=True, slots=True)
class Calculation:
    """A workbook read and, unless errors stopped it, calculated and reconciled."""

    reading: Reading
    faults: tuple[Fault, ...]
    results: Results | None

    @property
    def case(self) -> Case | None:
        """The case that was read."""
        return self.reading.case


def calculate(snapshot: Snapshot) -> Calculation:
    """Read, check, calculate and reconcile. Raises ``BookForeignError`` and ``ReconcileError``."""
    reading = read_case(snapshot)
    faults = list(reading.faults)
    if snapshot.macros:
        faults.append(Fault("macros-untouched", Severity.WARNING))
    results = None
    if reading.case is not None:
        faults.extend(beyond(reading.faults, check_case(reading.case, reading.places)))
        if not any(fault.severity is Severity.ERROR for fault in faults):
            results = evaluate(reading.case)
            reconcile(reading.case, results)
            faults.extend(check_results(reading.case, results, reading.places))
    return Calculation(reading, tuple(faults), results)


def beyond(known: Sequence[Fault], found: Sequence[Fault]) -> list[Fault]:
    """The faults found at other cells than those already known to be wrong: "ca 100" is not also a missing figure."""
    wrong = {fault.where for fault in known if fault.severity is Severity.ERROR and fault.where is not None}
    return [fault for fault in found if fault.where not in wrong]


def findings_in(calculation: Calculation, snapshot: Snapshot) -> tuple[Finding, ...]:
    """The calculation's faults in words, in the order of the workbook's sheets."""
    return findings_of(calculation.faults, [sheet.name for sheet in snapshot.sheets])


def recalculate(snapshot: Snapshot, context: RunContext) -> Outcome:
    """The ChangeSet of a recalculation: all results, or, where errors stop it, findings and status panel only."""
    calculation = calculate(snapshot)
    findings = findings_in(calculation, snapshot)
    case, results = calculation.case, calculation.results
    if case is None or results is None:
        run = Run(EVENT, context.clock, context.user, context.version)
        return Outcome(findings, errors_change_set(snapshot, findings, run))
    mark = fingerprint(case)
    run = Run(EVENT, context.clock, context.user, context.version, mark)
    change_set = results_change_set(snapshot, calculation.reading, results, findings, run)
    return Outcome(findings, change_set, case=case, results=results, fingerprint=mark)
