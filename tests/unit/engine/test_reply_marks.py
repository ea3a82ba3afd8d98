"""Marks of replies: known again by whoever has the replies, and no help to anybody who guesses."""

from itertools import product

import pytest

from maturity_books import IDS, a_reply, random_replies
from vardering.engine.reply_marks import is_distinctive, marks_of, recognise
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_scale import RoleGroup

UNLIKE = random_replies(1, {RoleGroup.MANAGER: 6})
SAME_ALL_THE_WAY = a_reply(RoleGroup.ELECTED, (2,) * len(IDS), (5,) * len(IDS))
ALMOST_EMPTY = a_reply(RoleGroup.CONTROLLER, (None,) * 7 + (1,), (None,) * 7 + (5,))
PLAIN = [SAME_ALL_THE_WAY, ALMOST_EMPTY]


def fingerprints(replies: list[SurveyReply]) -> set[str]:
    return {reply.fingerprint for reply in replies}


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (SAME_ALL_THE_WAY, False),
        (ALMOST_EMPTY, False),
        (SurveyReply(), False),
        (a_reply(today=(1,) * 15 + (2,) * 10), True),
        (a_reply(today=(1,) * 16 + (2,) * 9), False),
        (a_reply(comments={IDS[0]: "Kommentarer står ordagrant i sammanställningen och skyddar ingen."}), False),
    ],
)
def test_a_reply_is_distinctive_where_ten_answers_differ_from_its_most_common_one(
    reply: SurveyReply, expected: bool
) -> None:
    assert is_distinctive(reply) is expected


def test_the_replies_are_known_again_among_others() -> None:
    others = random_replies(2, {RoleGroup.MANAGER: 3})
    marks = marks_of([*UNLIKE, *PLAIN])
    found = recognise(marks, [*others, *PLAIN, *UNLIKE, a_reply()])
    assert found.is_certain
    assert set(found.marks) == fingerprints([*UNLIKE, *PLAIN])
    assert {mark.mark for mark in found.marks.values()} == {mark.mark for mark in marks}


def test_a_mark_says_which_earlier_compilations_held_its_reply() -> None:
    first = frozenset(fingerprints(UNLIKE[:5]))
    marks = marks_of(UNLIKE, [first, first | {UNLIKE[5].fingerprint}])
    found = recognise(marks, UNLIKE)
    assert [found.marks[reply.fingerprint].earlier for reply in UNLIKE] == [(1, 2)] * 5 + [(2,)]


def test_whoever_guesses_a_plain_reply_cannot_tell_that_the_guess_is_right() -> None:
    marks = marks_of([*UNLIKE, *PLAIN])
    written = {text for mark in marks for text in (mark.mark, mark.share)}
    scores = (None, 0, 1, 2, 3, 4, 5)
    guesses = [
        *(a_reply(role, (now,) * 25, (later,) * 25) for role in RoleGroup for now, later in product(scores, repeat=2)),
        *(a_reply(role, (None,) * 7 + (now,), (None,) * 7 + (5,)) for role in RoleGroup for now in scores),
    ]
    assert {SAME_ALL_THE_WAY, ALMOST_EMPTY} <= set(guesses)
    assert not fingerprints(guesses) & written
    # Nor can four who took part and keep their own replies.
    assert set(recognise(marks, [*UNLIKE[:4], *guesses]).marks) == fingerprints(UNLIKE[:4])


def test_with_fewer_than_five_unlike_replies_plain_ones_are_uncertain() -> None:
    assert not recognise(marks_of([*UNLIKE[:4], *PLAIN]), [*UNLIKE[:4], *PLAIN]).is_certain
    assert not recognise(marks_of([*UNLIKE, *PLAIN]), [*UNLIKE[:2], *PLAIN]).is_certain
    # Without plain ones on either side nothing is uncertain.
    assert recognise(marks_of(UNLIKE[:4]), PLAIN).is_certain
    assert recognise(marks_of(PLAIN), UNLIKE).is_certain
    # None of six unlike ones is here: it is another round.
    assert recognise(marks_of([*UNLIKE, *PLAIN]), PLAIN).is_certain


def test_marks_that_somebody_cut_are_of_nobody() -> None:
    cut = [type(mark)(mark.mark, "") for mark in marks_of(UNLIKE)]
    assert not recognise(cut, UNLIKE).marks


def test_the_marks_say_nothing_of_the_order_of_the_replies() -> None:
    assert marks_of([*UNLIKE, *PLAIN]) == marks_of([*PLAIN, *UNLIKE[::-1]])
