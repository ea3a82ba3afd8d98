"""The commands of the follow-up: read the files, run the command, write, print."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError, VarderingError
from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import book_and_target, moment, open_book, refuse_same_file, save_result, write_new
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context

if TYPE_CHECKING:
    from vardering.base.faults import Fault
    from vardering.workbook.snapshot import Snapshot


def run_follow_up(options: Namespace) -> int:
    """Update the follow-up in a new file or in the same, as of a day."""
    from vardering.commands.follow_up import update_follow_up
    from vardering.commands.follow_up_views import follow_up_json, follow_up_text, tertial_report

    day = _day(options.date)
    book, target = book_and_target(options, "uppföljning")
    context = run_context(options.user)
    updated = update_follow_up(book.snapshot(), context, day)
    if updated.content is None:
        say_findings(updated.outcome.findings)
        return INPUT_ERRORS
    report = Path(options.report) if options.report else None
    if report is not None:
        refuse_same_file(Path(options.file), report, "välj ett annat namn")
    save_result(updated.outcome, book, target, options, f"före uppföljning {moment(context.clock)}")
    if report is not None:
        write_new(tertial_report(updated.content).encode(), report, replace=options.replace)
        say(f"Sparat: {report}")
    print(follow_up_json(updated) if options.json else follow_up_text(updated.content))
    return FINE


def run_forms(options: Namespace) -> int:
    """Write a form for every benefit owner into a folder; a file that is there already is kept unless ``--replace``."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.forms import make_forms

    folder, day = Path(options.folder), _day(options.date)
    made = make_forms(open_book(options.file).snapshot(), run_context(), day)
    say_findings(made.findings)
    folder.mkdir(parents=True, exist_ok=True)
    for form in made.forms:
        write_new(write_workbook(form.layout), folder / form.file_name, replace=options.replace)
        print(folder / form.file_name)
    return FINE if made.forms else INPUT_ERRORS


def run_collect(options: Namespace) -> int:
    """Take in the reports of forms and copies, in a new file or in the same; the files themselves are only read."""
    from vardering.commands.forms import collect
    from vardering.texts.form_texts import COLLECTED

    day = _day(options.date)
    book, target = book_and_target(options, "mätvärden")
    context = run_context(options.user)
    sources = [(Path(path).name, _snapshot_of(path)) for path in options.forms]
    found = collect(book.snapshot(), sources, context, day)
    if found.outcome.change_set is None:
        say_findings(found.outcome.findings)
        return INPUT_ERRORS
    save_result(found.outcome, book, target, options, f"före mätvärden {moment(context.clock)}")
    merges = (found.measured, found.paid)
    conflicts = sum(len(merge.conflicts) for merge in merges)
    print(
        COLLECTED.format(
            added=sum(len(merge.added) for merge in merges),
            filled=sum(len(merge.filled) for merge in merges),
            same=sum(merge.same for merge in merges),
            conflicts=conflicts,
        )
    )
    return INPUT_ERRORS if conflicts or found.outcome.has_errors else FINE


def _snapshot_of(path: str) -> "Snapshot | Fault":
    """What a file holds, or why it cannot be read: one bad file does not stop the others."""
    try:
        return open_book(path).snapshot()
    except VarderingError as refusal:
        return refusal.fault


def _day(text: str | None) -> date | None:
    """The day of a follow-up. Raises ``CallError`` "day-invalid"."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as refusal:
        raise CallError("day-invalid", value=text or "") from refusal
