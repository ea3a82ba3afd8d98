"""Ny kalkyl and Utöka till full kalkyl: new workbooks, empty or filled from a case."""

from vardering.base.faults import CallError, Fault, Severity
from vardering.commands.recalculation import calculate, findings_in
from vardering.commands.request import Outcome, RunContext
from vardering.model.case import Case, fingerprint
from vardering.model.change import Alternative
from vardering.model.realisation import NOTHING_PLANNED, Realisation
from vardering.model.vocabulary import CaseForm
from vardering.parameters.register import standard_assumptions, standard_categories
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.contract.catalogue import FORENKLAD, KALKYL
from vardering.workbook.contract.fields import WorkbookContract
from vardering.workbook.presenting.change_sets import log_change_set
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.run import Run
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.blank_case import blank_case
from vardering.workbook.template.workbook_template import build_workbook

EVENT = "Utökad från förenklad bedömning"
EVENT_BACK = "Utökad till full kalkyl"


def new_case(form: CaseForm, start_year: int) -> Case:
    """An empty case with the product's parameters for the price level of the year before the start."""
    return blank_case(form, standard_assumptions(start_year - 1), standard_categories(), start_year)


def create(case: Case, realisation: Realisation = NOTHING_PLANNED) -> Outcome:
    """A new workbook with a case's inputs, of the kind its form asks for; a full one also with its realisation."""
    contract = FORENKLAD if case.form is CaseForm.SIMPLIFIED else KALKYL
    return Outcome(new_workbook=build_workbook(contract, case, realisation=realisation), case=case)


def extend(snapshot: Snapshot, context: RunContext) -> Outcome:
    """A full workbook with everything of a simplified one, which it names in its log.

    The simplified file stays as it is. People's own sheets and columns stay behind and are named. Raises
    ``CallError`` "not-simplified" for a full workbook and "simplified-has-errors" where it cannot be read.
    """
    calculation = calculate(snapshot)
    findings = findings_in(calculation, snapshot)
    case = calculation.case
    if calculation.reading.contract.kind != FORENKLAD.kind:
        raise CallError("not-simplified")
    if case is None or Outcome(findings).has_errors:
        raise CallError("simplified-has-errors")
    full = case.model_copy(update={"form": CaseForm.FULL, "alternatives": _all_options(case)})
    run = Run(f"{EVENT}: {snapshot.source}", context.clock, context.user, context.version, fingerprint(case))
    findings = (*findings, *left_behind(snapshot, calculation.reading.contract))
    return Outcome(findings, new_workbook=build_workbook(KALKYL, full, run), case=full)


def _all_options(case: Case) -> tuple[Alternative, ...]:
    described = {option.id: option for option in case.alternatives}
    return tuple(described.get(name, Alternative(id=name)) for name in ("A", "B", "C", "D"))


def left_behind(snapshot: Snapshot, contract: WorkbookContract) -> tuple[Finding, ...]:
    """What people added that does not follow into a new workbook: their sheets, and their columns in our tables."""
    faults = [
        Fault(code, Severity.NOTICE, None, {"names": ", ".join(names)})
        for code, names in (
            ("own-sheets-left", own_sheets(snapshot)),
            ("own-columns-left", own_columns(snapshot, contract)),
        )
        if names
    ]
    return findings_of(faults, ())


def own_sheets(snapshot: Snapshot) -> tuple[str, ...]:
    """Sheets that hold none of our tables and names: people's own."""
    ours = {table.area.sheet for table in snapshot.tables.values()}
    ours |= {name.area.sheet for name in snapshot.names.values()}
    return tuple(sheet.name for sheet in snapshot.sheets if sheet.name not in ours)


def own_columns(snapshot: Snapshot, contract: WorkbookContract) -> tuple[str, ...]:
    """Columns of the input tables that people added, each with its table's title."""
    return tuple(
        f"{declared.title}: {heading}"
        for declared in contract.tables
        if declared.name in snapshot.tables
        for heading in snapshot.tables[declared.name].headings
        if heading not in {column.heading for column in declared.columns}
    )


def link_back(snapshot: Snapshot, full_name: str, context: RunContext) -> ChangeSet:
    """One log row in a simplified workbook that names the full one made from it; nothing else is touched.

    Raises ``BookForeignError`` where the log is gone.
    """
    run = Run(f"{EVENT_BACK}: {full_name}", context.clock, context.user, context.version)
    return log_change_set(snapshot, run)
