"""Sheet Beslutad plan: an approved plan written once, and what is expected now beside it at every run."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vardering.base.cells import Area, CellValue, Position
from vardering.model.approved_plan import ApprovedEffect, ApprovedPlan
from vardering.model.realisation_plan import PlanRow
from vardering.model.results import Results, RowGroup
from vardering.model.vocabulary import View
from vardering.texts import approved_plan_texts as words
from vardering.workbook.change_set import CellWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.approved_plan_reader import FIRST_YEAR, ApprovedPlace, ApprovedReading, frozen_mark

SUM, FORECAST, DIFFERENCE = FIRST_YEAR - 3, FIRST_YEAR - 2, FIRST_YEAR - 1
"""Columns of an effect's sum, what is expected now, and the difference."""
PROMISED_STYLES = ("text", "text", "text", "text", "text", "number", "number", "year")


def approved_plan(rows: Sequence[PlanRow], results: Results, decision: str, decided_on: date, run: Run) -> ApprovedPlan:
    """What a decision freezes: every current row of the plan with its yearly values, and the net present values."""
    values = yearly_values(results)
    return ApprovedPlan(
        decision=decision,
        decided_on=decided_on,
        frozen_at=run.time_text,
        frozen_by=run.user,
        fingerprint=run.fingerprint,
        years=results.years,
        net_present_values_kr=_net_present_values(results),
        effects=tuple(
            ApprovedEffect(
                effect_id=row.effect_id,
                name=row.name,
                owner=row.owner,
                measure=row.measure,
                measure_unit=row.measure_unit,
                baseline_measurement=row.baseline_measurement,
                target=row.target,
                full_effect_year=row.full_effect_year,
                yearly_values_kr=tuple(values.get(row.effect_id, {}).get(year) for year in results.years),
            )
            for row in rows
            if row.is_current
        ),
    )


def yearly_values(results: Results) -> dict[str, dict[int, float]]:
    """Kronor per calendar year of every effect of the main alternative that is valued in kronor."""
    return {
        row.id: {year: round(value, 2) for year, value in zip(results.years, row.values_kr, strict=True)}
        for row in results.rows
        if row.group is RowGroup.EFFECT and row.alternative == results.main_alternative
    }


def _net_present_values(results: Results) -> tuple[float, ...]:
    return tuple(round(results.main.views[view].figures.npv, 2) for view in View)


def plan_mark(plan: ApprovedPlan) -> str:
    """The fingerprint of an approved plan as it is written."""
    return frozen_mark(_frozen_rows(plan))


def write_approved_plan(canvas: Canvas, plan: ApprovedPlan) -> None:
    """One approved plan, of one effect or more, from the canvas's current row on; on the day it is frozen what is
    expected is equal to it.
    """
    rows = _frozen_rows(plan)
    width = FIRST_YEAR + len(plan.years)
    for row in rows:
        is_heading = row[0] in (words.VALUES_HEADING[0], words.EFFECT_HEADING[0])
        for column, cell in enumerate(row):
            style = "heading" if is_heading else _style(row, column)
            canvas.put(column, cell, style)
        if row[0] == words.CASE_MARK:
            canvas.row += 1
            canvas.put(0, words.PLAN_MARK, "label")
            canvas.put(1, frozen_mark(rows), "copy_text")
        canvas.row += 1
    canvas.put(0, words.TOTAL, "label")
    for column in (SUM, FORECAST, DIFFERENCE, *range(FIRST_YEAR, width)):
        _put_total(canvas, column, plan)
    canvas.row += 1
    canvas.put(0, words.FORECAST_TOTAL, "label")
    for column, total in enumerate(_totals(plan), start=FIRST_YEAR):
        canvas.put(column, total, "calculated_kr")
    canvas.row += 1


def _frozen_rows(plan: ApprovedPlan) -> list[list[CellValue]]:
    """The rows that are frozen, as their cells are read back."""
    decided = plan.decided_on.isoformat() if plan.decided_on is not None else None
    rows: list[list[CellValue]] = [
        [words.DECISION, plan.decision],
        [words.DECIDED_ON, decided],
        [words.FROZEN_AT, plan.frozen_at],
        [words.FROZEN_BY, plan.frozen_by],
        [words.CASE_MARK, plan.fingerprint],
        list(words.VALUES_HEADING),
    ]
    for label, value in zip(words.NET_PRESENT_VALUES.values(), plan.net_present_values_kr, strict=True):
        rows.append([label, value, value, 0.0])
    rows.append([*words.EFFECT_HEADING, *(float(year) for year in plan.years)])
    for effect in plan.effects:
        total = _total(effect)
        rows.append(
            [
                effect.effect_id,
                effect.name or None,
                effect.owner or None,
                effect.measure or None,
                effect.measure_unit or None,
                effect.baseline_measurement,
                effect.target,
                None if effect.full_effect_year is None else float(effect.full_effect_year),
                total,
                total,
                None if total is None else 0.0,
                *effect.yearly_values_kr,
            ]
        )
    return rows


def _style(row: Sequence[CellValue], column: int) -> str:
    if len(row) == 2:
        return "label" if column == 0 else "result_text"
    if row[0] in words.NET_PRESENT_VALUES.values():
        return ("label", "result_kr", "calculated_kr", "calculated_kr")[column]
    if column < len(PROMISED_STYLES):
        return f"result_{PROMISED_STYLES[column]}"
    return "calculated_kr" if column in (FORECAST, DIFFERENCE) else "result_kr"


def _total(effect: ApprovedEffect) -> float | None:
    values = [value for value in effect.yearly_values_kr if value is not None]
    return round(sum(values), 2) if values else None


def _totals(plan: ApprovedPlan) -> list[float]:
    columns = zip(*(effect.yearly_values_kr for effect in plan.effects), strict=True)
    return [sum(value or 0.0 for value in column) for column in columns]


def _put_total(canvas: Canvas, column: int, plan: ApprovedPlan) -> None:
    """The sum of a column as a formula over the effects above, with its stored value."""
    stored = sum(_totals(plan)) if column < DIFFERENCE else 0.0
    if column >= FIRST_YEAR:
        stored = _totals(plan)[column - FIRST_YEAR]
    place = canvas.first_column + column
    above = Area(canvas.sheet, canvas.row - len(plan.effects), place, canvas.row - 1, place)
    canvas.put(column, stored, "total_kr", f"=SUM({above.a1})")


def forecast_cells(approved: ApprovedReading, results: Results) -> Iterator[tuple[Position, CellWrite]]:
    """What is expected now, beside every approved plan, and how it differs; the approved figures are not touched."""
    values = yearly_values(results)
    for place in approved.places:
        rows = dict(reversed(place.rows))
        yield from _forecast_values(place, rows, results)
        promised = {effect.effect_id: effect for effect in place.plan.effects}
        for effect_id, effect in promised.items():
            if effect_id in rows:
                yield from _forecast_effect(place, rows[effect_id], effect, values)
        if words.FORECAST_TOTAL in rows:
            number = rows[words.FORECAST_TOTAL]
            for offset, year in enumerate(place.plan.years):
                total = sum(years.get(year, 0.0) for years in values.values())
                yield _at(place, number, FIRST_YEAR + offset), CellWrite(total, None, "calculated_kr")


def _forecast_values(
    place: ApprovedPlace, rows: Mapping[str, int], results: Results
) -> Iterator[tuple[Position, CellWrite]]:
    labels = words.NET_PRESENT_VALUES.values()
    for label, promised, now in zip(
        labels, place.plan.net_present_values_kr, _net_present_values(results), strict=True
    ):
        if label in rows:
            yield _at(place, rows[label], 2), CellWrite(now, None, "calculated_kr")
            difference = None if promised is None else round(now - promised, 2)
            yield _at(place, rows[label], 3), CellWrite(difference, None, "calculated_kr")


def _forecast_effect(
    place: ApprovedPlace, row: int, effect: ApprovedEffect, values: Mapping[str, Mapping[int, float]]
) -> Iterator[tuple[Position, CellWrite]]:
    promised = _total(effect)
    if effect.effect_id in values:
        now: CellValue = round(sum(values[effect.effect_id].get(year, 0.0) for year in place.plan.years), 2)
    else:
        now = words.REMOVED if promised is not None else None
    difference = round(now - promised, 2) if isinstance(now, float) and promised is not None else None
    style = "calculated_kr" if isinstance(now, float) else "calculated_text"
    yield _at(place, row, FORECAST), CellWrite(now, None, style)
    yield _at(place, row, DIFFERENCE), CellWrite(difference, None, "calculated_kr")


def _at(place: ApprovedPlace, row: int, column: int) -> Position:
    return Position(place.where.sheet, row, place.where.column + column)


def approved_line(approved: ApprovedReading) -> str:
    """What Start says: the latest decision and whether its plan is unchanged; empty where there is none."""
    if not approved.places:
        return words.CHANGED.capitalize() if approved.faults else ""
    return f"{approved.places[-1].plan.decision}: {words.UNCHANGED if approved.is_intact else words.CHANGED}"
