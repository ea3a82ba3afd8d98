"""When the effects of a plan are measured: from the first measurement until the year of full effect has ended."""

from collections.abc import Mapping
from datetime import date

from vardering.base.calendar_steps import every_months
from vardering.model.realisation_plan import PlanRow
from vardering.model.vocabulary import MeasurementFrequency

MONTHS: Mapping[MeasurementFrequency, int] = {
    MeasurementFrequency.MONTHLY: 1,
    MeasurementFrequency.QUARTERLY: 3,
    MeasurementFrequency.TERTIAL: 4,
    MeasurementFrequency.HALF_YEARLY: 6,
    MeasurementFrequency.YEARLY: 12,
}
"""Months from one measurement to the next."""


def measurement_dates(row: PlanRow) -> tuple[date, ...]:
    """Every planned day of measuring an effect; none for a row that lacks a day, a frequency or a year of full effect.

    An effect that is full before its first measurement is measured once.
    """
    if not row.is_current or row.first_measurement is None or row.frequency is None or row.full_effect_year is None:
        return ()
    last = max(date(row.full_effect_year, 12, 31), row.first_measurement)
    return tuple(every_months(row.first_measurement, MONTHS[row.frequency], last))


def due_dates(row: PlanRow) -> tuple[tuple[date, ...], int]:
    """The days by which an effect shall have been measured, and the months between them.

    An effect with its years but without a schedule is due at the end of each year until it is full: otherwise nobody
    would notice that it is not measured.
    """
    planned = measurement_dates(row)
    if planned and row.frequency is not None:
        return planned, MONTHS[row.frequency]
    if not row.is_current or row.first_year is None or row.full_effect_year is None:
        return (), MONTHS[MeasurementFrequency.YEARLY]
    years = range(row.first_year, max(row.full_effect_year, row.first_year) + 1)
    return tuple(date(year, 12, 31) for year in years), MONTHS[MeasurementFrequency.YEARLY]
