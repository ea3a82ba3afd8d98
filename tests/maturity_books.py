"""Filled-in maturity surveys: replies drawn at random or given, and the workbooks that hold them."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from vardering.base.cells import Area, CellValue, Position
from vardering.books.memory import MemoryBook
from vardering.books.new_xlsx import write_workbook
from vardering.books.xlsx.book import XlsxBook
from vardering.commands.maturity import SurveyFile
from vardering.model.maturity import MaturityAnswer, SurveyReply
from vardering.model.maturity_scale import MaturityScore, RoleGroup
from vardering.texts.maturity_texts import statements
from vardering.workbook.change_set import Block, CellWrite, ChangeSet
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.snapshot import Snapshot
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


def survey_book(reply: SurveyReply) -> MemoryBook:
    """The survey as the person filled it in: numbers where Excel keeps a chosen digit as a number."""
    book = MemoryBook(build_maturity_survey())
    for where, value in typed_cells(reply, book.snapshot()):
        book.type_in(where.sheet, where.row, where.column, value)
    return book


def survey_content(reply: SurveyReply) -> bytes:
    """The same as a file."""
    book = XlsxBook.from_bytes(write_workbook(build_maturity_survey()), "enkät.xlsx")
    snapshot = book.snapshot()
    cells = [(_one_cell(where), value) for where, value in typed_cells(reply, snapshot)]
    blocks = tuple(Block(area, ((CellWrite(value),),)) for area, value in cells)
    return book.apply(ChangeSet(snapshot.fingerprint, tuple(area for area, _ in cells), blocks))


def _one_cell(where: Position) -> Area:
    return Area(where.sheet, where.row, where.column, where.row, where.column)


def typed_cells(reply: SurveyReply, survey: Snapshot) -> Iterator[tuple[Position, CellValue]]:
    """Every cell of a survey that the person writes in, and what."""
    if reply.role is not None:
        yield survey.names["vm_m_roll"].position, word_for("rollgrupp", reply.role)
    if reply.survey_round:
        yield survey.names["vm_m_omgang"].position, reply.survey_round
    table = survey.tables["vm_m_svar"]
    for row, cells in enumerate(table.rows):
        answer = reply.answer(str(cells[0]))
        for heading, value in (
            ("I dag", points_cell(answer.today)),
            ("Önskat läge", points_cell(answer.wanted)),
            ("Kommentar", answer.comment or None),
        ):
            yield table.position(row, table.headings.index(heading)), value


def points_cell(given: MaturityScore | None) -> CellValue:
    """What a cell holds for a score."""
    if given is None:
        return None
    return word_for("mognadssvar", given) if given.points is None else float(given.points)


def survey_files(replies: Sequence[SurveyReply]) -> list[SurveyFile]:
    """Each reply as a file with a name of its own."""
    return [SurveyFile(f"svar{number}.xlsx", survey_book(reply).snapshot()) for number, reply in enumerate(replies, 1)]
