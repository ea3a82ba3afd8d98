"""The runner of ``diff``: read two files, compare them, print what differs and write its workbook."""

from argparse import Namespace
from pathlib import Path

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import replace
from vardering.hosts.cli.exit_codes import FINE
from vardering.hosts.cli.files import open_book, refuse_same_file, write_new
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context


def run_diff(options: Namespace) -> int:
    """Say what changed between two versions. Raises ``CallError`` "compared-has-errors" after the errors are said."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.comparison import ErrorsFound, compare, comparison_json, comparison_outcome
    from vardering.hosts.cli.comparison_printing import show_comparison

    if options.output:
        for source in (options.file, options.other):
            refuse_same_file(Path(source), Path(options.output), "välj ett annat namn")
    before, after = (open_book(path).snapshot() for path in (options.file, options.other))
    if before.source == after.source:
        before, after = replace(before, source=options.file), replace(after, source=options.other)
    comparison = compare(before, after, different_cases=options.different_cases)
    if isinstance(comparison, ErrorsFound):
        say_findings(comparison.findings)
        raise CallError("compared-has-errors", file=comparison.source)
    if options.output:
        report = comparison_outcome(comparison, run_context()).created
        write_new(write_workbook(report), Path(options.output), replace=options.replace)
        say(f"Sparat: {options.output}")
    if options.json:
        print(comparison_json(comparison))
    else:
        show_comparison(comparison)
    return FINE
