"""What stands above the scores on Bedömning: index, coverage, priority class, and every area with a bar of text."""

from vardering.model.assessment import HIGHEST_SCORE
from vardering.model.assessment_results import AreaResult, AssessmentResult, ScoreBasis
from vardering.texts import assessment_texts
from vardering.workbook.presenting.canvas import Canvas

SUMMARY_ROWS = 10
"""Rows of the summary: always the same, so that the table below never has to move."""

BAR_LENGTH = 20
FULL, EMPTY = "█", "░"


def write_assessment(canvas: Canvas, assessment: AssessmentResult) -> None:
    """Index, coverage and class with how they are found, then one line an area."""
    write_index(canvas, assessment)
    canvas.row += 1
    for column, heading in enumerate(("Område", "Poäng", "Stapel, 5 är bäst", "Underlag", "Vikt", "Täckning")):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    for area in assessment.areas:
        canvas.put(0, assessment_texts.AREA_LABELS[area.area], "subheading")
        _put_figure(canvas, area.score, "decimals")
        canvas.put(2, score_bar(area.score), "result_text")
        canvas.put(3, basis_text(area), "result_text")
        canvas.put(4, area.weight, "result_share")
        canvas.put(5, area.coverage, "result_share")
        canvas.row += 1


def write_index(canvas: Canvas, assessment: AssessmentResult) -> None:
    """Three lines: index, coverage and priority class, each with how it is found."""
    canvas.put(0, "Index", "subheading")
    _put_figure(canvas, assessment.index, "whole")
    canvas.put(2, assessment_texts.INDEX_NOTE, "help")
    canvas.row += 1
    canvas.put(0, "Täckning", "subheading")
    canvas.put(1, assessment.coverage, "result_share")
    canvas.put(2, assessment_texts.COVERAGE_NOTE, "help")
    canvas.row += 1
    canvas.put(0, "Prioritetsklass", "subheading")
    canvas.put(1, assessment.priority_class or "ingen", "result_text")
    canvas.put(2, assessment_texts.priority_sentence(assessment.priority_class), "help")
    canvas.row += 1


def _put_figure(canvas: Canvas, figure: float | None, suffix: str) -> None:
    """A figure in the second column; words where it is missing, never 0."""
    if figure is None:
        canvas.put(1, assessment_texts.NOT_SCORED, "result_text")
    else:
        canvas.put(1, float(figure), f"result_{suffix}")


def score_bar(score: float | None) -> str:
    """A score as a bar of text, so that it shows in every program and in print.

    >>> score_bar(2.5)
    '██████████░░░░░░░░░░'
    """
    if score is None:
        return ""
    filled = round(score / HIGHEST_SCORE * BAR_LENGTH)
    return FULL * filled + EMPTY * (BAR_LENGTH - filled)


def basis_text(area: AreaResult) -> str:
    """What an area's score is made of, in words."""
    if area.basis is ScoreBasis.RISK_LIST:
        return assessment_texts.RISK_BASIS
    if area.basis is ScoreBasis.WHOLE_AREA:
        return assessment_texts.WHOLE_AREA_BASIS
    if area.basis is ScoreBasis.NOTHING:
        return assessment_texts.NOT_SCORED
    scored = sum(entry.score is not None for entry in area.criteria)
    return f"{scored} av {len(area.criteria)} kriterier"
