"""What an hour, or a post for a year, of a personnel category costs. One route a workbook."""

from collections.abc import Iterable

from vardering.base.faults import VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.base.units import MONTHS_PER_YEAR
from vardering.model.assumptions import Assumptions, Parameter, PersonnelCategory, Settings
from vardering.model.vocabulary import HourCostRoute


def hour_cost_from_salary(monthly_salary_kr: float, on_cost_share: float, hours_per_fte: float) -> float:
    """Kr an hour: ``salary × 12 × (1 + PO) / working hours``; PO as a share. M5 route a [seed].

    With SKR's PO 2021 (40.15 %), 1 700 hours (Inera) and 34 000 kr a month:

    >>> round(hour_cost_from_salary(34000, 0.4015, 1700), 2)
    336.36
    """
    return post_cost(monthly_salary_kr, on_cost_share) / hours_per_fte


def hour_cost_from_factor(monthly_salary_kr: float, divisor: float, factor: float) -> float:
    """Kr an hour: ``salary / 142 × 1.54``; the factor holds the fees, so PO is never added. M5 route c (Inera).

    >>> round(hour_cost_from_factor(34000, 142, 1.54), 2)
    368.73
    """
    return monthly_salary_kr / divisor * factor


def post_cost(monthly_salary_kr: float, on_cost_share: float) -> float:
    """Kr a year of one post: ``12 × salary × (1 + PO)``, whatever the route for hours. M5 [seed].

    >>> round(post_cost(34000, 0.4015), 2)
    571812.0
    """
    return monthly_salary_kr * MONTHS_PER_YEAR * (1.0 + on_cost_share)


def required(parameter: Parameter, name: str) -> float:
    """The value of a parameter that is needed. Raises VarderingError parameter-missing (name)."""
    if parameter.value is None:
        raise VarderingError("parameter-missing", name=name)
    return parameter.value


@dataclass(frozen=True, slots=True)
class TimePrices:
    """Prices of people's time, looked up by category when a row needs them, so that unused gaps do no harm."""

    categories: dict[str, PersonnelCategory]
    settings: Settings
    assumptions: Assumptions

    def category(self, name: str, row: str) -> PersonnelCategory:
        """The category with this name.

        Raises VarderingError: category-missing (id) where no name is given, unknown-name (id, value, field).
        """
        if not name:
            raise VarderingError("category-missing", id=row)
        if name not in self.categories:
            raise VarderingError("unknown-name", id=row, value=name, field="category")
        return self.categories[name]

    def is_staff(self, name: str) -> bool:
        """Whether a category is the municipality's own staff; False where there is no such category."""
        category = self.categories.get(name)
        return category is not None and category.is_staff

    def hour_cost_kr(self, name: str, row: str) -> float:
        """Cost of an hour by the workbook's route; time of others than staff always by its own hour value.

        Raises VarderingError: as ``category``, and parameter-missing (name, and category where the
        figure belongs to one).
        """
        category = self.category(name, row)
        route = self.settings.hour_cost_route
        if route is HourCostRoute.FULL_HOUR_COST or not category.is_staff:
            return _known(category.hour_cost_kr, "hour_cost_kr", name)
        salary = _known(category.monthly_salary_kr, "monthly_salary_kr", name)
        if route is HourCostRoute.SALARY_AND_ON_COST:
            return hour_cost_from_salary(salary, self.on_cost_share, self.hours_per_fte)
        return hour_cost_from_factor(
            salary,
            required(self.assumptions.hour_cost_divisor, "hour_cost_divisor"),
            required(self.assumptions.hour_cost_factor, "hour_cost_factor"),
        )

    def post_cost_kr(self, name: str, row: str) -> float:
        """Cost of a post for a year. Raises as ``hour_cost_kr``."""
        salary = _known(self.category(name, row).monthly_salary_kr, "monthly_salary_kr", name)
        return post_cost(salary, self.on_cost_share)

    @property
    def on_cost_share(self) -> float:
        """Employer on-cost (PO). Raises VarderingError parameter-missing."""
        return required(self.assumptions.employer_on_cost, "employer_on_cost")

    @property
    def hours_per_fte(self) -> float:
        """Working hours of a full-time equivalent in a year. Raises VarderingError parameter-missing."""
        return required(self.assumptions.hours_per_fte, "hours_per_fte")


def time_prices(categories: Iterable[PersonnelCategory], settings: Settings, assumptions: Assumptions) -> TimePrices:
    """The prices of time of a case."""
    return TimePrices({category.name: category for category in categories}, settings, assumptions)


def _known(value: float | None, name: str, category: str) -> float:
    if value is None:
        raise VarderingError("parameter-missing", name=name, category=category)
    return value
