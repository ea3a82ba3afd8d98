"""The buttons that read and write the open workbook: one function for each command."""

from collections.abc import Callable, Mapping

from vardering.hosts.buttons.answers import (
    NOTHING_TO_SAY,
    Answer,
    findings_answer,
    gate_answer,
    result_answer,
    stopped_answer,
)
from vardering.hosts.buttons.session import Session
from vardering.texts import excel_texts as words

Preset = Mapping[str, str]
Runner = Callable[[Session, Preset], Answer]
GATE_NAME = "vm_beslutspunkt"


def run_check(session: Session, preset: Preset) -> Answer:
    """Say what is wrong or doubtful, and where a gate is asked for what it requires; nothing is written."""
    from vardering.commands.control import check

    snapshot = session.book.look()
    gate = ""
    if "gate" in preset:
        ahead = snapshot.names.get(GATE_NAME)
        suggestion = "" if ahead is None or ahead.value is None else str(ahead.value)
        asked = session.window.ask_for_text(words.TITLE, words.ASK_GATE, suggestion)
        if not asked:
            return NOTHING_TO_SAY
        gate = asked
    outcome = check(snapshot, gate)
    if outcome.gate is not None:
        return gate_answer(outcome.gate)
    return findings_answer(outcome.findings, snapshot)


def run_recalc(session: Session, _: Preset) -> Answer:
    """Calculate, and write all results; where the inputs have errors the check sheet and the status panel only."""
    from vardering.commands.recalculation import EVENT, recalculate

    snapshot = session.book.snapshot()
    outcome = recalculate(snapshot, session.context)
    session.book.write(EVENT, outcome.changes)
    return result_answer(outcome, snapshot, words.CALCULATED)


def run_simulate(session: Session, _: Preset) -> Answer:
    """Calculate and simulate as the workbook's settings say."""
    from vardering.commands.simulation import EVENT, Wanted, simulate_workbook

    told = 0

    def tell(made: int, of: int) -> None:
        nonlocal told
        share = made * 100 // of
        if share >= told + 10:
            told = share
            session.window.say(words.DRAWING.format(share=share, draws=of))

    snapshot = session.book.snapshot()
    outcome = simulate_workbook(snapshot, session.context, Wanted(), tell)
    session.book.write(EVENT, outcome.changes)
    return result_answer(outcome, snapshot, words.SIMULATED)


def run_plan(session: Session, _: Preset) -> Answer:
    """Update the realisation plan; what people wrote stays."""
    from vardering.commands.planning import EVENT, update_plan

    snapshot = session.book.snapshot()
    outcome = update_plan(snapshot, session.context).outcome
    if outcome.change_set is None:
        return stopped_answer(outcome.findings, snapshot)
    session.book.write(EVENT, outcome.change_set)
    return findings_answer(outcome.findings, snapshot, words.PLAN_UPDATED)


def run_freeze(session: Session, _: Preset) -> Answer:
    """Write the plan in as approved by the decision that is asked for, and say what the start still requires."""
    from vardering.commands.approval import freeze_plan
    from vardering.texts.approved_plan_texts import EVENT

    decision = session.window.ask_for_text(words.TITLE, words.ASK_DECISION)
    if not decision:
        return NOTHING_TO_SAY
    snapshot = session.book.snapshot()
    outcome = freeze_plan(snapshot, session.context, decision).outcome
    if outcome.change_set is None:
        return stopped_answer(outcome.findings, snapshot)
    session.book.write(EVENT, outcome.change_set)
    frozen = words.PLAN_FROZEN.format(decision=decision)
    if outcome.gate is None:
        return Answer(frozen)
    gate = gate_answer(outcome.gate)
    return Answer(f"{frozen}\n\n{gate.text}", gate.tone, gate.where)


CASE_RUNNERS: Mapping[str, Runner] = {
    "check": run_check,
    "recalc": run_recalc,
    "simulate": run_simulate,
    "plan": run_plan,
    "freeze": run_freeze,
}
