"""Nobody can be worked out: whoever has a compilation, or two after one another, learns nothing of fewer than five.

The oracle is another than the product's: every sum and difference of the published sets is formed, person by person,
and none may hold one to four people.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from builders import CONTEXT
from maturity_books import IDS, random_reply, survey_files
from vardering.base.faults import CallError
from vardering.books.memory import MemoryBook
from vardering.commands.maturity import SurveyFile, compile_maturity
from vardering.engine.maturity import compile_replies
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_results import MaturityResults
from vardering.model.maturity_scale import RoleGroup
from vardering.texts.maturity_texts import statements

AREAS = {statement.id: statement.area for statement in statements()}
ROLES = tuple(RoleGroup)[:5]
COUNTS = ("stated", "rated_today", "rated_wanted")

counts_by_role = st.dictionaries(st.sampled_from(ROLES), st.integers(1, 9), min_size=1, max_size=4)


def drawn(seed: int, people: Mapping[RoleGroup, int], start: int = 0) -> list[SurveyReply]:
    """Replies that differ from one another, each known by its number."""
    generator = np.random.default_rng(seed)
    wanted = [role for role, count in people.items() for _ in range(count)]
    return [random_reply(generator, role, start + number) for number, role in enumerate(wanted)]


def takes_part(reply: SurveyReply, statement: str, count: str) -> bool:
    """Whether a reply lies behind a figure of a statement."""
    answer = reply.answer(statement)
    if count == "stated":
        return answer.today is not None
    score = answer.today if count == "rated_today" else answer.wanted
    return score is not None and score.points is not None


Round = tuple[MaturityResults, Sequence[SurveyReply]]


def published_rows(
    one: Round, everyone: Sequence[SurveyReply], statement: str, count: str
) -> Iterator[NDArray[np.int_]]:
    """For each set of people that is shown: 1 for every one of ``everyone`` whose answer is in it.

    Without ``statement`` it is about the sets themselves.
    """
    results, replies = one
    held = {reply.fingerprint for reply in replies}
    for group in results.published:
        if not statement or getattr(group.statements[statement], count) is not None:
            yield np.array(
                [
                    reply.fingerprint in held
                    and reply.group in group.roles
                    and (not statement or takes_part(reply, statement, count))
                    for reply in everyone
                ],
                dtype=int,
            )


def fewest_in_a_difference(rows: Sequence[NDArray[np.int_]]) -> int:
    """The fewest people that any sum or difference of the rows depends on, none of them left out."""
    if not rows:
        return 10**6
    signs = np.array(list(product((-1, 0, 1), repeat=len(rows))))
    people = np.count_nonzero(signs @ np.array(rows), axis=1)
    return int(min(people[people > 0], default=10**6))


def assert_nobody_stands_out(rounds: Sequence[Round]) -> None:
    everyone = list({reply.fingerprint: reply for _, replies in rounds for reply in replies}.values())
    about = [("", ""), *product(IDS, COUNTS)]
    for statement, count in about:
        rows = [row for one in rounds for row in published_rows(one, everyone, statement, count)]
        assert fewest_in_a_difference(rows) >= 5, (statement, count)


@settings(max_examples=60)
@given(people=counts_by_role, seed=st.integers(0, 10**6))
def test_no_sum_or_difference_within_a_compilation_rests_on_fewer_than_five(
    people: Mapping[RoleGroup, int], seed: int
) -> None:
    replies = drawn(seed, people)
    results = compile_replies(replies, AREAS)
    if results is None:
        assert len(replies) < 5
        return
    assert_nobody_stands_out([(results, replies)])


@settings(max_examples=60)
@given(
    people=counts_by_role,
    late=st.dictionaries(st.sampled_from(ROLES), st.integers(1, 7), max_size=3),
    left=st.integers(0, 8),
    seed=st.integers(0, 10**6),
)
def test_nor_between_a_compilation_and_its_predecessor(
    people: Mapping[RoleGroup, int], late: Mapping[RoleGroup, int], left: int, seed: int
) -> None:
    first = drawn(seed, people)
    before = compile_replies(first, AREAS)
    if before is None:
        return
    second = [*first[left:], *drawn(seed + 1, late, start=100)]
    results = compile_replies(second, AREAS, [before])
    if results is not None:
        assert left in (0, len(first)) or left > len(first)
        assert_nobody_stands_out([(before, first), (results, second)])


@settings(max_examples=40)
@given(
    people=st.dictionaries(st.sampled_from(ROLES[:3]), st.integers(3, 9), min_size=1, max_size=3),
    late=st.dictionaries(st.sampled_from(ROLES[:3]), st.integers(1, 7), min_size=1, max_size=3),
    later=st.dictionaries(st.sampled_from(ROLES[:3]), st.integers(1, 7), max_size=3),
    apart=st.booleans(),
    seed=st.integers(0, 10**6),
)
def test_nor_among_three_compilations(
    people: Mapping[RoleGroup, int],
    late: Mapping[RoleGroup, int],
    later: Mapping[RoleGroup, int],
    apart: bool,
    seed: int,
) -> None:
    """The second holds all of the first, or was made apart of others; the third holds all of both."""
    first, more = drawn(seed, people), drawn(seed + 1, late, start=100)
    second = more if apart else [*first, *more]
    before = compile_replies(first, AREAS)
    beside = None if before is None else compile_replies(second, AREAS, [before])
    if before is None or beside is None:
        return
    third = [*first, *more, *drawn(seed + 2, later, start=200)]
    results = compile_replies(third, AREAS, [before, beside])
    if results is not None:
        assert_nobody_stands_out([(before, first), (beside, second), (results, third)])


def test_the_oracle_sees_a_group_of_four_and_one_who_came_late() -> None:
    everybody = np.ones(9, int)
    assert fewest_in_a_difference([everybody, np.array([1] * 5 + [0] * 4)]) == 4
    assert fewest_in_a_difference([everybody, np.array([0] + [1] * 8)]) == 1
    assert fewest_in_a_difference([everybody]) == 9


@settings(max_examples=15)
@given(
    people=st.dictionaries(st.sampled_from(ROLES), st.integers(2, 8), min_size=2, max_size=4),
    late=st.integers(0, 6),
    seed=st.integers(0, 10**6),
)
def test_the_workbook_carries_what_the_next_compilation_must_know(
    people: Mapping[RoleGroup, int], late: int, seed: int
) -> None:
    first = drawn(seed, people)
    if len(first) < 5:
        return
    before = compile_maturity(survey_files(first), CONTEXT).new_workbook
    assert before is not None
    second = [*first, *drawn(seed + 1, {ROLES[0]: late}, start=100)] if late else first
    published = compile_replies(first, AREAS)
    assert published is not None
    direct = compile_replies(second, AREAS, [published])
    earlier = SurveyFile("ett.xlsx", MemoryBook(before).snapshot())
    if direct is None:
        with pytest.raises(CallError, match="survey-too-few-new"):
            compile_maturity(survey_files(second), CONTEXT, earlier)
        return
    after = compile_maturity(survey_files(second), CONTEXT, earlier).new_workbook
    assert after is not None
    rows = MemoryBook(after).snapshot().tables["vm_ms_grupper"].rows
    assert [row[2] for row in rows] == [float(group.people) for group in direct.published]


@settings(max_examples=20)
@given(seed=st.integers(0, 10**6), role=st.sampled_from(ROLES))
def test_a_compilation_says_nothing_of_the_order_the_files_came_in(seed: int, role: RoleGroup) -> None:
    replies = drawn(seed, {role: 6, RoleGroup.OTHER: 7})
    one, other = (compile_replies(order, AREAS) for order in (replies, replies[::-1]))
    assert one is not None
    assert other is not None
    assert [group.roles for group in one.published] == [group.roles for group in other.published]
    for group, same in zip(one.published, other.published, strict=True):
        for statement, figures in group.statements.items():
            assert figures.points == same.statements[statement].points
            assert figures.rated_wanted == same.statements[statement].rated_wanted


def shown_cells(replies: Sequence[SurveyReply]) -> dict[str, object]:
    """Every cell of a compilation's workbook, but for the marks."""
    layout = compile_maturity(survey_files(replies), CONTEXT).created
    return {sheet.name: sheet.cells for sheet in layout.sheets if sheet.name != "Om svaren"}


@settings(max_examples=12)
@given(seed=st.integers(0, 10**6), few=st.integers(1, 4), fewer=st.integers(1, 3))
def test_two_people_in_small_groups_can_change_places_and_no_cell_of_the_workbook_shows_it(
    seed: int, few: int, fewer: int
) -> None:
    replies = drawn(seed, {ROLES[0]: 8, ROLES[1]: few, ROLES[2]: fewer})
    one, other = replies[8], replies[-1]
    assert one.group is not other.group
    changed = [
        reply.model_copy(update={"role": other.role})
        if reply is one
        else reply.model_copy(update={"role": one.role})
        if reply is other
        else reply
        for reply in replies
    ]
    assert changed != replies
    assert shown_cells(changed) == shown_cells(replies)
