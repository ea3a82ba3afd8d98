"""What the machine says: who runs and when, where things are kept, what was clicked. The only place that asks."""

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vardering import __version__
from vardering.base.light_dataclasses import dataclass
from vardering.commands.request import RunContext

if TYPE_CHECKING:
    from vardering.installation.machine import Machine


HANDBOOK = ("handbok", "handbok.html")


@dataclass(frozen=True, slots=True)
class RibbonCall:
    """What the ribbon hands over: the number of Excel's window and the workbook's name, empty where none is open."""

    window: int
    book: str


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


def ribbon_call() -> RibbonCall:
    """The window and the workbook of a click; window 0 where there was none."""
    window = os.environ.get("VARDERING_WINDOW", "")
    return RibbonCall(int(window) if window.isdecimal() else 0, os.environ.get("VARDERING_BOOK", ""))


def profile_folder() -> Path:
    """The product's own folder in the user's profile: on Windows where it is installed too."""
    local = os.environ.get("LOCALAPPDATA", "")
    return Path(local) / "Vardering" if local else Path.home() / ".vardering"


def handbook_path() -> Path:
    """The handbook beside the installed product, within it, or in the folder of its sources."""
    package = Path(__file__).resolve().parents[1]
    installed = (profile_folder().joinpath(*HANDBOOK), package.joinpath(*HANDBOOK))
    sources = package.parents[1].joinpath("addin", *HANDBOOK)
    return next((page for page in installed if page.is_file()), sources)


def web_add_in_folder() -> Path:
    """The task pane's files within the installed product, or in the folder of its sources."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "web_addin"
    return installed if installed.is_dir() else package.parents[1] / "addin" / "web"


def show_file(path: Path) -> None:
    """Open a file with the program that the machine has for it; only Windows is asked."""
    opener = getattr(os, "startfile", None)
    if opener is not None:
        opener(path)


def new_case_id() -> str:
    """An id that no other case has."""
    return f"K-{os.urandom(5).hex()}"
