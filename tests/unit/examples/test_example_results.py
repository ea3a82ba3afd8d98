from collections.abc import Mapping

import pytest

from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.case import Case
from vardering.model.results import AlternativeResult, KeyFigures, Results, Undefined
from vardering.model.vocabulary import CaseForm, DecisionStatus, View

RESULTS: Mapping[str, Results] = {entry.name: evaluate(load_example(entry.name)) for entry in EXAMPLES}


def figures(name: str, view: View, alternative: str = "B") -> KeyFigures:
    return RESULTS[name].alternatives[alternative].views[view].figures


def present_value_by_kind(name: str, alternative: str = "B") -> dict[str, float]:
    totals: dict[str, float] = {}
    for row in RESULTS[name].rows:
        if row.group == "effect" and row.alternative == alternative:
            totals[row.kind] = totals.get(row.kind, 0.0) + row.present_value_kr
    return totals


def with_uptake(case: Case, share: float) -> Case:
    profiles = tuple(
        profile.model_copy(update={"factors": tuple(factor * share for factor in profile.factors)})
        for profile in case.profiles
    )
    return case.model_copy(update={"profiles": profiles})


def main(case: Case) -> AlternativeResult:
    return evaluate(case).main


@pytest.mark.parametrize("name", RESULTS)
def test_the_results_of_every_example_reconcile(name: str) -> None:
    reconcile(load_example(name), RESULTS[name])


@pytest.mark.parametrize("name", RESULTS)
def test_every_alternative_that_has_rows_is_described_and_every_change_option_has_rows(name: str) -> None:
    described = {alternative.id for alternative in load_example(name).alternatives} - {"A"}
    assert set(RESULTS[name].alternatives) == described
    assert all(result.views[View.ALL_VALUED].figures.pv_costs > 0 for result in RESULTS[name].alternatives.values())


def test_digital_locks_release_no_money_but_much_time() -> None:
    assert figures("digitala_las", View.CASH_RELEASING).npv < 0
    assert figures("digitala_las", View.ALL_VALUED).npv > 10_000_000
    by_kind = present_value_by_kind("digitala_las")
    assert by_kind["redeployment"] > 0.7 * sum(by_kind.values())
    assert RESULTS["digitala_las"].main.quality_effects == 3


def test_digital_locks_are_worth_most_alone_and_most_per_krona_together() -> None:
    results = RESULTS["digitala_las"]
    alone, together = (figures("digitala_las", View.ALL_VALUED, name) for name in ("B", "C"))
    assert results.ranking == ("B", "C")
    assert isinstance(alone.net_benefit_per_krona, float)
    assert isinstance(together.net_benefit_per_krona, float)
    assert alone.net_benefit_per_krona < together.net_benefit_per_krona


def test_digital_locks_free_about_the_full_time_equivalents_that_the_recommendation_claims() -> None:
    carers = next(
        part for part in RESULTS["digitala_las"].main.staff_time if part.category == "Undersköterska hemtjänst"
    )
    assert "omkring elva heltider" in load_example("digitala_las").change.recommendation
    assert round(carers.released_fte[-1]) == 11


def test_digital_locks_have_a_disbenefit_a_resource_gap_and_proposed_savings() -> None:
    result = RESULTS["digitala_las"].main
    assert result.views[View.ALL_VALUED].disbenefits[-1] > 0
    assert any(gap.gap_hours > 0 for gap in result.resource_gaps)
    assert result.pv_proposed_benefits > 0


def test_building_permits_pay_back_in_money_but_only_after_some_years() -> None:
    cash = figures("bygglov", View.CASH_RELEASING)
    assert cash.npv > 0
    assert cash.first_positive_year == 2030
    by_kind = present_value_by_kind("bygglov")
    assert by_kind["financial"] > max(by_kind["redeployment"], by_kind["societal"])


def test_building_permits_stand_and_fall_with_uptake() -> None:
    case = load_example("bygglov")
    full, half, none = (main(with_uptake(case, share)).views[View.CASH_RELEASING].figures for share in (1.0, 0.5, 0.0))
    assert half.npv < full.npv / 2
    assert isinstance(full.first_positive_year, float)
    assert isinstance(half.first_positive_year, float)
    assert half.first_positive_year > full.first_positive_year
    assert isinstance(none.first_positive_year, Undefined)


def test_building_permits_are_warned_for_low_uptake_in_the_first_year_only() -> None:
    case = load_example("bygglov")
    limit = case.assumptions.uptake_warning.value or 0.0
    first, *later = case.profiles[0].factors
    assert first < limit <= min(later)


def test_the_fee_between_the_municipality_and_the_applicants_sums_to_nothing() -> None:
    fees = [row.present_value_kr for row in RESULTS["bygglov"].rows if row.id in ("E9", "E10")]
    assert fees[0] < 0 < fees[1]
    assert sum(fees) == pytest.approx(0.0)


def test_replacing_the_legacy_system_costs_money_and_is_worth_it_all_the_same() -> None:
    assert figures("systemavveckling", View.CASH_RELEASING).npv < 0
    assert figures("systemavveckling", View.ALL_VALUED).npv > 0
    assert RESULTS["systemavveckling"].main.quality_effects == 2


def test_replacing_the_legacy_system_charges_the_budget_for_the_new_asset_and_the_old() -> None:
    budget = RESULTS["systemavveckling"].main.budget
    assert sum(budget.investment) > 5_000_000
    assert sum(budget.depreciation) == pytest.approx(sum(budget.investment))
    assert sum(budget.write_off) == 480_000
    assert sum(budget.interest) > 0
    assert RESULTS["systemavveckling"].main.pv_residual_value > 0


def test_the_simplified_example_is_small_enough_for_the_simplified_form() -> None:
    name = "ledningsrapport_forenklad"
    threshold = load_example(name).assumptions.full_case_threshold_kr.value
    assert threshold is not None
    assert figures(name, View.ALL_VALUED).pv_costs < threshold
    assert figures(name, View.ALL_VALUED).npv > 0 > figures(name, View.CASH_RELEASING).npv


@pytest.mark.parametrize("name", [entry.name for entry in EXAMPLES if entry.form is CaseForm.FULL])
def test_the_amount_of_a_decision_is_what_the_posts_that_end_cost_in_a_year(name: str) -> None:
    amounts = {row.id: row.amount_kr for row in RESULTS[name].rows}
    for decision in load_example(name).decisions:
        assert decision.status is not DecisionStatus.MISSING
        assert decision.amount_kr == pytest.approx(amounts[decision.effect_id])
