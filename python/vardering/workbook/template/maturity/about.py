"""The sheet Om svaren: what the next compilation reads of this one."""

from vardering.texts import maturity_result_texts as words
from vardering.workbook.contract.catalogue import CONTRACT_VERSION, KIND_NAME, VERSION_NAME
from vardering.workbook.contract.maturity_sheet import COMPILATION_KIND
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.maturity_tables import MARK_HEADINGS, MARK_TABLE
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.template.maturity.figure_cells import add_table, put_headings, put_row
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder


def build_about(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Om svaren."""
    for offset, width in enumerate((30, 40, 60)):
        builder.widen(FIRST_COLUMN + offset, width)
    builder.title(words.ABOUT_SHEET, words.ABOUT_INTRO)
    builder.section(words.IDENTITY, FIRST_COLUMN + 2)
    for label, name, value, style in (
        (words.KIND_LABEL, KIND_NAME, COMPILATION_KIND, "calculated_text"),
        (words.VERSION_LABEL, VERSION_NAME, float(CONTRACT_VERSION), "calculated_whole"),
    ):
        builder.put(FIRST_COLUMN, label, "label")
        builder.names[name] = builder.put(FIRST_COLUMN + 1, value, style)
        builder.row += 1
    builder.row += 1
    builder.section(words.MARKS, FIRST_COLUMN + 2)
    builder.lines(words.MARKS_NOTE)
    heading_row = put_headings(builder, MARK_HEADINGS)
    for mark in compilation.marks:
        held = words.LISTED.join(str(number) for number in mark.earlier)
        put_row(builder, (mark.mark, mark.share or None, held or None), "copy_text")
    add_table(builder, MARK_TABLE, MARK_HEADINGS, heading_row)
    return builder.layout(print_setup=PrintSetup(landscape=False), tab_colour="7B8794")
