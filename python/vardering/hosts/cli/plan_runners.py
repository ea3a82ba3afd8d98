"""The commands of the realisation plan: read the file, run the command, write, print."""

from argparse import Namespace
from pathlib import Path

from vardering.base.faults import CallError
from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import (
    book_and_target,
    moment,
    open_book,
    refuse_same_file,
    save_result,
    write_new,
)
from vardering.hosts.cli.printing import say, say_findings, show_gate
from vardering.hosts.settings import run_context


def run_plan(options: Namespace) -> int:
    """Create or update the plan in a new file or in the same."""
    from vardering.commands.planning import update_plan

    if getattr(options, "for") or options.calendar:
        return _show_plan(options)
    book, target = book_and_target(options, "plan")
    context = run_context(options.user)
    updated = update_plan(book.snapshot(), context)
    if updated.outcome.change_set is None:
        say_findings(updated.outcome.findings)
        return INPUT_ERRORS
    save_result(updated.outcome, book, target, options, f"före planen {moment(context.clock)}")
    if options.json:
        print(updated.plan.model_dump_json(indent=2))
    return FINE


def _show_plan(options: Namespace) -> int:
    """A person's view of the plan, or a calendar file; the workbook is only read."""
    from vardering.commands.plan_views import calendar_text, tasks, tasks_json, tasks_text

    name = getattr(options, "for") or ""
    if options.in_place or options.output:
        raise CallError("call-invalid", reason="--for och --calendar skriver inte i arbetsboken; utelämna -o")
    snapshot, context = open_book(options.file).snapshot(), run_context(options.user)
    if options.calendar:
        refuse_same_file(Path(options.file), Path(options.calendar), "välj ett annat namn")
        content = calendar_text(snapshot, context, name).encode()
        write_new(content, Path(options.calendar), replace=options.replace)
        say(f"Sparat: {options.calendar}")
    if name and (options.json or not options.calendar):
        found = tasks(snapshot, context, name)
        print(tasks_json(found, name) if options.json else tasks_text(found, context, name))
    return FINE


def run_freeze(options: Namespace) -> int:
    """Write the plan in as approved, in a new file or in the same, and say what the start still requires."""
    from vardering.commands.approval import freeze_plan

    book, target = book_and_target(options, "beslutad")
    context = run_context(options.user)
    frozen = freeze_plan(book.snapshot(), context, options.decision)
    if frozen.outcome.change_set is None:
        say_findings(frozen.outcome.findings)
        return INPUT_ERRORS
    save_result(frozen.outcome, book, target, options, f"före beslutet {moment(context.clock)}")
    if options.json and frozen.plan is not None:
        print(frozen.plan.model_dump_json(indent=2))
    elif frozen.outcome.gate is not None:
        show_gate(frozen.outcome.gate)
    return FINE
