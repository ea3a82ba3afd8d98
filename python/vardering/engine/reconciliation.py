"""Identities between the results: nothing is shown unless they hold.

Every figure here is reached by another way than the engine took: from the finished rows, from the yearly tables,
or from the case itself.
"""

from collections.abc import Iterable, Iterator, Sequence

from vardering.base.faults import ReconcileError
from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.results import (
    AlternativeResult,
    BudgetConsequence,
    PerspectiveResult,
    Results,
    RowGroup,
    RowValue,
    ViewResult,
)
from vardering.model.vocabulary import MUNICIPALITY, Kind, View

_TOLERATED_SHARE = 1e-9
_TOLERATED_KR = 1e-6


@dataclass(frozen=True, slots=True)
class Identity:
    """Two ways to one figure. ``scale`` is the size of what was added up: the tolerance is a share of it."""

    name: str
    alternative: str
    expected: float
    found: float
    scale: float

    @property
    def holds(self) -> bool:
        """Whether both are the same to nine digits of the scale; never where one of them is not a number."""
        return abs(self.expected - self.found) <= _TOLERATED_KR + _TOLERATED_SHARE * self.scale


def reconcile(case: Case, results: Results) -> None:
    """Raise ReconcileError reconcile-failed (name, alternative, expected, found) where an identity does not hold.

    Names: npv-is-not-benefits-less-costs, years-do-not-sum-to-present-value, rows-do-not-sum-to-view,
    perspectives-do-not-sum-to-whole, depreciation-does-not-sum-to-investment, write-off-is-not-book-value,
    budget-is-not-cash-view, budget-total-does-not-sum.
    """
    for identity in identities(case, results):
        if not identity.holds:
            raise ReconcileError(
                "reconcile-failed",
                name=identity.name,
                alternative=identity.alternative,
                expected=identity.expected,
                found=identity.found,
            )


def identities(case: Case, results: Results) -> Iterator[Identity]:
    """All identities of all alternatives."""
    for name, alternative in results.alternatives.items():
        rows = [row for row in results.rows if row.alternative == name]
        for view in alternative.views.values():
            yield from _of_present_values(name, view, results.discount_factors)
            yield from _of_rows(name, view, rows)
        yield from _of_perspectives(name, alternative.views[View.ALL_VALUED], alternative.perspectives)
        yield from _of_capital(case, name, alternative.budget)
        yield from _of_budget(case, alternative)


def _of_present_values(name: str, view: ViewResult, factors: Sequence[float]) -> Iterator[Identity]:
    figures = view.figures
    scale = figures.pv_benefits + figures.pv_costs
    yield Identity(
        "npv-is-not-benefits-less-costs", name, figures.pv_benefits - figures.pv_costs, figures.npv, abs(scale)
    )
    totals = ((view.benefits, figures.pv_benefits), (view.costs, figures.pv_costs), (view.net, figures.npv))
    for years, total in totals:
        discounted = [value * factor for value, factor in zip(years, factors, strict=True)]
        yield Identity("years-do-not-sum-to-present-value", name, sum(discounted), total, _size(discounted))
    yield Identity(
        "years-do-not-sum-to-present-value",
        name,
        sum(view.present_value),
        figures.npv,
        _size(view.present_value),
    )


def _of_rows(name: str, view: ViewResult, rows: Iterable[RowValue]) -> Iterator[Identity]:
    counted = [row for row in rows if is_in_view(row, view.view)]
    benefits = [row for row in counted if row.group is RowGroup.EFFECT]
    costs = [row for row in counted if row.group is not RowGroup.EFFECT]
    for chosen, years in ((benefits, view.benefits), (costs, view.costs)):
        for index, found in enumerate(years):
            values = [row.values_kr[index] for row in chosen]
            yield Identity("rows-do-not-sum-to-view", name, sum(values), found, _size(values))


def is_in_view(row: RowValue, view: View) -> bool:
    """Whether a view counts a finished row. M6: cash-releasing is financial and kommunen."""
    is_own = row.perspective == MUNICIPALITY
    if view is View.ALL_VALUED or (is_own and row.kind == Kind.FINANCIAL):
        return True
    return view is View.CAUTIOUS and is_own and row.group is not RowGroup.EFFECT


def _of_perspectives(name: str, whole: ViewResult, perspectives: Sequence[PerspectiveResult]) -> Iterator[Identity]:
    identity = "perspectives-do-not-sum-to-whole"
    figures = whole.figures
    totals = (
        ([part.npv for part in perspectives], figures.npv),
        ([part.pv_benefits for part in perspectives], figures.pv_benefits),
        ([part.pv_costs for part in perspectives], figures.pv_costs),
    )
    for parts, total in totals:
        yield Identity(identity, name, sum(parts), total, _size(parts))
    for index, net in enumerate(whole.net):
        parts = [part.net[index] for part in perspectives]
        yield Identity(identity, name, sum(parts), net, _size(parts) + whole.costs[index])


def _of_capital(case: Case, name: str, budget: BudgetConsequence) -> Iterator[Identity]:
    invested = sum(budget.investment)
    charged = sum(budget.depreciation) + budget.closing_book_value[-1]
    yield Identity("depreciation-does-not-sum-to-investment", name, invested, charged, invested)
    years = range(case.change.start_year, case.change.start_year + case.change.horizon_years)
    retired = [
        asset.book_value_kr
        for asset in case.retired_assets
        if asset.alternative == name and asset.retired_year in years
    ]
    yield Identity("write-off-is-not-book-value", name, sum(retired), sum(budget.write_off), sum(retired))


def _of_budget(case: Case, alternative: AlternativeResult) -> Iterator[Identity]:
    name, budget = alternative.alternative, alternative.budget
    cash = alternative.views[View.CASH_RELEASING]
    growth = 1.0 + (case.assumptions.price_index.value or 0.0)
    for index, (year, cost, benefit) in enumerate(zip(budget.years, cash.costs, cash.benefits, strict=False)):
        price_level = growth ** (year - case.change.price_level_year)
        spent = budget.operating[index] + budget.investment[index]
        yield Identity("budget-is-not-cash-view", name, cost * price_level, spent, abs(spent))
        frame = budget.frame_adjustment[index]
        size = (abs(benefit) + sum(cash.disbenefits)) * price_level
        yield Identity("budget-is-not-cash-view", name, benefit * price_level, frame, size)
    parts = (
        budget.operating,
        budget.depreciation,
        budget.interest,
        budget.write_off,
        [-value for value in budget.frame_adjustment],
        [-value for value in budget.lapsed_capital_cost],
    )
    for index, total in enumerate(budget.total):
        values = [part[index] for part in parts]
        yield Identity("budget-total-does-not-sum", name, sum(values), total, _size(values))


def _size(values: Sequence[float]) -> float:
    return sum(abs(value) for value in values)
