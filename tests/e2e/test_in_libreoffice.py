"""LibreOffice opens a recalculated workbook, agrees with every figure, and sees every edit of an input."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.workbook_files import (
    EXAMPLE_NAMES,
    FULL_EXAMPLES,
    Edits,
    area_values,
    edited,
    example_file,
    named_area,
    named_value,
    recalculated,
    recalculated_example,
    seen_by_openpyxl,
    snapshot_of,
)
from judges.libreoffice import LibreOffice, OpenedBook
from vardering.base.cells import Area, Position
from vardering.model.vocabulary import View
from vardering.texts.sheet_texts import STATUS_FRESH, STATUS_STALE
from vardering.workbook import written_names
from vardering.workbook.contract.catalogue import FORENKLAD, KALKYL
from vardering.workbook.presenting.check_sheet import AGREES
from vardering.workbook.presenting.start_panel import ALL_AGREE
from vardering.workbook.snapshot import Snapshot

FULL, SIMPLE = "digitala_las", "ledningsrapport_forenklad"
INPUTS = [
    *((FULL, table.name) for table in KALKYL.tables),
    *((SIMPLE, table.name) for table in FORENKLAD.tables),
]
SALARIES: Edits = {("vm_personal", row, "Månadslön kr"): 31_000.0 + 1_500.0 * row for row in range(6)}
VALUES = [
    *((FULL, value.name) for value in KALKYL.values),
    *((SIMPLE, value.name) for value in FORENKLAD.values),
]


@pytest.fixture(scope="module")
def opened(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, OpenedBook]]:
    """The full and the simplified example, open for as long as the module lasts."""
    folder = tmp_path_factory.mktemp("libreoffice")
    paths = {name: folder / f"{name}.xlsx" for name in (FULL, SIMPLE)}
    for name, path in paths.items():
        path.write_bytes(recalculated_example(name).content)
    with libreoffice.open(paths[FULL]) as full, libreoffice.open(paths[SIMPLE]) as simple:
        yield {FULL: full, SIMPLE: simple}


def status_in(book: OpenedBook, snapshot: Snapshot) -> object:
    where = snapshot.names[written_names.STATUS].position
    return book.value(where.sheet, where.a1)


class Typing:
    """Types into a cell of an open workbook, looks at the front sheet, and puts back what was there."""

    def __init__(self, book: OpenedBook, name: str) -> None:
        self.book = book
        self.snapshot = snapshot_of(recalculated_example(name).content)

    def status_after(self, where: Position, value: float | str | None) -> object:
        before = self.book.cell(where.sheet, where.a1)
        assert before.formula == ""
        self.book.set(where.sheet, where.a1, value)
        status = status_in(self.book, self.snapshot)
        self.book.set(where.sheet, where.a1, before.value)
        assert status_in(self.book, self.snapshot) == STATUS_FRESH, f"{where} put back"
        return status


def other_values(value: float | str | None) -> tuple[float | str | None, ...]:
    """What a person could type instead, each a change."""
    if value is None:
        return (0.0, 7.0, "x", "0")
    if isinstance(value, str):
        return (None, f"{value} ", value.swapcase() if value.swapcase() != value else f"{value}x", 0.0)
    return (None, value + 1, f"{value:g}", 1e-9 if value == 0 else value * (1 + 1e-9))


@pytest.mark.parametrize(("name", "table"), INPUTS)
def test_every_column_of_a_table_turns_the_front_sheet_stale(
    opened: dict[str, OpenedBook], name: str, table: str
) -> None:
    typing = Typing(opened[name], name)
    found = typing.snapshot.tables[table]
    contract = KALKYL if name == FULL else FORENKLAD
    rows = sorted({0, len(found.rows) - 1})
    for column in contract.table(table).columns:
        index = found.column_index(column.heading)
        assert index is not None
        for row in rows:
            where = found.position(row, index)
            held = opened[name].value(where.sheet, where.a1)
            for value in other_values(held):
                assert typing.status_after(where, value) == STATUS_STALE, f"{where}: {held!r} → {value!r}"


@pytest.mark.parametrize(("name", "value_name"), VALUES)
def test_every_single_value_turns_the_front_sheet_stale(
    opened: dict[str, OpenedBook], name: str, value_name: str
) -> None:
    typing = Typing(opened[name], name)
    where = typing.snapshot.names[value_name].position
    held = opened[name].value(where.sheet, where.a1)
    for value in other_values(held):
        assert typing.status_after(where, value) == STATUS_STALE, f"{where}: {held!r} → {value!r}"


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_example_agrees_with_itself(libreoffice: LibreOffice, tmp_path: Path, name: str) -> None:
    run = recalculated_example(name)
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(run.content)
    snapshot = snapshot_of(run.content)
    with libreoffice.open(path) as book:
        assert book.errors() == []
        assert book.formula_count() > 20
        assert status_in(book, snapshot) == STATUS_FRESH
        checks = cells_of(book, snapshot.names[written_names.CHECKS].area)
        verdicts = [row[4] for row in checks[2:]]
        assert verdicts == [AGREES] * len(verdicts)
        assert len(verdicts) == (10 if name in FULL_EXAMPLES else 1)
        panel = cells_of(book, snapshot.names[written_names.PANEL].area)
        assert panel[5][0] == ALL_AGREE


def cells_of(book: OpenedBook, area: Area) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book.cells(area.sheet, area.a1)]


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_the_workings_give_the_engines_present_values(libreoffice: LibreOffice, tmp_path: Path, name: str) -> None:
    run = recalculated_example(name)
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(run.content)
    results = run.outcome.results
    assert results is not None
    area = snapshot_of(run.content).names[written_names.WORKINGS].area
    with libreoffice.open(path) as book:
        rows = cells_of(book, Area(area.sheet, area.row, area.column, area.row + 34, area.column + 8))
    totals = [row[8] for row in rows if row[1] == "Nuvärde av netto"]
    assert totals == [pytest.approx(results.main.views[view].figures.npv, rel=1e-12) for view in View]


@pytest.mark.parametrize(
    "edits",
    [
        {"vm_timkostnadsvag": "månadslön och PO", **SALARIES},
        {"vm_timkostnadsvag": "full timkostnad från källa"},
        {"vm_timkostnadsvag": "månadslön med schablonfaktor", **SALARIES},
        {
            ("vm_rantetrappa", 0, "Från år nummer"): 2.0,
            ("vm_rantetrappa", 0, "Ränta procent per år"): 5.0,
            ("vm_rantetrappa", 1, "Från år nummer"): 4.0,
            ("vm_rantetrappa", 1, "Ränta procent per år"): 1.5,
        },
    ],
    ids=["salary and on-cost", "full hour cost", "salary factor", "rate schedule"],
)
def test_the_workings_agree_whatever_route_and_rates_are_chosen(
    libreoffice: LibreOffice, tmp_path: Path, edits: Edits
) -> None:
    run = recalculated(edited(example_file(FULL), edits))
    assert not run.outcome.has_errors, run.outcome.findings
    path = tmp_path / "vald.xlsx"
    path.write_bytes(run.content)
    checks = snapshot_of(run.content).names[written_names.CHECKS].area
    with libreoffice.open(path) as book:
        assert book.errors() == []
        verdicts = [row[4] for row in cells_of(book, checks)[2:]]
    assert verdicts == [AGREES] * len(verdicts)


@pytest.mark.parametrize("sheet_name", ["vm_berakning", "vm_kontroller", "vm_indatalista"])
def test_every_stored_value_is_what_libreoffice_calculates(opened: dict[str, OpenedBook], sheet_name: str) -> None:
    stored = seen_by_openpyxl(recalculated_example(FULL).content)
    area = named_area(stored, sheet_name)
    for row, (stored_row, shown_row) in enumerate(
        zip(area_values(stored, area), cells_of(opened[FULL], area), strict=True), start=area.row
    ):
        for stored_value, shown in zip(stored_row, shown_row, strict=True):
            expected = pytest.approx(stored_value, abs=1e-6) if isinstance(stored_value, float | int) else stored_value
            assert shown == expected, f"{area.sheet} rad {row}"


def test_a_run_stopped_by_errors_has_no_error_cells_and_says_so(libreoffice: LibreOffice, tmp_path: Path) -> None:
    run = recalculated(edited(recalculated_example(FULL).content, {("vm_effekter", 0, "Volym trolig"): "ca 100"}))
    path = tmp_path / "fel.xlsx"
    path.write_bytes(run.content)
    with libreoffice.open(path) as book:
        shown = status_in(book, snapshot_of(run.content))
    assert shown == named_value(seen_by_openpyxl(run.content), written_names.STATUS)


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
@pytest.mark.parametrize("calculated_before", [False, True])
def test_a_workbook_saved_by_libreoffice_still_recalculates(
    libreoffice: LibreOffice, tmp_path: Path, name: str, *, calculated_before: bool
) -> None:
    first = recalculated_example(name)
    path, saved = tmp_path / f"{name}.xlsx", tmp_path / "sparad.xlsx"
    path.write_bytes(first.content if calculated_before else example_file(name))
    with libreoffice.open(path) as book:
        book.save_xlsx(saved)
    run = recalculated(saved.read_bytes())
    assert not run.outcome.has_errors
    assert run.outcome.results == first.outcome.results
    again = tmp_path / "igen.xlsx"
    again.write_bytes(run.content)
    with libreoffice.open(again) as book:
        assert book.errors() == []
        assert status_in(book, snapshot_of(run.content)) == STATUS_FRESH
