"""The figures of a compilation of maturity surveys: by statement, by area, and by role group where that is safe."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vardering.base.light_dataclasses import dataclass, replace
from vardering.engine.disclosure import EVERYBODY, Beside, Earlier, Present, Roles, safe_sets
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

    groups: tuple[RoleGroup, ...]
    kept: tuple[Mask, ...]
    """For each earlier compilation: whose replies it held too."""
    today: Points
    wanted: Points
    stated: Mask


def answers_of(replies: Sequence[SurveyReply], statements: Sequence[str], earlier: Sequence[frozenset[str]]) -> Answers:
    """The replies as arrays. ``earlier`` are the fingerprints of the replies in each compilation before this one."""
    shape = (len(replies), len(statements))
    today, wanted, stated = np.full(shape, np.nan), np.full(shape, np.nan), np.zeros(shape, dtype=bool)
    for person, reply in enumerate(replies):
        given = {answer.statement: answer for answer in reply.answers}
        for place, statement in enumerate(statements):
            answer = given.get(statement)
            if answer is not None:
                today[person, place] = _points(answer.today)
                wanted[person, place] = _points(answer.wanted)
                stated[person, place] = answer.today is not None
    own = [reply.fingerprint for reply in replies]
    kept = tuple(np.array([fingerprint in held for fingerprint in own], dtype=bool) for held in earlier)
    return Answers(tuple(reply.group for reply in replies), kept, today, wanted, stated)


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

    ``areas``: the area of each statement, in the order of the survey. ``earlier``: the compilations before this one;
    what is shown is safe beside each of them.
    """
    statements = tuple(areas)
    answers = answers_of(replies, statements, [one.fingerprints for one in earlier])
    sets = _sets_of_people(answers, earlier)
    if not sets or sets[0] != EVERYBODY:
        return None
    figures: dict[Roles, dict[str, MaturityFigures]] = {roles: {} for roles in sets}
    for place, statement in enumerate(statements):
        before = [_earlier_figures(one, statement) for one in earlier]
        for roles, found in _figures(answers, place, sets, before).items():
            figures[roles][statement] = found
    groups = [_group(roles, answers, figures[roles], areas) for roles in sets]
    return MaturityResults(groups[0], tuple(groups[1:]), frozenset(reply.fingerprint for reply in replies))


def _present(answers: Answers, people: Mask, kept: Mask) -> dict[RoleGroup, Present]:
    """How many of each role are among some of the people, apart for those of an earlier compilation."""
    found: dict[RoleGroup, Present] = {}
    for role in dict.fromkeys(answers.groups):
        of_role = people & np.array([group is role for group in answers.groups])
        found[role] = Present(int(np.sum(of_role & ~kept)), int(np.sum(of_role & kept)))
    return found


def _safe(
    answers: Answers, people: Mask, candidates: Sequence[Roles], earlier: Sequence[Sequence[Earlier]]
) -> tuple[Roles, ...]:
    """The candidates that can be shown of some of the people, together and beside each earlier compilation."""
    besides = [Beside(_present(answers, people, np.zeros_like(people)))]
    for kept, sets in zip(answers.kept, earlier, strict=True):
        besides.append(Beside(_present(answers, people, kept), sets))
    return safe_sets(candidates, besides)


def _sets_of_people(answers: Answers, published: Sequence[MaturityResults]) -> tuple[Roles, ...]:
    """Everybody, each role group that can be shown, largest first, and the others together where they can."""
    everyone = np.ones(len(answers.groups), dtype=bool)
    present = _present(answers, everyone, everyone)
    order = sorted(present, key=lambda role: (-present[role].people, tuple(RoleGroup).index(role)))
    earlier = [tuple(Earlier(group.roles, group.people) for group in one.published) for one in published]
    shown = _safe(answers, everyone, [EVERYBODY, *(frozenset({role}) for role in order)], earlier)
    others = frozenset(role for role in order if frozenset({role}) not in shown)
    if len(shown) > 1 and others:
        shown = _safe(answers, everyone, [*shown, others], earlier)
    return shown


def _earlier_figures(results: MaturityResults, statement: str) -> dict[str, tuple[Earlier, ...]]:
    """What an earlier compilation shows of a statement: for each count the sets and how many lay behind."""
    counts: dict[str, list[Earlier]] = {"stated": [], "rated_today": [], "rated_wanted": []}
    for group in results.published:
        figures = group.statements.get(statement)
        for name, sets in counts.items():
            people = None if figures is None else getattr(figures, name)
            if people is not None:
                sets.append(Earlier(group.roles, people))
    return {name: tuple(sets) for name, sets in counts.items()}


def _figures(
    answers: Answers, place: int, sets: Sequence[Roles], earlier: Sequence[Mapping[str, tuple[Earlier, ...]]]
) -> dict[Roles, MaturityFigures]:
    """The figures of one statement for each set of people, each figure only where it is safe."""
    stated = answers.stated[:, place]
    today, wanted = answers.today[:, place], answers.wanted[:, place]
    bases = {"stated": stated, "rated_today": ~np.isnan(today), "rated_wanted": ~np.isnan(wanted)}
    shown = {
        name: _safe(answers, base, sets, [one[name] for one in earlier]) if base.any() else ()
        for name, base in bases.items()
    }
    found: dict[Roles, MaturityFigures] = {}
    for roles in sets:
        inside = np.array([group in roles for group in answers.groups])
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
    people = sum(group in roles for group in answers.groups)
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
