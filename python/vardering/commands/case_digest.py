"""What a portfolio takes from one workbook: its case, calculated on the portfolio's terms."""

from collections.abc import Mapping, Sequence
from datetime import date

from vardering.base.faults import Fault, Severity, VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.commands.follow_up import follow_up_content
from vardering.commands.recalculation import Calculation, beyond
from vardering.engine.assessment import assess
from vardering.engine.common_terms import base_year_factor, on_terms, price_factor
from vardering.engine.effect_timing import effect_figures
from vardering.engine.evaluation import evaluate
from vardering.engine.reconciliation import reconcile
from vardering.model.assessment_results import AssessmentResult
from vardering.model.case import Case, fingerprint
from vardering.model.case_digest import CaseDigest, EffectDigest, FileReading, ResourceDigest, ViewDigest
from vardering.model.follow_up import EffectFollowUp
from vardering.model.portfolio import PortfolioTerms, PriceIndexYear
from vardering.model.portfolio_words import FileVerdict
from vardering.model.realisation_plan import RealisationPlan
from vardering.model.results import Results, RowGroup, Undefined, ViewResult
from vardering.model.vocabulary import AssessmentArea, View
from vardering.texts import portfolio_texts
from vardering.texts.follow_up_texts import STATUS_WORDS
from vardering.texts.sheet_texts import STATE_DONE
from vardering.workbook import written_names
from vardering.workbook.checking.case_checks import check_case
from vardering.workbook.presenting.findings import findings_of
from vardering.workbook.reading.approved_plan_reader import read_approved_plans
from vardering.workbook.reading.case_reader import Reading, read_case
from vardering.workbook.reading.follow_up_reader import read_follow_up
from vardering.workbook.reading.plan_reader import PlanReading, read_plan
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.written_names import PANEL, STATE

PANEL_TIME, PANEL_VERSION, PANEL_FINGERPRINT = 0, 3, 4
"""Lines of the status panel on Start."""

UNREAD = frozenset(
    {
        *(written_names.STATUS, *written_names.STATUS_ECHOES, written_names.DIFFERENCES, written_names.CONVENTION),
        *(written_names.KEY_FIGURES, written_names.RESULT_TABLES, written_names.WORKINGS, written_names.CHECKS),
        *(written_names.FINDINGS, written_names.INPUT_SUMMARY, written_names.INPUT_COPY, written_names.DECISION_BASIS),
        *(written_names.BENEFITS_CHAIN, written_names.LOG_TABLE, written_names.SIMULATION, written_names.PLAN_COPY),
        *(written_names.SENSITIVITY_BRIEF, written_names.THREE_CASES, written_names.PRESETS, written_names.RISK_MAP),
        *(*written_names.TORNADOES.values(), written_names.SENSITIVITY_ROWS, written_names.PLAN_STATUS),
        *(written_names.ASSESSMENT_SUMMARY, written_names.FOLLOW_UP_SUMMARY, written_names.FOLLOW_UP_SHOWN),
        *(written_names.OUTCOME_YEARS, written_names.OUTCOME_PARTS, written_names.OUTCOME_NET),
        *(written_names.OUTCOME_EFFECTS, written_names.SHOWN_EFFECT),
    }
)
"""What a run has written in a workbook and a portfolio does not need: sheets that hold nothing else are not read."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The portfolio's terms, the price indexes that carry amounts to its price level, and the day of the update.

    Without a day no effect is followed up.
    """

    terms: PortfolioTerms
    indexes: tuple[PriceIndexYear, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class StoredRun:
    """What a workbook says of its latest calculation; empty texts where it never was calculated."""

    at: str = ""
    version: str = ""
    fingerprint: str = ""

    def is_of(self, mark: str) -> bool:
        """Whether the stored results are those of these inputs."""
        return bool(mark) and self.fingerprint == mark


def read_workbook(snapshot: Snapshot, terms: Terms, file: str) -> FileReading:
    """What became of a workbook: its digest, or why there is none. Never raises for what is in the file.

    A workbook whose stored fingerprint is that of its inputs came through its checks then, and is not checked again.
    """
    try:
        reading = read_case(snapshot)
        stored = stored_run(snapshot)
        case = reading.case
        mark = "" if case is None else fingerprint(case)
        faults = [*reading.faults]
        if case is not None and not stored.is_of(mark):
            faults += beyond(reading.faults, check_case(case, reading.places))
        if case is None or any(fault.severity is Severity.ERROR for fault in faults):
            return _invalid(snapshot, faults, file)
        digest = _digest(snapshot, reading, case, terms, (mark, stored))
    except VarderingError as stop:
        return _refused(stop.fault, file, snapshot)
    verdict = FileVerdict.READ if stored.is_of(mark) else FileVerdict.STALE
    reason = ""
    if verdict is FileVerdict.STALE:
        reason = portfolio_texts.CHANGED_SINCE if stored.fingerprint else portfolio_texts.NEVER_CALCULATED
    return FileReading(file=file, content_hash=snapshot.fingerprint, verdict=verdict, reason=reason, digest=digest)


def refused_file(fault: Fault, file: str, content_hash: str = "") -> FileReading:
    """A file that could not be read as a workbook, with why."""
    verdict = FileVerdict.FOREIGN if fault.code in FOREIGN_CODES else FileVerdict.BROKEN
    return FileReading(file=file, content_hash=content_hash, verdict=verdict, reason=_sentence(fault))


FOREIGN_CODES = frozenset(
    {
        *("not-our-workbook", "not-a-workbook", "newer-contract", "file-is-a-folder", "no-sheets"),
        *("old-format", "binary-format", "open-document", "other-office-file"),
    }
)
"""What says that a file is sound but none of ours."""


def _refused(fault: Fault, file: str, snapshot: Snapshot) -> FileReading:
    if fault.code in FOREIGN_CODES:
        return refused_file(fault, file, snapshot.fingerprint)
    return _invalid(snapshot, [fault], file)


def _invalid(snapshot: Snapshot, faults: Sequence[Fault], file: str) -> FileReading:
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    first = findings_of(errors, [sheet.name for sheet in snapshot.sheets])[0]
    where = f"{first.where}: " if first.where is not None else ""
    reason = portfolio_texts.errors_sentence(len(errors), f"{where}{first.what}")
    return FileReading(file=file, content_hash=snapshot.fingerprint, verdict=FileVerdict.INVALID, reason=reason)


def _sentence(fault: Fault) -> str:
    return findings_of([fault], ())[0].what


def stored_run(snapshot: Snapshot) -> StoredRun:
    """What the status panel says, where the latest run came through."""
    panel, state = snapshot.names.get(PANEL), snapshot.names.get(STATE)
    if panel is None or state is None or state.value != STATE_DONE or len(panel.values) <= PANEL_FINGERPRINT:
        return StoredRun()
    lines = [row[0] if isinstance(row[0], str) else "" for row in panel.values]
    return StoredRun(lines[PANEL_TIME], lines[PANEL_VERSION], lines[PANEL_FINGERPRINT])


def _digest(snapshot: Snapshot, reading: Reading, case: Case, terms: Terms, run: tuple[str, StoredRun]) -> CaseDigest:
    """The digest of a case; ``run`` is its fingerprint and what is stored. Raises VarderingError as ``evaluate``."""
    restated = on_terms(case, terms.terms)
    results = evaluate(restated)
    reconcile(restated, results)
    change = case.change
    price = price_factor(change.price_level_year, terms.terms, terms.indexes)
    mark, stored = run
    figures = results.main.views[View.ALL_VALUED].figures
    without = assess(restated, figures.net_benefit_per_krona, results.risks.score, with_net_value=False)
    plan = read_plan(snapshot)
    followed = _followed_up(snapshot, reading, case, plan, terms.today)
    effects = _effects(restated, results, RealisationPlan() if plan is None else plan.plan, price or 1.0)
    return CaseDigest(
        case_id=case.case_id,
        name=change.name,
        unit=change.unit,
        gate=change.gate,
        form=case.form,
        start_year=change.start_year,
        horizon_years=change.horizon_years,
        price_level_year=change.price_level_year,
        fingerprint=mark,
        calculated_at=stored.at,
        calculated_by_version=stored.version,
        obstacle="" if price else portfolio_texts.no_price_index(change.price_level_year, terms.terms.price_level_year),
        terms_note=_terms_note(case, terms.terms),
        index=results.assessment.index,
        index_without_net_value=without.index,
        coverage=results.assessment.coverage,
        priority_class=str(results.assessment.priority_class or ""),
        benefit_score=without.area(AssessmentArea.BENEFIT).score,
        ability_score=_ability(results.assessment),
        views=tuple(
            _view(result, price or 1.0, base_year_factor(change.start_year, terms.terms))
            for result in results.main.views.values()
        ),
        resources=_resources(results),
        effects=tuple(_with_follow_up(effect, followed, price or 1.0) for effect in effects),
        followed_up_on=terms.today if followed else None,
    )


def _terms_note(case: Case, terms: PortfolioTerms) -> str:
    """Which of the case's own terms the portfolio replaced."""
    rate = case.assumptions.discount_rate.value
    own = (
        (portfolio_texts.HORIZON, case.change.horizon_years != terms.horizon_years),
        (portfolio_texts.RATE, rate != terms.discount_rate or bool(case.rate_bands)),
        (portfolio_texts.PRICE_LEVEL, case.change.price_level_year != terms.price_level_year),
        (portfolio_texts.TIMING, case.settings.timing != 0.0),
    )
    return portfolio_texts.replaced_terms([word for word, differs in own if differs])


def _ability(assessment: AssessmentResult) -> float | None:
    """The lower of deliverability and realisability; None where one of them lacks a score."""
    scores = [assessment.area(area).score for area in (AssessmentArea.DELIVERABILITY, AssessmentArea.REALISABILITY)]
    known = [score for score in scores if score is not None]
    return min(known) if len(known) == len(scores) else None


def _view(result: ViewResult, price: float, to_base_year: float) -> ViewDigest:
    """A view in the portfolio's prices, its sums at the start of the portfolio's first year."""
    figures = result.figures
    ratio = figures.net_benefit_per_krona
    one_off = (result.costs_by_group["development"], result.costs_by_group["transition"])
    return ViewDigest(
        view=result.view,
        npv=figures.npv * price * to_base_year,
        pv_costs=figures.pv_costs * price * to_base_year,
        net_benefit_per_krona=None if isinstance(ratio, Undefined) else ratio,
        benefits=tuple(value * price for value in result.benefits),
        costs=tuple(value * price for value in result.costs),
        one_off_costs=tuple((first + second) * price for first, second in zip(*one_off, strict=True)),
    )


def _followed_up(
    snapshot: Snapshot, reading: Reading, case: Case, plan: PlanReading | None, today: date | None
) -> Mapping[str, EffectFollowUp]:
    """How each effect of a case stands as of a day, on the case's own terms; empty where nothing was measured."""
    reported = read_follow_up(snapshot)
    if today is None or plan is None or reported is None or not reported.follow_up.measurements:
        return {}
    calculation = Calculation(reading, (), evaluate(case), plan, read_approved_plans(snapshot))
    content = follow_up_content(calculation, reported, today)
    return {} if content is None else {effect.effect_id: effect for effect in content.result.effects}


def _with_follow_up(effect: EffectDigest, followed: Mapping[str, EffectFollowUp], price: float) -> EffectDigest:
    """The effect with what has come and what is expected over all years, in the portfolio's prices."""
    found = followed.get(effect.effect_id)
    if found is None:
        return effect
    followed_up = effect.model_copy(update={"follow_up_status": STATUS_WORDS[found.status]})
    if effect.planned_kr is None:
        return followed_up
    return followed_up.model_copy(
        update={
            "planned_kr": found.kr.promised * price,
            "realised_kr": sum(found.actual_kr) * price,
            "forecast_kr": sum(found.expected_kr) * price,
        }
    )


def _resources(results: Results) -> tuple[ResourceDigest, ...]:
    loads: dict[tuple[str, int], list[float]] = {}
    for gap in results.main.resource_gaps:
        load = loads.setdefault((gap.role, gap.year), [0.0, 0.0])
        load[0] += gap.needed_hours
        load[1] += gap.available_hours
    return tuple(
        ResourceDigest(role=role, year=year, needed_hours=needed, available_hours=available)
        for (role, year), (needed, available) in sorted(loads.items())
    )


def _effects(case: Case, results: Results, plan: RealisationPlan, price: float) -> tuple[EffectDigest, ...]:
    by_id = {effect.id: effect for effect in case.effects}
    planned = {row.id: sum(row.values_kr) * price for row in results.rows if row.group is RowGroup.EFFECT}
    digests = []
    for figures in effect_figures(case, results):
        effect, row = by_id[figures.effect_id], plan.row(figures.effect_id)
        value = figures.yearly_value_kr
        digests.append(
            EffectDigest(
                effect_id=effect.id,
                name=effect.name,
                kind=effect.kind,
                owner=effect.owner,
                is_accepted=row is not None and row.is_accepted,
                measure=effect.measure,
                first_year=figures.first_year,
                yearly_value_kr=None if value is None else value * price,
                yearly_hours=figures.yearly_hours,
                planned_kr=planned.get(effect.id),
                first_measurement=None if row is None else row.first_measurement,
            )
        )
    return tuple(digests)
