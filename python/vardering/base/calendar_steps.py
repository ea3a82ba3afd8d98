"""Days that recur every so many months."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date


def every_months(first: date, months: int, last: date) -> Iterator[date]:
    """The first day and every ``months`` months after it, to and with ``last``.

    A day that a month lacks falls on its last day, and the months after it keep the day of the first.

    >>> [day.isoformat() for day in every_months(date(2027, 10, 31), 4, date(2028, 12, 31))]
    ['2027-10-31', '2028-02-29', '2028-06-30', '2028-10-31']
    """
    passed = 0
    while True:
        year, month = divmod(first.year * 12 + first.month - 1 + passed, 12)
        day = date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
        if day > last:
            return
        yield day
        passed += months
