"""The frames of plan and follow-up, filled with what a workbook before this one held."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from vardering.base.light_dataclasses import replace
from vardering.model.approved_plan import ApprovedPlan
from vardering.model.realisation import Realisation
from vardering.model.record import Record
from vardering.workbook import written_names
from vardering.workbook.column_widths import APPROVED_PLAN_WIDTHS
from vardering.workbook.contract.fields import InputTable
from vardering.workbook.contract.follow_up_sheet import ACTUAL_COSTS, MEASUREMENTS
from vardering.workbook.contract.plan_sheet import PLAN
from vardering.workbook.filling import Row, cell_for
from vardering.workbook.layout import PlacedCell, SheetLayout
from vardering.workbook.presenting.approval_change_set import ROWS_BETWEEN
from vardering.workbook.presenting.approved_plan_sheet import write_approved_plan
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.plan_change_set import write_copy
from vardering.workbook.presenting.plan_rows import calculated_cells
from vardering.workbook.template.follow_up_sheets import build_actual_cost_sheet, build_follow_up_sheet
from vardering.workbook.template.plan_sheets import build_approved_plan_sheet, build_plan_copy_sheet, build_plan_sheet
from vardering.workbook.template.sheet_builder import SheetBuilder

Frame = Callable[[SheetBuilder], SheetLayout]


def realisation_frames(realisation: Realisation) -> Mapping[str, Frame]:
    """The frames that differ from empty ones, by sheet."""
    plan, report = realisation.plan.rows, realisation.follow_up
    return {
        "Effekthemtagningsplan": partial(build_plan_sheet, rows=_rows(PLAN, plan)),
        "Uppföljning": partial(build_follow_up_sheet, rows=_rows(MEASUREMENTS, report.measurements)),
        "Kostnadsutfall": partial(build_actual_cost_sheet, rows=_rows(ACTUAL_COSTS, report.actual_costs)),
        "Plankopia": partial(_plan_copy, realisation=realisation),
        "Beslutad plan": partial(_approved_plans, plans=realisation.approved),
    }


def _rows(declared: InputTable, records: Sequence[Record]) -> tuple[Row, ...]:
    """The rows of a table; what only a follow-up writes stays empty until the next one."""
    return tuple(
        tuple(None if column.given else cell_for(column, getattr(record, column.field)) for column in declared.columns)
        for record in records
    )


def _plan_copy(builder: SheetBuilder, realisation: Realisation) -> SheetLayout:
    """The copy says that the grey cells are the product's own, so that the next update goes on from them."""
    layout = build_plan_copy_sheet(builder)
    copy = {row.effect_id: calculated_cells(row) for row in realisation.plan.rows}
    if not copy:
        return layout
    return _written(builder, layout, written_names.PLAN_COPY, [lambda canvas: write_copy(canvas, copy)])


def _approved_plans(builder: SheetBuilder, plans: Sequence[ApprovedPlan]) -> SheetLayout:
    layout = build_approved_plan_sheet(builder)
    if not plans:
        return layout
    writes = [partial(write_approved_plan, plan=plan) for plan in plans]
    return _written(builder, layout, written_names.APPROVED_PLAN, writes)


def _written(
    builder: SheetBuilder, layout: SheetLayout, name: str, writes: Sequence[Callable[[Canvas], None]]
) -> SheetLayout:
    """The sheet with what a run would have written in one of its areas, part by part with rows between."""
    start = builder.names[name]
    canvas = Canvas(name, start.sheet, start.row, start.column, start.row, widths=APPROVED_PLAN_WIDTHS)
    for place, write in enumerate(writes):
        canvas.row += ROWS_BETWEEN if place else 0
        write(canvas)
    builder.names[name] = canvas.extent
    hint = (start.row, start.column)
    kept = tuple(cell for cell in layout.cells if (cell.row, cell.column) != hint)
    added = tuple(
        PlacedCell(row, column, cell.value, cell.formula, cell.style or "plain")
        for (row, column), cell in sorted(canvas.cells.items())
    )
    heights = {height.row: height.points for height in canvas.heights(canvas.extent) if height.points is not None}
    return replace(layout, cells=(*kept, *added), heights={**layout.heights, **heights})
