"""Rows of figures on the sheets of a compilation, and what every table of it has in common."""

from collections.abc import Iterable, Sequence

from vardering.base.cells import Area, CellValue
from vardering.model.maturity_results import MaturityFigures
from vardering.texts import maturity_result_texts as words
from vardering.workbook.layout import PlacedRule, PlacedTable
from vardering.workbook.maturity_tables import FIGURE_STYLES
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

LOW, HIGH = 2.5, 3.5
POINT_HEAT = (("risk_high", f"<{LOW}"), ("risk_medium", f"<={HIGH}"), ("risk_low", f">{HIGH}"))
NARROW, WIDE = 0.75, 1.5
GAP_HEAT = (("risk_high", f">{WIDE}"), ("risk_medium", f">={NARROW}"), ("risk_low", f"<{NARROW}"))
"""The style of a figure by its size; the first that fits holds."""
HEADING_HEIGHT = 46.0


def put_row(builder: SheetBuilder, cells: Sequence[CellValue], style: str) -> None:
    """A row of cells in one style, from the first column of the content."""
    for offset, cell in enumerate(cells):
        builder.put(FIRST_COLUMN + offset, cell, style)
    builder.row += 1


def put_headings(builder: SheetBuilder, headings: Sequence[str]) -> int:
    """A row of table headings; gives the row."""
    row = builder.row
    builder.heights[row] = HEADING_HEIGHT
    put_row(builder, headings, "heading")
    return row


def add_table(builder: SheetBuilder, name: str, headings: Sequence[str], heading_row: int) -> Area:
    """Make a table of the rows from the headings to the last one placed. Gives its area."""
    last = FIRST_COLUMN + len(headings) - 1
    area = Area(builder.name, heading_row, FIRST_COLUMN, builder.row - 1, last)
    builder.tables.append(PlacedTable(name, area, tuple(headings), ("heading",) * len(headings), with_filter=False))
    return area


def put_figures(builder: SheetBuilder, column: int, figures: MaturityFigures, names: Iterable[str]) -> None:
    """Figures in the columns from ``column`` on; what is not shown says why."""
    for offset, name in enumerate(names):
        put_figure(builder, column + offset, getattr(figures, name), FIGURE_STYLES[name])


def put_figure(builder: SheetBuilder, column: int, value: float | None, suffix: str) -> None:
    """One figure, or that too few lie behind it."""
    if value is None:
        builder.put(column, words.HIDDEN, f"result_{suffix}")
    else:
        builder.put(column, float(value), f"result_{suffix}")


def add_heat(builder: SheetBuilder, area: Area, styles: Sequence[tuple[str, str]] = POINT_HEAT) -> None:
    """Let the style of every figure in an area follow its size; cells with words are left as they are."""
    first = area.position(0, 0).a1
    for style, condition in styles:
        builder.rules.append(PlacedRule(area, f"=AND(ISNUMBER({first}),{first}{condition})", style))
