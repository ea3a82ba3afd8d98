"""Sheet Utfall och prognos: parts, years, net benefit, and last every effect."""

from vardering.workbook import written_names
from vardering.workbook.column_widths import OUTCOME_WIDTHS
from vardering.workbook.presenting.follow_up_content import FollowUpContent
from vardering.workbook.presenting.outcome_effects import write_effects
from vardering.workbook.presenting.outcome_tables import write_net, write_parts, write_years
from vardering.workbook.presenting.writer import Writer


def write_outcome(writer: Writer, content: FollowUpContent) -> None:
    """All parts of the sheet and the ranges of the charts."""
    names = (written_names.OUTCOME_YEARS, written_names.OUTCOME_PARTS, written_names.OUTCOME_NET)
    years, parts, net, effects = (
        writer.canvas(name, OUTCOME_WIDTHS) for name in (*names, written_names.OUTCOME_EFFECTS)
    )
    writer.series.extend(write_years(years, content))
    writer.series.extend(write_parts(parts, content))
    write_net(net, content)
    write_effects(effects, content)
    for canvas in (years, parts, net, effects):
        writer.add(canvas)
