"""Whole cases with other figures than the likely ones: the ends of all ranges, and what may go worse.

Late and fewer benefits touch effects that gain: a disbenefit that came later or shrank would make the worse case
better. Higher costs touch every cost row.
"""

from collections.abc import Mapping

import numpy as np

from vardering.engine.arrays import BoolArray, FloatArray, clear_difference
from vardering.engine.discounting import present_value
from vardering.engine.drivers import HIGH, LIKELY, LOW
from vardering.engine.money_table import MoneyTable
from vardering.engine.payback import payback_years
from vardering.engine.ratios import ratio
from vardering.model.assumptions import Assumptions
from vardering.model.sensitivity import Scenario, ScenarioFigures


def gains(table: MoneyTable) -> BoolArray:
    """Which rows are effects that gain, shape (rows,)."""
    return ~table.is_cost & (table.unit_kr > 0.0)


def worst_drivers(table: MoneyTable) -> FloatArray:
    """Of each row the end of its range that lowers the net present value, shape (rows,): any view counts it alike."""
    return np.where(gains(table), table.drivers(LOW), table.drivers(HIGH))


def best_drivers(table: MoneyTable) -> FloatArray:
    """The other end, shape (rows,)."""
    return np.where(gains(table), table.drivers(HIGH), table.drivers(LOW))


def delayed_factors(table: MoneyTable, years: float) -> FloatArray:
    """Factors (rows, years) with the effects that gain so many years later; what falls beyond the horizon is lost.

    A delayed year has its own year's prices. Between two whole years the factors are mixed in proportion.
    """
    whole = int(years)
    part = years - whole
    moved = _moved(table.scale, whole)
    if part:
        moved = (1.0 - part) * moved + part * _moved(table.scale, whole + 1)
    return np.where(gains(table)[:, np.newaxis], moved * table.price_factors, table.factors)


def scenario_values(table: MoneyTable, assumptions: Assumptions) -> Mapping[Scenario, FloatArray]:
    """Kr per row and year, shape (rows, years), in every scenario. A spread that is not given changes nothing."""
    likely = table.drivers(LIKELY)
    delay, cut, growth = (
        parameter.value or 0.0
        for parameter in (assumptions.benefit_delay, assumptions.benefit_cut, assumptions.cost_growth)
    )
    late = (likely * table.unit_kr)[:, np.newaxis] * delayed_factors(table, delay)
    base = table.values_kr(likely)
    fewer = np.where(gains(table), 1.0 - cut, 1.0)[:, np.newaxis]
    dearer = np.where(table.is_cost, 1.0 + growth, 1.0)[:, np.newaxis]
    return {
        Scenario.PESSIMISTIC: table.values_kr(worst_drivers(table)),
        Scenario.LIKELY: base,
        Scenario.OPTIMISTIC: table.values_kr(best_drivers(table)),
        Scenario.BENEFITS_LATE: late,
        Scenario.BENEFITS_LOWER: base * fewer,
        Scenario.COSTS_HIGHER: base * dearer,
        Scenario.ALL_WORSE: late * fewer * dearer,
    }


def scenario_figures(values_kr: FloatArray, signs: FloatArray, factors: FloatArray) -> ScenarioFigures:
    """Key figures of ``values_kr`` (rows, years) in a view whose rows count +1, −1 or 0 (``signs``, rows)."""
    benefits = np.maximum(signs, 0.0) @ values_kr
    costs = np.maximum(-signs, 0.0) @ values_kr
    pv_benefits, pv_costs = (float(present_value(part, factors)) for part in (benefits, costs))
    npv = float(clear_difference(pv_benefits, pv_costs))
    return ScenarioFigures(
        npv=npv,
        pv_costs=pv_costs,
        pv_benefits=pv_benefits,
        payback_years=payback_years(clear_difference(benefits, costs)),
        net_benefit_per_krona=ratio(npv, pv_costs),
    )


def _moved(scale: FloatArray, years: int) -> FloatArray:
    """The same shares so many whole years later, shape (rows, years)."""
    moved = np.zeros_like(scale)
    if years < scale.shape[1]:
        moved[:, years:] = scale[:, : scale.shape[1] - years]
    return moved
