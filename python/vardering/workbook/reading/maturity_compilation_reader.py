"""From the workbook of a compilation back to its figures, for the next one to be compared with and guarded by."""

import re
from collections.abc import Iterator, Mapping

from vardering.base.cells import CellValue
from vardering.model.maturity_marks import ReplyMark
from vardering.model.maturity_results import EarlierRound, MaturityFigures, MaturityGroup, MaturityResults
from vardering.model.maturity_scale import RoleGroup
from vardering.texts import maturity_result_texts as words
from vardering.texts.maturity_texts import AREA_WORDS
from vardering.workbook.contract.catalogue import KIND_NAME
from vardering.workbook.contract.maturity_sheet import COMPILATION_KIND
from vardering.workbook.contract.word_lists import WORD_LISTS
from vardering.workbook.maturity_tables import (
    FIGURE_STYLES,
    GROUP_FIGURES_TABLE,
    GROUP_TABLE,
    MARK_HEADINGS,
    MARK_TABLE,
    ROUND_NAME,
    WHOLE_FIELDS,
)
from vardering.workbook.snapshot import Snapshot

Row = Mapping[str, CellValue]
HEX = re.compile("[0-9a-f]+")


def read_compilation(snapshot: Snapshot) -> EarlierRound | None:
    """The compilation that a workbook holds; None where it is none, or where it no longer says all it must."""
    kind = snapshot.names.get(KIND_NAME)
    if kind is None or kind.value != COMPILATION_KIND:
        return None
    sizes = {str(row.get(words.GROUP)): row for row in _rows(snapshot, GROUP_TABLE)}
    groups = {name: group for name, row in sizes.items() if (group := _empty_group(row)) is not None}
    marks = tuple(mark for row in _rows(snapshot, MARK_TABLE) if (mark := _mark(row)) is not None)
    everybody = groups.get(words.EVERYBODY)
    if everybody is None or len(groups) < len(sizes) or len({mark.mark for mark in marks}) != everybody.people:
        return None
    by_statement: dict[str, dict[str, MaturityFigures]] = {name: {} for name in groups}
    by_area: dict[str, dict[str, MaturityFigures]] = {name: {} for name in groups}
    codes = {word: code for code, word in AREA_WORDS.items()}
    for row in _rows(snapshot, GROUP_FIGURES_TABLE):
        name, statement, area = str(row.get(words.GROUP)), row.get(words.STATEMENT_ID), str(row.get(words.AREA))
        if name not in groups or area not in codes:
            return None
        if isinstance(statement, str) and statement.strip():
            by_statement[name][statement] = _figures(row)
        else:
            by_area[name][codes[area]] = _figures(row)
    read = [
        MaturityGroup(group.roles, group.people, by_statement[name], by_area[name]) for name, group in groups.items()
    ]
    whole = next(group for group in read if group.roles == everybody.roles)
    rest = tuple(group for group in read if group is not whole)
    found = snapshot.names.get(ROUND_NAME)
    survey_round = "" if found is None or found.value in (None, words.NO_ROUND) else str(found.value)
    return EarlierRound(MaturityResults(whole, rest, frozenset()), survey_round, marks)


def _rows(snapshot: Snapshot, table: str) -> Iterator[Row]:
    found = snapshot.tables.get(table)
    for row in found.rows if found is not None else ():
        if any(cell is not None for cell in row) and found is not None:
            yield dict(zip(found.headings, row, strict=True))


def _empty_group(row: Row) -> MaturityGroup | None:
    """A group with its roles and size, None where the row does not say them."""
    listed, people = row.get(words.ROLES), row.get(words.PEOPLE)
    if not isinstance(listed, str) or not isinstance(people, float):
        return None
    lists = WORD_LISTS["rollgrupp"]
    roles = [lists.get(word) for word in listed.split(words.LISTED)]
    known = frozenset(role for role in roles if isinstance(role, RoleGroup))
    return MaturityGroup(known, int(people), {}, {}) if len(known) == len(roles) else None


def _mark(row: Row) -> ReplyMark | None:
    """A mark, None where the row no longer holds one."""
    mark, share, earlier = (_text(row.get(heading)) for heading in MARK_HEADINGS)
    if not HEX.fullmatch(mark) or (share and not HEX.fullmatch(share)):
        return None
    held = tuple(int(number) for number in earlier.split(words.LISTED) if number.isdecimal())
    return ReplyMark(mark, share, held)


def _text(value: CellValue) -> str:
    """A cell as text; a number that a program has made of a digit is the digit again."""
    return f"{value:g}" if isinstance(value, float) else str(value or "")


def _figures(row: Row) -> MaturityFigures:
    shown: dict[str, int | float | None] = {}
    for name in FIGURE_STYLES:
        value = row.get(words.FIGURE_WORDS[name])
        if isinstance(value, float):
            shown[name] = int(value) if name in WHOLE_FIELDS else value
    return MaturityFigures(**shown)  # type: ignore[arg-type]
