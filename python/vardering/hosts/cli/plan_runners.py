"""The commands of the realisation plan: read the file, run the command, write, print."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from vardering.base.faults import CallError
from vardering.hosts.cli.files import open_book, refuse_same_file, write_in_place, write_new
from vardering.hosts.cli.printing import say, say_findings, show_gate
from vardering.hosts.settings import run_context

FINE, INPUT_ERRORS = 0, 1


def run_plan(options: Namespace) -> int:
    """Create or update the plan in a new file or in the same."""
    from vardering.books.xlsx.saving import refuse_open_book
    from vardering.commands.planning import update_plan

    if getattr(options, "for") or options.calendar:
        return _show_plan(options)
    source = Path(options.file)
    target = target_of(options, source, "plan")
    refuse_open_book(source)
    book = open_book(options.file)
    context = run_context(options.user)
    updated = update_plan(book.snapshot(), context)
    say_findings(updated.outcome.findings)
    if updated.outcome.change_set is None:
        return INPUT_ERRORS
    content = book.apply(updated.outcome.change_set)
    if options.in_place:
        write_in_place(content, book, source, f"före planen {context.clock:%Y-%m-%d %H%M%S}")
    else:
        write_new(content, target, replace=options.replace)
    say(f"Sparat: {target}")
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
    from vardering.books.xlsx.saving import refuse_open_book
    from vardering.commands.approval import freeze_plan

    source = Path(options.file)
    target = target_of(options, source, "beslutad")
    refuse_open_book(source)
    book = open_book(options.file)
    context = run_context(options.user)
    frozen = freeze_plan(book.snapshot(), context, options.decision)
    say_findings(frozen.outcome.findings)
    if frozen.outcome.change_set is None:
        return INPUT_ERRORS
    content = book.apply(frozen.outcome.change_set)
    if options.in_place:
        write_in_place(content, book, source, f"före beslutet {context.clock:%Y-%m-%d %H%M%S}")
    else:
        write_new(content, target, replace=options.replace)
    say(f"Sparat: {target}")
    if options.json and frozen.plan is not None:
        print(frozen.plan.model_dump_json(indent=2))
    elif frozen.outcome.gate is not None:
        show_gate(frozen.outcome.gate)
    return FINE


def target_of(options: Namespace, source: Path, event: str) -> Path:
    """The file that is written: the same, the one asked for, or one beside the workbook.

    Raises ``CallError`` "call-invalid" where the call asks for two of them.
    """
    if options.in_place and options.output:
        raise CallError("call-invalid", reason="välj antingen -o eller --in-place")
    if options.in_place:
        return source
    if not options.output:
        return source.with_name(f"{source.stem} ({event}){source.suffix}")
    target = Path(options.output)
    refuse_same_file(source, target, "välj --in-place eller ett annat namn")
    return target


PLAN_RUNNERS: Mapping[str, Callable[[Namespace], int]] = {"plan": run_plan, "freeze": run_freeze}
