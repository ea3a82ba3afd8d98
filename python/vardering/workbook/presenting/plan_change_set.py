"""The ChangeSet of an update of the plan: refreshed cells, new rows, the copy, the lines on Start, and the log."""

from collections.abc import Mapping, Sequence

from vardering.base.cells import Area, CellValue
from vardering.model.results import Results
from vardering.workbook import written_names
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, RowHeight, TableResize
from vardering.workbook.contract.fields import STYLE_SUFFIX
from vardering.workbook.contract.plan_sheet import CALCULATED, PLAN
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.change_sets import append_log, write_corrections
from vardering.workbook.presenting.plan_merge import Merge
from vardering.workbook.presenting.plan_rows import Cells, calculated_cells
from vardering.workbook.presenting.plan_status import Progress
from vardering.workbook.presenting.progress_areas import write_progress
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.reading.places import Correction
from vardering.workbook.reading.tables import is_blank
from vardering.workbook.row_heights import height_for
from vardering.workbook.snapshot import Snapshot, TableSnapshot


def plan_change_set(
    snapshot: Snapshot,
    merge: Merge,
    progress: Progress,
    corrections: Sequence[Correction],
    results: Results,
    run: Run,
) -> ChangeSet:
    """What an update of the plan writes; ``progress`` is how far it then has come.

    Nothing that people wrote is among the cells. Raises ``BookForeignError`` where a written area is gone.
    """
    writer = Writer(snapshot)
    write_corrections(writer, corrections)
    table = snapshot.tables[PLAN.name]
    _write_refreshed(writer, table, merge)
    _write_added(writer, table, merge, {row.effect_id: calculated_cells(row) for row in progress.rows})
    copy = writer.canvas(written_names.PLAN_COPY)
    write_copy(copy, merge.copy)
    writer.add(copy)
    write_progress(writer, progress, results)
    append_log(writer, run, (), None)
    return writer.change_set()


def _write_refreshed(writer: Writer, table: TableSnapshot, merge: Merge) -> None:
    """The refreshed cells keep whatever style people gave them; their rows grow with the text."""
    contents = {index: list(table.rows[index]) for index in {cell.row_index for cell in merge.refreshed}}
    for cell in merge.refreshed:
        column = table.headings.index(cell.heading)
        where = table.position(cell.row_index, column)
        area = Area(where.sheet, where.row, where.column, where.row, where.column)
        writer.set_cell(area, CellWrite(cell.value))
        contents[cell.row_index][column] = cell.value
    for index, cells in sorted(contents.items()):
        _fit_row(writer, table, table.area.row + 1 + index, cells)


def _write_added(writer: Writer, table: TableSnapshot, merge: Merge, cells: Mapping[str, Cells]) -> None:
    """New rows after the last row that holds anything; the table grows when its blank rows do not suffice."""
    used = [index for index, row in enumerate(table.rows) if not all(is_blank(cell) for cell in row)]
    number = table.area.row + 1 + (used[-1] + 1 if used else 0)
    area = table.area
    for effect_id in merge.added:
        content: list[CellValue] = [None] * area.width
        writes: list[CellWrite | None] = [None] * area.width
        for column in PLAN.columns:
            place = table.headings.index(column.heading)
            role = "calculated" if column.calculated else "input"
            is_id = column is PLAN.columns[0]
            content[place] = effect_id if is_id else cells[effect_id].get(column.heading)
            style = "label" if is_id else f"{role}_{STYLE_SUFFIX[column.type]}"
            writes[place] = CellWrite(content[place], None, style)
        writer.blocks.append(Block(Area(area.sheet, number, area.column, number, area.last_column), (tuple(writes),)))
        _fit_row(writer, table, number, content)
        number += 1
    if number - 1 > area.last_row:
        whole = Area(area.sheet, area.row, area.column, number - 1, area.last_column)
        writer.resizes.append(TableResize(table.name, whole))


def _fit_row(writer: Writer, table: TableSnapshot, number: int, cells: Sequence[CellValue]) -> None:
    """A row high enough for the text in our columns."""
    heights = [
        height_for(cells[table.headings.index(column.heading)], "text", column.width) or 0.0 for column in PLAN.columns
    ]
    if max(heights):
        writer.heights.append(RowHeight(table.area.sheet, number, max(heights)))


def write_copy(canvas: Canvas, copy: Mapping[str, Cells]) -> None:
    """What the product last wrote in the calculated columns, a row for each effect."""
    headings = [column.heading for column in (PLAN.columns[0], *CALCULATED)]
    canvas.put_row(0, headings, "heading")
    canvas.row += 1
    for effect_id, cells in copy.items():
        canvas.put(0, effect_id, "copy_text")
        for offset, column in enumerate(CALCULATED, start=1):
            canvas.put(offset, cells.get(column.heading), f"copy_{STYLE_SUFFIX[column.type]}")
        canvas.row += 1
