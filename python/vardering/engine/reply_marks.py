"""Marks by which a compilation knows its replies again, and which say nothing to others.

A plain hash would do for a reply that nobody can guess. But whoever ticks the same box all the way down, or answers
three statements, could be found by trying. Such a reply is marked with a key that only five whole, unlike replies
together give back: who collects the answers has them, one who took part has a single one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import pbkdf2_hmac, sha256
from hmac import new as keyed_hash

from vardering.base.light_dataclasses import dataclass
from vardering.engine.shared_secret import PRIME, Point, secret_of, value_at
from vardering.model.maturity import SMALLEST_GROUP, SurveyReply
from vardering.model.maturity_marks import ReplyMark

UNLIKE_ANSWERS = 10
"""A reply cannot be guessed where so many of its answers differ from its own most common one [own]."""

ITERATIONS = 10_000
"""How slow a guess is made."""

MARK_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Recognised:
    """The replies that a compilation held, by their fingerprints, with their marks.

    ``is_certain``: whether all of them were looked for; without five unlike replies the plain ones cannot be.
    """

    marks: Mapping[str, ReplyMark]
    is_certain: bool


def is_distinctive(reply: SurveyReply) -> bool:
    """Whether nobody could find the reply by guessing: ten answers or more differ from its most common one."""
    pairs = Counter((answer.today, answer.wanted) for answer in reply.answers if answer.today or answer.wanted)
    return pairs.total() - max(pairs.values(), default=0) >= UNLIKE_ANSWERS


def marks_of(replies: Sequence[SurveyReply], earlier: Sequence[frozenset[str]] = ()) -> tuple[ReplyMark, ...]:
    """The marks of the replies, in an order that says nothing of them.

    ``earlier``: the fingerprints of the replies in each earlier compilation.
    """
    contents = sorted(reply.content for reply in replies)
    coefficients = [_number(f"{power}", *contents) for power in range(SMALLEST_GROUP)]
    marks: list[ReplyMark] = []
    for reply in replies:
        held = tuple(number for number, one in enumerate(earlier, start=1) if reply.fingerprint in one)
        if is_distinctive(reply):
            place, pad = _place_and_pad(reply)
            share = (value_at(coefficients, place) + pad) % PRIME
            marks.append(ReplyMark(_open_mark(reply), f"{share:032x}", held))
        else:
            marks.append(ReplyMark(_sealed_mark(coefficients[0], reply), "", held))
    return tuple(sorted(marks, key=lambda mark: mark.mark))


def recognise(marks: Iterable[ReplyMark], replies: Sequence[SurveyReply]) -> Recognised:
    """Which of the replies the marks are of."""
    by_mark = {mark.mark: mark for mark in marks}
    found: dict[str, ReplyMark] = {}
    points: list[Point] = []
    for reply in filter(is_distinctive, replies):
        mark = by_mark.get(_open_mark(reply))
        if mark is not None and mark.share:
            found[reply.fingerprint] = mark
            place, pad = _place_and_pad(reply)
            points.append((place, (int(mark.share, 16) - pad) % PRIME))
    plain = [reply for reply in replies if not is_distinctive(reply)]
    sealed = [mark for mark in by_mark.values() if not mark.share]
    if len(points) < SMALLEST_GROUP:
        nothing_to_look_for = not plain or not sealed
        of_others = not found and len(by_mark) - len(sealed) >= SMALLEST_GROUP
        return Recognised(found, nothing_to_look_for or of_others)
    secret = secret_of(points[:SMALLEST_GROUP])
    for reply in plain:
        mark = by_mark.get(_sealed_mark(secret, reply))
        if mark is not None:
            found[reply.fingerprint] = mark
    return Recognised(found, is_certain=True)


@lru_cache(maxsize=1024)
def _slow_hash(content: str) -> bytes:
    return pbkdf2_hmac("sha256", content.encode(), b"mognadsanalys", ITERATIONS)


def _number(label: str, *contents: str) -> int:
    return int.from_bytes(sha256("\n\n".join((label, *contents)).encode()).digest()) % PRIME


def _open_mark(reply: SurveyReply) -> str:
    return keyed_hash(_slow_hash(reply.content), b"mark", "sha256").hexdigest()[:MARK_DIGITS]


def _place_and_pad(reply: SurveyReply) -> Point:
    """Where on the polynomial the reply's share is, and what is added to hide it."""
    key = _slow_hash(reply.content)
    place, pad = (int.from_bytes(keyed_hash(key, label, "sha256").digest()) % PRIME for label in (b"place", b"pad"))
    return place, pad


def _sealed_mark(secret: int, reply: SurveyReply) -> str:
    return keyed_hash(secret.to_bytes(16), reply.content.encode(), "sha256").hexdigest()[:MARK_DIGITS]
