"""Which figures can be shown without giving away what fewer than five people said.

Sums over sets of people are published: everybody, and role groups. Whoever has them can add and subtract. So what must
not be possible is this: a combination of published sums, of this compilation and the one before it, that depends on
one to four people only. People that every published set either holds all of or none of form a part; with a row for
each published set and a column for each part, such a combination exists exactly when leaving out the columns of a few
small parts lowers the rank of the matrix.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.model.maturity import SMALLEST_GROUP
from vardering.model.maturity_scale import RoleGroup

Roles = frozenset[RoleGroup]
EVERYBODY: Roles = frozenset(RoleGroup)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A set of people whose figure the compilation before this one shows, and how many they were."""

    roles: Roles
    people: int


@dataclass(frozen=True, slots=True)
class Present:
    """How many of a role lie behind a figure now: new ones, and those that the earlier compilation held too."""

    fresh: int = 0
    kept: int = 0

    @property
    def people(self) -> int:
        """All of them."""
        return self.fresh + self.kept


@dataclass(frozen=True, slots=True)
class Beside:
    """The people behind a figure, beside one earlier compilation and the sets that it shows, or beside none."""

    present: Mapping[RoleGroup, Present]
    earlier: Sequence[Earlier] = ()


def safe_sets(candidates: Sequence[Roles], besides: Sequence[Beside]) -> tuple[Roles, ...]:
    """The candidates that can be shown, tried in the order given, each together with those already taken.

    A set is taken where it is safe beside each of the earlier compilations.
    """
    parts = [_parts(beside, candidates) for beside in besides]
    taken: list[int] = []
    for index in range(len(candidates)):
        if all(_can_be_taken(one, taken, index) for one in parts):
            taken.append(index)
    return tuple(candidates[index] for index in taken)


Row = tuple[bool, ...]
Parts = tuple[tuple[int, ...], tuple[Row, ...], tuple[Row, ...]]
"""Sizes of the parts, a row for each earlier set, and a row for each candidate."""


def _can_be_taken(parts: Parts, taken: Sequence[int], index: int) -> bool:
    """Whether a candidate holds anybody at all, and is safe together with those taken and the earlier sets."""
    sizes, before, memberships = parts
    rows = (*before, *(memberships[place] for place in (*taken, index)))
    return any(size and inside for size, inside in zip(sizes, memberships[index], strict=True)) and is_safe(sizes, rows)


def _parts(beside: Beside, candidates: Sequence[Roles]) -> Parts:
    """What the people fall into, seen from the sets.

    A role gives two parts: new people, and people who were in the earlier compilation. Each earlier set gives one
    more: those who are gone since. What an earlier set of many holds beyond the smaller ones is a part of its own.
    """
    present, earlier = beside.present, beside.earlier
    roles = tuple(present)
    sizes = [present[role].fresh for role in roles] + [present[role].kept for role in roles]
    count = len(roles)
    gone = [_gone(one, present, earlier) for one in earlier]
    before = tuple(
        (
            *(False,) * count,
            *(role in one.roles for role in roles),
            *(other is one or other.roles < one.roles for other in earlier),
        )
        for one in earlier
    )
    memberships = tuple(
        (*(role in wanted for role in (*roles, *roles)), *(False,) * len(earlier)) for wanted in candidates
    )
    return (*sizes, *gone), before, memberships


def _gone(one: Earlier, present: Mapping[RoleGroup, Present], earlier: Sequence[Earlier]) -> int:
    """Those of an earlier set that are in none of its subsets and no longer there."""
    inner = [other for other in earlier if other.roles < one.roles]
    covered = frozenset[RoleGroup]().union(*(other.roles for other in inner))
    kept = sum(found.kept for role, found in present.items() if role in one.roles - covered)
    return max(one.people - sum(other.people for other in inner) - kept, 0)


@lru_cache(maxsize=4096)
def is_safe(sizes: tuple[int, ...], rows: tuple[Row, ...]) -> bool:
    """Whether no combination of the rows depends on one to four people only.

    ``sizes``: people in each part; ``rows``: which parts each published set holds.

    >>> is_safe((7, 5), ((True, True), (True, False)))
    True
    >>> is_safe((7, 4), ((True, True), (True, False)))
    False
    """
    matrix = np.array(rows, dtype=float)[:, [index for index, size in enumerate(sizes) if size]]
    people = [size for size in sizes if size]
    rank = np.linalg.matrix_rank(matrix)
    return all(
        np.linalg.matrix_rank(np.delete(matrix, few, axis=1)) == rank if len(few) < len(people) else rank == 0
        for few in _few(people)
    )


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
