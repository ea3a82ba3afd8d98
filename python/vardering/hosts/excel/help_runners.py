"""The buttons that are no command: undo, the handbook, and what is installed."""

from collections.abc import Mapping

from vardering.base.faults import CallError
from vardering.hosts.excel.answers import NOTHING_TO_SAY, Answer
from vardering.hosts.excel.case_runners import Preset, Runner
from vardering.hosts.excel.session import Session
from vardering.hosts.settings import handbook_path
from vardering.texts import excel_texts as words


def run_undo(session: Session, _: Preset) -> Answer:
    """Take the latest run in the open workbook back, unless what it wrote has changed since."""
    book = session.book()
    full_name = book.full_name
    run = session.undo.latest(full_name)
    book.take_back(run.undo)
    session.undo.forget(full_name)
    return Answer(words.UNDONE.format(event=run.event, time=f"{run.clock:%Y-%m-%d %H:%M}"))


def run_handbook(session: Session, _: Preset) -> Answer:
    """Show the handbook that was installed with the product."""
    path = handbook_path()
    if not path.is_file():
        raise CallError("file-missing", path=str(path))
    session.show_file(path)
    return NOTHING_TO_SAY


def run_about(session: Session, _: Preset) -> Answer:
    """Say which versions run here, and where the log is."""
    lines = [
        words.ABOUT_PRODUCT.format(version=session.context.version),
        words.ABOUT_EXCEL.format(version=session.excel.version),
        words.ABOUT_LOG.format(path=session.log_path),
        words.ABOUT_DIAGNOSIS,
    ]
    return Answer("\n".join(lines))


HELP_RUNNERS: Mapping[str, Runner] = {"undo": run_undo, "handbook": run_handbook, "about": run_about}
