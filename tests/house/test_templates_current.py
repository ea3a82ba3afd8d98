"""The built workbooks in the repository are what the code builds now, part by part."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from house.source_files import ROOT
from vardering.books.new_xlsx import write_workbook
from vardering.books.word_brief import blank_template
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.template_building import (
    WORD_TEMPLATE,
    WORD_TEMPLATE_TITLE,
    PlannedFile,
    example_steps,
    planned_files,
)

FOLDER = ROOT / "workbook_templates"
REBUILD = "Run: uv run vardering build-templates"
PLANNED = {planned.file_name: planned for planned in planned_files()}


def built(planned: PlannedFile) -> bytes:
    content = write_workbook(planned.layout)
    for step in example_steps(planned.example) if planned.example is not None else ():
        book = XlsxBook.from_bytes(content, planned.file_name)
        change_set = step(book.snapshot()).change_set
        assert change_set is not None
        content = book.apply(change_set)
    return content


def parts(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", PLANNED)
def test_every_part_of_a_built_workbook_is_current(name: str) -> None:
    kept, now = parts((FOLDER / name).read_bytes()), parts(built(PLANNED[name]))
    assert list(kept) == list(now), REBUILD
    assert [part for part in now if kept[part] != now[part]] == [], REBUILD


def test_every_part_of_the_word_template_is_current() -> None:
    kept, now = parts((FOLDER / WORD_TEMPLATE).read_bytes()), parts(blank_template(WORD_TEMPLATE_TITLE))
    assert list(kept) == list(now), REBUILD
    assert [part for part in now if kept[part] != now[part]] == [], REBUILD


def test_the_folder_holds_every_built_workbook_and_nothing_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*PLANNED, WORD_TEMPLATE}, REBUILD
