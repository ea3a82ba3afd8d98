"""Which function each button's command runs, where every host runs the same."""

from collections.abc import Mapping

from vardering.hosts.buttons.answers import NOTHING_TO_SAY, Answer
from vardering.hosts.buttons.case_runners import CASE_RUNNERS, Preset, Runner
from vardering.hosts.buttons.file_runners import FILE_RUNNERS
from vardering.hosts.buttons.follow_up_runners import FOLLOW_UP_RUNNERS
from vardering.hosts.buttons.maturity_runners import MATURITY_RUNNERS
from vardering.hosts.buttons.portfolio_runner import PORTFOLIO_RUNNERS
from vardering.hosts.buttons.session import Session


def run_handbook(session: Session, _: Preset) -> Answer:
    """Show the handbook that came with the product."""
    session.show_handbook()
    return NOTHING_TO_SAY


RUNNERS: Mapping[str, Runner] = {
    **CASE_RUNNERS,
    **FILE_RUNNERS,
    **FOLLOW_UP_RUNNERS,
    **PORTFOLIO_RUNNERS,
    **MATURITY_RUNNERS,
    "handbook": run_handbook,
}
"""By the command that a button names. Each host adds those that only it can answer: undo, and what is installed."""
