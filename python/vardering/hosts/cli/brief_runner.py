"""The runner of ``brief``: read a workbook, calculate, and write the decision basis as Word."""

from argparse import Namespace
from pathlib import Path

from vardering.base.faults import CallError
from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import open_book, refuse_same_file, write_new
from vardering.hosts.cli.printing import say, say_findings


def run_brief(options: Namespace) -> int:
    """Write the document. Where the inputs have errors they are said and nothing is written."""
    from vardering.books.word_brief import write_brief
    from vardering.commands.briefing import brief

    target = Path(options.output)
    refuse_same_file(Path(options.file), target, "välj ett annat namn")
    template = None
    if options.template:
        refuse_same_file(Path(options.template), target, "välj ett annat namn")
        template = _read_template(options.template)
    findings, basis = brief(open_book(options.file).snapshot())
    if basis is None:
        say_findings(findings)
        return INPUT_ERRORS
    content = write_brief(basis, template, options.template or "")
    write_new(content, target, replace=options.replace)
    say(f"Sparat: {target}")
    return FINE


def _read_template(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as refusal:
        raise CallError("file-missing", path=path) from refusal
