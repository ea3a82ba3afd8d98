"""The part of Kontroll that says what the gate ahead requires, with a link to the first cell each requirement lacks."""

from vardering.base.cells import quoted_sheet
from vardering.model.gate_status import GateStatus, RequirementStatus
from vardering.texts.plan_texts import GATE_HEADING, LACKING, MET, REQUIREMENTS_MET
from vardering.workbook.presenting.canvas import Canvas

HEADINGS = ("Krav", "Status", "Blad", "Cell", "Det som saknas", "Kod")
MOST_SHOWN = 12
"""Ids shown for one requirement; how many more there are is said."""


def gate_line(status: GateStatus) -> str:
    """How many requirements are met, in words."""
    return REQUIREMENTS_MET.format(gate=status.gate, met=status.met, all=len(status.requirements))


def lacks_text(requirement: RequirementStatus) -> str:
    """What a requirement lacks, in short and each thing once."""
    found = list(dict.fromkeys(lack.what for lack in requirement.lacks))
    more = f" och {len(found) - MOST_SHOWN} till" if len(found) > MOST_SHOWN else ""
    return ", ".join(found[:MOST_SHOWN]) + more


def write_gate(canvas: Canvas, status: GateStatus) -> None:
    """The gate's heading and one line for each requirement, below what the canvas holds."""
    canvas.row += 2
    canvas.put(0, GATE_HEADING.format(gate=status.gate), "section")
    canvas.row += 1
    canvas.put(0, gate_line(status), "plain")
    canvas.row += 1
    for column, heading in enumerate(HEADINGS):
        canvas.put(column, heading, "heading")
    canvas.row += 1
    for requirement in status.requirements:
        canvas.put(0, requirement.sentence, "finding")
        canvas.put(1, MET if requirement.is_met else LACKING, "finding" if requirement.is_met else "severity_warning")
        where = next((lack.where for lack in requirement.lacks if lack.where is not None), None)
        canvas.put(2, where.sheet if where is not None else None, "finding")
        if where is None:
            canvas.put(3, None, "finding")
        else:
            target = f"#{quoted_sheet(where.sheet)}!{where.a1}".replace('"', '""')
            canvas.put(3, where.a1, "finding_link", f'=HYPERLINK("{target}","{where.a1}")')
        canvas.put(4, lacks_text(requirement) or None, "finding")
        canvas.put(5, requirement.code, "finding")
        canvas.row += 1
