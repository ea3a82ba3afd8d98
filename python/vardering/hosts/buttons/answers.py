"""What a button says when it is done: a text, how it is meant, and the cell to go to."""

from collections.abc import Sequence
from enum import Enum

from vardering.base.cells import Position
from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.commands.request import Outcome
from vardering.model.gate_status import GateStatus
from vardering.model.vocabulary import View
from vardering.texts import excel_texts as words
from vardering.texts.fault_texts import sentence_for
from vardering.texts.plan_texts import LACKING, MET
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook import written_names
from vardering.workbook.presenting.findings import SEVERITY_WORDS, Finding, count
from vardering.workbook.presenting.gate_sheet import gate_line, lacks_text
from vardering.workbook.presenting.number_texts import figure_text
from vardering.workbook.snapshot import Snapshot

MOST_SHOWN = 8
"""Findings in one message: more would not be read."""


class Tone(Enum):
    """How a message is meant."""

    DONE = "done"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Answer:
    """A message. An empty text is not shown: the person changed their mind, or sees the result anyway."""

    text: str = ""
    tone: Tone = Tone.DONE
    where: Position | None = None


NOTHING_TO_SAY = Answer()


def fault_answer(fault: Fault) -> Answer:
    """What stopped a run: where, what is wrong, and what to do."""
    sentence = sentence_for(fault.code, fault.arguments)
    where = f"{fault.where}: " if fault.where is not None else ""
    return Answer(f"{where}{sentence.what} {sentence.remedy}", Tone.WARNING, fault.where)


def result_answer(outcome: Outcome, snapshot: Snapshot, done: str) -> Answer:
    """A recalculation: the net present value in every view, or the first errors that stopped it."""
    sheet = _check_sheet(snapshot)
    tail = f"{found_text(outcome.findings)} {words.ALL_ON_SHEET.format(sheet=sheet)}"
    if outcome.results is None:
        return _stopped(outcome.findings, words.STOPPED, tail)
    views = outcome.results.main.views
    figures = [
        words.NET_PRESENT_VALUE.format(
            view=VIEW_LABELS[view].lower(), figure=figure_text(views[view].figures.npv, "kr")
        )
        for view in View
    ]
    return Answer("\n".join([done, "", *figures, "", tail]))


def stopped_answer(findings: Sequence[Finding], snapshot: Snapshot) -> Answer:
    """A command of the plan that errors in the inputs stopped."""
    return _stopped(findings, words.STOPPED_PLAN, more_text(findings, snapshot))


def _stopped(findings: Sequence[Finding], sentence: str, tail: str) -> Answer:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return Answer("\n".join([sentence, "", *_lines(errors), "", tail]), Tone.WARNING, _first_cell(errors))


def findings_answer(findings: Sequence[Finding], snapshot: Snapshot | None, head: str = "") -> Answer:
    """The worst findings and how many there are; ``snapshot`` is of the workbook that they stand in."""
    if not findings:
        return Answer("\n".join(filter(None, [head, words.NOTHING_FOUND])))
    tone = Tone.WARNING if count(findings, Severity.ERROR) else Tone.DONE
    parts = [*([head, ""] if head else []), *_lines(findings), "", more_text(findings, snapshot)]
    return Answer("\n".join(parts), tone, _first_cell(findings) if tone is Tone.WARNING else None)


def gate_answer(status: GateStatus) -> Answer:
    """What a gate requires: each requirement met or not, and what the first unmet lacks."""
    lines = [gate_line(status), ""]
    for requirement in status.requirements:
        lacks = "" if requirement.is_met else f" ({lacks_text(requirement)})"
        lines.append(f"{MET if requirement.is_met else LACKING}: {requirement.sentence}{lacks}")
    lacking = [lack.where for requirement in status.requirements for lack in requirement.lacks if lack.where]
    tone = Tone.DONE if status.met == len(status.requirements) else Tone.WARNING
    return Answer("\n".join(lines), tone, lacking[0] if lacking else None)


def found_text(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are."""
    warnings = count(findings, Severity.WARNING)
    return words.FOUND.format(
        errors=count(findings, Severity.ERROR), warnings=warnings, warnings_word=words.WARNING_WORDS[warnings == 1]
    )


def more_text(findings: Sequence[Finding], snapshot: Snapshot | None) -> str:
    """How many findings there are, and where those are that a message has no room for."""
    hidden = len(findings) - MOST_SHOWN
    more = ""
    if hidden > 0:
        where = words.REST_ON_SHEET.format(sheet=_check_sheet(snapshot)) if snapshot is not None else ""
        more = " ".join(filter(None, [words.MORE_FOUND.format(count=hidden), where]))
    return " ".join(filter(None, [more, found_text(findings)]))


def _lines(findings: Sequence[Finding]) -> list[str]:
    return [
        f"{SEVERITY_WORDS[finding.severity]}: {'' if finding.where is None else f'{finding.where}: '}"
        f"{finding.what} {finding.remedy}"
        for finding in findings[:MOST_SHOWN]
    ]


def _first_cell(findings: Sequence[Finding]) -> Position | None:
    return next((finding.where for finding in findings if finding.where is not None), None)


def _check_sheet(snapshot: Snapshot) -> str:
    """The sheet with the findings, whatever people call it."""
    name = snapshot.names.get(written_names.FINDINGS)
    return name.area.sheet if name is not None else "Kontroll"
