"""What each stage requires. The requirements are data in ``gate_requirements.csv``, so that anyone can review them."""

import csv
from functools import cache
from pathlib import Path

from vardering.base.light_dataclasses import dataclass

PLAN_CHECK = "plan:"
"""Beginning of a check that asks for fields of every plan row, named after it."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of a stage: a stable code, a sentence, and the name of the check that tells whether it is met."""

    stage: str
    code: str
    sentence: str
    check: str


@cache
def requirements() -> tuple[Requirement, ...]:
    """All requirements, in the order of the stages."""
    text = Path(__file__).with_name("gate_requirements.csv").read_text(encoding="utf-8")
    return tuple(
        Requirement(row["stage"], row["code"], row["requirement"], row["check"])
        for row in csv.DictReader(text.splitlines())
    )
