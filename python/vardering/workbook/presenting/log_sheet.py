"""Sheet Logg: one row appended for every run."""

from collections.abc import Sequence

from vardering.base.cells import Area, CellValue, ErrorValue
from vardering.base.faults import Severity
from vardering.model.results import Results
from vardering.model.vocabulary import View
from vardering.workbook.change_set import Block, CellWrite, TableResize
from vardering.workbook.presenting.findings import Finding, count
from vardering.workbook.presenting.run import Run
from vardering.workbook.snapshot import Snapshot, TableSnapshot
from vardering.workbook.written_names import LOG_HEADINGS, LOG_TABLE

STYLES = ("text", "text", "text", "text", "text", "kr", "kr", "kr", "whole", "whole", "year")


def append_log_row(
    table: TableSnapshot, run: Run, findings: Sequence[Finding], results: Results | None
) -> tuple[Block, TableResize | None]:
    """The new row, in the first blank row of the log or under its last, and the table's new size if it grows.

    Columns are found by heading, so people may add their own.
    """
    index = next((i for i, row in enumerate(table.rows) if all(cell is None for cell in row)), len(table.rows))
    npvs: list[CellValue] = [None, None, None]
    if results is not None:
        npvs = [results.main.views[view].figures.npv for view in View]
    values: list[CellValue] = [
        run.log_time_text,
        run.user,
        run.event,
        run.version,
        run.fingerprint or None,
        *npvs,
        float(count(findings, Severity.ERROR)),
        float(count(findings, Severity.WARNING)),
        None if run.seed is None else float(run.seed),
    ]
    area = table.area
    row = area.row + 1 + index
    cells: list[CellWrite | None] = [None] * area.width
    for heading, value, suffix in zip(LOG_HEADINGS, values, STYLES, strict=True):
        column = table.column_index(heading)
        if column is not None:
            cells[column] = CellWrite(value, None, f"result_{suffix}")
    block = Block(Area(area.sheet, row, area.column, row, area.last_column), (tuple(cells),))
    if row <= area.last_row:
        return block, None
    return block, TableResize(table.name, Area(area.sheet, area.row, area.column, row, area.last_column))


def logged_rows(snapshot: Snapshot) -> tuple[tuple[CellValue, ...], ...]:
    """The rows of a workbook's log in the order of ``LOG_HEADINGS``, blank ones left out; () where it is gone."""
    table = snapshot.tables.get(LOG_TABLE)
    if table is None:
        return ()
    columns = [table.column_index(heading) for heading in LOG_HEADINGS]
    rows = (tuple(None if column is None else _stored(row[column]) for column in columns) for row in table.rows)
    return tuple(row for row in rows if any(cell is not None for cell in row))


def _stored(cell: CellValue) -> CellValue:
    """What a new log can hold: an error value as the text it shows."""
    return cell.code if isinstance(cell, ErrorValue) else cell
