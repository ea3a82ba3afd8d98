"""What a compilation shows beside its figures: where it comes from, comments, and what it is compared with."""

from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass, field
from vardering.model.maturity import level_of
from vardering.model.maturity_marks import ReplyMark
from vardering.model.maturity_results import EarlierRound, MaturityGroup, MaturityResults
from vardering.model.maturity_scale import RoleGroup
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import LEVEL_WORDS
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.maturity_notes import CompilationNotes
from vardering.workbook.presenting.run import Run


@dataclass(frozen=True, slots=True)
class Compilation:
    """A compilation and what stands around it. ``comments``: by statement, in alphabetical order.

    ``left_out``: how many files were not counted; which ones is never written down. ``marks``: what the next
    compilation knows the replies by. ``notes``: what people wrote in the one whose place this one takes.
    """

    results: MaturityResults
    survey_round: str
    left_out: int
    run: Run
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    earlier: EarlierRound | None = None
    marks: tuple[ReplyMark, ...] = ()
    notes: CompilationNotes = CompilationNotes()


def level_text(today: float | None) -> str | None:
    """The level that a mean has reached, with its name; None where the mean is not shown.

    >>> level_text(2.9)
    '2 Påbörjad'
    """
    if today is None:
        return None
    level = level_of(today)
    return words.LEVEL_TEXT.format(level=level, name=LEVEL_WORDS[level][0])


def group_name(group: MaturityGroup) -> str:
    """What a set of people is called."""
    if len(group.roles) == len(RoleGroup):
        return words.EVERYBODY
    if len(group.roles) > 1:
        return words.OTHERS
    word = role_words(group)
    return f"{word[:1].upper()}{word[1:]}"


def role_words(group: MaturityGroup) -> str:
    """The roles of a set of people, in the order of the list."""
    return words.LISTED.join(word_for("rollgrupp", role) for role in RoleGroup if role in group.roles)
