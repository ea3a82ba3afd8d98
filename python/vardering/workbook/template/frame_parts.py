"""What the frames of several written sheets have in common."""

from collections.abc import Sequence

from vardering.texts import sheet_texts
from vardering.workbook.layout import PlacedRule
from vardering.workbook.presenting.status import STATUS_ECHO
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder


def set_widths(builder: SheetBuilder, widths: Sequence[float]) -> None:
    """Column widths in characters, from the first column of the content on."""
    for offset, width in enumerate(widths):
        builder.widen(FIRST_COLUMN + offset, width)


def named_start(builder: SheetBuilder, name: str, hint: str = "") -> None:
    """Name the current cell as the place where a run writes."""
    builder.names[name] = builder.put(FIRST_COLUMN, hint or None, "plain")


def status_echo(builder: SheetBuilder, name: str) -> None:
    """A cell that repeats the live sentence of Start, coloured and styled by what it says."""
    area = builder.put(FIRST_COLUMN, sheet_texts.STATUS_NEVER, "status", STATUS_ECHO)
    builder.names[name] = area
    builder.heights[builder.row] = 34
    cell = area.position(0, 0).reference.partition("!")[2]
    for sentence, style in (
        (sheet_texts.STATUS_FRESH, "status_fresh"),
        (sheet_texts.STATUS_STALE, "status_stale"),
        (sheet_texts.STATUS_FAULTY, "status_stale"),
        (sheet_texts.STATUS_FAULTY_FROM_START, "status_stale"),
    ):
        builder.rules.append(PlacedRule(area, f'={cell}="{sentence}"', style))
    builder.row += 1
