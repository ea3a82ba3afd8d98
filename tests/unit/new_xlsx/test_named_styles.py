"""Every style is a named cell style of the file, and a cell is found to have its own."""

from xml.etree import ElementTree as ET

import pytest

from judges.package_parts import MAIN
from unit.new_xlsx.sheets import NAME, a_sheet, opened, part, written
from vardering.base.cells import Area
from vardering.workbook.layout import PlacedCell, PlacedRule
from vardering.workbook.styles import STYLES


@pytest.fixture(scope="module")
def styles() -> ET.Element:
    return ET.fromstring(part(written(a_sheet(PlacedCell(1, 1, "x"))), "xl/styles.xml"))


def _children(styles: ET.Element, name: str) -> list[ET.Element]:
    found = styles.find(f"{MAIN}{name}")
    assert found is not None
    assert found.get("count") == str(len(found))
    return list(found)


def test_every_style_is_in_the_file_though_no_cell_uses_it(styles: ET.Element) -> None:
    names = [node.get("name") for node in _children(styles, "cellStyles")]
    assert names == ["Normal", *(style.name for style in STYLES.values())]


def test_our_styles_are_not_taken_for_built_in_ones(styles: ET.Element) -> None:
    own = _children(styles, "cellStyles")[1:]
    assert not any(node.get("builtinId") or node.get("customBuiltin") for node in own)


def test_every_name_leads_to_one_cell_format_that_looks_as_the_style_does(styles: ET.Element) -> None:
    parents, formats = _children(styles, "cellStyleXfs"), _children(styles, "cellXfs")
    for node in _children(styles, "cellStyles"):
        own = [look for look in formats if look.get("xfId") == node.get("xfId")]
        assert len(own) == 1
        parent = parents[int(node.get("xfId", "-1"))]
        assert {key: value for key, value in own[0].items() if key != "xfId"} == dict(parent.items())
        assert [ET.tostring(child) for child in own[0]] == [ET.tostring(child) for child in parent]


def test_a_cell_of_every_style_has_it_by_name_and_in_looks() -> None:
    cells = [PlacedCell(row, 1, 1.0, style=key) for row, key in enumerate(STYLES, start=1)]
    sheet = opened(written(a_sheet(*cells)))[NAME]
    for row, style in enumerate(STYLES.values(), start=1):
        cell = sheet.cell(row, 1)
        assert cell.style == style.name
        assert cell.number_format == style.number_format
        assert (cell.font.b, cell.font.i, cell.font.sz) == (style.bold, style.italic, style.size)
        assert cell.font.color.rgb == f"FF{style.font_colour}"
        assert (cell.fill.fgColor.rgb == f"FF{style.fill}") == bool(style.fill)
        assert cell.protection.locked == style.locked
        assert bool(cell.alignment.wrap_text) == style.wrap
        assert cell.alignment.horizontal == (style.horizontal or None) or style.indent
        assert cell.alignment.indent == style.indent


@pytest.mark.parametrize(
    ("key", "sides"),
    [
        ("input_kr", {"left": "dotted", "right": "dotted", "top": "dotted", "bottom": "dotted"}),
        ("heading", {"left": "thin", "right": "thin", "top": "thin", "bottom": "thin"}),
        ("result_kr", {"bottom": "thin"}),
        ("total_kr", {"top": "thin", "bottom": "double"}),
        ("remark", {"left": "thick"}),
        ("plain", {}),
    ],
)
def test_borders_say_what_a_cell_is(key: str, sides: dict[str, str]) -> None:
    border = opened(written(a_sheet(PlacedCell(1, 1, 1.0, style=key))))[NAME]["A1"].border
    drawn = {side: getattr(border, side).style for side in ("left", "right", "top", "bottom")}
    assert {side: line for side, line in drawn.items() if line} == sides


def test_a_rule_shows_a_style_where_its_formula_is_true() -> None:
    rule = PlacedRule(Area(NAME, 2, 2, 4, 2), '=$B2="inaktuell"', "status_stale")
    sheet = opened(written(a_sheet(PlacedCell(1, 1, "x"), rules=(rule,))))[NAME]
    (area,) = list(sheet.conditional_formatting)
    assert str(area.sqref) == "B2:B4"
    (made,) = area.rules
    assert made.formula == ['$B2="inaktuell"']
    style = STYLES["status_stale"]
    assert made.dxf.font.color.rgb == f"FF{style.font_colour}"
    assert made.dxf.fill.bgColor.rgb == f"FF{style.fill}"
    assert (made.dxf.font.b, made.dxf.font.i) == (True, True)
    assert made.dxf.border.left.style == "thin"
    assert made.dxf.font.name is None
