"""What the machine says: who runs and when. The only place that asks."""

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vardering import __version__
from vardering.commands.request import RunContext

if TYPE_CHECKING:
    from vardering.installation.machine import Machine


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


def this_machine() -> "Machine":
    """The user's registry and folder, where this is Windows."""
    from vardering.installation.machine import Machine  # noqa: PLC0415 – a recalculation does without
    from vardering.installation.windows_registry import WindowsRegistry  # noqa: PLC0415

    running = Path(sys.executable)
    local = os.environ.get("LOCALAPPDATA", "")
    if os.name != "nt" or not local:
        return Machine(None, None, running)
    return Machine(WindowsRegistry(), Path(local), running, dict(os.environ))
