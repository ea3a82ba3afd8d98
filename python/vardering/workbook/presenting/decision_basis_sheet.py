"""Sheet Beslutsunderlag of a simplified case: one page for the decision meeting."""

from collections.abc import Sequence

from vardering.base.faults import Severity
from vardering.model.case import Case
from vardering.model.results import Results, RowGroup
from vardering.model.vocabulary import View
from vardering.texts import result_texts, sheet_texts
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.presenting.number_texts import figure_cell
from vardering.workbook.presenting.result_sheet import convention
from vardering.workbook.row_heights import lines_of

KEY_FIGURES = ("npv", "pv_benefits", "pv_costs", "net_benefit_per_krona", "payback_years", "peak_funding")
LAST_COLUMN = 4
WHOLE_LINE, PART_LINE = 135, 95
"""Characters that fit across the page, and from the second column on."""


def write_decision_basis(canvas: Canvas, case: Case, results: Results, findings: Sequence[Finding]) -> None:
    """The page: what and why, alternatives, key figures, effects, assessment, what is uncertain, recommendation."""
    _write_change(canvas, case)
    _write_figures(canvas, case, results)
    _write_effects(canvas, case, results)
    _write_assessment(canvas, case)
    _section(canvas, "Att ta ställning till")
    warnings = [finding.what for finding in findings if finding.severity is Severity.WARNING]
    for sentence in warnings or ["Kontrollen har inget att anmärka på."]:
        _lines(canvas, 0, sentence, "plain", WHOLE_LINE)
    _section(canvas, "Rekommendation")
    _lines(canvas, 0, case.change.recommendation or "Fylls i på bladet Start.", "plain", WHOLE_LINE)


def _section(canvas: Canvas, title: str) -> None:
    if canvas.row > canvas.first_row:
        canvas.row += 1
    canvas.put(0, title, "section")
    for column in range(1, LAST_COLUMN + 1):
        canvas.put(column, None, "section")
    canvas.row += 1


def _lines(canvas: Canvas, column: int, text: str, style: str, length: int) -> None:
    """A running text over as many rows as it needs, so that the page keeps its width."""
    for line in lines_of(text, length):
        canvas.put(column, line, style)
        canvas.row += 1


def _write_change(canvas: Canvas, case: Case) -> None:
    change = case.change
    _section(canvas, change.name)
    for label, text in (
        ("Nämnd eller enhet", change.unit),
        ("Tänkt ägare", change.owner),
        ("Beslutspunkt", change.gate.value),
        *((f"Alternativ {option.id}", option.description or option.name) for option in case.alternatives),
    ):
        canvas.put(0, label, "label")
        _lines(canvas, 1, text or "inte ifyllt", "plain", PART_LINE)


def _write_figures(canvas: Canvas, case: Case, results: Results) -> None:
    _section(canvas, result_texts.in_brief(results.main.views[View.ALL_VALUED].figures.npv))
    canvas.put(0, "Nyckeltal", "heading")
    for column, view in enumerate(View, start=1):
        canvas.put(column, sheet_texts.VIEW_LABELS[view], "heading")
    canvas.row += 1
    for name in KEY_FIGURES:
        label, suffix, _ = result_texts.KEY_FIGURES[name]
        canvas.put(0, label, "subheading")
        for column, view in enumerate(View, start=1):
            cell = figure_cell(getattr(results.main.views[view].figures, name), "result", suffix)
            canvas.put(column, cell.value, cell.style or "result_text")
        canvas.row += 1
    _lines(canvas, 0, convention(case, results), "intro", WHOLE_LINE)


def _write_effects(canvas: Canvas, case: Case, results: Results) -> None:
    _section(canvas, "Effekter")
    for column, heading in enumerate(("Vad förändras", "Mottagare", "Slag", "Kronor per år", "Nuvärde")):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    values = {row.id: row for row in results.rows if row.group is RowGroup.EFFECT}
    for effect in case.effects:
        canvas.put(0, effect.name, "result_text")
        canvas.put(1, effect.recipient, "result_text")
        canvas.put(2, word_for("slag", effect.kind), "result_text")
        value = values.get(effect.id)
        if value is None:
            canvas.put(3, "värderas inte i kronor", "result_text")
            canvas.put(4, None, "result_text")
        else:
            canvas.put(3, value.amount_kr, "result_kr")
            canvas.put(4, value.present_value_kr, "result_kr")
        canvas.row += 1


def _write_assessment(canvas: Canvas, case: Case) -> None:
    _section(canvas, "Bedömning, 5 är bäst (egen skala)")
    for score in case.assessment:
        canvas.put(0, word_for("bedömningsområde", score.area), "label")
        if score.score is None:
            canvas.put(1, "inte bedömt", "result_text")
        else:
            canvas.put(1, float(score.score), "result_whole")
        _lines(canvas, 2, score.reason or "inget skäl angivet", "help", PART_LINE - 25)
