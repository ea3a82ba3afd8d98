"""The buttons that help: undo, the handbook, and what is installed."""

from collections.abc import Mapping

from vardering.base.faults import CallError
from vardering.hosts.excel.answers import NOTHING_TO_SAY, Answer, Tone
from vardering.hosts.excel.case_runners import Preset, Runner
from vardering.hosts.excel.session import Session
from vardering.hosts.settings import handbook_path, this_machine
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
    """Say what is right and wrong with the installation, which Excel this is, and where the log is."""
    from vardering.installation.checks import State
    from vardering.installation.diagnosis import diagnose
    from vardering.installation.diagnosis_report import report_lines

    checks = diagnose(this_machine(), session.context.version)
    lines = [
        *report_lines(checks, session.context.version),
        "",
        words.ABOUT_EXCEL.format(version=session.excel.version),
        words.ABOUT_LOG.format(path=session.log_path),
    ]
    tone = Tone.WARNING if any(check.state is State.PROBLEM for check in checks) else Tone.DONE
    return Answer("\n".join(lines), tone)


HELP_RUNNERS: Mapping[str, Runner] = {"undo": run_undo, "handbook": run_handbook, "about": run_about}
