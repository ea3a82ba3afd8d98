"""The buttons of the maturity survey: the survey to send, and what comes back compiled."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError, VarderingError
from vardering.hosts.excel.answers import NOTHING_TO_SAY, Answer, findings_answer
from vardering.hosts.excel.case_runners import Preset, Runner
from vardering.hosts.excel.session import WORKBOOK, Session
from vardering.texts import excel_texts as words

if TYPE_CHECKING:
    from vardering.commands.maturity import SurveyFile
    from vardering.commands.request import Outcome


def run_maturity(session: Session, _: Preset) -> Answer:
    """Compile the surveys of a folder in a workbook of its own, and open it. Nobody's name comes from the account."""
    from vardering.books.xlsx.book import XlsxBook
    from vardering.commands.maturity import SurveyFile

    folder = session.excel.ask_for_folder(words.ASK_SURVEYS)
    if folder is None:
        return NOTHING_TO_SAY

    def read(path: Path) -> SurveyFile:
        try:
            return SurveyFile(path.name, XlsxBook.open(path).snapshot())
        except VarderingError as stop:
            return SurveyFile(path.name, None, stop)

    outcome = _compiled(session, [read(path) for path in _workbooks_in(folder)])
    path = session.excel.ask_where_to_save(words.ASK_MATURITY, words.MATURITY_NAME, WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    session.save_workbook(path, outcome)
    return findings_answer(outcome.findings, None, words.SAVED.format(path=path))


def _compiled(session: Session, given: "Sequence[SurveyFile]") -> "Outcome":
    """The compilation, beside the one that is open where that is one: the two together may give nobody away."""
    from vardering.commands.maturity import SurveyFile, compile_maturity

    if session.book_name:
        earlier = SurveyFile(session.book_name, session.look())
        try:
            return compile_maturity(given, session.context, earlier)
        except CallError as refusal:
            if refusal.fault.code != "earlier-not-compilation":
                raise
    return compile_maturity(given, session.context)


def run_survey(session: Session, _: Preset) -> Answer:
    """Make the survey to send, with the name of the round that is asked for, and open it."""
    from vardering.commands.maturity import new_survey

    survey_round = session.excel.ask_for_text(words.TITLE, words.ASK_ROUND)
    if survey_round is None:
        return NOTHING_TO_SAY
    path = session.excel.ask_where_to_save(words.ASK_SURVEY, words.SURVEY_NAME, WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    session.save_workbook(path, new_survey(survey_round))
    return NOTHING_TO_SAY


def _workbooks_in(folder: str) -> list[Path]:
    """The workbooks of a folder; not what Excel keeps beside an open one."""
    return sorted(found for found in Path(folder).glob("*.xls*") if not found.name.startswith("~$"))


MATURITY_RUNNERS: Mapping[str, Runner] = {"survey": run_survey, "maturity": run_maturity}
