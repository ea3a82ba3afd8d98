"""The buttons of the follow-up: bring it up to date, hand out forms, and take in what comes back."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import VarderingError
from vardering.hosts.buttons.answers import NOTHING_TO_SAY, Answer, findings_answer, stopped_answer
from vardering.hosts.buttons.case_runners import Preset, Runner
from vardering.hosts.buttons.session import WORKBOOK, Session
from vardering.texts import excel_texts as words

if TYPE_CHECKING:
    from vardering.base.faults import Fault
    from vardering.workbook.snapshot import Snapshot


def run_follow_up(session: Session, _: Preset) -> Answer:
    """Bring the follow-up up to date as of today; what people reported stays."""
    from vardering.commands.follow_up import update_follow_up
    from vardering.commands.follow_up_views import follow_up_text
    from vardering.texts.follow_up_texts import EVENT

    snapshot = session.book.snapshot()
    updated = update_follow_up(snapshot, session.context)
    if updated.outcome.change_set is None or updated.content is None:
        return stopped_answer(updated.outcome.findings, snapshot)
    session.book.write(EVENT, updated.outcome.change_set)
    return findings_answer(updated.outcome.findings, snapshot, follow_up_text(updated.content))


def run_forms(session: Session, _: Preset) -> Answer:
    """Write a form for every benefit owner in a folder; a file that is there already is kept and stops the rest."""
    from vardering.books.new_xlsx import write_workbook
    from vardering.commands.forms import make_forms

    snapshot = session.book.look()
    made = make_forms(snapshot, session.context)
    if not made.forms:
        return stopped_answer(made.findings, snapshot)
    folder = session.window.ask_for_folder(words.ASK_FORM_FOLDER)
    if folder is None:
        return NOTHING_TO_SAY
    for form in made.forms:
        session.save_new(str(Path(folder) / form.file_name), write_workbook(form.layout))
    return findings_answer(
        made.findings,
        snapshot,
        words.FORMS_MADE.format(count=len(made.forms), folder=session.window.where_saved(folder)),
    )


def run_collect(session: Session, _: Preset) -> Answer:
    """Take in the reports of forms and copies; the files themselves are only read."""
    from vardering.commands.forms import collect
    from vardering.texts.form_texts import COLLECTED

    snapshot = session.book.snapshot()
    paths = session.window.ask_for_files(words.ASK_FORMS, WORKBOOK)
    if not paths:
        return NOTHING_TO_SAY
    found = collect(snapshot, [(Path(path).name, _snapshot_of(path)) for path in paths], session.context)
    if found.outcome.change_set is None:
        return stopped_answer(found.outcome.findings, snapshot)
    session.book.write(words.COLLECTING, found.outcome.change_set)
    merges = (found.measured, found.paid)
    done = COLLECTED.format(
        added=sum(len(merge.added) for merge in merges),
        filled=sum(len(merge.filled) for merge in merges),
        same=sum(merge.same for merge in merges),
        conflicts=sum(len(merge.conflicts) for merge in merges),
    )
    return findings_answer(found.outcome.findings, snapshot, done)


def _snapshot_of(path: str) -> "Snapshot | Fault":
    """What a file holds, or why it cannot be read: one bad file does not stop the others."""
    from vardering.books.xlsx.book import XlsxBook

    try:
        return XlsxBook.open(Path(path)).snapshot()
    except VarderingError as refusal:
        return refusal.fault


FOLLOW_UP_RUNNERS: Mapping[str, Runner] = {"follow-up": run_follow_up, "forms": run_forms, "collect": run_collect}
