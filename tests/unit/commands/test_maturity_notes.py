"""Nothing that people wrote in a compilation is lost when a new one takes its place."""

from collections.abc import Sequence
from datetime import date

from builders import CONTEXT
from maturity_books import IDS, a_reply, random_replies, survey_files
from vardering.base.cells import CellValue, ErrorValue
from vardering.base.faults import Severity
from vardering.base.light_dataclasses import replace
from vardering.books.memory import MemoryBook
from vardering.commands.maturity import SurveyFile, compile_maturity
from vardering.commands.request import Outcome
from vardering.model.maturity_scale import RoleGroup
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import next_steps, statements
from vardering.workbook.maturity_tables import (
    DISAGREEMENT_TOPICS,
    GAP_TOPICS,
    OTHER_TOPICS,
    PLAN_TABLE,
    WORKSHOP_TABLES,
)
from vardering.workbook.snapshot import Snapshot

CHIEF = RoleGroup.MANAGER
REPLIES = random_replies(1, {CHIEF: 8})
FIRST = survey_files(REPLIES)
MORE = survey_files([*REPLIES, *random_replies(2, {CHIEF: 9})])
NEXT = [reply.model_copy(update={"survey_round": "nästa"}) for reply in random_replies(3, {CHIEF: 6})]
Row = dict[str, CellValue]


def outcome_of(
    files: Sequence[SurveyFile], replaced: Snapshot | None = None, earlier: Snapshot | None = None
) -> Outcome:
    before = None if earlier is None else SurveyFile("förra.xlsx", earlier)
    old = None if replaced is None else SurveyFile("ut.xlsx", replaced)
    return compile_maturity(files, CONTEXT, before, (), old)


def made(outcome: Outcome) -> Snapshot:
    return MemoryBook(outcome.created).snapshot()


def rows(snapshot: Snapshot, table: str) -> list[Row]:
    found = snapshot.tables[table]
    return [dict(zip(found.headings, row, strict=True)) for row in found.rows]


def plan(snapshot: Snapshot) -> dict[CellValue, Row]:
    return {row[words.AREA]: row for row in rows(snapshot, PLAN_TABLE)}


def notes(snapshot: Snapshot) -> dict[tuple[str, CellValue], CellValue]:
    return {
        (table, row[words.STATEMENT_ID]): row[words.NOTES]
        for table in WORKSHOP_TABLES
        if table in snapshot.tables
        for row in rows(snapshot, table)
        if row[words.NOTES] is not None
    }


def typed(snapshot: Snapshot, table: str, row: int, **cells: CellValue) -> Snapshot:
    """The same after somebody wrote in cells of a row, named as in ``words``."""
    found = snapshot.tables[table]
    headings = {getattr(words, name): value for name, value in cells.items()}
    changed = [list(line) for line in found.rows]
    if row == len(changed):
        changed.append([None] * len(found.headings))
    for heading, value in headings.items():
        changed[row][found.headings.index(heading)] = value
    written = replace(found, rows=tuple(map(tuple, changed)))
    return replace(snapshot, tables={**snapshot.tables, table: written})


def said(outcome: Outcome, code: str) -> list[str]:
    return [finding.what for finding in outcome.findings if finding.code == code]


OLD = made(outcome_of(FIRST))


def test_a_compilation_where_nobody_wrote_leaves_nothing_behind_and_says_nothing_of_it() -> None:
    again = outcome_of(FIRST, OLD)
    assert made(again).tables == OLD.tables
    assert not any(finding.code.startswith("note") for finding in again.findings)


def test_what_the_workshop_found_stands_by_its_statement_again() -> None:
    note = "Vi mäter för sällan.\n" * 12
    old = typed(typed(OLD, GAP_TOPICS, 1, NOTES=note), DISAGREEMENT_TOPICS, 0, NOTES=7.0)
    again = outcome_of(FIRST, old)
    assert notes(made(again)) == notes(old)
    assert said(again, "notes-kept") == [
        "Det ni har skrivit på Workshop och Handlingsplan i minne.xlsx följer med. Antal rader: 2."
    ]
    assert max(next(s for s in again.created.sheets if s.name == "Workshop").heights.values()) > 150


def test_what_was_written_of_a_statement_that_is_no_topic_any_more_stands_last_until_it_is_one_again() -> None:
    quiet = next(one for one in statements() if all((table, one.id) not in ids(OLD) for table in WORKSHOP_TABLES))
    old = typed(OLD, GAP_TOPICS, 0, STATEMENT_ID=quiet.id, STATEMENT=quiet.statement, NOTES="Vi börjar här.")
    old = typed(old, GAP_TOPICS, 1, STATEMENT_ID=None, STATEMENT="Vårt eget ämne", NOTES=ErrorValue("#N/A"))
    old = typed(old, GAP_TOPICS, 5, NOTES="Lös text.")
    again = outcome_of(FIRST, old)
    first, second, third = rows(made(again), OTHER_TOPICS)
    assert (first[words.STATEMENT], first[words.NOTES]) == (quiet.statement, "Vi börjar här.")
    assert third[words.NOTES] == "Lös text."
    assert (second[words.STATEMENT], second[words.NOTES]) == ("Vårt eget ämne", "#N/A")
    assert set(said(again, "note-moved")) == {
        f"Det ni skrev om {name} är inte längre bland det som är mest att tala om. Det står sist på Workshop: ”{text}”."
        for name, text in ((quiet.id, "Vi börjar här."), ("Vårt eget ämne", "#N/A"), ("något annat", "Lös text."))
    }
    assert notes(made(outcome_of(FIRST, made(again)))) == notes(made(again))
    topic = str(rows(OLD, GAP_TOPICS)[2][words.STATEMENT_ID])
    back = typed(typed(made(again), OTHER_TOPICS, 0, STATEMENT_ID=topic), GAP_TOPICS, 2, NOTES="Ett.")
    assert notes(made(outcome_of(FIRST, back)))[GAP_TOPICS, topic] == "Ett.\nVi börjar här."


def ids(snapshot: Snapshot) -> set[tuple[str, CellValue]]:
    return {(table, row[words.STATEMENT_ID]) for table in WORKSHOP_TABLES[:3] for row in rows(snapshot, table)}


def test_who_does_what_and_when_stays_with_its_area_and_so_does_a_step_that_people_changed() -> None:
    day = date(2027, 9, 1)
    old = typed(OLD, PLAN_TABLE, 0, OWNER="Ekonomichefen", DUE=day, STATUS="pågår")
    old = typed(typed(old, PLAN_TABLE, 1, NEXT_STEP="Vårt eget steg"), PLAN_TABLE, 2, NEXT_STEP="  ")
    again = plan(made(outcome_of(MORE, old)))
    (one, two, three), after = rows(old, PLAN_TABLE)[:3], again
    assert [after[one[words.AREA]][heading] for heading in (words.OWNER, words.DUE, words.STATUS)] == [
        "Ekonomichefen",
        day,
        "pågår",
    ]
    assert after[one[words.AREA]][words.NEXT_STEP] == one[words.NEXT_STEP]
    assert after[two[words.AREA]][words.NEXT_STEP] == "Vårt eget steg"
    assert after[three[words.AREA]][words.NEXT_STEP] is None
    assert len(after) == 12


def test_a_proposal_that_nobody_has_taken_on_is_made_anew() -> None:
    other = next(step for step in next_steps().values() if step != rows(OLD, PLAN_TABLE)[0][words.NEXT_STEP])
    old = typed(OLD, PLAN_TABLE, 0, NEXT_STEP=other)
    old = typed(old, PLAN_TABLE, 1, NEXT_STEP=None, LEVEL=words.HIDDEN)
    again = outcome_of(FIRST, old)
    assert plan(made(again)) == plan(OLD)
    assert said(again, "notes-kept") == []


def test_rows_that_people_added_to_the_plan_stand_last() -> None:
    area = rows(OLD, PLAN_TABLE)[0][words.AREA]
    old = typed(OLD, PLAN_TABLE, 12, AREA=area, NEXT_STEP="Ett steg till")
    old = typed(typed(old, PLAN_TABLE, 13, OWNER="Anna Exempel"), PLAN_TABLE, 14, AREA="Eget område")
    old = typed(old, PLAN_TABLE, 15, LEVEL=" ")
    again = made(outcome_of(FIRST, old))
    assert rows(again, PLAN_TABLE)[12:] == rows(old, PLAN_TABLE)[12:15]
    assert made(outcome_of(FIRST, again)).tables == again.tables


def test_a_new_round_starts_with_an_empty_plan_and_says_what_stays_in_the_file_that_is_replaced() -> None:
    old = typed(OLD, PLAN_TABLE, 0, OWNER="Ekonomichefen")
    fresh = outcome_of(survey_files(NEXT), old)
    assert {row[words.OWNER] for row in rows(made(fresh), PLAN_TABLE)} == {None}
    (what,) = said(fresh, "notes-other-round")
    assert what.endswith("följer inte med. Antal rader: 1.")
    compared = outcome_of(survey_files(NEXT), None, old)
    assert {row[words.OWNER] for row in rows(made(compared), PLAN_TABLE)} == {None}
    assert not any(finding.code.startswith("note") for finding in compared.findings)


def test_the_same_round_with_more_answers_goes_on_with_what_was_written_in_the_earlier_file() -> None:
    old = typed(OLD, PLAN_TABLE, 0, OWNER="Ekonomichefen")
    again = outcome_of(MORE, OLD, old)
    assert plan(made(again))[rows(OLD, PLAN_TABLE)[0][words.AREA]][words.OWNER] == "Ekonomichefen"
    assert len(said(again, "notes-kept")) == 1


def test_a_workshop_that_cannot_be_read_is_said_and_a_compilation_no_longer_whole_keeps_its_notes_to_itself() -> None:
    bare = {name: table for name, table in OLD.tables.items() if name not in WORKSHOP_TABLES}
    old = replace(OLD, tables=bare)
    (finding,) = [one for one in outcome_of(FIRST, old).findings if one.code == "notes-unread"]
    assert finding.severity is Severity.WARNING
    broken = typed(replace(OLD, tables={PLAN_TABLE: OLD.tables[PLAN_TABLE]}), PLAN_TABLE, 0, OWNER="Anna Exempel")
    assert len(said(outcome_of(FIRST, broken), "notes-other-round")) == 1


def test_a_file_that_is_no_compilation_has_no_notes() -> None:
    survey = survey_files([a_reply(comments={IDS[0]: "ja"})])[0].snapshot
    nameless = replace(OLD, names={})
    for replaced in (survey, nameless):
        assert not any(finding.code.startswith("note") for finding in outcome_of(FIRST, replaced).findings)
