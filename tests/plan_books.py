"""Books with a plan, and what people do in them: type, sort, insert rows, add columns. On every kind of book."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from builders import CONTEXT, a_case, an_effect
from contract.book_cases import Book, FileBook
from vardering.base.cells import Area, CellValue
from vardering.books.memory import MemoryBook
from vardering.commands.planning import PlanOutcome, update_plan
from vardering.commands.request import RunContext
from vardering.model.case import Case
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, TableResize
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.layout import SheetLayout, WorkbookLayout
from vardering.workbook.snapshot import TableSnapshot
from vardering.workbook.template.workbook_template import build_workbook
from workbooks.layout_files import file_of

PLAN, EFFECTS = "vm_plan", "vm_effekter"


def three_effects() -> Case:
    return a_case(effects=tuple(an_effect(id=f"E{number}", name=f"Effekt nummer {number}") for number in (1, 2, 3)))


def planned_layout(case: Case, own_columns: Sequence[tuple[int, str]] = ()) -> WorkbookLayout:
    """A new workbook in whose plan somebody has put columns of their own before those with the given index."""
    layout = build_workbook(KALKYL, case)
    for place, heading in own_columns:
        layout = replace(layout, sheets=tuple(_with_column(sheet, place, heading) for sheet in layout.sheets))
    return layout


def _with_column(sheet: SheetLayout, place: int, heading: str) -> SheetLayout:
    if sheet.name != "Effekthemtagningsplan":
        return sheet
    (table,) = sheet.tables
    area, at = table.area, table.area.column + place
    cells = tuple(
        replace(cell, column=cell.column + 1) if cell.row >= area.row and cell.column >= at else cell
        for cell in sheet.cells
    )
    grown = replace(
        table,
        area=replace(area, last_column=area.last_column + 1),
        headings=(*table.headings[:place], heading, *table.headings[place:]),
        heading_styles=(*table.heading_styles, "heading"),
    )
    return replace(sheet, cells=cells, tables=(grown,), validations=())


def memory_book(layout: WorkbookLayout) -> Book:
    return MemoryBook(layout)


def file_book(layout: WorkbookLayout) -> Book:
    return FileBook(file_of(layout))


def updated(book: Book, day: str = "2026-11-24") -> PlanOutcome:
    """``vardering plan`` on a day."""
    context = RunContext(datetime.fromisoformat(f"{day}T09:30"), CONTEXT.user, CONTEXT.version)
    outcome = update_plan(book.snapshot(), context)
    assert outcome.outcome.change_set is not None
    book.apply(outcome.outcome.change_set)
    return outcome


def plan_table(book: Book) -> TableSnapshot:
    return book.snapshot().tables[PLAN]


def row_of(book: Book, effect_id: str) -> dict[str, CellValue]:
    """The plan row of an effect by heading."""
    table = plan_table(book)
    place = table.headings.index("Effekt")
    return next(dict(zip(table.headings, row, strict=True)) for row in table.rows if row[place] == effect_id)


def typed(book: Book, table: str, row: int, heading: str, value: CellValue) -> None:
    """Somebody types in a cell."""
    found = book.snapshot().tables[table]
    where = found.position(row, found.headings.index(heading))
    area = Area(where.sheet, where.row, where.column, where.row, where.column)
    book.apply(ChangeSet(book.snapshot().fingerprint, (area,), (Block(area, ((CellWrite(value),),)),)))


def typed_of(book: Book, effect_id: str, heading: str, value: CellValue) -> None:
    """Somebody types in the plan row of an effect."""
    table = plan_table(book)
    place = table.headings.index("Effekt")
    typed(book, PLAN, [row[place] for row in table.rows].index(effect_id), heading, value)


def arranged(book: Book, rows: Sequence[tuple[CellValue, ...]]) -> None:
    """The plan with these rows instead, as after sorting or inserting; it only grows."""
    table = plan_table(book)
    area = replace(table.area, last_row=table.area.row + len(rows))
    body = Area(area.sheet, area.row + 1, area.column, area.last_row, area.last_column)
    block = Block(body, tuple(tuple(CellWrite(cell) for cell in row) for row in rows))
    resizes = (TableResize(PLAN, area),) if area != table.area else ()
    book.apply(ChangeSet(book.snapshot().fingerprint, (body,), (block,), resizes))
