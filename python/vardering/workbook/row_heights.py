"""Text in cells: where lines break, and how high a row must be for text that wraps.

Programs do not agree on fitting rows when a file is opened, so heights are written. The estimate is on the wide
side: a little air is better than a cut line.
"""

from collections.abc import Iterable
from math import ceil

from vardering.workbook.change_set import RowHeight
from vardering.workbook.styles import STYLES

POINTS_PER_LINE = 13.5
PADDING = 3.0
CHARACTERS_PER_WIDTH = 0.95
"""Average letters that fit in one unit of column width at 10 points."""


def lines_needed(text: str, width: float) -> int:
    """Lines that a text takes in a column of a width in characters.

    >>> lines_needed("Kort", 20), lines_needed("En mening som är för lång för kolumnen", 20)
    (1, 2)
    """
    fits = max(width * CHARACTERS_PER_WIDTH, 1)
    if len(text) <= fits and "\n" not in text:
        return 1
    return sum(max(ceil(len(paragraph) / fits), 1) for paragraph in text.split("\n"))


LINE_LENGTH = 120
"""Characters in a line of running text that no cell border holds."""


def lines_of(text: str, length: int = LINE_LENGTH) -> list[str]:
    """The text broken between words into lines of at most ``length`` characters."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= length:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def height_for(text: object, style: str, width: float) -> float | None:
    """Points a row needs for a cell, None where the standard height does."""
    look = STYLES[style]
    if not (look.wrap and isinstance(text, str)):
        return None
    lines = lines_needed(text, width * 10 / look.size)
    return lines * POINTS_PER_LINE * look.size / 10 + PADDING if lines > 1 else None


THINNEST_TEXT_POINTS = 10.0
"""No row with text is lower: a sheet that has such rows is a drawing."""


def drawn_sheets(heights: Iterable[RowHeight]) -> set[str]:
    """Sheets with rows too low for text."""
    return {each.sheet for each in heights if each.points is not None and each.points < THINNEST_TEXT_POINTS}
