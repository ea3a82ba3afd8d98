"""The buttons that only the Excel on this machine can answer: undo, and what is installed."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from vardering.books.live_excel.window import ExcelWindow
from vardering.hosts.buttons.answers import Answer, Tone
from vardering.hosts.buttons.case_runners import Preset, Runner
from vardering.hosts.buttons.session import Session
from vardering.hosts.excel.clicked_book import OpenWorkbook
from vardering.hosts.settings import this_machine
from vardering.texts import excel_texts as words


def help_runners(book: OpenWorkbook, log_path: Path) -> Mapping[str, Runner]:
    """The runners by the command that a button names."""
    return {"undo": partial(run_undo, book), "about": partial(run_about, book.excel, log_path)}


def run_undo(book: OpenWorkbook, _: Session, __: Preset) -> Answer:
    """Take the latest run in the open workbook back, unless what it wrote has changed since."""
    run = book.take_back()
    return Answer(words.UNDONE.format(event=run.event, time=f"{run.clock:%Y-%m-%d %H:%M}"))


def run_about(excel: ExcelWindow, log_path: Path, session: Session, _: Preset) -> Answer:
    """Say what is right and wrong with the installation, which Excel this is, and where the log is."""
    from vardering.installation.checks import State
    from vardering.installation.diagnosis import diagnose
    from vardering.installation.diagnosis_report import report_lines

    checks = diagnose(this_machine(), session.context.version)
    lines = [
        *report_lines(checks, session.context.version),
        "",
        words.ABOUT_EXCEL.format(version=excel.version),
        words.ABOUT_LOG.format(path=log_path),
    ]
    tone = Tone.WARNING if any(check.state is State.PROBLEM for check in checks) else Tone.DONE
    return Answer("\n".join(lines), tone)
