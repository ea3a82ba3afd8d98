"""The calculated cells of the tables that a portfolio shares with its office, as rows of model values."""

from collections.abc import Iterator, Mapping
from datetime import date

from vardering.model.case_digest import EffectDigest
from vardering.model.portfolio import Portfolio
from vardering.model.portfolio_results import PortfolioResults, RankedChange
from vardering.model.portfolio_words import RankBy
from vardering.model.vocabulary import View
from vardering.texts import portfolio_texts, selection_texts
from vardering.texts.figure_texts import number_text
from vardering.workbook.presenting.table_merge import Fields

GONE_CHANGE: Fields = {"rank": None, "comparability": portfolio_texts.GONE, "selected": None}
GONE_FILE: Fields = {"verdict": portfolio_texts.GONE, "reason": None}
GONE_LOAD: Fields = {"all_hours": 0.0, "selected_hours": 0.0, "available_hours": None, "load_note": None}
GONE_EFFECT: Fields = {"follow_up_status": portfolio_texts.GONE}
"""What calculated cells say of a row whose subject was not among the latest files."""


def ranking_rows(results: PortfolioResults, rank_by: RankBy) -> Iterator[Fields]:
    """A row for each change, in rank order; money in whole kronor."""
    judged = {verdict.id: verdict.is_selected for verdict in results.selection.verdicts}
    for change in results.changes:
        chosen = judged.get(change.digest.case_id)
        selected = {None: "", True: selection_texts.SELECTED, False: selection_texts.NOT_SELECTED}[chosen]
        yield {**_ranking_fields(change, rank_by), "selected": selected}


def _ranking_fields(change: RankedChange, rank_by: RankBy) -> Fields:
    digest = change.digest
    npvs = {view: round(digest.view(view).npv) for view in View}
    all_valued = digest.view(View.ALL_VALUED)
    index = digest.index if rank_by is RankBy.INDEX else digest.index_without_net_value
    ratio = all_valued.net_benefit_per_krona
    return {
        "case_id": digest.case_id,
        "rank": change.rank,
        "name": digest.name,
        "unit": digest.unit,
        "form": digest.form,
        "gate": digest.gate,
        "index": None if index is None else round(index, 1),
        "coverage": digest.coverage,
        "priority_class": digest.priority_class,
        "npv_all_valued": npvs[View.ALL_VALUED],
        "npv_cash_releasing": npvs[View.CASH_RELEASING],
        "npv_cautious": npvs[View.CAUTIOUS],
        "pv_costs": round(all_valued.pv_costs),
        "net_benefit_per_krona": None if ratio is None else round(ratio, 2),
        "comparability": digest.obstacle or digest.terms_note or portfolio_texts.COMPARABLE,
        "file": change.file,
    }


def file_rows(results: PortfolioResults) -> Iterator[Fields]:
    """A row for each file: what became of it and why."""
    for file in results.files:
        digest = file.digest
        yield {
            "file": file.file,
            "verdict": portfolio_texts.VERDICTS[file.verdict],
            "reason": file.reason or (digest.obstacle if digest is not None else ""),
            "case_id": "" if digest is None else digest.case_id,
            "name": "" if digest is None else digest.name,
            "form": None if digest is None else digest.form,
            "calculated_at": "" if digest is None else digest.calculated_at,
            "received_at": file.modified,
        }


def load_rows(results: PortfolioResults, portfolio: Portfolio) -> Iterator[Fields]:
    """A row for each role and year, against the capacity that the office wrote."""
    capacities: Mapping[tuple[str, int], float | None] = {
        (row.role, row.year): row.capacity_hours for row in portfolio.resources
    }
    for load in results.loads:
        yield {
            "role": load.role,
            "year": load.year,
            "all_hours": round(load.all_hours),
            "selected_hours": round(load.selected_hours),
            "available_hours": round(load.available_hours),
            "load_note": _load_note(load.selected_hours, capacities.get((load.role, load.year))),
        }


def _load_note(hours: float, capacity: float | None) -> str:
    if capacity is None:
        return selection_texts.LOAD_UNLIMITED
    text = selection_texts.LOAD_OVER if hours > capacity else selection_texts.LOAD_WITHIN
    return text.format(hours=number_text(abs(capacity - hours), "whole"))


def effect_rows(results: PortfolioResults, today: date) -> Iterator[Fields]:
    """A row for each effect of each change that counts."""
    for change in results.changes:
        for effect in change.digest.effects:
            yield {
                "case_id": change.digest.case_id,
                "effect_id": effect.effect_id,
                "name": change.digest.name,
                "effect": effect.name,
                "kind": effect.kind,
                "owner": effect.owner,
                "is_accepted": selection_texts.YES if effect.is_accepted else selection_texts.NO,
                "measure": effect.measure,
                "first_year": effect.first_year,
                "yearly_value_kr": _whole(effect.yearly_value_kr),
                "yearly_hours": _whole(effect.yearly_hours),
                "planned_kr": _whole(effect.planned_kr),
                "realised_kr": _whole(effect.realised_kr),
                "forecast_kr": _whole(effect.forecast_kr),
                "first_measurement": effect.first_measurement,
                "follow_up_status": effect.follow_up_status or _planned_status(effect, today),
            }


def _whole(value: float | None) -> float | None:
    return None if value is None else float(round(value))


def _planned_status(effect: EffectDigest, today: date) -> str:
    """How an effect without follow-up stands by its plan; due and not measured is unknown."""
    states = selection_texts.EFFECT_STATES
    if not effect.owner:
        return states["no_owner"]
    if not effect.is_accepted:
        return states["not_accepted"]
    if effect.first_measurement is None:
        return states["unplanned"]
    return states["unknown"] if effect.first_measurement < today else states["not_due"]
