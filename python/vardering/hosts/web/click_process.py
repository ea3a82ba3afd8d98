"""Clicks as processes: as many at a time as the server allows, each with an end to its time."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from typing import Any

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass
from vardering.hosts.web.click_folders import click_folder

SECONDS_PER_CLICK = 300.0
"""As long as Excel on the web waits for a command."""
SECONDS_IN_LINE = 60.0


@dataclass(frozen=True, slots=True)
class ClickResult:
    """What the pane gets, as JSON, and how it went, for the log."""

    reply: dict[str, Any]
    outcome: str


class ClickProcesses:
    """Runs clicks, at most ``at_once`` at a time; one more waits its turn for a minute."""

    def __init__(
        self, at_once: int, seconds: float = SECONDS_PER_CLICK, seconds_in_line: float = SECONDS_IN_LINE
    ) -> None:
        self._turns = asyncio.Semaphore(at_once)
        self._seconds = seconds
        self._seconds_in_line = seconds_in_line

    async def run(self, button: str, content: bytes, user: str) -> ClickResult:
        """Run one click. Raises ``CallError`` "server-busy", "click-too-long", "click-ended"."""
        try:
            await asyncio.wait_for(self._turns.acquire(), self._seconds_in_line)
        except TimeoutError as crowd:
            raise CallError("server-busy") from crowd
        try:
            return await self._answered(button, content, user)
        finally:
            self._turns.release()

    async def _answered(self, button: str, content: bytes, user: str) -> ClickResult:
        head = json.dumps({"button": button, "user": user, "seconds": self._seconds}).encode() + b"\n"
        with click_folder() as folder:
            output = await self._output(head + content, folder)
        try:
            said = json.loads(output)
            return ClickResult(said["reply"], said["outcome"])
        except (ValueError, KeyError) as cut:
            raise CallError("click-ended") from cut

    async def _output(self, content: bytes, folder: str) -> bytes:
        call = (sys.executable, "-I", "-m", "vardering.hosts.web.click")
        process = await asyncio.create_subprocess_exec(
            *call, stdin=PIPE, stdout=PIPE, env=_environment(folder), start_new_session=True
        )
        try:
            output, _ = await asyncio.wait_for(process.communicate(content), self._seconds)
        except TimeoutError as late:
            raise CallError("click-too-long", minutes=round(self._seconds / 60)) from late
        finally:
            # A click that was given up, by its time or by the person, may not go on alone.
            _end(process)
            await process.wait()
        return output


def _end(process: Process) -> None:
    """End a process that still runs, and those that it has started."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()  # its readers end by themselves when it is gone
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _environment(folder: str) -> dict[str, str]:
    """What a click needs of the server's environment: never what the server keeps to itself."""
    kept = ("PATH", "SYSTEMROOT", "TZ", "LANG", "LC_ALL", "SOURCE_DATE_EPOCH")
    own = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
    return {name: os.environ[name] for name in kept if name in os.environ} | own | {"OPENBLAS_NUM_THREADS": "1"}
