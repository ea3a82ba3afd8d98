"""Which sets of people can be shown: no sums and differences may rest on fewer than five of them."""

from collections.abc import Mapping

import pytest

from vardering.engine.disclosure import EVERYBODY, Beside, Earlier, Present, Roles, is_safe, safe_sets
from vardering.model.maturity_scale import RoleGroup

CHIEF, PLAN, MONEY, STAFF = RoleGroup.MANAGER, RoleGroup.CHANGE_LEADER, RoleGroup.CONTROLLER, RoleGroup.EMPLOYEE


def one(role: RoleGroup) -> Roles:
    return frozenset({role})


def shown(
    people: Mapping[RoleGroup, int],
    earlier: Mapping[Roles, int] | None = None,
    kept: Mapping[RoleGroup, int] | None = None,
) -> set[Roles]:
    """Everybody and each role tried in order; ``kept`` of the people were in the earlier compilation."""
    stayed = kept or {}
    present = {role: Present(count - stayed.get(role, 0), stayed.get(role, 0)) for role, count in people.items()}
    before = [Earlier(roles, count) for roles, count in (earlier or {}).items()]
    return set(safe_sets([EVERYBODY, *map(one, people)], [Beside(present, before)]))


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
    ],
)
def test_a_group_is_shown_where_neither_it_nor_the_rest_is_under_five(
    people: Mapping[RoleGroup, int], expected: set[Roles]
) -> None:
    assert shown(people) == expected


def test_a_set_of_nobody_is_not_shown() -> None:
    assert shown({CHIEF: 6, PLAN: 0}) == {EVERYBODY, one(CHIEF)}


@pytest.mark.parametrize(
    ("now", "before", "kept", "expected"),
    [
        # A late answer: the difference between the two compilations would be that person's.
        ({CHIEF: 13}, {EVERYBODY: 12}, {CHIEF: 12}, set()),
        ({CHIEF: 17}, {EVERYBODY: 12}, {CHIEF: 12}, {EVERYBODY, one(CHIEF)}),
        # A withdrawn answer, and one that was changed.
        ({CHIEF: 11}, {EVERYBODY: 12}, {CHIEF: 11}, set()),
        ({CHIEF: 12}, {EVERYBODY: 12}, {CHIEF: 11}, set()),
        # The same once more says nothing new.
        ({CHIEF: 12}, {EVERYBODY: 12}, {CHIEF: 12}, {EVERYBODY, one(CHIEF)}),
        # A new round has other answers: nothing can be subtracted from anything.
        ({CHIEF: 13}, {EVERYBODY: 12}, {}, {EVERYBODY, one(CHIEF)}),
        # Six more in all, one of them in the second group: neither group can be shown again.
        ({CHIEF: 11, PLAN: 8}, {EVERYBODY: 13, one(CHIEF): 6, one(PLAN): 7}, {CHIEF: 6, PLAN: 7}, {EVERYBODY}),
        # Two have come in the second group: everybody together would give them away, the first group is as it was.
        ({CHIEF: 9, PLAN: 7}, {EVERYBODY: 14, one(CHIEF): 9}, {CHIEF: 9, PLAN: 5}, {one(CHIEF)}),
    ],
)
def test_a_set_is_shown_where_it_and_its_predecessor_give_nobody_away(
    now: Mapping[RoleGroup, int], before: Mapping[Roles, int], kept: Mapping[RoleGroup, int], expected: set[Roles]
) -> None:
    assert shown(now, before, kept) == expected


def test_a_predecessor_that_says_less_than_it_held_is_taken_as_it_is() -> None:
    assert shown({CHIEF: 9}, {EVERYBODY: 5}, {CHIEF: 9}) == {EVERYBODY, one(CHIEF)}


def test_every_person_apart_is_never_safe_and_five_together_are() -> None:
    assert not is_safe((1, 1, 1, 1, 1), ((True, False, False, False, False),))
    assert not is_safe((2,), ((True,),))
    assert is_safe((1, 1, 1, 1, 1), ((True,) * 5,))
    assert is_safe((1, 2), ((False, False),))


def test_a_set_that_one_of_two_earlier_compilations_forbids_leaves_room_for_the_next() -> None:
    present = {CHIEF: Present(5, 7), STAFF: Present(0, 8), MONEY: Present(0, 3)}
    rest = frozenset({CHIEF, MONEY})
    before = [Earlier(EVERYBODY, 18), Earlier(one(STAFF), 8), Earlier(rest, 10)]
    besides = [Beside(present), Beside(present, before)]
    tried = [EVERYBODY, one(CHIEF), one(STAFF), one(MONEY)]
    assert safe_sets(tried, besides[:1]) == (EVERYBODY, one(CHIEF))
    assert safe_sets(tried, besides) == (EVERYBODY, one(STAFF))
