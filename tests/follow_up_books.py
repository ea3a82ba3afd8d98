"""Books with a filled-in plan, and what people report in them."""

from collections.abc import Mapping
from datetime import date, datetime

from builders import CONTEXT, a_case, a_cost, an_effect
from contract.book_cases import Book
from plan_books import memory_book, planned_layout, updated
from vardering.base.cells import Area, CellValue
from vardering.commands.follow_up import FollowUpOutcome, update_follow_up
from vardering.commands.request import RunContext
from vardering.model.case import Case
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.snapshot import TableSnapshot

MEASUREMENTS, COSTS = "vm_uppfoljning", "vm_kostnadsutfall"
ANSWERS: Mapping[str, CellValue] = {
    "Mätetalets enhet": "minuter",
    "Nollmätning": 30.0,
    "Målvärde": 15.0,
    "Mätfrekvens": "varje halvår",
    "Första mätning": date(2027, 6, 30),
    "Mätansvarig": "Lena Exempel",
}
"""An effect is measured at the middle and the end of its years."""


def a_ramp(**changes: object) -> Case:
    """An effect that is half in place in 2027 and full from 2028 on: 75 000 kr and 250 hours a year, over five years.

    Measured each half year to the end of 2028.
    """
    effect = an_effect(profile="upptrappning", ramp_years=2, **changes)
    return a_case(effects=(effect,), development=(a_cost(),))


def planned_book(case: Case, answers: Mapping[str, CellValue] = ANSWERS) -> Book:
    """A book whose plan has the same answers for every effect."""
    book = memory_book(planned_layout(case))
    fill_plan(book, case, answers)
    return book


def fill_plan(book: Book, case: Case, answers: Mapping[str, CellValue] = ANSWERS) -> None:
    """The plan made, answered and updated."""
    updated(book)
    ids = {effect.id for effect in case.effects}
    table = book.snapshot().tables["vm_plan"]
    write(book, table, {index: answers for index, row in enumerate(table.rows) if row[0] in ids})
    updated(book)


def write(book: Book, table: TableSnapshot, rows: Mapping[int, Mapping[str, CellValue]]) -> None:
    """Somebody fills in cells of a table, by row and heading."""
    areas, blocks = [], []
    for index, cells in rows.items():
        for heading, value in cells.items():
            where = table.position(index, table.headings.index(heading))
            areas.append(Area(where.sheet, where.row, where.column, where.row, where.column))
            blocks.append(Block(areas[-1], ((CellWrite(value),),)))
    book.apply(ChangeSet(book.snapshot().fingerprint, tuple(areas), tuple(blocks)))


def reported(book: Book, cells: Mapping[str, CellValue], table: str = MEASUREMENTS) -> int:
    """Somebody fills in the next blank row; gives its index."""
    found = book.snapshot().tables[table]
    index = next(i for i, row in enumerate(found.rows) if all(cell is None for cell in row))
    write(book, found, {index: cells})
    return index


def measured(book: Book, effect_id: str, day: str, actual: CellValue, **others: CellValue) -> int:
    """Somebody reports a measurement."""
    return reported(book, {"Effekt": effect_id, "Datum": date.fromisoformat(day), "Utfall": actual, **others})


def followed(book: Book, day: str) -> FollowUpOutcome:
    """``vardering follow-up`` on a day."""
    context = RunContext(datetime.fromisoformat(f"{day}T09:30"), CONTEXT.user, CONTEXT.version)
    outcome = update_follow_up(book.snapshot(), context)
    assert outcome.outcome.change_set is not None
    book.apply(outcome.outcome.change_set)
    return outcome


def report_row(book: Book, index: int, table: str = MEASUREMENTS) -> dict[str, CellValue]:
    """A row of a follow-up table by heading."""
    found = book.snapshot().tables[table]
    return dict(zip(found.headings, found.rows[index], strict=True))
