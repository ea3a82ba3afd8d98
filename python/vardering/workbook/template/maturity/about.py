"""The sheet Om svaren: what the next compilation reads of this one."""

from vardering.texts import maturity_result_texts as words
from vardering.workbook.contract.catalogue import CONTRACT_VERSION, KIND_NAME, VERSION_NAME
from vardering.workbook.contract.maturity_sheet import COMPILATION_KIND
from vardering.workbook.layout import PrintSetup, SheetLayout
from vardering.workbook.maturity_tables import FINGERPRINT_TABLE
from vardering.workbook.presenting.maturity import Compilation
from vardering.workbook.template.maturity.figure_cells import add_table, put_headings, put_row
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder


def build_about(compilation: Compilation, builder: SheetBuilder) -> SheetLayout:
    """The layout of Om svaren."""
    for offset, width in enumerate((30, 30, 60)):
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
    builder.section(words.FINGERPRINTS, FIRST_COLUMN + 2)
    heading_row = put_headings(builder, (words.FINGERPRINT,))
    for fingerprint in sorted(compilation.results.fingerprints):
        put_row(builder, (fingerprint,), "copy_text")
    add_table(builder, FINGERPRINT_TABLE, (words.FINGERPRINT,), heading_row)
    return builder.layout(print_setup=PrintSetup(landscape=False), tab_colour="7B8794")
