"""The three-way merge of the plan: what the product last wrote, what stands there now, and what is true now.

Rows are found by the effect's id, wherever people have moved them. Only calculated cells that still hold what the
product wrote, or that somebody emptied, are refreshed. A calculated cell that somebody changed is left and pointed
out with both values. Rows of effects that are gone are kept and marked.
"""

from collections.abc import Mapping

from vardering.base.cells import CellValue
from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass, field
from vardering.model.vocabulary import PlanRowState
from vardering.workbook.contract.plan_sheet import CALCULATED, PLAN
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.presenting.plan_rows import Cells
from vardering.workbook.reading.cell_reader import shown
from vardering.workbook.reading.coercing import coerce
from vardering.workbook.reading.tables import is_blank
from vardering.workbook.snapshot import TableSnapshot

STATE, LACKING = PLAN.column("state").heading, PLAN.column("lacking").heading
REMOVED: Cells = {STATE: word_for("planradens_läge", PlanRowState.REMOVED), LACKING: None}
"""What changes in the row of an effect that is gone; everything else stays as it was."""


@dataclass(frozen=True, slots=True)
class RefreshedCell:
    """A calculated cell that gets a new value: its row from 0, its heading, and the value."""

    row_index: int
    heading: str
    value: CellValue


@dataclass(slots=True)
class Merge:
    """What an update of the plan does: cells to refresh, ids of new rows, and the copy of what then is written."""

    refreshed: list[RefreshedCell] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    copy: dict[str, dict[str, CellValue]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def merge_plan(table: TableSnapshot, copy: Mapping[str, Cells], now: Mapping[str, Cells]) -> Merge:
    """Merge ``now``, the calculated cells of every effect, into the table; ``copy`` is what was last written."""
    merge = Merge()
    seen: set[str] = set()
    for row_index, row in enumerate(table.rows):
        effect_id = row_id(table, row)
        if not effect_id or effect_id in seen:
            continue
        seen.add(effect_id)
        written = copy.get(effect_id, {})
        if effect_id in now:
            merge.copy[effect_id] = dict(now[effect_id])
            _merge_row(merge, table, row_index, written, now[effect_id])
        elif effect_id in copy:
            merge.copy[effect_id] = {**written, **REMOVED}
            _merge_row(merge, table, row_index, written, REMOVED)
        else:
            where = table.position(row_index, _index(table, PLAN.columns[0].heading))
            merge.faults.append(Fault("plan-row-without-effect", Severity.NOTICE, where, {"id": effect_id}))
    for effect_id, cells in now.items():
        if effect_id not in seen:
            merge.added.append(effect_id)
            merge.copy[effect_id] = dict(cells)
    return merge


def row_id(table: TableSnapshot, row: tuple[CellValue, ...]) -> str:
    """The effect id in a row of the plan; empty where there is none."""
    identity = PLAN.columns[0]
    value = coerce(identity, row[_index(table, identity.heading)]).value
    return value if isinstance(value, str) else ""


def _merge_row(merge: Merge, table: TableSnapshot, row_index: int, written: Cells, now: Cells) -> None:
    effect_id = row_id(table, table.rows[row_index])
    for column in CALCULATED:
        heading = column.heading
        if heading not in now:
            continue
        place = _index(table, heading)
        cell, new, last = table.rows[row_index][place], now[heading], written.get(heading)
        if cell == new or (is_blank(cell) and is_blank(new)):
            continue
        if is_blank(cell) or cell == last:
            merge.refreshed.append(RefreshedCell(row_index, heading, new))
            continue
        merge.copy[effect_id][heading] = last
        where = table.position(row_index, place)
        arguments = {"heading": heading, "value": shown(cell), "new": "tomt" if new is None else shown(new)}
        merge.faults.append(Fault("plan-cell-changed", Severity.WARNING, where, arguments))


def _index(table: TableSnapshot, heading: str) -> int:
    """The column of a heading, which reading the plan has made sure of."""
    return table.headings.index(heading)
