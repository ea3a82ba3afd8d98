"""A log of the buttons' runs, for whoever helps: what was run, how it ended, where a defect arose.

Nothing of a workbook is in it, not even its name: messages of exceptions are left out, only the places in our code
stand there. Two files at most, so that it never fills a disk.
"""

import traceback
from datetime import datetime
from pathlib import Path

LARGEST_BYTES = 256_000
_FRAMES = 12


class RunLog:
    """A log file; the one before it has the ending ``.1``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, clock: datetime, **said: str | int) -> None:
        """Add a line: the time, and what is said as name=value. A log that cannot be written is done without."""
        line = " ".join([clock.isoformat(timespec="seconds"), *(f"{name}={value}" for name, value in said.items())])
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST_BYTES:
                self.path.replace(self.path.with_suffix(".log.1"))
            with self.path.open("a", encoding="utf-8") as log:
                log.write(f"{line}\n")
        except OSError:
            return


def places_of(error: BaseException) -> str:
    """Sorts of error and the places they went through, innermost last; never their messages."""
    told = []
    stop: BaseException | None = error
    while stop is not None:
        frames = traceback.extract_tb(stop.__traceback__)[-_FRAMES:]
        went = ">".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in frames)
        told.append(f"{type(stop).__name__}({went})")
        stop = stop.__cause__ or stop.__context__
    return "<".join(told)
