"""Filled-in maturity surveys: replies drawn at random or given, and the workbooks that hold them."""

from collections.abc import Mapping, Sequence

import numpy as np

from vardering.base.cells import Area, CellValue
from vardering.books.memory import MemoryBook
from vardering.commands.maturity import SurveyFile
from vardering.model.maturity import MaturityAnswer, SurveyReply
from vardering.model.maturity_scale import MaturityScore, RoleGroup
from vardering.texts.maturity_texts import statements
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.template.maturity.survey import build_maturity_survey

IDS = tuple(statement.id for statement in statements())
SCORES = tuple(MaturityScore)


def score(points: int | None) -> MaturityScore | None:
    """1–5, 0 for "vet inte", None for nothing."""
    return None if points is None else MaturityScore.UNKNOWN if points == 0 else SCORES[points - 1]


def a_reply(
    role: RoleGroup | None = RoleGroup.MANAGER,
    today: Sequence[int | None] = (3,) * len(IDS),
    wanted: Sequence[int | None] = (4,) * len(IDS),
    comments: Mapping[str, str] | None = None,
    survey_round: str = "",
) -> SurveyReply:
    """A reply with points for the statements in order; a shorter row leaves the rest unanswered."""
    said = comments or {}
    rows = [
        MaturityAnswer(
            statement=name,
            today=score(today[place] if place < len(today) else None),
            wanted=score(wanted[place] if place < len(wanted) else None),
            comment=said.get(name, ""),
        )
        for place, name in enumerate(IDS)
    ]
    answers = tuple(row for row in rows if row.today or row.wanted or row.comment)
    return SurveyReply(role=role, survey_round=survey_round, answers=answers)


def random_reply(generator: np.random.Generator, role: RoleGroup | None, number: int = 0) -> SurveyReply:
    """A reply with points, some "vet inte", some gaps, and a comment that makes it like no other."""
    choices: list[int | None] = [1, 2, 3, 4, 5, 0, None]
    weights = [0.15, 0.2, 0.2, 0.15, 0.1, 0.12, 0.08]
    drawn = [[choices[index] for index in generator.choice(7, len(IDS), p=weights)] for _ in range(2)]
    return a_reply(role, drawn[0], drawn[1], {IDS[0]: f"Kommentar {number}"})


def random_replies(seed: int, roles: Mapping[RoleGroup, int]) -> list[SurveyReply]:
    """So many replies of each role."""
    generator = np.random.default_rng(seed)
    wanted = [role for role, count in roles.items() for _ in range(count)]
    return [random_reply(generator, role, number + 1000 * seed) for number, role in enumerate(wanted)]


def survey_book(reply: SurveyReply, layout: WorkbookLayout | None = None) -> MemoryBook:
    """The survey as the person filled it in: numbers where Excel keeps a chosen digit as a number."""
    book = MemoryBook(layout or build_maturity_survey())
    snapshot = book.snapshot()

    def type_in(area: Area, value: CellValue) -> None:
        book.type_in(area.sheet, area.row, area.column, value)

    if reply.role is not None:
        type_in(snapshot.names["vm_m_roll"].area, word_for("rollgrupp", reply.role))
    if reply.survey_round:
        type_in(snapshot.names["vm_m_omgang"].area, reply.survey_round)
    table = snapshot.tables["vm_m_svar"]
    for row, cells in enumerate(table.rows):
        answer = reply.answer(str(cells[0]))
        for heading, value in (
            ("I dag", points_cell(answer.today)),
            ("Önskat läge", points_cell(answer.wanted)),
            ("Kommentar", answer.comment or None),
        ):
            where = table.position(row, table.headings.index(heading))
            book.type_in(where.sheet, where.row, where.column, value)
    return book


def points_cell(given: MaturityScore | None) -> CellValue:
    """What a cell holds for a score."""
    if given is None:
        return None
    return word_for("mognadssvar", given) if given.points is None else float(given.points)


def survey_files(replies: Sequence[SurveyReply]) -> list[SurveyFile]:
    """Each reply as a file with a name of its own."""
    return [SurveyFile(f"svar{number}.xlsx", survey_book(reply).snapshot()) for number, reply in enumerate(replies, 1)]
