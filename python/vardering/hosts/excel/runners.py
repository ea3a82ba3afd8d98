"""Which function each button's command runs. A new button needs its entry among the buttons and one line here."""

from collections.abc import Mapping

from vardering.hosts.excel.case_runners import CASE_RUNNERS, Runner
from vardering.hosts.excel.file_runners import FILE_RUNNERS
from vardering.hosts.excel.follow_up_runners import FOLLOW_UP_RUNNERS
from vardering.hosts.excel.help_runners import HELP_RUNNERS
from vardering.hosts.excel.maturity_runners import MATURITY_RUNNERS
from vardering.hosts.excel.portfolio_runner import PORTFOLIO_RUNNERS

RUNNERS: Mapping[str, Runner] = {
    **CASE_RUNNERS,
    **FILE_RUNNERS,
    **FOLLOW_UP_RUNNERS,
    **PORTFOLIO_RUNNERS,
    **MATURITY_RUNNERS,
    **HELP_RUNNERS,
}
"""By the command that a button names."""
