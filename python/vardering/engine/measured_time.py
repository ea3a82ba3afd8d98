"""Which measurement tells of which time.

A measurement tells of the time since the time of measuring before its own: its level stands for all of it. What was
due and is not measured is unknown, whatever an earlier measurement said. After the last time of measuring the latest
level stands. [own]
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from math import floor

from vardering.base.light_dataclasses import dataclass
from vardering.model.follow_up import Promise


class Knowledge(Enum):
    """What is known of a stretch of time."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time within one year (index from 0), ``length`` in years.

    ``level`` is the index of the measurement that tells of it; ``is_own`` says that it was made for this time and not
    carried forward to it.
    """

    year: int
    length: float
    knowledge: Knowledge
    level: int | None = None
    is_own: bool = False


def counted_levels(promise: Promise, today: float) -> tuple[int, ...]:
    """Indexes of the measurements that count: from the start until and with today."""
    return tuple(i for i, level in enumerate(promise.levels) if 0.0 <= level.time <= today)


def answers(promise: Promise, today: float) -> dict[int, int]:
    """The latest measurement for each time of measuring that has one, both as indexes.

    A measurement counts for a due time from ``window`` before it until ``window`` before the next one.
    """
    opened = [due - promise.window for due in promise.due]
    found: dict[int, int] = {}
    for index in counted_levels(promise, today):
        place = bisect_right(opened, promise.levels[index].time) - 1
        if place >= 0:
            found[place] = index
    return found


def stretches(promise: Promise, today: float) -> Iterator[Stretch]:
    """The whole time of the case in stretches that each lie in one year and are told of by one measurement."""
    years = len(promise.kr)
    counted = counted_levels(promise, today)
    answered = answers(promise, today)
    inner = (*promise.due, *(promise.levels[i].time for i in counted), today, *map(float, range(years)))
    marks = sorted({0.0, float(years), *(mark for mark in inner if 0.0 < mark < years)})
    for start, end in pairwise(marks):
        middle = (start + end) / 2
        if middle > today:
            yield Stretch(floor(middle), end - start, Knowledge.AHEAD)
            continue
        level, is_own = _telling(promise, answered, counted, middle)
        place = bisect_left(promise.due, middle)
        is_open = level is None and place < len(promise.due) and promise.due[place] >= today
        knowledge = Knowledge.AHEAD if is_open else Knowledge.UNKNOWN if level is None else Knowledge.KNOWN
        yield Stretch(floor(middle), end - start, knowledge, level, is_own)


def _telling(
    promise: Promise, answered: Mapping[int, int], counted: Sequence[int], time: float
) -> tuple[int | None, bool]:
    """The measurement that tells of a time that has passed, and whether it was made for it; None where none does."""
    place = bisect_left(promise.due, time)
    after = next((i for i in counted if promise.levels[i].time >= time), None)
    if place < len(promise.due):
        if after is not None and promise.levels[after].time <= promise.due[place]:
            return after, True
        return answered.get(place), True
    if after is not None:
        return after, True
    is_answered = not promise.due or place - 1 in answered
    return (counted[-1], False) if counted and is_answered else (None, False)
