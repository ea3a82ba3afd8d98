"""What the decision basis says: its sections made from the case and its results.

A section whose material does not exist is absent. Lengths and rows are cut only as far as one A4 page needs.
"""

from collections.abc import Iterator, Sequence

from vardering.base.faults import Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.gate_status import GateStatus
from vardering.model.results import Figure, Results, RowGroup, RowValue, Undefined
from vardering.model.rows import Effect
from vardering.model.sensitivity import Sensitivity
from vardering.model.vocabulary import CaseForm, View
from vardering.texts import basis_texts, result_texts, sheet_texts
from vardering.texts.basis_texts import ELLIPSIS, shortened
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.decision_basis import (
    Block,
    Cell,
    DecisionBasis,
    Fact,
    NoFigure,
    Number,
    Paragraph,
    Part,
    Section,
    Table,
)
from vardering.workbook.presenting.basis_charts import cumulative_chart
from vardering.workbook.presenting.basis_judgement import assessment, risks, uncertainty
from vardering.workbook.presenting.basis_limits import LIMITS, Limits
from vardering.workbook.presenting.decision_basis_sheet import fits_one_page
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.presenting.gate_sheet import gate_line, lacks_text
from vardering.workbook.presenting.result_sheet import convention

FIGURES = ("npv", "pv_benefits", "pv_costs", "net_benefit_per_krona", "payback_years", "peak_funding")


@dataclass(frozen=True, slots=True)
class Known:
    """What else is known of a case: its findings, what it is sensitive to, what a simulation of this very case says,
    and the gate ahead.
    """

    findings: Sequence[Finding] = ()
    sensitivity: Sensitivity | None = None
    simulated: Sequence[str] = ()
    gate: GateStatus | None = None


def basis_of(case: Case, results: Results, known: Known) -> DecisionBasis:
    """The decision basis of a calculated case, as much of it as one page holds."""
    steps = (basis_within(case, results, known, limits) for limits in LIMITS)
    basis = next(steps)
    for tighter in steps:
        if fits_one_page(basis):
            break
        basis = tighter
    return basis


def basis_within(case: Case, results: Results, known: Known, limits: Limits) -> DecisionBasis:
    """The decision basis of a calculated case within given lengths and rows."""
    sections = [
        _change(case, limits),
        _alternatives(case, results, limits),
        _figures(case, results),
        uncertainty(known.sensitivity, known.simulated, limits),
        _effects(case, results, limits),
        risks(case, results, limits),
        assessment(case, results, limits),
        _text(Part.RECOMMENDATION, basis_texts.RECOMMENDATION, case.change.recommendation, limits),
        _text(Part.REQUEST, basis_texts.REQUEST, case.change.requested_decision, limits),
        _state(case, known, limits),
    ]
    basis = DecisionBasis(case.change.name, case.case_id, tuple(found for found in sections if found is not None))
    if any(text.endswith(ELLIPSIS) for text in basis.texts()):
        last = basis.sections[-1]
        noted = Section(last.part, last.heading, (*last.blocks, Paragraph(basis_texts.SHORTENED, is_note=True)))
        return DecisionBasis(basis.title, basis.case_id, (*basis.sections[:-1], noted))
    return basis


def _change(case: Case, limits: Limits) -> Section:
    change = case.change
    texts = (
        shortened(change.unit, limits.fact),
        shortened(change.owner, limits.fact),
        change.gate,
        shortened(change.description, limits.description),
    )
    facts = [
        Fact(label, text or basis_texts.NOT_FILLED_IN)
        for label, text in zip(basis_texts.CHANGE_FACTS, texts, strict=True)
    ]
    has_description = case.form is CaseForm.FULL or bool(change.description)
    return Section(Part.CHANGE, shortened(change.name, limits.heading), tuple(facts if has_description else facts[:-1]))


def _alternatives(case: Case, results: Results, limits: Limits) -> Section:
    """One column for each alternative: what it means and what it gives against A."""
    shown = [option for option in case.alternatives if option.id == "A" or option.id in results.alternatives]
    headings = ("", *(basis_texts.ALTERNATIVE_HEADING.format(id=option.id) for option in shown))
    rows: list[tuple[Cell, ...]] = [
        (basis_texts.ALTERNATIVE_ROWS[0], *(shortened(option.name, limits.name) for option in shown)),
        (basis_texts.ALTERNATIVE_ROWS[1], *(shortened(option.description, limits.meaning) for option in shown)),
    ]
    for view in View:
        label = f"{result_texts.KEY_FIGURES['npv'][0]}, {sheet_texts.VIEW_LABELS[view].lower()}"
        rows.append((label, *(_npv(results, option.id, view) for option in shown)))
    rows.append(
        (
            basis_texts.COST_ROW,
            *(
                Number(results.alternatives[option.id].views[View.ALL_VALUED].figures.pv_costs, "kr")
                if option.id in results.alternatives
                else ""
                for option in shown
            ),
        )
    )
    if len(results.alternatives) > 1:
        ranks = {name: rank for rank, name in enumerate(results.ranking, start=1)}
        rows.append(
            (
                basis_texts.RANK_ROW,
                *(Number(float(ranks[option.id]), "whole") if option.id in ranks else "" for option in shown),
            )
        )
    return Section(Part.ALTERNATIVES, basis_texts.ALTERNATIVES, (Table(headings, tuple(rows)),))


def _npv(results: Results, option: str, view: View) -> Cell:
    result = results.alternatives.get(option)
    return NoFigure(basis_texts.COMPARED_WITH) if result is None else Number(result.views[view].figures.npv, "kr")


def _figures(case: Case, results: Results) -> Section:
    views = results.main.views
    rows = tuple(
        (
            result_texts.KEY_FIGURES[name][0],
            *(figure_in(getattr(views[view].figures, name), result_texts.KEY_FIGURES[name][1]) for view in View),
        )
        for name in FIGURES
    )
    headings = (basis_texts.FIGURE_HEADING, *(sheet_texts.VIEW_LABELS[view] for view in View))
    blocks: tuple[Block, ...] = (
        Paragraph(result_texts.in_brief(views[View.ALL_VALUED].figures.npv, views[View.CASH_RELEASING].figures.npv)),
        Table(headings, rows),
        Paragraph(convention(case, results), is_note=True),
        cumulative_chart(results),
    )
    heading = basis_texts.FIGURES.format(alternative=results.main_alternative)
    return Section(Part.FIGURES, heading, blocks)


def figure_in(figure: Figure, suffix: str) -> Cell:
    """A figure as a cell: the number, or in words why there is none."""
    if isinstance(figure, Undefined):
        return NoFigure(sheet_texts.undefined_reason(figure.reason))
    return Number(float(figure), suffix)


def _effects(case: Case, results: Results, limits: Limits) -> Section | None:
    """The effects of the main alternative that weigh most in kronor, and the largest that are not valued."""
    rows = [row for row in case.effects if row.alternative == results.main_alternative]
    if not rows:
        return None
    values = {row.id: row for row in results.rows if row.group is RowGroup.EFFECT}
    valued = [row for row in rows if row.id in values]
    valued.sort(key=lambda row: -abs(values[row.id].present_value_kr))
    other = sorted((row for row in rows if row.id not in values), key=lambda row: -(row.size or 0))
    kept = max(limits.effects - len(other), (limits.effects + 1) // 2)
    shown = [*valued[:kept], *other][: limits.effects]
    blocks: list[Block] = [
        Table(basis_texts.EFFECT_HEADINGS, tuple(_effect_row(row, values.get(row.id), limits) for row in shown))
    ]
    if len(rows) > len(shown):
        blocks.append(Paragraph(basis_texts.MORE_EFFECTS.format(count=len(rows) - len(shown)), is_note=True))
    return Section(Part.EFFECTS, basis_texts.EFFECTS, tuple(blocks))


def _effect_row(effect: Effect, value: RowValue | None, limits: Limits) -> tuple[Cell, ...]:
    texts = (
        shortened(effect.name, limits.effect),
        shortened(effect.recipient, limits.recipient),
        word_for("slag", effect.kind),
    )
    if value is not None:
        return (*texts, Number(value.amount_kr, "kr"), Number(value.present_value_kr, "kr"))
    size = basis_texts.SIZE_MISSING if effect.size is None else basis_texts.SIZE.format(size=effect.size)
    return (*texts, NoFigure(basis_texts.NOT_IN_KRONOR), NoFigure(size))


def _text(part: Part, heading: str, text: str, limits: Limits) -> Section:
    missing = basis_texts.RECOMMENDATION_MISSING if part is Part.RECOMMENDATION else basis_texts.REQUEST_MISSING
    return Section(part, heading, (Paragraph(shortened(text, limits.decision) or missing),))


def _state(case: Case, known: Known, limits: Limits) -> Section:
    """What the gate ahead still requires, and what the check found."""
    blocks = [] if known.gate is None else list(_gate_lines(known.gate, limits))
    warnings = [finding.what for finding in known.findings if finding.severity is Severity.WARNING]
    blocks += [Paragraph(shortened(text, limits.line)) for text in warnings[: limits.warnings]]
    if not warnings:
        blocks.append(Paragraph(basis_texts.NO_WARNINGS))
    if len(warnings) > limits.warnings:
        more = len(warnings) - limits.warnings
        blocks.append(Paragraph(basis_texts.MORE_WARNINGS.format(count=more), is_note=True))
    return Section(Part.STATE, basis_texts.STATE.format(gate=case.change.gate), tuple(blocks))


def _gate_lines(gate: GateStatus, limits: Limits) -> Iterator[Paragraph]:
    """How many requirements are met, the first that are not, and how many more those are."""
    yield Paragraph(f"{gate_line(gate)}.")
    lacking = [requirement for requirement in gate.requirements if not requirement.is_met]
    for requirement in lacking[: limits.lacks]:
        what = lacks_text(requirement)
        text = basis_texts.LACKS.format(
            requirement=requirement.sentence, what=basis_texts.LACKS_WHAT.format(what=what) if what else ""
        )
        yield Paragraph(shortened(text, limits.line))
    if len(lacking) > limits.lacks:
        yield Paragraph(basis_texts.MORE_LACKS.format(count=len(lacking) - limits.lacks), is_note=True)
