"""What people have written in the workbook of a compilation, for the one that takes its place."""

from collections.abc import Iterator, Mapping

from vardering.base.cells import CellValue, ErrorValue
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS, next_steps
from vardering.workbook.maturity_notes import CompilationNotes, PlanRow, WorkshopNote
from vardering.workbook.maturity_tables import PLAN_TABLE, WORKSHOP_TABLES
from vardering.workbook.snapshot import Snapshot

Row = Mapping[str, CellValue]
PLAN_HEADINGS = (words.AREA, words.LEVEL, words.NEXT_STEP, words.OWNER, words.DUE, words.STATUS)


def read_notes(snapshot: Snapshot) -> CompilationNotes:
    """What people wrote; a step that the product proposed and nobody has taken on is not theirs."""
    codes = {word: code for code, word in AREA_WORDS.items()}
    areas: dict[str, PlanRow] = {}
    added: list[PlanRow] = []
    for row in _rows(snapshot, PLAN_TABLE):
        read = PlanRow(*(row.get(heading) for heading in PLAN_HEADINGS))
        code = codes.get(str(read.area))
        if code is not None and read.level is not None and code not in areas:
            areas[code] = read
        elif read.is_taken_on or read.step is not None or read.area is not None:
            added.append(read)
    theirs = {code: row for code, row in areas.items() if _is_theirs(row)}
    return CompilationNotes(tuple(_workshop(snapshot)), theirs, tuple(added))


def _is_theirs(row: PlanRow) -> bool:
    """Whether people made the row what it is. A proposal that is gone was taken away by them."""
    if row.is_taken_on:
        return True
    if row.step is None:
        return row.level != words.HIDDEN
    return row.step not in {words.KEEP, *next_steps().values()}


def _workshop(snapshot: Snapshot) -> Iterator[WorkshopNote]:
    for table in WORKSHOP_TABLES:
        for row in _rows(snapshot, table):
            found = row.get(words.NOTES)
            if found is not None:
                beside = (row.get(words.AREA), row.get(words.STATEMENT), row.get(words.QUESTION))
                yield WorkshopNote(table, str(row.get(words.STATEMENT_ID) or ""), beside, found)


def _rows(snapshot: Snapshot, table: str) -> Iterator[Row]:
    """The rows of a table by heading."""
    found = snapshot.tables.get(table)
    if found is not None:
        for row in found.rows:
            yield dict(zip(found.headings, map(_written, row), strict=True))


def _written(cell: CellValue) -> CellValue:
    """What a new workbook can hold of a cell: nothing for mere spaces, the code of an error as text."""
    if isinstance(cell, ErrorValue):
        return cell.code
    return None if isinstance(cell, str) and not cell.strip() else cell
