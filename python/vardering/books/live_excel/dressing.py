"""The named styles of a block, in a number of calls that has a bound however many rows it has.

Rows that repeat a pattern are dressed once and copied downwards. Where that would take more calls than finding the
cells of each look by marks, marks are used.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from vardering.base.cells import Area
from vardering.books.live_excel.calls import answered
from vardering.books.live_excel.marking import CALLS, marked
from vardering.workbook.change_set import Block, CellWrite
from vardering.workbook.rectangles import rectangles
from vardering.workbook.styles import GENERAL, STYLES, TEXT

PASTE_FORMATS = -4122
"""Excel's xlPasteFormats."""
LONGEST_PATTERN = 6
CALLS_TO_COPY = 6
CALLS_TO_DRESS = 2

Look = tuple[str, bool]
"""A style's key ("" keeps the cell's own), and whether a formula shows in it."""
KEEPS_ITS_OWN: Look = ("", False)

Places = Mapping[Look, Sequence[tuple[int, int]]]


def dress(sheet: Any, block: Block, may_mark: bool) -> None:  # noqa: ANN401 – Excel's own object
    """Give the cells of a block their styles. Formulas in cells that are formatted as text get an ordinary format.

    ``may_mark`` says that every cell of the block is to be written, or is blank.
    """
    looks = [tuple(_look(write) for write in row) for row in block.rows]
    area = block.area
    stretches = [
        (Area(area.sheet, area.row + start, area.column, area.row + start + period - 1, area.last_column), start, times)
        for start, period, times in patterns(looks)
    ]
    dressed = [(first, _parts(first, looks[start:]), times) for first, start, times in stretches]
    places = _places(area, looks)
    by_rows = sum(CALLS_TO_DRESS * len(parts) + CALLS_TO_COPY * (times > 1) for _, parts, times in dressed)
    if may_mark and by_rows > CALLS * len(places):
        _dress_by_marks(sheet, area, places)
        return
    for first, parts, times in dressed:
        for part, look in parts:
            _dress_part(sheet, part, look)
        if times > 1:
            last = first.row + first.height * times - 1
            copy_formats(sheet, first, Area(area.sheet, first.last_row + 1, area.column, last, area.last_column))


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
        return KEEPS_ITS_OWN
    is_text = write.style is None or STYLES[write.style].number_format == TEXT
    return (write.style or "", write.formula is not None and is_text)


def _places(area: Area, looks: Sequence[Sequence[Look]]) -> Places:
    """Cells of an area by how they look; those that keep their own are left out."""
    places: dict[Look, list[tuple[int, int]]] = {}
    for row, line in enumerate(looks[: area.height], start=area.row):
        for column, look in enumerate(line, start=area.column):
            if look != KEEPS_ITS_OWN:
                places.setdefault(look, []).append((row, column))
    return places


def _parts(area: Area, looks: Sequence[Sequence[Look]]) -> list[tuple[Area, Look]]:
    return [(part, look) for look, cells in _places(area, looks).items() for part in rectangles(area.sheet, cells)]


def _dress_by_marks(sheet: Any, area: Area, places: Places) -> None:  # noqa: ANN401
    for (style, shows_formula), cells in places.items():
        chosen = marked(sheet, area.sheet, cells)
        if style:
            answered(lambda each=chosen, key=style: setattr(each, "Style", STYLES[key].name))  # type: ignore[misc]
        if shows_formula:
            _show_formulas(sheet, area.sheet, chosen, cells, is_known=bool(style))


def _dress_part(sheet: Any, area: Area, look: Look) -> None:  # noqa: ANN401
    style, shows_formula = look
    cells = answered(lambda: sheet.Range(area.a1))
    if style:
        answered(lambda: setattr(cells, "Style", STYLES[style].name))
    if shows_formula:
        _show_formulas(sheet, area.sheet, cells, list(area.cells()), is_known=bool(style))


def _show_formulas(
    sheet: Any,  # noqa: ANN401
    name: str,
    cells: Any,  # noqa: ANN401
    places: Sequence[tuple[int, int]],
    *,
    is_known: bool,
) -> None:
    """A formula in a cell that is formatted as text would stay text: such cells get an ordinary format.

    ``is_known`` says that they just became text; otherwise Excel is asked, and where they differ it is asked by parts.
    """
    number_format = TEXT if is_known else answered(lambda: cells.NumberFormat)
    if number_format == TEXT:
        answered(lambda: setattr(cells, "NumberFormat", GENERAL))
    elif number_format is None:
        middle = len(places) // 2
        for half in (places[:middle], places[middle:]):
            for part in rectangles(name, half):
                _show_formulas(sheet, name, sheet.Range(part.a1), list(part.cells()), is_known=False)
