"""Frames of what a run writes above the tables of input sheets: the risk map, and the summary of the assessment."""

from collections.abc import Callable, Mapping

from vardering.texts import assessment_texts
from vardering.workbook import written_names
from vardering.workbook.presenting.assessment_summary import SUMMARY_ROWS
from vardering.workbook.presenting.risk_map import MAP_ROWS
from vardering.workbook.template.sheet_builder import FIRST_COLUMN, SheetBuilder

NOTHING_YET = "Inget är beräknat ännu."


def _add_risk_map(builder: SheetBuilder) -> None:
    """Room for the map; it begins in the second column, so that its cells have the width of the table's scores."""
    builder.section(f"Riskkarta ({assessment_texts.OWN_SCALE.lower()})", FIRST_COLUMN + 6)
    builder.names[written_names.RISK_MAP] = builder.put(FIRST_COLUMN + 1, NOTHING_YET, "plain")
    builder.row += MAP_ROWS + 1


def _add_assessment_summary(builder: SheetBuilder) -> None:
    builder.section(f"Samlad bedömning ({assessment_texts.OWN_SCALE.lower()})", FIRST_COLUMN + 5)
    builder.names[written_names.ASSESSMENT_SUMMARY] = builder.put(FIRST_COLUMN, NOTHING_YET, "plain")
    builder.widen(FIRST_COLUMN + 4, 10)
    builder.widen(FIRST_COLUMN + 5, 10)
    builder.row += SUMMARY_ROWS + 1


SUMMARY_FRAMES: Mapping[str, Callable[[SheetBuilder], None]] = {
    "Risker": _add_risk_map,
    "Bedömning": _add_assessment_summary,
}
"""The input sheets whose first rows a run writes. The rows are as many in every run."""
