"""What the machine says: who runs and when. The only place that asks."""

import getpass
import os
from datetime import UTC, datetime

from vardering import __version__
from vardering.commands.request import RunContext


def run_context(user: str | None = None) -> RunContext:
    """Who runs now. ``SOURCE_DATE_EPOCH`` (seconds, UTC) fixes the clock, for output that can be compared."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.now(UTC).astimezone()  # noqa: TID251 – the host is where the clock is read
    clock = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else now
    return RunContext(clock.replace(tzinfo=None), user or account_name(), __version__)


def account_name() -> str:
    """The account's name, or "okänd" where the machine knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "okänd"
