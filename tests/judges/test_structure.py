"""Our own judge turns down every fault it is there for, and passes a sound workbook."""

from pathlib import Path

import pytest

from judges.samples import broken_workbook, sample_workbook
from judges.structure import structure_errors

SHEET, STYLES, TABLE = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/tables/table1.xml"
BOOK, DRAWING, CHART = "xl/workbook.xml", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml"
FORMULA = "SUM(C4:C5)"

FAULTS = [
    ("macros", "xl/vbaProject.bin", "", "x", "macros"),
    ("external link", "xl/externalLinks/externalLink1.xml", "", "<x/>", "external links"),
    ("hidden sheet", BOOK, 'sheetId="2"', 'sheetId="2" state="hidden"', "the sheet is hidden"),
    ("password", SHEET, "</sheetData>", '</sheetData><sheetProtection password="83AF" sheet="1"/>', "password"),
    ("rows out of order", SHEET, '<row r="5"', '<row r="2"', "row 2 after row 4"),
    ("same cell twice", SHEET, 'r="C4"', 'r="B4"', "B4: out of order or twice"),
    ("volatile function", SHEET, FORMULA, "SUM(OFFSET(C4,0,0,2,1))", "volatile function OFFSET"),
    ("newer function", SHEET, FORMULA, "LET(x,C4,x)", "LET is newer"),
    ("prefixed function", SHEET, FORMULA, "_xlfn.XLOOKUP(1,B4:B5,C4:C5)", "newer than Excel 2016"),
    ("another workbook", SHEET, FORMULA, "SUM([1]Indata!C4:C5)", "another workbook"),
    ("gone reference", BOOK, "'Indata'!$C$7", "#REF!", "refers to what is gone"),
    ("no such sheet", BOOK, "'Indata'!$C$7", "Utdata!$C$7", "there is no sheet Utdata"),
    ("chart of no sheet", CHART, "'Indata'!$B$4:$B$5", "'Ut data'!$B$4:$B$5", "there is no sheet Ut data"),
    ("no stored value", SHEET, "<v>1250.5</v>", "", "no stored value"),
    ("empty stored value", SHEET, "<v>1250.5</v>", "<v></v>", "no stored value"),
    ("error value", SHEET, '<c r="C7"', '<c r="C7" t="e"', "an error value"),
    ("no such shared text", SHEET, "<v>0</v>", "<v>900</v>", "shared text 900"),
    ("style out of range", SHEET, '<c r="B1" s="', '<c r="B1" s="9', "cellXfs has no"),
    ("wrong count of styles", STYLES, '<cellStyles count="', '<cellStyles count="9', "cellStyles says"),
    ("style of no format", STYLES, 'xfId="1"', 'xfId="5000"', "points at style format 5000"),
    ("heading differs", TABLE, 'name="Belopp kr"', 'name="Belopp"', "shows 'Belopp kr'"),
    ("headings alike", TABLE, 'name="Belopp kr"', 'name="namn"', "the same name"),
    ("name given twice", BOOK, 'name="vm_summa"', 'name="VM_PROV"', "given 2 times"),
    ("no heading row", TABLE, "totalsRowShown", 'headerRowCount="0" totalsRowShown', "no heading row"),
    ("column missing", TABLE, 'ref="B3:C5"', 'ref="B3:D5"', "2 columns over 3"),
    (
        "merged in table",
        SHEET,
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="B4:B5"/></mergeCells>',
        "merged cells",
    ),
    ("no alternative text", DRAWING, "Två poster.", " ", "no alternative text"),
    ("cut short", BOOK, "</workbook>", "", "not a workbook"),
]


def test_a_sound_workbook_has_no_errors(tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(sample_workbook())
    assert structure_errors(path) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "message"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_is_found(tmp_path: Path, part: str, old: str, new: str, message: str) -> None:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new) if old else new

    path = tmp_path / "prov.xlsx"
    path.write_bytes(broken_workbook(part, change))
    errors = structure_errors(path)
    assert any(message in error for error in errors), errors


def test_words_inside_texts_are_no_functions(tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(broken_workbook(SHEET, lambda text: text.replace(FORMULA, 'IF(C4&gt;0,"NOW()","RAND() i [1]")')))
    assert structure_errors(path) == []


def test_two_tables_over_the_same_cells_are_found(tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    relations = "xl/worksheets/_rels/sheet1.xml.rels"

    def doubled(text: str) -> str:
        start = text.index("<Relationship ")
        link = next(part for part in text[start:].split("/>") if "table1.xml" in part)
        return text.replace("</Relationships>", link.replace('Id="', 'Id="again') + "/></Relationships>")

    path.write_bytes(broken_workbook(relations, doubled))
    errors = structure_errors(path)
    assert any("overlaps" in error for error in errors)
    assert any("table id 1: given 2 times" in error for error in errors)


def test_a_file_that_is_no_package_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(b"not a zip file")
    assert structure_errors(path)[0].startswith("not a workbook")
