"""A maturity analysis from beginning to end, as people do it: two rounds of files, compiled by the command."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from e2e.command_line import contents, refused, vardering
from e2e.workbook_files import named_value, parts_of, seen_by_openpyxl
from house.source_files import ROOT
from judges.libreoffice import LibreOffice
from maturity_books import IDS, a_reply, random_replies, survey_content
from vardering.model.maturity import SurveyReply
from vardering.model.maturity_scale import RoleGroup
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.snapshot import PREFIX

SURVEY = ROOT / "workbook_templates" / "mognadsanalys.xlsx"
FIRST = {RoleGroup.MANAGER: 7, RoleGroup.EMPLOYEE: 8, RoleGroup.CONTROLLER: 3}
SECOND = {RoleGroup.MANAGER: 6, RoleGroup.EMPLOYEE: 9, RoleGroup.CONTROLLER: 5}
SHEETS = ["Sammanställning", "Påståenden", "Rollgrupper", "Workshop", "Handlingsplan", "Kommentarer", "Om svaren"]
COMPARED = [*SHEETS[:3], "Jämförelse", *SHEETS[3:]]


def put_answers(folder: Path, replies: Sequence[SurveyReply]) -> Path:
    folder.mkdir()
    for number, reply in enumerate(replies, start=1):
        (folder / f"svar {number:02}.xlsx").write_bytes(survey_content(reply))
    return folder


@cache
def replies_of(number: int) -> tuple[SurveyReply, ...]:
    people = (FIRST, SECOND)[number - 1]
    return tuple(
        reply.model_copy(update={"survey_round": f"omgång {number}"}) for reply in random_replies(number, people)
    )


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the answers of two rounds and their compilations."""
    folder = tmp_path_factory.mktemp("mognad")
    put_answers(folder / "ett", replies_of(1))
    put_answers(folder / "två", replies_of(2))
    assert vardering("maturity", "ett", "-o", "ett.xlsx", folder=folder).code == 0
    ended = vardering("maturity", "två", "-o", "två.xlsx", "--earlier", "ett.xlsx", folder=folder)
    assert ended.code == 0, ended.err
    return folder


def book_of(folder: Path, name: str) -> Workbook:
    return seen_by_openpyxl((folder / name).read_bytes())


def table(book: Workbook, sheet: str, name: str) -> list[dict[str, object]]:
    """The lines of a table by heading."""
    headings, *rows = book[sheet][book[sheet].tables[name].ref]
    return [{str(heading.value): cell.value for heading, cell in zip(headings, row, strict=True)} for row in rows]


def test_a_round_becomes_a_workbook_with_everything_the_workshop_needs(rounds: Path) -> None:
    book = book_of(rounds, "ett.xlsx")
    assert book.sheetnames == SHEETS
    assert len(table(book, "Sammanställning", "vm_ms_omraden")) == 12
    assert len(table(book, "Påståenden", "vm_ms_pastaenden")) == len(IDS)
    assert len(table(book, "Handlingsplan", "vm_ms_handlingsplan")) == 12
    comments = [row[3] for row in book["Kommentarer"].iter_rows(min_col=2, values_only=True) if row[0] == IDS[0]]
    assert sorted(map(str, comments)) == sorted(reply.answer(IDS[0]).comment for reply in replies_of(1))


def test_the_action_plan_starts_with_the_widest_gap_and_proposes_the_step_of_the_level(rounds: Path) -> None:
    rows = table(book_of(rounds, "ett.xlsx"), "Handlingsplan", "vm_ms_handlingsplan")
    gaps = [float(str(row["Gap"])) for row in rows]
    assert gaps == sorted(gaps, reverse=True)
    assert all(row["Förslag till nästa steg"] for row in rows)
    assert {row["Ansvarig"] for row in rows} == {None}


def test_the_second_round_stands_beside_the_first(rounds: Path) -> None:
    before, after = book_of(rounds, "ett.xlsx"), book_of(rounds, "två.xlsx")
    assert after.sheetnames == COMPARED
    then = {row["Id"]: row["Medel i dag"] for row in table(before, "Påståenden", "vm_ms_pastaenden")}
    now = {row["Id"]: row["Medel i dag"] for row in table(after, "Påståenden", "vm_ms_pastaenden")}
    lines = {row[0]: row for row in after["Jämförelse"].iter_rows(min_col=2, values_only=True) if row[0] in then}
    assert len(lines) == len(IDS)
    for statement, line in lines.items():
        assert line[2:4] == (now[statement], then[statement])
        assert line[4] == pytest.approx(float(str(now[statement])) - float(str(then[statement])))


def test_small_groups_stand_together_and_never_apart(rounds: Path) -> None:
    for name, people in (("ett.xlsx", FIRST), ("två.xlsx", SECOND)):
        groups = table(book_of(rounds, name), "Rollgrupper", "vm_ms_grupper")
        sizes = {str(row["Roller"]): row["Antal svar"] for row in groups}
        assert groups[0]["Antal svar"] == sum(people.values())
        assert all(float(str(size)) >= 5 for size in sizes.values())
        assert sizes.get(word_for("rollgrupp", RoleGroup.CONTROLLER)) == (5 if name == "två.xlsx" else None)


def test_no_file_says_who_answered_or_who_compiled(rounds: Path) -> None:
    for path in (SURVEY, rounds / "ett.xlsx", rounds / "två.xlsx"):
        book = openpyxl.load_workbook(path)
        assert (book.properties.creator or "", book.properties.lastModifiedBy or "") == ("", "")
        parts = parts_of(path.read_bytes())
        assert b'filterPrivacy="1"' in parts["xl/workbook.xml"]
        assert not [name for name in parts if "comment" in name or "person" in name]
        assert b"svar 01" not in b"".join(parts.values())


def test_answers_that_do_not_count_are_said_by_file(tmp_path: Path) -> None:
    folder = put_answers(tmp_path / "svar", [*replies_of(1)[:6], replies_of(1)[0], SurveyReply()])
    (folder / "kalkyl.xlsx").write_bytes((ROOT / "workbook_templates" / "kalkyl.xlsx").read_bytes())
    (folder / "trasig.xlsx").write_bytes(b"PK trasig")
    (folder / "~$svar 01.xlsx").write_bytes(b"Excel")
    ended = vardering("maturity", "svar", "-o", "svar/ut.xlsx", folder=tmp_path)
    assert ended.code == 0
    for said in ("svar 07.xlsx har samma svar", "svar 08.xlsx är inte ifylld", "kalkyl.xlsx är ingen", "trasig.xlsx"):
        assert said in ended.err
    assert "~$" not in ended.err
    answered = table(book_of(tmp_path, "svar/ut.xlsx"), "Rollgrupper", "vm_ms_grupper")
    assert answered[0]["Antal svar"] == 6
    again = vardering("maturity", "svar", "-o", "svar/ut.xlsx", "--replace", folder=tmp_path)
    assert "ut.xlsx är ingen" not in again.err


def test_what_cannot_be_compiled_is_refused_and_nothing_is_written(rounds: Path, tmp_path: Path) -> None:
    few = put_answers(tmp_path / "få", replies_of(1)[:4])
    assert "4 svar" in refused("maturity", "få", "-o", "ut.xlsx", folder=tmp_path)
    (few / "svar 05.xlsx").write_bytes(survey_content(replies_of(1)[4]))
    (tmp_path / "enkät.xlsx").write_bytes(SURVEY.read_bytes())
    said = refused("maturity", "få", "-o", "ut.xlsx", "--earlier", "enkät.xlsx", folder=tmp_path)
    assert "enkät.xlsx är ingen sammanställning" in said
    (tmp_path / "ut.xlsx").write_bytes(b"finns")
    assert "ut.xlsx" in refused("maturity", "få", "-o", "ut.xlsx", folder=tmp_path)
    assert "enkät.xlsx" in refused("maturity", "enkät.xlsx", "-o", "enkät.xlsx", "--replace", folder=tmp_path)


def test_a_late_answer_is_refused_until_five_have_come(rounds: Path, tmp_path: Path) -> None:
    (tmp_path / "ett.xlsx").write_bytes((rounds / "ett.xlsx").read_bytes())
    late = [a_reply(RoleGroup.MANAGER, (1, number), (5, 5), survey_round="omgång 1") for number in range(1, 6)]
    put_answers(tmp_path / "sent", [*replies_of(1), late[0]])
    before = contents(tmp_path)
    said = refused("maturity", "sent", "-o", "ny.xlsx", "--earlier", "ett.xlsx", folder=tmp_path)
    assert "minst fem nya svar" in said
    assert contents(tmp_path) == before
    put_answers(tmp_path / "fler", [*replies_of(1), *late])
    ended = vardering("maturity", "fler", "-o", "ny.xlsx", "--earlier", "ett.xlsx", folder=tmp_path)
    assert ended.code == 0
    groups = table(book_of(tmp_path, "ny.xlsx"), "Rollgrupper", "vm_ms_grupper")
    # Managers stay with the three controllers, who could be worked out if managers stood apart.
    assert [(row["Grupp"], row["Antal svar"]) for row in groups] == [
        ("Alla", 23),
        ("Medarbetare i verksamheten", 8),
        ("Övriga roller", 15),
    ]


def test_a_compilation_in_the_same_folder_guards_without_being_named(rounds: Path, tmp_path: Path) -> None:
    (tmp_path / "i våras.xlsx").write_bytes((rounds / "ett.xlsx").read_bytes())
    for name in ("trasig.xlsx", "~$i våras.xlsx", "tom.xlsx"):
        (tmp_path / name).write_bytes(b"" if name == "tom.xlsx" else b"PK trasig")
    (tmp_path / "kalkyl.xlsx").write_bytes((ROOT / "workbook_templates" / "kalkyl.xlsx").read_bytes())
    late = a_reply(RoleGroup.MANAGER, (1, 2), (5, 5), survey_round="omgång 1")
    put_answers(tmp_path / "svar", [*replies_of(1), late])
    assert "minst fem nya svar" in refused("maturity", "svar", "-o", "ny.xlsx", folder=tmp_path)
    put_answers(tmp_path / "färre", replies_of(1)[1:])
    said = refused("maturity", "färre", "-o", "ny.xlsx", folder=tmp_path)
    assert "17 av de 18 svaren i sammanställningen i våras.xlsx är med" in said
    put_answers(tmp_path / "samma", replies_of(1))
    ended = vardering("maturity", "samma", "-o", "ny.xlsx", folder=tmp_path)
    assert ended.code == 0
    assert "i våras.xlsx är en sammanställning" in ended.err
    again = vardering("maturity", "samma", "-o", "ny.xlsx", "--replace", folder=tmp_path)
    assert again.code == 0
    assert "ny.xlsx är en sammanställning" in again.err


def test_the_survey_is_made_with_the_name_of_its_round_and_never_over_another(tmp_path: Path) -> None:
    assert vardering("survey", "--round", "hösten 2026", folder=tmp_path).err == "Sparat: mognadsanalys.xlsx\n"
    book = book_of(tmp_path, "mognadsanalys.xlsx")
    assert book.sheetnames == ["Enkät", "Om enkäten", "Seminarium"]
    assert named_value(book, "vm_m_omgang") == "hösten 2026"
    assert "mognadsanalys.xlsx" in refused("survey", folder=tmp_path)
    assert vardering("survey", "ny.xlsx", folder=tmp_path).code == 0
    assert (tmp_path / "ny.xlsx").read_bytes() == SURVEY.read_bytes()
    assert "ingen kalkyl" in refused("recalc", "ny.xlsx", folder=tmp_path)


def test_the_tables_of_the_workbooks_are_ours(rounds: Path) -> None:
    book = book_of(rounds, "två.xlsx")
    assert all(name.startswith(PREFIX) for sheet in book for name in sheet.tables)


@pytest.mark.libreoffice
def test_libreoffice_opens_every_workbook_without_an_error(libreoffice: LibreOffice, rounds: Path) -> None:
    for path in (SURVEY, rounds / "ett.xlsx", rounds / "två.xlsx"):
        with libreoffice.open(path) as book:
            book.calculate()
            assert book.errors() == []
