"""Each doubtful or wrong risk gives its finding at the right cell, and a sound one gives none."""

from typing import Any

import pytest

from builders import CONTEXT, a_case, a_cost, snapshot_of
from vardering.commands.recalculation import recalculate
from vardering.model.assessment import Criterion
from vardering.model.case import Case
from vardering.model.risk import Risk, RiskStatus


def a_risk(**changes: object) -> Risk:
    content: dict[str, Any] = {
        "id": "K1",
        "description": "Leveransen blir sen",
        "probability": 2,
        "impact": 3,
        "owner": "Eva Exempel",
        "response": "Följ leveransen varje vecka",
        **changes,
    }
    return Risk(**content)


def priced(**changes: object) -> Risk:
    """A risk with money on a row and scored elsewhere."""
    return a_risk(**{"row_id": "U1", "occurrence": 0.2, "loss_likely": 0.5, "scored_in": Criterion.SCOPE, **changes})


def a_case_with(*risks: Risk, **changes: object) -> Case:
    return a_case(risks=risks, **changes)


def found(case: Case) -> list[tuple[str, str]]:
    """Findings on the risk list: code and the heading of the cell."""
    snapshot = snapshot_of(case)
    table = snapshot.tables["vm_risker"]
    return [
        (finding.code, table.headings[finding.where.column - table.area.column])
        for finding in recalculate(snapshot, CONTEXT).findings
        if finding.where is not None and finding.where.sheet == table.area.sheet
    ]


@pytest.mark.parametrize(
    "risk",
    [
        a_risk(),
        priced(),
        priced(row_id="E1"),
        a_risk(probability=5, impact=5),
        priced(loss_likely=None, loss_likely_kr=1000.0),
    ],
)
def test_a_sound_risk_gives_no_finding(risk: Risk) -> None:
    assert found(a_case_with(risk)) == []


@pytest.mark.parametrize(
    ("risk", "code", "heading"),
    [
        (a_risk(probability=None), "risk-not-rated", "Sannolikhet 1 till 5"),
        (a_risk(impact=None), "risk-not-rated", "Konsekvens 1 till 5"),
        (a_risk(probability=3, impact=5, owner=""), "risk-without-action", "Ansvarig"),
        (a_risk(probability=3, impact=5, response=""), "risk-without-action", "Åtgärd"),
        (priced(loss_likely_kr=1000.0), "risk-two-losses", "Förlust trolig procent"),
        (priced(loss_low=0.6), "range-broken", "Förlust låg procent"),
        (priced(loss_high=0.4), "range-broken", "Förlust hög procent"),
        (priced(row_id="U9"), "risk-row-unknown", "Drabbar rad"),
        (priced(row_id=""), "risk-money-incomplete", "Drabbar rad"),
        (priced(occurrence=None), "risk-money-incomplete", "Inträffar procent"),
        (priced(loss_likely=None), "risk-money-incomplete", "Förlust trolig kr"),
        (priced(scored_in=None), "risk-priced-in-score", "Bedöms redan i"),
    ],
)
def test_a_doubtful_risk_is_said_at_its_cell(risk: Risk, code: str, heading: str) -> None:
    assert found(a_case_with(risk)) == [(code, heading)]


def test_two_risks_of_one_id_are_an_error() -> None:
    assert found(a_case_with(a_risk(), a_risk())) == [("duplicate-id", "Id")]


def test_a_serious_risk_that_is_closed_needs_no_action() -> None:
    assert found(a_case_with(a_risk(probability=5, impact=5, owner="", status=RiskStatus.CLOSED))) == []


def test_a_risk_is_not_priced_in_the_range_of_its_row_too() -> None:
    case = a_case_with(priced(), development=(a_cost(driver_high=9.0),))
    assert found(case) == [("risk-priced-in-range", "Drabbar rad")]


def test_a_loss_on_a_row_without_kronor_within_the_horizon_is_said() -> None:
    case = a_case_with(priced(row_id="U2"), development=(a_cost(), a_cost(id="U2", from_year=2040)))
    assert ("risk-row-without-value", "Drabbar rad") in found(case)
