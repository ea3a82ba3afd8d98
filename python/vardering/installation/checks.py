"""What one check of a diagnosis gives."""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass, field

Argument = str | int


class State(StrEnum):
    """How a check went: a problem hinders the product, a notice does not."""

    FINE = "fine"
    NOTICE = "notice"
    PROBLEM = "problem"
    NOT_HERE = "not-here"


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it went, and the verdict: a word that ``texts.diagnosis_texts`` makes a sentence of."""

    subject: str
    state: State
    verdict: str = ""
    arguments: Mapping[str, Argument] = field(default_factory=dict)


def fine(subject: str, verdict: str, **arguments: Argument) -> Check:
    """Nothing to do."""
    return Check(subject, State.FINE, verdict, arguments)


def remark(subject: str, verdict: str, **arguments: Argument) -> Check:
    """Worth knowing."""
    return Check(subject, State.NOTICE, verdict, arguments)


def problem(subject: str, verdict: str, **arguments: Argument) -> Check:
    """Hinders the product, and has a remedy."""
    return Check(subject, State.PROBLEM, verdict, arguments)
