"""The parts of the decision basis that say how sure it is and how it is judged: uncertainty, risks and assessment."""

from collections.abc import Sequence

from vardering.model.assessment_results import AreaResult, AssessmentResult, ScoreBasis
from vardering.model.case import Case
from vardering.model.results import Results
from vardering.model.sensitivity import Scenario, Sensitivity
from vardering.model.vocabulary import View
from vardering.texts import assessment_texts, basis_texts, sheet_texts
from vardering.texts.basis_texts import shortened
from vardering.texts.figure_texts import number_text
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.decision_basis import Block, Cell, NoFigure, Number, Paragraph, Part, Section, Table
from vardering.workbook.presenting.assessment_summary import basis_text
from vardering.workbook.presenting.basis_charts import tornado_chart
from vardering.workbook.presenting.basis_limits import Limits
from vardering.workbook.presenting.sensitivity_sentences import turning_sentences
from vardering.workbook.presenting.simulation_sentences import SPOKEN_VIEWS

THREE = (Scenario.PESSIMISTIC, Scenario.LIKELY, Scenario.OPTIMISTIC)


def uncertainty(sensitivity: Sensitivity | None, simulated: Sequence[str], limits: Limits) -> Section | None:
    """The three cases in every view, what would turn the result, and what a simulation says of the views with, last
    among its sentences, what that rests on.
    """
    blocks: list[Block] = []
    if sensitivity is not None:
        chart = tornado_chart(sensitivity)
        blocks += [_three_cases(sensitivity), *([chart] if chart is not None else [])]
        blocks += [Paragraph(shortened(line, limits.line)) for line in turning_sentences(sensitivity)]
    if simulated:
        blocks += [Paragraph(line) for line in simulated[:-1][: len(SPOKEN_VIEWS)]]
        blocks.append(Paragraph(simulated[-1], is_note=len(simulated) > 1))
    elif blocks:
        blocks.append(Paragraph(basis_texts.NO_SIMULATION, is_note=True))
    return Section(Part.UNCERTAINTY, basis_texts.UNCERTAINTY, tuple(blocks)) if blocks else None


def _three_cases(sensitivity: Sensitivity) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (label, *(Number(sensitivity.scenarios[scenario][view].npv, "kr") for view in View))
        for label, scenario in zip(basis_texts.CASES, THREE, strict=True)
    )
    return Table((basis_texts.CASE_HEADING, *(sheet_texts.VIEW_LABELS[view] for view in View)), rows)


def risks(case: Case, results: Results, limits: Limits) -> Section | None:
    """The open risks with the largest risk values, worst first; equal ones in the order of the list."""
    known = {risk.id: risk for risk in case.risks}
    open_risks = [risk for risk in results.risks.risks if risk.is_open]
    rated = [(risk.product, known[risk.id]) for risk in open_risks if risk.product is not None]
    if not rated:
        return None
    worst = sorted(rated, key=lambda found: -found[0])[: limits.risks]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            shortened(f"{risk.id}: {risk.description}" if risk.description else risk.id, limits.risk),
            basis_texts.RISK_VALUE.format(product=product, level=assessment_texts.risk_level(product)),
            shortened(risk.response, limits.reason) or basis_texts.NO_MEASURE,
        )
        for product, risk in worst
    )
    blocks: list[Block] = [Table(basis_texts.RISK_HEADINGS, rows, is_prose=True)]
    if len(open_risks) > len(worst):
        more = len(open_risks) - len(worst)
        blocks.append(Paragraph(basis_texts.MORE_RISKS.format(count=more), is_note=True))
    return Section(Part.RISKS, basis_texts.RISKS, tuple(blocks))


def assessment(case: Case, results: Results, limits: Limits) -> Section | None:
    """Every area as it counts in the index, then index, coverage and class; absent where nobody has scored anything."""
    result = results.assessment
    by_people = any(entry.score is not None for entry in case.criteria)
    if not (case.assessment or by_people or results.risks.score is not None):
        return None
    reasons = {entry.area: entry.reason for entry in case.assessment}
    is_whole = all(area.score is None or float(area.score).is_integer() for area in result.areas)
    suffix = "whole" if is_whole else "decimals"
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            word_for("bedömningsområde", area.area),
            _score(area, suffix),
            shortened(_ground(area, reasons.get(area.area, "")), limits.reason),
        )
        for area in result.areas
    )
    blocks = (Table(basis_texts.SCORE_HEADINGS, rows, is_prose=True), Paragraph(_judged(result)))
    return Section(Part.ASSESSMENT, basis_texts.ASSESSMENT, blocks)


def _judged(result: AssessmentResult) -> str:
    """Index, coverage and class on one line, so that the page has room for what they are made of."""
    code = result.priority_class
    return basis_texts.JUDGED.format(
        index=basis_texts.NOT_SCORED if result.index is None else number_text(result.index, "whole"),
        coverage=number_text(result.coverage, "share"),
        priority=basis_texts.PRIORITY.format(code=code.value) if code else basis_texts.NO_PRIORITY,
        meaning=assessment_texts.priority_sentence(code),
    )


def _score(area: AreaResult, suffix: str) -> Cell:
    return NoFigure(basis_texts.NOT_SCORED) if area.score is None else Number(float(area.score), suffix)


def _ground(area: AreaResult, reason: str) -> str:
    """The reason people gave, or what the score is made of; both where a part of the area is not scored."""
    made_of = basis_text(area) if area.basis in (ScoreBasis.CRITERIA, ScoreBasis.RISK_LIST) else ""
    if reason and area.basis is ScoreBasis.CRITERIA and area.coverage < 1:
        return basis_texts.GROUND.format(made_of=made_of, reason=reason)
    return reason or made_of or basis_texts.NO_REASON
