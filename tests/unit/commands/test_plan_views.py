"""What one person has left to do, and when the effects are measured, as a calendar that other programs read."""

import json
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from builders import CONTEXT, a_case, an_effect, book_of
from plan_books import typed_of, updated
from vardering.base.faults import CallError
from vardering.books.memory import MemoryBook
from vardering.commands.plan_views import calendar_text, tasks, tasks_json, tasks_text
from vardering.model.change import Role
from vardering.model.measurement_dates import measurement_dates
from vardering.model.plan_task import Duty, tasks_of
from vardering.model.realisation_plan import PlanRow
from vardering.model.vocabulary import MeasurementFrequency, PlanRowState
from vardering.workbook.contract.catalogue import KALKYL
from vardering.workbook.template.workbook_template import build_workbook


def planned_book() -> MemoryBook:
    """Two effects: the first with everybody named and days of measuring, the second with an owner only."""
    ramp = an_effect(owner="Maria Exempel, verksamhetschef", profile="upptrappning", ramp_years=2)
    book = book_of(a_case(effects=(ramp, an_effect(id="E2", owner="Bo Exempel"))))
    updated(book)
    for heading, value in (
        ("Hemtagningsansvarig", "Peter Exempel"),
        ("Mätansvarig", "Lena Exempel"),
        ("Mätfrekvens", "varje tertial"),
        ("Första mätning", date(2027, 4, 30)),
        ("Mätmetod", "Stickprov; en vecka, alla grupper"),
        ("Datakälla", "Planeringssystemet"),
    ):
        typed_of(book, "E1", heading, value)
    return book


def done(book: MemoryBook, name: str) -> list[tuple[str, Duty, date | None]]:
    return [(task.effect_id, task.duty, task.due) for task in tasks(book.snapshot(), CONTEXT, name)]


def test_each_role_has_its_own_tasks() -> None:
    book = planned_book()
    assert done(book, "maria exempel") == [("E1", Duty.ACCEPT, None)]
    assert done(book, "Peter Exempel") == [
        ("E1", Duty.DESCRIBE_ACTIVITIES, None),
        ("E1", Duty.CARRY_OUT, None),
        ("E1", Duty.CONFIRM_TRANSITION, None),
    ]
    assert done(book, "Lena Exempel") == [
        ("E1", Duty.MEASURE_BASELINE, None),
        ("E1", Duty.MEASURE, date(2027, 4, 30)),
    ]
    assert done(book, "Bo Exempel") == [("E2", Duty.ACCEPT, None)]


def test_what_is_done_is_no_task_any_more() -> None:
    book = planned_book()
    typed_of(book, "E1", "Accepterad datum", date(2026, 11, 3))
    assert done(book, "Maria Exempel") == []
    found = tasks(book.snapshot(), CONTEXT, "Maria Exempel")
    assert "Inget kvar att göra" in tasks_text(found, CONTEXT, "Maria Exempel")


def test_the_tasks_are_read_as_text_and_as_json() -> None:
    book = planned_book()
    found = tasks(book.snapshot(), CONTEXT, "Lena Exempel")
    assert tasks_text(found, CONTEXT, "Lena Exempel").splitlines() == [
        "Att göra för Lena Exempel den 2026-11-24",
        "E1  Kortare tid för nycklar",
        "    Gör nollmätningen och skriv värde och datum (mätansvarig)",
        "    Mät effekten 2027-04-30 (mätansvarig)",
    ]
    assert [task["due"] for task in json.loads(tasks_json(found, "Lena Exempel"))["tasks"]] == [None, "2027-04-30"]


def test_somebody_without_a_role_is_told_who_has_one() -> None:
    with pytest.raises(CallError) as refusal:
        tasks(planned_book().snapshot(), CONTEXT, "Nisse Hult")
    assert refusal.value.fault.code == "person-unknown"
    assert "Maria Exempel, Peter Exempel, Lena Exempel, Bo Exempel" in str(refusal.value.fault.arguments["names"])


def day_of(event: Any, name: str) -> Any:
    """The day or time of an event, which the library does not type."""
    return event[name].dt


def test_the_calendar_is_read_by_another_program_with_every_day_of_measuring() -> None:
    text = calendar_text(planned_book().snapshot(), CONTEXT)
    events = Calendar.from_ical(text).walk("VEVENT")
    days = ["2027-04-30", "2027-08-30", "2027-12-30", "2028-04-30", "2028-08-30", "2028-12-30"]
    assert [day_of(event, "DTSTART").isoformat() for event in events] == days
    assert {str(event["SUMMARY"]) for event in events} == {"Mät E1: Kortare tid för nycklar"}
    assert "Mätmetod: Stickprov; en vecka, alla grupper" in str(events[0]["DESCRIPTION"])
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert day_of(events[0], "DTSTAMP").replace(tzinfo=None) == CONTEXT.clock


def test_the_same_plan_gives_the_same_calendar_and_moved_days_keep_their_identity() -> None:
    book = planned_book()
    before = calendar_text(book.snapshot(), CONTEXT)
    assert calendar_text(book.snapshot(), CONTEXT) == before
    typed_of(book, "E1", "Första mätning", date(2027, 5, 31))
    moved = Calendar.from_ical(calendar_text(book.snapshot(), CONTEXT)).walk("VEVENT")
    earlier = Calendar.from_ical(before).walk("VEVENT")
    assert [str(event["UID"]) for event in moved] == [str(event["UID"]) for event in earlier][: len(moved)]
    assert day_of(moved[0], "DTSTART") == date(2027, 5, 31)


def test_a_persons_calendar_holds_that_persons_effects() -> None:
    book = planned_book()
    assert calendar_text(book.snapshot(), CONTEXT, "Lena Exempel").count("BEGIN:VEVENT") == 6
    with pytest.raises(CallError) as refusal:
        calendar_text(book.snapshot(), CONTEXT, "Bo Exempel")
    assert refusal.value.fault.code == "no-measurement-dates"


def a_row(**changes: object) -> PlanRow:
    row = PlanRow(
        effect_id="E1",
        full_effect_year=2027,
        first_measurement=date(2027, 1, 31),
        frequency=MeasurementFrequency.QUARTERLY,
    )
    return row.model_copy(update=changes)


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, ["2027-01-31", "2027-04-30", "2027-07-31", "2027-10-31"]),
        ({"frequency": MeasurementFrequency.YEARLY}, ["2027-01-31"]),
        ({"frequency": MeasurementFrequency.HALF_YEARLY}, ["2027-01-31", "2027-07-31"]),
        ({"full_effect_year": 2026}, ["2027-01-31"]),
        ({"full_effect_year": None}, []),
        ({"first_measurement": None}, []),
        ({"frequency": None}, []),
        ({"state": PlanRowState.REMOVED}, []),
    ],
)
def test_an_effect_is_measured_until_it_is_full(changes: dict[str, object], days: list[str]) -> None:
    assert [day.isoformat() for day in measurement_dates(a_row(**changes))] == days


def test_people_are_chosen_from_the_roles_on_start_and_other_names_may_be_written() -> None:
    layout = build_workbook(KALKYL, a_case(roles=(Role(role="Effektägare", name="Anna Exempel"),)))
    names = layout.names["vm_val_personer"]
    start = next(sheet for sheet in layout.sheets if sheet.name == "Start")
    assert "Anna Exempel" in {
        cell.value for cell in start.cells if cell.column == names.column and names.row <= cell.row <= names.last_row
    }
    chosen = [rule for sheet in layout.sheets for rule in sheet.validations if rule.source == "=vm_val_personer"]
    assert {rule.title for rule in chosen} == {
        *("Effektägare", "Hemtagningsansvarig", "Mätansvarig", "Kontrollerad av"),
    }
    assert not any(rule.stops for rule in chosen)


def test_an_effect_that_is_gone_is_nobodys_task() -> None:
    row = PlanRow(effect_id="E1", owner="Anna Exempel")
    today = CONTEXT.clock.date()
    assert [task.duty for task in tasks_of((row,), "Anna Exempel", today)] == [Duty.ACCEPT]
    gone = row.model_copy(update={"state": PlanRowState.REMOVED})
    assert list(tasks_of((gone,), "Anna Exempel", today)) == []
