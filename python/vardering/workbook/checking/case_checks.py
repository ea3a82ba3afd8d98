"""All checks of a case, before and after it is calculated."""

from vardering.base.faults import Fault
from vardering.model.case import Case
from vardering.model.gates import stage_of
from vardering.model.results import Results, RowGroup
from vardering.model.vocabulary import CaseForm, Kind, Stage, View
from vardering.workbook.checking.assessment_checks import check_assessment
from vardering.workbook.checking.chain_checks import check_chain
from vardering.workbook.checking.checker import Checker
from vardering.workbook.checking.correlation_checks import check_correlation
from vardering.workbook.checking.cost_checks import check_costs
from vardering.workbook.checking.effect_checks import check_effects
from vardering.workbook.checking.risk_checks import check_risks, check_worthless_rows
from vardering.workbook.checking.row_checks import check_rows
from vardering.workbook.reading.places import Places

ALTERNATIVES = ("A", "B", "C", "D")

DOMINANT_SHARE = 0.5
"""A row above this share of all benefits is pointed out."""

OLDEST_VINTAGE_YEARS = 1
"""Parameters may be this many years older than the price level."""


def check_case(case: Case, places: Places) -> tuple[Fault, ...]:
    """Everything that can be said before the calculation; errors among it stop the calculation."""
    checker = Checker(case, places)
    _check_change(checker)
    _check_names(checker)
    check_rows(checker)
    check_costs(checker)
    check_effects(checker)
    check_chain(checker)
    check_correlation(checker)
    check_risks(checker)
    check_assessment(checker)
    _check_vintages(checker)
    return tuple(checker.faults)


def check_results(case: Case, results: Results, places: Places) -> tuple[Fault, ...]:
    """What can only be said of the results: rows that carry too much, a simplified case that should be full."""
    checker = Checker(case, places)
    _check_dominance(checker, results)
    check_worthless_rows(checker, results)
    if case.form is CaseForm.SIMPLIFIED:
        _check_full_case_needed(checker, results)
    return tuple(checker.faults)


def _check_change(checker: Checker) -> None:
    change = checker.case.change
    options = {option.id for option in checker.case.alternatives} - {"A"}
    if change.main_alternative not in {"B", "C", "D"} & (options or {"B"}):
        where = checker.places.value("change.main_alternative")
        checker.error("main-alternative-unknown", where, value=change.main_alternative)
    if stage_of(checker.case.gates, change.gate) is None:
        names = ", ".join(gate.name for gate in checker.case.gates)
        checker.error("gate-unknown", checker.places.value("change.gate"), value=change.gate, names=names)
    if change.go_live is not None and change.go_live.year < change.start_year:
        where = checker.places.value("change.go_live")
        checker.warning("go-live-before-start", where, start=change.start_year)


def _check_names(checker: Checker) -> None:
    for case_field in ("categories", "price_groups", "correlation_groups", "gates"):
        seen: set[str] = set()
        for index, record in enumerate(getattr(checker.case, case_field)):
            if record.name in seen:
                checker.error("duplicate-name", checker.at(case_field, index, "name"), value=record.name)
            seen.add(record.name)
    options: set[str] = set()
    for index, option in enumerate(checker.case.alternatives):
        if option.id in options:
            checker.error("duplicate-name", checker.at("alternatives", index, "id"), value=option.id)
        if option.id not in ALTERNATIVES:
            where = checker.at("alternatives", index, "id")
            checker.error("value-not-allowed", where, heading="Alternativ", value=option.id)
        options.add(option.id)


def _check_vintages(checker: Checker) -> None:
    """One finding for the whole workbook, naming every parameter that is too old."""
    case = checker.case
    oldest = case.change.price_level_year - OLDEST_VINTAGE_YEARS
    used = {row.category for _, _, row in checker.money_rows() if row.category}
    old: list[str] = []
    first = None
    for name in ("discount_rate", "internal_interest_rate", "employer_on_cost"):
        parameter = getattr(case.assumptions, name)
        if parameter.value is not None and parameter.valid_year is not None and parameter.valid_year < oldest:
            label = {"discount_rate": "Kalkylränta", "internal_interest_rate": "Internränta"}.get(name, "PO-pålägg")
            old.append(f"{label} {parameter.valid_year}")
            first = first or checker.places.parameters.get(name)
    for index, category in enumerate(case.categories):
        if category.name in used and category.valid_year is not None and category.valid_year < oldest:
            old.append(f"{category.name} {category.valid_year}")
            first = first or checker.at("categories", index, "valid_year")
    if old:
        checker.warning("old-parameters", first, names="; ".join(old), price_level=case.change.price_level_year)


def _check_dominance(checker: Checker, results: Results) -> None:
    rows = [
        row
        for row in results.rows
        if row.group is RowGroup.EFFECT and row.alternative == results.main_alternative and row.present_value_kr > 0
    ]
    total = sum(row.present_value_kr for row in rows)
    indices = {effect.id: index for index, effect in enumerate(checker.case.effects)}
    for row in rows:
        share = row.present_value_kr / total
        if share > DOMINANT_SHARE and len(rows) > 1:
            where = checker.at("effects", indices[row.id], "name")
            checker.warning("one-row-dominates", where, id=row.id, share=f"{share * 100:.0f}")


def _check_full_case_needed(checker: Checker, results: Results) -> None:
    """A full case is asked for above an amount, with several nämnder, or with a cash-releasing claim at BP2."""
    case = checker.case
    threshold = case.assumptions.full_case_threshold_kr.value
    costs = results.main.views[View.ALL_VALUED].figures.pv_costs
    if threshold is not None and costs > threshold:
        limit = f"{threshold:,.0f}".replace(",", " ")
        checker.warning("full-case-by-amount", checker.places.parameters.get("full_case_threshold_kr"), limit=limit)
    if case.change.committees > 1:
        checker.warning("full-case-by-committees", checker.places.value("change.committees"))
    claims = any(row.kind is Kind.FINANCIAL for row in case.effects)
    if claims and case.stage.number >= Stage.PRESTUDY.number:
        checker.warning("full-case-by-claim", checker.places.value("change.gate"), gate=case.change.gate)
