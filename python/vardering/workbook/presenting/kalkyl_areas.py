"""What a run writes on the sheets that only the full kalkyl has: results, workings, chain, judgement, sensitivity.

Loaded only where such a workbook is written: a simplified one need not wait for it.
"""

from vardering.model.case import Case
from vardering.model.results import Results
from vardering.model.sensitivity import Sensitivity
from vardering.model.simulation import Simulation
from vardering.workbook import written_names
from vardering.workbook.column_widths import (
    ASSESSMENT_WIDTHS,
    CHAIN_WIDTHS,
    RESULT_WIDTHS,
    RISK_MAP_WIDTHS,
    SENSITIVITY_WIDTHS,
    WORKINGS_WIDTHS,
)
from vardering.workbook.presenting.assessment_summary import write_assessment
from vardering.workbook.presenting.chain_sheet import write_chain
from vardering.workbook.presenting.check_sheet import CheckPair
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
from vardering.workbook.presenting.simulation_section import simulated_fingerprint, write_simulation, write_stale
from vardering.workbook.presenting.used_parameters import write_used_parameters
from vardering.workbook.presenting.workings_sheet import write_workings
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.reading.places import Places


def write_results(writer: Writer, places: Places, case: Case, results: Results) -> list[CheckPair]:
    """Resultat, the summaries of risk and assessment, Beräkning and Effektkedja; gives what can be checked live."""
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
    pairs = write_workings(workings, CellFinder(case, places), results)
    writer.add(workings)
    if writer.holds(written_names.BENEFITS_CHAIN):
        chain = writer.canvas(written_names.BENEFITS_CHAIN, CHAIN_WIDTHS)
        write_chain(chain, case, results.main_alternative)
        writer.add(chain)
    return pairs


def write_simulated(writer: Writer, results: Results, run: Run, simulation: Simulation | None) -> None:
    """The simulation that was made; without one an earlier stays if it is of the same case, and else is taken away."""
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


def write_sensitivity(writer: Writer, case: Case, sensitivity: Sensitivity) -> None:
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
