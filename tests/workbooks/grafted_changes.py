"""A ChangeSet for the grafted sheet, and what other programs read where it was applied."""

import io
from datetime import datetime

import openpyxl
import python_calamine

from vardering.base.cells import Area
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, NameWrite, TableResize
from workbooks.grafting import NAME, SHEET, TABLE, WRITTEN_AREA

ROWS = (
    ("nyss", None, 1),
    ("=1+1", "+46 19", 2.5),
    ("001", "två\nrader <&>", -1e-7),
    ("sist", "å", 1234567.0),
)
NEW_AREA = Area(SHEET, 6, 2, 9, 4)
WRITTEN = ((True, "text", 0.1), (3.0, "svar", None), (None, None, None), (None, None, "hörn"))


def change_set(fingerprint: str) -> ChangeSet:
    """Grow the log by two rows, write a larger named area with formulas and styles, and move its name."""
    log = Block(
        Area(SHEET, 3, 1, 5, 3),
        tuple(tuple(CellWrite(value, style="result_text") for value in row) for row in ROWS[1:]),
    )
    formulas = {(1, 0): "=1+2", (1, 1): '="sv"&"ar"'}
    written = Block(
        NEW_AREA,
        tuple(
            tuple(
                CellWrite(value, formulas.get((row, column)), "total_kr" if value == 0.1 else None)
                for column, value in enumerate(values)
            )
            for row, values in enumerate(WRITTEN)
        ),
    )
    return ChangeSet(
        fingerprint,
        owned=(WRITTEN_AREA,),
        blocks=(log, written),
        resizes=(TableResize(TABLE, Area(SHEET, 1, 1, 5, 3)),),
        names=(NameWrite(NAME, NEW_AREA),),
    )


def openpyxl_values(content: bytes, area: Area) -> tuple[tuple[object, ...], ...]:
    """Stored values as openpyxl reads them."""
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[area.sheet]
    rows = sheet.iter_rows(area.row, area.last_row, area.column, area.last_column, values_only=True)
    return tuple(tuple(plain(value) for value in row) for row in rows)


def calamine_values(content: bytes, area: Area) -> tuple[tuple[object, ...], ...]:
    """Stored values as calamine reads them, which knows no empty cell: "" stands for it."""
    sheet = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name(area.sheet)
    rows = sheet.to_python(skip_empty_area=False)
    return tuple(
        tuple(
            plain(rows[row][column]) if row < len(rows) and column < len(rows[row]) else ""
            for column in range(area.column - 1, area.last_column)
        )
        for row in range(area.row - 1, area.last_row)
    )


def plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def blanked(rows: tuple[tuple[object, ...], ...]) -> tuple[tuple[object, ...], ...]:
    """Values with "" in place of empty, as calamine has it."""
    return tuple(tuple("" if value is None else value for value in row) for row in rows)
