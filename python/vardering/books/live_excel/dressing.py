"""The named styles of a block: rows that repeat a pattern are dressed once and copied downwards."""

from collections.abc import Sequence
from typing import Any

from vardering.base.cells import Area
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.rectangles import rectangles
from vardering.workbook.change_set import Block, CellWrite
from vardering.workbook.styles import GENERAL, STYLES, TEXT

PASTE_FORMATS = -4122
"""Excel's xlPasteFormats."""
LONGEST_PATTERN = 6

Look = tuple[str, bool]
"""A style's key ("" keeps the cell's own), and whether a formula shows in it."""


def dress(sheet: Any, block: Block) -> None:  # noqa: ANN401 – Excel's own object
    """Give the cells of a block their styles. Formulas in cells that are formatted as text get an ordinary format."""
    looks = [tuple(_look(write) for write in row) for row in block.rows]
    area = block.area
    for start, period, repeats in patterns(looks):
        first = area.row + start
        pattern = looks[start : start + period]
        _dress_rows(sheet, Area(area.sheet, first, area.column, first + period - 1, area.last_column), pattern)
        if repeats > 1:
            last = first + period * repeats - 1
            copied = Area(area.sheet, first, area.column, first + period - 1, area.last_column)
            copy_formats(sheet, copied, Area(area.sheet, first + period, area.column, last, area.last_column))


def patterns(rows: Sequence[object]) -> list[tuple[int, int, int]]:
    """Rows as stretches of a repeated pattern: (first row, rows of the pattern, times it stands).

    >>> patterns(["a", "b", "c", "b", "c", "b", "c"])
    [(0, 1, 1), (1, 2, 3)]
    """
    found: list[tuple[int, int, int]] = []
    place = 0
    while place < len(rows):
        period, repeats = max(
            ((length, _repeats(rows, place, length)) for length in range(1, LONGEST_PATTERN + 1)),
            key=lambda each: (each[0] * (each[1] - 1), -each[0]),
        )
        if repeats == 1:
            period = 1
        found.append((place, period, repeats))
        place += period * repeats
    return found


def _repeats(rows: Sequence[object], place: int, period: int) -> int:
    count = 1
    while rows[place + count * period : place + (count + 1) * period] == rows[place : place + period]:
        count += 1
    return count


def copy_formats(sheet: Any, source: Area, target: Area) -> None:  # noqa: ANN401
    """Give a target that is a whole number of times as high as the source its look, repeated."""
    answered(lambda: sheet.Range(source.a1).Copy())
    answered(lambda: sheet.Range(target.a1).PasteSpecial(PASTE_FORMATS))
    answered(lambda: setattr(sheet.Application, "CutCopyMode", False))


def _look(write: CellWrite | None) -> Look:
    if write is None:
        return ("", False)
    is_text = write.style is None or STYLES[write.style].number_format == TEXT
    return (write.style or "", write.formula is not None and is_text)


def _dress_rows(sheet: Any, area: Area, looks: Sequence[Sequence[Look]]) -> None:  # noqa: ANN401
    places: dict[Look, list[tuple[int, int]]] = {}
    for row, line in enumerate(looks, start=area.row):
        for column, look in enumerate(line, start=area.column):
            if look != ("", False):
                places.setdefault(look, []).append((row, column))
    for (style, shows_formula), cells in places.items():
        for part in rectangles(area.sheet, cells):
            _dress_part(sheet, part, style, shows_formula)


def _dress_part(sheet: Any, area: Area, style: str, shows_formula: bool) -> None:  # noqa: ANN401
    cells = answered(lambda: sheet.Range(area.a1))
    if style:
        answered(lambda: setattr(cells, "Style", STYLES[style].name))
    # A formula in a cell that is formatted as text would stay text.
    if shows_formula and (style or answered(lambda: cells.NumberFormat) == TEXT):
        answered(lambda: setattr(cells, "NumberFormat", GENERAL))
