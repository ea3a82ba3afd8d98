"""Checks of the risk list: rated, handled where serious, linked to rows that exist, and priced once."""

from vardering.model.results import Results
from vardering.model.risk import Risk
from vardering.model.rows import Effect, MonetaryRow
from vardering.workbook.checking.checker import Checker

SERIOUS = 15
"""Risk values from here on need somebody responsible and a counter-measure."""


def check_risks(checker: Checker) -> None:
    """All checks of this module that need no results."""
    case = checker.case
    rows: dict[str, MonetaryRow] = {
        row.id: row for row in (*case.development, *case.transition, *case.running, *case.effects)
    }
    seen: dict[str, str] = {}
    for index, risk in enumerate(case.risks):
        where = checker.at("risks", index, "id")
        if risk.id in seen:
            checker.error("duplicate-id", where, id=risk.id, first=seen[risk.id])
        seen.setdefault(risk.id, str(where) if where else risk.id)
        _check_rating(checker, index, risk)
        _check_money(checker, index, risk)
        if risk.row_id and risk.row_id not in rows:
            checker.error("risk-row-unknown", checker.at("risks", index, "row_id"), id=risk.id, value=risk.row_id)
        elif risk.has_money and risk.is_open:
            _check_priced_once(checker, index, risk, rows[risk.row_id])


def check_worthless_rows(checker: Checker, results: Results) -> None:
    """Risks whose loss falls on a row that has no kronor within the horizon."""
    carried = {event.risk_id for event in results.risks.events}
    for index, risk in enumerate(checker.case.risks):
        if risk.has_money and risk.is_open and risk.id not in carried:
            where = checker.at("risks", index, "row_id")
            checker.warning("risk-row-without-value", where, id=risk.id, value=risk.row_id)


def _check_rating(checker: Checker, index: int, risk: Risk) -> None:
    if risk.product is None:
        field_name = "probability" if risk.probability is None else "impact"
        checker.warning("risk-not-rated", checker.at("risks", index, field_name), id=risk.id)
    elif risk.product >= SERIOUS and risk.is_open and not (risk.owner and risk.response):
        missing = [word for word, value in (("ansvarig", risk.owner), ("åtgärd", risk.response)) if not value]
        where = checker.at("risks", index, "response" if risk.owner else "owner")
        checker.warning("risk-without-action", where, id=risk.id, product=risk.product, missing=" och ".join(missing))


def _check_money(checker: Checker, index: int, risk: Risk) -> None:
    kronor = (risk.loss_low_kr, risk.loss_likely_kr, risk.loss_high_kr)
    shares = (risk.loss_low, risk.loss_likely, risk.loss_high)
    any_kronor, any_shares = (any(loss is not None for loss in losses) for losses in (kronor, shares))
    if any_kronor and any_shares:
        checker.error("risk-two-losses", checker.at("risks", index, "loss_likely"), id=risk.id)
        return
    for fields, losses in ((("loss_low_kr", "loss_high_kr"), kronor), (("loss_low", "loss_high"), shares)):
        low, likely, high = losses
        if likely is not None and not (likely if low is None else low) <= likely <= (likely if high is None else high):
            field_name = fields[0] if low is not None and low > likely else fields[1]
            checker.error("range-broken", checker.at("risks", index, field_name), id=risk.id)
    missing = [
        (word, field_name)
        for word, field_name, value in (
            ("raden", "row_id", risk.row_id or None),
            ("sannolikheten i procent", "occurrence", risk.occurrence),
            ("trolig förlust", "loss_likely_kr", risk.likely_loss),
        )
        if value is None
    ]
    if 0 < len(missing) < 3 or (missing and (any_kronor or any_shares)):
        where = checker.at("risks", index, missing[0][1])
        words = ", ".join(word for word, _ in missing)
        checker.warning("risk-money-incomplete", where, id=risk.id, missing=words)


def _check_priced_once(checker: Checker, index: int, risk: Risk, row: MonetaryRow) -> None:
    """The same risk must not stand in the row's range, in kronor of its own and in the risk score at once."""
    likely = row.driver_likely
    bad_end = row.driver_low if isinstance(row, Effect) else row.driver_high
    if likely is not None and bad_end is not None and bad_end != likely:
        where = checker.at("risks", index, "row_id")
        checker.warning("risk-priced-in-range", where, id=risk.id, value=row.id)
    if risk.product is not None and risk.scored_in is None:
        checker.warning("risk-priced-in-score", checker.at("risks", index, "scored_in"), id=risk.id)
