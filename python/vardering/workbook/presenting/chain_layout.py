"""Where the boxes and lines of the benefits chain go: slots from top to bottom, and lanes between the columns."""

from collections.abc import Sequence

from vardering.base.light_dataclasses import dataclass

Levels = tuple[int, ...]

MOST_TO_IMPROVE = 30
"""With more lines than this the eye follows the words at the boxes, and trying every pair of lanes takes time."""


@dataclass(frozen=True, slots=True)
class Bus:
    """A line that joins boxes to the left with boxes to the right by one vertical stroke.

    Levels are rows whose lower edge a horizontal stroke follows.
    """

    sources: Levels
    targets: Levels

    @property
    def span(self) -> tuple[int, int]:
        """Highest and lowest level that the vertical stroke reaches."""
        levels = (*self.sources, *self.targets)
        return min(levels), max(levels)


def place_in_slots(wanted: Sequence[float], slots: int) -> tuple[int, ...]:
    """A slot of its own for each box in order, near the one it wants. There are at least as many slots as boxes.

    >>> place_in_slots([0.0, 0.4, 5.0], 4)
    (0, 1, 3)
    """
    placed: list[int] = []
    for index, want in enumerate(wanted):
        latest = slots - len(wanted) + index
        earliest = placed[-1] + 1 if placed else 0
        placed.append(min(max(round(want), earliest), latest))
    return tuple(placed)


def assign_lanes(buses: Sequence[Bus], most: int) -> tuple[int | None, ...]:
    """A lane from 0 for each bus so that no two strokes in a lane touch; None where ``most`` lanes do not suffice.

    Lanes change places, two at a time, while that lessens the strokes that cross.
    """
    free_below: list[int] = []
    lanes: list[int | None] = [None] * len(buses)
    for index in sorted(range(len(buses)), key=lambda number: (buses[number].span, number)):
        top, bottom = buses[index].span
        lane = next((number for number, taken in enumerate(free_below) if taken < top), len(free_below))
        if lane >= most:
            continue
        free_below[lane : lane + 1] = [bottom]
        lanes[index] = lane
    return _swapped(buses, lanes, len(free_below))


def count_line_crossings(buses: Sequence[Bus], lanes: Sequence[int | None]) -> int:
    """How many horizontal strokes cross a vertical one that is not their own."""
    return _count(_crossings_by_side(buses), lanes)


Sides = tuple[int, int, int]
"""How many strokes of another bus are crossed when that bus has a lane to the left, the same, one to the right."""


def _crossings_by_side(buses: Sequence[Bus]) -> list[list[Sides]]:
    """For each bus, and each bus beside it, how many of the other's strokes its own vertical stroke crosses."""
    table: list[list[Sides]] = []
    for bus in buses:
        top, bottom = bus.span
        table.append(
            [
                (0, 0, 0)
                if other is bus
                else (
                    sum(top < level < bottom for level in other.targets),
                    0,
                    sum(top < level < bottom for level in other.sources),
                )
                for other in buses
            ]
        )
    return table


def _count(table: list[list[Sides]], lanes: Sequence[int | None]) -> int:
    drawn = [(index, lane) for index, lane in enumerate(lanes) if lane is not None]
    crossings = 0
    for index, lane in drawn:
        sides = table[index]
        for other, other_lane in drawn:
            crossings += sides[other][0 if other_lane < lane else 2 if other_lane > lane else 1]
    return crossings


def _swapped(buses: Sequence[Bus], lanes: list[int | None], count: int) -> tuple[int | None, ...]:
    """The lanes renumbered, two at a time, as long as fewer strokes cross."""
    best = tuple(lanes)
    if len(buses) > MOST_TO_IMPROVE:
        return best
    table = _crossings_by_side(buses)
    fewest = _count(table, best)
    improved = True
    while improved:
        improved = False
        for first in range(count):
            for second in range(first + 1, count):
                turned = {first: second, second: first}
                tried = tuple(lane if lane is None else turned.get(lane, lane) for lane in best)
                crossings = _count(table, tried)
                if crossings < fewest:
                    best, fewest, improved = tried, crossings, True
    return best
