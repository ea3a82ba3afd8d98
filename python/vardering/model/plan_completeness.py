"""Which of the seven questions of E-delegationen a plan row leaves open, and how complete a whole plan is."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.realisation_plan import PlanRow
from vardering.model.vocabulary import ActivityStatus


class Question(StrEnum):
    """The seven questions, in order."""

    WHAT = "what"
    HOW = "how"
    WHO = "who"
    WHEN = "when"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_OWNER = "follow_up_owner"
    MEASURES = "measures"


FIELDS: Mapping[Question, tuple[str, ...]] = {
    Question.WHAT: ("name",),
    Question.HOW: ("activities", "preconditions"),
    Question.WHO: ("owner", "accepted_on", "realisation_lead"),
    Question.WHEN: ("first_year", "full_effect_year"),
    Question.FOLLOW_UP: ("measurement_method", "measurement_source", "frequency", "first_measurement"),
    Question.FOLLOW_UP_OWNER: ("measurement_owner",),
    Question.MEASURES: ("measure", "measure_unit", "baseline_measurement", "baseline_date", "target"),
}
"""What answers each question."""

SEVERAL = (" och ", " & ", "/", ";", "+")
"""What stands between the names where an effect has more than one owner."""


def unanswered(row: PlanRow) -> dict[Question, tuple[str, ...]]:
    """The open questions of a row with the fields that leave them open.

    An acceptance by an earlier owner is none; several owners are none; a target that equals the baseline cannot be
    measured.
    """
    lacking: dict[Question, tuple[str, ...]] = {}
    for question, fields in FIELDS.items():
        open_fields = tuple(name for name in fields if not is_answered(row, name))
        if open_fields:
            lacking[question] = open_fields
    return lacking


def has_several_owners(owner: str) -> bool:
    """Whether more than one name stands as benefit owner."""
    return any(sign in owner for sign in SEVERAL)


def is_answered(row: PlanRow, name: str) -> bool:
    """Whether a field of a row says what it should."""
    if name == "activity_status":
        return row.activity_status is ActivityStatus.CARRIED_OUT
    if name == "accepted_on":
        return row.is_accepted
    if name == "owner":
        return bool(row.owner) and not has_several_owners(row.owner)
    if name == "target":
        return row.target is not None and row.target != row.baseline_measurement
    value = getattr(row, name)
    return value is not None and value != ""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far a plan answers the seven questions: current rows, those without open questions, and ids per question."""

    rows: int
    complete: int
    lacking: Mapping[Question, tuple[str, ...]]


def completeness(rows: Sequence[PlanRow]) -> Completeness:
    """The completeness of a plan's current rows."""
    current = [row for row in rows if row.is_current]
    lacking: dict[Question, list[str]] = {}
    complete = 0
    for row in current:
        questions = unanswered(row)
        complete += not questions
        for question in questions:
            lacking.setdefault(question, []).append(row.effect_id)
    ordered = {question: tuple(lacking[question]) for question in Question if question in lacking}
    return Completeness(len(current), complete, ordered)
