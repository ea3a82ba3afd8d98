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
