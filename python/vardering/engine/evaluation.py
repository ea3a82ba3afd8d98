"""From a case to its results: the whole calculation, in the order a reader would follow it."""

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.base.years import years_until
from vardering.engine.alternatives import evaluated_alternatives, increments, ranking
from vardering.engine.arrays import BoolArray, FloatArray, plain
from vardering.engine.assessment import assess
from vardering.engine.budget import budget_consequence
from vardering.engine.discounting import discount_factors, present_value, yearly_rates
from vardering.engine.drivers import LIKELY, Drivers
from vardering.engine.hour_costs import TimePrices, required, time_prices
from vardering.engine.key_figures import Terms
from vardering.engine.money_table import MoneyTable, money_table
from vardering.engine.perspectives import perspective_results
from vardering.engine.resource_gaps import resource_gaps
from vardering.engine.risks import risk_result
from vardering.engine.row_values import row_values
from vardering.engine.staff_time import staff_time
from vardering.engine.timeline import Timeline, timeline_of
from vardering.engine.views import rows_in_view, view_result
from vardering.model.case import Case
from vardering.model.results import AlternativeResult, Results
from vardering.model.rows import DevelopmentCost
from vardering.model.vocabulary import View


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all alternatives of a case have in common. ``rates`` run as far as the longest life needs."""

    case: Case
    timeline: Timeline
    rates: FloatArray
    table: MoneyTable
    values_kr: FloatArray
    hours: FloatArray
    prices: TimePrices

    def factors(self, years: int) -> FloatArray:
        """Discount factors of the first years, in the timing of the case."""
        return discount_factors(self.rates[:years], self.case.settings.timing)


def evaluate(case: Case, *, drivers: Drivers = LIKELY) -> Results:
    """All results of M3, M5, M6 and M8 for one case, with the likely drivers unless others are chosen.

    Amounts are kr in prices of the price-level year (the budget: current prices), costs positive, net = benefits
    − costs; year k is discounted k + timing years. Years outside the horizon are left out. The case has passed its
    checks; still, VarderingError is raised for what cannot be calculated: parameter-missing (name), unknown-name
    (id, value, field), main-alternative-unknown (value), category-missing, ramp-years-missing and
    investment-incomplete (id).
    """
    timeline = timeline_of(case.change)
    lives = [alternative.life_years or 0 for alternative in case.alternatives]
    prices = time_prices(case.categories, case.settings, case.assumptions)
    table = money_table(case, prices)
    chosen = table.drivers(drivers)
    rate = required(case.assumptions.discount_rate, "discount_rate")
    ground = _Ground(
        case=case,
        timeline=timeline,
        rates=yearly_rates(rate, case.rate_bands, max([timeline.horizon_years + 1, *lives])),
        table=table,
        values_kr=table.values_kr(chosen),
        hours=table.hours(chosen),
        prices=prices,
    )
    alternatives = {name: _alternative(ground, name) for name in evaluated_alternatives(case)}
    worth = {name: result.views[View.ALL_VALUED].figures for name, result in alternatives.items()}
    factors = ground.factors(timeline.horizon_years)
    rows = row_values(table, chosen, factors)
    risks = risk_result(case, rows, case.change.main_alternative)
    main = worth[case.change.main_alternative]
    return Results(
        years=timeline.calendar_years,
        discount_factors=plain(factors),
        discount_rates=plain(ground.rates[: timeline.horizon_years]),
        timing=case.settings.timing,
        hour_costs_kr=_hour_costs(table, prices),
        rows=rows,
        alternatives=alternatives,
        main_alternative=case.change.main_alternative,
        ranking=ranking({name: figures.npv for name, figures in worth.items()}),
        increments=increments({name: (figures.pv_costs, figures.pv_benefits) for name, figures in worth.items()}),
        sunk_cost_kr=case.change.sunk_cost_kr,
        assessment=assess(case, main.net_benefit_per_krona, risks.score),
        risks=risks,
    )


def _alternative(ground: _Ground, name: str) -> AlternativeResult:
    case, table, values = ground.case, ground.table, ground.values_kr
    mine = table.of_alternative(name)
    own = next((alternative for alternative in case.alternatives if alternative.id == name), None)
    terms = _terms(ground, own.life_years if own else None)
    budget = budget_consequence(
        table,
        mine,
        values,
        [asset for asset in case.retired_assets if asset.alternative == name],
        ground.timeline,
        case.assumptions,
    )
    proposed = values[mine & table.is_cash & table.proposed].sum(axis=0)
    return AlternativeResult(
        alternative=name,
        name=own.name if own else "",
        views={view: view_result(table, view, mine & rows_in_view(table, view), values, terms) for view in View},
        perspectives=perspective_results(table, mine, values, terms.factors),
        staff_time=staff_time(table, mine, ground.hours, ground.prices),
        resource_gaps=resource_gaps(
            (row for row in case.resources if row.alternative == name), ground.timeline, ground.prices
        ),
        budget=budget,
        pv_proposed_benefits=float(present_value(proposed, terms.factors)),
        pv_residual_value=_pv_residual_value(ground, mine),
        quality_effects=sum(effect.alternative == name and not effect.kind.is_monetary for effect in case.effects),
    )


def _terms(ground: _Ground, life_years: int | None) -> Terms:
    change = ground.case.change
    return Terms(
        factors=ground.factors(change.horizon_years),
        life_factors=ground.factors(life_years or change.horizon_years),
        start_year=change.start_year,
        years_until_going_live=(None if change.go_live is None else years_until(change.start_year, change.go_live)),
    )


def _pv_residual_value(ground: _Ground, mine: BoolArray) -> float:
    """Residual values at the end of the horizon, in the price level's prices, as present value."""
    horizon = ground.timeline.horizon_years
    rows = (ground.table.rows[place] for place in np.flatnonzero(mine))
    residual = sum(row.residual_value_kr for row in rows if isinstance(row, DevelopmentCost))
    return float(residual * discount_factors(ground.rates[: horizon + 1])[horizon])


def _hour_costs(table: MoneyTable, prices: TimePrices) -> dict[str, float]:
    """Cost of an hour of each category whose hours have a price, in the order of the workbook."""
    used = table.hour_categories
    return {name: prices.hour_cost_kr(name, used[name]) for name in prices.categories if name in used}
