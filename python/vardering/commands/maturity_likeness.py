"""Replies that are nearly the same: one person who sent a corrected survey counts twice unless somebody sees it."""

from collections.abc import Sequence
from itertools import combinations

from vardering.base.faults import Argument, Fault, Severity
from vardering.engine.reply_marks import is_distinctive
from vardering.model.maturity import SurveyReply

ALIKE_SHARE = 0.9
"""From this share of equal answers on, two replies are said to be alike [own]."""
FEWEST_ANSWERS = 30
"""Replies with fewer points in common are not compared: a few answers are often equal."""


def likenesses(replies: Sequence[tuple[str, SurveyReply]]) -> list[Fault]:
    """A notice for each pair of files whose replies are alike, though not the same. Plain replies often are."""
    unlike = [(name, reply) for name, reply in replies if is_distinctive(reply)]
    points = {
        name: {
            (answer.statement, at): score
            for answer in reply.answers
            for at, score in enumerate((answer.today, answer.wanted))
            if score is not None
        }
        for name, reply in unlike
    }
    faults: list[Fault] = []
    for (first, _), (second, _) in combinations(unlike, 2):
        both = points[first].keys() & points[second].keys()
        equal = sum(points[first][key] is points[second][key] for key in both)
        if len(both) >= FEWEST_ANSWERS and equal >= ALIKE_SHARE * len(both):
            arguments: dict[str, Argument] = {"file": second, "first": first, "count": equal, "total": len(both)}
            faults.append(Fault("survey-alike", Severity.WARNING, None, arguments))
    return faults
