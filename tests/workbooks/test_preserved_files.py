"""What is not ours comes back byte for byte, and what we wrote is read back alike by other programs."""

import io
import posixpath
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from vardering.base.cells import Area
from vardering.books.xlsx.book import XlsxBook
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.styles import STYLES
from workbooks.grafted_changes import (
    NEW_AREA,
    ROWS,
    WRITTEN,
    blanked,
    calamine_values,
    change_set,
    openpyxl_values,
)
from workbooks.grafting import NAME, SHEET, TABLE, grafted
from workbooks.packages import different_parts, parts_of, with_parts, with_text
from workbooks.rich_files import CUSTOM_PARTS, rich_file

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
OURS = {"xl/worksheets/grafted.xml", "xl/tables/grafted.xml", "xl/workbook.xml", "xl/styles.xml"}


def applied(content: bytes) -> bytes:
    book = XlsxBook.from_bytes(content, "prov.xlsx")
    return book.apply(change_set(book.fingerprint))


def entries(content: bytes) -> dict[str, tuple[object, ...]]:
    """Name, time, method and compressed size of every entry, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return {
            info.filename: (info.date_time, info.compress_type, info.compress_size, info.external_attr)
            for info in container.infolist()
        }


@pytest.mark.parametrize("macros", [False, True])
def test_every_part_that_is_not_ours_is_the_same(macros: bool) -> None:
    before = grafted(rich_file(macros))
    after = applied(before)
    assert different_parts(before, after) == OURS
    assert set(CUSTOM_PARTS) <= set(parts_of(after))


def test_the_order_the_times_and_the_compressed_bytes_of_other_parts_stay() -> None:
    before = grafted(rich_file())
    after = applied(before)
    old, new = entries(before), entries(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == OURS
    assert {new[name][0] for name in OURS} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_changes_give_the_same_bytes() -> None:
    content = grafted(rich_file())
    assert applied(content) == applied(content)


def test_the_comment_of_the_container_stays() -> None:
    target = io.BytesIO(grafted(rich_file()))
    with zipfile.ZipFile(target, "a") as container:
        container.comment = b"till arkivet"
    with zipfile.ZipFile(io.BytesIO(applied(target.getvalue()))) as container:
        assert container.comment == b"till arkivet"


def test_macros_are_said_and_left_alone() -> None:
    content = grafted(rich_file(macros=True))
    assert XlsxBook.from_bytes(content, "prov.xlsm").snapshot().macros
    assert not XlsxBook.from_bytes(grafted(rich_file()), "prov.xlsx").snapshot().macros
    assert parts_of(applied(content))["xl/vbaProject.bin"] == b"not looked into"


def test_other_programs_read_what_we_wrote() -> None:
    after = applied(grafted(rich_file()))
    assert openpyxl_values(after, NEW_AREA) == WRITTEN
    assert calamine_values(after, NEW_AREA) == blanked(WRITTEN)
    assert calamine_values(after, Area(SHEET, 2, 1, 5, 3)) == blanked(ROWS)
    book = openpyxl.load_workbook(io.BytesIO(after))
    assert book[SHEET]["B7"].value == "=1+2"
    assert book[SHEET].tables[TABLE].ref == "A1:C5"
    assert book[SHEET].tables[TABLE].autoFilter.ref == "A1:C5"
    assert book.defined_names[NAME].attr_text == f"'{SHEET}'!$B$6:$D$9"
    assert book.calculation.fullCalcOnLoad


def test_a_style_that_is_gone_comes_back_as_a_named_style_once() -> None:
    once = applied(grafted(rich_file()))
    cell = openpyxl.load_workbook(io.BytesIO(once))[SHEET]["D6"]
    style = STYLES["total_kr"]
    assert (cell.style, cell.number_format) == (style.name, style.number_format)
    assert (cell.font.b, cell.fill.fgColor.rgb, cell.border.bottom.style) == (True, f"FF{style.fill}", "double")
    book = XlsxBook.from_bytes(once, "prov.xlsx")
    place = Area(SHEET, 20, 1, 20, 1)
    again = book.apply(ChangeSet(book.fingerprint, blocks=(Block(place, ((CellWrite(1.0, style="total_kr"),),)),)))
    assert parts_of(again)["xl/styles.xml"] == parts_of(once)["xl/styles.xml"]
    assert openpyxl.load_workbook(io.BytesIO(again))[SHEET]["A20"].style == style.name


def test_every_style_can_be_added_to_a_workbook_that_has_none_of_them() -> None:
    content = grafted(rich_file())
    book = XlsxBook.from_bytes(content, "prov.xlsx")
    keys = tuple(STYLES)
    rows = tuple((CellWrite(1.0, style=key),) for key in keys)
    after = book.apply(ChangeSet(book.fingerprint, blocks=(Block(Area(SHEET, 20, 1, 19 + len(keys), 1), rows),)))
    styles = parts_of(after)["xl/styles.xml"].decode()
    for container in ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"):
        stated = int(styles.partition(f'<{container} count="')[2].partition('"')[0])
        inside = styles.partition(f"<{container} ")[2].partition(f"</{container}>")[0]
        child = {"numFmts": "numFmt ", "cellStyleXfs": "xf ", "cellXfs": "xf ", "cellStyles": "cellStyle "}
        assert inside.count(f"<{child.get(container, container[:-1])}") == stated, container
    cells = openpyxl.load_workbook(io.BytesIO(after))[SHEET]
    assert [cells.cell(20 + index, 1).style for index in range(len(keys))] == [STYLES[key].name for key in keys]


def test_a_calculation_chain_goes_when_formulas_come_or_go_and_stays_otherwise() -> None:
    content = grafted(rich_file())
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    content = with_parts(content, {"xl/calcChain.xml": b"<calcChain/>"})
    links = f'<Relationship Id="rIdC" Type="{relation}" Target="calcChain.xml"/></Relationships>'
    content = with_text(content, "xl/_rels/workbook.xml.rels", "</Relationships>", links)
    override = '<Override PartName="/xl/calcChain.xml" ContentType="application/x"/></Types>'
    content = with_text(content, "[Content_Types].xml", "</Types>", override)
    after = parts_of(applied(content))
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["xl/_rels/workbook.xml.rels"] + after["[Content_Types].xml"]
    book = XlsxBook.from_bytes(content, "prov.xlsx")
    block = Block(Area(SHEET, 20, 1, 20, 1), ((CellWrite("bara text"),),))
    kept = book.apply(ChangeSet(book.fingerprint, blocks=(block,)))
    assert different_parts(content, kept) == {"xl/worksheets/grafted.xml"}


def test_a_file_with_another_prefix_for_the_main_namespace_is_patched_with_it() -> None:
    content = grafted(rich_file())
    changed = {}
    for name in ("xl/worksheets/grafted.xml", "xl/workbook.xml", "xl/tables/grafted.xml"):
        text = parts_of(content)[name].decode()
        text = text.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
        changed[name] = text.encode()
    after = applied(with_parts(content, changed))
    assert calamine_values(after, NEW_AREA) == blanked(WRITTEN)
    snapshot = XlsxBook.from_bytes(after, "prov.xlsx").snapshot()
    assert (snapshot.names[NAME].values, snapshot.tables[TABLE].rows) == (WRITTEN, ROWS)
    assert b"<c " not in parts_of(after)["xl/worksheets/grafted.xml"]


def test_a_part_in_utf16_is_patched_too() -> None:
    content = grafted(rich_file())
    sheet = parts_of(content)["xl/worksheets/grafted.xml"].decode().replace("UTF-8", "UTF-16")
    after = applied(with_parts(content, {"xl/worksheets/grafted.xml": sheet.encode("utf-16")}))
    assert XlsxBook.from_bytes(after, "prov.xlsx").snapshot().names[NAME].values == WRITTEN


def test_where_the_workbook_part_lies_does_not_matter() -> None:
    content = grafted(rich_file())
    moved = {
        posixpath.join("bok", name.removeprefix("xl/")) if name.startswith("xl/") else name: part
        for name, part in parts_of(content).items()
    }
    for name in ("_rels/.rels", "[Content_Types].xml"):
        moved[name] = moved[name].replace(b"/xl/", b"/bok/").replace(b'"xl/', b'"bok/')
    after = applied(with_parts(with_parts(content, {}, parts_of(content)), moved))
    snapshot = XlsxBook.from_bytes(after, "prov.xlsx").snapshot()
    assert replace(snapshot.names[NAME], area=NEW_AREA).values == WRITTEN
