"""The command ``vardering``: reads the call, runs one command, and turns what happened into an exit code.

0: fine. 1: the inputs have errors. 2: the file or the call could not be used, and nothing was written.
"""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

from vardering import __version__
from vardering.base.faults import VarderingError
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.exit_codes import FINE, UNUSABLE
from vardering.hosts.cli.printing import say, say_fault
from vardering.hosts.resource_limits import limit_resources


def speak_utf8() -> None:
    """Print UTF-8 where the output is not a terminal, so that a piped case comes back whole on every system.

    A character that a terminal does not have, or half a file name, is shown as a question mark.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    # A short process gains nothing from collecting cycles.
    gc.disable()
    speak_utf8()
    try:
        given = sys.argv[1:] if arguments is None else arguments
        parser = build_parser(__version__, given)
        options = parser.parse_args(given)
        if options.command is None:
            parser.print_help(sys.stderr)
            return UNUSABLE
        limit_resources()
        from vardering.hosts.cli import runners

        return _flushed(runners.RUNNERS[options.command](options))
    except VarderingError as stop:
        say_fault(stop.fault)
        return UNUSABLE
    except BrokenPipeError:
        # The reader of our output went away; closing stdout again would only complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except MemoryError:
        say_fault(VarderingError("too-large").fault)
        return UNUSABLE
    except Exception as defect:
        run = f"{type(defect).__name__}-{os.getpid()}"
        say_fault(VarderingError("internal-error", run=run).fault)
        if os.environ.get("VARDERING_TRACEBACK"):
            raise
        say("Sätt VARDERING_TRACEBACK=1 för att se detaljerna.")
        return UNUSABLE


def _flushed(code: int) -> int:
    """The exit code, once a reader that went away has been noticed."""
    sys.stdout.flush()
    return code


def start() -> NoReturn:
    """Run one command as a process of its own, and end that process with its exit code.

    The arithmetic is element by element, so threads for matrices would only take time to start. What is written is
    on disk when ``main`` returns, so the interpreter is not taken down piece by piece.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = main()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    start()
