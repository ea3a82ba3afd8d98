"""The examples' plans read as those of real changes, and one of them is approved."""

import pytest

from house.source_files import ROOT
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.control import check
from vardering.commands.follow_up import follow_up_content
from vardering.commands.recalculation import calculate
from vardering.examples.catalogue import EXAMPLES, FOLLOWED_UP, ExampleEntry, load_example, load_follow_up, load_plan
from vardering.model.follow_up import FollowUpStatus
from vardering.model.plan_completeness import completeness
from vardering.workbook import written_names
from vardering.workbook.presenting.follow_up_summary import status_line
from vardering.workbook.reading.approved_plan_reader import read_approved_plans
from vardering.workbook.reading.follow_up_reader import read_follow_up
from vardering.workbook.reading.plan_reader import read_plan
from vardering.workbook.snapshot import Snapshot

WITH_PLAN = [entry for entry in EXAMPLES if entry.plan_file_name]


def built(entry: ExampleEntry) -> Snapshot:
    return XlsxBook.open(ROOT / "workbook_templates" / f"exempel_{entry.name}.xlsx").snapshot()


@pytest.mark.parametrize("entry", WITH_PLAN, ids=lambda entry: entry.name)
def test_the_answers_belong_to_effects_and_stand_in_the_workbook(entry: ExampleEntry) -> None:
    answers, reading = load_plan(entry), read_plan(built(entry))
    assert reading is not None
    assert reading.faults == ()
    assert {row.effect_id for row in answers.rows} <= {effect.id for effect in load_example(entry.name).effects}
    for answer in answers.rows:
        row = reading.plan.row(answer.effect_id)
        assert row is not None
        assert (row.activities, row.target, row.accepted_on) == (answer.activities, answer.target, answer.accepted_on)


@pytest.mark.parametrize("entry", WITH_PLAN, ids=lambda entry: entry.name)
def test_a_built_plan_is_up_to_date(entry: ExampleEntry) -> None:
    snapshot = built(entry)
    progress = calculate(snapshot).progress()
    assert progress is not None
    status = check(snapshot, "BP4").gate
    assert status is not None
    assert next(found for found in status.requirements if found.code == "plan-current").is_met


def test_the_approved_example_meets_every_requirement_of_its_gate() -> None:
    (entry,) = (entry for entry in EXAMPLES if entry.decision)
    snapshot = built(entry)
    reading = read_approved_plans(snapshot)
    assert [place.plan.decision for place in reading.places] == [entry.decision]
    assert reading.is_intact
    case = load_example(entry.name)
    status = check(snapshot, case.change.gate).gate
    assert status is not None
    assert status.met == len(status.requirements)


def test_the_other_plans_show_what_is_left_to_do() -> None:
    for entry in WITH_PLAN:
        reading = read_plan(built(entry))
        assert reading is not None
        found = completeness(reading.plan.rows)
        assert found.complete >= found.rows / 3
        assert (found.complete == found.rows) == bool(entry.decision)


def test_the_followed_up_example_shows_every_way_an_effect_can_stand() -> None:
    snapshot = built(FOLLOWED_UP)
    reading = read_follow_up(snapshot)
    assert reading is not None
    assert reading.faults == ()
    assert reading.follow_up == load_follow_up(FOLLOWED_UP)
    assert FOLLOWED_UP.followed_up_on is not None
    content = follow_up_content(calculate(snapshot), reading, FOLLOWED_UP.followed_up_on)
    assert content is not None
    assert content.faults == ()
    told = {effect.status for effect in content.result.effects}
    assert told == set(FollowUpStatus) - {FollowUpStatus.NOT_DUE, FollowUpStatus.LAPSED}
    assert snapshot.names[written_names.FOLLOW_UP_SUMMARY].value == status_line(content)
