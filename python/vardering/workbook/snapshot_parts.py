"""Parts of a Snapshot that every book which Excel holds open makes alike: areas of names, and tables."""

from collections.abc import Container

from vardering.base.cells import MAX_ROW, Area, CellValue, parse_area
from vardering.workbook.snapshot import TableSnapshot

Rows = tuple[tuple[CellValue, ...], ...]


def area_of(refers_to: str, sheets: Container[str]) -> Area | None:
    """The area that a name refers to: ``='Resultat'!$B$2:$F$9``; None for anything else."""
    sheet, mark, address = refers_to.removeprefix("=").rpartition("!")
    if sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    if not mark or sheet not in sheets:
        return None
    try:
        return parse_area(sheet, address)
    except ValueError:
        return None


def with_row_below(area: Area) -> Area:
    """An area with the row under it, where the sheet has one."""
    return Area(area.sheet, area.row, area.column, min(area.last_row + 1, MAX_ROW), area.last_column)


def table_of(name: str, area: Area, values: Rows) -> TableSnapshot:
    """A table from the values of its area and, where the sheet has one, of the row under it."""
    headings = tuple("" if heading is None else str(heading) for heading in values[0])
    below = values[area.height] if len(values) > area.height else (None,) * area.width
    return TableSnapshot(name, area, headings, values[1 : area.height], below)
