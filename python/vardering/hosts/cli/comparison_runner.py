"""The runner of ``diff``: read two files, compare them, and print what differs."""

from argparse import Namespace
from dataclasses import replace

from vardering.base.faults import CallError
from vardering.hosts.cli.files import open_book
from vardering.hosts.cli.printing import say_findings

FINE = 0


def run_diff(options: Namespace) -> int:
    """Say what changed between two versions. Raises ``CallError`` "compared-has-errors" after the errors are said."""
    from vardering.commands.comparison import ErrorsFound, compare, comparison_json
    from vardering.hosts.cli.comparison_printing import show_comparison

    before, after = (open_book(path).snapshot() for path in (options.file, options.other))
    if before.source == after.source:
        before, after = replace(before, source=options.file), replace(after, source=options.other)
    comparison = compare(before, after, different_cases=options.different_cases)
    if isinstance(comparison, ErrorsFound):
        say_findings(comparison.findings)
        raise CallError("compared-has-errors", file=comparison.source)
    if options.json:
        print(comparison_json(comparison))
    else:
        show_comparison(comparison)
    return FINE
