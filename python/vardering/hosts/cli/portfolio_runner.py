"""The runner of ``portfolio``: read every file, bring the portfolio up to date, and say what became of each."""

from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.hosts.cli.exit_codes import FINE, INPUT_ERRORS
from vardering.hosts.cli.files import moment, open_book, write_in_place, write_new
from vardering.hosts.cli.printing import say, say_findings
from vardering.hosts.settings import run_context

if TYPE_CHECKING:
    from vardering.books.xlsx.book import XlsxBook
    from vardering.model.portfolio_results import PortfolioResults


def run_portfolio(options: Namespace) -> int:
    """Collect many cases in the workbook of a portfolio, a new one or one that is there already."""
    from vardering.books.xlsx.saving import refuse_open_book
    from vardering.commands.portfolio import terms_of, update_portfolio
    from vardering.hosts.collection.file_reading import ReadingTask, read_file
    from vardering.hosts.collection.folder import found_files

    target, context = Path(options.output), run_context(options.user)
    refuse_open_book(target)
    is_new = not target.exists()
    book = _new_book(target, context.clock.year + 1) if is_new else open_book(options.output)
    snapshot = book.snapshot()
    terms, outcome = terms_of(snapshot)
    files = found_files(options.paths, [target])
    if terms is None:
        say_findings(outcome.findings)
        return INPUT_ERRORS
    readings = (read_file(ReadingTask(str(file.path), file.shown, file.modified(), terms)) for file in files)
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
    return FINE


def _new_book(target: Path, base_year: int) -> "XlsxBook":
    from vardering.books.new_xlsx import write_workbook
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.portfolio import new_portfolio

    return XlsxBook.from_bytes(write_workbook(new_portfolio(base_year)), target.name)


def _say_files(results: "PortfolioResults") -> None:
    """How many files became what, and every file that is not counted with its reason."""
    from vardering.texts.portfolio_texts import VERDICTS

    for file in results.files:
        if not file.verdict.is_used:
            say(f"{file.file}: {VERDICTS[file.verdict]}. {file.reason}")
    counts = Counter(file.verdict for file in results.files)
    print(f"{len(results.files)} filer: " + ", ".join(f"{counts[v]} {VERDICTS[v]}" for v in counts))
