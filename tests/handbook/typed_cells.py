"""What a reader of the handbook types, and what stands in the workbook afterwards: by sheets, headings and labels."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from e2e.workbook_files import Edits, edited, seen_by_openpyxl, snapshot_of
from handbook.pages import markdown_tables
from handbook.test_worked_example import typed
from vardering.base.cells import CellValue
from vardering.workbook.contract.catalogue import CONTRACTS, KIND_NAME
from vardering.workbook.snapshot import Snapshot

Values = Mapping[str, CellValue]
"""Single values by their label."""
Rows = Mapping[tuple[str, str], Mapping[str, CellValue]]
"""Cells by heading, by sheet and the first cell of their row; a row without a name is the first that is free."""


def edits(snapshot: Snapshot, values: Values, rows: Rows) -> Edits:
    """What is typed: single values, and rows in the table of the sheet that has these headings."""
    contract = CONTRACTS[str(snapshot.names[KIND_NAME].values[0][0])]
    labels = {value.label: value.name for value in contract.values}
    found: dict[tuple[str, int, str] | str, CellValue] = {labels[label]: value for label, value in values.items()}
    for (sheet, first), cells in rows.items():
        name = next(
            table.name
            for declared in (*contract.sheets, *contract.plan_sheets)
            for table in declared.tables
            if declared.name == sheet and set(cells) <= {column.heading for column in table.columns}
        )
        found |= {(name, _place(snapshot, name, first), heading): value for heading, value in cells.items()}
    return found


def _place(snapshot: Snapshot, name: str, first: str) -> int:
    rows = enumerate(snapshot.tables[name].rows)
    return next(place for place, row in rows if (row[0] == first if first else not any(row)))


def type_in(file: Path, values: Values, rows: Rows) -> None:
    """Type into a workbook on disk."""
    content = file.read_bytes()
    file.write_bytes(edited(content, edits(snapshot_of(content), values, rows)))


def lines(file: Path, sheet: str) -> list[tuple[object, ...]]:
    """The rows of a sheet, without their empty cells."""
    found = seen_by_openpyxl(file.read_bytes())[sheet].iter_rows(values_only=True)
    return [tuple(value for value in row if value is not None) for row in found]


def line(file: Path, sheet: str, first: str, width: int) -> tuple[object, ...]:
    """The first row of at least this width that begins with these words, without them."""
    return next(row[1:] for row in lines(file, sheet) if len(row) >= width and row[0] == first)


def told(text: str, heading: str) -> dict[str, list[CellValue]]:
    """The table of a chapter whose first heading is this one: its figures by their row's first cell."""
    found = next(rows for rows in markdown_tables(text) if rows[0][0] == heading)
    return {row[0]: [typed(cell) for cell in row[1:]] for row in found[1:]}


def agree(found: Iterable[object], expected: Iterable[object]) -> bool:
    """Whether figures are those expected as far as they are shown: whole kronor, two decimals of what is small."""
    return all(_agrees(one, other) for one, other in zip(found, expected, strict=True))


def _agrees(found: object, expected: object) -> bool:
    if not isinstance(found, int | float) or not isinstance(expected, int | float):
        return found == expected
    return abs(found - expected) <= (0.5 if abs(expected) > 100 else 0.005)
