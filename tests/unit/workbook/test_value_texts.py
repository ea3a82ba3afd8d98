"""Values as people write them, on one line, whatever a file holds."""

from datetime import date

import pytest

from vardering.base.cells import CellValue, ErrorValue
from vardering.workbook.presenting.value_texts import value_text
from vardering.workbook.template.comparison_sheets import storable


@pytest.mark.parametrize(
    ("value", "suffix", "shown"),
    [
        (1234.5, "kr", "1 234,50 kr"),
        (-2_000_000.0, "kr", "-2 000 000 kr"),
        (12.0, "whole", "12"),
        (0.1234, "share", "12,3 %"),
        (0.125, "number", "0,125"),
        (True, "text", "ja"),
        (False, "text", "nej"),
        (date(2027, 9, 1), "date", "2027-09-01"),
        (ErrorValue("#N/A"), "text", "#N/A"),
        ("rad 1\nrad 2\x00\u202e", "text", "rad 1 rad 2"),
    ],
)
def test_a_value_is_written_in_swedish(value: CellValue, suffix: str, shown: str) -> None:
    assert value_text(value, suffix) == shown


def test_a_day_before_the_calendar_of_workbooks_is_stored_as_text() -> None:
    assert storable(date(1899, 12, 31)) == "1899-12-31"
    assert storable(date(1900, 3, 1)) == date(1900, 3, 1)
    assert storable(7.0) == 7.0


@pytest.mark.parametrize(("value", "suffix", "shown"), [(None, "kr", "(tomt)"), (2027.0, "year", "2027")])
def test_what_is_empty_and_what_is_a_year_are_said_as_such(value: CellValue, suffix: str, shown: str) -> None:
    assert value_text(value, suffix) == shown
