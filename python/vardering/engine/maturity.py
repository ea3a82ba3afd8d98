"""The figures of a compilation of maturity surveys: by statement, by area, and by role group where that is safe."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vardering.base.light_dataclasses import dataclass, replace
from vardering.engine.disclosure import EVERYBODY, Part, Roles, safe_sets
from vardering.model.maturity import HIGHEST_LEVEL, SurveyReply
from vardering.model.maturity_results import MaturityFigures, MaturityGroup, MaturityResults
from vardering.model.maturity_scale import MaturityScore, RoleGroup

Points = NDArray[np.float64]
Mask = NDArray[np.bool_]

AVERAGED = ("unknown_share", "today", "median", "spread", "disagreement", "wanted", "gap")
"""Figures of an area: the mean of its statements' figures."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What people said, people × statements: points 1–5 (NaN where none), and who took a stand on today."""

    parts: tuple[Part, ...]
    """The role of each, and which earlier compilations held the reply too."""
    today: Points
    wanted: Points
    stated: Mask

    def inside(self, roles: Roles) -> Mask:
        """Who has one of the roles."""
        return np.array([part.role in roles for part in self.parts], dtype=bool)

    def sizes(self, people: Mask) -> Mapping[Part, int]:
        """How many of some of the people there are in each part."""
        return Counter(part for part, counts in zip(self.parts, people, strict=True) if counts)


def answers_of(replies: Sequence[SurveyReply], statements: Sequence[str], earlier: Sequence[frozenset[str]]) -> Answers:
    """The replies as arrays. ``earlier`` are the fingerprints of the replies in each compilation before this one."""
    shape = (len(replies), len(statements))
    today, wanted, stated = np.full(shape, np.nan), np.full(shape, np.nan), np.zeros(shape, dtype=bool)
    parts: list[Part] = []
    for person, reply in enumerate(replies):
        fingerprint = reply.fingerprint
        held_by = frozenset(place for place, held in enumerate(earlier) if fingerprint in held)
        parts.append(Part(reply.group, held_by))
        given = {answer.statement: answer for answer in reply.answers}
        for place, statement in enumerate(statements):
            answer = given.get(statement)
            if answer is not None:
                today[person, place] = _points(answer.today)
                wanted[person, place] = _points(answer.wanted)
                stated[person, place] = answer.today is not None
    return Answers(tuple(parts), today, wanted, stated)


def _points(score: MaturityScore | None) -> float:
    points = None if score is None else score.points
    return np.nan if points is None else float(points)


def dissent(counts: Sequence[float]) -> float:
    """Disagreement on an ordinal scale, 0 (all say the same) to 1 (half at each end).

    ``counts``: how many chose each category in order. −Σ p log2(1 − |x − mean| / width), after Tastle and Wierman,
    Consensus and dissention: a measure of ordinal dispersion, Int. J. Approx. Reasoning 45 (2007) 531–545.

    >>> dissent([5, 0, 0, 0, 5]), dissent([0, 0, 8, 0, 0])
    (1.0, 0.0)
    """
    shares = np.asarray(counts, dtype=float) / np.sum(counts)
    places = np.arange(len(shares), dtype=float)
    distance = np.abs(places - shares @ places) / (len(shares) - 1)
    present = shares > 0
    return float(-(shares[present] @ np.log2(1.0 - distance[present]))) + 0.0


def compile_replies(
    replies: Sequence[SurveyReply], areas: Mapping[str, str], earlier: Sequence[MaturityResults] = ()
) -> MaturityResults | None:
    """The compilation of the replies; None where not even everybody together can be shown.

    ``areas``: the area of each statement, in the order of the survey. ``earlier``: all compilations before this one
    that may have been seen; what is shown is safe beside all of them together. One that holds some of these replies
    must hold no others, else nothing can be shown.
    """
    own = frozenset(reply.fingerprint for reply in replies)
    guards = [one for one in earlier if one.fingerprints & own]
    if any(not one.fingerprints <= own for one in guards):
        return None
    statements = tuple(areas)
    answers = answers_of(replies, statements, [one.fingerprints for one in guards])
    sets = _sets_of_people(answers, guards)
    if not sets or sets[0] != EVERYBODY:
        return None
    figures: dict[Roles, dict[str, MaturityFigures]] = {roles: {} for roles in sets}
    for place, statement in enumerate(statements):
        before = [_earlier_sets(one, statement) for one in guards]
        for roles, found in _figures(answers, place, sets, before).items():
            figures[roles][statement] = found
    groups = [_group(roles, answers, figures[roles], areas) for roles in sets]
    return MaturityResults(groups[0], tuple(groups[1:]), own)


def _sets_of_people(answers: Answers, guards: Sequence[MaturityResults]) -> tuple[Roles, ...]:
    """Everybody, each role group that can be shown, largest first, and the others together where they can."""
    sizes = answers.sizes(np.ones(len(answers.parts), dtype=bool))
    of_role = Counter[RoleGroup]()
    for part, people in sizes.items():
        of_role[part.role] += people
    order = sorted(of_role, key=lambda role: (-of_role[role], tuple(RoleGroup).index(role)))
    earlier = [tuple(group.roles for group in one.published) for one in guards]
    shown = safe_sets([EVERYBODY, *(frozenset({role}) for role in order)], sizes, earlier)
    others = frozenset(role for role in order if frozenset({role}) not in shown)
    if len(shown) > 1 and others:
        shown = safe_sets([*shown, others], sizes, earlier)
    return shown


def _earlier_sets(results: MaturityResults, statement: str) -> dict[str, tuple[Roles, ...]]:
    """The sets of people for which an earlier compilation shows a figure of a statement, by what the figure counts."""
    return {
        name: tuple(
            group.roles
            for group in results.published
            if getattr(group.statements.get(statement), name, None) is not None
        )
        for name in ("stated", "rated_today", "rated_wanted")
    }


def _figures(
    answers: Answers, place: int, sets: Sequence[Roles], earlier: Sequence[Mapping[str, tuple[Roles, ...]]]
) -> dict[Roles, MaturityFigures]:
    """The figures of one statement for each set of people, each figure only where it is safe."""
    stated = answers.stated[:, place]
    today, wanted = answers.today[:, place], answers.wanted[:, place]
    bases = {"stated": stated, "rated_today": ~np.isnan(today), "rated_wanted": ~np.isnan(wanted)}
    shown = {name: safe_sets(sets, answers.sizes(base), [one[name] for one in earlier]) for name, base in bases.items()}
    found: dict[Roles, MaturityFigures] = {}
    for roles in sets:
        inside = answers.inside(roles)
        figures = MaturityFigures()
        if roles in shown["stated"]:
            people = inside & stated
            share = float(np.mean(np.isnan(today[people])))
            figures = replace(figures, stated=int(np.sum(people)), unknown_share=share)
        if roles in shown["rated_today"]:
            figures = _with_today(figures, today[inside & bases["rated_today"]])
        if roles in shown["rated_wanted"]:
            points = wanted[inside & bases["rated_wanted"]]
            figures = replace(figures, rated_wanted=len(points), wanted=float(np.mean(points)))
        if figures.today is not None and figures.wanted is not None:
            figures = replace(figures, gap=figures.wanted - figures.today)
        found[roles] = figures
    return found


def _with_today(figures: MaturityFigures, points: Points) -> MaturityFigures:
    """The figures with those of today's points. The spread is over all who answered, not a sample of them."""
    counts = tuple(int(np.sum(points == level)) for level in range(1, HIGHEST_LEVEL + 1))
    return replace(
        figures,
        rated_today=len(points),
        today=float(np.mean(points)),
        median=float(np.median(points)),
        spread=float(np.std(points)),
        disagreement=dissent(counts),
        points=counts,
    )


def _group(
    roles: Roles, answers: Answers, figures: Mapping[str, MaturityFigures], areas: Mapping[str, str]
) -> MaturityGroup:
    people = int(np.sum(answers.inside(roles)))
    of_areas = {
        area: area_figures([figures[statement] for statement, name in areas.items() if name == area])
        for area in dict.fromkeys(areas.values())
    }
    return MaturityGroup(roles, people, figures, of_areas)


def area_figures(statements: Sequence[MaturityFigures]) -> MaturityFigures:
    """The figures of an area: the mean of those its statements show, so that it says no more than they do."""
    means: dict[str, float] = {}
    for name in AVERAGED:
        shown = [value for figures in statements if (value := getattr(figures, name)) is not None]
        if shown:
            means[name] = sum(shown) / len(shown)
    return replace(MaturityFigures(), **means)  # type: ignore[arg-type]
