"""Sheets show, print and lock as declared; equal layouts are equal files without anything personal in them."""

import zipfile
from io import BytesIO

import pytest

from unit.new_xlsx.sheets import NAME, a_sheet, opened, part, written
from vardering.base.cells import Area
from vardering.workbook.layout import ColumnWidth, PlacedCell, PrintSetup, SheetLayout
from vardering.workbook.styles import STYLES

X = PlacedCell(1, 1, "x")


def test_the_same_layout_gives_the_same_bytes() -> None:
    assert written(a_sheet(X)) == written(a_sheet(X))


def test_the_package_holds_no_time_and_no_person() -> None:
    content = written(a_sheet(X))
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {3}
    properties = opened(content).properties
    assert (properties.title, properties.subject, properties.language) == ("Kalkyl", "Värderingsmodellen", "sv-SE")
    assert not properties.creator
    assert not properties.lastModifiedBy


def test_the_first_sheet_shows_and_none_is_hidden() -> None:
    book = opened(written(a_sheet(X), SheetLayout("Två", (X,))))
    assert book.active is book[NAME]
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible"]
    view = book[NAME].sheet_view
    assert view.selection[0].activeCell in (None, "A1")
    assert view.showGridLines is False
    assert view.zoomScale in (None, 100)


def test_every_file_asks_for_a_full_calculation_on_load() -> None:
    assert opened(written(a_sheet(X))).calculation.fullCalcOnLoad is True


@pytest.mark.parametrize(("freeze", "top_left"), [((7, 4), "D7"), ((1, 3), "C1"), ((6, 1), "A6"), (None, None)])
def test_what_scrolls_begins_at_the_frozen_cell(freeze: tuple[int, int] | None, top_left: str | None) -> None:
    assert opened(written(a_sheet(X, freeze=freeze)))[NAME].freeze_panes == top_left


def test_a_locked_sheet_has_no_password_and_lets_people_select_and_widen() -> None:
    protection = opened(written(a_sheet(X, locked=True)))[NAME].protection
    assert protection.sheet is True
    assert protection.password is None
    assert protection.hashValue is None
    assert protection.selectLockedCells is False
    assert protection.selectUnlockedCells is False
    assert protection.formatColumns is False
    assert protection.sort is True
    assert opened(written(a_sheet(X)))[NAME].protection.sheet is False


def test_only_input_cells_are_unlocked() -> None:
    cells = [PlacedCell(row, 1, 1.0, style=key) for row, key in enumerate(STYLES, start=1)]
    sheet = opened(written(a_sheet(*cells, locked=True)))[NAME]
    for row, key in enumerate(STYLES, start=1):
        assert sheet.cell(row, 1).protection.locked is not key.startswith("input_")


def test_widths_heights_and_groups() -> None:
    widths = (
        ColumnWidth(1, 1, 2.0),
        ColumnWidth(2, 3, 30.0),
        ColumnWidth(4, 5, 12.0, 1, collapsed=True),
        ColumnWidth(6, 6, 9.0),
    )
    sheet = opened(written(a_sheet(X, widths=widths, heights={3: 44.0})))[NAME]
    columns = sheet.column_dimensions
    assert columns["B"].width == pytest.approx(30.7, abs=0.1)
    assert columns["D"].outlineLevel == 1
    assert columns["D"].hidden
    assert columns["F"].collapsed
    assert not columns["F"].hidden
    assert sheet.row_dimensions[3].height == pytest.approx(44.0, abs=0.4)
    assert sheet.row_dimensions[1].height is None


def test_a_closed_group_last_on_the_sheet_still_has_its_plus_sign() -> None:
    sheet = opened(written(a_sheet(X, widths=(ColumnWidth(2, 2, 12.0, 1, collapsed=True),))))[NAME]
    assert sheet.column_dimensions["C"].collapsed


def test_a_page_is_a4_with_headings_repeated_and_page_numbers() -> None:
    setup = PrintSetup(
        pages_wide=0,
        scale=62,
        repeat_rows=(5, 6),
        repeat_columns=(2, 3),
        area=Area(NAME, 1, 2, 40, 9),
        row_breaks=(28, 49),
        column_breaks=(5,),
    )
    sheet = opened(written(a_sheet(X, print_setup=setup)))[NAME]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.scale) == (9, "landscape", 62)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$5:$6", "$B:$C")
    assert sheet.print_area == f"'{NAME}'!$B$1:$I$40"
    assert [broken.id for broken in sheet.row_breaks.brk] == [28, 49]
    assert [broken.id for broken in sheet.col_breaks.brk] == [5]
    footer, header = sheet.oddFooter, sheet.oddHeader
    assert footer is not None
    assert header is not None
    assert (footer.left.text, footer.center.text, footer.right.text) == ("&A", "Sida &P av &N", "&D &T")
    assert not header.center.text
    assert sheet.print_options.gridLines in (None, False)
    assert not sheet.print_options.horizontalCentered


def test_a_page_can_be_fitted_standing() -> None:
    sheet = opened(written(a_sheet(X, print_setup=PrintSetup(landscape=False, pages_wide=1, pages_high=1))))[NAME]
    assert sheet.page_setup.orientation == "portrait"
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage is True
    long = opened(written(a_sheet(X)))[NAME]
    assert (long.page_setup.fitToWidth, long.page_setup.fitToHeight) in ((None, 0), (1, 0))


def test_a_tab_has_its_colour() -> None:
    colour = opened(written(a_sheet(X, tab_colour="4B7F52")))[NAME].sheet_properties.tabColor
    assert colour is not None
    assert colour.rgb == "FF4B7F52"


@pytest.mark.parametrize("name", ["x" * 32, "a/b"])
def test_a_sheet_name_that_excel_refuses_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        written(SheetLayout(name, (X,)), SheetLayout("Sheet2", (X,)))


def test_the_same_sheet_name_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="already in use"):
        written(SheetLayout("Start", (X,)), SheetLayout("START", (X,)))


def test_no_part_speaks_american_english() -> None:
    with zipfile.ZipFile(BytesIO(written(a_sheet(X)))) as package:
        assert not [name for name in package.namelist() if b"en-US" in package.read(name)]
    assert "sv-SE" in part(written(a_sheet(X)), "docProps/core.xml")
