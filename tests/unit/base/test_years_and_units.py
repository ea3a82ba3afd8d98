from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardering.base.units import per_cent_from_share, share_from_per_cent
from vardering.base.years import months_into_year, share_of_year_from, years_until


def test_a_begun_month_counts_its_remaining_days() -> None:
    # 16 June 2027: 15 of 30 days and six whole months.
    assert share_of_year_from(date(2027, 6, 16)) == pytest.approx(6.5 / 12)


def test_the_last_day_of_a_leap_february_is_one_day() -> None:
    assert share_of_year_from(date(2028, 2, 29)) == pytest.approx((10 + 1 / 29) / 12)


def test_years_until_a_day_before_the_start_are_negative() -> None:
    assert years_until(2027, date(2026, 10, 1)) == pytest.approx(-0.25)


@given(st.dates(date(1990, 1, 1), date(2200, 12, 31)))
def test_a_day_splits_its_year_in_two(day: date) -> None:
    assert years_until(day.year, day) + share_of_year_from(day) == pytest.approx(1.0)
    months = 12 * years_until(day.year, day)
    assert months_into_year(day) - 1e-9 <= months < months_into_year(day) + 1 - 1e-9


@given(st.floats(-1e6, 1e6))
def test_a_share_comes_back_from_its_per_cent(share: float) -> None:
    assert share_from_per_cent(per_cent_from_share(share)) == pytest.approx(share, rel=1e-15)


@given(st.integers(-100_000, 100_000))
def test_per_cent_with_three_decimals_reads_as_it_was_written(thousandths: int) -> None:
    per_cent = thousandths / 1000
    assert per_cent_from_share(share_from_per_cent(per_cent)) == per_cent
