"""Sheet Beslutsunderlag: the decision basis on one A4 page, the same design for the simplified and the full case."""

from vardering.workbook.column_widths import DECISION_BASIS_WIDTHS
from vardering.workbook.decision_basis import Block, DecisionBasis, Fact, Number, Paragraph, Section, Table
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.row_heights import lines_of

LAST_COLUMN = len(DECISION_BASIS_WIDTHS) - 1
ROW_HEIGHT, GAP_HEIGHT, HEADING_HEIGHT = 13.5, 5.0, 17.0
WHOLE_LINE, PART_LINE, PROSE_LINE = 180, 125, 95
"""Characters that fit across the page, from the second column on, and from the third."""
MOST_ROWS = 88
"""Rows that the page prints, whatever they hold: the limits on texts and tables keep the content within them."""


def write_decision_basis(canvas: Canvas, basis: DecisionBasis) -> None:
    """Every section in order. Rows are kept low and gaps narrow: the page is printed on one A4."""
    for section in basis.sections:
        _write_section(canvas, section)
    for row in range(canvas.first_row, canvas.row):
        if row not in canvas.given_heights:
            canvas.set_height(row, ROW_HEIGHT)


def _write_section(canvas: Canvas, section: Section) -> None:
    if canvas.row > canvas.first_row:
        canvas.set_height(canvas.row, GAP_HEIGHT)
        canvas.row += 1
    canvas.set_height(canvas.row, HEADING_HEIGHT)
    canvas.put(0, section.heading, "section")
    for column in range(1, LAST_COLUMN + 1):
        canvas.put(column, None, "section")
    canvas.row += 1
    for block in section.blocks:
        _write_block(canvas, block)


def _write_block(canvas: Canvas, block: Block) -> None:
    if isinstance(block, Paragraph):
        _write_lines(canvas, 0, block.text, "intro" if block.is_note else "plain", WHOLE_LINE)
    elif isinstance(block, Fact):
        canvas.put(0, block.label, "label")
        _write_lines(canvas, 1, block.text, "plain", PART_LINE)
    else:
        _write_table(canvas, block)


def _write_lines(canvas: Canvas, column: int, text: str, style: str, length: int) -> None:
    """A running text over as many rows as it needs, so that the page keeps its width."""
    for line in lines_of(text, length):
        canvas.put(column, line, style)
        canvas.row += 1


def _write_table(canvas: Canvas, table: Table) -> None:
    for column, heading in enumerate(table.headings):
        canvas.put(column, heading or None, "heading")
    if table.is_prose:
        for column in range(len(table.headings), LAST_COLUMN + 1):
            canvas.put(column, None, "heading")
    canvas.row += 1
    for row in table.rows:
        prose = row[-1] if table.is_prose else None
        for column, cell in enumerate(row[:-1] if table.is_prose else row):
            if isinstance(cell, Number):
                canvas.put(column, cell.value, f"result_{cell.suffix}")
            else:
                canvas.put(column, cell or None, "result_text" if column else "subheading")
        if isinstance(prose, str):
            _write_lines(canvas, len(row) - 1, prose, "help", PROSE_LINE)
        else:
            canvas.row += 1
