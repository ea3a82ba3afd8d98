"""What the decisions to take savings home (hemtagningsbeslut) make of an effect: its kind, and from when it counts."""

from collections.abc import Mapping

from vardering.base.years import share_of_year_from
from vardering.engine.arrays import FloatArray, floats
from vardering.engine.hour_costs import TimePrices
from vardering.engine.timeline import Timeline
from vardering.model.rows import Effect, RealisationDecision
from vardering.model.vocabulary import DecisionStatus, Kind, Stage, ValuedAs

DecisionBook = Mapping[str, RealisationDecision]
"""Decisions by effect id."""


def is_staff_saving(effect: Effect, prices: TimePrices) -> bool:
    """Whether the effect is posts that end, or hours of the municipality's own staff."""
    if effect.valued_as is ValuedAs.POSTS:
        return True
    return effect.valued_as is ValuedAs.HOURS and prices.is_staff(effect.category)


def effective_kind(
    effect: Effect, decision: RealisationDecision | None, stage: Stage, *, staff_saving: bool
) -> tuple[Kind, bool]:
    """The kind an effect counts as, and whether that rests on a decision that only is proposed. M5 [seed].

    A financial saving of staff is money only by decision: decided always, proposed before the start is
    decided (BP3), otherwise redeployment. Other effects keep their kind. Call with ``staff_saving`` False for a
    disbenefit.

    >>> effect = Effect(id="E1", valued_as=ValuedAs.POSTS)
    >>> effective_kind(effect, None, Stage.IDEA, staff_saving=True)[0].value
    'redeployment'
    """
    if effect.kind is not Kind.FINANCIAL or not staff_saving:
        return effect.kind, False
    status = DecisionStatus.MISSING if decision is None else decision.status
    if status is DecisionStatus.DECIDED:
        return Kind.FINANCIAL, False
    if status is DecisionStatus.PROPOSED and stage.is_before_start:
        return Kind.FINANCIAL, True
    return Kind.REDEPLOYMENT, False


def shares_after_post_ends(decision: RealisationDecision | None, timeline: Timeline) -> FloatArray | float:
    """Share of each year that lies after the day the post ends, shape (years,); 1 where no day is given.

    By calendar month and day, the day itself included. M5: the value counts from the date the post ends [seed].
    """
    if decision is None or decision.post_ends is None:
        return 1.0
    day = decision.post_ends
    return floats(
        [
            0.0 if year < day.year else 1.0 if year > day.year else share_of_year_from(day)
            for year in timeline.calendar_years
        ]
    )
