"""Days as serial numbers in both of Excel's calendars."""

import math
from datetime import date, timedelta

_FIRST_1904 = date(1904, 1, 1)
_BEFORE_1900 = date(1899, 12, 30)
_PHANTOM_DAY = 60
"""Serial 60 is 29 February 1900, a day that never was: before it, serials are one day off."""
_LAST_SERIAL = 2_958_465


def date_of(serial: float, date1904: bool) -> date | None:
    """Day of a serial number, None where it is no day: below 1 (a time), the phantom day, beyond year 9999.

    >>> date_of(46000.75, False), date_of(1, False), date_of(0.5, False)
    (datetime.date(2025, 12, 9), datetime.date(1900, 1, 1), None)
    """
    if not 1 <= serial <= _LAST_SERIAL + 1:
        return None
    days = math.floor(serial)
    try:
        if date1904:
            return _FIRST_1904 + timedelta(days=days)
        if days == _PHANTOM_DAY:
            return None
        return _BEFORE_1900 + timedelta(days=days + 1 if days < _PHANTOM_DAY else days)
    except OverflowError:
        return None


def serial_of(day: date, date1904: bool) -> int:
    """Serial number of a day; the inverse of ``date_of``. Raises ``ValueError`` before the calendar begins."""
    if date1904:
        serial = (day - _FIRST_1904).days
    else:
        serial = (day - _BEFORE_1900).days
        serial = serial - 1 if serial <= _PHANTOM_DAY else serial
    if serial < 1:
        raise ValueError(f"{day} is before the workbook's calendar")
    return serial
