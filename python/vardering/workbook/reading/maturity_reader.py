"""From a filled-in maturity survey to a reply, with every fault on the way."""

from collections.abc import Mapping

from vardering.base.cells import Position
from vardering.base.faults import BookForeignError, Fault
from vardering.base.light_dataclasses import dataclass
from vardering.model.maturity import MaturityAnswer, SurveyReply
from vardering.model.maturity_scale import RoleGroup
from vardering.texts.maturity_texts import statements
from vardering.workbook.contract.fields import WorkbookContract
from vardering.workbook.contract.maturity_sheet import ANSWERS, MATURITY, ROLE, ROUND
from vardering.workbook.reading.case_reader import contract_of
from vardering.workbook.reading.cell_reader import CellReader
from vardering.workbook.reading.tables import TableReading, read_table
from vardering.workbook.snapshot import Snapshot

SURVEYS: Mapping[str, WorkbookContract] = {MATURITY.kind: MATURITY}


@dataclass(frozen=True, slots=True)
class ReplyReading:
    """What a survey says, and what is wrong in it."""

    reply: SurveyReply
    faults: tuple[Fault, ...]


def read_reply(snapshot: Snapshot) -> ReplyReading:
    """The reply that a survey holds; an answer that cannot be read counts as none.

    Raises ``BookForeignError`` for a workbook that is no survey of ours, or one of a newer product.
    """
    contract_of(snapshot, SURVEYS)
    reader = CellReader()
    values: dict[str, object] = {}
    for declared in (ROLE, ROUND):
        name = snapshot.names.get(declared.name)
        if name is None:
            raise BookForeignError("value-missing", label=declared.label)
        values[declared.name] = reader.read(declared, name.value, name.position)
    answers = _answers(read_table(snapshot, ANSWERS, MATURITY.version, reader), reader)
    role = values[ROLE.name]
    reply = SurveyReply(
        role=role if isinstance(role, RoleGroup) else None,
        survey_round=str(values[ROUND.name] or ""),
        answers=answers,
    )
    return ReplyReading(reply, tuple(reader.faults))


def _answers(table: TableReading, reader: CellReader) -> tuple[MaturityAnswer, ...]:
    """The answers to the survey's statements, one for each; a row that was pasted in is said and left out."""
    asked = {statement.id for statement in statements()}
    found: dict[str, tuple[MaturityAnswer, Position]] = {}
    answers = [answer for answer in table.records if isinstance(answer, MaturityAnswer)]
    for answer, place in zip(answers, table.places, strict=True):
        where = place.cell("statement")
        if answer.statement not in asked:
            reader.error("unknown-statement", where, id=answer.statement)
        elif answer.statement in found:
            reader.error("duplicate-id", where, id=answer.statement, first=found[answer.statement][1].a1)
        else:
            found[answer.statement] = (answer, where)
    return tuple(answer for answer, _ in found.values())
