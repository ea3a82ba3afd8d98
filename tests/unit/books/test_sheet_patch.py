"""Cells written into a sheet: only what is addressed changes."""

from datetime import date

import pytest

from unit.books.sheets import MAIN, data, patched, scanned, sheet
from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.base.faults import BookNotWrittenError, BookProtectedError, BookUnreadableError
from vardering.books.xlsx.bound_cells import refuse_bound_cells
from vardering.workbook.applying import STYLE_ONLY
from vardering.workbook.change_set import CellWrite

ONE = CellWrite(1.0)
WRITTEN = "<v>1</v></c>"


def test_a_cell_is_replaced_and_keeps_its_style_but_not_its_formula_or_type() -> None:
    source = sheet('<row r="1"><c r="A1" s="3" t="str" cm="1"><f>B1</f><v>x</v></c><c r="B1"><v>2</v></c></row>')
    assert patched(source, {(1, 1): ONE}) == data(f'<row r="1"><c r="A1" s="3">{WRITTEN}<c r="B1"><v>2</v></c></row>')


def test_new_cells_stand_in_order_among_those_that_are_there() -> None:
    source = sheet('<row r="2" spans="2:4"><c r="B2"/> <c r="D2"/></row>')
    writes = {(2, 1): ONE, (2, 3): ONE, (2, 28): ONE}
    expected = f'<c r="A2">{WRITTEN}<c r="B2"/> <c r="C2">{WRITTEN}<c r="D2"/><c r="AB2">{WRITTEN}'
    assert patched(source, writes) == data(f'<row r="2">{expected}</row>')


def test_spans_stay_where_no_cell_is_added() -> None:
    source = sheet('<row r="2" spans="2:2" ht="9"><c r="B2"/></row>')
    assert patched(source, {(2, 2): ONE}) == data(f'<row r="2" spans="2:2" ht="9"><c r="B2">{WRITTEN}</row>')


def test_new_rows_stand_in_order_and_an_empty_row_is_opened() -> None:
    source = sheet('<row r="3" ht="12"/><row r="7"><c r="A7"/></row>')
    writes = {(1, 1): ONE, (3, 2): ONE, (5, 1): ONE, (6, 1): ONE, (9, 1): ONE}
    assert patched(source, writes) == data(
        f'<row r="1"><c r="A1">{WRITTEN}</row><row r="3" ht="12"><c r="B3">{WRITTEN}</row>'
        f'<row r="5"><c r="A5">{WRITTEN}</row><row r="6"><c r="A6">{WRITTEN}</row>'
        f'<row r="7"><c r="A7"/></row><row r="9"><c r="A9">{WRITTEN}</row>'
    )


def test_an_empty_sheet_is_opened_too() -> None:
    source = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData /></x:worksheet>'.encode()
    expected = '<x:sheetData><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    assert expected in patched(source, {(2, 1): ONE})


def test_rows_and_cells_without_addresses_keep_their_places() -> None:
    source = sheet("<row><c/><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>")
    expected = f'<row><c r="A1"/><c r="B1">{WRITTEN}<c><v>3</v></c></row><row><c><v>4</v></c></row>'
    assert patched(source, {(1, 1): CellWrite(), (1, 2): ONE}) == data(expected)


def test_emptying_what_is_empty_writes_nothing() -> None:
    source = sheet('<row r="1"/>')
    assert patched(source, {(1, 1): CellWrite(), (2, 2): CellWrite()}) == data('<row r="1"/>')


def test_rows_take_the_height_that_is_asked_for_or_their_standard_height_back() -> None:
    source = sheet('<row r="1" ht="12" customHeight="1"><c r="A1"/></row><row r="2" ht="12" customHeight="1"/>')
    heights = {1: 30.0, 2: None, 3: 45.5, 4: 20.0}
    assert patched(source, {(2, 1): ONE, (3, 1): ONE}, heights=heights) == data(
        '<row r="1" ht="30" customHeight="1"><c r="A1"/></row>'
        f'<row r="2"><c r="A2">{WRITTEN}</row><row r="3" ht="45.5" customHeight="1"><c r="A3">{WRITTEN}</row>'
    )


def test_a_style_of_ours_wins_over_the_rows_and_the_rows_over_the_columns() -> None:
    source = sheet(
        '<row r="1" s="4" customFormat="1"/><row r="2" s="4"/>', '<cols><col min="1" max="3" style="5"/></cols>'
    )
    found = patched(source, {(1, 1): CellWrite(1.0, style="result_kr"), (1, 2): ONE, (2, 3): ONE, (2, 4): ONE})
    for cell in ('<c r="A1" s="7">', '<c r="B1" s="4">', '<c r="C2" s="5">', '<c r="D2">'):
        assert cell in found


def test_values_of_every_kind_are_written_as_excel_writes_them() -> None:
    values: list[CellValue] = [True, 0.1, -0.0, 1e21, date(2026, 11, 24), ErrorValue("#N/A"), "=1+1 & <b>", ""]
    found = patched(sheet(""), {(1, column): CellWrite(value) for column, value in enumerate(values, start=1)})
    assert found == data(
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1"><v>0.1</v></c><c r="C1"><v>0</v></c>'
        '<c r="D1"><v>1E+21</v></c>'
        '<c r="E1"><v>46350</v></c><c r="F1" t="e"><v>#N/A</v></c>'
        '<c r="G1" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t></is></c>'
        '<c r="H1" t="inlineStr"><is><t xml:space="preserve"></t></is></c></row>'
    )


def test_a_formula_stands_with_its_stored_value() -> None:
    writes = {
        (1, 1): CellWrite(2.0, "=1+1"),
        (1, 2): CellWrite("a<", '="a<"'),
        (1, 3): CellWrite(False, "=FALSE()"),
        (1, 4): CellWrite(None, "=A1"),
    }
    assert patched(sheet(""), writes) == data(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a&lt;"</f><v>a&lt;</v></c>'
        '<c r="C1" t="b"><f>FALSE()</f><v>0</v></c><c r="D1"><f>A1</f></c></row>'
    )


def test_dates_follow_the_workbooks_calendar() -> None:
    assert "<v>44888</v>" in patched(sheet(""), {(1, 1): CellWrite(date(2026, 11, 24))}, date1904=True)


@pytest.mark.parametrize(
    ("write", "code"),
    [
        (CellWrite("x" * 32_768), "text-too-long"),
        (CellWrite("😀" * 16_384), "text-too-long"),
        (CellWrite(1.0, "=" + "1+" * 5_000), "formula-too-long"),
        (CellWrite(date(1899, 1, 1)), "date-before-calendar"),
    ],
)
def test_what_no_cell_can_hold_is_refused_with_its_place(write: CellWrite, code: str) -> None:
    with pytest.raises(BookNotWrittenError) as error:
        patched(sheet(""), {(2, 3): write})
    assert (error.value.fault.code, str(error.value.fault.where)) == (code, "S!C2")


def test_the_stated_extent_takes_in_what_is_written() -> None:
    source = sheet("", '<dimension ref="B2:C3"/>')
    assert '<dimension ref="B2:E9"/>' in patched(source, {(9, 5): ONE})
    assert '<dimension ref="B2:C3"/>' in patched(source, {(9, 5): CellWrite(style="result_kr")})
    assert '<dimension ref="?"/>' in patched(sheet("", '<dimension ref="?"/>'), {(9, 5): ONE})


def test_a_sheet_out_of_order_is_not_written() -> None:
    for rows in ('<row r="2"/><row r="1"/>', '<row r="1"><c r="B1"/><c r="A1"/></row>'):
        with pytest.raises(BookUnreadableError):
            patched(sheet(rows), {(1, 1): ONE})


GROWN = ((Area("S", 1, 1, 3, 2), Area("S", 1, 1, 5, 2)),)


def test_new_rows_of_a_table_look_like_the_last_one() -> None:
    source = sheet('<row r="3"><c r="A3" s="8"/><c r="B3" s="9"/></row><row r="5"><c r="B5" s="2"/></row>')
    writes = {(4, 1): ONE, (4, 2): STYLE_ONLY, (5, 1): STYLE_ONLY, (5, 2): STYLE_ONLY, (5, 3): ONE}
    assert patched(source, writes, GROWN) == data(
        '<row r="3"><c r="A3" s="8"/><c r="B3" s="9"/></row>'
        f'<row r="4"><c r="A4" s="8">{WRITTEN}<c r="B4" s="9"/></row>'
        f'<row r="5"><c r="A5" s="8"/><c r="B5" s="2"/><c r="C5">{WRITTEN}</row>'
    )


def test_validations_and_conditional_formats_follow_a_table_that_grows() -> None:
    after = (
        '<conditionalFormatting sqref="A2:A3 D2:D3"/><conditionalFormatting sqref="A1:B3"/>'
        '<dataValidations><dataValidation sqref="B2:B3" type="list"/><dataValidation sqref="A:A"/>'
        '<dataValidation sqref="A2:A2"/></dataValidations>'
    )
    found = patched(sheet("", after=after), {(4, 1): ONE}, GROWN)
    for kept in ('"A2:A5 D2:D3"', '"A1:B3"', '"B2:B5" type="list"', '"A:A"', '"A2:A2"'):
        assert f"sqref={kept}" in found
    assert after in patched(sheet("", after=after), {(4, 1): ONE})


def refused(after: str, rows: str, places: set[tuple[int, int]]) -> str:
    with pytest.raises((BookProtectedError, BookUnreadableError)) as error:
        refuse_bound_cells("S", scanned(rows, after=after), dict.fromkeys(places, ONE))
    return f"{error.value.fault.code} {error.value.fault.where}"


def test_a_cell_that_carries_a_shared_formula_is_not_written_alone() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">1</f></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
    )
    assert refused("", rows, {(1, 1)}) == "formula-group-in-the-way S!A1"
    refuse_bound_cells("S", scanned(rows), {(1, 1): ONE, (2, 1): ONE})
    refuse_bound_cells("S", scanned(rows), {(2, 1): ONE})


def test_a_cell_of_an_array_formula_is_not_written_alone() -> None:
    rows = '<row r="2"><c r="B2"><f t="array" ref="B2:C3">1</f></c></row>'
    assert refused("", rows, {(3, 3), (9, 9)}) == "formula-group-in-the-way S!C3"
    refuse_bound_cells("S", scanned(rows), dict.fromkeys([(2, 2), (2, 3), (3, 2), (3, 3)], ONE))
    refuse_bound_cells("S", scanned(rows), {(9, 9): ONE})


def test_a_value_is_not_hidden_in_a_merge() -> None:
    merge = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    assert refused(merge, "", {(2, 2)}) == "merge-in-the-way S!B2"
    refuse_bound_cells("S", scanned("", after=merge), {(1, 1): ONE, (2, 2): CellWrite()})


def test_overlapping_merges_are_damage() -> None:
    merges = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 3 + "</mergeCells>"
    assert refused(merges, "", {(1, 1)}) == "sheet-damaged None"
