"""The files in ``workbook_templates``: empty templates and filled, recalculated examples."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from vardering import __version__
from vardering.base.light_dataclasses import dataclass, replace
from vardering.commands.approval import freeze_plan
from vardering.commands.creation import create, new_case
from vardering.commands.follow_up import update_follow_up
from vardering.commands.maturity import Origin, compilation_of
from vardering.commands.planning import update_plan
from vardering.commands.portfolio import new_portfolio
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome, RunContext
from vardering.commands.simulation import Wanted, simulate_workbook
from vardering.engine.weighted_sums import unheard
from vardering.examples.catalogue import (
    EXAMPLES,
    FOLLOWED_UP,
    ExampleEntry,
    load_example,
    load_follow_up,
    load_plan,
)
from vardering.examples.maturity import load_replies
from vardering.model.measurement import FollowUp
from vardering.model.vocabulary import CaseForm
from vardering.texts.basis_texts import DOCUMENT_HEADING
from vardering.texts.form_texts import REPORTED_EVENT
from vardering.workbook import written_names
from vardering.workbook.change_set import ChangeSet
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.presenting.plan_answers import answers_change_set
from vardering.workbook.presenting.report_change_set import report_change_set
from vardering.workbook.presenting.report_merge import ReportMerge
from vardering.workbook.presenting.run import Run
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.maturity.survey import build_maturity_survey

FIXED_CONTEXT = RunContext(datetime(2026, 11, 24, 9, 0), "Exempelkommunen", __version__)  # noqa: DTZ001 – local time
"""The clock and user of the examples, so that every build gives the same bytes."""

TEMPLATE_START_YEAR = 2027
WORD_TEMPLATE = "beslutsunderlag.docx"
"""The file that a municipality makes its own Word template from."""

WORD_TEMPLATE_TITLE = DOCUMENT_HEADING

Step = Callable[[Snapshot], Outcome]
"""One thing done in a workbook."""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to build: its layout, and the example that it is filled in as, if any."""

    file_name: str
    layout: WorkbookLayout
    example: ExampleEntry | None = None

    @property
    def recalculated(self) -> bool:
        """Whether it is more than a template: an example with its results."""
        return self.example is not None


def planned_files() -> Iterator[PlannedFile]:
    """Every file of the folder: the kalkyl's templates and its examples, then the other workbooks."""
    for file_name, form in (("kalkyl.xlsx", CaseForm.FULL), ("forenklad.xlsx", CaseForm.SIMPLIFIED)):
        yield PlannedFile(file_name, create(new_case(form, TEMPLATE_START_YEAR)).created)
    for entry in (*EXAMPLES, FOLLOWED_UP):
        layout = create(load_example(entry.name)).created
        yield PlannedFile(f"exempel_{entry.name}.xlsx", layout, entry)
    yield PlannedFile("portfolj.xlsx", new_portfolio(TEMPLATE_START_YEAR))
    yield PlannedFile("mognadsanalys.xlsx", build_maturity_survey())
    yield PlannedFile("exempel_mognad.xlsx", compilation_of(load_replies(), Origin(FIXED_CONTEXT)))


def example_steps(entry: ExampleEntry) -> tuple[Step, ...]:
    """What is done in a new example: the plan is made, people answer, it is approved, and all is calculated.

    One that has been followed up then gets its reports and a follow-up on its day.
    """
    steps: list[Step] = []
    if entry.plan_file_name:
        answers = load_plan(entry)
        steps += [_update, lambda snapshot: Outcome(change_set=answers_change_set(snapshot, answers)), _update]
    if entry.decision:
        steps.append(lambda snapshot: freeze_plan(snapshot, FIXED_CONTEXT, entry.decision).outcome)
    steps.append(first_outcome)
    if entry.followed_up_on is not None:
        reports, context = load_follow_up(entry), replace(FIXED_CONTEXT, clock=_morning(entry.followed_up_on))
        steps.append(lambda snapshot: Outcome(change_set=_reported(snapshot, reports, context)))
        steps.append(lambda snapshot: update_follow_up(snapshot, context).outcome)
    return tuple(steps)


def _morning(day: date) -> datetime:
    return FIXED_CONTEXT.clock.replace(year=day.year, month=day.month, day=day.day)


def _reported(snapshot: Snapshot, reports: FollowUp, context: RunContext) -> ChangeSet:
    """What people report, as if it had been collected."""
    run = Run(REPORTED_EVENT, context.clock, context.user, context.version)
    measured, paid = ReportMerge(added=list(reports.measurements)), ReportMerge(added=list(reports.actual_costs))
    return report_change_set(snapshot, measured, paid, run)


def _update(snapshot: Snapshot) -> Outcome:
    return update_plan(snapshot, FIXED_CONTEXT).outcome


def first_outcome(snapshot: Snapshot) -> Outcome:
    """What is written in a new example: its results, and a simulation where the workbook has room for one."""
    if written_names.SIMULATION not in snapshot.names:
        return recalculate(snapshot, FIXED_CONTEXT)
    return simulate_workbook(snapshot, FIXED_CONTEXT, Wanted(), unheard)
