"""Rows found with one expression are the rows that a parser's events tell of, and unusual ones are left to those."""

import zipfile
from pathlib import Path

import pytest

from unit.books.sheets import sheet
from vardering.books.xlsx.sheet_scanner import scan_any_sheet, scan_usual_sheet

TEMPLATES = sorted((Path(__file__).resolve().parents[3] / "workbook_templates").glob("*.xlsx"))

USUAL = {
    "numbers and shared texts": '<row r="1" spans="1:2"><c r="A1" s="3"><v>1.5</v></c>'
    '<c r="B1" t="s"><v>0</v></c></row>',
    "empty cells and rows": '<row r="2"/><row r="4"></row><row r="5"><c r="XFD5" s="2"/></row>',
    "inline text": '<row r="1"><c r="A1" t="inlineStr"><is>'
    '<t xml:space="preserve"> å &amp;lt; &lt;b&gt; </t></is></c></row>',
    "formulas": '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'
    '<c r="B1"><f aca="false">1</f><v></v></c></row>',
    "shared formulas": '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">1</f></c>'
    '<c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1"><f t="array" ref="C1:D2">1</f></c></row>',
    "rows with a style": '<row r="1" s="4" customFormat="1" ht="15"/><row r="3" s="4" customFormat="false"/>',
    "rows without numbers": '<row><c r="A1"/></row><row r="7"><c r="B7"/></row><row><c r="C8"/></row>',
}
UNUSUAL = {
    "cells without addresses": '<row r="1"><c><v>1</v></c></row>',
    "rich text": '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
    "single quotes": "<row r='1'><c r='A1'/></row>",
    "comments": '<row r="1"><!-- <c r="B1"/> --><c r="A1"/></row>',
    "CDATA": '<row r="1"><c r="A1" t="str"><v><![CDATA[<a>]]></v></c></row>',
    "numbered characters": '<row r="1"><c r="A1" t="str"><v>&#229;</v></c></row>',
    "blanks between elements": '<row r="1"> <c r="A1"/></row>',
    "namespaces of their own": '<row r="1"><c r="A1" xmlns="urn:other"/></row>',
    "cells out of order": '<row r="1"><c r="B1"/><c r="A1"/></row>',
    "rows out of order": '<row r="2"/><row r="1"/>',
    "extensions": '<row r="1"><c r="A1"><v>1</v><extLst/></c></row>',
}


@pytest.mark.parametrize("rows", USUAL.values(), ids=USUAL)
def test_usual_rows_are_found_as_the_parser_tells_of_them(rows: str) -> None:
    source = sheet(
        rows, '<dimension ref="A1"/>', '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    )
    found = scan_usual_sheet(source)
    assert found is not None
    assert found == scan_any_sheet(source)


@pytest.mark.parametrize("rows", UNUSUAL.values(), ids=UNUSUAL)
def test_unusual_rows_are_left_to_the_parser(rows: str) -> None:
    assert scan_usual_sheet(sheet(rows)) is None


def test_rows_that_only_stand_in_a_comment_are_not_found() -> None:
    comment = '<!--<sheetData><row r="1"><c r="A1"/></row></sheetData>-->'
    assert scan_usual_sheet(sheet('<row r="1"/>', comment)) is None
    assert scan_usual_sheet(sheet('<row r="1"/>', "", comment)) is None


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_sheet_of_ours_is_usual_and_scans_alike_both_ways(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    for source in sheets:
        found = scan_usual_sheet(source)
        assert found is not None
        assert found == scan_any_sheet(source)
