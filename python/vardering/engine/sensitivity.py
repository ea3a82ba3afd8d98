"""Sensitivity of the net present value: three cases, presets, one thing at a time, and switching values. M7.

The net present value is linear in every driver: ``NPV = Σ driver × weight``, a weight being the signed kr at present
value of one unit. Ends, cases and switching values of rows are therefore exact, without evaluating anything again.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from vardering.engine.arrays import BoolArray, FloatArray, floats
from vardering.engine.discounting import discount_factors
from vardering.engine.drivers import HIGH, LIKELY, LOW
from vardering.engine.hour_costs import time_prices
from vardering.engine.money_table import MoneyTable, money_table
from vardering.engine.prices import price_change_factors
from vardering.engine.timeline import timeline_of
from vardering.engine.views import rows_in_view
from vardering.model.case import Case
from vardering.model.results import Figure, Reason, Results, Undefined
from vardering.model.rows import Effect
from vardering.model.sensitivity import Premise, Scenario, ScenarioResult, Sensitivity, Swing
from vardering.model.vocabulary import View

RATE_SPREAD = 0.01
UPTAKE_SPREAD = 0.2
DELAY_YEARS = 1
BENEFIT_CUT, COST_RISE = 0.2, 0.3
"""What is tried beside the ranges of the rows: own choices, said where they are shown."""

VIEWS = tuple(View)


class _Ground:
    """Contributions to the net present value of the main alternative's rows, by view: shape (views, rows)."""

    def __init__(self, case: Case, table: MoneyTable, rates: FloatArray) -> None:
        self.case, self.table, self.rates = case, table, rates
        mine = table.of_alternative(case.change.main_alternative)
        signs = np.where(table.is_cost, -1.0, 1.0)
        self.counted = np.stack([signs * (mine & rows_in_view(table, view)) for view in VIEWS])
        self.low, self.likely, self.high = (table.drivers(level) for level in (LOW, LIKELY, HIGH))
        self.is_cost: BoolArray = table.is_cost

    def weights(self, rates: FloatArray | None = None, factors: FloatArray | None = None) -> FloatArray:
        """Signed kr at present value of one unit of each row's driver, shape (views, rows)."""
        used = self.table.factors if factors is None else factors
        years = used.shape[1]
        discount = discount_factors((self.rates if rates is None else rates)[:years], self.case.settings.timing)
        weights: FloatArray = self.counted * (self.table.unit_kr * (used @ discount))
        return weights

    def late_factors(self, years: int) -> FloatArray:
        """Factors with every effect so many years later; what falls beyond the horizon is lost, costs stay."""
        count = self.table.scale.shape[1]
        shifted = np.zeros_like(self.table.scale)
        if years < count:
            shifted[:, years:] = self.table.scale[:, : count - years]
        changes = {group.name: group.real_change for group in self.case.price_groups} | {"": 0.0}
        prices = price_change_factors(
            floats([changes[row.price_group] for row in self.table.rows]),
            timeline_of(self.case.change).years_from_price_level,
        )
        factors: FloatArray = np.where(self.is_cost[:, np.newaxis], self.table.factors, shifted * prices)
        return factors


def sensitivity(case: Case, results: Results) -> Sensitivity:
    """The analysis of a case with its ``results``. Raises VarderingError as ``evaluate``."""
    table = money_table(case, time_prices(case.categories, case.settings, case.assumptions))
    rates = floats(results.discount_rates)
    rates_of_return = {view: result.figures.irr for view, result in results.main.views.items()}
    ground = _Ground(case, table, rates)
    weights = ground.weights()
    swings = [*_row_swings(ground, weights), *_premise_swings(ground, weights, rates_of_return)]
    swings.sort(key=lambda swing: (-swing.width(View.ALL_VALUED), swing.key))
    return Sensitivity(_scenarios(ground, weights), tuple(swings))


def _scenarios(ground: _Ground, weights: FloatArray) -> dict[Scenario, ScenarioResult]:
    likely = weights * ground.likely
    ends = np.stack([weights * ground.low, likely, weights * ground.high])
    late = ground.weights(factors=ground.late_factors(DELAY_YEARS)) * ground.likely
    cut = np.where(ground.is_cost, 1.0, 1.0 - BENEFIT_CUT)
    rise = np.where(ground.is_cost, 1.0 + COST_RISE, 1.0)
    contributions = {
        Scenario.PESSIMISTIC: ends.min(axis=0),
        Scenario.LIKELY: likely,
        Scenario.OPTIMISTIC: ends.max(axis=0),
        Scenario.BENEFITS_LATE: late,
        Scenario.BENEFITS_LOWER: likely * cut,
        Scenario.COSTS_HIGHER: likely * rise,
        Scenario.ALL_WORSE: late * cut * rise,
    }
    return {scenario: _scenario(ground, values) for scenario, values in contributions.items()}


def _scenario(ground: _Ground, contributions: FloatArray) -> ScenarioResult:
    benefits = contributions[:, ~ground.is_cost].sum(axis=1)
    costs = -contributions[:, ground.is_cost].sum(axis=1)
    return ScenarioResult(_by_view(benefits - costs), _by_view(benefits), _by_view(costs))


def _by_view(values: FloatArray) -> dict[View, float]:
    return {view: float(value) for view, value in zip(VIEWS, values, strict=True)}


def _row_swings(ground: _Ground, weights: FloatArray) -> list[Swing]:
    npv = (weights * ground.likely).sum(axis=1)
    swings = []
    for place in np.flatnonzero(weights.any(axis=0)):
        row, weight = ground.table.rows[place], weights[:, place]
        low, likely, high = (float(ends[place]) for ends in (ground.low, ground.likely, ground.high))
        changes = np.stack([weight * (low - likely), weight * (high - likely)])
        zero = [_switching(likely, value, slope) for value, slope in zip(npv, weight, strict=True)]
        swings.append(_swing((row.id, row.name, row.unit), (low, likely, high), changes, zero))
    return swings


def _switching(likely: float, npv: float, slope: float) -> Figure:
    """The value at which ``npv + (value − likely) × slope`` is zero; a driver cannot be negative."""
    if slope == 0.0:
        return Undefined(Reason.NO_SWITCH)
    value = float(likely - npv / slope)
    return value if value >= 0.0 else Undefined(Reason.NO_SWITCH)


def _swing(
    words: tuple[str, str, str], ends: tuple[float, float, float], changes: FloatArray, zero: Sequence[Figure]
) -> Swing:
    """A swing from the changes of the net present value at its ends, shape (ends, views)."""
    return Swing(
        *words,
        *ends,
        worse=_by_view(np.minimum(changes.min(axis=0), 0.0)),
        better=_by_view(np.maximum(changes.max(axis=0), 0.0)),
        switching=dict(zip(VIEWS, zero, strict=True)),
    )


def _premise_swings(ground: _Ground, weights: FloatArray, rates_of_return: Mapping[View, Figure]) -> list[Swing]:
    likely = weights * ground.likely
    npv = likely.sum(axis=1)
    benefits, costs = likely[:, ~ground.is_cost].sum(axis=1), -likely[:, ground.is_cost].sum(axis=1)
    none = np.zeros((1, len(VIEWS)))
    return [
        _rate_swing(ground, npv, [rates_of_return[view] for view in VIEWS]),
        _delay_swing(ground, npv),
        _uptake_swing(ground, weights, npv),
        _swing((Premise.ALL_BENEFITS, "", ""), (1.0, 1.0, 1.0), none, _ratios(costs, benefits)),
        _swing((Premise.ALL_COSTS, "", ""), (1.0, 1.0, 1.0), none, _ratios(benefits, costs)),
    ]


def _ratios(needed: FloatArray, held: FloatArray) -> list[Figure]:
    """What to multiply ``held`` by for it to weigh as much as ``needed``."""
    return [
        float(one / other) if other > 0.0 and one >= 0.0 else Undefined(Reason.NO_SWITCH)
        for one, other in zip(needed, held, strict=True)
    ]


def _rate_swing(ground: _Ground, npv: FloatArray, zero: Sequence[Figure]) -> Swing:
    """The rate of every year moved alike; its switching value is the internal rate of return."""
    rate = float(ground.rates[0])
    ends = [ground.weights(ground.rates + spread) @ ground.likely - npv for spread in (-RATE_SPREAD, RATE_SPREAD)]
    return _swing((Premise.DISCOUNT_RATE, "", ""), (rate - RATE_SPREAD, rate, rate + RATE_SPREAD), np.stack(ends), zero)


def _delay_swing(ground: _Ground, npv: FloatArray) -> Swing:
    """Years that all effects come later; between whole years the switching value is interpolated."""
    horizon = ground.table.scale.shape[1]
    delayed = np.stack(
        [ground.weights(factors=ground.late_factors(years)) @ ground.likely for years in range(horizon + 1)]
    )
    zero: list[Figure] = []
    for path in delayed.T:
        below = np.flatnonzero(path < 0.0)
        if not below.size or below[0] == 0:
            zero.append(Undefined(Reason.NO_SWITCH))
        else:
            after = int(below[0])
            zero.append(float(after - 1 + path[after - 1] / (path[after - 1] - path[after])))
    changes = np.stack([delayed[min(DELAY_YEARS, horizon)] - npv, np.zeros_like(npv)])
    return _swing((Premise.BENEFIT_DELAY, "", ""), (0.0, 0.0, float(DELAY_YEARS)), changes, zero)


def _uptake_swing(ground: _Ground, weights: FloatArray, npv: FloatArray) -> Swing:
    """Uptake of every effect lower or higher by a share of itself; nobody's can pass 100 per cent."""
    down, up = (
        floats([_uptake_factor(row, 1.0 + spread, ground.case) for row in ground.table.rows])
        for spread in (-UPTAKE_SPREAD, UPTAKE_SPREAD)
    )
    ends = [weights @ (ground.likely * factors) - npv for factors in (down, up)]
    zero: list[Figure] = [Undefined(Reason.NO_SWITCH)] * len(VIEWS)
    return _swing((Premise.UPTAKE, "", ""), (1.0 - UPTAKE_SPREAD, 1.0, 1.0 + UPTAKE_SPREAD), np.stack(ends), zero)


def _uptake_factor(row: object, factor: float, case: Case) -> float:
    if not isinstance(row, Effect):
        return 1.0
    profiles = {profile.name: max(profile.factors) for profile in case.profiles}
    highest = (
        profiles.get(row.uptake_profile, 0.0) if row.uptake_profile else (1.0 if row.uptake is None else row.uptake)
    )
    return min(factor, max(1.0, 1.0 / highest)) if highest > 0.0 else 1.0
