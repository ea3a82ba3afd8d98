"""Sammanställ mognadsanalys: many people's surveys become one workbook that gives nobody away."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vardering.base.faults import Argument, BookForeignError, CallError, Fault, Severity, VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.commands.maturity_likeness import likenesses
from vardering.commands.request import Outcome, RunContext
from vardering.model.maturity import SMALLEST_GROUP, SurveyReply
from vardering.model.maturity_results import EarlierRound, MaturityResults
from vardering.texts.fault_texts import sentence_for
from vardering.texts.maturity_texts import MORE_SAID, NO_FILES, NOTHING_WRONG, statement_areas, statements
from vardering.workbook.contract.maturity_sheet import ROLE
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.maturity_notes import CompilationNotes
from vardering.workbook.presenting.findings import findings_of
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.maturity_reader import ReplyReading, read_reply
from vardering.workbook.snapshot import Snapshot

if TYPE_CHECKING:
    from vardering.commands.maturity_guards import SeenCompilation

EVENT = "Sammanställ mognadsanalys"
MOST_SAID = 5
"""Of the files that are given where too few of them are replies: more would not be read."""
MISSING_ROLE = ("required-missing", ROLE.label)


@dataclass(frozen=True, slots=True)
class SurveyFile:
    """A file that was given: what was read of it, or the error that stopped the reading."""

    name: str
    snapshot: Snapshot | None = None
    stop: VarderingError | None = None


@dataclass(frozen=True, slots=True)
class Collected:
    """The replies that count, in the order of their files, and what must be said of the files."""

    replies: tuple[SurveyReply, ...]
    faults: tuple[Fault, ...]
    left_out: int


def collect(given: Sequence[SurveyFile]) -> Collected:
    """The replies in the files. The same answers twice count once; what is empty or no survey does not count."""
    replies: dict[str, tuple[str, SurveyReply]] = {}
    faults: list[Fault] = []
    for file in given:
        try:
            reading = _reading(file)
        except VarderingError as stop:
            faults.append(_left_out(file.name, stop))
            continue
        faults += _cell_faults(file.name, reading)
        reply = reading.reply
        if not any(answer.today or answer.wanted for answer in reply.answers):
            faults.append(Fault("survey-empty", Severity.WARNING, None, {"file": file.name}))
        elif reply.fingerprint in replies:
            first, _ = replies[reply.fingerprint]
            faults.append(Fault("survey-duplicate", Severity.WARNING, None, {"file": file.name, "first": first}))
        else:
            replies[reply.fingerprint] = (file.name, reply)
            faults += _incomplete(file.name, reply)
    found = tuple(reply for _, reply in replies.values())
    faults += [*likenesses(tuple(replies.values())), *_rounds_fault(found)]
    return Collected(found, tuple(faults), len(given) - len(found))


def _too_few(collected: Collected) -> CallError:
    """Why nothing is compiled, with the first things to say of the files that were given."""
    said = [sentence_for(fault.code, fault.arguments).what for fault in collected.faults]
    if len(said) > MOST_SAID:
        said[MOST_SAID:] = [MORE_SAID.format(count=len(said) - MOST_SAID)]
    files = " ".join(said) or (NOTHING_WRONG if collected.replies else NO_FILES)
    return CallError("survey-too-few", count=len(collected.replies), files=files)


def _reading(file: SurveyFile) -> ReplyReading:
    if file.snapshot is None:
        raise file.stop or BookForeignError("not-our-workbook")
    return read_reply(file.snapshot)


def _left_out(name: str, stop: VarderingError) -> Fault:
    if stop.fault.code == "not-our-workbook":
        return Fault("survey-foreign", Severity.WARNING, None, {"file": name})
    reason = sentence_for(stop.fault.code, stop.fault.arguments).what
    return Fault("survey-unreadable", Severity.WARNING, None, {"file": name, "reason": reason})


def _cell_faults(name: str, reading: ReplyReading) -> list[Fault]:
    """What is wrong in cells of answers; a missing role is said in words of its own."""
    return [
        Fault(
            "survey-cell",
            Severity.WARNING,
            fault.where,
            {"file": name, "reason": sentence_for(fault.code, fault.arguments).what},
        )
        for fault in reading.faults
        if fault.severity is Severity.ERROR and (fault.code, fault.arguments.get("heading")) != MISSING_ROLE
    ]


def _incomplete(name: str, reply: SurveyReply) -> list[Fault]:
    """What a reply lacks; a warning where it is less than half filled in."""
    faults: list[Fault] = []
    asked = [statement.id for statement in statements()]
    whole = [answer for answer in map(reply.answer, asked) if answer.today and answer.wanted]
    if len(whole) < len(asked):
        arguments: dict[str, Argument] = {"file": name, "count": len(whole), "total": len(asked)}
        grave = Severity.WARNING if 2 * len(whole) < len(asked) else Severity.NOTICE
        faults.append(Fault("survey-half-filled", grave, None, arguments))
    if reply.role is None:
        faults.append(Fault("survey-without-role", Severity.WARNING, None, {"file": name}))
    return faults


def _rounds_fault(replies: Sequence[SurveyReply]) -> list[Fault]:
    rounds = survey_rounds(replies)
    if len(rounds) < 2:
        return []
    return [Fault("survey-rounds", Severity.WARNING, None, {"rounds": ", ".join(rounds)})]


def survey_rounds(replies: Sequence[SurveyReply]) -> tuple[str, ...]:
    """The rounds that the replies say they are of, each once, the most common first."""
    named = [reply.survey_round.strip() for reply in replies if reply.survey_round.strip()]
    return tuple(sorted(dict.fromkeys(named), key=lambda name: (-named.count(name), name)))


def new_survey(survey_round: str = "") -> Outcome:
    """The survey to send, with the name of the round in place."""
    from vardering.workbook.template.maturity.survey import build_maturity_survey

    return Outcome(new_workbook=build_maturity_survey(survey_round.strip()))


def compile_maturity(
    given: Sequence[SurveyFile],
    context: RunContext,
    earlier: SurveyFile | None = None,
    beside: Sequence[SurveyFile] = (),
    replaced: SurveyFile | None = None,
) -> Outcome:
    """The compilation of the surveys as a new workbook, with the earlier round beside it where one is given.

    ``beside``: other files that may be compilations, such as the one that is replaced. Somebody may have seen them, and
    those that lie among the surveys: nothing is shown that all of them together would give away.
    ``replaced``: the file whose place the new one takes. What people wrote in it is carried over if it holds some of
    the same replies; else what they wrote in the earlier one, if that does.

    Raises ``CallError`` "survey-too-few" with fewer than five replies, "survey-too-few-new" where earlier compilations
    and this one together would give somebody away, "earlier-not-compilation" where the earlier one is none, and the
    errors of ``guards_among``.
    """
    from vardering.commands.maturity_guards import guards_among
    from vardering.commands.maturity_notes import carry_notes, homeless_faults
    from vardering.workbook.template.maturity.compilation import build_compilation

    before = None if earlier is None else _earlier_round(earlier)
    among = _compilations(given)
    names = {one.name for one in among}
    collected = collect([file for file in given if file.name not in names])
    replies = collected.replies
    if len(replies) < SMALLEST_GROUP:
        raise _too_few(collected)
    seen = [*([] if before is None else [before]), *among, *_compilations(beside)]
    guards = guards_among(seen, replies, statement_areas())
    told = dict.fromkeys([*(one.name for one in among), *(guard.name for guard in guards if guard.name)])
    faults = [Fault("survey-compilation", Severity.NOTICE, None, {"file": name}) for name in told]
    carried = carry_notes(_content(replaced), _content(earlier), replies)
    origin = Origin(context, collected.left_out, None if before is None else before.content, carried.notes)
    found = compiled(replies, origin, [guard.results for guard in guards])
    faults += [*carried.faults, *homeless_faults(found)]
    return Outcome(findings_of((*collected.faults, *faults), ()), new_workbook=build_compilation(found))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a compilation comes from: the run, how many files were left out, the round it is compared with, notes."""

    context: RunContext
    left_out: int = 0
    earlier: EarlierRound | None = None
    notes: CompilationNotes = CompilationNotes()


def compilation_of(replies: Sequence[SurveyReply], origin: Origin) -> WorkbookLayout:
    """The workbook of a compilation that no other guards."""
    from vardering.workbook.template.maturity.compilation import build_compilation

    return build_compilation(compiled(replies, origin))


def compiled(replies: Sequence[SurveyReply], origin: Origin, guards: Sequence[MaturityResults] = ()) -> Compilation:
    """A compilation that is safe beside the guards. Raises ``CallError`` "survey-too-few-new"."""
    from vardering.engine.maturity import compile_replies
    from vardering.engine.reply_marks import marks_of

    results = compile_replies(replies, statement_areas(), guards)
    if results is None:
        raise CallError("survey-too-few-new")
    held = sorted({guard.fingerprints for guard in guards}, key=lambda one: (len(one), sorted(one)))
    return Compilation(
        results=results,
        survey_round=", ".join(survey_rounds(replies)),
        left_out=origin.left_out,
        run=Run(EVENT, origin.context.clock, "", origin.context.version),
        comments=_comments(replies),
        earlier=origin.earlier,
        marks=marks_of(replies, held),
        notes=origin.notes,
    )


def _compilations(files: Sequence[SurveyFile]) -> "list[SeenCompilation]":
    """Those of the files that are compilations."""
    from vardering.commands.maturity_guards import SeenCompilation
    from vardering.workbook.reading.maturity_compilation_reader import read_compilation

    found = [(file.name, read_compilation(file.snapshot)) for file in files if file.snapshot is not None]
    return [SeenCompilation(name, content) for name, content in found if content is not None]


def _earlier_round(file: SurveyFile) -> "SeenCompilation":
    if file.snapshot is None:
        raise file.stop or CallError("earlier-not-compilation", file=file.name)
    found = _compilations([file])
    if not found:
        raise CallError("earlier-not-compilation", file=file.name)
    return found[0]


def _content(file: SurveyFile | None) -> Snapshot | None:
    return None if file is None else file.snapshot


def _comments(replies: Sequence[SurveyReply]) -> Mapping[str, tuple[str, ...]]:
    """The comments on each statement in alphabetical order, so that their order says nothing of who wrote them."""
    found: dict[str, list[str]] = {}
    for reply in replies:
        for answer in reply.answers:
            if answer.comment.strip():
                found.setdefault(answer.statement, []).append(answer.comment.strip())
    return {
        statement: tuple(sorted(texts, key=lambda text: (text.casefold(), text))) for statement, texts in found.items()
    }
