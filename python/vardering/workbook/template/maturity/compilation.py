"""The workbook of a maturity compilation, sheet by sheet. A report: only workshop and action plan are written in."""

from collections.abc import Callable

from vardering.texts import maturity_result_texts as words
from vardering.workbook.layout import SheetLayout, WorkbookLayout
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.template.maturity.about import build_about
from vardering.workbook.template.maturity.action_plan import build_action_plan
from vardering.workbook.template.maturity.comments import build_comments
from vardering.workbook.template.maturity.comparison import build_comparison
from vardering.workbook.template.maturity.groups import build_groups
from vardering.workbook.template.maturity.overview import build_overview
from vardering.workbook.template.maturity.statements import build_statements
from vardering.workbook.template.maturity.workshop import build_workshop
from vardering.workbook.template.sheet_builder import SheetBuilder

Frame = Callable[[Compilation, SheetBuilder], SheetLayout]

FRAMES: dict[str, Frame] = {
    words.OVERVIEW_SHEET: build_overview,
    words.STATEMENTS_SHEET: build_statements,
    words.GROUPS_SHEET: build_groups,
    words.COMPARISON_SHEET: build_comparison,
    words.WORKSHOP_SHEET: build_workshop,
    words.PLAN_SHEET: build_action_plan,
    words.COMMENTS_SHEET: build_comments,
    words.ABOUT_SHEET: build_about,
}
"""The sheets in order. A new one is a builder and a line here."""


def build_compilation(compilation: Compilation) -> WorkbookLayout:
    """The layout of the compilation's workbook."""
    left_out = words.COMPARISON_SHEET if compilation.earlier is None else ""
    builders = {name: SheetBuilder(name) for name in FRAMES if name != left_out}
    sheets = tuple(FRAMES[name](compilation, builder) for name, builder in builders.items())
    names = {name: area for builder in builders.values() for name, area in builder.names.items()}
    return WorkbookLayout(
        title=words.TITLE,
        subject="Värderingsmodellen",
        sheets=sheets,
        names=dict(sorted(names.items())),
        saves_no_author=True,
    )
