"""What people write in cells is understood or refused with a reason, never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardering.base.cells import NOT_CALCULATED, ErrorValue
from vardering.model.vocabulary import Kind
from vardering.texts.fault_texts import sentence_for
from vardering.workbook.contract.fields import CellType, Column
from vardering.workbook.reading.coercing import coerce, number_from_text


def column(kind: CellType, **changes: object) -> Column:
    return Column("Rubrik", "field", kind, "Hjälp.", **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234\u202f567", 1234567.0),
        ("12", 12.0),
        ("-3,25", -3.25),
        ("\u22123,25", -3.25),
        ("0.5", 0.5),
        (",5", 0.5),
        ("1 500 kr", 1500.0),
        ("3 %", 3.0),
        ("40 timmar", 40.0),
    ],
)
def test_text_that_plainly_states_a_number_is_that_number(text: str, number: float) -> None:
    assert number_from_text(text) == number


@pytest.mark.parametrize(
    "text", ["ca 100", "1.234", "1.234.567", "12 34", "1,2,3", "", "kr", "1e3", "=1+1", "NaN", "inf", "10-20", "1 2345"]
)
def test_text_that_states_no_number_or_could_mean_two_is_refused(text: str) -> None:
    assert number_from_text(text) is None


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(min_value=0, max_value=99))
def test_a_number_written_the_swedish_way_reads_back(whole: int, hundredths: int) -> None:
    written = f"{whole:,}".replace(",", "\u00a0") + f",{hundredths:02d}"
    expected = float(f"{'-' if whole < 0 else ''}{abs(whole)}.{hundredths:02d}")
    assert number_from_text(written) == expected


def test_a_number_in_text_is_understood_and_the_cell_corrected() -> None:
    coerced = coerce(column(CellType.KRONOR), "1 234,5")
    assert (coerced.value, coerced.corrected, coerced.fault) == (1234.5, 1234.5, "")


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0"])
def test_an_empty_cell_gives_no_value_and_no_fault(cell: str | None) -> None:
    coerced = coerce(column(CellType.NUMBER), cell)
    assert coerced.value is None
    assert coerced.fault == ""


def test_zero_is_not_empty() -> None:
    assert coerce(column(CellType.NUMBER), 0.0).value == 0.0


@pytest.mark.parametrize(
    ("kind", "cell", "fault"),
    [
        (CellType.NUMBER, "ca 100", "not-a-number"),
        (CellType.NUMBER, True, "not-a-number"),
        (CellType.YEAR, "2027-08", "not-a-year"),
        (CellType.NUMBER, date(2027, 1, 1), "date-instead-of-number"),
        (CellType.NUMBER, ErrorValue("#DIV/0!"), "cell-error-value"),
        (CellType.TEXT, ErrorValue("#REF!"), "cell-error-value"),
        (CellType.NUMBER, NOT_CALCULATED, "formula-not-calculated"),
        (CellType.WHOLE, 1.5, "not-a-whole-number"),
        (CellType.DATE, "i höst", "not-a-date"),
        (CellType.DATE, 46000.0, "not-a-date"),
        (CellType.YES_NO, "kanske", "not-yes-or-no"),
    ],
)
def test_a_cell_of_the_wrong_sort_is_a_fault(kind: CellType, cell: object, fault: str) -> None:
    assert coerce(column(kind), cell).fault == fault  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["driver_low", "driver_likely", "driver_high", "loss_low"])
def test_only_a_column_with_a_low_and_a_high_gives_advice_about_them(field: str) -> None:
    fault = coerce(Column("Volym", field, CellType.NUMBER, ""), "ca 100").fault
    assert fault == "not-a-number-in-range"
    said = {
        code: sentence_for(code, {"heading": "Volym", "value": "ca 100"}).remedy for code in (fault, "not-a-number")
    }
    assert "låg och hög" in said[fault]
    assert "låg" not in said["not-a-number"]


def test_a_choice_is_read_as_its_code_whatever_its_case() -> None:
    assert coerce(column(CellType.CHOICE, choices="slag"), " Omfördelning ").value is Kind.REDEPLOYMENT


def test_a_word_outside_the_list_is_a_fault() -> None:
    assert coerce(column(CellType.CHOICE, choices="slag"), "besparing").fault == "unknown-list-value"


def test_per_cent_is_read_as_a_share() -> None:
    assert coerce(column(CellType.PER_CENT, minimum=0, maximum=100), 90.0).value == 0.9


@pytest.mark.parametrize(
    ("limits", "cell", "fault"),
    [
        ({"minimum": 0}, -1.0, "negative-value"),
        ({"minimum": 1, "maximum": 5}, 6.0, "value-out-of-range"),
        ({"minimum": 1, "maximum": 5}, 0.0, "value-out-of-range"),
    ],
)
def test_a_number_outside_the_limits_is_a_fault(limits: dict[str, float], cell: float, fault: str) -> None:
    assert coerce(column(CellType.NUMBER, **limits), cell).fault == fault


@pytest.mark.parametrize("rate", [-5.1, 25.1, 300.0])
def test_a_rate_outside_minus_five_to_twenty_five_per_cent_is_a_fault_of_its_own(rate: float) -> None:
    assert coerce(column(CellType.PER_CENT, minimum=-5, maximum=25), rate).fault == "rate-out-of-range"


@pytest.mark.parametrize(
    ("cell", "text"), [(1.0, "1"), (1.5, "1,5"), (date(2027, 9, 1), "2027-09-01"), (True, "ja"), ("001", "001")]
)
def test_anything_visible_reads_as_text_in_a_text_column(cell: object, text: str) -> None:
    assert coerce(column(CellType.TEXT), cell).value == text  # type: ignore[arg-type]


def test_an_iso_date_in_text_is_understood_and_corrected() -> None:
    coerced = coerce(column(CellType.DATE), "2027-09-01")
    assert coerced.value == coerced.corrected == date(2027, 9, 1)


@pytest.mark.parametrize(("cell", "value"), [("Ja", True), ("nej", False), (True, True)])
def test_yes_and_no_are_read(cell: object, value: bool) -> None:
    assert coerce(column(CellType.YES_NO), cell).value is value  # type: ignore[arg-type]
