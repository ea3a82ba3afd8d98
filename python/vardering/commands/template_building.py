"""The files in ``workbook_templates``: empty templates and filled, recalculated examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from vardering import __version__
from vardering.base.faults import CallError
from vardering.commands.creation import create, new_case
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.vocabulary import CaseForm
from vardering.workbook import written_names
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.snapshot import Snapshot

FIXED_CONTEXT = RunContext(datetime(2026, 11, 24, 9, 0), "Exempelkommunen", __version__)  # noqa: DTZ001 – local time
"""The clock and user of the examples, so that every build gives the same bytes."""

TEMPLATE_START_YEAR = 2027


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to build: its layout, and whether it is recalculated after it is made."""

    file_name: str
    layout: WorkbookLayout
    recalculated: bool


def planned_files() -> Iterator[PlannedFile]:
    """Every file of the folder, templates first."""
    for file_name, form in (("kalkyl.xlsx", CaseForm.FULL), ("forenklad.xlsx", CaseForm.SIMPLIFIED)):
        yield PlannedFile(
            file_name, _layout(create(new_case(form, TEMPLATE_START_YEAR)).new_workbook), recalculated=False
        )
    for entry in EXAMPLES:
        layout = _layout(create(load_example(entry.name)).new_workbook)
        yield PlannedFile(f"exempel_{entry.name}.xlsx", layout, recalculated=True)


def first_outcome(snapshot: Snapshot) -> Outcome:
    """What is written in a new example: its results, and a simulation where the workbook has room for one."""
    if written_names.SIMULATION not in snapshot.names:
        return recalculate(snapshot, FIXED_CONTEXT)
    return simulate_workbook(snapshot, FIXED_CONTEXT, Wanted(), unheard)


def _layout(layout: WorkbookLayout | None) -> WorkbookLayout:
    if layout is None:
        raise CallError("call-invalid", reason="ingen arbetsbok att skapa")
    return layout
