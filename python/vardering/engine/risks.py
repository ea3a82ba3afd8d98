"""The risk score from the risk list, and what risks cost: plain functions over probabilities and losses."""

from collections.abc import Sequence

from vardering.model.assessment import LOWEST_SCORE, RISK_LIMITS
from vardering.model.case import Case
from vardering.model.results import RowValue
from vardering.model.risk import Risk, RiskEvent, RiskResult, RiskValue


def expected_value(outcomes: Sequence[tuple[float, float]]) -> float:
    """``Σ probability × amount`` of outcomes as (probability share, amount).

    >>> expected_value([(0.3, 100.0), (0.5, 200.0)])
    130.0
    """
    return sum(probability * amount for probability, amount in outcomes)


def risk_result(case: Case, rows: Sequence[RowValue], main_alternative: str) -> RiskResult:
    """The score and the money of the risk list. ``rows`` are the case's rows with their likely values."""
    values = tuple(_value(risk) for risk in case.risks)
    products = [value.product for value in values if value.counts and value.product is not None]
    events = risk_events(case.risks, rows)
    main = [event for event in events if event.alternative == main_alternative]
    any_rated = any(risk.product is not None for risk in case.risks)
    largest = max(products, default=None)
    return RiskResult(
        risks=values,
        largest_product=largest,
        score=risk_score(largest or 0) if any_rated else None,
        events=events,
        expected_loss_kr=expected_value([(event.occurrence, event.loss_likely_kr) for event in main]),
        total_exposure_kr=float(sum(event.loss_likely_kr for event in main)),
    )


def _value(risk: Risk) -> RiskValue:
    """The risk's value; risks that are over, and those that a criterion's score already covers, do not count again."""
    counts = risk.is_open and risk.scored_in is None and risk.product is not None
    return RiskValue(risk.id, risk.probability, risk.impact, risk.product, risk.is_open, counts)


def risk_score(largest_product: int) -> int:
    """The score of the largest risk value, 5 (low) to 1 (high): a serious risk is not made up for by many small ones.

    >>> [risk_score(product) for product in (0, 4, 6, 12, 16, 25)]
    [5, 5, 4, 3, 2, 1]
    """
    return next((score for limit, score in RISK_LIMITS if largest_product <= limit), LOWEST_SCORE)


def risk_events(risks: Sequence[Risk], rows: Sequence[RowValue]) -> tuple[RiskEvent, ...]:
    """The events that a simulation may draw, one for each open risk with a complete money side.

    A loss in kronor is over the whole horizon in fixed prices and falls as the row's own kronor do; where the row has
    none, nothing can carry it and there is no event. Losses are positive figures.
    """
    by_id = {row.id: row for row in rows}
    return tuple(
        event
        for risk in risks
        if risk.is_open and risk.has_money and risk.row_id in by_id
        for event in _event(risk, by_id[risk.row_id])
    )


def _event(risk: Risk, row: RowValue) -> tuple[RiskEvent, ...]:
    in_kronor = risk.loss_likely_kr is not None
    total = abs(sum(row.values_kr))
    if not total or risk.occurrence is None:
        return ()
    given = (
        (risk.loss_low_kr, risk.loss_likely_kr, risk.loss_high_kr)
        if in_kronor
        else (risk.loss_low, risk.loss_likely, risk.loss_high)
    )
    likely = (given[1] or 0.0) / (total if in_kronor else 1.0)
    low, high = (likely if end is None else end / (total if in_kronor else 1.0) for end in (given[0], given[2]))
    present_value = abs(row.present_value_kr)
    return (
        RiskEvent(
            risk_id=risk.id,
            row_id=row.id,
            alternative=row.alternative,
            occurrence=risk.occurrence,
            loss_low=low,
            loss_likely=likely,
            loss_high=high,
            loss_low_kr=low * present_value,
            loss_likely_kr=likely * present_value,
            loss_high_kr=high * present_value,
        ),
    )
