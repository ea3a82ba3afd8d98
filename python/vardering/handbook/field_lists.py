"""The field lists of the handbook, from the workbook's contract."""

from collections.abc import Iterator, Sequence

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.handbook.number_words import number_text
from vardering.workbook.contract.catalogue import CONTRACTS
from vardering.workbook.contract.fields import CellType, Column, InputSheet, InputTable, InputValue
from vardering.workbook.contract.follow_up_form import FORM
from vardering.workbook.contract.maturity_sheet import MATURITY
from vardering.workbook.contract.portfolio_sheets import PORTFOLJ
from vardering.workbook.contract.word_lists import WORD_LISTS

EVERY_CONTRACT = {**CONTRACTS, PORTFOLJ.kind: PORTFOLJ, MATURITY.kind: MATURITY, FORM.kind: FORM}
"""The contracts of every kind of workbook that people fill in, by kind."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One column or single cell: its heading, who fills it in, what it holds, and what may be chosen or written."""

    heading: str
    required: bool
    advanced: bool
    calculated: bool
    help: str
    words: tuple[str, ...]
    limits: str


@dataclass(frozen=True, slots=True)
class FieldList:
    """The fields of one table, or of one group of single cells, of a sheet."""

    title: str
    intro: str
    lines: tuple[FieldLine, ...]


def input_sheet(kind: str, name: str) -> InputSheet:
    """The sheet with this name in a kind of workbook. Raises ``CallError`` "handbook-sheet-unknown"."""
    contract = EVERY_CONTRACT[kind]
    for sheet in (*contract.sheets, *contract.plan_sheets):
        if sheet.name == name:
            return sheet
    raise CallError("handbook-sheet-unknown", name=name)


def field_lists(sheet: InputSheet) -> tuple[FieldList, ...]:
    """Every list of a sheet, from top to bottom."""
    return tuple(_section(title, section) for title, section in sheet.sections)


def _section(title: str, section: InputTable | Sequence[InputValue]) -> FieldList:
    if isinstance(section, InputTable):
        return FieldList(title, section.intro, tuple(map(_column_line, section.columns)))
    return FieldList(title, "", tuple(map(_value_line, section)))


def _column_line(column: Column) -> FieldLine:
    return FieldLine(
        heading=column.heading,
        required=column.required,
        advanced=column.advanced,
        calculated=column.calculated or column.given,
        help=column.help,
        words=tuple(_words(column)),
        limits=_limits(column),
    )


def _value_line(value: InputValue) -> FieldLine:
    return FieldLine(
        heading=value.label,
        required=value.required,
        advanced=False,
        calculated=False,
        help=value.help,
        words=tuple(_words(value)),
        limits=_limits(value),
    )


def _words(declared: Column | InputValue) -> Iterator[str]:
    if declared.type is CellType.CHOICE:
        yield from WORD_LISTS[declared.choices]
    elif declared.type is CellType.YES_NO:
        yield from ("ja", "nej")


def _limits(declared: Column | InputValue) -> str:
    if declared.minimum is None and declared.maximum is None:
        return ""
    if declared.maximum is None:
        return f"minst {number_text(declared.minimum or 0)}"
    if declared.minimum is None:
        return f"högst {number_text(declared.maximum)}"
    return f"{number_text(declared.minimum)} till {number_text(declared.maximum)}"
