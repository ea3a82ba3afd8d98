"""The case and the results as JSON: nothing lost on the way, undefined figures null with their reason."""

import json
from enum import StrEnum

import pytest

from builders import CONTEXT, a_case, a_change, an_effect, snapshot_of
from vardering.base.faults import CallError
from vardering.commands.exchange import (
    _object,
    case_from_json,
    case_json,
    plain,
    results_json,
    schema_json,
    without_people,
)
from vardering.commands.recalculation import recalculate
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.model.change import AssessmentScore, Role
from vardering.model.results import Reason, Undefined
from vardering.model.rows import RealisationDecision, TransitionCost
from vardering.model.vocabulary import AssessmentArea


def refusal(text: str) -> str:
    with pytest.raises(CallError) as refused:
        case_from_json(text, "k.json")
    assert refused.value.fault.code == "case-file-invalid"
    assert refused.value.fault.arguments["path"] == "k.json"
    return str(refused.value.fault.arguments["reason"])


def test_a_case_comes_back_as_it_was() -> None:
    assert case_from_json(case_json(a_case()), "k.json") == a_case()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"effects": [{"id": "E1", "driver_likely": "många"}]}, "effects.0"),
        ({"case_id": ""}, "case_id"),
        ({"påhittat": 1}, "påhittat"),
    ],
)
def test_a_wrong_case_is_refused_with_the_place_of_its_first_problem(change: dict[str, object], place: str) -> None:
    content = {**json.loads(case_json(a_case())), **change}
    assert refusal(json.dumps(content)).startswith(place)


def test_a_text_that_is_not_json_is_refused_as_a_whole() -> None:
    assert refusal("{").startswith("filen: ")


def test_a_case_without_people_names_nobody() -> None:
    case = a_case(
        change=a_change(owner="Anna Ek"),
        roles=(Role(role="Projektägare", name="Anna Ek", unit="Vård", mail="anna@example.se"),),
        transition=(TransitionCost(id="O1", name="Utbildning", owner="Bo Al"),),
        effects=(an_effect(owner="Cecilia Ask"),),
        decisions=(RealisationDecision(effect_id="E1", responsible="David Lind"),),
        assessment=(AssessmentScore(area=AssessmentArea.BENEFIT, score=4, reason="Stor nytta"),),
    )
    shared = without_people(case)
    text = case_json(shared)
    for person in ("Anna Ek", "anna@example.se", "Bo Al", "Cecilia Ask", "David Lind", "Stor nytta"):
        assert person not in text
    assert shared.roles[0].unit == "Vård"


def test_the_schema_describes_a_case() -> None:
    schema = json.loads(schema_json())
    assert set(schema["properties"]) == {*json.loads(case_json(a_case())), "realisation"}


def test_results_have_years_factors_and_reasons() -> None:
    content = json.loads(results_json(recalculate(snapshot_of(a_case()), CONTEXT)))
    cash = content["views"]["cash_releasing"]
    assert cash["years"] == [2027, 2028, 2029, 2030, 2031]
    assert cash["discount_factors"][0] == 1.0
    assert (cash["payback_years"], cash["payback_years_reason"]) == (None, Reason.NEVER.value)
    assert content["alternatives"]["B"]["rank"] == 1
    assert content["alternatives"]["B"]["views"] == content["views"]
    assert content["case"]["case_id"] == "K-1"


def test_a_stopped_run_has_findings_with_their_cells_and_no_results() -> None:
    snapshot = snapshot_of(a_case(), {("vm_effekter", 0, "Volym trolig"): "ca 100"})
    content = json.loads(results_json(recalculate(snapshot, CONTEXT)))
    assert (content["views"], content["alternatives"], content["fingerprint"]) == ({}, {}, None)
    table = snapshot.tables["vm_effekter"]
    where = table.position(0, table.headings.index("Volym trolig"))
    (found,) = (finding for finding in content["findings"] if finding["severity"] == "error")
    assert (found["code"], found["sheet"], found["cell"]) == ("not-a-number-in-range", where.sheet, where.a1)


def test_a_finding_about_the_whole_workbook_has_no_cell() -> None:
    snapshot = snapshot_of(a_case(change=a_change(price_level_year=2030, start_year=2030)))
    content = json.loads(results_json(recalculate(snapshot, CONTEXT)))
    whole = [finding for finding in content["findings"] if finding["cell"] is None]
    assert [finding["sheet"] for finding in whole] == [None] * len(whole)


class Colour(StrEnum):
    RED = "röd"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ((1, 2.5, None), [1, 2.5, None]),
        ({Colour.RED: Colour.RED}, {"röd": "röd"}),
        ({"irr": Undefined(Reason.NEVER)}, {"irr": None, "irr_reason": Reason.NEVER.value}),
        (Colour.RED, "röd"),
        (True, True),
    ],
)
def test_values_become_plain_json(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_a_value_that_is_no_object_is_not_taken_for_one() -> None:
    with pytest.raises(TypeError, match="tuple"):
        _object((1, 2))


def test_a_simulated_run_has_its_simulation() -> None:
    ranged = a_case(effects=(an_effect(driver_low=500.0, driver_high=1_500.0),))
    outcome = simulate_workbook(snapshot_of(ranged), CONTEXT, Wanted(draws=200, seed=7), unheard)
    content = json.loads(results_json(outcome))["simulation"]
    assert (content["draws"], content["settings"]["seed"]) == (200, 7)
    assert "simulation" not in json.loads(results_json(recalculate(snapshot_of(ranged), CONTEXT)))
