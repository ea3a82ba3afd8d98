"""Simulera: recalculate, draw thousands of outcomes, and write what they say."""

from collections.abc import Callable

from vardering.base.faults import CallError, Fault, Severity
from vardering.base.light_dataclasses import dataclass, replace
from vardering.commands.recalculation import calculate, findings_in
from vardering.commands.request import Outcome, RunContext
from vardering.engine.sensitivity import sensitivity
from vardering.engine.simulation import simulate
from vardering.model.assumptions import FEWEST_DRAWS, LARGEST_SEED, MOST_DRAWS, SimulationSettings
from vardering.model.case import fingerprint
from vardering.model.vocabulary import Spread
from vardering.workbook import written_names
from vardering.workbook.contract.simulation_settings import SIMULATION
from vardering.workbook.filling import cell_for
from vardering.workbook.presenting.change_sets import Beside, errors_change_set, results_change_set
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.case_reader import Reading
from vardering.workbook.reading.places import Correction
from vardering.workbook.snapshot import Snapshot

EVENT = "Simulera"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the call asks of this and later simulations instead of what the workbook says; None asks nothing."""

    draws: int | None = None
    seed: int | None = None
    spread: Spread | None = None


def wanted(draws: str | None, seed: str | None, spread: str | None) -> Wanted:
    """What a call asks for, as it was typed. Raises ``CallError`` for what cannot be simulated."""
    if spread is not None and spread not in tuple(Spread):
        raise CallError("spread-unknown", value=spread, words=", ".join(Spread))
    return Wanted(
        draws=_whole(draws, "--draws", FEWEST_DRAWS, MOST_DRAWS),
        seed=_whole(seed, "--seed", 0, LARGEST_SEED),
        spread=None if spread is None else Spread(spread),
    )


def _whole(typed: str | None, option: str, least: int, most: int) -> int | None:
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and least <= int(typed) <= most):
        raise CallError("option-out-of-range", option=option, value=typed, least=least, most=most)
    return int(typed)


def simulate_workbook(
    snapshot: Snapshot, context: RunContext, asked: Wanted, progress: Callable[[int, int], None]
) -> Outcome:
    """The ChangeSet of a recalculation with a simulation; where errors stop it, findings and status panel only.

    What the call asks for is written in the workbook's settings, so that the next simulation repeats this one.
    Raises ``CallError`` "simulation-has-no-place" for a workbook without the section.
    """
    calculation = calculate(snapshot)
    if written_names.SIMULATION not in snapshot.names:
        raise CallError("simulation-has-no-place")
    if calculation.case is None or calculation.results is None:
        findings = findings_in(calculation, snapshot)
        run = Run(EVENT, context.clock, context.user, context.version)
        return Outcome(findings, errors_change_set(snapshot, findings, run))
    reading = _with_settings(calculation.reading, calculation.case.simulation, asked, snapshot)
    case, results = reading.case or calculation.case, calculation.results
    simulation = simulate(case, results.risks.events, progress)
    if not simulation.uncertain_rows:
        where = reading.places.value("simulation.draws")
        fault = Fault("simulation-without-ranges", Severity.WARNING, where)
        calculation = replace(calculation, faults=(*calculation.faults, fault))
    findings = findings_in(calculation, snapshot)
    mark = fingerprint(case)
    run = Run(EVENT, context.clock, context.user, context.version, mark, case.simulation.seed)
    beside = Beside(calculation.progress(), simulation, sensitivity(case))
    change_set = results_change_set(snapshot, reading, results, findings, run, beside)
    return Outcome(findings, change_set, case=case, results=results, fingerprint=mark, simulation=simulation)


def _with_settings(reading: Reading, settings: SimulationSettings, asked: Wanted, snapshot: Snapshot) -> Reading:
    """The reading as if the workbook's settings were those that the call asks for."""
    changes = {
        name: value
        for name in ("draws", "seed", "spread")
        if (value := getattr(asked, name)) is not None and value != getattr(settings, name)
    }
    if reading.case is None or not changes:
        return reading
    corrections = []
    for declared in SIMULATION:
        field = declared.field.partition(".")[2]
        name = snapshot.names.get(declared.name)
        if field in changes and name is not None:
            cell = cell_for(declared, changes[field])
            corrections.append(Correction(name.position, name.value, cell, None))
    case = reading.case.model_copy(update={"simulation": settings.model_copy(update=changes)})
    return replace(reading, case=case, corrections=(*reading.corrections, *corrections))
