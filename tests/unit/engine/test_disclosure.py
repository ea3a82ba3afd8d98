"""Which sets of people can be shown: no sums and differences may rest on fewer than five of them."""

from collections.abc import Mapping, Sequence

import pytest

from vardering.engine.disclosure import EVERYBODY, Part, Roles, is_safe, safe_sets
from vardering.model.maturity_scale import RoleGroup

CHIEF, PLAN, MONEY, STAFF = RoleGroup.MANAGER, RoleGroup.CHANGE_LEADER, RoleGroup.CONTROLLER, RoleGroup.EMPLOYEE
FIRST, BOTH, SECOND = frozenset({0}), frozenset({0, 1}), frozenset({1})


def one(role: RoleGroup) -> Roles:
    return frozenset({role})


def shown(people: Mapping[Part, int], *earlier: Sequence[Roles]) -> set[Roles]:
    """Everybody and each role tried in order."""
    roles = dict.fromkeys(part.role for part in people)
    return set(safe_sets([EVERYBODY, *map(one, roles)], people, earlier))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ({CHIEF: 5}, {EVERYBODY, one(CHIEF)}),
        ({CHIEF: 4}, set()),
        ({CHIEF: 6, PLAN: 5}, {EVERYBODY, one(CHIEF), one(PLAN)}),
        ({CHIEF: 9, PLAN: 4}, {EVERYBODY}),
        ({CHIEF: 9, PLAN: 2, MONEY: 3}, {EVERYBODY, one(CHIEF)}),
        ({CHIEF: 9, PLAN: 8, MONEY: 3}, {EVERYBODY, one(CHIEF)}),
        ({CHIEF: 3, PLAN: 3}, {EVERYBODY}),
        ({CHIEF: 6, PLAN: 0}, {EVERYBODY, one(CHIEF)}),
        ({}, set()),
    ],
)
def test_a_group_is_shown_where_neither_it_nor_the_rest_is_under_five(
    people: Mapping[RoleGroup, int], expected: set[Roles]
) -> None:
    assert shown({Part(role): count for role, count in people.items()}) == expected


@pytest.mark.parametrize(
    ("people", "before", "expected"),
    [
        # A late answer: the difference between the two compilations would be that person's.
        ({Part(CHIEF, FIRST): 12, Part(CHIEF): 1}, [EVERYBODY], set()),
        ({Part(CHIEF, FIRST): 12, Part(CHIEF): 5}, [EVERYBODY], {EVERYBODY, one(CHIEF)}),
        # The same once more says nothing new.
        ({Part(CHIEF, FIRST): 12}, [EVERYBODY], {EVERYBODY, one(CHIEF)}),
        # Six more in all, one of them in the second group: neither group can be shown again.
        (
            {Part(CHIEF, FIRST): 6, Part(CHIEF): 5, Part(PLAN, FIRST): 7, Part(PLAN): 1},
            [EVERYBODY, one(CHIEF), one(PLAN)],
            {EVERYBODY},
        ),
        # Two have come in the second group: everybody would give them away, the first group is as it was.
        ({Part(CHIEF, FIRST): 9, Part(PLAN, FIRST): 5, Part(PLAN): 2}, [EVERYBODY, one(CHIEF)], {one(CHIEF)}),
    ],
)
def test_a_set_is_shown_where_it_and_its_predecessor_give_nobody_away(
    people: Mapping[Part, int], before: Sequence[Roles], expected: set[Roles]
) -> None:
    assert shown(people, before) == expected


def test_two_predecessors_that_are_safe_one_by_one_are_not_so_together() -> None:
    # Now: 6 and 6 and 2 who were in neither. Each predecessor lacks eight, but the two together lack only two.
    people = {Part(CHIEF, FIRST): 6, Part(CHIEF, SECOND): 6, Part(CHIEF): 2}
    alone = {Part(CHIEF, FIRST): 6, Part(CHIEF): 8}
    assert shown(alone, [EVERYBODY]) == {EVERYBODY, one(CHIEF)}
    assert shown(people, [EVERYBODY], [EVERYBODY]) == set()


def test_a_group_that_grew_twice_by_two_is_held_to_what_it_was_at_first() -> None:
    # The group was shown at first, then hidden as two had come; two more make four since it was shown.
    staff = {Part(STAFF, BOTH): 9, Part(STAFF, SECOND): 6, Part(STAFF): 7}
    people = {Part(CHIEF, BOTH): 9, Part(CHIEF, SECOND): 2, Part(CHIEF): 2, **staff}
    first, second = [EVERYBODY, one(CHIEF), one(STAFF)], [EVERYBODY]
    assert shown(people, first, second) == {EVERYBODY}
    hidden_from_view = {Part(part.role, part.held_by - {0}): 0 for part in people}
    for part, count in people.items():
        hidden_from_view[Part(part.role, part.held_by - {0})] += count
    assert one(CHIEF) in shown(hidden_from_view, [], second)


def test_what_is_given_away_already_hides_nothing_more() -> None:
    # Two compilations made apart have given three away; to show everybody as the second did adds nothing to that.
    people = {Part(CHIEF, BOTH): 12, Part(CHIEF, SECOND): 3}
    assert shown(people, [EVERYBODY], [EVERYBODY]) == {EVERYBODY, one(CHIEF)}


def test_every_person_apart_is_never_safe_and_five_together_are() -> None:
    assert not is_safe((1, 1, 1, 1, 1), [], (True, False, False, False, False))
    assert not is_safe((2,), [], (True,))
    assert is_safe((1, 1, 1, 1, 1), [], (True,) * 5)
    assert is_safe((1, 2), [], (False, False))
    # Three and three stand apart from nine, but what one set has and the other lacks is six people.
    assert is_safe((3, 3, 9), [(True, False, True)], (False, True, True))
