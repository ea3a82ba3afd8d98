"""The status panel on Start: when, by whom, how many findings, and the key results of every view."""

from collections.abc import Sequence

from vardering.base.cells import Area
from vardering.base.faults import Severity
from vardering.model.results import Results
from vardering.model.vocabulary import View
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.check_sheet import DEVIATES
from vardering.workbook.presenting.findings import Finding, count
from vardering.workbook.presenting.number_texts import figure_cell
from vardering.workbook.presenting.run import Run
from vardering.workbook.row_heights import lines_of

FIGURES = (
    ("npv", "kr"),
    ("net_benefit_per_krona", "decimals"),
    ("payback_years", "decimals"),
    ("annual_equivalent", "kr"),
)

CONVENTION_LINES, LINE_LENGTH = 3, 105
"""Rows of the panel for the convention, and the characters that fit in one."""

ALL_AGREE, SOME_DEVIATE = "Alla kontroller stämmer", "Någon kontroll avviker: se Kontroll"


def counts_sentence(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    errors, warnings = (count(findings, severity) for severity in (Severity.ERROR, Severity.WARNING))
    return f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}"


def write_counts(canvas: Canvas, run: Run, findings: Sequence[Finding]) -> None:
    """The lines that also a run with errors writes: nothing of the earlier results is touched."""
    canvas.row = canvas.first_row + 2
    canvas.put(0, f"{counts_sentence(findings)} vid kontroll {run.time_text}", "result_text")


def write_panel(
    canvas: Canvas, run: Run, findings: Sequence[Finding], results: Results, rule: str, verdicts: Area
) -> None:
    """The whole panel after a run that came through; ``rule`` is the convention the present values follow.

    ``verdicts`` are the cells on Kontroll that say whether each check agrees.
    """
    lines = (run.time_text, run.user, counts_sentence(findings), run.version, run.fingerprint)
    for line in lines:
        canvas.put(0, line, "result_text")
        canvas.row += 1
    formula = f'=IF(COUNTIF({verdicts.reference},"{DEVIATES}")=0,"{ALL_AGREE}","{SOME_DEVIATE}")'
    canvas.put(0, ALL_AGREE, "result_text", formula)
    canvas.row += 2
    for name, suffix in FIGURES:
        for column, view in enumerate(View):
            cell = figure_cell(getattr(results.main.views[view].figures, name), "result", suffix)
            canvas.put(column, cell.value, cell.style or "result_text")
        canvas.row += 1
    for line in (*lines_of(rule, LINE_LENGTH), *("",) * CONVENTION_LINES)[:CONVENTION_LINES]:
        canvas.put(0, line or None, "intro")
        canvas.row += 1
