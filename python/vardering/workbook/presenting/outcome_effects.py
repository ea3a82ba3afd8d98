"""Every effect on Utfall och prognos, a row each."""

from vardering.base.cells import CellValue
from vardering.model.follow_up import EffectFollowUp
from vardering.texts import follow_up_texts as words
from vardering.workbook.presenting.canvas import Canvas
from vardering.workbook.presenting.follow_up_content import FollowUpContent

EFFECT_STYLES = (
    "label",
    *("result_text", "result_date", "result_number", "result_number", "result_number", "result_number"),
    *("result_share",) * 3,
    *("result_kr",) * 9,
    *("result_whole", "result_whole", "result_date", "result_text", "result_text"),
)


def write_effects(canvas: Canvas, content: FollowUpContent) -> None:
    """A row for each effect, in the order of the plan."""
    for note in words.EFFECT_NOTES:
        canvas.put(0, note, "intro")
        canvas.row += 1
    canvas.put_row(0, words.EFFECT_HEADINGS, "heading")
    for effect in content.result.effects:
        canvas.row += 1
        cells = _cells(content, effect)
        for column, (cell, style) in enumerate(zip(cells, EFFECT_STYLES, strict=True)):
            canvas.put(column, shown(cell), style)


def _cells(content: FollowUpContent, effect: EffectFollowUp) -> tuple[CellValue, ...]:
    row = content.rows[effect.effect_id]
    measured = content.measured(effect.effect_id)
    latest = measured[-1] if measured else None
    level = effect.levels[-1] if measured else None
    forecast = effect.forecast if effect.forecast.count else None
    days = content.due[effect.effect_id]
    parts = (effect.kr.promised, effect.kr.realised, effect.kr.at_risk, effect.kr.unknown, effect.kr.not_due)
    return (
        f"{effect.effect_id} {row.name}".rstrip(),
        words.STATUS_WORDS[effect.status.value],
        latest.measured_on if latest is not None else None,
        latest.actual if latest is not None else None,
        level.planned if level is not None else None,
        level.deviation if level is not None else None,
        effect.full_value if forecast is not None else None,
        *((forecast.likely, forecast.low, forecast.high) if forecast is not None else (None, None, None)),
        *parts,
        effect.kr.surplus,
        sum(effect.expected_kr),
        *effect.expected_range_kr,
        effect.hours.promised,
        effect.hours.realised,
        days[effect.next_due] if effect.next_due is not None else None,
        row.measurement_owner or None,
        row.owner or None,
    )


def shown(cell: CellValue) -> CellValue:
    """Figures to six decimals: what rounding leaves of nothing is nothing."""
    return round(cell, 6) + 0.0 if isinstance(cell, float) else cell
