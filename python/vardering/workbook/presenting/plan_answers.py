"""People's answers put into the plan: only in cells that hold nothing, as a person fills them in."""

from vardering.base.cells import Area
from vardering.model.realisation_plan import RealisationPlan
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.contract.plan_sheet import PLAN, WRITTEN
from vardering.workbook.filling import cell_for
from vardering.workbook.presenting.plan_merge import row_id
from vardering.workbook.reading.tables import is_blank
from vardering.workbook.snapshot import Snapshot


def answers_change_set(snapshot: Snapshot, answers: RealisationPlan) -> ChangeSet:
    """The answers of each effect in the blank cells of its row; cells that hold something are left."""
    table = snapshot.tables[PLAN.name]
    blocks: list[Block] = []
    for index, row in enumerate(table.rows):
        found = answers.row(row_id(table, row) or " ")
        for column in WRITTEN if found is not None else ():
            place = table.headings.index(column.heading)
            cell = cell_for(column, getattr(found, column.field))
            if cell is not None and is_blank(row[place]):
                where = table.position(index, place)
                area = Area(where.sheet, where.row, where.column, where.row, where.column)
                blocks.append(Block(area, ((CellWrite(cell),),)))
    return ChangeSet(snapshot.fingerprint, blocks=tuple(blocks))
