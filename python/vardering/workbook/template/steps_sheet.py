"""The sheet Varje ändring of a comparison: what each change does alone and as the last one."""

from collections.abc import Mapping

from vardering.model.vocabulary import View
from vardering.texts import comparison_texts as words
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.presenting.comparison import Comparison
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

AMOUNT = FIRST_COLUMN + 2
STEP_WIDTHS = (16, 60, 20, 20, 20, 20, 20, 20)


def build_steps_sheet(comparison: Comparison) -> SheetLayout:
    """Every change in every view: alone in the earlier version, and as the last one in the later."""
    builder = SheetBuilder(words.STEPS_SHEET)
    for offset, width in enumerate(STEP_WIDTHS):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.EACH_STEP, words.TOGETHER_NOTE)
    heading_row = builder.row
    labels = [VIEW_LABELS[view].lower() for view in View]
    alone = [f"{words.ALONE}, {label}" for label in labels]
    last = [f"{words.LAST}, {label}" for label in labels]
    for offset, heading in enumerate((words.SHEET, words.STEP_CHANGE, *alone, *last)):
        builder.put(FIRST_COLUMN + offset, heading, "heading")
    builder.heights[builder.row] = 46
    builder.row += 1
    sheets = {id(difference.change): difference.sheet for difference in comparison.differences}
    subjects = comparison.subjects
    for step in comparison.steps:
        key = id(step.changes[0])
        builder.put(FIRST_COLUMN, sheets[key], "subheading")
        builder.put(FIRST_COLUMN + 1, subjects[key], "finding")
        _put_effects(builder, AMOUNT, step.alone, words.NOT_ALONE)
        _put_effects(builder, AMOUNT + len(View), step.last, words.NOT_LAST)
        builder.row += 1
    builder.put(FIRST_COLUMN, words.TOGETHER, "subheading")
    builder.put(FIRST_COLUMN + 1, words.TOGETHER_SHORT, "finding")
    _put_effects(builder, AMOUNT, comparison.bridge.interaction, "")
    setup = PrintSetup(repeat_rows=(heading_row, heading_row))
    return builder.layout(print_setup=setup, freeze=(heading_row + 1, AMOUNT), tab_colour="B45309")


def _put_effects(builder: SheetBuilder, column: int, effect: Mapping[View, float] | None, missing: str) -> None:
    for offset, view in enumerate(View):
        if effect is None:
            builder.put(column + offset, missing, "result_text")
        else:
            builder.put(column + offset, effect[view], "result_kr")
