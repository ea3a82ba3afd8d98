"""What the command line says: findings and messages on stderr, results on stdout."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vardering.base.faults import Fault, Severity
from vardering.model.results import Results
from vardering.model.vocabulary import View
from vardering.texts.fault_texts import sentence_for
from vardering.texts.result_texts import KEY_FIGURES
from vardering.texts.sheet_texts import VIEW_LABELS
from vardering.workbook.presenting.findings import SEVERITY_WORDS, Finding, count
from vardering.workbook.presenting.number_texts import figure_text

if TYPE_CHECKING:
    from vardering.model.gate_status import GateStatus

SHOWN = (
    "npv",
    "pv_benefits",
    "pv_costs",
    "net_benefit_per_krona",
    "bcr",
    "payback_years",
    "annual_equivalent",
    "peak_funding",
    "irr",
)


def say(text: str) -> None:
    """A message to the person, on stderr so that results can be piped."""
    print(text, file=sys.stderr)


def say_fault(fault: Fault) -> None:
    """One sentence for what stopped the run, with where and what to do."""
    sentence = sentence_for(fault.code, fault.arguments)
    where = f"{fault.where}: " if fault.where is not None else ""
    say(f"{where}{sentence.what} {sentence.remedy}")


def say_findings(findings: Sequence[Finding]) -> None:
    """Every finding on a line of its own, and how many there are."""
    for finding in findings:
        where = f"{finding.where}: " if finding.where is not None else ""
        say(f"{SEVERITY_WORDS[finding.severity]}: {where}{finding.what} {finding.remedy}")
    errors, warnings = count(findings, Severity.ERROR), count(findings, Severity.WARNING)
    say(f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}.")


def show_gate(status: "GateStatus") -> None:
    """What a gate requires, one line for each requirement, with what is missing and the first cell to fill in."""
    from vardering.texts.plan_texts import LACKING, MET
    from vardering.workbook.presenting.gate_sheet import gate_line, lacks_text

    print(gate_line(status))
    for requirement in status.requirements:
        print(f"{MET if requirement.is_met else LACKING:9} {requirement.sentence}")
        where = next((lack.where for lack in requirement.lacks if lack.where is not None), None)
        if not requirement.is_met:
            print(f"{'':9} {lacks_text(requirement)}{'' if where is None else f' ({where})'}")


def show_key_figures(results: Results) -> None:
    """The key figures of the main alternative as a table, one column a view."""
    rows = [("Nyckeltal", *(VIEW_LABELS[view] for view in View))]
    for name in SHOWN:
        label, suffix, _ = KEY_FIGURES[name]
        figures = (getattr(results.main.views[view].figures, name) for view in View)
        rows.append((label, *(figure_text(figure, suffix) for figure in figures)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for index, row in enumerate(rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  ".join(cells))
        if index == 0:
            print("  ".join("─" * width for width in widths))
