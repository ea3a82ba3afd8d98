import json
import re
from importlib.resources import files

import pytest

from vardering.examples.catalogue import EXAMPLES, FOLLOWED_UP, ExampleEntry, load_example
from vardering.model.case import Case
from vardering.model.simplified import condense, expand
from vardering.model.vocabulary import (
    BUILT_IN_PROFILES,
    DIRECT_AREAS,
    PERSPECTIVES,
    CaseForm,
    ParameterStatus,
)

FULL = [entry for entry in EXAMPLES if entry.form is CaseForm.FULL]
SIMPLIFIED = [entry for entry in EXAMPLES if entry.form is CaseForm.SIMPLIFIED]

every_example = pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry.name)
every_full_example = pytest.mark.parametrize("entry", FULL, ids=lambda entry: entry.name)


def text_of(entry: ExampleEntry) -> str:
    return (files("vardering.examples") / entry.file_name).read_text(encoding="utf-8")


def test_every_case_file_is_an_example_and_every_example_has_its_file() -> None:
    found = {path.name for path in files("vardering.examples").iterdir() if path.name.endswith(".json")}
    plans = {entry.plan_file_name for entry in EXAMPLES if entry.plan_file_name}
    assert found == {entry.file_name for entry in EXAMPLES} | plans | {FOLLOWED_UP.follow_up_file_name}


def test_there_are_three_full_examples_and_a_simplified_one() -> None:
    assert (len(FULL), len(SIMPLIFIED)) == (3, 1)


def test_an_unknown_example_is_refused() -> None:
    with pytest.raises(KeyError, match="okänt"):
        load_example("okänt")


@every_example
def test_an_example_has_the_title_and_form_that_the_catalogue_says(entry: ExampleEntry) -> None:
    case = load_example(entry.name)
    assert (case.change.name, case.form) == (entry.title_sv, entry.form)


def test_no_two_examples_have_the_same_case_id() -> None:
    assert len({load_example(entry.name).case_id for entry in EXAMPLES}) == len(EXAMPLES)


@every_example
def test_an_example_file_is_in_the_models_order_without_what_equals_the_default(entry: ExampleEntry) -> None:
    dumped = json.loads(load_example(entry.name).model_dump_json(exclude_defaults=True))
    assert text_of(entry) == json.dumps(dumped, ensure_ascii=False, indent=2) + "\n"


@every_example
def test_an_example_names_nobody_outside_the_invented_municipality(entry: ExampleEntry) -> None:
    text = text_of(entry)
    assert all(address.endswith("@example.se") for address in re.findall(r"\S+@[\w.]+", text))
    case = load_example(entry.name)
    people = [role.name for role in case.roles if role.mail]
    assert all(name.endswith(" Exempel") for name in people)


@every_full_example
def test_a_full_example_names_people_in_roles_with_a_project_owner(entry: ExampleEntry) -> None:
    roles = {role.role: role.name for role in load_example(entry.name).roles}
    assert roles["Projektägare"]


@every_full_example
def test_every_row_of_a_full_example_has_a_source_and_a_name(entry: ExampleEntry) -> None:
    case = load_example(entry.name)
    rows = (*case.development, *case.transition, *case.running, *case.effects)
    assert [row.id for row in rows if not row.source or not row.name] == []


@every_full_example
def test_every_effect_of_a_full_example_can_be_followed_up(entry: ExampleEntry) -> None:
    for effect in load_example(entry.name).effects:
        assert effect.owner, effect.id
        assert effect.measure, effect.id
        assert effect.objective, effect.id
        assert effect.recipient, effect.id


@every_full_example
def test_every_cost_and_monetary_effect_of_a_full_example_has_a_range_in_order(entry: ExampleEntry) -> None:
    case = load_example(entry.name)
    effects = [effect for effect in case.effects if effect.kind.is_monetary]
    for row in (*case.development, *case.transition, *case.running, *effects):
        assert row.driver_low is not None, row.id
        assert row.driver_likely is not None, row.id
        assert row.driver_high is not None, row.id
        assert row.driver_low <= row.driver_likely <= row.driver_high, row.id


@every_full_example
def test_a_full_example_is_filled_in_on_every_sheet(entry: ExampleEntry) -> None:
    case = load_example(entry.name)
    assert case.alternatives[0].id == "A"
    assert len(case.alternatives) >= 2
    assert 5 <= len(case.development) <= 10
    assert case.transition
    assert case.running
    assert case.resources
    assert case.decisions
    assert 8 <= len(case.effects) <= 18
    assert any(not effect.kind.is_monetary for effect in case.effects)


@every_example
def test_every_area_of_an_example_is_scored_with_a_reason(entry: ExampleEntry) -> None:
    scores = load_example(entry.name).assessment
    assert [score.area for score in scores] == list(DIRECT_AREAS)
    assert all(score.score and score.reason for score in scores)


@every_example
def test_an_example_has_unique_ids_and_no_reference_that_leads_nowhere(entry: ExampleEntry) -> None:
    case = load_example(entry.name)
    costs = (*case.development, *case.transition, *case.running)
    rows = (*costs, *case.effects)
    ids = [row.id for row in rows] + [row.id for row in case.resources]
    effects = {effect.id for effect in case.effects}
    alternatives = {alternative.id for alternative in case.alternatives}
    assert len(set(ids)) == len(ids)
    assert {row.alternative for row in rows} | {row.alternative for row in case.resources} <= alternatives
    assert {row.perspective for row in rows} <= set(PERSPECTIVES)
    assert {row.category for row in rows} <= {"", *(category.name for category in case.categories)}
    assert {row.price_group for row in rows} <= {"", *(group.name for group in case.price_groups)}
    assert {row.profile for row in rows} <= {*BUILT_IN_PROFILES, *(profile.name for profile in case.profiles)}
    assert {row.included_in for row in case.resources} <= {row.id for row in costs}
    assert {decision.effect_id for decision in case.decisions} <= effects
    assert {row.effect_id for row in case.transition} <= {"", *effects}


@every_example
def test_nothing_an_example_lists_is_left_unused(entry: ExampleEntry) -> None:
    case = load_example(entry.name)
    rows = (*case.development, *case.transition, *case.running, *case.effects)
    profiles = {row.profile for row in rows} | {effect.uptake_profile for effect in case.effects}
    assert {group.name for group in case.price_groups} <= {row.price_group for row in rows}
    assert {profile.name for profile in case.profiles} <= profiles
    if entry.form is CaseForm.FULL:
        assert {category.name for category in case.categories} <= {row.category for row in rows}


@every_example
def test_every_row_of_an_example_starts_within_its_years_and_no_effect_before_the_handover(
    entry: ExampleEntry,
) -> None:
    case = load_example(entry.name)
    years = range(case.change.start_year, case.change.start_year + case.change.horizon_years)
    for row in (*case.development, *case.transition, *case.running, *case.effects):
        assert row.from_year is None or row.from_year in years, row.id
        assert row.to_year is None or row.to_year in years, row.id
    if case.change.go_live:
        first_years = [effect.from_year or case.change.start_year for effect in case.effects]
        assert min(first_years) >= case.change.go_live.year


@every_example
def test_what_the_register_lacks_for_the_year_is_the_municipalitys_own_figure(entry: ExampleEntry) -> None:
    assumptions = load_example(entry.name).assumptions
    for parameter in (assumptions.internal_interest_rate, assumptions.employer_on_cost):
        assert parameter.value is not None
        assert parameter.status is ParameterStatus.OWN
        assert "exempelvärde" in parameter.source


def test_the_simplified_example_says_nothing_that_the_simplified_workbook_cannot_hold() -> None:
    for entry in SIMPLIFIED:
        case = load_example(entry.name)
        assert expand(condense(case)) == case
        assert [row.id for row in (*case.development, *case.transition, *case.running)] == ["U1", "U2", "O1", "D1"]
        assert [effect.id for effect in case.effects] == ["E1", "E2", "E3", "E4", "E5"]


def test_transfers_of_an_example_have_counterparts_of_the_same_size_and_another_perspective() -> None:
    case: Case = load_example("bygglov")
    by_id = {effect.id: effect for effect in case.effects}
    transfers = [effect for effect in case.effects if effect.transfer_to]
    assert len(transfers) == 2
    for effect in transfers:
        other = by_id[effect.transfer_to]
        assert other.transfer_to == effect.id
        assert other.perspective != effect.perspective
        assert (other.before, other.after) == (effect.after, effect.before)
        assert other.driver_likely == effect.driver_likely
