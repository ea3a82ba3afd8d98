"""Values as they stand in cells: texts, dates in both calendars, and which formats are dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardering.base.cells import NOT_CALCULATED, CellValue, ErrorValue
from vardering.base.date_formats import is_date_code
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.cell_text import decoded, encoded
from vardering.books.xlsx.cell_values import CellTyping
from vardering.books.xlsx.shared_strings import cell_text
from vardering.books.xlsx.sheet_scan import ScannedCell

TYPING = CellTyping(lambda: ["noll", "ett"], frozenset({3}), date1904=False)


def typed(kind: str, text: str | None, style: str = "0", formula: bool = False) -> CellValue:
    return TYPING.value(ScannedCell(0, 0, style, kind, text, formula))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("n", "1.5", 1.5),
        ("n", " 1e3 ", 1000.0),
        ("n", "INF", ErrorValue("#NUM!")),
        ("n", None, None),
        ("n", "", None),
        ("s", "1", "ett"),
        ("s", "", None),
        ("str", "", ""),
        ("str", "a_x000D_", "a\r"),
        ("inlineStr", "x", "x"),
        ("b", "1", True),
        ("b", "0", False),
        ("b", "true", True),
        ("e", "#REF!", ErrorValue("#REF!")),
        ("d", "2026-11-24T10:00:00", date(2026, 11, 24)),
        ("d", "10:10:10", "10:10:10"),
    ],
)
def test_a_cell_is_typed_by_its_kind(kind: str, text: str | None, value: CellValue) -> None:
    found = typed(kind, text)
    assert (found, type(found)) == (value, type(value))


def test_a_formula_without_a_value_is_not_calculated_and_with_an_empty_text_it_is_that() -> None:
    assert typed("n", None, formula=True) == NOT_CALCULATED
    assert typed("str", "", formula=True) == ""


def test_a_number_with_a_date_format_is_a_day_and_a_time_alone_stays_a_number() -> None:
    assert typed("n", "46350.75", "3") == date(2026, 11, 24)
    assert typed("n", "0.75", "3") == 0.75
    assert typed("n", "-3", "3") == -3.0
    assert typed("n", "46350") == 46350.0


@given(st.text())
def test_a_text_and_its_written_form_lead_to_each_other(text: str) -> None:
    whole = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if text.isprintable() else text
    assert decoded(encoded(whole)) == whole


def test_halves_of_characters_are_joined_or_replaced() -> None:
    assert decoded("_xD83D__xDE00_") == "😀"
    assert decoded("_xD83D_!") == "\ufffd!"
    assert encoded("\ud83d") == "\ufffd"


def test_a_text_longer_than_a_cell_is_refused_after_decoding() -> None:
    assert len(cell_text("_x000D_" * 32_767)) == 32_767
    with pytest.raises(BookUnreadableError, match="text-too-long"):
        cell_text("x" * 32_768)


@pytest.mark.parametrize(
    "code",
    ["yyyy-mm-dd", "d/m/yy h:mm", "[$-41D]d mmmm yyyy;@", "mm:ss.0", "[h]:mm", '"den" d', "[Red]yyyy", "hh:mm AM/PM"],
)
def test_a_format_with_days_or_hours_is_a_date(code: str) -> None:
    assert is_date_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0.00",
        '#,##0" dagar"',
        "[Red]0;[Blue]-0",
        "@",
        '0.0" h"',
        r"0\d",
        "_-* #,##0\\ [$kr-41D]_-",
        "0;yyyy",
        "",
    ],
)
def test_a_format_without_them_is_a_number(code: str) -> None:
    assert not is_date_code(code)
