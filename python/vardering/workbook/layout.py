"""A whole workbook as a plain value: what a new file holds before anything is calculated.

The contract builds it (``workbook.template``), a book writes it (``books.new_xlsx``) or keeps it in memory.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass, field
from vardering.workbook.chart_styles import ChartKind


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a new sheet; with ``formula``, ``value`` is its stored value. ``style`` is a key of STYLES."""

    row: int
    column: int
    value: CellValue = None
    formula: str | None = None
    style: str = "text"
    link: str = ""
    """Internal target of a hyperlink, such as ``'Effekter'!A1``; empty for none."""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """An Excel table; ``area`` includes the heading row, whose cells are given as headings."""

    name: str
    area: Area
    headings: tuple[str, ...]
    heading_styles: tuple[str, ...]
    with_filter: bool = True


class ValidationKind(StrEnum):
    """What a cell may hold."""

    ANY = "any"
    LIST = "list"
    DECIMAL = "decimal"
    WHOLE = "whole"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class PlacedValidation:
    """Limits and the input message of an area. A list's ``source`` is a formula or the words themselves.

    ``minimum`` and ``maximum`` may each be None. Messages: title at most 32 characters, text at most 255.
    ``stops`` False makes the refusal a warning that the user may pass (lists with own words).
    """

    area: Area
    kind: ValidationKind
    source: str | tuple[str, ...] = ""
    minimum: float | None = None
    maximum: float | None = None
    title: str = ""
    message: str = ""
    error: str = ""
    stops: bool = True


@dataclass(frozen=True, slots=True)
class PlacedSeries:
    """One series: references to a title cell, categories and values; pattern/dash tell series apart without colour.

    A series that is not ``shown`` only holds up those stacked on it; one not ``in_legend`` looks as another that is.
    Without ``outline`` a column of height zero leaves no line.
    """

    title: Area
    categories: Area
    values: Area
    colour: str
    pattern: str = ""
    dash: str = "solid"
    marker: str = ""
    stored_title: str = ""
    shown: bool = True
    in_legend: bool = True
    outline: bool = True
    sizes: Area | None = None
    """What the area of each bubble shows; such a series bears its title as a label."""


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A native chart. ``name`` is its object name, by which series are updated later."""

    name: str
    kind: ChartKind
    row: int
    column: int
    width_pixels: int
    height_pixels: int
    title: str
    x_title: str
    y_title: str
    alt_text: str
    series: tuple[PlacedSeries, ...]
    number_format: str = "#,##0"
    highest: float | None = None
    """Where the values' axis ends; None lets the program choose."""
    limits: tuple[float, float] | None = None
    """Where both axes of a bubble chart begin and end."""
    lowest: float | None = None


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """Conditional style: where ``formula`` (relative to the first cell of ``area``) is true, ``style`` shows."""

    area: Area
    formula: str
    style: str


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """A4. ``pages_wide`` 0 lets columns run over pages at ``scale`` per cent; 1 fits the width."""

    landscape: bool = True
    pages_wide: int = 1
    pages_high: int = 0
    scale: int = 100
    repeat_rows: tuple[int, int] | None = None
    repeat_columns: tuple[int, int] | None = None
    area: Area | None = None
    row_breaks: tuple[int, ...] = ()
    column_breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnWidth:
    """Width in characters of a range of columns; ``level`` > 0 groups them, collapsed or not."""

    first: int
    last: int
    width: float
    level: int = 0
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """One sheet of a new workbook."""

    name: str
    cells: tuple[PlacedCell, ...]
    widths: tuple[ColumnWidth, ...] = ()
    heights: Mapping[int, float] = field(default_factory=dict)
    tables: tuple[PlacedTable, ...] = ()
    validations: tuple[PlacedValidation, ...] = ()
    charts: tuple[PlacedChart, ...] = ()
    rules: tuple[PlacedRule, ...] = ()
    freeze: tuple[int, int] | None = None
    """First row and first column that scroll, counted from 1."""
    locked: bool = False
    print_setup: PrintSetup = PrintSetup()
    tab_colour: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookLayout:
    """A new workbook: sheets in order, defined names, and the document's title (no author: personal data)."""

    title: str
    subject: str
    sheets: tuple[SheetLayout, ...]
    names: Mapping[str, Area]
    saves_no_author: bool = False
    """Whether Excel is asked to keep the names of those who save the file out of its properties."""
