"""What a gate requires and what of it is missing."""

from vardering.base.cells import Position
from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lack:
    """Something a requirement lacks: in short (an effect's id, an area), and the cell to fill in where there is one."""

    what: str
    where: Position | None = None


@dataclass(frozen=True, slots=True)
class RequirementStatus:
    """One requirement: its stable code, its sentence, and everything it lacks."""

    code: str
    sentence: str
    lacks: tuple[Lack, ...]

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class GateStatus:
    """All requirements of one gate, in order."""

    gate: str
    requirements: tuple[RequirementStatus, ...]

    @property
    def met(self) -> int:
        """How many requirements are met."""
        return sum(requirement.is_met for requirement in self.requirements)
