"""Frame of Känslighet: the simulation."""

from vardering.texts import sensitivity_texts
from vardering.workbook import written_names
from vardering.workbook.column_widths import SENSITIVITY_WIDTHS
from vardering.workbook.layout import SheetLayout
from vardering.workbook.template.frame_parts import set_widths, status_echo
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder
from vardering.workbook.template.simulation_section import build_simulation_section

LAST_COLUMN = FIRST_COLUMN + len(SENSITIVITY_WIDTHS) - 1


def build_sensitivity_sheet(builder: SheetBuilder) -> SheetLayout:
    """Känslighet: status and simulation."""
    builder.title("Känslighet", sensitivity_texts.INTRO)
    status_echo(builder, written_names.STATUS_ECHOES[2])
    build_simulation_section(builder, LAST_COLUMN)
    set_widths(builder, SENSITIVITY_WIDTHS)
    return builder.layout(locked=True, freeze=(1, FIRST_COLUMN + 1), tab_colour="4B7F52")
