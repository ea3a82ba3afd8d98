"""What the net present value of a case's main alternative is worked out from, before anything is varied."""

from collections.abc import Mapping

import numpy as np

from vardering.base.light_dataclasses import dataclass
from vardering.engine.arrays import FloatArray, clear_difference
from vardering.engine.discounting import discount_factors, present_value, yearly_rates
from vardering.engine.drivers import LIKELY
from vardering.engine.hour_costs import required, time_prices
from vardering.engine.money_table import MoneyTable, money_table
from vardering.engine.views import rows_in_view
from vardering.model.case import Case
from vardering.model.vocabulary import View


@dataclass(frozen=True, slots=True)
class NpvGround:
    """The likely case: ``values_kr`` (rows, years), ``rates`` and ``factors`` (years,) within the horizon.

    ``signs`` (rows,) of each view: 1 for a benefit, −1 for a cost, 0 for a row that the view or the main alternative
    does not count.
    """

    case: Case
    table: MoneyTable
    values_kr: FloatArray
    signs: Mapping[View, FloatArray]
    rates: FloatArray
    factors: FloatArray

    def npv(self, view: View, values_kr: FloatArray, factors: FloatArray | None = None) -> float:
        """Net present value of a view, kr; what rounding leaves of zero is zero."""
        worth = present_value(values_kr, self.factors if factors is None else factors)
        signs = self.signs[view]
        return float(clear_difference(np.maximum(signs, 0.0) @ worth, np.maximum(-signs, 0.0) @ worth))


def npv_ground(case: Case) -> NpvGround:
    """The ground of a case. Raises VarderingError as ``evaluate``."""
    table = money_table(case, time_prices(case.categories, case.settings, case.assumptions))
    mine = table.of_alternative(case.change.main_alternative)
    sign = np.where(table.is_cost, -1.0, 1.0)
    rate = required(case.assumptions.discount_rate, "discount_rate")
    rates = yearly_rates(rate, case.rate_bands, case.change.horizon_years)
    return NpvGround(
        case=case,
        table=table,
        values_kr=table.values_kr(table.drivers(LIKELY)),
        signs={view: sign * (mine & rows_in_view(table, view)) for view in View},
        rates=rates,
        factors=discount_factors(rates, case.settings.timing),
    )
