"""Each doubtful or wrong input gives its finding at the right cell, and a sound case gives none."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from builders import CITIZEN, NURSE, a_case, a_change, a_cost, an_effect, assumptions, snapshot_of
from vardering.base.faults import Fault, Severity
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import OwnProfile, Parameter, PersonnelCategory, Settings
from vardering.model.case import Case
from vardering.model.change import Alternative
from vardering.model.rows import RealisationDecision, ResourceRequirement
from vardering.model.simplified import SimplifiedCase, SimplifiedCosts, SimplifiedEffect, expand
from vardering.model.vocabulary import Accounting, DecisionStatus, Gate, HourCostRoute, Kind, ValuedAs
from vardering.texts.fault_texts import sentence_for
from vardering.workbook.checking.case_checks import check_case, check_results
from vardering.workbook.reading.case_reader import read_case


def faults_of(case: Case) -> list[Fault]:
    reading = read_case(snapshot_of(case))
    assert reading.case is not None
    found = list(check_case(reading.case, reading.places))
    if not any(fault.severity is Severity.ERROR for fault in found):
        found.extend(check_results(reading.case, evaluate(reading.case), reading.places))
    return found


def units(**changes: object) -> object:
    content = {"kind": Kind.FINANCIAL, "valued_as": ValuedAs.UNITS, "category": "", "unit_value_kr": 10.0, **changes}
    return an_effect(**content)


def simplified(**changes: object) -> Case:
    content: dict[str, Any] = {
        "case_id": "K-2",
        "change": a_change(gate=Gate.BP1),
        "alternatives": (Alternative(id="A", description="Som nu"), Alternative(id="B", description="Ny tjänst")),
        "assumptions": assumptions(),
        "categories": a_case().categories,
        "costs": SimplifiedCosts(external_one_off_kr=10_000.0),
        "effects": (SimplifiedEffect(id="E1", name="Tid", volume=10.0, before=1.0, after=0.0, category=NURSE.name),),
        **changes,
    }
    return expand(SimplifiedCase(**content))


LATE = a_change(horizon_years=2)
CASES: dict[str, tuple[Callable[[], Case], str]] = {
    "duplicate-id": (lambda: a_case(development=(a_cost(), a_cost())), "Id"),
    "duplicate-name": (lambda: a_case(categories=(NURSE, NURSE)), "Personalkategori"),
    "range-broken": (lambda: a_case(development=(a_cost(driver_low=2.0),)), "Antal låg"),
    "before-start": (lambda: a_case(development=(a_cost(from_year=2026),)), "Från år"),
    "years-reversed": (lambda: a_case(development=(a_cost(from_year=2029, to_year=2028),)), "Till år"),
    "after-horizon": (lambda: a_case(development=(a_cost(), a_cost(id="U2", from_year=2040))), "Från år"),
    "ramp-years-missing": (lambda: a_case(effects=(an_effect(profile="upptrappning"),)), "Upptrappning antal år"),
    "horizon-before-full-effect": (
        lambda: a_case(change=LATE, effects=(an_effect(profile="upptrappning", ramp_years=4),)),
        "Upptrappning antal år",
    ),
    "unknown-name": (lambda: a_case(development=(a_cost(profile="ibland"),)), "Tidsprofil"),
    "no-source": (lambda: a_case(development=(a_cost(source=""),)), "Källa"),
    "two-prices": (lambda: a_case(development=(a_cost(category=NURSE.name),)), "Pris per enhet kr"),
    "no-price": (lambda: a_case(development=(a_cost(unit_price_kr=None),)), "Pris per enhet kr"),
    "vat-rate-missing": (lambda: a_case(development=(a_cost(vat_is_cost=True),)), "Moms procent"),
    "investment-incomplete": (
        lambda: a_case(development=(a_cost(accounting=Accounting.INVESTMENT, depreciation_years=5.0),)),
        "Tas i bruk",
    ),
    "accounting-unconfirmed": (
        lambda: a_case(development=(a_cost(accounting=Accounting.INVESTMENT),)),
        "Bekräftat av controller",
    ),
    "parameter-needed": (
        lambda: a_case(
            settings=Settings(hour_cost_route=HourCostRoute.SALARY_AND_ON_COST),
            assumptions=assumptions(employer_on_cost=Parameter()),
        ),
        "Värde",
    ),
    "category-incomplete": (
        lambda: a_case(categories=(PersonnelCategory(name=NURSE.name),)),
        "Timkostnad kr",
    ),
    "resource-need-missing": (
        lambda: a_case(resources=(ResourceRequirement(id="R1", role="Jurist", year=2027),)),
        "Behov timmar",
    ),
    "resource-need-twice": (
        lambda: a_case(
            resources=(ResourceRequirement(id="R1", role="Jurist", year=2027, hours_needed=10.0, fte_needed=1.0),)
        ),
        "Behov årsarbetare",
    ),
    "included-in-unknown": (
        lambda: a_case(
            resources=(ResourceRequirement(id="R1", role="Jurist", year=2027, hours_needed=10.0, included_in="U9"),)
        ),
        "Ingår i rad",
    ),
    "resource-without-money": (
        lambda: a_case(resources=(ResourceRequirement(id="R1", role="Jurist", year=2027, hours_needed=10.0),)),
        "Ingår i rad",
    ),
    "effect-value-missing": (lambda: a_case(effects=(an_effect(after=None),)), "Efter"),
    "unit-value-missing": (lambda: a_case(effects=(units(unit_value_kr=None),)), "Enhetsvärde kr"),
    "category-missing": (lambda: a_case(effects=(an_effect(category=""),)), "Personalkategori"),
    "money-and-size": (lambda: a_case(effects=(an_effect(size=2),)), "Storlek 0 till 3"),
    "size-missing": (lambda: a_case(effects=(an_effect(kind=Kind.QUALITY, category=""),)), "Storlek 0 till 3"),
    "size-reason-missing": (
        lambda: a_case(effects=(an_effect(kind=Kind.QUALITY, category="", size=1),)),
        "Skäl till storlek",
    ),
    "quality-without-measure": (
        lambda: a_case(effects=(an_effect(kind=Kind.QUALITY, category="", size=1, size_reason="Tryggt", measure=""),)),
        "Mätetal",
    ),
    "citizens-time-as-staff": (lambda: a_case(effects=(an_effect(category=CITIZEN.name),)), "Slag"),
    "uptake-twice": (
        lambda: a_case(
            profiles=(OwnProfile(name="Införande", factors=(0.5, 1.0)),),
            effects=(an_effect(uptake=0.9, uptake_profile="Införande"),),
        ),
        "Nyttjandeprofil",
    ),
    "low-uptake": (lambda: a_case(effects=(an_effect(uptake=0.1),)), "Nyttjandegrad procent"),
    "no-owner": (lambda: a_case(effects=(an_effect(owner=""),)), "Effektägare"),
    "effect-answers-missing": (lambda: a_case(effects=(an_effect(objective=""),)), "Vad förändras"),
    "benefit-before-delivery": (lambda: a_case(change=a_change(go_live=date(2028, 3, 1))), "Från år"),
    "transfer-without-counterpart": (lambda: a_case(effects=(units(transfer_to="E9"),)), "Överföring motpart"),
    "transfer-uneven": (
        lambda: a_case(effects=(units(transfer_to="E2"), units(id="E2", transfer_to="E1", perspective="region"))),
        "Överföring motpart",
    ),
    "decision-without-effect": (lambda: a_case(decisions=(RealisationDecision(effect_id="E9"),)), "Effekt"),
    "decision-twice": (lambda: a_case(decisions=(RealisationDecision(effect_id="E1"),) * 2), "Effekt"),
    "decision-incomplete": (
        lambda: a_case(decisions=(RealisationDecision(effect_id="E1", status=DecisionStatus.DECIDED),)),
        "Effekt",
    ),
    "saving-not-decided": (lambda: a_case(effects=(an_effect(kind=Kind.FINANCIAL),)), "Slag"),
    "same-hours-twice": (lambda: a_case(effects=(an_effect(), an_effect(id="E2"))), "Vad förändras"),
    "one-row-dominates": (
        lambda: a_case(effects=(an_effect(), units(id="E2", before=1.0, after=0.9))),
        "Vad förändras",
    ),
    "value-not-allowed": (
        lambda: a_case(alternatives=(Alternative(id="B"), Alternative(id="E", name="Annat"))),
        "Alternativ",
    ),
    "no-effects": (lambda: a_case(effects=()), ""),
    "main-alternative-unknown": (lambda: a_case(change=a_change(main_alternative="D")), ""),
    "go-live-before-start": (lambda: a_case(change=a_change(go_live=date(2026, 3, 1))), ""),
    "old-parameters": (
        lambda: a_case(assumptions=assumptions(discount_rate=Parameter(value=0.03, valid_year=2019))),
        "Värde",
    ),
    "full-case-by-amount": (lambda: simplified(costs=SimplifiedCosts(external_one_off_kr=5e6)), "Värde"),
    "full-case-by-committees": (lambda: simplified(change=a_change(committees=2)), ""),
    "full-case-by-claim": (
        lambda: simplified(
            change=a_change(gate=Gate.BP2),
            effects=(
                SimplifiedEffect(
                    id="E1", name="Porto", kind=Kind.FINANCIAL, volume=1.0, before=9.0, after=0.0, unit_value_kr=1.0
                ),
            ),
        ),
        "",
    ),
}


def test_a_sound_case_gives_no_finding_at_all() -> None:
    sound = a_case(effects=(an_effect(), units(id="E2", before=7_500.0, after=0.0, driver_likely=1.0)))
    assert [fault.code for fault in faults_of(sound)] == []


@pytest.mark.parametrize("code", CASES)
def test_the_finding_is_made_at_its_cell_and_can_be_said(code: str) -> None:
    build, heading = CASES[code]
    case = build()
    found = [fault for fault in faults_of(case) if fault.code == code]
    assert found, [fault.code for fault in faults_of(case)]
    sentence = sentence_for(code, found[0].arguments)
    assert "{" not in sentence.what + sentence.remedy
    if heading:
        where = found[0].where
        assert where is not None
        tables = snapshot_of(case).tables.values()
        assert heading in {
            table.headings[where.column - table.area.column]
            for table in tables
            if table.area.sheet == where.sheet and table.area.row < where.row <= table.area.last_row
        }


def test_a_row_written_twice_does_not_free_the_same_hours_as_itself() -> None:
    found = {fault.code for fault in faults_of(a_case(effects=(an_effect(), an_effect())))}
    assert "same-hours-twice" not in found


def test_a_transfer_that_goes_even_gives_no_finding() -> None:
    pair = (
        units(transfer_to="E2", before=0.0, after=100.0),
        units(id="E2", transfer_to="E1", perspective="brukare och invånare", before=100.0, after=0.0),
    )
    assert not [fault for fault in faults_of(a_case(effects=pair)) if fault.code.startswith("transfer")]


def test_old_parameters_are_one_finding_for_the_whole_workbook() -> None:
    old = Parameter(value=0.03, valid_year=2019)
    nurse = NURSE.model_copy(update={"valid_year": 2015})
    case = a_case(assumptions=assumptions(discount_rate=old), categories=(nurse,))
    found = [fault for fault in faults_of(case) if fault.code == "old-parameters"]
    assert len(found) == 1
    assert "Undersköterska 2015" in str(found[0].arguments["names"])


def test_own_words_in_the_list_of_perspectives_are_known() -> None:
    case = a_case(development=(a_cost(perspective="föreningar"),))
    assert "unknown-name" not in [fault.code for fault in faults_of(case)]


def test_a_row_that_goes_on_after_the_horizon_is_said_at_its_last_year() -> None:
    case = a_case(change=LATE, development=(a_cost(profile="jämn", to_year=2040),))
    (where,) = (fault.where for fault in faults_of(case) if fault.code == "after-horizon")
    table = snapshot_of(case).tables["vm_utveckling"]
    assert where == table.position(0, table.headings.index("Till år"))


def test_a_simplified_workbook_has_nowhere_to_confirm_an_investment_and_is_not_asked_to() -> None:
    costs = SimplifiedCosts(external_one_off_kr=900_000.0, is_investment=True)
    assert "accounting-unconfirmed" not in {fault.code for fault in faults_of(simplified(costs=costs))}


def test_remedies_for_a_simplified_workbook_name_nothing_that_it_lacks() -> None:
    unpriced = PersonnelCategory(name="Handläggare", monthly_salary_kr=35_000.0, valid_year=2026)
    effects = (
        SimplifiedEffect(id="E1", name="Tid", volume=10.0, before=1.0, after=0.0, category="Handläggare"),
        SimplifiedEffect(id="E2", name="Tid", volume=10.0, before=1.0, after=0.0, category="Okänd"),
        SimplifiedEffect(id="E3", name="Trygghet", kind=Kind.QUALITY, unit_value_kr=10.0),
    )
    cases = (simplified(effects=effects, categories=(unpriced,)), simplified(effects=()))
    found = {fault.code: sentence_for(fault.code, fault.arguments) for case in cases for fault in faults_of(case)}
    assert {"category-incomplete", "unknown-name", "money-and-size", "no-effects"} <= set(found)
    needed = (sentence_for(code, {"name": "Kalkylränta"}) for code in ("parameter-needed", "parameter-missing"))
    for text in (*found.values(), *needed):
        assert not re.search("bladet|timkostnadsväg", f"{text.what} {text.remedy}")
    assert "Fyll i timkostnad på kategorins rad" in found["category-incomplete"].remedy
