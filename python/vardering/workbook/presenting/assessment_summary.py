"""What stands above the scores on Bedömning: index, coverage, priority class, and every area with a bar of text."""

from vardering.base.light_dataclasses import dataclass
from vardering.model.assessment import HIGHEST_SCORE
from vardering.model.assessment_results import AreaResult, AssessmentResult, ScoreBasis
from vardering.texts import assessment_texts
from vardering.workbook.presenting.canvas import Canvas

SUMMARY_ROWS = 10
"""Rows of the summary: always the same, so that the table below never has to move."""

BAR_LENGTH = 20
FULL, EMPTY = "█", "░"


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A line of the summary: what it is, its cell, and how it is found."""

    label: str
    value: float | str
    suffix: str
    note: str


def write_assessment(canvas: Canvas, assessment: AssessmentResult) -> None:
    """Index, coverage and class with how they are found, then one line an area."""
    for line in index_lines(assessment):
        canvas.put(0, line.label, "subheading")
        canvas.put(1, line.value, f"result_{line.suffix}")
        canvas.put(2, line.note, "help")
        canvas.row += 1
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


def index_lines(assessment: AssessmentResult) -> tuple[IndexLine, ...]:
    """Index, coverage and priority class, each with how it is found."""
    index = assessment.index
    return (
        IndexLine(
            "Index",
            assessment_texts.NOT_SCORED if index is None else index,
            "text" if index is None else "whole",
            assessment_texts.INDEX_NOTE,
        ),
        IndexLine("Täckning", assessment.coverage, "share", assessment_texts.COVERAGE_NOTE),
        IndexLine(
            "Prioritetsklass",
            assessment.priority_class or "ingen",
            "text",
            assessment_texts.priority_sentence(assessment.priority_class),
        ),
    )


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
