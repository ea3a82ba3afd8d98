"""When effects come: the first year with any effect, and the first year at the largest share."""

import numpy as np

from vardering.engine.arrays import FloatArray
from vardering.engine.decisions import shares_after_post_ends
from vardering.engine.profiles import row_profiles, uptake_shares
from vardering.engine.timeline import Timeline, timeline_of
from vardering.model.case import Case
from vardering.model.effect_figures import EffectFigures
from vardering.model.results import Results, RowGroup, RowValue


def effect_figures(case: Case, results: Results) -> tuple[EffectFigures, ...]:
    """The figures of every effect of the main alternative, in sheet order, also of those without a value in kronor.

    The share of a year is profile × uptake × share after the post ends. Price changes, drop-off, deadweight and
    attribution say how much an effect is worth, not when it is in place. Raises VarderingError as ``evaluate``.
    """
    timeline = timeline_of(case.change)
    values = {row.id: row for row in results.rows if row.group is RowGroup.EFFECT}
    return tuple(
        _figures(effect_id, share, timeline, values.get(effect_id))
        for effect_id, share in yearly_shares(case, results.main_alternative).items()
    )


def yearly_shares(case: Case, alternative: str) -> dict[str, FloatArray]:
    """How much of each effect of an alternative is in place in each year, shape (years,), in sheet order.

    Raises VarderingError as ``evaluate``.
    """
    timeline = timeline_of(case.change)
    effects = [effect for effect in case.effects if effect.alternative == alternative]
    book = {profile.name: profile.factors for profile in case.profiles}
    decisions = {decision.effect_id: decision for decision in case.decisions}
    shares = row_profiles(effects, timeline, book)
    for place, effect in enumerate(effects):
        shares[place] *= uptake_shares(effect.uptake_profile, effect.uptake, effect, timeline, book)
        shares[place] *= shares_after_post_ends(decisions.get(effect.id), timeline)
    return {effect.id: share for effect, share in zip(effects, shares, strict=True)}


def _figures(effect_id: str, share: FloatArray, timeline: Timeline, value: RowValue | None) -> EffectFigures:
    """``share`` (years,) of one effect; the largest share counts from the first year it is reached."""
    if not np.any(share > 0.0):
        return EffectFigures(effect_id, None, None, None, None)
    first, full = int(np.argmax(share > 0.0)), int(np.argmax(share))
    hours = None if value is None or not any(value.hours) else value.hours[full]
    return EffectFigures(
        effect_id=effect_id,
        first_year=timeline.calendar_years[first],
        full_effect_year=timeline.calendar_years[full],
        yearly_value_kr=None if value is None else value.values_kr[full],
        yearly_hours=hours,
    )
