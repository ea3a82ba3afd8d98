"""People insert, sort, rename and move as they please; the figures stay the same and what is theirs stays theirs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.workbook_files import (
    Recalculated,
    example_file,
    recalculated,
    recalculated_example,
    seen_by_openpyxl,
    snapshot_of,
)
from judges.libreoffice import LibreOffice, OpenedBook
from vardering.model.case import fingerprint
from vardering.texts.sheet_texts import STATUS_FRESH
from vardering.workbook import written_names
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.snapshot import Snapshot

EXAMPLE = "bygglov"
OWN_HEADING = "Vår egen kolumn"
Way = Callable[[OpenedBook, Snapshot], None]


def own_column_in_every_table(book: OpenedBook, snapshot: Snapshot) -> None:
    """One column in the middle of each sheet's first table, with a heading and notes."""
    done: set[str] = set()
    for table in snapshot.tables.values():
        area = table.area
        if area.sheet in done:
            continue
        done.add(area.sheet)
        column = area.column + 2
        book.insert_columns(area.sheet, column)
        for row in range(area.row, area.last_row + 1):
            where = area.position(row - area.row, 2)
            book.set(area.sheet, where.a1, OWN_HEADING if row == area.row else f"anteckning {row}")


def rows_above_every_table(book: OpenedBook, snapshot: Snapshot) -> None:
    """Two rows on top of every sheet that is not locked."""
    for sheet in snapshot.sheets:
        if not sheet.protected:
            book.insert_rows(sheet.name, 1, 2)


def rows_within_tables(book: OpenedBook, snapshot: Snapshot) -> None:
    """Blank rows between the first and second row of each sheet's last table."""
    last = {table.area.sheet: table.area for name, table in snapshot.tables.items() if name != written_names.LOG_TABLE}
    for area in last.values():
        book.insert_rows(area.sheet, area.row + 2, 3)


def renamed_sheets(book: OpenedBook, snapshot: Snapshot) -> None:
    """Every sheet gets another name."""
    for number, sheet in enumerate(snapshot.sheets):
        book.rename_sheet(sheet.name, f"{number} Bo's & {sheet.name}")


def moved_sheets(book: OpenedBook, snapshot: Snapshot) -> None:
    """The last sheet comes first, and so on."""
    for sheet in snapshot.sheets:
        book.move_sheet(sheet.name, 0)


def own_sheets(book: OpenedBook, snapshot: Snapshot) -> None:
    """Sheets with figures of their own, first, among and last."""
    for name, position in (("Våra siffror", 0), ("Anteckningar", 5), ("Sist", len(snapshot.sheets) + 2)):
        book.add_sheet(name, position)
        book.set(name, "B2", "Eget innehåll")
        book.set(name, "C3", 17.5)


def sorted_rows(book: OpenedBook, snapshot: Snapshot) -> None:
    """Cost and effect rows from last to first by name."""
    for name in ("vm_utveckling", "vm_drift", "vm_effekter", "vm_personal"):
        table = snapshot.tables[name]
        filled = sum(row[1] is not None for row in table.rows)
        area = table.area
        first, last = table.position(0, 0).a1, table.position(filled - 1, area.width - 1).a1
        book.sort(area.sheet, f"{first}:{last}", 1, descending=True)


def all_of_it(book: OpenedBook, snapshot: Snapshot) -> None:
    """Everything at once."""
    sorted_rows(book, snapshot)
    rows_within_tables(book, snapshot)
    rows_above_every_table(book, snapshot)
    own_sheets(book, snapshot)
    moved_sheets(book, snapshot)
    renamed_sheets(book, snapshot)


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        own_column_in_every_table,
        rows_above_every_table,
        rows_within_tables,
        renamed_sheets,
        moved_sheets,
        own_sheets,
        sorted_rows,
        all_of_it,
    )
}


def treated(libreoffice: LibreOffice, folder: Path, content: bytes, way: Way) -> bytes:
    """The file after somebody had their way with it in LibreOffice and saved it."""
    path, saved = folder / "kalkyl.xlsx", folder / "sparad.xlsx"
    path.write_bytes(content)
    with libreoffice.open(path) as book:
        way(book, snapshot_of(content))
        book.save_xlsx(saved)
    return saved.read_bytes()


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.mark.parametrize("calculated_before", [False, True])
def test_the_key_figures_stay_the_same(
    libreoffice: LibreOffice, tmp_path: Path, way: Way, *, calculated_before: bool
) -> None:
    first = recalculated_example(EXAMPLE)
    before = first.content if calculated_before else example_file(EXAMPLE)
    content = treated(libreoffice, tmp_path, before, way)
    assert arrangement(content) != arrangement(before)
    run = recalculated(content)
    assert [finding for finding in run.outcome.findings if finding.severity == "error"] == []
    assert_same_figures(run, first)
    again = tmp_path / "igen.xlsx"
    again.write_bytes(run.content)
    with libreoffice.open(again) as book:
        assert book.errors() == []
        where = snapshot_of(run.content).names[written_names.STATUS].position
        assert book.value(where.sheet, where.a1) == STATUS_FRESH


def arrangement(content: bytes) -> object:
    """Where things stand: the sheets in order, each table's place, columns and rows by name."""
    snapshot = snapshot_of(content)
    tables = [(table.area, table.headings, [row[:2] for row in table.rows]) for table in snapshot.tables.values()]
    return [sheet.name for sheet in snapshot.sheets], tables


def assert_same_figures(run: Recalculated, first: Recalculated) -> None:
    assert run.outcome.case is not None
    assert first.outcome.case is not None
    assert fingerprint(run.outcome.case) == fingerprint(first.outcome.case)
    assert run.outcome.results is not None
    assert first.outcome.results is not None
    for view, result in first.outcome.results.main.views.items():
        assert run.outcome.results.main.views[view].figures.npv == pytest.approx(result.figures.npv, rel=1e-12)


def test_an_own_column_keeps_its_heading_and_its_notes(libreoffice: LibreOffice, tmp_path: Path) -> None:
    content = treated(libreoffice, tmp_path, example_file(EXAMPLE), own_column_in_every_table)
    before, after = snapshot_of(content), snapshot_of(recalculated(content).content)
    for name in {table.name for table in KALKYL.tables}:
        assert after.tables[name] == before.tables[name]
    assert OWN_HEADING in after.tables["vm_effekter"].headings


def test_own_sheets_keep_what_they_hold(libreoffice: LibreOffice, tmp_path: Path) -> None:
    content = treated(libreoffice, tmp_path, example_file(EXAMPLE), own_sheets)
    book = seen_by_openpyxl(recalculated(content).content)
    for name in ("Våra siffror", "Anteckningar", "Sist"):
        assert (book[name]["B2"].value, book[name]["C3"].value) == ("Eget innehåll", 17.5)
