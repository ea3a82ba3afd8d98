"""Compilations that somebody may have seen: they guard those who are in them, whether anybody thinks of them or not."""

from collections.abc import Sequence

import pytest

from builders import CONTEXT
from maturity_books import IDS, a_reply, random_replies, survey_files
from vardering.base.faults import CallError
from vardering.books.memory import MemoryBook
from vardering.commands.maturity import SurveyFile, compile_maturity
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_scale import RoleGroup
from vardering.workbook.layout import WorkbookLayout

CHIEF, STAFF = RoleGroup.MANAGER, RoleGroup.EMPLOYEE
FIRST = random_replies(1, {CHIEF: 6, STAFF: 7})
LATE = random_replies(2, {CHIEF: 8})
SAME_ALL_THE_WAY = a_reply(STAFF, (2,) * len(IDS), (5,) * len(IDS))


def compiled(
    replies: Sequence[SurveyReply],
    beside: Sequence[SurveyFile] = (),
    among: Sequence[SurveyFile] = (),
    earlier: SurveyFile | None = None,
) -> WorkbookLayout:
    return compile_maturity([*survey_files(replies), *among], CONTEXT, earlier, beside).created


def as_file(layout: WorkbookLayout, name: str = "ut.xlsx") -> SurveyFile:
    return SurveyFile(name, MemoryBook(layout).snapshot())


def groups_of(layout: WorkbookLayout) -> list[tuple[object, object]]:
    rows = MemoryBook(layout).snapshot().tables["vm_ms_grupper"].rows
    return [(row[0], row[2]) for row in rows]


def codes(replies: Sequence[SurveyReply], **files: Sequence[SurveyFile]) -> list[str]:
    outcome = compile_maturity(
        [*survey_files(replies), *files.get("among", ())], CONTEXT, None, files.get("beside", ())
    )
    return [finding.code for finding in outcome.findings if finding.code == "survey-compilation"]


def test_a_compilation_beside_the_new_one_or_among_the_answers_guards_those_in_it() -> None:
    seen = as_file(compiled(FIRST))
    for where in ("beside", "among"):
        with pytest.raises(CallError, match="survey-too-few-new"):
            compiled([*FIRST, LATE[0]], **{where: [seen]})  # type: ignore[arg-type]
        assert codes(FIRST, **{where: [seen]}) == ["survey-compilation"]
    for other in (SurveyFile("ut.xlsx"), survey_files(LATE)[0]):
        assert compiled([*FIRST, LATE[0]], beside=[other]).sheets


def test_one_of_other_people_guards_nobody_and_is_mentioned_only_among_the_answers() -> None:
    other = as_file(compiled(random_replies(3, {CHIEF: 5})))
    assert codes(FIRST, beside=[other]) == []
    assert codes(FIRST, among=[other]) == ["survey-compilation"]


def test_two_compilations_are_held_against_the_new_one_together() -> None:
    # Each lacks eight of the twenty; the two people whom both lack would be the sum of the two taken from the new one.
    people = random_replies(4, {CHIEF: 14})
    one, other = as_file(compiled(people[:6]), "ett.xlsx"), as_file(compiled(people[6:12]), "två.xlsx")
    assert compiled(people, beside=[one]).sheets
    assert compiled(people, beside=[other]).sheets
    with pytest.raises(CallError, match="survey-too-few-new"):
        compiled(people, beside=[one, other])
    with pytest.raises(CallError, match="survey-too-few-new"):
        compiled(people, beside=[one], earlier=other)


def test_a_compilation_whose_file_is_gone_guards_through_the_one_that_came_after() -> None:
    chiefs = random_replies(5, {CHIEF: 13})
    staff = random_replies(6, {STAFF: 22})
    first = compiled([*chiefs[:9], *staff[:9]])
    assert [name for name, _ in groups_of(first)] == ["Alla", "Chef", "Medarbetare i verksamheten"]
    second = compiled([*chiefs[:11], *staff[:15]], beside=[as_file(first)])
    assert groups_of(second) == [("Alla", 26)]
    # Two more chiefs twice: the four who came after the first could be worked out from it, though it is gone.
    assert groups_of(compiled([*chiefs, *staff], beside=[as_file(second)])) == [("Alla", 35)]


def test_a_reply_that_was_taken_back_or_changed_is_refused_in_words() -> None:
    seen = as_file(compiled(FIRST))
    with pytest.raises(CallError, match="survey-earlier-partly") as refusal:
        compiled([*FIRST[1:], *LATE], beside=[seen])
    assert refusal.value.fault.arguments == {"file": "ut.xlsx", "count": 12, "total": 13}


def test_plain_replies_are_known_again_with_the_help_of_five_others() -> None:
    plain = [*FIRST, SAME_ALL_THE_WAY]
    seen = as_file(compiled(plain))
    assert groups_of(compiled(plain, beside=[seen])) == groups_of(compiled(plain))
    with pytest.raises(CallError, match="survey-too-few-new"):
        compiled([*plain, *LATE[:4]], beside=[seen])


def test_where_too_few_are_unlike_one_another_only_another_round_is_let_through() -> None:
    alike = [a_reply(comments={IDS[0]: f"Kommentar {number}"}) for number in range(6)]
    again = [reply.model_copy(update={"survey_round": "hösten"}) for reply in alike]
    seen = as_file(compiled(alike))
    with pytest.raises(CallError, match="survey-unrecognised"):
        compiled([*alike, LATE[0]], beside=[seen])
    with pytest.raises(CallError, match="survey-unrecognised"):
        compiled(again, beside=[seen])
    named = [reply.model_copy(update={"survey_round": "våren"}) for reply in alike]
    assert compiled(again, beside=[as_file(compiled(named))]).sheets


def test_a_compilation_before_that_says_too_little_to_be_made_again_guards_nobody() -> None:
    seen = compiled(FIRST)
    book = MemoryBook(seen)
    table = book.snapshot().tables["vm_ms_svar"]
    for row in range(3):
        where = table.position(row, 2)
        book.type_in(where.sheet, where.row, where.column, "7")
    assert compiled(FIRST, beside=[SurveyFile("ut.xlsx", book.snapshot())]).sheets
