"""The ChangeSet of collected reports: new rows under those that are filled in, blanks filled in, and the log."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, TableResize
from vardering.workbook.contract.fields import STYLE_SUFFIX, InputTable
from vardering.workbook.contract.follow_up_sheet import ACTUAL_COSTS, MEASUREMENTS
from vardering.workbook.filling import cell_for
from vardering.workbook.presenting.change_sets import append_log
from vardering.workbook.presenting.report_merge import Report, ReportMerge
from vardering.workbook.presenting.run import Run
from vardering.workbook.presenting.writer import Writer
from vardering.workbook.reading.tables import is_blank
from vardering.workbook.snapshot import Snapshot


def report_change_set(snapshot: Snapshot, measured: ReportMerge, paid: ReportMerge, run: Run) -> ChangeSet:
    """What collecting writes: only blank cells. Without anything new it is the log's row alone."""
    writer = Writer(snapshot)
    for declared, merge in ((MEASUREMENTS, measured), (ACTUAL_COSTS, paid)):
        _write_filled(writer, declared, merge)
        _write_added(writer, declared, merge.added)
    append_log(writer, run, (), None)
    return writer.change_set()


def _write_filled(writer: Writer, declared: InputTable, merge: ReportMerge) -> None:
    """Blanks of a row; a cell that holds blanks only is people's, so it is owned before it is written."""
    for place, fields in merge.filled:
        for name, value in fields.items():
            where = place.cell(name)
            area = Area(where.sheet, where.row, where.column, where.row, where.column)
            writer.set_cell(area, CellWrite(cell_for(declared.column(name), value)))


def _write_added(writer: Writer, declared: InputTable, reports: Sequence[Report]) -> None:
    """New rows after the last one that holds anything; the table grows when its blank rows do not suffice."""
    table = writer.snapshot.tables[declared.name]
    area = table.area
    used = [index for index, row in enumerate(table.rows) if not all(is_blank(cell) for cell in row)]
    number = area.row + 1 + (used[-1] + 1 if used else 0)
    for report in reports:
        cells: list[CellWrite | None] = [None] * area.width
        for column in declared.columns:
            place = table.headings.index(column.heading)
            role = "calculated" if column.calculated else "input"
            value = None if column.calculated else cell_for(column, getattr(report, column.field))
            cells[place] = CellWrite(value, None, f"{role}_{STYLE_SUFFIX[column.type]}")
        writer.blocks.append(Block(Area(area.sheet, number, area.column, number, area.last_column), (tuple(cells),)))
        number += 1
    if reports and number - 1 > area.last_row:
        writer.resizes.append(
            TableResize(table.name, Area(area.sheet, area.row, area.column, number - 1, area.last_column))
        )
