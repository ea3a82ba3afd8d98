"""What a book that is open in Excel is to write, looked over before anything is touched."""

from collections.abc import Container, Mapping
from datetime import date

from vardering.base.cells import Area, CellValue
from vardering.base.day_serials import serial_of
from vardering.base.faults import BookChangedError, BookNotWrittenError
from vardering.workbook.applying import SheetWrites, refuse_other_tables, rows_to_dress, writes_by_sheet
from vardering.workbook.change_set import ChangeSet

MAX_TEXT = 32_767
"""Units of UTF-16 in one cell."""


def planned_writes(
    change_set: ChangeSet,
    sheets: Container[str],
    tables: Mapping[str, Area],
    names: Container[str],
    *,
    date1904: bool,
) -> dict[str, SheetWrites]:
    """Every cell to write, by sheet, with the new rows of tables that grow. The rest is what the book holds.

    Raises ``BookChangedError`` "table-gone", "sheet-gone", "name-gone"; ``BookProtectedError`` "table-in-the-way";
    ``BookNotWrittenError`` "date-before-calendar", "text-too-long".
    """
    planned = writes_by_sheet(change_set)
    for resize in change_set.resizes:
        refuse_other_tables(resize, tables)
        writes = planned.setdefault(resize.area.sheet, {})
        writes.update(rows_to_dress(resize, tables[resize.table], writes))
    for sheet in planned:
        if sheet not in sheets:
            raise BookChangedError("sheet-gone", sheet=sheet)
    for name in change_set.names:
        if name.name not in names:
            raise BookChangedError("name-gone", name=name.name)
    for writes in planned.values():
        for write in writes.values():
            _refuse_what_no_cell_holds(write.value, date1904)
    return {sheet: writes for sheet, writes in planned.items() if writes}


def _refuse_what_no_cell_holds(value: CellValue, date1904: bool) -> None:
    if (
        isinstance(value, str)
        and len(value) * 2 > MAX_TEXT
        and len(value.encode("utf-16-le", "replace")) > MAX_TEXT * 2
    ):
        raise BookNotWrittenError("text-too-long", limit=MAX_TEXT)
    if isinstance(value, date):
        try:
            serial_of(value, date1904)
        except ValueError as error:
            raise BookNotWrittenError("date-before-calendar", date=value.isoformat()) from error
