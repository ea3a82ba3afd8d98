"""The glossary: every Swedish word of the product with its English name in the code and what it means.

The words are data in ``glossary.csv``, so that they can be reviewed without reading code. ``also`` holds the other
ways a word is written on the sheets: headings and words in lists.
"""

import csv
from functools import cache
from pathlib import Path

from vardering.base.light_dataclasses import dataclass

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Term:
    """One word: in Swedish, its name in the code (a class, a field or a value, in snake_case), and a sentence.

    One Swedish word may stand for two names in the code, and the other way round.
    """

    swedish: str
    code: str
    also: tuple[str, ...]
    explanation: str


@cache
def glossary() -> tuple[Term, ...]:
    """All terms in the order of the work: the case, its assumptions, its rows, its results."""
    text = Path(__file__).with_name("glossary.csv").read_text(encoding="utf-8")
    return tuple(_term(row) for row in csv.DictReader(text.splitlines()))


def _term(row: dict[str, str]) -> Term:
    return Term(
        swedish=row["swedish"],
        code=row["code"],
        also=tuple(row["also"].split(SEPARATOR)) if row["also"] else (),
        explanation=row["explanation"],
    )
