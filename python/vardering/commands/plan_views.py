"""Views of the plan for one person: what is left to do, and a calendar file with the days of measuring."""

import json
from datetime import UTC

from vardering.base.faults import CallError
from vardering.commands.planning import plan_in
from vardering.commands.request import RunContext
from vardering.model.measurement_dates import measurement_dates
from vardering.model.plan_task import ROLES, PlanTask, holds, people, tasks_of
from vardering.model.realisation_plan import PlanRow
from vardering.texts.plan_texts import (
    CALENDAR_NAME,
    DUTY_SENTENCES,
    EVENT_LINES,
    EVENT_TITLE,
    NOTHING_TO_DO,
    ROLE_WORDS,
    TASKS_OF,
)
from vardering.workbook.contract.catalogue import CASE_ID_NAME
from vardering.workbook.snapshot import Snapshot

CHANGE_NAME = "vm_namn"


def rows_of(snapshot: Snapshot, name: str = "") -> tuple[PlanRow, ...]:
    """The current rows of the plan, with a name those where that person has a role.

    Raises ``CallError`` "person-unknown" for somebody whom the plan does not name, and what ``plan_in`` raises.
    """
    rows = plan_in(snapshot).plan.current_rows
    mine = tuple(row for row in rows if not name or any(holds(row, role, name) for role in ROLES))
    if name and not mine:
        named = ", ".join(people(rows)) or "ingen"
        raise CallError("person-unknown", value=name, names=named)
    return mine


def tasks(snapshot: Snapshot, context: RunContext, name: str) -> tuple[PlanTask, ...]:
    """What a person has left to do. Raises as ``rows_of``."""
    return tuple(tasks_of(rows_of(snapshot, name), name, context.clock.date()))


def tasks_text(found: tuple[PlanTask, ...], context: RunContext, name: str) -> str:
    """The tasks as lines to read, grouped by effect."""
    lines = [TASKS_OF.format(name=name, day=context.clock.date().isoformat())]
    effect_id = ""
    for task in found:
        if task.effect_id != effect_id:
            effect_id = task.effect_id
            lines.append(f"{task.effect_id}  {task.effect}")
        due = f" {task.due.isoformat()}" if task.due is not None else ""
        lines.append(f"    {DUTY_SENTENCES[task.duty]}{due} ({ROLE_WORDS[task.role]})")
    return "\n".join(lines if found else [*lines, NOTHING_TO_DO])


def tasks_json(found: tuple[PlanTask, ...], name: str) -> str:
    """The tasks as JSON."""
    content = [
        {
            "effect_id": task.effect_id,
            "effect": task.effect,
            "role": task.role,
            "duty": str(task.duty),
            "field": task.field,
            "due": task.due.isoformat() if task.due is not None else None,
        }
        for task in found
    ]
    return json.dumps({"name": name, "tasks": content}, ensure_ascii=False, indent=2)


def calendar_text(snapshot: Snapshot, context: RunContext, name: str = "") -> str:
    """A calendar file (RFC 5545) with every day of measuring, whole days; with a name those of that person's effects.

    The same plan gives the same identities, so that a calendar that reads the file again moves its days instead of
    doubling them. The time stamp is that of the run's clock, in whatever zone it was handed in. Raises as ``rows_of``,
    and ``CallError`` "no-measurement-dates" for a plan without days of measuring.
    """
    from icalendar import Calendar, Event

    change, case_id = (str(snapshot.names[key].value or "") for key in (CHANGE_NAME, CASE_ID_NAME))
    calendar = Calendar()
    calendar.add("prodid", "-//Värderingsmodellen//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", CALENDAR_NAME.format(change=change))
    for row in rows_of(snapshot, name):
        for number, day in enumerate(measurement_dates(row), start=1):
            event = Event()
            event.add("uid", f"{case_id or 'kalkyl'}-{row.effect_id}-{number}@varderingsmodellen")
            event.add("dtstamp", context.clock.replace(tzinfo=UTC))
            event.add("dtstart", day)
            event.add("summary", EVENT_TITLE.format(id=row.effect_id, name=row.name))
            told = ((label, getattr(row, field)) for label, field in EVENT_LINES)
            event.add("description", "\n".join(f"{label}: {value}" for label, value in told if value))
            calendar.add_component(event)
    if not calendar.subcomponents:
        raise CallError("no-measurement-dates")
    return str(calendar.to_ical(), "utf-8")
