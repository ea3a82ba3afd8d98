"""The effect on Uppföljning that people chose to see over time: plan, actual and forecast on its days of measuring."""

from datetime import date

from vardering.base.cells import Area, CellValue
from vardering.model.follow_up import EffectFollowUp
from vardering.texts import follow_up_texts as words
from vardering.workbook.change_set import SeriesWrite
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.follow_up_content import FollowUpContent
from vardering.workbook.presenting.outcome_effects import shown
from vardering.workbook.written_names import SHOWN_CHART

MOST_DAYS = 12
SHOWN_ROWS = 2 + MOST_DAYS
"""Rows of the effect that is shown, the same in every run."""
Line = tuple[float | None, ...]


def chosen_effect(content: FollowUpContent, chosen: CellValue) -> EffectFollowUp | None:
    """The effect that was chosen, or the one with most at risk among those with a target; None without any."""
    wanted = content.effect(str(chosen).strip()) if chosen is not None else None
    if wanted is not None:
        return wanted
    with_target = [effect for effect in content.result.effects if effect.full_value is not None]
    return max(with_target, key=_at_risk, default=None)


def _at_risk(effect: EffectFollowUp) -> float:
    return effect.kr.at_risk


def write_shown(canvas: Canvas, content: FollowUpContent, chosen: CellValue) -> tuple[SeriesWrite, ...]:
    """Plan, actual and forecast of one effect, a row for each day; gives the chart its ranges."""
    effect = chosen_effect(content, chosen)
    if effect is None:
        canvas.put(0, words.SHOWN_NOTHING, "plain")
        return ()
    row = content.rows[effect.effect_id]
    line = words.SHOWN_LINE.format(id=row.effect_id, name=row.name, measure=row.measure, unit=row.measure_unit)
    canvas.put(0, line, "status_line")
    canvas.row += 1
    top = canvas.row
    canvas.put_row(0, (words.DAY_AXIS, *words.SHOWN_LABELS), "heading")
    days = _days(content, effect)
    lines = _lines(content, effect, days)
    for index, day in enumerate(days):
        canvas.row += 1
        canvas.put(0, day.isoformat(), "label")
        canvas.put_row(1, [shown(line[index]) for line in lines], "result_number")
    last = max(canvas.row, top + 1)
    stored = tuple(day.isoformat() for day in days) or (words.DAY_AXIS,)
    return tuple(
        SeriesWrite(
            chart=SHOWN_CHART,
            index=index,
            title=_column(canvas, 1 + index, top, top),
            categories=_column(canvas, 0, top + 1, last),
            values=_column(canvas, 1 + index, top + 1, last),
            stored_title=words.SHOWN_LABELS[index],
            stored_categories=stored,
            stored_values=line or (None,),
        )
        for index, line in enumerate(lines)
    )


def _days(content: FollowUpContent, effect: EffectFollowUp) -> list[date]:
    """The days on which it was measured or should have been, then those to come; the latest where they are many."""
    planned = content.due[effect.effect_id]
    first_ahead = len(planned) if effect.next_due is None else effect.next_due
    ahead = planned[first_ahead:]
    past = {one.measured_on for one in content.measured(effect.effect_id)}
    past |= {planned[index] for index in effect.unanswered}
    behind = sorted(past)[-max(MOST_DAYS - len(ahead), MOST_DAYS // 2) :]
    return [*behind, *ahead][:MOST_DAYS]


def _lines(content: FollowUpContent, effect: EffectFollowUp, days: list[date]) -> tuple[Line, Line, Line]:
    """Plan, actual and forecast on each day; the forecast begins where the latest measurement was made."""
    measured = {one.measured_on: one.actual for one in content.measured(effect.effect_id)}
    latest = max(measured, default=date.max)
    first, last = content.result.years[0], len(content.result.years) - 1
    years = [min(max(day.year - first, 0), last) for day in days]
    expected = (
        measured.get(day) if day == latest else effect.expected_values[year] if day > latest else None
        for day, year in zip(days, years, strict=True)
    )
    return (
        tuple(effect.planned_values[year] for year in years),
        tuple(measured.get(day) for day in days),
        tuple(expected),
    )


def _column(canvas: Canvas, column: int, first: int, last: int) -> Area:
    place = canvas.first_column + column
    return Area(canvas.sheet, first, place, last, place)
