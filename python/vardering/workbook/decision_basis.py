"""The decision basis as a plain value: what the sheet and the Word file both show.

A basis is sections; a section is blocks in order: running text, labelled facts, tables and charts. Figures
keep their value and the way they are shown. The sheet's texts are cut to what one A4 page holds; in Word they are
whole.
"""

from collections.abc import Iterator
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.texts import basis_texts
from vardering.texts.figure_texts import number_text
from vardering.workbook.chart_styles import ChartKind


class Part(StrEnum):
    """The sections, by the names that a Word template places them with."""

    CHANGE = "forandringen"
    ALTERNATIVES = "alternativ"
    FIGURES = "nyckeltal"
    UNCERTAINTY = "osakerhet"
    EFFECTS = "effekter"
    RISKS = "risker"
    ASSESSMENT = "bedomning"
    RECOMMENDATION = "rekommendation"
    REQUEST = "beslut"
    STATE = "laget"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in a table. ``suffix`` is how it is shown: "kr", "decimals", "whole", "share" or "year"."""

    value: float
    suffix: str

    @property
    def text(self) -> str:
        """The figure as people write it."""
        return number_text(self.value, self.suffix)


@dataclass(frozen=True, slots=True)
class NoFigure:
    """Words where a figure would stand, such as why there is none."""

    text: str


Cell = Number | NoFigure | str


def cell_text(cell: Cell) -> str:
    """What a reader sees of a cell."""
    return cell if isinstance(cell, str) else cell.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A running text. A note explains; it is not part of the matter itself."""

    text: str
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading row; every row has as many cells, and the first names the row.

    ``is_prose`` says that the last column is running text, which may need the width of several columns.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A line or a row of bars, one value for each category; dash, marker and pattern tell it without its colour."""

    title: str
    values: tuple[float, ...]
    colour: str
    pattern: str = ""
    dash: str = "solid"
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, LINE or STACKED_BAR, that repeats figures of the workbook where there is room for it."""

    kind: ChartKind
    title: str
    alt_text: str
    value_title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]


Block = Paragraph | Fact | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    part: Part
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DecisionBasis:
    """The whole page. ``title`` is the name of the change, ``case_id`` what identifies the case."""

    title: str
    case_id: str
    sections: tuple[Section, ...]

    @property
    def document_heading(self) -> str:
        """What stands first in a document with the basis."""
        return basis_texts.DOCUMENT_HEADING

    @property
    def document_title(self) -> str:
        """What a document with the basis is called."""
        return basis_texts.DOCUMENT_TITLE.format(name=self.title)

    def texts(self) -> Iterator[str]:
        """Everything that is read, in reading order; empty cells left out, and charts, which repeat figures."""
        for section in self.sections:
            yield section.heading
            for block in section.blocks:
                yield from (text for text in _texts_of(block) if text)


def _texts_of(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Fact):
        yield block.label
        yield block.text
    elif isinstance(block, Table):
        yield from block.headings
        for row in block.rows:
            yield from (cell_text(cell) for cell in row)
