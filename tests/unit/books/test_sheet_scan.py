"""What one pass over a sheet finds, in all the ways that sheets are written."""

import pytest

from unit.books.sheets import MAIN, scanned
from vardering.base.faults import BookUnreadableError
from vardering.books.xlsx.sheet_scan import SheetScan, cell_key, merged_area, place_of
from vardering.books.xlsx.sheet_scanner import scan_sheet


def texts(scan: SheetScan) -> dict[tuple[int, int], str | None]:
    return {place_of(key): cell.text for key, cell in scan.cells.items()}


def test_rows_and_cells_without_addresses_follow_the_ones_before() -> None:
    scan = scanned(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c/></row><row><c/></row>'
    )
    assert texts(scan) == {(1, 1): "1", (1, 4): "2", (1, 5): "3", (7, 1): None, (8, 1): None}
    assert [row.number for row in scan.rows] == [1, 7, 8]
    assert scan.in_order


def test_text_comes_whole_whatever_it_is_written_with() -> None:
    scan = scanned(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>ett </t></r><r><t xml:space="preserve"> två</t></r>'
        "<rPh><t>läsning</t></rPh></is></c>"
        '<c r="B1" t="str"><v><![CDATA[<a>]]>&amp;&#229;</v></c>'
        '<c r="C1" t="inlineStr"><is><t>text</t></is><v>9</v></c>'
        '<c r="D1" t="inlineStr"><v>bara värde</v></c><c r="E1" t="str"><v></v></c></row>'
    )
    assert list(texts(scan).values()) == ["ett  två", "<a>&å", "text", "bara värde", ""]


def test_a_prefix_for_the_main_namespace_changes_nothing() -> None:
    source = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert texts(scan_sheet(source.encode())) == {(1, 1): "1"}


def test_elements_of_other_namespaces_are_passed_over() -> None:
    inside = '<o:row r="1"><o:c r="A1"><o:v>9</o:v></o:c><o:mergeCell ref="?"/></o:row>'
    foreign = f'<extLst><ext xmlns:o="urn:o">{inside}</ext></extLst>'
    assert texts(scanned("<row><c><v>1</v></c></row>", after=foreign)) == {(1, 1): "1"}


def test_what_else_matters_of_a_sheet_is_kept() -> None:
    scan = scanned(
        '<row r="1" s="3" customFormat="1"/><row r="2" s="3"/>',
        '<dimension ref="A1"/><cols><col min="2" max="4" style="6"/><col min="5" max="5"/></cols>',
        '<sheetProtection sheet="1" password="CC1A"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
        '<conditionalFormatting sqref="A1"/>',
    )
    assert [row.style for row in scan.rows] == ["3", None]
    assert scan.columns == [(2, 4, "6"), (5, 5, "0")]
    assert scan.protection == {"sheet": "1", "password": "CC1A"}
    assert [area.a1 for area in scan.merges] == ["A1:B2"]
    assert scan.dimension is not None
    assert [reference for _, reference in scan.ranges] == ["A1"]


def test_groups_of_formulas_are_told_apart_where_a_number_is_used_again() -> None:
    scan = scanned(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">1</f></c><c r="B1"><f t="shared" si="0"/></c>'
        '<c r="C1"><f t="shared" ref="C1" si="0">2</f></c><c r="D1"><f t="dataTable" ref="D1:E2"/></c>'
        '<c r="F1"><f>1</f></c></row>'
    )
    assert [[place_of(key) for key in keys] for keys in scan.shared] == [[(1, 1), (1, 2)], [(1, 3)]]
    assert [area.a1 for area in scan.arrays] == ["D1:E2"]
    assert all(cell.has_formula for cell in scan.cells.values())


def test_keys_grow_row_by_row_and_lead_back() -> None:
    assert cell_key(1, 16_384) < cell_key(2, 1)
    assert place_of(cell_key(1_048_576, 16_384)) == (1_048_576, 16_384)


def test_a_whole_row_may_be_merged_but_not_the_sheet() -> None:
    assert merged_area("A1:XFD1").width == 16_384
    with pytest.raises(BookUnreadableError, match="merge-too-large"):
        merged_area("A1:XFD1048576")
