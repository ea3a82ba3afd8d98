"""Folders for what clicks lay on disk: gone with the click, or when the next server starts where one was killed."""

import stat
import time
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir

PREFIX = "vardering-click-"
SECONDS_FORGOTTEN = 3600
"""No click that runs is so old."""


def click_folder() -> TemporaryDirectory[str]:
    """A folder for one click, whatever becomes of its process; what nobody can remove is left for later."""
    return TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)


def remove_forgotten_folders() -> None:
    """Remove what a server that was killed, or a machine that went down, left of clicks."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            known = folder.lstat()
            if stat.S_ISDIR(known.st_mode) and known.st_mtime < time.time() - SECONDS_FORGOTTEN:
                rmtree(folder, ignore_errors=True)
