"""Key figures of one row of yearly flows: net present value, ratios, payback, rate of return and funding."""

from vardering.base.light_dataclasses import dataclass
from vardering.engine.annuities import annual_equivalent
from vardering.engine.arrays import FloatArray, clear_difference
from vardering.engine.discounting import present_value
from vardering.engine.internal_rate import internal_rate
from vardering.engine.payback import first_positive_year, payback_from, payback_years, peak_funding
from vardering.engine.ratios import benefit_cost_ratio, modified_benefit_cost_ratio, ratio
from vardering.model.results import KeyFigures


@dataclass(frozen=True, slots=True)
class Flows:
    """Yearly kr of a view, each of shape (years,) and positive; one-off and run costs are parts of ``costs``."""

    benefits: FloatArray
    costs: FloatArray
    one_off_costs: FloatArray
    run_costs: FloatArray

    @property
    def net(self) -> FloatArray:
        """Benefits − costs: the only place where signs meet."""
        return clear_difference(self.benefits, self.costs)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the figures are counted on: discount factors of the years and of the alternative's own life, dates."""

    factors: FloatArray
    life_factors: FloatArray
    start_year: int
    years_until_going_live: float | None


def key_figures(flows: Flows, terms: Terms) -> KeyFigures:
    """All key figures of M6. Paybacks and rates come from net flows in fixed prices; see each figure's module."""
    pv_benefits, pv_costs, pv_one_off, pv_running = (
        float(present_value(part, terms.factors))
        for part in (flows.benefits, flows.costs, flows.one_off_costs, flows.run_costs)
    )
    npv = float(clear_difference(pv_benefits, pv_costs))
    payback = payback_years(flows.net)
    discounted = payback_years(flows.net * terms.factors)
    rate, roots = internal_rate(flows.net)
    peak, peak_year = peak_funding(flows.net, terms.start_year)
    return KeyFigures(
        npv=npv,
        pv_costs=pv_costs,
        pv_benefits=pv_benefits,
        pv_one_off_costs=pv_one_off,
        net_benefit_per_krona=ratio(npv, pv_costs),
        net_benefit_per_one_off_krona=ratio(npv, pv_one_off),
        bcr=benefit_cost_ratio(pv_benefits, pv_costs),
        bcr_modified=modified_benefit_cost_ratio(pv_benefits, pv_costs, pv_running),
        payback_years=payback,
        discounted_payback_years=discounted,
        payback_from_go_live_years=payback_from(payback, terms.years_until_going_live),
        discounted_payback_from_go_live_years=payback_from(discounted, terms.years_until_going_live),
        irr=rate,
        irr_roots=roots,
        annual_equivalent=annual_equivalent(npv, terms.life_factors),
        peak_funding=peak,
        peak_funding_year=peak_year,
        first_positive_year=first_positive_year(flows.net, terms.start_year),
    )
