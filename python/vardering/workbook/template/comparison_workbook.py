"""The workbook of a comparison: Skillnader, Nyckeltal, Vattenfall and Varje ändring. A report; nothing is typed."""

from vardering.texts import comparison_texts as words
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.presenting.comparison import Comparison
from vardering.workbook.presenting.run import Run
from vardering.workbook.template.comparison_sheets import build_differences_sheet, build_figures_sheet
from vardering.workbook.template.steps_sheet import build_steps_sheet
from vardering.workbook.template.waterfall_sheet import build_waterfall_sheet


def build_comparison_workbook(comparison: Comparison, run: Run) -> WorkbookLayout:
    """The layout of the comparison's workbook."""
    name = comparison.after.case.change.name
    return WorkbookLayout(
        title=f"{words.TITLE}: {name}" if name else words.TITLE,
        subject="Värderingsmodellen",
        sheets=(
            build_differences_sheet(comparison, run),
            build_figures_sheet(comparison),
            build_waterfall_sheet(comparison),
            build_steps_sheet(comparison),
        ),
        names={},
    )
