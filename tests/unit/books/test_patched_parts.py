"""Tables, the workbook's part and styles, each with what must change in it."""

import re

import pytest

from contract.book_cases import LOG, LOG_AREA, NAME_AREA, RESULT
from vardering.base.cells import Area
from vardering.base.faults import BookProtectedError, BookUnreadableError, VarderingError
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, TableResize
from workbooks.packages import parts_of, with_parts, with_text
from workbooks.plain_files import plain_file

TABLE, WORKBOOK, STYLES = "xl/tables/table2.xml", "xl/workbook.xml", "xl/styles.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def applied(content: bytes, **parts: object) -> dict[str, bytes]:
    book = XlsxBook.from_bytes(content, "prov.xlsx")
    return parts_of(book.apply(ChangeSet(book.fingerprint, **parts)))  # type: ignore[arg-type]


def resized(content: bytes, last_row: int) -> str:
    resize = TableResize("vm_logg", Area(LOG, 1, 1, last_row, 3))
    return applied(content, resizes=(resize,), owned=(LOG_AREA,))[TABLE].decode()


def test_a_tables_filter_and_sorting_follow_its_range() -> None:
    old = '<autoFilter ref="A1:C3"/>'
    new = '<autoFilter ref="A1:C3"><sortState ref="A2:C3"><sortCondition ref="A2:A3"/></sortState></autoFilter>'
    content = with_text(plain_file(), TABLE, old, new)
    text = resized(content, 9)
    assert (text.count('ref="A1:C9"'), text.count('<sortState ref="A2:C9"')) == (2, 1)


def test_a_range_that_never_ended_with_the_table_stays() -> None:
    for odd in ('ref="A1:C2"', 'ref="?"'):
        content = with_text(plain_file(), TABLE, '<autoFilter ref="A1:C3"/>', f"<autoFilter {odd}/>")
        assert f"<autoFilter {odd}/>" in resized(content, 9)


def test_a_table_with_a_totals_row_keeps_it_outside_its_body_and_is_not_resized() -> None:
    content = with_text(plain_file(), TABLE, 'ref="A1:C3" totalsRowShown="0"', 'ref="A1:C3" totalsRowCount="1"')
    snapshot = XlsxBook.from_bytes(content, "prov.xlsx").snapshot()
    assert snapshot.tables["vm_logg"].area == Area(LOG, 1, 1, 2, 3)
    with pytest.raises(BookProtectedError) as error:
        resized(content, 9)
    assert (error.value.fault.code, str(error.value.fault.where)) == ("table-has-totals", "Logg!A3")


def test_full_calculation_is_asked_for_whatever_the_workbook_said() -> None:
    name = NameWrite("vm_namn", NAME_AREA)
    for before, after in (
        ('<calcPr calcId="124519" fullCalcOnLoad="1"/>', '<calcPr calcId="124519" fullCalcOnLoad="1"/>'),
        ("<calcPr calcId='1' fullCalcOnLoad = '0' />", "<calcPr calcId='1' fullCalcOnLoad=\"1\" />"),
        ('<calcPr calcMode="manual"/>', '<calcPr calcMode="manual" fullCalcOnLoad="1"/>'),
        ("", '</definedNames><calcPr fullCalcOnLoad="1"/>'),
    ):
        content = with_text(plain_file(), WORKBOOK, '<calcPr calcId="124519" fullCalcOnLoad="1"/>', before)
        assert after in applied(content, names=(name,))[WORKBOOK].decode()


def test_a_name_is_moved_and_its_other_properties_stay() -> None:
    content = with_text(
        plain_file(), WORKBOOK, '<definedName name="vm_namn">', '<definedName comment="c" name="VM_Namn">'
    )
    text = applied(content, names=(NameWrite("vm_namn", Area(RESULT, 3, 1, 4, 2)),))[WORKBOOK].decode()
    assert "<definedName comment=\"c\" name=\"VM_Namn\">'Anna''s resultat'!$A$3:$B$4</definedName>" in text


@pytest.mark.parametrize(
    "text",
    [
        "#REF!",
        "'Indata &amp; mer'!#REF!",
        "'Borta'!$A$1",
        "0.25",
        "'Indata &amp; mer'!$A:$A",
        "OFFSET(A1,1,1)",
        "[1]Blad!$A$1",
    ],
)
def test_a_name_that_refers_to_no_area_is_left_out(text: str) -> None:
    content = with_text(plain_file(), WORKBOOK, "'Indata &amp; mer'!$C$2", text)
    assert "vm_namn" not in XlsxBook.from_bytes(content, "prov.xlsx").snapshot().names


def test_a_name_that_belongs_to_one_sheet_is_left_out() -> None:
    content = with_text(plain_file(), WORKBOOK, 'name="vm_namn"', 'name="vm_namn" localSheetId="0"')
    assert "vm_namn" not in XlsxBook.from_bytes(content, "prov.xlsx").snapshot().names


def test_a_sheet_named_without_quotes_or_in_other_case_is_found() -> None:
    content = with_text(plain_file(), WORKBOOK, "'Indata &amp; mer'!$C$2", "logg!$A$2:$B$2")
    assert XlsxBook.from_bytes(content, "prov.xlsx").snapshot().names["vm_namn"].values == (("i går", "Anna"),)


def test_dates_count_from_1904_where_the_workbook_says_so() -> None:
    content = with_text(plain_file(), WORKBOOK, "<workbookPr ", '<workbookPr date1904="1" ')
    day = XlsxBook.from_bytes(content, "prov.xlsx").snapshot().tables["vm_rader"].rows[0][2]
    assert str(day) == "2031-03-02"


def test_a_workbook_that_cannot_be_seen_or_is_locked_otherwise_is_told() -> None:
    content = with_text(plain_file(), WORKBOOK, '<sheet name="Logg"', '<sheet state="hidden" name="Logg"')
    content = with_text(
        content, "xl/worksheets/sheet2.xml", "<sheetProtection ", '<sheetProtection hashValue="x" saltValue="y" '
    )
    sheets = {sheet.name: sheet for sheet in XlsxBook.from_bytes(content, "prov.xlsx").snapshot().sheets}
    assert not sheets[LOG].visible
    assert (sheets[RESULT].protected, sheets[RESULT].password) == (True, True)


def one_styled_cell(content: bytes, style: str = "total_kr") -> str:
    block = Block(Area(LOG, 20, 1, 20, 1), ((CellWrite(1.0, style=style),),))
    return applied(content, blocks=(block,))[STYLES].decode()


def with_named_style(xf_id: int, formats: str = "") -> bytes:
    """The plain file with our style declared: its look, its name, and the cell formats that belong to it."""
    styles = parts_of(plain_file())[STYLES].decode()
    styles = re.sub(r'<cellStyleXfs count="1">', '<cellStyleXfs count="2">', styles)
    styles = styles.replace(
        "</cellStyleXfs>", '<xf numFmtId="3" fontId="0" fillId="0" borderId="0"><protection/></xf></cellStyleXfs>'
    )
    styles = styles.replace("</cellXfs>", f"{formats}</cellXfs>")
    styles = styles.replace("</cellStyles>", f'<cellStyle name="VM Summa kronor" xfId="{xf_id}"/></cellStyles>')
    return with_parts(plain_file(), {STYLES: styles.encode()})


def styled_cell(content: bytes) -> str:
    block = Block(Area(LOG, 20, 1, 20, 1), ((CellWrite(1.0, style="total_kr"),),))
    sheet = applied(content, blocks=(block,))["xl/worksheets/sheet3.xml"].decode()
    found = re.search(r'<c r="A20" s="(\d+)"', sheet)
    assert found is not None
    return found[1]


def test_of_the_formats_of_a_style_the_one_that_looks_like_it_is_used() -> None:
    count = parts_of(plain_file())[STYLES].decode().partition("<cellXfs ")[2].partition("</cellXfs>")[0].count("<xf ")
    bold = '<xf numFmtId="3" fontId="1" fillId="0" borderId="0" xfId="1"/>'
    plain = '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="1"/>'
    assert styled_cell(with_named_style(1, bold + plain)) == str(count + 1)
    assert styled_cell(with_named_style(1, bold + bold)) == str(count)


def test_a_style_that_no_cell_uses_gets_a_format_of_its_own() -> None:
    text = one_styled_cell(with_named_style(1))
    added = '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="1"><protection/></xf></cellXfs>'
    assert added in text


def test_a_style_that_points_nowhere_is_damage() -> None:
    with pytest.raises(BookUnreadableError, match="styles-damaged"):
        one_styled_cell(with_named_style(9))


def test_containers_that_a_style_part_lacks_are_made_in_order() -> None:
    least = (
        f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills/>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs><dxfs count="0"/></styleSheet>'
    )
    text = one_styled_cell(with_parts(plain_file(), {STYLES: least.encode()}))
    order = [
        text.index(f"<{name}")
        for name in ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
    ]
    assert order == sorted(order)
    assert '<fonts count="2"><font/><font><b/>' in text
    assert "<fills><fill>" in text


def test_a_workbook_without_styles_cannot_take_one() -> None:
    links = parts_of(plain_file())["xl/_rels/workbook.xml.rels"].decode()
    content = with_parts(plain_file(), {"xl/_rels/workbook.xml.rels": links.replace("/styles", "/other").encode()})
    with pytest.raises(VarderingError) as error:
        one_styled_cell(content)
    assert error.value.fault.code == "part-missing"


def test_a_number_format_that_the_workbook_has_is_used_again() -> None:
    text = one_styled_cell(plain_file())
    codes = re.findall(r'formatCode="([^"]*)"', text)
    assert len(codes) == len(set(codes))
