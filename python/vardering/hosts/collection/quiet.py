"""Silence for a library that writes to the screen on its own.

HiGHS in SciPy 1.16 and later prints a line of its developers' when it mends a solution. It does so below Python, where
nothing but the file behind standard output can be turned away.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

STANDARD_OUTPUT = 1


@contextmanager
def silent_output() -> Iterator[None]:
    """Turn away what is written to standard output below Python; what Python itself has written comes out first."""
    try:
        kept = os.dup(STANDARD_OUTPUT)
    except OSError:
        # A program without a console has none.
        yield
        return
    sys.stdout.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STANDARD_OUTPUT)
    try:
        yield
    finally:
        _flush_below_python()
        os.dup2(kept, STANDARD_OUTPUT)
        os.close(nowhere)
        os.close(kept)


def _flush_below_python() -> None:
    """Let C's own buffer run out while nobody sees it; Windows does not buffer a console."""
    if sys.platform != "win32":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).fflush(None)
