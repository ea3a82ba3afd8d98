"""The ChangeSets of a run: one for a run that came through, one for a run that errors stopped."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.base.faults import BookForeignError
from vardering.base.light_dataclasses import dataclass, field
from vardering.model.case import Case
from vardering.model.results import Results
from vardering.model.sensitivity import Sensitivity
from vardering.model.simulation import Simulation
from vardering.texts import sheet_texts
from vardering.workbook import written_names
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, RowHeight, SeriesWrite, TableResize
from vardering.workbook.column_widths import (
    ASSESSMENT_WIDTHS,
    CHAIN_WIDTHS,
    CHECK_WIDTHS,
    DECISION_BASIS_WIDTHS,
    RESULT_WIDTHS,
    RISK_MAP_WIDTHS,
    SENSITIVITY_WIDTHS,
    WORKINGS_WIDTHS,
)
from vardering.workbook.contract.catalogue import CASE_ID_NAME, KALKYL
from vardering.workbook.decision_basis import DecisionBasis
from vardering.workbook.presenting.approved_plan_sheet import forecast_cells
from vardering.workbook.presenting.assessment_summary import write_assessment
from vardering.workbook.presenting.basis_content import Known, basis_of
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.chain_sheet import write_chain
from vardering.workbook.presenting.check_sheet import write_checks, write_findings
from vardering.workbook.presenting.decision_basis_sheet import write_decision_basis
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.presenting.gate_sheet import write_gate
from vardering.workbook.presenting.input_copy_sheet import write_input_copy
from vardering.workbook.presenting.log_sheet import append_log_row
from vardering.workbook.presenting.plan_status import Progress, write_plan_status
from vardering.workbook.presenting.result_sheet import convention, write_alternatives, write_key_figures
from vardering.workbook.presenting.result_tables import write_year_tables
from vardering.workbook.presenting.risk_map import write_risk_map
from vardering.workbook.presenting.row_formulas import CellFinder
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.sensitivity_sheet import (
    write_brief,
    write_inputs,
    write_presets,
    write_three_cases,
    write_tornado,
)
from vardering.workbook.presenting.simulation_section import (
    sentences_that_hold,
    simulated_fingerprint,
    write_simulation,
    write_stale,
)
from vardering.workbook.presenting.start_panel import write_counts, write_panel
from vardering.workbook.presenting.status import SENTENCES, STATUS_ECHO, STATUS_FORMULA
from vardering.workbook.presenting.used_parameters import write_used_parameters
from vardering.workbook.presenting.workings_sheet import CheckPair, write_workings
from vardering.workbook.reading.case_reader import Reading, contract_version
from vardering.workbook.reading.corrections import corrected
from vardering.workbook.reading.places import Correction
from vardering.workbook.snapshot import NameSnapshot, Snapshot


@dataclass(frozen=True, slots=True)
class Beside:
    """What a run may bring beside its results: progress of plan and gate, a simulation, what they are sensitive to."""

    progress: Progress | None = None
    simulation: Simulation | None = None
    sensitivity: Sensitivity | None = None


NOTHING_BESIDE = Beside()


@dataclass(slots=True)
class Writer:
    """Collects the parts of a ChangeSet. ``snapshot`` holds the inputs as they will be after corrections."""

    snapshot: Snapshot
    blocks: list[Block] = field(default_factory=list)
    names: list[NameWrite] = field(default_factory=list)
    owned: list[Area] = field(default_factory=list)
    resizes: list[TableResize] = field(default_factory=list)
    series: list[SeriesWrite] = field(default_factory=list)
    heights: list[RowHeight] = field(default_factory=list)

    def name(self, name: str) -> NameSnapshot:
        """A written area's defined name. Raises ``BookForeignError`` "written-area-missing"."""
        found = self.snapshot.names.get(name)
        if found is None:
            raise BookForeignError("written-area-missing", name=name)
        return found

    def holds(self, name: str) -> bool:
        """Whether the workbook has a written area: one from before the area came does without it.

        Raises ``BookForeignError`` "written-area-missing" where a workbook that should have it does not.
        """
        if name in self.snapshot.names or contract_version(self.snapshot) >= written_names.SINCE.get(name, 1):
            return bool(self.name(name))
        return False

    def canvas(self, name: str, widths: Sequence[float] = (), *, sparse: bool = False) -> Canvas:
        """An empty canvas over a written area."""
        return Canvas.over(self.name(name), widths, sparse=sparse)

    def add(self, canvas: Canvas) -> None:
        """Write a canvas in place of what its area held."""
        old = self.name(canvas.name)
        block, name = canvas.finish(old)
        self.blocks.append(block)
        self.names.append(name)
        self.owned.append(old.area)
        self.heights.extend(canvas.heights(old.area))

    def add_cells(self, canvas: Canvas) -> None:
        """Write only the cells of a canvas; the rest of its area stays as it is."""
        old = self.name(canvas.name).area
        self.owned.append(old)
        for (row, column), write in sorted(canvas.cells.items()):
            self.blocks.append(Block(Area(canvas.sheet, row, column, row, column), ((write,),)))

    def set_cell(self, area: Area, write: CellWrite) -> None:
        """Write one cell that is ours or that its owner is told of."""
        self.owned.append(area)
        self.blocks.append(Block(area, ((write,),)))

    def change_set(self) -> ChangeSet:
        """Everything collected."""
        return ChangeSet(
            expects=self.snapshot.fingerprint,
            owned=tuple(self.owned),
            blocks=tuple(self.blocks),
            resizes=tuple(self.resizes),
            names=tuple(self.names),
            series=tuple(self.series),
            heights=tuple(self.heights),
        )


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
        pairs = _write_results(writer, reading, reading.case, results)
        _write_simulation(writer, results, run, beside.simulation)
        if beside.sensitivity is not None and writer.holds(written_names.SENSITIVITY_ROWS):
            _write_sensitivity(writer, reading.case, beside.sensitivity)
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
    write_progress(writer, beside.progress, results)
    panel = writer.canvas(written_names.PANEL)
    write_panel(panel, run, findings, results, convention(reading.case, results), verdicts)
    writer.add_cells(panel)
    _write_state(writer, sheet_texts.STATE_DONE)
    append_log(writer, run, findings, results)
    return writer.change_set()


def errors_change_set(snapshot: Snapshot, findings: Sequence[Finding], run: Run) -> ChangeSet:
    """What a run that errors stopped writes: findings and status panel; earlier results stay, marked stale."""
    writer = Writer(snapshot)
    _write_findings(writer, findings)
    _write_state(writer, sheet_texts.STATE_FAULTY)
    panel = writer.canvas(written_names.PANEL)
    write_counts(panel, run, findings)
    writer.add_cells(panel)
    return writer.change_set()


def log_change_set(snapshot: Snapshot, run: Run) -> ChangeSet:
    """One row in the log, nothing else."""
    writer = Writer(snapshot)
    append_log(writer, run, (), None)
    return writer.change_set()


def _write_results(writer: Writer, reading: Reading, case: Case, results: Results) -> list[CheckPair]:
    rule = writer.canvas(written_names.CONVENTION)
    rule.put(0, convention(case, results), "intro")
    writer.add(rule)
    figures = writer.canvas(written_names.KEY_FIGURES, RESULT_WIDTHS)
    write_key_figures(figures, results)
    writer.add(figures)
    tables = writer.canvas(written_names.RESULT_TABLES, RESULT_WIDTHS)
    write_alternatives(tables, results, {option.id: option.name for option in case.alternatives})
    writer.series.extend(write_year_tables(tables, results))
    write_used_parameters(tables, case, results)
    writer.add(tables)
    _write_judgement(writer, results)
    workings = writer.canvas(written_names.WORKINGS, WORKINGS_WIDTHS)
    pairs = write_workings(workings, CellFinder(case, reading.places), results)
    writer.add(workings)
    if writer.holds(written_names.BENEFITS_CHAIN):
        chain = writer.canvas(written_names.BENEFITS_CHAIN, CHAIN_WIDTHS)
        write_chain(chain, case, results.main_alternative)
        writer.add(chain)
    return pairs


def _write_simulation(writer: Writer, results: Results, run: Run, simulation: Simulation | None) -> None:
    if not writer.holds(written_names.SIMULATION):
        return
    earlier = simulated_fingerprint(writer.name(written_names.SIMULATION))
    if simulation is None and earlier in ("", run.fingerprint):
        return
    canvas = writer.canvas(written_names.SIMULATION, SENSITIVITY_WIDTHS)
    writer.series.extend(
        write_stale(canvas) if simulation is None else write_simulation(canvas, simulation, results, run)
    )
    writer.add(canvas)


def _known(snapshot: Snapshot, findings: Sequence[Finding], run: Run, beside: Beside) -> Known:
    """What the decision basis says besides the results."""
    section = snapshot.names.get(written_names.SIMULATION)
    simulated = sentences_that_hold(beside.simulation, section, run.fingerprint)
    gate = beside.progress.gate if beside.progress is not None else None
    return Known(findings, beside.sensitivity, simulated, gate)


def _write_basis(writer: Writer, content: DecisionBasis) -> None:
    basis = writer.canvas(written_names.DECISION_BASIS, DECISION_BASIS_WIDTHS)
    write_decision_basis(basis, content)
    writer.add(basis)


def _write_sensitivity(writer: Writer, case: Case, sensitivity: Sensitivity) -> None:
    """Every part of Känslighet besides the simulation."""
    brief, cases, presets, rows = (
        writer.canvas(name, SENSITIVITY_WIDTHS)
        for name in (
            *(written_names.SENSITIVITY_BRIEF, written_names.THREE_CASES),
            *(written_names.PRESETS, written_names.SENSITIVITY_ROWS),
        )
    )
    write_brief(brief, sensitivity)
    writer.series.extend(write_three_cases(cases, sensitivity))
    write_presets(presets, sensitivity, case.assumptions)
    write_inputs(rows, sensitivity)
    tornadoes = []
    for view, name in written_names.TORNADOES.items():
        tornadoes.append(writer.canvas(name, SENSITIVITY_WIDTHS))
        writer.series.extend(write_tornado(tornadoes[-1], sensitivity, view))
    for canvas in (brief, cases, presets, *tornadoes, rows):
        writer.add(canvas)


def _write_judgement(writer: Writer, results: Results) -> None:
    """The risk map and the summary of the assessment, above what people fill in."""
    if writer.holds(written_names.RISK_MAP):
        risk_map = writer.canvas(written_names.RISK_MAP, RISK_MAP_WIDTHS)
        write_risk_map(risk_map, results.risks)
        writer.add(risk_map)
    if writer.holds(written_names.ASSESSMENT_SUMMARY):
        summary = writer.canvas(written_names.ASSESSMENT_SUMMARY, ASSESSMENT_WIDTHS)
        write_assessment(summary, results.assessment)
        writer.add(summary)


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


def write_progress(writer: Writer, progress: Progress | None, results: Results) -> None:
    """The lines on Start that say how far the plan and the gate ahead have come, and what now is expected beside the
    approved plans.
    """
    if progress is not None and writer.holds(written_names.PLAN_STATUS):
        status = writer.canvas(written_names.PLAN_STATUS)
        write_plan_status(status, progress)
        writer.add(status)
        for where, write in forecast_cells(progress.approved, results):
            writer.set_cell(Area(where.sheet, where.row, where.column, where.row, where.column), write)


def _write_findings(writer: Writer, findings: Sequence[Finding], progress: Progress | None = None) -> None:
    canvas = writer.canvas(written_names.FINDINGS, CHECK_WIDTHS)
    write_findings(canvas, findings)
    if progress is not None:
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
