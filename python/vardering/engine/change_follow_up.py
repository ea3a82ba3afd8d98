"""A whole change against its promise: every effect, the sums, actual costs and the net benefit as it now looks."""

from collections.abc import Iterable, Mapping, Sequence

from vardering.base.light_dataclasses import dataclass
from vardering.engine.effect_timing import yearly_shares
from vardering.engine.follow_up import follow_effect
from vardering.model.approved_plan import ApprovedEffect, ApprovedPlan
from vardering.model.case import Case
from vardering.model.follow_up import (
    Amounts,
    CostFollowUp,
    EffectFollowUp,
    FollowUpResult,
    NetBenefit,
    Promise,
    Schedule,
    Split,
)
from vardering.model.measurement import ActualCost
from vardering.model.results import Results, RowGroup, RowValue
from vardering.model.rows import Effect
from vardering.model.vocabulary import MUNICIPALITY, Kind, View

_ORE = 0.01
"""Approved values are kept to the öre."""


def follow_up_years(results: Results, approved: ApprovedPlan | None) -> tuple[int, ...]:
    """The calendar years that are followed up: those of the case and those of the approved plan."""
    years = (*results.years, *(approved.years if approved is not None else ()))
    return tuple(range(min(years), max(years) + 1))


def follow_up(
    case: Case,
    results: Results,
    approved: ApprovedPlan | None,
    schedules: Sequence[Schedule],
    costs: Sequence[ActualCost],
    today: float,
) -> FollowUpResult:
    """Every schedule's effect against its promise at ``today``, years from 1 January of the first followed year.

    What was promised is the approved plan, or without one what the case says. An effect that is in neither has no
    promise. Actual costs of rows or years that the case does not have are left out. Raises VarderingError as
    ``evaluate``.
    """
    ground = _Ground(case, results, follow_up_years(results, approved), approved)
    promises = ground.promises(schedules)
    effects = tuple(follow_effect(promise, today) for promise in promises)
    is_cash = ground.cash_ids(schedules)
    staff = ground.redeployed_ids()
    followed_costs = tuple(_costs(case, results, costs))
    return FollowUpResult(
        years=ground.years,
        effects=effects,
        cash=_sum(effect.kr for effect in effects if effect.effect_id in is_cash),
        valued=_sum(effect.kr for effect in effects),
        hours=_sum(effect.hours for effect in effects if effect.effect_id in staff),
        promised_kr=_columns((promise.kr for promise in promises), len(ground.years)),
        actual_kr=_columns((effect.actual_kr for effect in effects), len(ground.years)),
        expected_kr=_columns((effect.expected_kr for effect in effects), len(ground.years)),
        costs=followed_costs,
        net={view.value: _net(ground, view, effects, is_cash, followed_costs) for view in View},
    )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the promises are made of; ``years`` are the calendar years followed up."""

    case: Case
    results: Results
    years: tuple[int, ...]
    approved: ApprovedPlan | None

    def rows(self) -> dict[str, RowValue]:
        """The valued effects of the main alternative."""
        main = self.results.main_alternative
        return {row.id: row for row in self.results.rows if row.group is RowGroup.EFFECT and row.alternative == main}

    def cash_ids(self, schedules: Sequence[Schedule]) -> frozenset[str]:
        """The effects that release budget; those that have lapsed as the plan says."""
        rows = self.rows()
        lapsed = {schedule.effect_id for schedule in schedules if schedule.is_cash} - {e.id for e in self.case.effects}
        return frozenset(lapsed | {key for key, row in rows.items() if _is_cash(row)})

    def redeployed_ids(self) -> frozenset[str]:
        """The effects that free time of the municipality's staff for other work."""
        staff = {category.name for category in self.case.categories if category.is_staff}
        return frozenset(
            key for key, row in self.rows().items() if row.kind == Kind.REDEPLOYMENT.value and row.category in staff
        )

    def promises(self, schedules: Sequence[Schedule]) -> tuple[Promise, ...]:
        """The promise of every schedule's effect."""
        rows = self.rows()
        shares = yearly_shares(self.case, self.results.main_alternative)
        effects = {effect.id: effect for effect in self.case.effects}
        agreed = {effect.effect_id: effect for effect in self.approved.effects} if self.approved is not None else {}
        found = []
        for schedule in schedules:
            key = schedule.effect_id
            row, share = rows.get(key), shares.get(key)
            kr = case_kr = self._on_years(row.values_kr if row is not None else ())
            planned = self._on_years(() if share is None or not share.max(initial=0.0) else share / share.max())
            if self.approved is not None:
                kr, planned = _as_agreed(self.approved, agreed.get(key), self.years, kr, planned)
            found.append(
                Promise(
                    effect_id=key,
                    kr=kr,
                    case_kr=case_kr,
                    hours=self._on_years(row.hours if row is not None else ()),
                    shares=planned,
                    baseline=schedule.baseline,
                    target=schedule.target,
                    due=schedule.due,
                    window=schedule.window,
                    levels=schedule.levels,
                    range_shares=_range_shares(effects.get(key)),
                    is_lapsed=key not in shares,
                )
            )
        return tuple(found)

    def _on_years(self, values: Iterable[float]) -> Amounts:
        """Values of the case's years on the years that are followed up; 0 in the others."""
        known = dict(zip(self.results.years, values, strict=False))
        return tuple(float(known.get(year, 0.0)) for year in self.years)


def _as_agreed(
    plan: ApprovedPlan, effect: ApprovedEffect | None, years: Sequence[int], kr: Amounts, shares: Amounts
) -> tuple[Amounts, Amounts]:
    """Kronor and shares of each year as they were approved; an effect that came later was promised nothing.

    Where the approved kronor still are what the case says, so are the shares. Otherwise the year of full effect has
    the whole effect, and the years before it their part of its kronor.
    """
    known = dict(zip(plan.years, effect.yearly_values_kr, strict=False)) if effect is not None else {}
    agreed = tuple(known.get(year) or 0.0 for year in years)
    if all(abs(one - other) <= _ORE for one, other in zip(agreed, kr, strict=True)) or not any(agreed):
        return agreed, shares
    full_year = effect.full_effect_year if effect is not None else None
    peak = max(agreed, key=abs)
    full = next((value for year, value in zip(years, agreed, strict=True) if year == full_year and value), peak)
    return agreed, tuple(
        float(value != 0.0) if full_year is not None and year >= full_year else min(max(value / full, 0.0), 1.0)
        for year, value in zip(years, agreed, strict=True)
    )


def _range_shares(effect: Effect | None) -> tuple[float, float]:
    """The low and high driver as shares of the likely; 1 where there is no range."""
    if effect is None or not effect.driver_likely:
        return 1.0, 1.0
    low, high = (end if end is not None else effect.driver_likely for end in (effect.driver_low, effect.driver_high))
    return low / effect.driver_likely, high / effect.driver_likely


def _is_cash(row: RowValue) -> bool:
    return row.kind == Kind.FINANCIAL.value and row.perspective == MUNICIPALITY


def _sum(splits: Iterable[Split]) -> Split:
    total = Split()
    for split in splits:
        total = total.plus(split)
    return total


def _columns(rows: Iterable[Amounts], years: int) -> Amounts:
    columns = list(zip(*rows, strict=True))
    return tuple(sum(column) for column in columns) if columns else (0.0,) * years


def _costs(case: Case, results: Results, costs: Sequence[ActualCost]) -> Iterable[CostFollowUp]:
    """Actual costs in the prices of the price-level year, by the general price index of the budget consequence."""
    index = case.assumptions.price_index.value or 0.0
    planned = {row.id: row for row in results.rows if row.group is not RowGroup.EFFECT}
    for cost in costs:
        row = planned.get(cost.row_id)
        if row is not None and cost.year in results.years:
            actual = cost.amount_kr / (1.0 + index) ** (cost.year - case.change.price_level_year)
            yield CostFollowUp(cost.row_id, cost.year, row.values_kr[results.years.index(cost.year)], actual)


def _net(
    ground: _Ground,
    view: View,
    effects: Sequence[EffectFollowUp],
    is_cash: frozenset[str],
    costs: Sequence[CostFollowUp],
) -> NetBenefit:
    """The net benefit of a view with what came and is expected instead of what was planned."""
    results = ground.results
    planned = results.main.views[view]
    first = ground.years.index(results.years[0])
    counted = (effect for effect in effects if view is View.ALL_VALUED or effect.effect_id in is_cash)
    expected = _columns((effect.expected_kr for effect in counted), len(ground.years))
    benefits = expected[first : first + len(results.years)]
    paid = list(planned.costs)
    of_view = {row.id for row in results.rows if _counts_cost(row, view, results.main_alternative)}
    for cost in costs:
        if cost.row_id in of_view:
            paid[results.years.index(cost.year)] += cost.actual_kr - cost.planned_kr
    worth: Mapping[int, float] = dict(enumerate(results.discount_factors))
    return NetBenefit(
        planned_benefits=planned.benefits,
        planned_costs=planned.costs,
        expected_benefits=benefits,
        expected_costs=tuple(paid),
        planned_npv=planned.figures.npv,
        expected_npv=sum((gain - paid[k]) * worth[k] for k, gain in enumerate(benefits)),
    )


def _counts_cost(row: RowValue, view: View, alternative: str) -> bool:
    """Whether a view counts a cost row of the alternative; as ``views.rows_in_view``."""
    if row.group is RowGroup.EFFECT or row.alternative != alternative:
        return False
    if view is View.ALL_VALUED:
        return True
    return row.perspective == MUNICIPALITY if view is View.CAUTIOUS else _is_cash(row)
