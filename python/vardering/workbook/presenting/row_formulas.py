"""Formulas on the input cells: what a cost or effect row is worth in a year at full scale, and what an hour costs."""

from collections.abc import Mapping

from vardering.base.cells import Position
from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.results import RowGroup, RowValue
from vardering.model.rows import CostRow, Effect
from vardering.model.vocabulary import HourCostRoute, TimeUnit, ValuedAs
from vardering.workbook.reading.places import Places

CASE_FIELDS: Mapping[RowGroup, str] = {
    RowGroup.DEVELOPMENT: "development",
    RowGroup.TRANSITION: "transition",
    RowGroup.RUNNING: "running",
    RowGroup.EFFECT: "effects",
}


@dataclass(frozen=True, slots=True)
class Constants:
    """Cells on the sheet itself that conversions refer to, so that no formula holds a figure of its own."""

    months_per_year: Position
    minutes_per_hour: Position


@dataclass(frozen=True, slots=True)
class CellFinder:
    """Finds the input cells of a case's rows."""

    case: Case
    places: Places

    def of_row(self, group: RowGroup, index: int, field_name: str) -> str:
        """Reference to a field of the index-th row of a group."""
        return self._reference(CASE_FIELDS[group], index, field_name)

    def of_category(self, name: str, field_name: str) -> str:
        """Reference to a field of a personnel category."""
        index = next(i for i, category in enumerate(self.case.categories) if category.name == name)
        return self._reference("categories", index, field_name)

    def of_rate_band(self, index: int) -> str:
        """Reference to the rate of a step of the rate schedule."""
        return self._reference("rate_bands", index, "rate")

    def _reference(self, case_field: str, index: int, field_name: str) -> str:
        where = self.places.at(case_field, index, field_name)
        if where is None:
            raise KeyError(f"{case_field}[{index}].{field_name}")
        return where.reference

    def of_parameter(self, field_name: str) -> str:
        """Reference to the value of a parameter."""
        return self.places.parameters[field_name].reference


def hour_cost_formula(finder: CellFinder, category_name: str, constants: Constants) -> str:
    """What an hour of a category costs, by the workbook's route (domain model, section 5: routes a, b and c)."""
    category = next(found for found in finder.case.categories if found.name == category_name)
    route = finder.case.settings.hour_cost_route
    if route is HourCostRoute.FULL_HOUR_COST or not category.is_staff:
        return f"={finder.of_category(category_name, 'hour_cost_kr')}"
    if route is HourCostRoute.SALARY_AND_ON_COST:
        return f"{post_cost_formula(finder, category_name, constants)}/{finder.of_parameter('hours_per_fte')}"
    salary = finder.of_category(category_name, "monthly_salary_kr")
    return f"={salary}/{finder.of_parameter('hour_cost_divisor')}*{finder.of_parameter('hour_cost_factor')}"


def post_cost_formula(finder: CellFinder, category_name: str, constants: Constants) -> str:
    """What a post costs a year: salary × 12 × (1 + PO)."""
    salary = finder.of_category(category_name, "monthly_salary_kr")
    months = constants.months_per_year.reference.partition("!")[2]
    return f"={salary}*{months}*(1+{finder.of_parameter('employer_on_cost')}%)"


def amount_formula(
    finder: CellFinder, row: RowValue, index: int, rates: Mapping[tuple[str, bool], Position], constants: Constants
) -> str:
    """A row's kronor in a year at full scale; ``rates`` are the cells of hour costs and, with True, post costs."""
    if row.group is RowGroup.EFFECT:
        return _effect_formula(finder, finder.case.effects[index], index, rates, constants)
    records: tuple[CostRow, ...] = getattr(finder.case, CASE_FIELDS[row.group])
    record = records[index]
    driver = finder.of_row(row.group, index, "driver_likely")
    price = (
        _local(rates[record.category, False]) if record.category else finder.of_row(row.group, index, "unit_price_kr")
    )
    vat = f"*(1+{finder.of_row(row.group, index, 'vat_rate')}%)" if record.vat_is_cost else ""
    return f"={driver}*{price}{vat}"


def _effect_formula(
    finder: CellFinder, effect: Effect, index: int, rates: Mapping[tuple[str, bool], Position], constants: Constants
) -> str:
    driver, before, after = (
        finder.of_row(RowGroup.EFFECT, index, name) for name in ("driver_likely", "before", "after")
    )
    if effect.valued_as is ValuedAs.UNITS:
        value = finder.of_row(RowGroup.EFFECT, index, "unit_value_kr")
    else:
        value = _local(rates[effect.category, effect.valued_as is ValuedAs.POSTS])
    minutes = effect.valued_as is ValuedAs.HOURS and effect.time_unit is TimeUnit.MINUTES
    per_hour = f"/{_local(constants.minutes_per_hour)}" if minutes else ""
    return f"={driver}*({before}-{after}){per_hour}*{value}"


def _local(where: Position) -> str:
    """A reference within the sheet the formula stands on."""
    return where.reference.partition("!")[2]
