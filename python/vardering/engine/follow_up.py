"""An effect against its promise: what came, what did not, what nobody knows, and what is not due yet.

Limits and rules are this product's own. [own]
"""

from collections.abc import Iterator, Sequence
from math import floor

from vardering.base.light_dataclasses import dataclass
from vardering.engine.measured_time import Knowledge, Stretch, answers, counted_levels, stretches
from vardering.model.follow_up import (
    Amounts,
    EffectFollowUp,
    FollowUpStatus,
    Forecast,
    Level,
    LevelFollowUp,
    Promise,
    Split,
)

TOLERANCE = 0.1
"""How far below the plan still counts as according to plan, as a share of it."""
PROGRESS = 0.02
"""How much nearer its target a measure must be than the last time to be on its way, as a share of the whole way."""
FORECAST_LEVELS = 3
"""As many of the latest measurements give a forecast its range."""
LEAST_SPREAD = 0.05
"""A forecast is never said to be surer than this, as a share of it."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class _Part:
    """What was promised for a stretch of time, and what came: None where nobody knows or it lies ahead."""

    year: int
    length: float
    knowledge: Knowledge
    promised: float
    value: float | None


def follow_effect(promise: Promise, today: float) -> EffectFollowUp:
    """How an effect stands at ``today`` (years from the start; the end of the day).

    In kronor and in hours ``promised = realised + at risk + unknown + not due``, whatever has been measured.
    Measurements after today or before the start are not counted.
    """
    parts = tuple(stretches(promise, today))
    levels = tuple(_against_plan(promise, level, parts, index) for index, level in enumerate(promise.levels))
    counted = counted_levels(promise, today)
    forecast = _forecast(promise, [levels[index] for index in counted])
    in_kr = tuple(_parts(promise, parts, levels, "kr"))
    answered = answers(promise, today)
    unanswered = tuple(i for i, due in enumerate(promise.due) if due < today and i not in answered)
    ahead_kr = promise.kr if forecast.count or not promise.case_kr else promise.case_kr
    came, ahead = [0.0] * len(promise.kr), [0.0] * len(promise.kr)
    for part in in_kr:
        came[part.year] += part.value or 0.0
        ahead[part.year] += ahead_kr[part.year] * part.length if part.value is None else 0.0
    ends = [sum(came) + sum(ahead) * end for end in (forecast.low, forecast.high)]
    return EffectFollowUp(
        effect_id=promise.effect_id,
        status=_status(promise, levels, counted, unanswered),
        kr=_split(in_kr, forecast),
        hours=_split(tuple(_parts(promise, parts, levels, "hours")), forecast),
        levels=levels,
        forecast=forecast,
        full_value=_planned_value(promise, forecast.likely),
        planned_values=tuple(_planned_value(promise, share) for share in promise.shares),
        expected_values=tuple(_planned_value(promise, share * forecast.likely) for share in promise.shares),
        unanswered=unanswered,
        next_due=next((i for i, due in enumerate(promise.due) if due >= today and i not in answered), None),
        actual_kr=tuple(came),
        expected_kr=tuple(known + rest * forecast.likely for known, rest in zip(came, ahead, strict=True)),
        expected_range_kr=(min(ends), max(ends)),
    )


def full_scale(amounts: Amounts, shares: Amounts) -> Amounts:
    """What each year is worth at full effect: its amount over its share; years without one take the nearest year's.

    >>> full_scale((0.0, 50.0, 100.0), (0.0, 0.5, 1.0))
    (100.0, 100.0, 100.0)
    """
    scaled = {k: amount / share for k, (amount, share) in enumerate(zip(amounts, shares, strict=True)) if share > 0.0}
    if not scaled:
        return (0.0,) * len(amounts)
    nearest = (min((abs(known - year), known) for known in scaled)[1] for year in range(len(amounts)))
    return tuple(scaled[known] for known in nearest)


def _year_of(promise: Promise, time: float) -> int:
    """The year that a time lies in; the end of a day belongs to the day, and the last year lasts."""
    return min(max(floor(time - _ROUNDING), 0), len(promise.shares) - 1)


def _share(promise: Promise, level: Level) -> float | None:
    """How far the measure has come from its baseline to its target; None without a measure, a baseline or a target."""
    if level.actual is None or promise.baseline is None or promise.target is None:
        return None
    way = promise.target - promise.baseline
    return None if way == 0.0 else (level.actual - promise.baseline) / way


def _planned_value(promise: Promise, share: float) -> float | None:
    if promise.baseline is None or promise.target is None:
        return None
    return promise.baseline + (promise.target - promise.baseline) * share


def _against_plan(promise: Promise, level: Level, parts: Sequence[Stretch], index: int) -> LevelFollowUp:
    """A measurement against the plan of its year. Kronor that were reported stand for themselves."""
    year = _year_of(promise, level.time)
    planned_share, share = promise.shares[year], _share(promise, level)
    planned = _planned_value(promise, planned_share)
    deviation = None if planned is None or level.actual is None else level.actual - planned
    scale = full_scale(promise.kr, promise.shares)[year]
    ratio = None if share is None or planned_share <= 0.0 else share / planned_share
    reported = _reported_ratio(promise, level, parts, index)
    return LevelFollowUp(
        planned=planned,
        deviation=deviation,
        deviation_kr=None if share is None else (share - planned_share) * scale,
        share=share,
        ratio=ratio if reported is None else reported,
    )


def _reported_ratio(promise: Promise, level: Level, parts: Sequence[Stretch], index: int) -> float | None:
    """What was reported in kronor, or else in hours, over what was promised for the same time."""
    for reported, amounts in ((level.realised_kr, promise.kr), (level.realised_hours, promise.hours)):
        due = sum(amounts[part.year] * part.length for part in parts if part.level == index and part.is_own)
        if reported is not None and due:
            return reported / due
    return None


def _parts(
    promise: Promise, stretched: Sequence[Stretch], levels: Sequence[LevelFollowUp], unit: str
) -> Iterator[_Part]:
    """Promised and come, stretch by stretch, in kronor ("kr") or in hours ("hours")."""
    amounts: Amounts = getattr(promise, unit)
    scale = full_scale(amounts, promise.shares)
    own = [0.0] * len(levels)
    lengths = [0.0] * len(levels)
    for part in stretched:
        if part.level is not None and part.is_own:
            own[part.level] += amounts[part.year] * part.length
            lengths[part.level] += part.length
    for part in stretched:
        promised = amounts[part.year] * part.length
        value = None
        if part.level is not None:
            index = part.level
            reported = getattr(promise.levels[index], f"realised_{unit}")
            share = levels[index].share
            if reported is not None and part.is_own:
                weight = promised / own[index] if own[index] else part.length / lengths[index]
                value = reported * weight
            elif reported is not None and own[index]:
                value = promised * reported / own[index]
            elif share is not None:
                value = scale[part.year] * share * part.length if _may_come(promise, part) else 0.0
            elif levels[index].ratio is not None:
                value = promised * (levels[index].ratio or 0.0)
        if value is None and promise.is_lapsed and part.knowledge is Knowledge.UNKNOWN:
            value = 0.0
        yield _Part(part.year, part.length, part.knowledge, promised, value)


def _may_come(promise: Promise, part: Stretch) -> bool:
    """Whether a measured level is worth anything in a stretch: where its year has any of the effect planned.

    Before the first such year it is where it was measured in the stretch's own year: then the effect came early.
    """
    if promise.shares[part.year] > 0.0:
        return True
    is_early = not any(share > 0.0 for share in promise.shares[: part.year])
    return is_early and part.level is not None and _year_of(promise, promise.levels[part.level].time) == part.year


def _split(parts: Sequence[_Part], forecast: Forecast) -> Split:
    """Where the promise stands. Of a disbenefit more than was promised is what is missed."""
    found = dict.fromkeys(("promised", "realised", "missed", "threatened", "unknown", "not_due", "surplus"), 0.0)
    for part in parts:
        found["promised"] += part.promised
        if part.value is not None:
            realised = min(part.value, part.promised)
            found["realised"] += realised
            found["missed"] += part.promised - realised
            found["surplus"] += part.value - realised
        elif part.knowledge is Knowledge.AHEAD:
            gap = part.promised - part.promised * forecast.likely
            threatened = gap if gap > TOLERANCE * abs(part.promised) + _ROUNDING else 0.0
            found["threatened"] += threatened
            found["not_due"] += part.promised - threatened
        else:
            found["unknown"] += part.promised
    return Split(**found)


def _forecast(promise: Promise, counted: Sequence[LevelFollowUp]) -> Forecast:
    """The latest measurement as a share of the plan, and the lowest and highest of the latest three.

    Fewer than three measurements say little of the spread: then that of the effect's own driver is used. Without any
    the plan is expected; of an effect that has lapsed nothing is.
    """
    if promise.is_lapsed:
        return Forecast(0.0, 0.0, 0.0, 0)
    ratios = [_expected_ratio(level.ratio, level.share) for level in counted if level.ratio is not None]
    ratios = ratios[-FORECAST_LEVELS:]
    likely = ratios[-1] if ratios else 1.0
    margin = LEAST_SPREAD * abs(likely)
    ends = [likely * share for share in promise.range_shares] if len(ratios) < FORECAST_LEVELS else ratios
    return Forecast(likely, min(*ends, likely - margin), max(*ends, likely + margin), len(ratios))


def _expected_ratio(ratio: float, share: float | None) -> float:
    """To be ahead of the plan is not to reach further than the target, unless that has been measured."""
    return ratio if share is None else min(ratio, max(1.0, share))


def _status(
    promise: Promise, levels: Sequence[LevelFollowUp], counted: Sequence[int], unanswered: Sequence[int]
) -> FollowUpStatus:
    """How the effect stands by its latest measurement, unless a later one was due."""
    if promise.is_lapsed:
        return FollowUpStatus.LAPSED
    if unanswered and (not counted or promise.levels[counted[-1]].time < promise.due[unanswered[-1]]):
        return FollowUpStatus.UNKNOWN
    if not counted:
        return FollowUpStatus.NOT_DUE
    latest = levels[counted[-1]]
    if latest.ratio is None:
        return FollowUpStatus.UNKNOWN if latest.share is None else FollowUpStatus.ON_TRACK
    if sum(promise.kr) < 0.0 or sum(promise.hours) < 0.0:
        return FollowUpStatus.ON_TRACK if latest.ratio <= 1.0 + TOLERANCE else FollowUpStatus.DEVIATING
    if latest.share is not None and latest.share >= 1.0 - _ROUNDING:
        return FollowUpStatus.ACHIEVED
    if latest.ratio >= 1.0 - TOLERANCE - _ROUNDING:
        return FollowUpStatus.ON_TRACK
    before = levels[counted[-2]].share if len(counted) > 1 else 0.0
    is_nearer = latest.share is not None and before is not None and latest.share >= before + PROGRESS
    return FollowUpStatus.DELAYED if is_nearer else FollowUpStatus.DEVIATING
