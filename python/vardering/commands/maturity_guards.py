"""The compilations that somebody may have seen: which of the new one's replies they hold, and what they show."""

from collections.abc import Mapping, Sequence

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass, replace
from vardering.engine.maturity import compile_replies
from vardering.engine.reply_marks import Recognised, recognise
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_results import EarlierRound, MaturityResults

Held = frozenset[str]
"""Fingerprints of the replies that a compilation holds."""


@dataclass(frozen=True, slots=True)
class SeenCompilation:
    """A compilation, and the name of the file that it was read from."""

    name: str
    content: EarlierRound


@dataclass(frozen=True, slots=True)
class Guard:
    """What a compilation shows of replies that the new one holds too. ``name``: its file, empty where it is gone."""

    name: str
    results: MaturityResults


def guards_among(
    seen: Sequence[SeenCompilation], replies: Sequence[SurveyReply], areas: Mapping[str, str]
) -> list[Guard]:
    """Those that hold some of the replies; and the ones before them, without a name, whose files need not be there.

    A compilation says which of its replies an older one held. Since those replies are all here, what the older one
    showed is compiled once more.

    Raises ``CallError`` "survey-unrecognised" where it cannot be told whether a compilation holds any of the replies,
    "survey-earlier-partly" where it holds some of them and others too.
    """
    guards: list[Guard] = []
    older: list[Held] = []
    for one in seen:
        found = recognise(one.content.marks, replies)
        if not found.is_certain and _may_be_same_round(one.content, replies):
            raise CallError("survey-unrecognised", file=one.name)
        if not found.marks:
            continue
        people = one.content.results.everybody.people
        if len(found.marks) < people:
            raise CallError("survey-earlier-partly", file=one.name, count=len(found.marks), total=people)
        guards.append(Guard(one.name, replace(one.content.results, fingerprints=frozenset(found.marks))))
        older += _held_by_older(found)
    return guards + [Guard("", results) for results in _again(older, guards, replies, areas)]


def _again(
    older: Sequence[Held], guards: Sequence[Guard], replies: Sequence[SurveyReply], areas: Mapping[str, str]
) -> list[MaturityResults]:
    """What compilations showed whose files are not at hand, each compiled beside those before it."""
    known = {guard.results.fingerprints for guard in guards}
    before: list[MaturityResults] = []
    for held in sorted(set(older) - known, key=lambda one: (len(one), sorted(one))):
        results = compile_replies([reply for reply in replies if reply.fingerprint in held], areas, before)
        before += [] if results is None else [results]
    return before


def _held_by_older(found: Recognised) -> list[Held]:
    """The replies that each compilation before it held."""
    numbers = {number for mark in found.marks.values() for number in mark.earlier}
    return [
        frozenset(fingerprint for fingerprint, mark in found.marks.items() if number in mark.earlier)
        for number in sorted(numbers)
    ]


def _may_be_same_round(earlier: EarlierRound, replies: Sequence[SurveyReply]) -> bool:
    """Whether a reply can be one that the compilation held: rounds that have no name may be the same."""
    named = earlier.survey_round.casefold()
    rounds = {reply.survey_round.strip().casefold() for reply in replies}
    return not named or any(not one or one in named for one in rounds)
