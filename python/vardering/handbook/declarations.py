"""What the handbook lists from the product's own declarations: findings, parameters, commands, gates and words."""

import re
from collections.abc import Iterator
from string import Formatter

from vardering.base.light_dataclasses import dataclass
from vardering.commands.buttons import BUTTONS, Button, Group
from vardering.commands.registry import COMMANDS, Command
from vardering.handbook.number_words import number_text
from vardering.model.vocabulary import Stage
from vardering.parameters.register import Entry, category_names, entries
from vardering.texts.assessment_texts import SCALES
from vardering.texts.fault_texts import FAULT_TEXTS
from vardering.texts.gate_requirements import requirements
from vardering.texts.glossary import Term, glossary
from vardering.texts.handbook_sections import section_of
from vardering.texts.maturity_texts import AREA_WORDS, statements
from vardering.texts.parameter_texts import OTHER_NAMES
from vardering.workbook.contract.fields import CellType
from vardering.workbook.contract.parameter_sheet import PARAMETER_ROWS
from vardering.workbook.contract.word_lists import WORD_LISTS, word_for

GAP = "…"
"""Stands where a finding names a row, a heading or a value."""

ROW_FIELDS = {
    "internranta_kommun": "internal_interest_rate",
    "po_kommun": "employer_on_cost",
    "discount_rate_asek": "discount_rate",
}
"""Figures of the register that stand on the row of a field with another name."""

BUILDERS = "build-"
"""Beginning of the commands that only they need who change the product."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding as the catalogue shows it, and the section that says more."""

    code: str
    what: str
    remedy: str
    section: str


@dataclass(frozen=True, slots=True)
class ParameterEntry:
    """A vintage of a parameter: its name, value and unit as they are written on Parametrar."""

    name: str
    value: str
    unit: str
    year: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage of a change and what its gate requires."""

    stage: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """A criterion and the meaning of its five scores."""

    area: str
    name: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement of the maturity survey: its id, its area, and what it says."""

    id: str
    area: str
    statement: str


def findings() -> Iterator[FindingEntry]:
    """Every finding there is, by its code."""
    for code, text in sorted(FAULT_TEXTS.items()):
        yield FindingEntry(code, _without_names(text.what), _without_names(text.remedy), section_of(code))


def _without_names(template: str) -> str:
    parts = Formatter().parse(template)
    text = "".join(literal + (GAP if name is not None else "") for literal, name, _, _ in parts)
    return re.sub(rf"{GAP}(?:,? {GAP})*\.?(?= |$)", GAP, text)


def parameters() -> Iterator[ParameterEntry]:
    """Every vintage of every parameter, with its source."""
    rows = {row.field: row for row in PARAMETER_ROWS}
    for entry in entries():
        row = rows.get(ROW_FIELDS.get(entry.key, entry.key))
        scale = 100.0 if row and row.type is CellType.PER_CENT else 1.0
        named = row.key if row else category_names()[entry.key]
        yield ParameterEntry(
            name=OTHER_NAMES.get(entry.key, named),
            value="" if entry.value is None else number_text(entry.value * scale),
            unit=row.unit if row else entry.unit,
            year="" if entry.valid_year is None else str(entry.valid_year),
            status=_status(entry),
            source=entry.source,
        )


def _status(entry: Entry) -> str:
    return word_for("parameterstatus", entry.status)


def commands() -> tuple[Command, ...]:
    """The commands for those who use the product."""
    return tuple(command for command in COMMANDS if not command.name.startswith(BUILDERS))


def buttons() -> tuple[Button, ...]:
    """The ribbon's buttons, group by group as they stand there."""
    return tuple(sorted(BUTTONS, key=lambda button: list(Group).index(button.group)))


def stages() -> Iterator[StageEntry]:
    """The stages in order, each with its requirements."""
    for word, stage in WORD_LISTS["skede"].items():
        wanted = tuple(one.sentence for one in requirements() if one.stage == Stage(stage).value)
        yield StageEntry(word, wanted)


def scales() -> Iterator[ScaleEntry]:
    """The anchored scales of the assessment, in the order of the sheet."""
    for word, criterion in WORD_LISTS["kriterium"].items():
        area, _, name = word.partition(": ")
        if criterion.value in SCALES:
            yield ScaleEntry(area, name, SCALES[criterion.value])


def maturity_statements() -> Iterator[StatementEntry]:
    """The statements of the maturity survey in their order."""
    for one in statements():
        yield StatementEntry(one.id, AREA_WORDS[one.area], one.statement)


def terms() -> tuple[Term, ...]:
    """The words of the product in alphabetical order, each Swedish word once with each of its meanings."""
    return tuple(sorted(glossary(), key=lambda term: swedish_order(term.swedish)))


def swedish_order(word: str) -> str:
    """A key that puts å, ä and ö last, as Swedish does.

    >>> sorted(["öka", "ärende", "zon", "år"], key=swedish_order)
    ['zon', 'år', 'ärende', 'öka']
    """
    return word.casefold().translate(str.maketrans("åäöé", "{|}e"))
