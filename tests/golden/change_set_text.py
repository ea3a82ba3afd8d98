"""A ChangeSet as text that a reviewer can read: one line a row of cells, styles last, no fingerprints."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from vardering.base.cells import CellValue, ErrorValue
from vardering.workbook import written_names
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, RowHeight, SeriesWrite
from vardering.workbook.presenting.canvas import EMPTIED

SUMMARISED = (written_names.INPUT_COPY, written_names.INPUT_SUMMARY)
"""Areas that hold one line for each input cell: counted and hashed."""
LONGEST_SPELLED_OUT = 400
"""A written area of more rows than this is counted and hashed too."""

Line = tuple[CellWrite | None, ...]


def text_of(change_set: ChangeSet) -> str:
    """The whole ChangeSet, without the fingerprint that it expects."""
    lines = [*names_text(change_set)]
    named = {write.area: write.name for write in change_set.names}
    for block in change_set.blocks:
        lines.extend(("", *block_text(block, named.get(block.area, ""))))
    lines.extend(("", "== Diagram"))
    for series in change_set.series:
        lines.extend(series_text(series))
    lines.extend(("", "== Tabeller"))
    lines.extend(f"{resize.table} {resize.area.sheet}!{resize.area.a1}" for resize in change_set.resizes)
    lines.extend(("", "== Radhöjder"))
    lines.extend(heights_text(change_set.heights))
    return "\n".join(lines) + "\n"


def names_text(change_set: ChangeSet) -> Iterator[str]:
    """Every written area's new place, and the areas that may be written over."""
    yield "== Namn"
    for write in change_set.names:
        yield f"{write.name} {write.area.sheet}!{write.area.a1}"
    yield ""
    yield "== Egna områden"
    for sheet, areas in groupby(change_set.owned, key=lambda area: area.sheet):
        yield f"{sheet}: {' '.join(area.a1 for area in areas)}"


def block_text(block: Block, name: str) -> Iterator[str]:
    """One block: its place, then its rows, or how many they are."""
    lines = [row_text(block, index) for index in range(len(block.rows))]
    yield f"== {block.area.sheet}!{block.area.a1} {name}".rstrip()
    if name in SUMMARISED or len(lines) > LONGEST_SPELLED_OUT:
        cells = [cell for row in block.rows for cell in row if cell is not None and cell != EMPTIED]
        formulas = sum(cell.formula is not None for cell in cells)
        yield f"{len(cells)} celler, varav {formulas} formler, {digest(lines)}"
        return
    for blank, group in groupby(lines, key=lambda line: line.endswith(EMPTIED_ROW)):
        rows = list(group)
        yield from ([f"{rows[0].partition(EMPTIED_ROW)[0]}{EMPTIED_ROW} × {len(rows)}"] if blank else rows)


EMPTIED_ROW = "(töms)"


def row_text(block: Block, index: int) -> str:
    """One row: its number, what each cell holds, and the styles in order."""
    row = block.rows[index]
    number = block.area.row + index
    last = max((place for place, cell in enumerate(row) if cell not in (None, EMPTIED)), default=None)
    if last is None:
        return f"{number:>4} {EMPTIED_ROW}"
    cells = " | ".join(cell_text(cell) for cell in row[: last + 1])
    return f"{number:>4} {cells}   [{styles_text(row[: last + 1])}]"


def cell_text(cell: CellWrite | None) -> str:
    """A cell's value, or its formula with the value stored beside it; "." for a cell that is left alone."""
    if cell is None:
        return "."
    if cell.formula is not None:
        return f"{cell.formula} → {value_text(cell.value)}"
    return value_text(cell.value)


def value_text(value: CellValue) -> str:
    """A value: numbers to nine significant digits, which no platform disagrees on."""
    if value is None:
        return ""
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, float):
        return f"{value:.9g}"
    if isinstance(value, date):
        return value.isoformat()
    return scrubbed(repr(value)[1:-1])


def scrubbed(text: str) -> str:
    """Text without fingerprints, which change with every input that a new version adds."""
    return re.sub(r"\b[0-9a-f]{12,64}\b", "‹fingeravtryck›", text)


def styles_text(row: Line) -> str:
    """The styles of a row, side by side and counted."""
    styles = [("–" if cell is None else cell.style or "som förut") for cell in row]
    counted = [(style, len(list(group))) for style, group in groupby(styles)]
    return " ".join(style if count == 1 else f"{style}×{count}" for style, count in counted)


def series_text(series: SeriesWrite) -> Iterator[str]:
    """One series: where it takes its values, and what it stores."""
    title = f"{series.title.sheet}!{series.title.a1} " if series.title is not None else ""
    values = series.values
    yield f"{series.chart} {series.index}: {title}{series.stored_title}: {values.sheet}!{values.a1}"
    pairs = zip(series.stored_categories, series.stored_values, strict=True)
    yield "     " + ", ".join(f"{category_text(category)} {value_text(value)}" for category, value in pairs)


def category_text(category: str | float) -> str:
    """A category: a year or a word."""
    return category if isinstance(category, str) else f"{category:.9g}"


def heights_text(heights: Sequence[RowHeight]) -> Iterator[str]:
    """The rows of each sheet that get another height than the standard."""
    for sheet, group in groupby(heights, key=lambda height: height.sheet):
        high = [f"{height.row}={height.points:g}" for height in group if height.points is not None]
        if high:
            yield f"{sheet}: {' '.join(high)}"


def digest(lines: Sequence[str]) -> str:
    """A short mark of many lines."""
    return "sha256 " + hashlib.sha256("\n".join(lines).encode()).hexdigest()[:10]
