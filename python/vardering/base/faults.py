"""What can be wrong: faults that are collected, and errors that stop everything.

A ``Fault`` is a value: a code, where it is, and the arguments of its sentence. Its Swedish words live in
``texts.fault_texts``. A ``VarderingError`` is an exception that carries one fault.
"""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.cells import Position
from vardering.base.light_dataclasses import dataclass, field


class Severity(StrEnum):
    """How grave a fault is: only errors stop the calculation."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


Argument = str | int | float


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``code`` is kebab-case and stable; ``others`` are further cells involved."""

    code: str
    severity: Severity
    where: Position | None = None
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    others: tuple[Position, ...] = ()

    def __hash__(self) -> int:
        return hash((self.code, self.severity, self.where, tuple(sorted(self.arguments.items())), self.others))


class VarderingError(Exception):
    """Something that stops a run before anything is written.

    ``exit_kind`` says who must act: "input" (the workbook or the call) or "internal" (the product).
    """

    exit_kind = "input"

    def __init__(self, code: str, where: Position | None = None, **arguments: Argument) -> None:
        super().__init__(code)
        self.fault = Fault(code, Severity.ERROR, where, arguments)


class BookUnreadableError(VarderingError):
    """The file is no workbook that can be read: encrypted, damaged, hostile or of another format."""


class BookForeignError(VarderingError):
    """The workbook can be read but is not one of ours, or needs a newer version of the product."""


class BookBusyError(VarderingError):
    """The workbook is open or held by another program."""


class BookChangedError(VarderingError):
    """The workbook changed between reading and writing."""


class BookProtectedError(VarderingError):
    """A sheet that must be written is locked with a password that is not ours."""


class BookNotWrittenError(VarderingError):
    """The result could not be saved: no permission, no space, or the target exists."""


class CallError(VarderingError):
    """The call itself cannot be carried out: an option's value, a file that is missing."""


class ReconcileError(VarderingError):
    """An identity that must hold between the results does not: nothing may be shown."""

    exit_kind = "internal"


class InstallationError(VarderingError):
    """The product cannot be installed, looked over or taken away as asked on this machine."""
