"""Workbooks that other projects made: read or refused in our own words, and kept whole when ours is written in them."""

import io
import time
import warnings
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from vardering.base.faults import VarderingError
from vardering.books.xlsx.book import XlsxBook
from workbooks.corpus_files import corpus_files
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
from workbooks.packages import different_parts, parts_of

pytestmark = pytest.mark.corpus
FILES = corpus_files()


def named(path: Path) -> str:
    return path.name


def can_take_ours(path: Path) -> bool:
    """Whether we read it, and it has what grafting needs: cell formats, and part names as the standard has them."""
    try:
        XlsxBook.open(path).verify()
    except VarderingError:
        return False
    names = parts_of(path.read_bytes())
    return "_rels/.rels" in names and any(name.endswith("styles.xml") for name in names)


def opens_in_openpyxl(path: Path) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            openpyxl.load_workbook(path)
    except (LookupError, TypeError, ValueError):
        return False
    return True


def outcome(path: Path) -> str:
    """How reading ends; any error but our own goes through."""
    try:
        XlsxBook.open(path).snapshot()
    except VarderingError:
        return "refused"
    return "read"


DAMAGED = {"issue252.xlsx", "pass_protected.xlsx", "strict_iso_paths.xlsx"}
"""Sizes that lie, a password, Strict."""
READABLE = [path for path in FILES if path.suffix in {".xlsx", ".xlsm"} and path.name not in DAMAGED]
WHOLE = [path for path in FILES if path.suffix in {".xlsx", ".xlsm"} and can_take_ours(path)]
OPENPYXL = [path for path in WHOLE if opens_in_openpyxl(path)]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_file_is_read_or_refused_in_our_own_words(path: Path) -> None:
    began = time.perf_counter()
    assert outcome(path) == ("read" if path in READABLE else "refused")
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("path", WHOLE, ids=named)
def test_only_our_own_parts_change(path: Path) -> None:
    before = grafted(path.read_bytes())
    book = XlsxBook.from_bytes(before, path.name)
    after = book.apply(change_set(book.fingerprint))
    changed = different_parts(before, after)
    ours = {"worksheets/grafted.xml", "tables/grafted.xml", "workbook.xml", "styles.xml", "calcChain.xml"}
    ours |= {"_rels/workbook.xml.rels", "[Content_Types].xml"}
    assert {name for name in changed if not name.endswith(tuple(ours))} == set()
    snapshot = XlsxBook.from_bytes(after, path.name).snapshot()
    assert snapshot.tables[TABLE].rows == ROWS
    assert snapshot.names[NAME].values == WRITTEN
    assert calamine_values(after, NEW_AREA) == blanked(WRITTEN)


@pytest.mark.parametrize("path", WHOLE, ids=named)
def test_other_programs_read_the_rest_as_before(path: Path) -> None:
    content = path.read_bytes()
    book = XlsxBook.from_bytes(grafted(content), path.name)
    after = book.apply(change_set(book.fingerprint))
    old, new = (python_calamine.load_workbook(io.BytesIO(data)) for data in (content, after))
    assert new.sheet_names == [*old.sheet_names, SHEET]
    for name in old.sheet_names:
        assert new.get_sheet_by_name(name).to_python() == old.get_sheet_by_name(name).to_python()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", OPENPYXL, ids=named)
def test_openpyxl_reads_what_was_written(path: Path) -> None:
    book = XlsxBook.from_bytes(grafted(path.read_bytes()), path.name)
    after = book.apply(change_set(book.fingerprint))
    assert openpyxl_values(after, NEW_AREA) == WRITTEN
