"""Every compiled figure beside LibreOffice's own, from the raw answers in a workbook of plain formulas."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from builders import CONTEXT
from e2e.workbook_files import seen_by_openpyxl
from judges.libreoffice import LibreOffice, OpenedBook
from maturity_books import IDS, random_replies, survey_files
from vardering.books.new_xlsx import write_workbook
from vardering.commands.maturity import compile_maturity
from vardering.model.maturity import MaturityAnswer, SurveyReply
from vardering.model.maturity_scale import MaturityScore, RoleGroup
from vardering.texts.maturity_texts import AREA_WORDS, statements

PEOPLE = {
    RoleGroup.MANAGER: 9,
    RoleGroup.EMPLOYEE: 14,
    RoleGroup.CHANGE_LEADER: 8,
    RoleGroup.ELECTED: 3,
    RoleGroup.CONTROLLER: 4,
}
GROUPS = {
    "Alla": frozenset(RoleGroup),
    "Medarbetare i verksamheten": frozenset({RoleGroup.EMPLOYEE}),
    "Chef": frozenset({RoleGroup.MANAGER}),
    "Projektledare eller utvecklare": frozenset({RoleGroup.CHANGE_LEADER}),
    "Övriga roller": frozenset({RoleGroup.ELECTED, RoleGroup.CONTROLLER}),
}
HIDDEN = "visas inte"
TORN, AGREED, UNKNOWN = IDS[1], IDS[2], IDS[3]
FORMULAS = {
    "Tog ställning": "=COUNTA({today})",
    "Andel vet inte": '=COUNTIF({today},"vet inte")/COUNTA({today})',
    "Svar i dag": "=COUNT({today})",
    "Medel i dag": "=AVERAGE({today})",
    "Median i dag": "=MEDIAN({today})",
    "Spridning i dag": "=STDEVP({today})",
    "Oenighet i dag": (
        "=-SUMPRODUCT(ISNUMBER({today})*LOG(1-ABS({numbers}-AVERAGE({today}))/4*ISNUMBER({today}),2))/COUNT({today})"
    ),
    "Svar önskat läge": "=COUNT({wanted})",
    "Medel önskat läge": "=AVERAGE({wanted})",
    "Gap": "=AVERAGE({wanted})-AVERAGE({today})",
}
AVERAGED = [name for name in FORMULAS if name not in ("Tog ställning", "Svar i dag", "Svar önskat läge")]


def raw_workbook(replies: Sequence[SurveyReply], path: Path) -> None:
    """A sheet for each group: answers of today from column A, of the wanted state after them, formulas at the top.

    A third block holds the numbers of today with 0 for what is none, which arithmetic on arrays needs.
    """
    book = openpyxl.Workbook()
    for name, roles in GROUPS.items():
        sheet = book.create_sheet(name)
        fill(sheet, [reply for reply in replies if reply.group in roles])
    del book["Sheet"]
    book.save(path)


def fill(sheet: Worksheet, replies: Sequence[SurveyReply]) -> None:
    first = len(FORMULAS) + 2
    last = first + len(replies) - 1
    width = len(IDS)
    for row, reply in enumerate(replies, start=first):
        for place, statement in enumerate(IDS, start=1):
            answer = reply.answer(statement)
            sheet.cell(row, place).value = as_typed(answer.today)
            sheet.cell(row, width + place).value = as_typed(answer.wanted)
            sheet.cell(row, 2 * width + place).value = points_of(answer.today)
    for place in range(1, width + 1):
        areas = {
            name: f"{get_column_letter(column)}{first}:{get_column_letter(column)}{last}"
            for name, column in (("today", place), ("wanted", width + place), ("numbers", 2 * width + place))
        }
        for row, formula in enumerate(FORMULAS.values(), start=1):
            sheet.cell(row, place).value = formula.format(**areas)


def as_typed(score: MaturityScore | None) -> int | str | None:
    return None if score is None else score.points or "vet inte"


def points_of(score: MaturityScore | None) -> int:
    return 0 if score is None else score.points or 0


def compiled_rows(content: bytes) -> Iterator[dict[str, object]]:
    """The lines of the table of all groups, as openpyxl reads it."""
    sheet = seen_by_openpyxl(content)["Rollgrupper"]
    headings, *rows = sheet[sheet.tables["vm_ms_roller"].ref]
    for row in rows:
        yield {str(heading.value): cell.value for heading, cell in zip(headings, row, strict=True)}


@pytest.mark.libreoffice
def test_every_figure_is_what_libreoffice_makes_of_the_raw_answers(libreoffice: LibreOffice, tmp_path: Path) -> None:
    replies = with_edges(random_replies(7, PEOPLE))
    layout = compile_maturity(survey_files(replies), CONTEXT).new_workbook
    assert layout is not None
    rows = list(compiled_rows(write_workbook(layout)))
    assert {str(row["Grupp"]) for row in rows} == set(GROUPS)
    raw_workbook(replies, tmp_path / "svar.xlsx")
    compared, hidden = 0, 0
    with libreoffice.open(tmp_path / "svar.xlsx") as book:
        expected = {name: figures_in(book, name) for name in GROUPS}
    for row in rows:
        of_group, statement = expected[str(row["Grupp"])], row["Id"]
        shown = {name: row[name] for name in FORMULAS if isinstance(row[name], (int, float))}
        hidden += sum(row[name] == HIDDEN for name in FORMULAS)
        if statement:
            for name, value in shown.items():
                assert value == pytest.approx(of_group[str(statement)][name], abs=1e-9), (row, name)
        else:
            inside = [one.id for one in statements() if row["Område"] == AREA_WORDS[one.area]]
            for name, value in shown.items():
                visible = [one for one in inside if is_shown(rows, str(row["Grupp"]), one, name)]
                mean = sum(of_group[one][name] for one in visible) / len(visible)
                assert value == pytest.approx(mean, abs=1e-9), (row, name)
        compared += len(shown)
    assert compared > 1000
    assert hidden > 0
    edges = {str(row["Id"]): row for row in rows if row["Grupp"] == "Medarbetare i verksamheten"}
    torn, agreed = edges[TORN], edges[AGREED]
    assert (torn["Median i dag"], torn["Spridning i dag"], torn["Oenighet i dag"]) == (3.0, 2.0, 1.0)
    assert (agreed["Spridning i dag"], agreed["Oenighet i dag"]) == (0.0, 0.0)
    assert (edges[UNKNOWN]["Andel vet inte"], edges[UNKNOWN]["Medel i dag"]) == (1.0, HIDDEN)


def with_edges(replies: Sequence[SurveyReply]) -> list[SurveyReply]:
    """The replies with a statement where every other says 1 and 5, one where all say 4, one where nobody knows."""
    changed: list[SurveyReply] = []
    for place, reply in enumerate(replies):
        given = {
            TORN: MaturityScore.WHOLLY if place % 2 else MaturityScore.NOT_AT_ALL,
            AGREED: MaturityScore.MOSTLY,
            UNKNOWN: MaturityScore.UNKNOWN,
        }
        shaped = [MaturityAnswer(statement=one, today=score, wanted=score) for one, score in given.items()]
        kept = [answer for answer in reply.answers if answer.statement not in given]
        changed.append(reply.model_copy(update={"answers": tuple(sorted((*kept, *shaped), key=by_statement))}))
    return changed


def by_statement(answer: MaturityAnswer) -> str:
    return answer.statement


def is_shown(rows: Sequence[dict[str, object]], group: str, statement: str, name: str) -> bool:
    return any(row["Grupp"] == group and row["Id"] == statement and row[name] != HIDDEN for row in rows)


def figures_in(book: OpenedBook, group: str) -> dict[str, dict[str, float]]:
    """What the formulas of a group's sheet give, by statement and figure; those of nobody are left out."""
    last = get_column_letter(len(IDS))
    rows = book.cells(group, f"A1:{last}{len(FORMULAS)}")
    return {
        statement: {
            name: float(value)
            for name, cells in zip(FORMULAS, rows, strict=True)
            if isinstance(value := cells[place].value, (int, float))
        }
        for place, statement in enumerate(IDS)
    }
