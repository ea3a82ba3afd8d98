"""From the sheet Beslutad plan to the approved plans, and whether anything in them was changed afterwards.

The fingerprint is of the cells themselves, so that any change of a frozen cell shows, whatever it is changed to.
Figures count to twelve significant digits, which every spreadsheet program keeps when it saves.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from vardering.base.cells import CellValue, ErrorValue, Position
from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.approved_plan import ApprovedEffect, ApprovedPlan
from vardering.texts import approved_plan_texts as words
from vardering.workbook import written_names
from vardering.workbook.snapshot import NameSnapshot, Snapshot

Row = Sequence[CellValue]

FIRST_YEAR = len(words.EFFECT_HEADING)
"""Column of the first year, from 0."""
PROMISED = 8
"""Columns of an effect that are frozen, before the sum and what is now expected."""
DERIVED = (words.PLAN_MARK, words.TOTAL, words.FORECAST_TOTAL)
"""Rows that are worked out of the others."""


@dataclass(frozen=True, slots=True)
class ApprovedPlace:
    """An approved plan, its first cell, the row of the sheet by what it begins with, and whether it is unchanged."""

    plan: ApprovedPlan
    where: Position
    rows: tuple[tuple[str, int], ...]
    mark: str
    is_intact: bool


@dataclass(frozen=True, slots=True)
class ApprovedReading:
    """The approved plans of a workbook, earliest first, and what is wrong with them (no errors)."""

    places: tuple[ApprovedPlace, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_intact(self) -> bool:
        """Whether nothing was changed or taken away after its decision."""
        return not self.faults


NOTHING_APPROVED = ApprovedReading()


def read_approved_plans(snapshot: Snapshot) -> ApprovedReading:
    """Every approved plan of a workbook; none for one without the sheet."""
    area = snapshot.names.get(written_names.APPROVED_PLAN)
    if area is None:
        return NOTHING_APPROVED
    rows = area.values
    starts = [index for index, row in enumerate(rows) if row[0] == words.DECISION]
    ends = [*starts[1:], len(rows)] if starts else []
    places = tuple(_read_place(area, start, rows[start:end]) for start, end in zip(starts, ends, strict=True))
    faults = [
        Fault("approved-plan-changed", Severity.WARNING, place.where, {"decision": place.plan.decision})
        for place in places
        if not place.is_intact
    ]
    if _decisions_logged(snapshot) > len(places):
        faults.append(Fault("approved-plan-gone", Severity.WARNING, area.position))
    return ApprovedReading(places, tuple(faults))


def frozen_mark(rows: Sequence[Row]) -> str:
    """SHA-256 over the frozen cells of an approved plan, 64 hexadecimal digits."""
    content = [[_canonical(cell) for cell in frozen] for row in rows if any(frozen := _frozen_cells(row))]
    text = json.dumps([_without_blank_end(row) for row in content], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _frozen_cells(row: Row) -> Row:
    """The cells of a row that the decision covers."""
    first = row[0]
    if first in DERIVED:
        return ()
    labels = (words.DECISION, words.DECIDED_ON, words.FROZEN_AT, words.FROZEN_BY, words.CASE_MARK)
    if first in (*labels, words.VALUES_HEADING[0], *words.NET_PRESENT_VALUES.values()):
        return row[:2]
    return (*row[:PROMISED], *row[FIRST_YEAR:])


def _canonical(cell: CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, ErrorValue):
        return cell.code
    if isinstance(cell, float):
        return f"{cell:.12g}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _without_blank_end(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def _read_place(area: NameSnapshot, start: int, rows: Sequence[Row]) -> ApprovedPlace:
    by_word = {str(row[0]): row for row in reversed(rows) if row[0] is not None}
    stored = _text(by_word.get(words.PLAN_MARK, (None, None))[1])
    return ApprovedPlace(
        plan=_plan(rows, by_word),
        where=area.area.position(start, 0),
        rows=tuple((_text(row[0]), area.area.row + start + index) for index, row in enumerate(rows) if row[0]),
        mark=stored,
        is_intact=stored == frozen_mark(rows),
    )


def _plan(rows: Sequence[Row], by_word: dict[str, Row]) -> ApprovedPlan:
    """The plan in the rows; what cannot be read is left out: the fingerprint tells that it was changed."""
    blank: Row = (None, None)
    heading = next((index for index, row in enumerate(rows) if row[0] == words.EFFECT_HEADING[0]), len(rows) - 1)
    years = tuple(int(cell) for cell in rows[heading][FIRST_YEAR:] if isinstance(cell, float))
    effects = []
    for row in rows[heading + 1 :]:
        if row[0] in DERIVED:
            break
        if _text(row[0]):
            effects.append(_effect(row, len(years)))
    decided = _text(by_word.get(words.DECIDED_ON, blank)[1])
    return ApprovedPlan(
        decision=_text(by_word[words.DECISION][1]) or "–",
        decided_on=date.fromisoformat(decided) if _is_date(decided) else None,
        frozen_at=_text(by_word.get(words.FROZEN_AT, blank)[1]),
        frozen_by=_text(by_word.get(words.FROZEN_BY, blank)[1]),
        fingerprint=_text(by_word.get(words.CASE_MARK, blank)[1]),
        years=years,
        net_present_values_kr=tuple(
            _number(by_word.get(label, blank)[1]) for label in words.NET_PRESENT_VALUES.values()
        ),
        effects=tuple(effects),
    )


def _effect(row: Row, years: int) -> ApprovedEffect:
    full = _number(row[7])
    return ApprovedEffect(
        effect_id=_text(row[0]),
        name=_text(row[1]),
        owner=_text(row[2]),
        measure=_text(row[3]),
        measure_unit=_text(row[4]),
        baseline_measurement=_number(row[5]),
        target=_number(row[6]),
        full_effect_year=None if full is None else int(full),
        yearly_values_kr=tuple(_number(cell) for cell in row[FIRST_YEAR : FIRST_YEAR + years]),
    )


def _decisions_logged(snapshot: Snapshot) -> int:
    log = snapshot.tables.get(written_names.LOG_TABLE)
    place = log.column_index("Händelse") if log is not None else None
    if log is None or place is None:
        return 0
    return sum(_text(row[place]).startswith(f"{words.EVENT}: ") for row in log.rows)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _text(cell: CellValue) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None or isinstance(cell, ErrorValue) else str(cell).strip()


def _number(cell: CellValue) -> float | None:
    return cell if isinstance(cell, float) else None
