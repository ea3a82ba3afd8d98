"""A sheet layout under construction, filled from top to bottom."""

from vardering.base.cells import Area, CellValue, Position
from vardering.base.light_dataclasses import dataclass, field, replace
from vardering.workbook.layout import (
    ColumnWidth,
    PlacedCell,
    PlacedChart,
    PlacedRule,
    PlacedTable,
    PlacedValidation,
    PrintSetup,
    SheetLayout,
)
from vardering.workbook.row_heights import height_for, lines_of

FIRST_COLUMN = 2
"""Content starts in column B; A is a narrow margin."""

MARGIN_WIDTH = 2.0


@dataclass(slots=True)
class SheetBuilder:
    """Collects what a sheet holds; ``row`` is the next free row."""

    name: str
    row: int = 1
    cells: list[PlacedCell] = field(default_factory=list)
    widths: dict[int, ColumnWidth] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    tables: list[PlacedTable] = field(default_factory=list)
    validations: list[PlacedValidation] = field(default_factory=list)
    charts: list[PlacedChart] = field(default_factory=list)
    rules: list[PlacedRule] = field(default_factory=list)
    names: dict[str, Area] = field(default_factory=dict)

    def put(self, column: int, value: CellValue, style: str, formula: str | None = None, link: str = "") -> Area:
        """Place a cell on the current row and give its area."""
        self.cells.append(PlacedCell(self.row, column, value, formula, style, link))
        return Area(self.name, self.row, column, self.row, column)

    def at(self, column: int) -> Position:
        """The cell of the current row in a column."""
        return Position(self.name, self.row, column)

    def title(self, title: str, intro: str) -> None:
        """The sheet's heading and what it is for."""
        self.put(FIRST_COLUMN, title, "title")
        self.heights[self.row] = 30
        self.row += 1
        self.lines(intro)
        self.row += 1

    def lines(self, text: str) -> None:
        """A running text over as many rows as it needs."""
        for line in lines_of(text):
            self.put(FIRST_COLUMN, line, "intro")
            self.row += 1

    def section(self, title: str, last_column: int = FIRST_COLUMN) -> None:
        """The heading of a section, underlined as far as its content goes."""
        self.put(FIRST_COLUMN, title, "section")
        for column in range(FIRST_COLUMN + 1, last_column + 1):
            self.put(column, None, "section")
        self.heights[self.row] = 22
        self.row += 1

    def widen(self, column: int, width: float) -> None:
        """Make a column at least so wide, in characters."""
        current = self.widths.get(column)
        if current is None or current.width < width:
            self.widths[column] = ColumnWidth(column, column, width)

    def group(self, column: int, *, collapsed: bool) -> None:
        """Put a column in a group that people open with the plus sign above it."""
        self.widths[column] = replace(self.widths[column], level=1, collapsed=collapsed)

    def _fit_heights(self) -> None:
        """Give rows with wrapped text the height they need, where none is given."""
        given = set(self.heights)
        for cell in self.cells:
            width = self.widths.get(cell.column)
            if cell.row in given or width is None:
                continue
            height = height_for(cell.value, cell.style, width.width)
            if height is not None:
                self.heights[cell.row] = max(height, self.heights.get(cell.row, 0.0))

    def layout(
        self,
        *,
        freeze: tuple[int, int] | None = None,
        locked: bool = False,
        print_setup: PrintSetup | None = None,
        tab_colour: str = "",
    ) -> SheetLayout:
        """The finished sheet."""
        self.widen(1, MARGIN_WIDTH)
        self._fit_heights()
        return SheetLayout(
            name=self.name,
            cells=tuple(self.cells),
            widths=tuple(self.widths[column] for column in sorted(self.widths)),
            heights=self.heights,
            tables=tuple(self.tables),
            validations=tuple(self.validations),
            charts=tuple(self.charts),
            rules=tuple(self.rules),
            freeze=freeze,
            locked=locked,
            print_setup=print_setup or PrintSetup(),
            tab_colour=tab_colour,
        )
