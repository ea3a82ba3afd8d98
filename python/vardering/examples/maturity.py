"""The answers of an invented maturity survey: twenty people of Exempelkommunen, and what some of them wrote."""

import csv
from collections.abc import Mapping
from pathlib import Path

from vardering.model.maturity import MaturityAnswer, SurveyReply
from vardering.model.maturity_scale import MaturityScore, RoleGroup

ROUND = "hösten 2026"
UNKNOWN = "v"


def load_replies() -> tuple[SurveyReply, ...]:
    """The replies in the order of the file; a cell holds the points today and wanted, v for "vet inte"."""
    comments = {(int(row["reply"]), row["statement"]): row["comment"] for row in _rows("mognad_kommentarer.csv")}
    return tuple(_reply(number, row, comments) for number, row in enumerate(_rows("mognad_svar.csv"), start=1))


def _rows(name: str) -> list[dict[str, str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _reply(number: int, row: Mapping[str, str], comments: Mapping[tuple[int, str], str]) -> SurveyReply:
    answers = []
    for statement, cell in row.items():
        if statement != "role":
            today, wanted = map(_score, cell.split())
            comment = comments.get((number, statement), "")
            answers.append(MaturityAnswer(statement=statement, today=today, wanted=wanted, comment=comment))
    return SurveyReply(role=RoleGroup(row["role"]), survey_round=ROUND, answers=tuple(answers))


def _score(points: str) -> MaturityScore:
    return MaturityScore.UNKNOWN if points == UNKNOWN else tuple(MaturityScore)[int(points) - 1]
