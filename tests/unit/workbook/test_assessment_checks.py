"""Scores and weights that cannot hold are said at their cell."""

import pytest

from builders import a_case, snapshot_of
from vardering.base.cells import CellValue
from vardering.model.assessment import Criterion, CriterionScore
from vardering.model.case import Case
from vardering.model.change import AssessmentScore
from vardering.model.vocabulary import AssessmentArea
from vardering.workbook.checking.case_checks import check_case
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.reading.case_reader import read_case

AREA = AssessmentArea.URGENCY
TABLES = ("vm_bedomning", "vm_kriterier", "vm_omradesvikter", "vm_kriterievikter")
SCOPE = CriterionScore(criterion=Criterion.SCOPE, score=3, reason="Liten")


def found(case: Case, edits: dict[tuple[str, int, str], CellValue] | None = None) -> list[tuple[str, str]]:
    """Findings in the tables of scores and weights: code and the heading of the cell."""
    snapshot = snapshot_of(case, edits)
    reading = read_case(snapshot)
    assert reading.case is not None
    tables = [snapshot.tables[name] for name in TABLES]
    return [
        (fault.code, table.headings[fault.where.column - table.area.column])
        for fault in (*reading.faults, *check_case(reading.case, reading.places))
        for table in tables
        if fault.where is not None
        and fault.where.sheet == table.area.sheet
        and (fault.where.row, fault.where.column) in set(table.area.cells())
    ]


def test_scores_with_reasons_give_no_finding() -> None:
    score = AssessmentScore(area=AREA, score=4, reason="Följer målen")
    assert found(a_case(criteria=(SCOPE,), assessment=(score,))) == []


@pytest.mark.parametrize(
    ("case", "code", "heading"),
    [
        (
            a_case(criteria=(SCOPE, CriterionScore(criterion=Criterion.SCOPE, score=2, reason="Större"))),
            "duplicate-name",
            "Kriterium",
        ),
        (
            a_case(criteria=(CriterionScore(criterion=Criterion.SCOPE, score=3),)),
            "score-without-reason",
            "Skäl",
        ),
        (
            a_case(assessment=(AssessmentScore(area=AREA, score=3),)),
            "score-without-reason",
            "Skäl",
        ),
        (
            a_case(assessment=(AssessmentScore(area=AREA, score=3, reason="Ja"),) * 2),
            "duplicate-name",
            "Område",
        ),
        (
            a_case(criteria=(CriterionScore(criterion=Criterion.NET_VALUE, score=3, reason="Stort"),)),
            "criterion-calculated",
            "Kriterium",
        ),
    ],
)
def test_a_score_that_cannot_hold_is_said_at_its_cell(case: Case, code: str, heading: str) -> None:
    assert (code, heading) in found(case)


def test_a_weight_given_twice_is_said_at_the_second() -> None:
    name = word_for("kriterium", Criterion.SCOPE)
    snapshot = snapshot_of(a_case())
    table = snapshot.tables["vm_kriterievikter"]
    rows = [row[0] for row in table.rows]
    other = next(index for index, cell in enumerate(rows) if cell not in (None, name))
    assert ("duplicate-name", "Kriterium") in found(a_case(), {("vm_kriterievikter", other, "Kriterium"): name})
