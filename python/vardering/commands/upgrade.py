"""Uppgradera: a workbook made with an older template, carried into the current one."""

from vardering.base.faults import CallError
from vardering.commands.creation import left_behind
from vardering.commands.recalculation import calculate, findings_in
from vardering.commands.request import Outcome, RunContext
from vardering.model.case import fingerprint
from vardering.workbook.presenting.log_sheet import logged_rows
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.case_reader import contract_of, contract_version
from vardering.workbook.reading.realisation_reader import read_realisation
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.workbook_template import build_workbook

EVENT = "Uppgraderad från mallversion {version}: {source}"


def upgrade(snapshot: Snapshot, context: RunContext) -> Outcome:
    """A new workbook of the current contract version with all inputs, plan and follow-up of an older one and its log.

    The older file stays as it is. People's own sheets and columns stay behind and are named. Raises
    ``BookForeignError`` for what is not ours, ``CallError`` "upgrade-not-needed" for a workbook of the current
    version, and "upgrade-has-errors" where something in it cannot be read and would be lost.
    """
    contract, version = contract_of(snapshot), contract_version(snapshot)
    if version >= contract.version:
        raise CallError("upgrade-not-needed", version=version)
    calculation = calculate(snapshot)
    case = calculation.case
    findings = findings_in(calculation, snapshot)
    if case is None or Outcome(findings).has_errors:
        raise CallError("upgrade-has-errors")
    event = EVENT.format(version=version, source=snapshot.source)
    run = Run(event, context.clock, context.user, context.version, fingerprint(case))
    layout = build_workbook(contract, case, run, logged_rows(snapshot), read_realisation(snapshot))
    findings = (
        *(finding for finding in findings if finding.code != "older-contract"),
        *left_behind(snapshot, contract),
    )
    return Outcome(findings, new_workbook=layout, case=case)
