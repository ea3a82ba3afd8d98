"""Who carries and who gains: all valued rows, summed by perspective."""

import numpy as np

from vardering.engine.arrays import BoolArray, FloatArray, plain
from vardering.engine.discounting import present_value
from vardering.engine.money_table import MoneyTable
from vardering.model.results import PerspectiveResult
from vardering.model.vocabulary import PERSPECTIVES


def perspective_results(
    table: MoneyTable, counted: BoolArray, values_kr: FloatArray, factors: FloatArray
) -> tuple[PerspectiveResult, ...]:
    """One result per perspective that the counted rows name; the workbook's own come last, by name.

    ``counted`` (rows,), ``values_kr`` (rows, years), ``factors`` (years,). Disbenefits reduce benefits. The sum
    over perspectives is the view "all valued".
    """
    used = {row.perspective for row, is_counted in zip(table.rows, counted, strict=True) if is_counted}
    ordered = [name for name in PERSPECTIVES if name in used] + sorted(used - set(PERSPECTIVES))
    return tuple(_perspective(table, name, counted, values_kr, factors) for name in ordered)


def _perspective(
    table: MoneyTable, name: str, counted: BoolArray, values_kr: FloatArray, factors: FloatArray
) -> PerspectiveResult:
    mine = counted & table.of_perspective(name)
    benefits = values_kr[mine & ~table.is_cost].sum(axis=0)
    costs = values_kr[mine & table.is_cost].sum(axis=0)
    pv_benefits, pv_costs = float(present_value(benefits, factors)), float(present_value(costs, factors))
    return PerspectiveResult(
        perspective=name,
        benefits=plain(benefits),
        costs=plain(costs),
        net=plain(np.subtract(benefits, costs)),
        pv_benefits=pv_benefits,
        pv_costs=pv_costs,
        npv=pv_benefits - pv_costs,
    )
