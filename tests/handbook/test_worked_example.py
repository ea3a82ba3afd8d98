"""The worked example, tried as a new user would: cells typed as the chapter says give the figures that it says."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from e2e.command_line import vardering
from e2e.workbook_files import Edits, edited, seen_by_openpyxl, snapshot_of
from handbook.pages import FOLDER, markdown_tables
from vardering.base.cells import CellValue
from vardering.texts.fault_texts import FAULT_TEXTS
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.snapshot import Snapshot, TableSnapshot

CHAPTER = FOLDER / "kapitel" / "03_exempel.md"
TEXT = CHAPTER.read_text("utf-8")
VALUES = "Cell på Start"
COLUMN = re.compile(r"Kolumn i (.+)")
RESULTS = "Nyckeltal"
TITLES = {
    "Utveckling": "Utvecklingskostnader",
    "Omställning": "Omställningskostnader",
    "Drift": "Drift och förvaltning",
}
"""Tables that the chapter names by their sheet."""


def typed(text: str) -> CellValue:
    """What a cell holds after a person typed this text."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    if re.fullmatch(r"−?[\d ]+(,\d+)?", text):
        return float(text.replace(" ", "").replace(",", ".").replace("−", "-"))
    return text


def table_named(words: str) -> InputTable:
    title = TITLES.get(words, words)
    return next(table for table in KALKYL.tables if table.title == title)


def row_of(table: TableSnapshot, declared: InputTable, words: str) -> int:
    """The row that a heading of the chapter means: by its id, or the first that is free."""
    key = words.removeprefix("Rad ")
    if words == "Ny rad":
        return next(place for place, row in enumerate(table.rows) if not any(row))
    index = table.column_index(declared.column(declared.key_field).heading)
    assert index is not None
    return next(place for place, row in enumerate(table.rows) if row[index] == key)


def steps(snapshot: Snapshot) -> Edits:
    """Everything that the chapter tells its reader to type, in its order."""
    edits: dict[tuple[str, int, str] | str, CellValue] = {}
    labels = {value.label: value.name for value in KALKYL.values}
    for heading, *lines in markdown_tables(TEXT):
        found = COLUMN.fullmatch(heading[0])
        if heading[0] == VALUES:
            edits |= {labels[label]: typed(text) for label, text in lines}
        elif found:
            declared = table_named(found[1])
            table = snapshot.tables[declared.name]
            for place, words in enumerate(heading[1:], start=1):
                row = row_of(table, declared, words)
                edits |= {(table.name, row, line[0]): typed(line[place]) for line in lines if line[place]}
    return edits


def promised() -> dict[str, tuple[CellValue, ...]]:
    """The results that the chapter shows, by key figure: one for each view."""
    shown = next(table for table in markdown_tables(TEXT) if table[0][0] == RESULTS)
    return {line[0]: tuple(typed(cell) for cell in line[1:]) for line in shown[1:]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("felanmalan")


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    """The example done from the first step to the last with the commands that the chapter names."""
    new, recalc = re.findall(r"`vardering ((?:new|recalc) felanmalan\.xlsx)`", TEXT)
    assert vardering(*new.split(), folder=folder).code == 0
    file = folder / "felanmalan.xlsx"
    content = file.read_bytes()
    file.write_bytes(edited(content, steps(snapshot_of(content))))
    ended = vardering(*recalc.split(), folder=folder)
    assert ended.code == 0, ended.err
    return ended.err


@cache
def key_figures(folder: Path) -> dict[str, tuple[object, ...]]:
    """The key figures as they stand on Resultat."""
    book = seen_by_openpyxl((folder / "felanmalan (omräknad).xlsx").read_bytes())
    rows = [tuple(row) for row in book["Resultat"].iter_rows(values_only=True)]
    first = next(place for place, row in enumerate(rows) if RESULTS in row and "Budgetverkande" in row)
    column = rows[first].index(RESULTS)
    return {str(row[column]): row[column + 1 : column + 4] for row in rows[first + 1 :] if row[column]}


def test_the_chapter_has_something_to_type_in_every_sheet_it_names(folder: Path, said: str) -> None:
    snapshot = snapshot_of((folder / "felanmalan.xlsx").read_bytes())
    typed_in = {key if isinstance(key, str) else key[0] for key in steps(snapshot)}
    assert len(steps(snapshot)) > 100
    assert {"vm_namn", "vm_alternativ", "vm_personal", "vm_utveckling", "vm_drift", "vm_effekter"} <= typed_in


@pytest.mark.parametrize("name", promised())
def test_a_figure_is_what_the_chapter_says(folder: Path, said: str, name: str) -> None:
    assert said
    for shown, found in zip(promised()[name], key_figures(folder)[name], strict=True):
        if isinstance(shown, float):
            decimals = 0 if abs(shown) > 100 else 2
            assert found == pytest.approx(shown, abs=0.5 * 10**-decimals), name
        else:
            assert found == shown


def test_the_first_run_says_what_the_chapter_prepares_its_reader_for(folder: Path, said: str) -> None:
    step = TEXT.partition("### Steg 7")[2].partition("###")[0]
    book = seen_by_openpyxl((folder / "felanmalan (omräknad).xlsx").read_bytes())
    cells = {str(cell) for row in book["Kontroll"].iter_rows(values_only=True) for cell in row if cell}
    assert cells & set(FAULT_TEXTS) == set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", step))
    assert re.search(r"\d fel, \d varningar", said)[0] in step  # type: ignore[index]
