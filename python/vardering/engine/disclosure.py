"""Which figures can be shown without giving away what fewer than five people said.

Sums over sets of people are published: everybody, and role groups. Whoever has them can add and subtract. So what must
not be possible is this: a combination of published sums, of this compilation and all those before it, that depends on
one to four people only. People that every published set either holds all of or none of form a part; with a row for
each published set and a column for each part, such a combination exists exactly when leaving out the columns of a few
small parts lowers the rank of the matrix.

Every earlier compilation is wholly inside this one: its people are all here, and nobody is only there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vardering.base.light_dataclasses import dataclass
from vardering.model.maturity import SMALLEST_GROUP
from vardering.model.maturity_scale import RoleGroup

Roles = frozenset[RoleGroup]
EVERYBODY: Roles = frozenset(RoleGroup)


@dataclass(frozen=True, slots=True)
class Part:
    """People of one role whom the same earlier compilations held, by their places in the list of these."""

    role: RoleGroup
    held_by: frozenset[int] = frozenset()


Row = tuple[bool, ...]


def safe_sets(
    candidates: Sequence[Roles], people: Mapping[Part, int], earlier: Sequence[Sequence[Roles]] = ()
) -> tuple[Roles, ...]:
    """The candidates that can be shown, tried in the order given, each together with those already taken.

    ``people``: how many there are in each part. ``earlier``: the sets that each earlier compilation shows.
    """
    sizes = tuple(people.values())
    rows = [
        tuple(place in part.held_by and part.role in roles for part in people)
        for place, sets in enumerate(earlier)
        for roles in sets
    ]
    taken: list[Roles] = []
    for roles in candidates:
        row = tuple(part.role in roles for part in people)
        if any(size and inside for size, inside in zip(sizes, row, strict=True)) and is_safe(sizes, rows, row):
            rows.append(row)
            taken.append(roles)
    return tuple(taken)


def is_safe(sizes: Sequence[int], rows: Sequence[Row], row: Row) -> bool:
    """Whether a set gives nobody away beside those that are shown already.

    It does where it makes a combination possible that depends on one to four people only. What those already shown
    give away by themselves does not count: it is known whatever is done now.

    ``sizes``: people in each part; ``rows`` and ``row``: which parts each set holds.

    >>> is_safe((7, 5), [(True, True)], (True, False))
    True
    >>> is_safe((7, 4), [(True, True)], (True, False))
    False
    """
    joined = Counter[Row]()
    for size, column in zip(sizes, zip(*rows, row, strict=True), strict=True):
        if any(column):
            joined[column] += size
    return _adds_nothing(tuple(sorted((column, size) for column, size in joined.items() if size)))


@lru_cache(maxsize=4096)
def _adds_nothing(parts: tuple[tuple[Row, int], ...]) -> bool:
    """Whether the last row of the columns gives no combination of few people that the rows above do not give."""
    if not parts:
        return True
    matrix = np.array([column for column, _ in parts], dtype=float).T
    few = _few([size for _, size in parts])
    return all(_given_away(matrix, chosen) == _given_away(matrix[:-1], chosen) for chosen in few)


def _given_away(matrix: NDArray[np.float64], chosen: Sequence[int]) -> int:
    """How many independent combinations of the rows depend on the chosen columns only."""
    return _rank(matrix) - _rank(np.delete(matrix, chosen, axis=1))


def _rank(matrix: NDArray[np.float64]) -> int:
    return int(np.linalg.matrix_rank(matrix)) if matrix.size else 0


def _few(people: Sequence[int]) -> Iterator[list[int]]:
    """Every choice of parts with fewer than five people together to which no further part can be added."""
    small = [index for index, size in enumerate(people) if size < SMALLEST_GROUP]

    def grow(start: int, chosen: list[int], total: int) -> Iterator[list[int]]:
        room = SMALLEST_GROUP - 1 - total
        if chosen and all(index in chosen or people[index] > room for index in small):
            yield chosen
        for place in range(start, len(small)):
            if people[small[place]] <= room:
                yield from grow(place + 1, [*chosen, small[place]], total + people[small[place]])

    return grow(0, [], 0)
