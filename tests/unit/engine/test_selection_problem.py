"""What the office wrote becomes a selection problem."""

import pytest

from portfolio_books import a_digest, a_portfolio, a_view
from vardering.engine.role_loads import role_loads
from vardering.engine.selection_problem import objective_values, selection_problem
from vardering.model.case_digest import CaseDigest, ResourceDigest
from vardering.model.portfolio import BalanceRule, BudgetYear, RankingRow, ResourceLoadRow, SelectionSettings
from vardering.model.portfolio_results import RoleLoad
from vardering.model.portfolio_words import BudgetScope, Objective, OfficeDecision
from vardering.model.vocabulary import View

YEARS = (2027, 2028, 2029)


def digests() -> list[CaseDigest]:
    views = tuple(a_view(view, npv=-50.0) for view in View)
    return [a_digest(unit="Skola"), a_digest(case_id="K-2", index=None, index_without_net_value=None, views=views)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (SelectionSettings(), [100.0, -50.0]),
        (SelectionSettings(objective=Objective.INDEX), [60.0, 0.0]),
        (SelectionSettings(objective=Objective.WEIGHTED, npv_weight=0.75), [0.75 + 0.25 * 0.55, -0.375]),
    ],
)
def test_the_objective_is_kronor_points_or_both_weighed(settings: SelectionSettings, expected: list[float]) -> None:
    assert objective_values(digests(), settings) == pytest.approx(expected)


def test_nothing_is_weighed_to_nothing() -> None:
    assert objective_values([], SelectionSettings(objective=Objective.WEIGHTED)) == []


def test_costs_budgets_capacities_and_decisions_are_taken_over() -> None:
    portfolio = a_portfolio(
        budgets=(BudgetYear(year=2026, budget_kr=5.0), BudgetYear(year=2027, budget_kr=90.0)),
        balances=(BalanceRule(focus_area="Skola", least_share=0.3),),
        resources=(
            ResourceLoadRow(role="Jurist", year=2027, capacity_hours=40.0),
            ResourceLoadRow(role="Jurist", year=2028),
        ),
        ranking=(
            RankingRow(
                case_id="K-2",
                office_decision=OfficeDecision.MUST,
                version_group="lås",
                requires="K-1; K-9,",
                focus_area="Miljö",
            ),
        ),
    )
    problem = selection_problem(digests(), portfolio, YEARS)
    first, second = problem.candidates
    assert problem.years == (2026, *YEARS)
    assert (problem.budgets_kr, problem.capacities_hours) == ({2026: 5.0, 2027: 90.0}, {("Jurist", 2027): 40.0})
    assert problem.least_shares == {"Skola": 0.3}
    assert (first.focus_area, first.requires, first.office_decision) == ("Skola", (), None)
    assert (second.focus_area, second.requires, second.version_group) == ("Miljö", ("K-1", "K-9"), "lås")
    assert second.office_decision is OfficeDecision.MUST
    assert first.costs_kr == (0.0, 40.0, 0.0, 0.0)


def test_a_budget_of_all_costs_takes_running_costs_too() -> None:
    portfolio = a_portfolio(selection=SelectionSettings(budget_scope=BudgetScope.ALL_COSTS))
    assert selection_problem(digests(), portfolio, YEARS).candidates[0].costs_kr == (40.0, 10.0, 0.0)


def test_loads_are_added_by_role_and_year() -> None:
    def load(role: str, hours: float) -> ResourceDigest:
        return ResourceDigest(role=role, year=2027, needed_hours=hours, available_hours=1.0)

    both = [
        a_digest(resources=(load("Jurist", 5.0), load("Arkitekt", 2.0))),
        a_digest(case_id="K-2", resources=(load("Jurist", 7.0),)),
    ]
    assert role_loads(both, {"K-2"}) == (
        RoleLoad("Arkitekt", 2027, 2.0, 0.0, 1.0),
        RoleLoad("Jurist", 2027, 12.0, 7.0, 2.0),
    )
