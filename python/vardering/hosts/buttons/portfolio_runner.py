"""The buttons of the portfolio: a new one of a folder's workbooks, or the open one brought up to date."""

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from vardering.base.faults import CallError
from vardering.commands.request import Outcome
from vardering.hosts.buttons.answers import NOTHING_TO_SAY, Answer, stopped_answer
from vardering.hosts.buttons.case_runners import Preset, Runner
from vardering.hosts.buttons.session import WORKBOOK, Session
from vardering.model.case_digest import FileReading
from vardering.model.portfolio_results import PortfolioResults
from vardering.texts import excel_texts as words
from vardering.workbook.snapshot import Snapshot


def run_portfolio(session: Session, preset: Preset) -> Answer:
    """Read the workbooks of a folder into a new portfolio, which is opened, or into the open one."""
    if "output" in preset:
        return _new(session)
    from vardering.texts.portfolio_texts import EVENT

    snapshot = session.book.snapshot()
    folder = _asked_folder(session)
    if folder is None:
        return NOTHING_TO_SAY
    outcome, results = _updated(session, snapshot, folder)
    if outcome.change_set is None or results is None:
        return stopped_answer(outcome.findings, snapshot)
    session.book.write(EVENT, outcome.change_set)
    return _said(results)


def _new(session: Session) -> Answer:
    from vardering.books.new_xlsx import write_workbook
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.portfolio import new_portfolio

    folder = _asked_folder(session)
    if folder is None:
        return NOTHING_TO_SAY
    path = session.window.ask_where_to_save(words.ASK_PORTFOLIO, words.PORTFOLIO_NAME, WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    layout = new_portfolio(session.context.clock.year + 1)
    book = XlsxBook.from_bytes(write_workbook(layout), Path(path).name)
    outcome, results = _updated(session, book.snapshot(), folder)
    if outcome.change_set is None or results is None:
        raise CallError("call-invalid", reason="inget att skriva")
    session.save_new(path, book.apply(outcome.change_set))
    session.window.open(path)
    return _said(results)


def _asked_folder(session: Session) -> Path | None:
    """The folder that the person points out; None where they changed their mind."""
    folder = session.window.ask_for_folder_to_read(words.ASK_FOLDER, WORKBOOK)
    return None if folder is None else Path(folder)


def _updated(session: Session, snapshot: Snapshot, folder: Path) -> tuple[Outcome, PortfolioResults | None]:
    """The update of a portfolio from the files of a folder, which are read by processes of their own."""
    from vardering.commands.portfolio import terms_of, update_portfolio
    from vardering.hosts.collection.collecting import Inbox, read_inbox
    from vardering.hosts.collection.quiet import silent_output
    from vardering.hosts.collection.worker_pool import read_in_processes

    terms, outcome = terms_of(snapshot, session.context)
    if terms is None:
        return outcome, None

    def watched(readings: Iterator[FileReading], total: int) -> Iterator[FileReading]:
        for done, reading in enumerate(readings, start=1):
            session.window.say(words.READING_FILES.format(done=done, total=total))
            yield reading

    mark = sha256(str(folder.absolute()).encode()).hexdigest()[:12]
    kept = session.state_folder / f"portfolj-{mark}.sqlite"
    kept.parent.mkdir(parents=True, exist_ok=True)
    read_all = partial(read_in_processes, workers=session.readers)
    readings = read_inbox(Inbox((str(folder),), (), kept), terms, read_all, watched)
    with silent_output():
        update = update_portfolio(snapshot, readings, session.context)
    return update.outcome, update.results


def _said(results: PortfolioResults) -> Answer:
    """How many changes there are, and how many files are not counted and why that can be seen."""
    left_out = sum(not file.verdict.is_used for file in results.files)
    lines = [words.PORTFOLIO_UPDATED.format(count=len(results.changes))]
    if left_out:
        lines.append(words.PORTFOLIO_LEFT_OUT.format(count=left_out))
    return Answer("\n".join(lines))


PORTFOLIO_RUNNERS: Mapping[str, Runner] = {"portfolio": run_portfolio}
