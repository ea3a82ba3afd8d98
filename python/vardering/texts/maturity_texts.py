"""The maturity survey's statements, questions and next steps: data in ``maturity_*.csv``, words of areas and levels here.

All of it is this product's own: not E-delegationen's questions, not ESV's.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from vardering.base.light_dataclasses import dataclass

MORE_SAID = "Det finns {count} anmärkningar till."
NOTHING_WRONG = "Filerna är rätt ifyllda."
NO_FILES = "Inga filer fanns att läsa."

AREA_WORDS: Mapping[str, str] = {
    "what": "Vad nyttan är",
    "how": "Hur nyttan realiseras",
    "who": "Vem som realiserar",
    "when": "När nyttan kommer",
    "follow_up": "Hur nyttan följs upp",
    "measurer": "Vem som följer upp",
    "measures": "Mätetal",
    "governance": "Styrning",
    "roles": "Roller",
    "process": "Process",
    "competence": "Kompetens",
    "culture": "Kultur",
}

LEVEL_WORDS: Mapping[int, tuple[str, str]] = {
    1: ("Tillfällig", "Det händer att någon gör det, på eget initiativ."),
    2: ("Påbörjad", "Några gör det, på olika sätt."),
    3: ("Etablerad", "De flesta gör det, på samma sätt."),
    4: ("Styrd", "Det följs upp och ledningen använder resultatet."),
    5: ("Lärande", "Det förbättras hela tiden och andra lär av oss."),
}
"""The levels that a mean reaches."""

SCALE_WORDS: Mapping[int, str] = {
    1: "stämmer inte alls",
    2: "stämmer dåligt",
    3: "stämmer delvis",
    4: "stämmer bra",
    5: "stämmer helt",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the survey with the question that a workshop discusses it by."""

    id: str
    area: str
    statement: str
    question: str


@cache
def statements() -> tuple[Statement, ...]:
    """All statements in the order of the survey."""
    return tuple(Statement(**row) for row in _rows("maturity_statements.csv"))


@cache
def statement_areas() -> Mapping[str, str]:
    """The area of each statement, in the order of the survey."""
    return {statement.id: statement.area for statement in statements()}


@cache
def next_steps() -> Mapping[tuple[str, int], str]:
    """What to do next, by area and the level it has reached."""
    return {(row["area"], int(row["level"])): row["step"] for row in _rows("maturity_steps.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
