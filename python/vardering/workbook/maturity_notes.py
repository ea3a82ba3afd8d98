"""What people have written in a compilation: what the workshop found, and the plan that they made of it."""

from collections.abc import Mapping, Sequence

from vardering.base.cells import CellValue
from vardering.base.light_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WorkshopNote:
    """What was found about a topic, with the words that stood beside it. ``table``: of the list it was written in."""

    table: str
    statement: str
    beside: tuple[CellValue, CellValue, CellValue]
    """Area, statement and question."""
    found: CellValue


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the action plan. ``level``: of the area, as it stood; None in a row that people added."""

    area: CellValue
    level: CellValue
    step: CellValue
    owner: CellValue = None
    due: CellValue = None
    status: CellValue = None

    @property
    def is_taken_on(self) -> bool:
        """Whether somebody is to do it, or does: then the step is what they agreed on."""
        return any(cell is not None for cell in (self.owner, self.due, self.status))


@dataclass(frozen=True, slots=True)
class CompilationNotes:
    """What people wrote. ``areas``: each area's own row of the plan, by its code; ``added``: rows of their own."""

    workshop: tuple[WorkshopNote, ...] = ()
    areas: Mapping[str, PlanRow] = field(default_factory=dict)
    added: tuple[PlanRow, ...] = ()


Place = tuple[str, str]
"""The table of a list of topics, and the id of a statement in it."""


@dataclass(frozen=True, slots=True)
class PlacedNotes:
    """Notes by where they go, and those whose statement is no topic any more."""

    by_place: Mapping[Place, CellValue]
    homeless: tuple[WorkshopNote, ...]


def place_notes(notes: Sequence[WorkshopNote], places: Sequence[Place]) -> PlacedNotes:
    """Every note where its statement stands: in the same list if it can, otherwise in the first list that has it."""
    found: dict[Place, list[CellValue]] = {}
    homeless: list[WorkshopNote] = []
    for note in notes:
        own = (note.table, note.statement)
        place = own if own in places else next((one for one in places if one[1] == note.statement), None)
        if place is None:
            homeless.append(note)
        else:
            found.setdefault(place, []).append(note.found)
    joined = {place: cells[0] if len(cells) == 1 else "\n".join(map(str, cells)) for place, cells in found.items()}
    return PlacedNotes(joined, tuple(homeless))
