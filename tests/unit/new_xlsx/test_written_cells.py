"""Cells come back as what they were: type, every digit, style, link."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell
from python_calamine import CalamineWorkbook

from unit.new_xlsx.sheets import NAME, a_sheet, opened, part, written
from vardering.base.cells import CellValue, ErrorValue
from vardering.workbook.layout import PlacedCell, SheetLayout
from vardering.workbook.styles import STYLES

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def _cell(value: CellValue, style: str = "input_text", **more: str) -> Cell:
    sheet = opened(written(a_sheet(PlacedCell(2, 2, value, more.get("formula"), style, more.get("link", "")))))[NAME]
    cell = sheet["B2"]
    assert isinstance(cell, Cell)
    return cell


LOOKS_LIKE_ELSE = (
    *("=1+1", "+46 70", "-x", "@y", "{=A1}"),
    *("001", "1e3", "2027-01-01", "https://example.org"),
    *(" x ", "a\nb", "_x0041_"),
)


@pytest.mark.parametrize("text", LOOKS_LIKE_ELSE)
def test_text_stays_text_whatever_it_looks_like(text: str) -> None:
    cell = _cell(text)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    content = CalamineWorkbook.from_filelike(BytesIO(written(a_sheet(PlacedCell(1, 1, text))))).get_sheet_by_name(NAME)
    assert content.to_python() == [[text]]


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_numbers_keep_every_digit(numbers: list[float]) -> None:
    content = written(a_sheet(*(PlacedCell(row, 1, number) for row, number in enumerate(numbers, start=1))))
    assert [opened(content)[NAME].cell(row, 1).value for row in range(1, len(numbers) + 1)] == numbers


@given(TEXTS)
def test_any_text_is_read_back_to_the_letter(text: str) -> None:
    content = CalamineWorkbook.from_filelike(BytesIO(written(a_sheet(PlacedCell(1, 1, text))))).get_sheet_by_name(NAME)
    if "\r" not in text:  # a reader of XML may take a lone return for a new line
        assert content.to_python(skip_empty_area=False) == [[text]]


def test_a_whole_number_is_written_without_decimals() -> None:
    assert "<v>5</v>" in part(written(a_sheet(PlacedCell(1, 1, 5.0))), "xl/worksheets/sheet1.xml")


def test_days_are_days_and_truth_values_truth_values() -> None:
    assert str(_cell(date(2027, 9, 1), "input_date").value) == "2027-09-01 00:00:00"
    assert str(_cell(date(1900, 3, 1), "input_date").value) == "1900-03-01 00:00:00"
    assert _cell(True).value is True
    assert _cell(False).data_type == "b"


def test_an_empty_cell_has_its_style_and_an_empty_text_is_text() -> None:
    assert _cell(None, "input_kr").style == STYLES["input_kr"].name
    assert _cell("").data_type == "s"


@pytest.mark.parametrize("value", [12.5, 0.1 + 0.2, "stämmer", "", True, 0.0])
def test_a_formula_carries_its_stored_value(value: CellValue) -> None:
    content = written(a_sheet(PlacedCell(1, 1, value, '=IF(A2="","x",A3)', "calculated_kr")))
    assert opened(content)[NAME]["A1"].value == '=IF(A2="","x",A3)'
    stored = opened(content, values=True)[NAME]["A1"].value
    assert stored == (value if value != "" else None)
    assert ('t="str"' in part(content, "xl/worksheets/sheet1.xml")) == isinstance(value, str)


def test_a_stored_day_is_a_serial_number() -> None:
    content = written(a_sheet(PlacedCell(1, 1, date(2027, 1, 1), "=DATE(2027,1,1)", "calculated_date")))
    assert str(opened(content, values=True)[NAME]["A1"].value) == "2027-01-01 00:00:00"


@pytest.mark.parametrize("value", ["Gå till Effekter", "=lurig", 12.0])
def test_a_link_leads_within_the_workbook_and_keeps_style_and_value(value: CellValue) -> None:
    content = written(
        a_sheet(PlacedCell(2, 2, value, None, "link", "'Effekter'!F12")),
        SheetLayout("Effekter", (PlacedCell(1, 1, "x"),)),
    )
    cell = opened(content)[NAME]["B2"]
    assert isinstance(cell, Cell)
    assert cell.hyperlink is not None
    assert (cell.hyperlink.location, cell.hyperlink.target) == ("'Effekter'!F12", None)
    assert cell.style == STYLES["link"].name
    assert cell.value == value


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (PlacedCell(1, 2, None, "=1+1"), "no stored value"),
        (PlacedCell(1, 2, ErrorValue("#N/A")), "no error values"),
        (PlacedCell(1, 2, ErrorValue("#N/A"), "=NA()"), "no error values"),
        (PlacedCell(1, 2, "x" * 32_768), "longer than 32767"),
        (PlacedCell(1, 2, "\U0001f600" * 16_384), "longer than 32767"),
        (PlacedCell(1, 2, date(1899, 12, 31)), "before the workbook's calendar"),
        (PlacedCell(1, 2, float("nan")), "NAN"),
    ],
)
def test_what_cannot_stand_in_a_cell_is_refused_by_place(cell: PlacedCell, words: str) -> None:
    with pytest.raises(ValueError, match=f"{NAME}!B1: .*{words}"):
        written(a_sheet(cell))


def test_the_longest_text_is_written_whole() -> None:
    assert _cell("å" * 32_767).value == "å" * 32_767
