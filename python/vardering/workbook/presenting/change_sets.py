"""The ChangeSets of a run: one for a run that came through, one for a run that errors stopped."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vardering.base.cells import Area
from vardering.base.faults import BookForeignError
from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.results import Results
from vardering.model.sensitivity import Sensitivity
from vardering.model.simulation import Simulation
from vardering.texts import sheet_texts
from vardering.workbook import written_names
from vardering.workbook.change_set import CellWrite, ChangeSet
from vardering.workbook.column_widths import (
    CHECK_WIDTHS,
    DECISION_BASIS_WIDTHS,
)
from vardering.workbook.contract.catalogue import CASE_ID_NAME, KALKYL
from vardering.workbook.decision_basis import DecisionBasis
from vardering.workbook.presenting.basis_content import Known, basis_of
from vardering.workbook.presenting.check_sheet import CheckPair, write_checks, write_findings
from vardering.workbook.presenting.decision_basis_sheet import write_decision_basis
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.presenting.input_copy_sheet import write_input_copy
from vardering.workbook.presenting.log_sheet import append_log_row
from vardering.workbook.presenting.result_sheet import convention
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.start_panel import write_counts, write_panel
from vardering.workbook.presenting.status import SENTENCES, STATUS_ECHO, STATUS_FORMULA
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.reading.case_reader import Reading
from vardering.workbook.reading.corrections import corrected
from vardering.workbook.reading.places import Correction, Places
from vardering.workbook.snapshot import Snapshot

if TYPE_CHECKING:
    # A simplified workbook has no plan, and need not wait for what says how far one has come.
    from vardering.workbook.presenting.plan_status import Progress


@dataclass(frozen=True, slots=True)
class Beside:
    """What a run may bring beside its results: progress of plan and gate, a simulation, what they are sensitive to."""

    progress: "Progress | None" = None
    simulation: Simulation | None = None
    sensitivity: Sensitivity | None = None


NOTHING_BESIDE = Beside()


def results_change_set(
    snapshot: Snapshot,
    reading: Reading,
    results: Results,
    findings: Sequence[Finding],
    run: Run,
    beside: Beside = NOTHING_BESIDE,
) -> ChangeSet:
    """What a run that came through writes: corrections, results, workings, checks, copy of inputs, panel and log.

    Without a simulation an earlier one stays if it is of the same case, and is taken away otherwise.
    Raises ``BookForeignError`` where a written area's name is gone from the workbook.
    """
    if reading.case is None:
        raise ValueError("a run with results has a case")
    writer = Writer(corrected(snapshot, reading.corrections))
    write_corrections(writer, reading.corrections)
    _write_case_id(writer, reading.case)
    pairs: list[CheckPair] = []
    if reading.contract.kind == KALKYL.kind:
        pairs = _write_kalkyl(writer, reading.places, reading.case, results, run, beside)
    if writer.holds(written_names.DECISION_BASIS):
        _write_basis(writer, basis_of(reading.case, results, _known(snapshot, findings, run, beside)))
    summary = writer.canvas(written_names.INPUT_SUMMARY)
    copies = writer.canvas(written_names.INPUT_COPY, sparse=True)
    write_input_copy(summary, copies, writer.snapshot, reading.contract)
    writer.add(summary)
    writer.add(copies)
    checks = writer.canvas(written_names.CHECKS, CHECK_WIDTHS)
    verdicts = write_checks(checks, pairs)
    writer.add(checks)
    _write_findings(writer, findings, beside.progress)
    if beside.progress is not None:
        from vardering.workbook.presenting.progress_areas import write_progress  # noqa: PLC0415 – as below

        write_progress(writer, beside.progress, results)
    panel = writer.canvas(written_names.PANEL)
    write_panel(panel, run, findings, results, convention(reading.case, results), verdicts)
    writer.add_cells(panel)
    _write_state(writer, sheet_texts.STATE_DONE)
    append_log(writer, run, findings, results)
    return writer.change_set()


def _write_kalkyl(
    writer: Writer, places: Places, case: Case, results: Results, run: Run, beside: Beside
) -> list[CheckPair]:
    """What only the full kalkyl has; gives what can be checked live."""
    # A simplified workbook need not wait for the sheets that it does not have.
    from vardering.workbook.presenting import kalkyl_areas  # noqa: PLC0415

    pairs = kalkyl_areas.write_results(writer, places, case, results)
    kalkyl_areas.write_simulated(writer, results, run, beside.simulation)
    if beside.sensitivity is not None and writer.holds(written_names.SENSITIVITY_ROWS):
        kalkyl_areas.write_sensitivity(writer, case, beside.sensitivity)
    return pairs


def errors_change_set(snapshot: Snapshot, findings: Sequence[Finding], run: Run) -> ChangeSet:
    """What a run that errors stopped writes: findings and status panel; earlier results stay, marked stale."""
    writer = Writer(snapshot)
    _write_findings(writer, findings)
    never = writer.name(written_names.STATE).value in (sheet_texts.STATE_NEVER, sheet_texts.STATE_FAULTY_FROM_START)
    _write_state(writer, sheet_texts.STATE_FAULTY_FROM_START if never else sheet_texts.STATE_FAULTY)
    panel = writer.canvas(written_names.PANEL)
    write_counts(panel, run, findings)
    writer.add_cells(panel)
    return writer.change_set()


def log_change_set(snapshot: Snapshot, run: Run) -> ChangeSet:
    """One row in the log, nothing else."""
    writer = Writer(snapshot)
    append_log(writer, run, (), None)
    return writer.change_set()


def _known(snapshot: Snapshot, findings: Sequence[Finding], run: Run, beside: Beside) -> Known:
    """What the decision basis says besides the results."""
    simulated: tuple[str, ...] = ()
    section = snapshot.names.get(written_names.SIMULATION)
    if section is not None:
        from vardering.workbook.presenting.simulation_section import sentences_that_hold  # noqa: PLC0415 – as above

        simulated = sentences_that_hold(beside.simulation, section, run.fingerprint)
    gate = beside.progress.gate if beside.progress is not None else None
    return Known(findings, beside.sensitivity, simulated, gate)


def _write_basis(writer: Writer, content: DecisionBasis) -> None:
    basis = writer.canvas(written_names.DECISION_BASIS, DECISION_BASIS_WIDTHS)
    write_decision_basis(basis, content)
    writer.add(basis)


def write_corrections(writer: Writer, corrections: Sequence[Correction]) -> None:
    """Cells whose content was understood, written as they should have been."""
    for found in corrections:
        where = found.where
        area = Area(where.sheet, where.row, where.column, where.row, where.column)
        writer.set_cell(area, CellWrite(found.after, None, found.style))


def _write_case_id(writer: Writer, case: Case) -> None:
    """A workbook without an id gets one with its first results, and keeps it."""
    name = writer.snapshot.names.get(CASE_ID_NAME)
    if name is not None and name.value is None:
        writer.set_cell(name.area, CellWrite(case.case_id))


def _write_findings(writer: Writer, findings: Sequence[Finding], progress: "Progress | None" = None) -> None:
    canvas = writer.canvas(written_names.FINDINGS, CHECK_WIDTHS)
    write_findings(canvas, findings)
    if progress is not None:
        from vardering.workbook.presenting.gate_sheet import write_gate  # noqa: PLC0415 – as above

        write_gate(canvas, progress.gate)
    writer.add(canvas)


def _write_state(writer: Writer, state: str) -> None:
    """The state of the run, and the sentences that follow from it with their stored values."""
    writer.set_cell(writer.name(written_names.STATE).area, CellWrite(state))
    sentence = SENTENCES[state]
    writer.set_cell(writer.name(written_names.STATUS).area, CellWrite(sentence, STATUS_FORMULA))
    for echo in written_names.STATUS_ECHOES:
        name = writer.snapshot.names.get(echo)
        if name is not None:
            writer.set_cell(name.area, CellWrite(sentence, STATUS_ECHO))


def append_log(writer: Writer, run: Run, findings: Sequence[Finding], results: Results | None) -> None:
    """One row in the log. Raises ``BookForeignError`` "table-missing" where it is gone."""
    table = writer.snapshot.tables.get(written_names.LOG_TABLE)
    if table is None:
        raise BookForeignError("table-missing", table=written_names.LOG_TABLE, title="Logg")
    block, resize = append_log_row(table, run, findings, results)
    writer.blocks.append(block)
    if resize is not None:
        writer.resizes.append(resize)
