"""Skapa formulär and Hämta mätvärden: forms handed out to benefit owners, and what comes back."""

from collections.abc import Iterator, Sequence
from datetime import date

from vardering.base.faults import CallError, Fault, Severity
from vardering.base.light_dataclasses import dataclass, replace
from vardering.commands.follow_up import follow_up_content, follow_up_in
from vardering.commands.recalculation import calculate
from vardering.commands.request import Outcome, RunContext
from vardering.model.measurement import FollowUp
from vardering.texts.form_texts import COLLECT_EVENT, FILE_NAME, IN_FILE
from vardering.workbook.checking.follow_up_checks import FollowUpGround, check_follow_up
from vardering.workbook.contract.catalogue import CASE_ID_NAME
from vardering.workbook.layout import WorkbookLayout
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.form_content import forms_of, without_owner
from vardering.workbook.presenting.report_change_set import report_change_set
from vardering.workbook.presenting.report_merge import Report, ReportMerge, Sourced, merge_reports
from vardering.workbook.presenting.run import Run
from vardering.workbook.reading.follow_up_reader import FollowUpReading
from vardering.workbook.reading.places import RowPlace
from vardering.workbook.reading.report_sources import ReportSource, read_source
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.form_workbook import build_form

FORBIDDEN = '<>:"/\\|?*'
"""Signs that a file's name cannot hold everywhere."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the name of its file, whose it is, and its layout."""

    file_name: str
    person: str
    layout: WorkbookLayout


@dataclass(frozen=True, slots=True)
class FormsOutcome:
    """The forms of a workbook, none where errors stopped it, and what was found."""

    findings: tuple[Finding, ...]
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectOutcome:
    """What collecting gives: an outcome as of every command, and what became of the reports."""

    outcome: Outcome
    measured: ReportMerge
    paid: ReportMerge


def make_forms(snapshot: Snapshot, context: RunContext, day: date | None = None) -> FormsOutcome:
    """One form for each benefit owner, with what should have been measured by a day and what comes next.

    Raises ``CallError`` "case-without-id" for a workbook that was never calculated, "nobody-to-ask" where no effect
    has an owner, and what ``follow_up_in`` raises.
    """
    reading = follow_up_in(snapshot)
    stored_id(snapshot)
    calculation = calculate(snapshot)
    order = [sheet.name for sheet in snapshot.sheets]
    content = follow_up_content(calculation, reading, day or context.clock.date())
    if content is None:
        return FormsOutcome(findings_of(calculation.faults, order))
    forms = tuple(
        Form(file_name(form.person, form.made_on), form.person, build_form(form)) for form in forms_of(content)
    )
    if not forms:
        raise CallError("nobody-to-ask")
    missing = without_owner(content)
    faults = [Fault("effects-without-form", Severity.WARNING, None, {"ids": ", ".join(missing)})] if missing else []
    return FormsOutcome(findings_of(faults, order), forms)


def stored_id(snapshot: Snapshot) -> str:
    """The id that forms are recognised by. Raises ``CallError`` "case-without-id"."""
    name = snapshot.names.get(CASE_ID_NAME)
    found = str(name.value).strip() if name is not None and name.value is not None else ""
    if not found:
        raise CallError("case-without-id")
    return found


def file_name(person: str, day: date) -> str:
    """The name of a person's form on any system."""
    safe = "".join("-" if sign in FORBIDDEN or ord(sign) < 32 else sign for sign in person).strip(" .")
    return FILE_NAME.format(person=safe[:80] or "-", day=day.isoformat())


def collect(
    snapshot: Snapshot,
    sources: Sequence[tuple[str, Snapshot | Fault]],
    context: RunContext,
    day: date | None = None,
) -> CollectOutcome:
    """Take in the reports of forms and copies until a day, today unless another is given.

    A file that could not be opened comes as its fault.

    Nothing that stands in the workbook is overwritten; what disagrees, or cannot be counted, is said with its file and
    cell and left where it is. Raises ``CallError`` "case-without-id" and what ``follow_up_in`` raises.
    """
    own = follow_up_in(snapshot)
    case_id = stored_id(snapshot)
    read = [
        ReportSource(name, faults=(found,)) if isinstance(found, Fault) else read_source(name, found, case_id)
        for name, found in sources
    ]
    calculation = calculate(snapshot)
    order = [sheet.name for sheet in snapshot.sheets]
    content = follow_up_content(calculation, own, day or context.clock.date())
    if content is None:
        return CollectOutcome(Outcome(findings_of(calculation.faults, order)), ReportMerge(), ReportMerge())
    checked = [_countable(source, content.ground) for source in read]
    measured = merge_reports([*_own(own.follow_up.measurements, own.measured_at), *_theirs(checked, "measurements")])
    paid = merge_reports([*_own(own.follow_up.actual_costs, own.paid_at), *_theirs(checked, "costs")])
    findings = (
        *findings_of((*measured.conflicts, *paid.conflicts), order),
        *(_located(finding, source.name) for source in checked for finding in findings_of(source.faults, ())),
    )
    event = COLLECT_EVENT.format(
        added=len(measured.added) + len(paid.added),
        filled=len(measured.filled) + len(paid.filled),
        conflicts=len(measured.conflicts) + len(paid.conflicts),
        sources=", ".join(source.name for source in checked if not source.is_refused) or "–",
    )
    run = Run(event, context.clock, context.user, context.version)
    return CollectOutcome(Outcome(findings, report_change_set(snapshot, measured, paid, run)), measured, paid)


def _own(reports: Sequence[Report], places: Sequence[RowPlace]) -> Iterator[Sourced]:
    """What the workbook holds already."""
    return (Sourced(report, place) for report, place in zip(reports, places, strict=True))


def _theirs(sources: Sequence[ReportSource], kind: str) -> Iterator[Sourced]:
    """What the files report, of those that are not refused."""
    return (Sourced(report, place, source.name) for source in sources for report, place in getattr(source, kind))


def _countable(source: ReportSource, ground: FollowUpGround) -> ReportSource:
    """The reports that can be counted; the others are said and left in their file."""
    reading = FollowUpReading(
        FollowUp(
            measurements=tuple(row for row, _ in source.measurements),
            actual_costs=tuple(row for row, _ in source.costs),
        ),
        tuple(place for _, place in source.measurements),
        tuple(place for _, place in source.costs),
    )
    return source.without(tuple(check_follow_up(reading, ground)))


def _located(finding: Finding, source: str) -> Finding:
    """A finding that says which file its cell is in."""
    return replace(finding, what=IN_FILE.format(source=source, what=finding.what))
