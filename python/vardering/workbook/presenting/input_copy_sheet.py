"""Sheet Indatakopia: a stored copy of every input cell and the live formulas that compare.

One column of the sheet for each input column: above, a formula counts the cells that differ by type or by
content; below, the copy. A row added to a table changes its height, which also counts as a difference.
"""

from collections.abc import Iterator

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass
from vardering.workbook.contract.fields import STYLE_SUFFIX, Column, InputTable, WorkbookContract
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.snapshot import Snapshot

TOTAL_ROW, SUMMARY_ROW = 0, 2
"""Rows of the summary: the count of all differences and the summary's heading."""

LABEL_ROW, COUNT_ROW, FIRST_COPY_ROW = 1, 2, 3
"""Rows of the copies: what is compared, the count of differences, and the first copied cell."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Input cells that are compared as one: how a formula names them, what they hold, and their style."""

    sheet: str
    label: str
    reference: str
    cells: tuple[CellValue, ...]
    style: str


def write_input_copy(summary: Canvas, copies: Canvas, snapshot: Snapshot, contract: WorkbookContract) -> None:
    """The copy of all inputs as they are when this is written, and its summary; every count is 0 then."""
    summary.row = summary.first_row + SUMMARY_ROW
    for column, heading in enumerate(("Blad", "Indata")):
        summary.put(column, heading, "heading")
    last = summary.put(2, "Ändrade celler", "heading")
    for index, compared in enumerate(compared_inputs(snapshot, contract)):
        where = _write_copy(copies, index, compared)
        summary.row = summary.first_row + SUMMARY_ROW + 1 + index
        summary.put(0, compared.sheet, "plain")
        summary.put(1, compared.label, "plain")
        last = summary.put(2, 0.0, "calculated_whole", f"={where}")
    summary.row = summary.first_row + TOTAL_ROW
    summary.put(0, "Ändrade celler totalt", "label")
    first = Area(summary.sheet, summary.first_row + SUMMARY_ROW + 1, last.column, last.row, last.column)
    summary.put(2, 0.0, "calculated_whole", f"=SUM({first.a1})")


def _write_copy(canvas: Canvas, column: int, compared: Compared) -> str:
    """One compared column; gives the address of its count."""
    top = canvas.first_row
    first = top + FIRST_COPY_ROW
    place = canvas.first_column + column
    copy = Area(canvas.sheet, first, place, first + len(compared.cells) - 1, place)
    canvas.row = top + LABEL_ROW
    canvas.put(column, compared.label, "heading")
    canvas.row = top + COUNT_ROW
    where = canvas.put(column, 0.0, "calculated_whole", difference_formula(compared.reference, copy.a1))
    for offset, cell in enumerate(compared.cells):
        if cell is not None:
            canvas.row = first + offset
            canvas.put(column, cell, compared.style)
    return where.a1


def difference_formula(inputs: str, copy: str) -> str:
    """Formula that counts cells that differ by type or content; 1 where the areas cannot be compared at all.

    ``<>`` compares numbers, EXACT compares text to the letter (only text: LibreOffice finds equal numbers in arrays
    inexact), and the type tests tell empty from 0 and text.
    """
    return (
        f"=IFERROR(SUMPRODUCT(--((({inputs}<>{copy})+(ISNUMBER({inputs})<>ISNUMBER({copy}))"
        f"+(ISTEXT({inputs})<>ISTEXT({copy}))+ISTEXT({inputs})*(1-EXACT({inputs},{copy})))>0)),1)"
    )


def compared_inputs(snapshot: Snapshot, contract: WorkbookContract) -> Iterator[Compared]:
    """Every single value and every column of every input table that the workbook has, in contract order."""
    for sheet in contract.sheets:
        for value in sheet.values:
            name = snapshot.names.get(value.name)
            if name is not None:
                style = f"copy_{STYLE_SUFFIX[value.type]}"
                yield Compared(name.area.sheet, value.label, value.name, (name.value,), style)
        for table in sheet.tables:
            for column in table.columns:
                compared = _table_column(snapshot, table, column)
                if compared is not None:
                    yield compared


def _table_column(snapshot: Snapshot, table: InputTable, column: Column) -> Compared | None:
    found = snapshot.tables.get(table.name)
    index = found.column_index(column.heading) if found is not None else None
    if found is None or index is None:
        return None
    return Compared(
        sheet=found.area.sheet,
        label=f"{table.title}: {column.heading}",
        reference=f"{found.name}[{column.heading}]",
        cells=tuple(row[index] for row in found.rows),
        style=f"copy_{STYLE_SUFFIX[column.type]}",
    )
