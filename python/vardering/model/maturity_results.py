"""What a compilation of maturity surveys shows. A figure that is None is not shown: fewer than five lie behind it."""

from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass
from vardering.model.maturity_marks import ReplyMark
from vardering.model.maturity_scale import RoleGroup


@dataclass(frozen=True, slots=True)
class MaturityFigures:
    """Figures of a statement or an area, on the scale 1–5.

    ``stated``: how many took a stand, with points or "vet inte"; ``unknown_share`` of them do not know. ``rated_today``
    and ``rated_wanted``: how many gave points. ``gap`` = wanted − today. ``spread``: standard deviation of today's
    points over those who gave them. ``disagreement`` 0–1, after Tastle and Wierman. ``points``: how many gave 1, 2 … 5
    today. Areas have no counts.
    """

    stated: int | None = None
    unknown_share: float | None = None
    rated_today: int | None = None
    today: float | None = None
    median: float | None = None
    spread: float | None = None
    disagreement: float | None = None
    rated_wanted: int | None = None
    wanted: float | None = None
    gap: float | None = None
    points: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class MaturityGroup:
    """The people of one or more roles together, with their figures by statement and by area."""

    roles: frozenset[RoleGroup]
    people: int
    statements: Mapping[str, MaturityFigures]
    areas: Mapping[str, MaturityFigures]


@dataclass(frozen=True, slots=True)
class MaturityResults:
    """A compilation: everybody, and the role groups that can be shown, largest first.

    ``fingerprints`` tell which replies are in it. They are never written down (see ``ReplyMark``).
    """

    everybody: MaturityGroup
    groups: tuple[MaturityGroup, ...]
    fingerprints: frozenset[str]

    @property
    def published(self) -> tuple[MaturityGroup, ...]:
        """Every set of people whose figures are shown."""
        return (self.everybody, *self.groups)


@dataclass(frozen=True, slots=True)
class EarlierRound:
    """A compilation that was read back, and the round it says it is of.

    ``marks``: of its replies. The results have no fingerprints until the marks have been looked for among replies.
    """

    results: MaturityResults
    survey_round: str
    marks: tuple[ReplyMark, ...] = ()
