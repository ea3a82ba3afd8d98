"""What a run writes of how far plan, gate and approved plans have come."""

from vardering.base.cells import Area
from vardering.model.results import Results
from vardering.workbook import written_names
from vardering.workbook.presenting.approved_plan_sheet import forecast_cells
from vardering.workbook.presenting.plan_status import Progress, write_plan_status
from vardering.workbook.presenting.writer import Writer


def write_progress(writer: Writer, progress: Progress, results: Results) -> None:
    """The lines on Start that say how far the plan and the gate ahead have come, and what now is expected beside the
    approved plans.
    """
    status = writer.canvas(written_names.PLAN_STATUS)
    write_plan_status(status, progress)
    writer.add(status)
    for where, write in forecast_cells(progress.approved, results):
        writer.set_cell(Area(where.sheet, where.row, where.column, where.row, where.column), write)
