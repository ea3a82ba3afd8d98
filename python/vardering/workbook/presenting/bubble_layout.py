"""Where the bubbles of a chart stand, so that no number lies on another.

A bubble stands at its scores where there is room for its number; otherwise at the nearest place that has room, tried
round about it in widening rings. Scores are few and changes many, so that many would lie on the same spot.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from vardering.base.light_dataclasses import dataclass

LEAST, MOST = 0.0, 6.0
"""Where both axes begin and end: the scores 1–5 with room round about."""
LABEL_WIDTH, LABEL_HEIGHT = 0.17, 0.19
"""What a number of two digits takes of each axis, in scores, with a little air."""
RING, DIRECTIONS = 0.07, 16


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the chart, in scores."""

    x: float
    y: float

    def is_clear_of(self, other: "Spot") -> bool:
        """Whether numbers at both places lie apart."""
        return abs(self.x - other.x) >= LABEL_WIDTH or abs(self.y - other.y) >= LABEL_HEIGHT


def placed(wanted: Sequence[Spot]) -> tuple[Spot, ...]:
    """A place for each, in the same order, the first come first served; none further out than the axes reach."""
    taken: list[Spot] = []
    for spot in wanted:
        taken.append(next(place for place in _round_about(spot) if all(place.is_clear_of(other) for other in taken)))
    return tuple(taken)


def _round_about(spot: Spot) -> Iterator[Spot]:
    """The spot itself, then places in widening rings, within the axes while there are any."""
    yield spot
    ring = 0
    while True:
        ring += 1
        for step in range(DIRECTIONS):
            angle = 2 * pi * (step + ring / 2) / DIRECTIONS
            place = Spot(spot.x + ring * RING * cos(angle), spot.y + ring * RING * sin(angle))
            margin = LABEL_WIDTH / 2
            if all(LEAST + margin <= value <= MOST - margin for value in (place.x, place.y)):
                yield place
