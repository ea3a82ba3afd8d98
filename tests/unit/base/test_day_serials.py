"""Days and their numbers in both calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardering.base.day_serials import date_of, serial_of


def test_the_two_calendars_have_their_published_first_and_last_days() -> None:
    assert [date_of(serial, False) for serial in (1, 59, 60, 61, 2_958_465)] == [
        date(1900, 1, 1),
        date(1900, 2, 28),
        None,
        date(1900, 3, 1),
        date(9999, 12, 31),
    ]
    assert [date_of(serial, True) for serial in (0.5, 1, 2_957_003)] == [None, date(1904, 1, 2), date(9999, 12, 31)]
    assert [date_of(2_958_466.5, calendar) for calendar in (False, True)] == [None, None]


@given(st.dates(date(1904, 1, 2)), st.booleans())
def test_a_day_and_its_number_lead_to_each_other(day: date, date1904: bool) -> None:
    assert date_of(serial_of(day, date1904), date1904) == day


@given(st.integers(1, 100))
def test_days_before_march_1900_lead_back_too(number: int) -> None:
    day = date(1899, 12, 31) + timedelta(days=number)
    assert date_of(serial_of(day, False), False) == day


def test_a_day_before_the_calendar_has_no_number() -> None:
    for day, date1904 in ((date(1899, 12, 31), False), (date(1904, 1, 1), True)):
        with pytest.raises(ValueError, match="before"):
            serial_of(day, date1904)


def test_a_number_beyond_the_last_day_of_its_calendar_is_no_day() -> None:
    assert date_of(2_958_465.0, True) is None
    assert date_of(2_958_465.0, False) == date(9999, 12, 31)
