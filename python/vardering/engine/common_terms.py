"""A case on the terms of a portfolio: its horizon, its rate and its price level, so that cases can be compared."""

from collections.abc import Sequence

from vardering.model.case import Case
from vardering.model.portfolio import PortfolioTerms, PriceIndexYear


def on_terms(case: Case, terms: PortfolioTerms) -> Case:
    """The case over the portfolio's number of years from its own start, at one flat rate, flows at the start of years.

    Rows without an end go on to the last year; years beyond the horizon are left out.
    """
    rate = case.assumptions.discount_rate.model_copy(update={"value": terms.discount_rate})
    return case.model_copy(
        update={
            "change": case.change.model_copy(update={"horizon_years": terms.horizon_years}),
            "assumptions": case.assumptions.model_copy(update={"discount_rate": rate}),
            "settings": case.settings.model_copy(update={"timing": 0.0}),
            "rate_bands": (),
        }
    )


def price_factor(price_level_year: int, terms: PortfolioTerms, indexes: Sequence[PriceIndexYear]) -> float | None:
    """What amounts of a price level are multiplied by to stand in the portfolio's; None where an index lacks.

    Real price changes need no more: ``a (1+p)^(year − old) × index(new)/index(old)`` is the same amount whichever of
    the two years its own price change is counted from.
    """
    if price_level_year == terms.price_level_year:
        return 1.0
    known = {entry.year: entry.index_value for entry in indexes}
    if price_level_year not in known or terms.price_level_year not in known:
        return None
    return known[terms.price_level_year] / known[price_level_year]


def base_year_factor(start_year: int, terms: PortfolioTerms) -> float:
    """Discount factor from the start of a case's first year to that of the portfolio: ``(1+r)^(base − start)``."""
    return float((1.0 + terms.discount_rate) ** (terms.base_year - start_year))
