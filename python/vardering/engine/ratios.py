"""Ratios of gains to costs, refused where the cost is not positive."""

from vardering.engine.arrays import clear_difference
from vardering.model.results import Figure, Reason, Undefined


def ratio(gain: float, cost: float) -> Figure:
    """``gain / cost``, defined only where the cost is positive.

    Otherwise Undefined: no-cost where there is a gain (NIST writes Infinity), not-calculable where there is none
    (NIST: Not Calculable); never a bare negative ratio. Authority: NIST E3, alternative summary.

    >>> round(ratio(4711.424708, 431.3043922 - 94.9622353), 6)
    14.007833
    >>> ratio(139.607870189127, 0 - 139.607870189127).reason.value
    'no-cost'
    """
    if cost > 0.0:
        return gain / cost
    return Undefined(Reason.NO_COST if gain > 0.0 else Reason.NOT_CALCULABLE)


def benefit_cost_ratio(pv_benefits: float, pv_costs: float) -> Figure:
    """Conventional ratio: all benefits, disbenefits taken off, over all costs (present values, kr).

    Authority: Sullivan, Engineering Economy, example 10-6, project A: 20 years at 10 %.

    >>> from vardering.engine.annuities import annuity_factor
    >>> years = annuity_factor(0.1, 20)
    >>> round(benefit_cost_ratio(37500 * years, 110000 + 12500 * years), 3)
    1.475
    """
    return ratio(pv_benefits, pv_costs)


def modified_benefit_cost_ratio(pv_benefits: float, pv_costs: float, pv_run_costs: float) -> Figure:
    """Modified ratio: run costs are taken off the benefits instead of added to the costs (present values, kr).

    ``(benefits − run costs) / (costs − run costs)`` where ``pv_costs`` holds the run costs.
    Authority: published lecture notes on benefit–cost ratios (operating 3.75 M, capital 13.5 M, avoided 2.25 M).

    >>> modified_benefit_cost_ratio(37.5, 13.5 + 3.75 - 2.25, 3.75)
    3.0
    """
    return ratio(float(clear_difference(pv_benefits, pv_run_costs)), float(clear_difference(pv_costs, pv_run_costs)))
