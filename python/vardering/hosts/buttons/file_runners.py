"""The buttons that make new files: asked where, saved, and opened for the person to see."""

from collections.abc import Mapping
from pathlib import Path

from vardering.base.faults import CallError
from vardering.hosts.buttons.answers import NOTHING_TO_SAY, Answer, findings_answer, stopped_answer
from vardering.hosts.buttons.case_runners import Preset, Runner
from vardering.hosts.buttons.session import DOCUMENT, WORKBOOK, Session
from vardering.hosts.settings import new_case_id
from vardering.texts import excel_texts as words


def run_new(session: Session, preset: Preset) -> Answer:
    """Make a new workbook, empty but for the product's parameters, and open it."""
    from vardering.commands.creation import create, new_case
    from vardering.model.vocabulary import CaseForm

    simple = "simple" in preset
    title, name = (words.ASK_NEW_SIMPLE, words.NEW_SIMPLE_NAME) if simple else (words.ASK_NEW, words.NEW_NAME)
    path = session.window.ask_where_to_save(title, name, WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    case = new_case(CaseForm.SIMPLIFIED if simple else CaseForm.FULL, session.context.clock.year + 1)
    session.save_workbook(path, create(case.model_copy(update={"case_id": new_case_id()})))
    return NOTHING_TO_SAY


def run_extend(session: Session, _: Preset) -> Answer:
    """Make a full workbook of the open simplified one, whose log names it, and open it."""
    from vardering.commands.creation import EVENT_BACK, extend, link_back

    snapshot = session.book.snapshot()
    outcome = extend(snapshot, session.context)
    path = session.window.ask_where_to_save(words.ASK_EXTENDED, session.named(words.EXTENDED_NAME), WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    session.book.write(EVENT_BACK, link_back(snapshot, Path(path).name, session.context))
    session.save_workbook(path, outcome)
    head = f"{words.SAVED.format(path=session.window.where_saved(path))}\n{words.SIMPLIFIED_KEPT}"
    return findings_answer(outcome.findings, snapshot, head)


def run_upgrade(session: Session, _: Preset) -> Answer:
    """Carry the open workbook of an older template into the current one, and open that."""
    from vardering.commands.upgrade import upgrade

    snapshot = session.book.look()
    outcome = upgrade(snapshot, session.context)
    path = session.window.ask_where_to_save(words.ASK_UPGRADED, session.named(words.UPGRADED_NAME), WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    session.save_workbook(path, outcome)
    return findings_answer(outcome.findings, snapshot, words.UPGRADED.format(path=session.window.where_saved(path)))


def run_diff(session: Session, _: Preset) -> Answer:
    """Compare an earlier version with the open workbook in a workbook of its own."""
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.comparison import ErrorsFound, compare, comparison_outcome

    after = session.book.look()
    earlier = session.window.ask_for_file(words.ASK_EARLIER, WORKBOOK)
    if earlier is None:
        return NOTHING_TO_SAY
    before = XlsxBook.open(Path(earlier)).snapshot()
    comparison = compare(before, after)
    if isinstance(comparison, ErrorsFound):
        raise CallError("compared-has-errors", file=comparison.source)
    path = session.window.ask_where_to_save(words.ASK_COMPARISON, session.named(words.COMPARISON_NAME), WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    session.save_workbook(path, comparison_outcome(comparison, session.context))
    count = len(comparison.differences) + len(comparison.plan)
    return Answer(words.COMPARED.format(count=count) if count else words.COMPARED_EQUAL)


def run_brief(session: Session, _: Preset) -> Answer:
    """Write the decision basis as a Word document and show it."""
    from vardering.books.word_brief import write_brief
    from vardering.commands.briefing import brief

    snapshot = session.book.look()
    findings, basis = brief(snapshot)
    if basis is None:
        return stopped_answer(findings, snapshot)
    path = session.window.ask_where_to_save(words.ASK_BRIEF, session.named(words.BRIEF_NAME), DOCUMENT)
    if path is None:
        return NOTHING_TO_SAY
    session.save_new(path, write_brief(basis, None, ""))
    session.show_file(Path(path))
    return Answer(words.SAVED.format(path=session.window.where_saved(path)))


FILE_RUNNERS: Mapping[str, Runner] = {
    "new": run_new,
    "extend": run_extend,
    "upgrade": run_upgrade,
    "diff": run_diff,
    "brief": run_brief,
}
