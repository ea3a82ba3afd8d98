"""What a command is given and what it gives back. Pure values; the host reads, writes and prints."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from vardering.base.faults import CallError, Severity
from vardering.base.light_dataclasses import dataclass, field
from vardering.model.case import Case
from vardering.model.results import Results
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.presenting.findings import Finding

if TYPE_CHECKING:
    # Recalculating makes no new workbook and no simulation, and every import counts when somebody waits.
    from vardering.model.gate_status import GateStatus
    from vardering.model.simulation import Simulation
    from vardering.workbook.layout import WorkbookLayout


@dataclass(frozen=True, slots=True)
class RunContext:
    """Who runs, when, with which version of the product: handed in by the host."""

    clock: datetime
    user: str
    version: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command gives: a ChangeSet for the book, or a new workbook, and what was found on the way.

    ``case`` and ``results`` are there when the calculation came through, ``simulation`` when one was asked for.
    """

    findings: tuple[Finding, ...] = ()
    change_set: ChangeSet | None = None
    new_workbook: "WorkbookLayout | None" = None
    case: Case | None = None
    results: Results | None = None
    fingerprint: str = ""
    simulation: "Simulation | None" = None
    gate: "GateStatus | None" = None
    artefacts: Mapping[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> ChangeSet:
        """What to write in the book. Raises ``CallError`` "call-invalid" where the command writes nothing."""
        if self.change_set is None:
            raise CallError("call-invalid", reason="inget att skriva")
        return self.change_set

    @property
    def created(self) -> "WorkbookLayout":
        """The new workbook. Raises ``CallError`` "call-invalid" where the command makes none."""
        if self.new_workbook is None:
            raise CallError("call-invalid", reason="ingen arbetsbok att skapa")
        return self.new_workbook

    @property
    def has_errors(self) -> bool:
        """Whether errors stopped the calculation."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
