"""What a book shall write, all at once: a plain, comparable value that every host applies in its own way.

Applying a ChangeSet never overwrites what is not ours: a cell that is written must be empty before or lie within
``owned``; otherwise nothing is written and ``BookProtectedError("content-in-the-way")`` names the cell.
"""

from vardering.base.cells import Area, CellValue
from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellWrite:
    """One cell. With ``formula`` (starting with "="), ``value`` is its stored value.

    ``style`` is a key of ``workbook.styles.STYLES``; None keeps the style the cell has. ``value`` None without
    formula empties the cell. Text is always text, whatever it starts with.
    """

    value: CellValue = None
    formula: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells, rows × columns as ``area``; a None entry leaves that cell as it is."""

    area: Area
    rows: tuple[tuple[CellWrite | None, ...], ...]


@dataclass(frozen=True, slots=True)
class TableResize:
    """A table's new area, heading row included; never without a body row. Blocks write and clear its cells."""

    table: str
    area: Area


@dataclass(frozen=True, slots=True)
class NameWrite:
    """A defined name's new area. The name exists already."""

    name: str
    area: Area


@dataclass(frozen=True, slots=True)
class SeriesWrite:
    """New ranges of one series of a native chart, with the values they hold for viewers that do not calculate.

    ``chart`` is the name of the chart's frame (its object name), ``index`` the order of the series from 0. Only
    bubbles have ``sizes``.
    """

    chart: str
    index: int
    title: Area | None
    categories: Area
    values: Area
    stored_title: str
    stored_categories: tuple[str | float, ...]
    stored_values: tuple[float | None, ...]
    sizes: Area | None = None
    stored_sizes: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class RowHeight:
    """The height of a row in points, for text that wraps; None gives the row its standard height back."""

    sheet: str
    row: int
    points: float | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one command writes into one book. ``expects`` is the fingerprint of the Snapshot it was made from."""

    expects: str
    owned: tuple[Area, ...] = ()
    blocks: tuple[Block, ...] = ()
    resizes: tuple[TableResize, ...] = ()
    names: tuple[NameWrite, ...] = ()
    series: tuple[SeriesWrite, ...] = ()
    heights: tuple[RowHeight, ...] = ()
