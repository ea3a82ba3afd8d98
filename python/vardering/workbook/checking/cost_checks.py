"""Checks of cost rows, investments, resource requirements and retired assets."""

from vardering.model.vocabulary import Accounting, CaseForm, HourCostRoute, ValuedAs
from vardering.workbook.checking.checker import Checker

PRICES_OF_TIME = {"monthly_salary_kr": "månadslön", "hour_cost_kr": "timkostnad"}
"""What an hour or a post of a category is priced by, in the words of its column."""


def check_costs(checker: Checker) -> None:
    """All checks of this module."""
    for case_field, index, row in checker.cost_rows():
        priced = row.unit_price_kr is not None
        if priced and row.category:
            checker.error("two-prices", checker.at(case_field, index, "unit_price_kr"), id=row.id)
        elif not priced and not row.category:
            checker.error("no-price", checker.at(case_field, index, "unit_price_kr"), id=row.id)
        if row.vat_is_cost and row.vat_rate is None:
            checker.error("vat-rate-missing", checker.at(case_field, index, "vat_rate"), id=row.id)
        if not row.source and checker.case.form is CaseForm.FULL:
            checker.warning("no-source", checker.at(case_field, index, "source"), id=row.id)
    _check_investments(checker)
    _check_hour_costs(checker)
    _check_resources(checker)


def _check_investments(checker: Checker) -> None:
    investments = False
    for index, row in enumerate(checker.case.development):
        if row.accounting is not Accounting.INVESTMENT:
            continue
        investments = True
        for field_name in ("commissioned", "depreciation_years"):
            if getattr(row, field_name) is None:
                checker.error("investment-incomplete", checker.at("development", index, field_name), id=row.id)
        # The simplified workbook has no cell for a confirmation; it is asked for once the case is a full one.
        if not row.accounting_confirmed and checker.case.form is CaseForm.FULL:
            checker.warning(
                "accounting-unconfirmed", checker.at("development", index, "accounting_confirmed"), id=row.id
            )
    needed = investments or bool(checker.case.retired_assets)
    if needed and checker.case.assumptions.internal_interest_rate.value is None:
        checker.error("parameter-needed", checker.places.parameters.get("internal_interest_rate"), name="Internränta")


def _check_hour_costs(checker: Checker) -> None:
    """Each category that is used must have what the workbook's route needs; posts always need a salary."""
    case = checker.case
    needs: dict[tuple[str, str], None] = {}
    categories = {category.name: category for category in case.categories}
    for _, _, row in checker.money_rows():
        category = categories.get(row.category)
        valued_as = getattr(row, "valued_as", ValuedAs.HOURS)
        if category is None or valued_as is ValuedAs.UNITS:
            continue
        salaried = category.is_staff and case.settings.hour_cost_route is not HourCostRoute.FULL_HOUR_COST
        by_salary = valued_as is ValuedAs.POSTS or salaried
        needs[category.name, "monthly_salary_kr" if by_salary else "hour_cost_kr"] = None
        on_cost_route = case.settings.hour_cost_route is HourCostRoute.SALARY_AND_ON_COST
        if valued_as is ValuedAs.POSTS or (salaried and on_cost_route):
            needs["", "employer_on_cost"] = None
    for name, field_name in needs:
        if not name:
            if case.assumptions.employer_on_cost.value is None:
                checker.error("parameter-needed", checker.places.parameters.get(field_name), name="PO-pålägg")
        elif getattr(categories[name], field_name) is None:
            index = next(i for i, found in enumerate(case.categories) if found.name == name)
            where = checker.at("categories", index, field_name)
            checker.error("category-incomplete", where, name=name, missing=PRICES_OF_TIME[field_name])


def _check_resources(checker: Checker) -> None:
    ids = {row.id for _, _, row in checker.cost_rows()}
    for index, row in enumerate(checker.case.resources):
        if row.hours_needed is None and row.fte_needed is None:
            checker.error("resource-need-missing", checker.at("resources", index, "hours_needed"), id=row.id)
        if row.hours_needed is not None and row.fte_needed is not None:
            checker.error("resource-need-twice", checker.at("resources", index, "fte_needed"), id=row.id)
        if row.included_in and row.included_in not in ids:
            where = checker.at("resources", index, "included_in")
            checker.error("included-in-unknown", where, id=row.id, value=row.included_in)
        if not row.included_in and not row.financed:
            checker.warning("resource-without-money", checker.at("resources", index, "included_in"), id=row.id)
