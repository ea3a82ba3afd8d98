"""Errors in the inputs: only the check sheet and the status panel change, and putting it right heals everything."""

from xml.etree import ElementTree as ET

import pytest

from e2e.workbook_files import (
    FULL_EXAMPLES,
    Edits,
    area_values,
    edited,
    example_file,
    named_area,
    named_value,
    parts_of,
    recalculated,
    recalculated_example,
    seen_by_openpyxl,
)
from vardering.base.cells import CellValue, ErrorValue
from vardering.texts.sheet_texts import (
    STATE_DONE,
    STATE_FAULTY,
    STATE_FAULTY_FROM_START,
    STATUS_FAULTY,
    STATUS_FAULTY_FROM_START,
    STATUS_FRESH,
)
from vardering.workbook import written_names
from vardering.workbook.applying import holds

MISTAKES: tuple[tuple[str, Edits], ...] = (
    ("not-a-number-in-range", {("vm_effekter", 0, "Volym trolig"): "ca 100"}),
    ("cell-error-value", {("vm_effekter", 0, "Volym trolig"): ErrorValue("#DIV/0!")}),
    ("required-missing", {"vm_namn": None}),
    ("unknown-list-value", {("vm_effekter", 0, "Slag"): "besparing"}),
    ("duplicate-id", {("vm_effekter", 0, "Id"): "E2"}),
)


def sheet_parts(content: bytes) -> dict[str, str]:
    """The part of each sheet, by the sheet's name."""
    parts = parts_of(content)
    targets = {node.get("Id"): node.get("Target", "") for node in ET.fromstring(parts["xl/_rels/workbook.xml.rels"])}
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    link = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    book = ET.fromstring(parts["xl/workbook.xml"])
    return {sheet.get("name", ""): f"xl/{targets[sheet.get(link)]}" for sheet in book.iter(f"{space}sheet")}


@pytest.mark.parametrize(("code", "mistake"), MISTAKES)
def test_a_mistake_is_found_at_its_cell_and_stops_the_results(code: str, mistake: Edits) -> None:
    run = recalculated(edited(recalculated_example("bygglov").content, mistake))
    assert run.outcome.has_errors
    assert run.outcome.results is None
    found = [finding for finding in run.outcome.findings if finding.code == code]
    assert found
    book = seen_by_openpyxl(run.content)
    lines = area_values(book, named_area(book, written_names.FINDINGS))
    line = next(line for line in lines if line[5] == code)
    where = found[0].where
    assert where is not None
    assert line[:5] == [found[0].what, "Fel", where.sheet, where.a1, found[0].remedy]


def test_only_the_check_sheet_and_the_front_sheet_change_when_errors_stop_a_run() -> None:
    before = edited(recalculated_example("bygglov").content, {("vm_effekter", 0, "Volym trolig"): "ca 100"})
    after = recalculated(before).content
    sheets = sheet_parts(before)
    differing = {name for name, part in parts_of(after).items() if part != parts_of(before).get(name)}
    # The sentence of the status is repeated on some sheets; the workbook part holds the names of what was written.
    repeating = {sheets[name] for name in ("Resultat", "Känslighet", "Beslutsunderlag")}
    allowed = {sheets["Kontroll"], sheets["Start"], *repeating, "xl/workbook.xml"}
    assert {sheets["Kontroll"], sheets["Start"]} <= differing <= allowed
    assert parts_of(after).keys() == parts_of(before).keys()


def filled_cells(content: bytes, sheet: str, *beside: str) -> dict[str, object]:
    """The filled cells of a sheet that lie outside the named areas."""
    book = seen_by_openpyxl(content)
    areas = [named_area(book, name) for name in beside]
    return {
        cell.coordinate: cell.value
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.value is not None and not any(holds(area, cell.row, cell.column) for area in areas)
    }


def test_earlier_results_stay_and_are_said_to_be_out_of_date() -> None:
    before = edited(recalculated_example("bygglov").content, {("vm_effekter", 0, "Volym trolig"): "ca 100"})
    after = recalculated(before).content
    book = seen_by_openpyxl(after)
    assert named_value(book, written_names.STATE) == STATE_FAULTY
    assert named_value(book, written_names.STATUS) == STATUS_FAULTY
    assert named_value(book, written_names.STATUS_ECHOES[0]) == STATUS_FAULTY
    assert filled_cells(after, "Resultat", "vm_status_resultat") == filled_cells(
        before, "Resultat", "vm_status_resultat"
    )
    own = ("vm_status", "vm_lage", "vm_panel")
    assert filled_cells(after, "Start", *own) == filled_cells(before, "Start", *own)
    panel_before, panel = (
        area_values(found, named_area(found, written_names.PANEL)) for found in (seen_by_openpyxl(before), book)
    )
    assert [row for index, row in enumerate(panel) if index != 2] == [
        row for index, row in enumerate(panel_before) if index != 2
    ]
    assert str(panel[2][0]).startswith("1 fel, ")
    assert str(panel[2][0]).endswith(" vid kontroll 2026-11-24 09:30")


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_putting_the_mistake_right_heals_everything(name: str) -> None:
    sound = recalculated_example(name)
    key = ("vm_effekter", 0, "Volym trolig")
    assert sound.outcome.case is not None
    right = sound.outcome.case.effects[0].driver_likely
    broken = recalculated(edited(sound.content, {key: "ca 100"})).content
    healed = recalculated(edited(broken, {key: right}))
    book = seen_by_openpyxl(healed.content)
    assert named_value(book, written_names.STATE) == STATE_DONE
    assert named_value(book, written_names.STATUS) == STATUS_FRESH
    assert healed.outcome.results == sound.outcome.results
    for sheet in ("Start", "Resultat", "Beräkning", "Kontroll", "Indatakopia"):
        assert filled_cells(healed.content, sheet) == filled_cells(sound.content, sheet), sheet


@pytest.mark.parametrize("value", ["2 200", "2\u00a0200,0", "2200"])
def test_a_number_written_as_text_is_read_corrected_and_reported(value: CellValue) -> None:
    key = ("vm_effekter", 0, "Volym trolig")
    run = recalculated(edited(recalculated_example("bygglov").content, {key: value}))
    assert [finding.code for finding in run.outcome.findings if finding.code == "converted"] == ["converted"]
    assert run.outcome.case is not None
    assert run.outcome.case.effects[0].driver_likely == 2200.0
    again = recalculated(run.content)
    assert "converted" not in [finding.code for finding in again.outcome.findings]
    assert again.outcome.results == run.outcome.results


def test_a_workbook_with_errors_from_the_start_says_that_nothing_is_calculated_yet() -> None:
    run = recalculated(edited(example_file("bygglov"), {"vm_namn": None}))
    book = seen_by_openpyxl(run.content)
    assert named_value(book, written_names.STATE) == STATE_FAULTY_FROM_START
    assert named_value(book, written_names.STATUS) == STATUS_FAULTY_FROM_START
    again = seen_by_openpyxl(recalculated(run.content).content)
    assert named_value(again, written_names.STATUS) == STATUS_FAULTY_FROM_START
    assert named_value(book, written_names.KEY_FIGURES) == "Inget är beräknat ännu."
