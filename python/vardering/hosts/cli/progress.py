"""How far a long reading has come, on a line of its own that is written over."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
BAR_SIGNS = 24
_PAUSE_SECONDS = 0.2


def shown(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The same items; where people look on, a bar with how many of the total have come and how long is left."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = last = time.monotonic()
    for done, item in enumerate(items, start=1):
        now = time.monotonic()
        if now - last > _PAUSE_SECONDS or done == total:
            last = now
            sys.stderr.write(f"\r{progress_line(done, total, now - began)}")
            sys.stderr.flush()
        yield item
    sys.stderr.write("\n")


def progress_line(done: int, total: int, seconds: float) -> str:
    """A bar, how many are done, and how long the rest takes at the pace so far.

    >>> progress_line(25, 100, 30.0)
    '[######..................] 25 av 100 filer, cirka 1 min 30 s kvar '
    """
    filled = BAR_SIGNS * done // total
    left = round(seconds / done * (total - done))
    minutes, rest = divmod(left, 60)
    time_left = f"{minutes} min {rest} s" if minutes else f"{rest} s"
    return f"[{'#' * filled}{'.' * (BAR_SIGNS - filled)}] {done} av {total} filer, cirka {time_left} kvar "
