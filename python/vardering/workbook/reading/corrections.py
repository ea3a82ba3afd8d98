"""A snapshot as it will be once corrections are written."""

from collections.abc import Sequence

from vardering.base.cells import CellValue
from vardering.base.light_dataclasses import replace
from vardering.workbook.reading.places import Correction
from vardering.workbook.snapshot import NameSnapshot, Snapshot, TableSnapshot


def corrected(snapshot: Snapshot, corrections: Sequence[Correction]) -> Snapshot:
    """The snapshot with every corrected cell holding what it shall hold; the fingerprint stays that of the file."""
    if not corrections:
        return snapshot
    after = {(found.where.sheet, found.where.row, found.where.column): found.after for found in corrections}
    return replace(
        snapshot,
        tables={name: _table(table, after) for name, table in snapshot.tables.items()},
        names={name: _name(found, after) for name, found in snapshot.names.items()},
    )


Changed = dict[tuple[str, int, int], CellValue]


def _table(table: TableSnapshot, after: Changed) -> TableSnapshot:
    area = table.area
    if not any(sheet == area.sheet for sheet, _, _ in after):
        return table
    rows = tuple(
        tuple(after.get((area.sheet, area.row + 1 + i, area.column + j), cell) for j, cell in enumerate(row))
        for i, row in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def _name(name: NameSnapshot, after: Changed) -> NameSnapshot:
    area = name.area
    if not any(sheet == area.sheet for sheet, _, _ in after):
        return name
    values = tuple(
        tuple(after.get((area.sheet, area.row + i, area.column + j), cell) for j, cell in enumerate(row))
        for i, row in enumerate(name.values)
    )
    return replace(name, values=values)
