"""Collecting the answers of a maturity survey: what counts, what is said, and what is refused."""

from collections.abc import Mapping, Sequence

import pytest

from builders import CONTEXT, a_case, book_of
from maturity_books import IDS, a_reply, random_replies, survey_book, survey_files
from vardering.base.cells import CellValue
from vardering.base.faults import BookForeignError, BookUnreadableError, CallError, Severity
from vardering.books.memory import MemoryBook
from vardering.commands.maturity import SurveyFile, collect, compile_maturity, new_survey, survey_rounds
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_scale import RoleGroup
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot

MANAGERS = [a_reply(comments={IDS[0]: f"Kommentar {number}"}) for number in range(5)]


def compiled(files: Sequence[SurveyFile], earlier: SurveyFile | None = None) -> WorkbookLayout:
    layout = compile_maturity(files, CONTEXT, earlier).new_workbook
    assert layout is not None
    return layout


def stored(layout: WorkbookLayout) -> Snapshot:
    return MemoryBook(layout).snapshot()


def typed(reply: SurveyReply, cells: Mapping[tuple[int, str], CellValue], names: Mapping[str, CellValue]) -> SurveyFile:
    """The survey of a reply after cells of the table (row, heading) and named cells were written over."""
    book = survey_book(reply)
    snapshot = book.snapshot()
    table = snapshot.tables["vm_m_svar"]
    for (row, heading), value in cells.items():
        where = table.position(row, table.headings.index(heading))
        book.type_in(where.sheet, where.row, where.column, value)
    for name, value in names.items():
        area = snapshot.names[name].area
        book.type_in(area.sheet, area.row, area.column, value)
    return SurveyFile("ändrad.xlsx", book.snapshot())


def codes(files: Sequence[SurveyFile]) -> list[str]:
    return [fault.code for fault in collect(files).faults]


def test_what_a_person_answers_is_read_as_it_was_written() -> None:
    reply = a_reply(RoleGroup.EMPLOYEE, (1, 0, None, 5), (5, 4, 3), {IDS[1]: "=1+1"}, "hösten 2026")
    assert collect(survey_files([reply])).replies == (reply,)


def test_digits_count_as_text_too_and_sorting_the_rows_changes_nothing() -> None:
    reply = a_reply(RoleGroup.MANAGER, (2,), (4,))
    file = typed(reply, {(0, "I dag"): "2", (0, "Id"): IDS[1], (1, "Id"): IDS[0]}, {})
    (read,) = collect([file]).replies
    assert read == a_reply(RoleGroup.MANAGER, (None, 2), (None, 4))


def test_the_same_answers_twice_count_once_and_both_files_are_named() -> None:
    files = survey_files([MANAGERS[0], MANAGERS[1], MANAGERS[0]])
    found = collect(files)
    assert found.replies == (MANAGERS[0], MANAGERS[1])
    assert found.left_out == 1
    (fault,) = found.faults
    assert (fault.code, fault.arguments) == ("survey-duplicate", {"file": "svar3.xlsx", "first": "svar1.xlsx"})


def test_an_empty_survey_does_not_count() -> None:
    empty = SurveyReply(role=RoleGroup.MANAGER)
    only_words = a_reply(RoleGroup.MANAGER, (), (), {IDS[0]: "Bara ord"})
    found = collect(survey_files([empty, only_words]))
    assert (found.replies, found.left_out) == ((), 2)
    assert [fault.code for fault in found.faults] == ["survey-empty", "survey-empty"]


def test_a_half_filled_survey_counts_and_is_said() -> None:
    almost = a_reply(RoleGroup.MANAGER, (0,) * len(IDS), (5,) * (len(IDS) - 1))
    found = collect(survey_files([a_reply(RoleGroup.MANAGER, (1, 2, 3), (1, 2)), almost]))
    assert len(found.replies) == 2
    assert [(fault.code, fault.severity, fault.arguments["count"]) for fault in found.faults] == [
        ("survey-half-filled", Severity.WARNING, 2),
        ("survey-half-filled", Severity.NOTICE, 24),
    ]


def test_a_survey_without_a_role_counts_in_the_rest() -> None:
    found = collect(survey_files([a_reply(None)]))
    assert [fault.code for fault in found.faults] == ["survey-without-role"]
    assert found.replies[0].group is RoleGroup.OTHER


def test_files_that_are_no_surveys_are_named_and_left_out() -> None:
    foreign = SurveyFile("kalkyl.xlsx", book_of(a_case()).snapshot())
    broken = SurveyFile("trasig.xlsx", None, BookUnreadableError("file-damaged"))
    nothing = SurveyFile("inget.xlsx")
    found = collect([foreign, broken, nothing])
    assert found.left_out == 3
    assert [(fault.code, fault.arguments["file"]) for fault in found.faults] == [
        ("survey-foreign", "kalkyl.xlsx"),
        ("survey-unreadable", "trasig.xlsx"),
        ("survey-foreign", "inget.xlsx"),
    ]


def test_a_survey_of_a_newer_product_is_said_to_be_one() -> None:
    (fault,) = collect([typed(a_reply(), {}, {"vm_mallversion": 99.0})]).faults
    assert fault.code == "survey-unreadable"
    assert "99" in str(fault.arguments["reason"])


def test_an_answer_outside_the_list_is_named_with_its_cell_and_counts_as_none() -> None:
    found = collect([typed(a_reply(), {(0, "I dag"): 6.0}, {"vm_m_roll": "kung"})])
    assert [fault.code for fault in found.faults] == [
        "survey-cell",
        "survey-cell",
        "survey-half-filled",
        "survey-without-role",
    ]
    assert found.replies[0].answer(IDS[0]).today is None
    assert found.faults[1].where is not None


def test_rows_that_were_pasted_in_or_renamed_are_named_with_their_cells_and_left_out() -> None:
    reply = a_reply(today=(1, 2, 3, 4, 5, 1))
    cells: dict[tuple[int, str], CellValue] = {(1, "Id"): IDS[0], (2, "Id"): "M99", (3, "Id"): None}
    found = collect([typed(reply, cells, {})])
    cell_faults = [fault for fault in found.faults if fault.code == "survey-cell"]
    assert [str(fault.arguments["reason"]) for fault in cell_faults] == [
        "Id är inte ifyllt.",
        "Id M01 finns redan på B22.",
        "”M99” är inget av enkätens påståenden.",
    ]
    assert [fault.where.a1 for fault in cell_faults if fault.where] == ["B25", "B23", "B24"]
    (read,) = found.replies
    assert [answer.statement for answer in read.answers[:2]] == [IDS[0], IDS[4]]
    assert read.answer(IDS[0]) == reply.answer(IDS[0])


def test_one_who_answers_again_with_a_change_is_said_and_both_count() -> None:
    first, other = random_replies(3, {RoleGroup.MANAGER: 2})
    changed = first.answers[0].model_copy(update={"comment": "rättat", "wanted": None})
    again = first.model_copy(update={"answers": (changed, *first.answers[1:])})
    found = collect(survey_files([first, other, again]))
    assert len(found.replies) == 3
    (fault,) = [fault for fault in found.faults if fault.code == "survey-alike"]
    assert (fault.arguments["file"], fault.arguments["first"]) == ("svar3.xlsx", "svar1.xlsx")
    assert fault.arguments["count"] == fault.arguments["total"]


def test_a_survey_whose_role_cell_is_gone_is_left_out() -> None:
    snapshot = survey_book(a_reply()).snapshot()
    names = {name: found for name, found in snapshot.names.items() if name != "vm_m_roll"}
    cut = Snapshot(snapshot.source, snapshot.fingerprint, snapshot.sheets, snapshot.tables, names)
    assert codes([SurveyFile("klippt.xlsx", cut)]) == ["survey-unreadable"]


def test_answers_of_several_rounds_are_said() -> None:
    replies = [a_reply(survey_round=name) for name in ("våren", "hösten ", "hösten", "")]
    assert survey_rounds(replies) == ("hösten", "våren")
    assert "survey-rounds" in codes(survey_files([*replies[:2]]))


def test_four_replies_are_refused() -> None:
    with pytest.raises(CallError, match="survey-too-few"):
        compile_maturity(survey_files(MANAGERS[:4]), CONTEXT)


def test_too_few_replies_are_refused_with_what_is_wrong_with_the_files() -> None:
    blank = SurveyFile("tom.xlsx", survey_book(SurveyReply()).snapshot())
    foreign = [SurveyFile(f"brev {number}.txt", None, BookForeignError("not-our-workbook")) for number in range(8)]
    refusal = []
    whole = survey_files([a_reply(comments={IDS[0]: "Bra"})])
    for given in ([blank, foreign[0]], foreign, whole, []):
        with pytest.raises(CallError, match="survey-too-few") as stop:
            compile_maturity(given, CONTEXT)
        refusal.append(str(stop.value.fault.arguments["files"]))
    assert "tom.xlsx är inte ifylld" in refusal[0]
    assert "brev 0.txt" in refusal[0]
    assert refusal[1].count(".txt") == 5
    assert refusal[1].endswith(" Det finns 3 anmärkningar till.")
    assert refusal[2:] == ["Filerna är rätt ifyllda.", "Inga filer fanns att läsa."]


def test_a_compilation_can_be_read_back_as_the_earlier_round() -> None:
    first = random_replies(1, {RoleGroup.MANAGER: 6, RoleGroup.EMPLOYEE: 7})
    layout = compiled(survey_files(first))
    again = random_replies(2, {RoleGroup.MANAGER: 6, RoleGroup.EMPLOYEE: 8})
    second = compiled(survey_files(again), SurveyFile("ett.xlsx", stored(layout)))
    assert second.sheets


def test_one_late_answer_is_refused_beside_the_earlier_compilation() -> None:
    first = random_replies(1, {RoleGroup.MANAGER: 6, RoleGroup.EMPLOYEE: 7})
    earlier = SurveyFile("ett.xlsx", stored(compiled(survey_files(first))))
    with pytest.raises(CallError, match="survey-too-few-new"):
        compile_maturity(survey_files([*first, a_reply()]), CONTEXT, earlier)


def test_what_is_no_compilation_is_refused_as_the_earlier_round() -> None:
    files = survey_files(MANAGERS)
    for earlier in (SurveyFile("enkät.xlsx", files[0].snapshot), SurveyFile("inget.xlsx")):
        with pytest.raises(CallError, match="earlier-not-compilation"):
            compile_maturity(files, CONTEXT, earlier)
    with pytest.raises(BookUnreadableError):
        compile_maturity(files, CONTEXT, SurveyFile("trasig.xlsx", None, BookUnreadableError("file-damaged")))


def test_neither_file_names_nor_who_ran_it_stand_in_the_compilation() -> None:
    layout = compiled(survey_files(MANAGERS))
    said = " ".join(str(cell.value) for sheet in layout.sheets for cell in sheet.cells)
    assert "svar1" not in said
    assert CONTEXT.user not in said
    assert layout.saves_no_author


def test_a_new_survey_carries_the_name_of_its_round() -> None:
    snapshot = stored(new_survey(" hösten 2026 ").created)
    assert snapshot.names["vm_m_omgang"].value == "hösten 2026"
    assert stored(new_survey().created).names["vm_m_omgang"].value is None
