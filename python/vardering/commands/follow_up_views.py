"""What a follow-up says outside the workbook: lines to read, and JSON."""

import json
from collections.abc import Iterator
from datetime import date

from vardering.commands.exchange import plain
from vardering.commands.follow_up import FollowUpOutcome
from vardering.model.follow_up import EffectFollowUp, LevelFollowUp
from vardering.model.measurement import Measurement
from vardering.model.vocabulary import View
from vardering.texts import follow_up_texts as words
from vardering.texts.figure_texts import number_text
from vardering.workbook.presenting.follow_up_content import DueMeasurement, FollowUpContent
from vardering.workbook.presenting.follow_up_summary import net_line, split_cells, status_line

NET_VIEWS = (View.CASH_RELEASING, View.ALL_VALUED)


def follow_up_text(content: FollowUpContent) -> str:
    """How the follow-up stands, as lines to read."""
    lines = [status_line(content)]
    for name, label in words.SPLIT_LABELS.items():
        suffix = "whole" if name == "hours" else "kr"
        cells = zip(words.SPLIT_HEADINGS, split_cells(getattr(content.result, name)), strict=True)
        lines.append(f"{label}: " + ", ".join(f"{head.lower()} {number_text(cell, suffix)}" for head, cell in cells))
    lines += [net_line(content, view) for view in NET_VIEWS]
    lines += [due_line(due) for due in content.to_measure()]
    return "\n".join(lines)


def tertial_report(content: FollowUpContent) -> str:
    """The follow-up as a text for the tertial that its day lies in: where it stands, what deviates, what is done."""
    number, first = tertial_of(content.today)
    change, day = content.case.change, content.today.isoformat()
    lines = [
        words.REPORT_TITLE.format(number=number, year=content.today.year, change=change.name),
        words.REPORT_INTRO.format(unit=change.unit or "–", day=day),
        words.PROMISE_APPROVED.format(decision=content.decision) if content.decision else words.PROMISE_CASE,
        "",
        *follow_up_text(content).splitlines()[: 1 + len(words.SPLIT_LABELS) + len(NET_VIEWS)],
        "",
        words.REPORT_EFFECTS,
    ]
    for effect in content.result.effects:
        lines.extend(_effect_lines(content, effect, first))
    lines += ["", words.NEXT_TITLE, *(due_line(due) for due in content.to_measure())]
    return "\n".join(lines) + "\n"


def tertial_of(day: date) -> tuple[int, date]:
    """Which tertial of its year a day lies in, and that tertial's first day.

    >>> tertial_of(date(2028, 8, 31))
    (2, datetime.date(2028, 5, 1))
    """
    number = (day.month - 1) // 4
    return number + 1, date(day.year, 4 * number + 1, 1)


def _effect_lines(content: FollowUpContent, effect: EffectFollowUp, first: date) -> Iterator[str]:
    """An effect's status and forecast, and what was measured during the tertial."""
    row = content.rows[effect.effect_id]
    yield f"{effect.effect_id} {row.name}: {words.STATUS_WORDS[effect.status.value]}"
    forecast = effect.forecast
    if forecast.count:
        shares = (number_text(share, "share") for share in (forecast.likely, forecast.low, forecast.high))
        likely, low, high = shares
        yield "    " + words.REPORT_FORECAST.format(likely=likely, low=low, high=high)
    for measurement, level in zip(content.measured(effect.effect_id), effect.levels, strict=True):
        if measurement.measured_on >= first:
            yield "    " + _measurement_line(measurement, level, row.measure_unit)


def _measurement_line(measurement: Measurement, level: LevelFollowUp, unit: str) -> str:
    values = ((words.ACTUAL, measurement.actual), (words.PLANNED, level.planned))
    told = [f"{label} {value:.6g} {unit}".rstrip().replace(".", ",") for label, value in values if value is not None]
    texts = [text for text in (measurement.comment, measurement.action) if text]
    return f"{measurement.measured_on.isoformat()}: {', '.join(told)}. {' '.join(texts)}".rstrip()


def due_line(due: DueMeasurement) -> str:
    """A measurement to be made: its day, its effect and who answers for it."""
    told = words.OVERDUE if due.is_overdue else words.COMING
    owner = f" ({due.row.measurement_owner})" if due.row.measurement_owner else ""
    return f"{due.day.isoformat()} {told}: {due.row.effect_id} {due.row.name}{owner}"


def follow_up_json(updated: FollowUpOutcome) -> str:
    """The follow-up as JSON with the model's field names; null where errors stopped it."""
    content = updated.content
    told = {
        "day": content.today.isoformat() if content is not None else None,
        "result": plain(content.result) if content is not None else None,
        "findings": [
            {"code": finding.code, "where": None if finding.where is None else str(finding.where), "what": finding.what}
            for finding in updated.outcome.findings
        ],
        "fingerprint": updated.outcome.fingerprint or None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False)
