"""Findings as lines: every fault in words, worst first, then in sheet order."""

from collections.abc import Sequence

from vardering.base.cells import Position
from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.texts.fault_texts import sentence_for

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}
SEVERITY_WORDS = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.NOTICE: "Upplysning"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in words: what is wrong, where, and what to do."""

    code: str
    severity: Severity
    where: Position | None
    what: str
    remedy: str


def findings_of(faults: Sequence[Fault], sheet_order: Sequence[str]) -> tuple[Finding, ...]:
    """The faults in words, each once, errors first and then by sheet, row and column."""
    order = {name: index for index, name in enumerate(sheet_order)}

    def key(fault: Fault) -> tuple[int, int, int, int, str]:
        where = fault.where
        if where is None:
            return (ORDER[fault.severity], -1, 0, 0, fault.code)
        return (ORDER[fault.severity], order.get(where.sheet, len(order)), where.row, where.column, fault.code)

    unique = sorted(dict.fromkeys(faults), key=key)
    return tuple(_finding(fault) for fault in unique)


def _finding(fault: Fault) -> Finding:
    sentence = sentence_for(fault.code, fault.arguments)
    return Finding(fault.code, fault.severity, fault.where, sentence.what, sentence.remedy)


def count(findings: Sequence[Finding], severity: Severity) -> int:
    """How many findings are of a severity."""
    return sum(finding.severity is severity for finding in findings)
