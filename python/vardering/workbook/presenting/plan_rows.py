"""What the calculated columns of the plan shall hold: each effect of the case beside what people have written of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vardering.base.cells import CellValue
from vardering.model.effect_figures import EffectFigures
from vardering.model.plan_completeness import unanswered
from vardering.model.realisation_plan import PlanRow, RealisationPlan
from vardering.model.rows import Effect
from vardering.model.vocabulary import PlanRowState
from vardering.texts.plan_texts import QUESTION_LABELS, UNTIL
from vardering.workbook.contract.plan_sheet import CALCULATED, PLAN
from vardering.workbook.filling import cell_for
from vardering.workbook.snapshot import NameSnapshot

Cells = Mapping[str, CellValue]
"""Cells of a plan row by heading."""

OWNER, OWNER_SINCE, FORMER_OWNERS = (PLAN.column(field).heading for field in ("owner", "owner_since", "former_owners"))


def planned_rows(
    plan: RealisationPlan,
    effects: Sequence[Effect],
    figures: Sequence[EffectFigures],
    copy: Mapping[str, Cells],
    today: date,
) -> Iterator[PlanRow]:
    """The row of every effect that has figures, with what people wrote and its calculated fields as of now.

    ``copy`` is what was last written; it tells when an effect got another owner.
    """
    by_id = {effect.id: effect for effect in effects}
    for figure in figures:
        effect = by_id[figure.effect_id]
        row = plan.row(effect.id) or PlanRow(effect_id=effect.id)
        calculated = row.model_copy(
            update={
                "name": effect.name,
                "kind": effect.kind,
                "state": PlanRowState.CURRENT,
                "first_year": figure.first_year,
                "full_effect_year": figure.full_effect_year,
                "yearly_value_kr": None if figure.yearly_value_kr is None else round(figure.yearly_value_kr, 2),
                "yearly_hours": None if figure.yearly_hours is None else round(figure.yearly_hours),
                "measure": effect.measure,
                **_ownership(effect.owner, copy.get(effect.id, {}), today),
            }
        )
        yield calculated.model_copy(update={"lacking": lacking_text(calculated)})


def lacking_text(row: PlanRow) -> str:
    """The open questions of a row in words."""
    return "; ".join(QUESTION_LABELS[question] for question in unanswered(row))


def _ownership(owner: str, written: Cells, today: date) -> dict[str, object]:
    """The owner, since when the plan has this one, and the former ones: nobody disappears without a trace."""
    before, since, former = written.get(OWNER), written.get(OWNER_SINCE), written.get(FORMER_OWNERS)
    kept = former if isinstance(former, str) else ""
    if isinstance(before, str) and before and before != owner:
        left = UNTIL.format(name=before, day=today.isoformat())
        return {"owner": owner, "owner_since": today, "former_owners": f"{kept}; {left}" if kept else left}
    return {"owner": owner, "owner_since": since if isinstance(since, date) else None, "former_owners": kept}


def calculated_cells(row: PlanRow) -> dict[str, CellValue]:
    """What the calculated columns of a row hold."""
    return {column.heading: cell_for(column, getattr(row, column.field)) for column in CALCULATED}


def copied_cells(copy: NameSnapshot) -> dict[str, dict[str, CellValue]]:
    """What the product last wrote in the calculated columns, by effect id; empty before the first time."""
    headings, *rows = copy.values
    if headings[0] != PLAN.columns[0].heading:
        return {}
    return {
        row[0]: {heading: cell for heading, cell in zip(headings[1:], row[1:], strict=True) if isinstance(heading, str)}
        for row in rows
        if isinstance(row[0], str)
    }
