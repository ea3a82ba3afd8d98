"""Calendar arithmetic: shares of a year."""

from calendar import monthrange
from datetime import date


def share_of_year_from(day: date) -> float:
    """Share of the calendar year that remains from ``day``, the day itself included, by month.

    Whole months count 1/12 each; the month that is begun counts its remaining days over its length.

    >>> share_of_year_from(date(2027, 7, 1)), share_of_year_from(date(2027, 1, 1))
    (0.5, 1.0)
    """
    days = monthrange(day.year, day.month)[1]
    return (12 - day.month + (days - day.day + 1) / days) / 12


def years_until(start_year: int, day: date) -> float:
    """Years from 1 January of ``start_year`` to the morning of ``day``; negative for an earlier day.

    >>> years_until(2027, date(2028, 7, 1)), years_until(2027, date(2027, 1, 1))
    (1.5, 0.0)
    """
    return day.year - start_year + (1.0 - share_of_year_from(day))


def months_into_year(day: date) -> int:
    """Whole months that passed before the month of ``day`` began, 0–11.

    >>> months_into_year(date(2027, 3, 31))
    2
    """
    return day.month - 1


def years_until_end_of(start_year: int, day: date) -> float:
    """Years from 1 January of ``start_year`` to the end of ``day``.

    >>> years_until_end_of(2027, date(2027, 12, 31))
    1.0
    """
    length = 1.0 / (12 * monthrange(day.year, day.month)[1])
    return round(years_until(start_year, day) + length, 12)
