"""Sheet Beslutsunderlag: the decision basis on one A4 page, the same design for the simplified and the full case."""

from vardering.workbook.column_widths import DECISION_BASIS_WIDTHS
from vardering.workbook.decision_basis import Block, DecisionBasis, Fact, NoFigure, Number, Paragraph, Section, Table
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.row_heights import lines_of

LAST_COLUMN = len(DECISION_BASIS_WIDTHS) - 1
ROW_HEIGHT, GAP_HEIGHT, HEADING_HEIGHT = 13.5, 5.0, 17.0
WHOLE_LINE, PART_LINE, PROSE_LINE = 180, 125, 95
"""Characters that fit across the page, from the second column on, and from the third."""
MOST_POINTS = 1190.0
"""Height of the content of a page that is printed at no less than 0.6 of its size: what ten points still can be read
at. A4 leaves 774 points; the title and the status above take about 100 more."""


def write_decision_basis(canvas: Canvas, basis: DecisionBasis) -> None:
    """Every section in order. Rows are kept low and gaps narrow: the page is printed on one A4."""
    for section in basis.sections:
        _write_section(canvas, section)
    for row in range(canvas.first_row, canvas.row):
        if row not in canvas.given_heights:
            canvas.set_height(row, ROW_HEIGHT)


def fits_one_page(basis: DecisionBasis) -> bool:
    """Whether all of it can be read on one A4."""
    canvas = Canvas("", "", 1, 1, 1, widths=DECISION_BASIS_WIDTHS)
    write_decision_basis(canvas, basis)
    return sum(height.points or ROW_HEIGHT for height in canvas.heights(canvas.extent)) <= MOST_POINTS


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
    """Charts are left to the sheets that have their figures: the page has no room for them."""
    if isinstance(block, Paragraph):
        _write_lines(canvas, 0, block.text, "intro" if block.is_note else "plain", WHOLE_LINE)
    elif isinstance(block, Fact):
        canvas.put(0, block.label, "label")
        _write_lines(canvas, 1, block.text, "plain", PART_LINE)
    elif isinstance(block, Table):
        _write_table(canvas, block)


def _write_lines(canvas: Canvas, column: int, text: str, style: str, length: int) -> None:
    """A running text over as many rows as it needs, so that the page keeps its width."""
    for line in lines_of(text, length):
        canvas.put(column, line, style)
        canvas.row += 1


def _write_table(canvas: Canvas, table: Table) -> None:
    for column, heading in enumerate(table.headings):
        canvas.put(column, heading or None, "heading_year" if _holds_figures(table, column) else "heading")
    if table.is_prose:
        for column in range(len(table.headings), LAST_COLUMN + 1):
            canvas.put(column, None, "heading")
    canvas.row += 1
    for row in table.rows:
        prose = row[-1] if table.is_prose else None
        for column, cell in enumerate(row[:-1] if table.is_prose else row):
            if isinstance(cell, Number):
                canvas.put(column, cell.value, f"result_{cell.suffix}")
            elif isinstance(cell, NoFigure):
                canvas.put(column, cell.text, "result_kr")
            else:
                canvas.put(column, cell or None, "result_text" if column else "subheading")
        if isinstance(prose, str):
            _write_lines(canvas, len(row) - 1, prose, "help", PROSE_LINE)
        else:
            canvas.row += 1


def _holds_figures(table: Table, column: int) -> bool:
    """Whether a column has nothing but figures, and words in place of figures: then its heading stands above them."""
    return all(not isinstance(row[column], str) for row in table.rows)
