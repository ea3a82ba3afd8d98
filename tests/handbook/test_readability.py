"""The handbook is easy to read: LIX under 45 in every chapter, the product's own words aside.

LIX (Björnsson 1968) is words per sentence plus the percentage of words of more than six letters: 30 to 40 is easy,
40 to 50 the language of newspapers.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from handbook.pages import CHAPTERS, QUICK_GUIDE, prose
from vardering.handbook.field_lists import EVERY_CONTRACT
from vardering.texts.glossary import glossary

LIMIT = 45.0
LONG = 6
SHORTEST_STEM = 5
ENDINGS = ("ens", "erna", "ernas", "arna", "orna", "ets", "en", "et", "er", "ar", "or", "na", "n", "t", "s", "e", "")


@cache
def own_words() -> frozenset[str]:
    """Every word of the product: its terms, the names of its sheets and its headings."""
    texts = [text for term in glossary() for text in (term.swedish, *term.also)]
    for contract in EVERY_CONTRACT.values():
        texts += [sheet.name for sheet in (*contract.sheets, *contract.plan_sheets)]
    return frozenset(word for text in texts for word in words_of(text) if len(word) > LONG)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())


def is_own(word: str) -> bool:
    """Whether a word is one of the product's, with any ending."""
    return any(
        word[: len(word) - len(ending)] in stems() for ending in ENDINGS if word.endswith(ending) and len(word) > LONG
    )


@cache
def stems() -> frozenset[str]:
    cut = {word[: len(word) - len(ending)] for word in own_words() for ending in ENDINGS if word.endswith(ending)}
    return frozenset(stem for stem in cut if len(stem) >= SHORTEST_STEM)


def sentences(text: str) -> int:
    """Sentences end with a full stop, a colon or the like; a heading or an item of a list is one as well."""
    parts = re.split(r"[.!?:]+(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*>#]|\d+\.)\s)", text)
    return sum(1 for part in parts if words_of(part))


def lix(text: str) -> float:
    words = words_of(text)
    long = [word for word in words if len(word) > LONG and not is_own(word)]
    return len(words) / sentences(text) + 100 * len(long) / len(words)


@pytest.mark.parametrize("path", [*CHAPTERS, QUICK_GUIDE], ids=lambda path: path.stem)
def test_a_chapter_is_easy_to_read(path: Path) -> None:
    assert lix(prose(path)) < LIMIT


@pytest.mark.parametrize("path", [*CHAPTERS, QUICK_GUIDE], ids=lambda path: path.stem)
def test_no_sentence_is_very_long(path: Path) -> None:
    parts = re.split(r"[.!?:]+(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*>#]|\d+\.)\s)", prose(path))
    assert [part for part in parts if len(words_of(part)) > 30] == []


def test_lix_is_counted_as_its_author_did() -> None:
    assert lix("Solen skiner. Katten sover.") == pytest.approx(2.0)
    assert lix("Fotografering fungerar bra.") == pytest.approx(3 + 200 / 3)
    assert lix("Nettonuvärdet är stort.") == pytest.approx(3.0)
