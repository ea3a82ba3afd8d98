"""Processes that read one file at a time and can be stopped: a file that hangs or kills its reader costs only itself.

Each process inherits the memory cap of the one that started it, where the system has such caps.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import count
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from vardering.base.light_dataclasses import dataclass
from vardering.hosts.collection.file_reading import ReadingTask, read_file
from vardering.model.case_digest import FileReading
from vardering.model.portfolio_words import FileVerdict
from vardering.texts import portfolio_texts

SECONDS_PER_FILE = 60.0
FILES_BETWEEN_COLLECTIONS = 10
_LOOK_SECONDS = 1.0
"""How often the time of each process is looked at where none of them answers."""


@dataclass(slots=True)
class _Reader:
    """A process, the end of its pipe that is ours, and what it is reading since when."""

    process: SpawnProcess
    pipe: Connection
    task: ReadingTask
    since: float


def read_in_processes(
    tasks: Iterable[ReadingTask], workers: int, seconds: float = SECONDS_PER_FILE
) -> Iterator[FileReading]:
    """Every file's reading as it is done, in no given order, by so many processes at a time.

    A file that takes longer than ``seconds``, or whose process dies, is broken and says so; a new process goes on.
    """
    waiting = iter(tasks)
    idle: deque[tuple[SpawnProcess, Connection]] = deque()
    busy: list[_Reader] = []
    try:
        while True:
            while len(busy) < workers and (task := next(waiting, None)) is not None:
                process, pipe = idle.popleft() if idle else _started()
                pipe.send(task)
                busy.append(_Reader(process, pipe, task, time.monotonic()))
            if not busy:
                return
            for reader in _ready(busy, seconds):
                busy.remove(reader)
                reading, is_alive = _answer(reader, seconds)
                if is_alive:
                    idle.append((reader.process, reader.pipe))
                yield reading
    finally:
        for process, pipe in (*idle, *((reader.process, reader.pipe) for reader in busy)):
            _stop(process, pipe)


def _started() -> tuple[SpawnProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _serve(pipe: Connection) -> None:
    """Read files until there are no more. Stopping is for the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_one_who_started, daemon=True).start()
    # Looking for cycles all the time takes a tenth of the time; between files it takes next to none.
    gc.disable()
    for number in count(1):
        try:
            task: ReadingTask = pipe.recv()
        except EOFError:
            return
        pipe.send(read_file(task))
        if number % FILES_BETWEEN_COLLECTIONS == 0:
            gc.collect()


def _end_with_the_one_who_started() -> None:
    """End this process when that one is killed: nobody is left to stop a file that hangs."""
    starter = multiprocessing.parent_process()
    if starter is not None:
        wait([starter.sentinel])
        os._exit(1)


def _ready(busy: list[_Reader], seconds: float) -> list[_Reader]:
    """The readers that have answered, died or used up their time; waits for one."""
    while True:
        answered = wait([reader.pipe for reader in busy], _LOOK_SECONDS)
        now = time.monotonic()
        ready = [reader for reader in busy if reader.pipe in answered or now - reader.since > seconds]
        if ready:
            return ready


def _answer(reader: _Reader, seconds: float) -> tuple[FileReading, bool]:
    """What a reader says, and whether it can go on."""
    if reader.pipe.poll():
        try:
            reading: FileReading = reader.pipe.recv()
        except (EOFError, OSError):
            _stop(reader.process, reader.pipe)
            return stopped_reading(reader.task, portfolio_texts.READER_STOPPED), False
        return reading, True
    _stop(reader.process, reader.pipe)
    reason = portfolio_texts.TOO_SLOW.format(seconds=round(seconds))
    return stopped_reading(reader.task, reason), False


def _stop(process: SpawnProcess, pipe: Connection) -> None:
    pipe.close()
    process.kill()
    process.join()


def stopped_reading(task: ReadingTask, reason: str) -> FileReading:
    """The reading of a file whose reader was stopped: it has no hash, so that it is tried again the next time."""
    return FileReading(file=task.shown, modified=task.modified, verdict=FileVerdict.BROKEN, reason=reason)
