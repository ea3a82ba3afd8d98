"""Tables, names and validations stand in the file as they were declared, or the file is refused."""

import pytest

from unit.new_xlsx.sheets import NAME, a_sheet, opened, written
from vardering.base.cells import Area
from vardering.workbook.layout import PlacedCell, PlacedTable, PlacedValidation, SheetLayout, ValidationKind
from vardering.workbook.styles import STYLES

AREA = Area(NAME, 3, 2, 5, 4)
HEADINGS = ("Id", "Belopp kr\nper år", "A & B <c>")


def _table(**changes: object) -> PlacedTable:
    content: dict[str, object] = {
        "name": "vm_prov",
        "area": AREA,
        "headings": HEADINGS,
        "heading_styles": ("heading", "heading", "heading_required"),
        **changes,
    }
    return PlacedTable(**content)  # type: ignore[arg-type]


BODY = (
    PlacedCell(4, 2, "E1", style="input_text"),
    PlacedCell(4, 3, 10.0, style="input_kr"),
    PlacedCell(5, 3, None, style="input_kr"),
)


def test_a_table_has_its_name_headings_and_filter() -> None:
    sheet = opened(written(a_sheet(*BODY, tables=(_table(),))))[NAME]
    table = sheet.tables["vm_prov"]
    assert table.ref == "B3:D5"
    assert [column.name.replace("_x000a_", "\n") for column in table.tableColumns] == list(HEADINGS)
    assert [sheet.cell(3, column).value for column in (2, 3, 4)] == list(HEADINGS)
    assert sheet["D3"].style == STYLES["heading_required"].name
    assert table.autoFilter.ref == "B3:D5"
    assert table.headerRowCount in (None, 1)


def test_a_table_leaves_the_looks_of_its_cells_alone() -> None:
    sheet = opened(written(a_sheet(*BODY, tables=(_table(with_filter=False),))))[NAME]
    table = sheet.tables["vm_prov"]
    assert table.autoFilter is None
    assert not table.tableStyleInfo.showRowStripes or not table.tableStyleInfo.name
    assert sheet["C5"].style == STYLES["input_kr"].name


@pytest.mark.parametrize(
    "changes",
    [
        {"headings": ("Id", "id", "Namn")},
        {"headings": ("Id", "", "Namn")},
        {"headings": ("Id", "Namn")},
        {"name": "vm prov"},
        {"area": Area(NAME, 3, 2, 3, 4)},
    ],
)
def test_a_table_that_excel_would_repair_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        written(a_sheet(tables=(_table(**changes),)))


def test_two_tables_may_share_neither_name_nor_cells() -> None:
    with pytest.raises(ValueError, match="vm_prov"):
        written(a_sheet(tables=(_table(), _table(area=Area(NAME, 9, 2, 11, 4)))))
    with pytest.raises(ValueError, match="overlaps"):
        written(a_sheet(tables=(_table(), _table(name="vm_annan"))))


def test_names_point_at_their_cells_on_sheets_of_any_name() -> None:
    names = {"vm_status": Area("Åre's blad", 2, 3, 2, 3), "vm_val": Area(NAME, 1, 1, 4, 1)}
    book = opened(
        written(a_sheet(PlacedCell(1, 1, "x")), SheetLayout("Åre's blad", (PlacedCell(1, 1, "x"),)), names=names)
    )
    assert {name: found.attr_text for name, found in book.defined_names.items()} == {
        "vm_status": "'Åre''s blad'!$C$2",
        "vm_val": f"'{NAME}'!$A$1:$A$4",
    }


@pytest.mark.parametrize("name", ["A1", "två ord", "1x"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        written(a_sheet(), names={name: Area(NAME, 1, 1, 1, 1)})


def _validation(**changes: object) -> PlacedValidation:
    content: dict[str, object] = {"area": Area(NAME, 2, 2, 9, 2), "kind": ValidationKind.DECIMAL, **changes}
    return PlacedValidation(**content)  # type: ignore[arg-type]


def _written_validation(**changes: object) -> object:
    sheet = opened(written(a_sheet(PlacedCell(1, 1, "x"), validations=(_validation(**changes),))))[NAME]
    (found,) = sheet.data_validations.dataValidation
    return found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"minimum": 0.5, "maximum": 0.75}, {"type": "decimal", "formula1": "0.5", "formula2": "0.75"}),
        ({"kind": ValidationKind.WHOLE, "minimum": 1.0, "maximum": 40.0}, {"formula1": "1", "formula2": "40"}),
        ({"kind": ValidationKind.WHOLE}, {"type": "whole", "operator": None}),
        ({"kind": ValidationKind.LIST, "source": ("ja", "nej")}, {"type": "list", "formula1": '"ja,nej"'}),
        ({"kind": ValidationKind.LIST, "source": "=vm_val"}, {"type": "list", "formula1": "vm_val"}),
        ({"kind": ValidationKind.DATE}, {"type": "date", "formula1": "32874"}),
        ({"stops": False}, {"errorStyle": "warning"}),
        ({"title": "Antal", "message": "Per år."}, {"promptTitle": "Antal", "prompt": "Per år."}),
        ({"title": "Antal", "error": "Ett tal."}, {"errorTitle": "Antal", "error": "Ett tal."}),
        ({"kind": ValidationKind.ANY, "title": "Namn", "message": "Kort."}, {"prompt": "Kort."}),
    ],
)
def test_a_validation_says_what_may_stand_in_its_cells(changes: dict[str, object], expected: dict[str, object]) -> None:
    found = _written_validation(**changes)
    assert {key: getattr(found, key) for key in expected} == expected
    assert str(found.sqref) == "B2:B9"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "t" * 33},
        {"message": "m" * 256},
        {"error": "e" * 256},
        {"kind": ValidationKind.LIST, "source": ("x" * 128, "y" * 128)},
        {"kind": ValidationKind.LIST, "source": ("ja, kanske", "nej")},
        {"kind": ValidationKind.LIST, "source": ('"ja"', "nej")},
    ],
)
def test_a_message_or_list_is_never_cut(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"long|comma"):
        _written_validation(**changes)


def test_messages_and_lists_of_just_the_right_length_are_whole() -> None:
    found = _written_validation(title="t" * 32, message="m" * 255, error="e" * 255)
    assert (found.promptTitle, found.prompt, found.error) == ("t" * 32, "m" * 255, "e" * 255)  # type: ignore[attr-defined]
    listed = _written_validation(kind=ValidationKind.LIST, source=("x" * 127, "y" * 127))
    assert listed.formula1 == f'"{"x" * 127},{"y" * 127}"'  # type: ignore[attr-defined]
