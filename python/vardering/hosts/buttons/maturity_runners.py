"""The buttons of the maturity survey: the survey to send, and what comes back compiled."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vardering.base.faults import CallError
from vardering.hosts.buttons.answers import NOTHING_TO_SAY, Answer, findings_answer
from vardering.hosts.buttons.case_runners import Preset, Runner
from vardering.hosts.buttons.session import WORKBOOK, Session
from vardering.texts import excel_texts as words

if TYPE_CHECKING:
    from vardering.commands.maturity import SurveyFile
    from vardering.commands.request import Outcome


def run_maturity(session: Session, _: Preset) -> Answer:
    """Compile the surveys of a folder in a workbook of its own, and open it. Nobody's name comes from the account."""
    from vardering.hosts.collection.survey_files import compilations_beside, survey_files

    folder = session.window.ask_for_folder_to_read(words.ASK_SURVEYS, WORKBOOK)
    if folder is None:
        return NOTHING_TO_SAY
    path = session.window.ask_where_to_save(words.ASK_MATURITY, words.MATURITY_NAME, WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    beside = compilations_beside(Path(path)) if Path(path).is_absolute() else []
    outcome = _compiled(session, survey_files([folder]), beside)
    session.save_workbook(path, outcome)
    return findings_answer(outcome.findings, None, words.SAVED.format(path=session.window.where_saved(path)))


def _compiled(session: Session, given: "Sequence[SurveyFile]", beside: "Sequence[SurveyFile]") -> "Outcome":
    """The compilation, compared with the one that is open where that is one. All of them may give nobody away."""
    from vardering.commands.maturity import SurveyFile, compile_maturity

    if session.book.name:
        earlier = SurveyFile(session.book.name, session.book.look())
        try:
            return compile_maturity(given, session.context, earlier, beside)
        except CallError as refusal:
            if refusal.fault.code != "earlier-not-compilation":
                raise
    return compile_maturity(given, session.context, beside=beside)


def run_survey(session: Session, _: Preset) -> Answer:
    """Make the survey to send, with the name of the round that is asked for, and open it."""
    from vardering.commands.maturity import new_survey

    survey_round = session.window.ask_for_text(words.TITLE, words.ASK_ROUND)
    if survey_round is None:
        return NOTHING_TO_SAY
    path = session.window.ask_where_to_save(words.ASK_SURVEY, words.SURVEY_NAME, WORKBOOK)
    if path is None:
        return NOTHING_TO_SAY
    session.save_workbook(path, new_survey(survey_round))
    return NOTHING_TO_SAY


MATURITY_RUNNERS: Mapping[str, Runner] = {"survey": run_survey, "maturity": run_maturity}
