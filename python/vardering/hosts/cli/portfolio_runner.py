"""The runner of ``portfolio``: read every file, bring the portfolio up to date, and say what became of each."""

import os
from argparse import Namespace
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError
from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import moment, open_book, write_in_place, write_new
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context

if TYPE_CHECKING:
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.case_digest import Terms
    from vardering.hosts.collection.collecting import ReadAll
    from vardering.model.case_digest import FileReading
    from vardering.model.portfolio_results import PortfolioResults

MOST_WORKERS = 64


def run_portfolio(options: Namespace) -> int:
    """Collect many cases in the workbook of a portfolio, a new one or one that is there already."""
    from vardering.books.xlsx.saving import refuse_open_book
    from vardering.commands.portfolio import terms_of, update_portfolio
    from vardering.hosts.collection.quiet import silent_output

    target, context = Path(options.output), run_context(options.user)
    refuse_open_book(target)
    is_new = not target.exists()
    book = _new_book(target, context.clock.year + 1) if is_new else open_book(options.output)
    snapshot = book.snapshot()
    terms, outcome = terms_of(snapshot, context)
    if terms is None:
        say_findings(outcome.findings)
        return INPUT_ERRORS
    readings = _read(options, target, terms)
    with silent_output():
        update = update_portfolio(snapshot, readings, context)
    say_findings(update.outcome.findings)
    if update.outcome.change_set is None or update.results is None:
        return INPUT_ERRORS
    content = book.apply(update.outcome.change_set)
    if is_new:
        write_new(content, target, replace=False)
    else:
        write_in_place(content, book, target, f"före uppdatering {moment(context.clock)}")
    _say_files(update.results)
    say(f"Sparat: {target}")
    if options.export:
        _export(update.results, Path(options.export))
    return FINE


def _read(options: Namespace, target: Path, terms: "Terms") -> "list[FileReading]":
    """Every file read, those that have not changed since the last run from what is kept beside the portfolio."""
    from vardering.hosts.cli.progress import shown
    from vardering.hosts.collection.collecting import Inbox, read_inbox
    from vardering.hosts.collection.state_file import state_path

    inbox = Inbox(tuple(options.paths), (target,), state_path(target))
    return read_inbox(inbox, terms, _reader(options), shown)


def _reader(options: Namespace) -> "ReadAll":
    """Who reads: a cluster where one is named, otherwise processes on this machine."""
    if options.scheduler:
        from vardering.hosts.collection.cluster import read_on_cluster

        return partial(read_on_cluster, address=options.scheduler)
    from vardering.hosts.collection.worker_pool import read_in_processes

    return partial(read_in_processes, workers=_workers(options.workers))


def _workers(asked: str | None) -> int:
    """How many processes read: as many as asked for, otherwise one for each processor.

    Raises ``CallError`` "call-invalid".
    """
    if asked is None:
        return os.cpu_count() or 1
    if not asked.isdecimal() or not 1 <= int(asked) <= MOST_WORKERS:
        raise CallError("call-invalid", reason=f"--workers är ett heltal från 1 till {MOST_WORKERS}")
    return int(asked)


def _new_book(target: Path, base_year: int) -> "XlsxBook":
    from vardering.books.new_xlsx import write_workbook
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.portfolio import new_portfolio

    return XlsxBook.from_bytes(write_workbook(new_portfolio(base_year)), target.name)


def _export(results: "PortfolioResults", folder: Path) -> None:
    """Write the tables in a folder; those of an earlier run are replaced."""
    from vardering.commands.portfolio_export import export_files

    content = export_files(results)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in content.items():
        write_new(table, folder / name, replace=True)
    say(f"Sparat: {len(content)} filer i {folder}")


def _say_files(results: "PortfolioResults") -> None:
    """How many files became what, and every file that is not counted with its reason."""
    from vardering.texts.portfolio_texts import VERDICTS

    for file in results.files:
        if not file.verdict.is_used:
            say(f"{file.file}: {VERDICTS[file.verdict]}. {file.reason}")
    counts = Counter(file.verdict for file in results.files)
    print(f"{len(results.files)} filer: " + ", ".join(f"{counts[v]} {VERDICTS[v]}" for v in counts))
