"""Sheet Kontroll: live checks of the stored results, and every finding with a link to its cell."""

from collections.abc import Sequence

from vardering.base.cells import Area, Position, quoted_sheet
from vardering.base.faults import Severity
from vardering.base.light_dataclasses import dataclass
from vardering.workbook import written_names
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.findings import SEVERITY_WORDS, Finding

AGREES, DEVIATES = "stämmer", "avviker"
TOLERANCE_KR = 0.5
"""Largest difference between a live figure and the engine's, kr: below what is shown."""

SEVERITY_STYLES = {
    Severity.ERROR: "severity_error",
    Severity.WARNING: "severity_warning",
    Severity.NOTICE: "finding",
}


@dataclass(frozen=True, slots=True)
class CheckPair:
    """A figure worked out live and the engine's own, to be compared on Kontroll."""

    label: str
    live: Position
    engine: float


def write_checks(canvas: Canvas, pairs: Sequence[CheckPair]) -> Area:
    """Live checks: each recomputed in the workbook and compared with the engine; gives the area of the verdicts."""
    canvas.put(0, "Största tillåtna avvikelse kr", "label")
    tolerance = canvas.put(1, TOLERANCE_KR, "calculated_decimals")
    canvas.row += 1
    for column, heading in enumerate(("Kontroll", "I arbetsboken", "Enligt motorn", "Skillnad", "Utfall")):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    first = canvas.row
    canvas.put(0, "Indata är desamma som vid beräkningen (antal ändrade celler)", "label")
    live = canvas.put(1, 0.0, "calculated_whole", f"={written_names.DIFFERENCES}")
    engine = canvas.put(2, 0.0, "copy_whole")
    difference = canvas.put(3, 0.0, "calculated_whole", f"={live.a1}-{engine.a1}")
    verdict = canvas.put(4, AGREES, "result_text", f'=IF({difference.a1}=0,"{AGREES}","{DEVIATES}")')
    canvas.row += 1
    for pair in pairs:
        canvas.put(0, f"{pair.label}, räknat i bladet {pair.live.sheet}", "label")
        live = canvas.put(1, pair.engine, "calculated_kr", f"={pair.live.reference}")
        engine = canvas.put(2, pair.engine, "copy_kr")
        difference = canvas.put(3, 0.0, "calculated_decimals", f"={live.a1}-{engine.a1}")
        formula = f'=IFERROR(IF(ABS({difference.a1})<={tolerance.a1},"{AGREES}","{DEVIATES}"),"{DEVIATES}")'
        verdict = canvas.put(4, AGREES, "result_text", formula)
        canvas.row += 1
    return Area(canvas.sheet, first, verdict.column, verdict.row, verdict.column)


def write_findings(canvas: Canvas, findings: Sequence[Finding]) -> None:
    """One line for each finding: severity, sheet, cell with link, what is wrong, what to do, code."""
    for column, heading in enumerate(("Vad är fel", "Allvar", "Blad", "Cell", "Gör så här", "Kod")):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    if not findings:
        canvas.put(0, "Inget att anmärka på.", "finding")
        canvas.row += 1
    for finding in findings:
        canvas.put(0, finding.what, "finding")
        canvas.put(1, SEVERITY_WORDS[finding.severity], SEVERITY_STYLES[finding.severity])
        where = finding.where
        canvas.put(2, where.sheet if where else "Hela arbetsboken", "finding")
        if where is None:
            canvas.put(3, None, "finding")
        else:
            target = f"#{quoted_sheet(where.sheet)}!{where.a1}".replace('"', '""')
            canvas.put(3, where.a1, "finding_link", f'=HYPERLINK("{target}","{where.a1}")')
        canvas.put(4, finding.remedy, "finding")
        canvas.put(5, finding.code, "finding")
        canvas.row += 1
