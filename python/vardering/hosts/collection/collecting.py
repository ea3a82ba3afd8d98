"""All files of a portfolio read: those that are known from before at once, the others by whoever reads them."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from vardering.base.light_dataclasses import dataclass
from vardering.commands.case_digest import Terms
from vardering.hosts.collection.file_reading import ReadingTask, content_hash
from vardering.hosts.collection.folder import FoundFile, found_files
from vardering.hosts.collection.state_file import StateFile
from vardering.model.case_digest import FileReading

ReadAll = Callable[[Iterable[ReadingTask]], Iterator[FileReading]]
"""Reads files in any order: processes on this machine, or a cluster."""

Watch = Callable[[Iterator[FileReading], int], Iterator[FileReading]]
"""Passes readings on and shows how many of all have come."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """What is read: files and folders, save those of the portfolio itself; and where what was read is kept."""

    paths: tuple[str, ...]
    without: tuple[Path, ...]
    kept: Path


def read_inbox(inbox: Inbox, terms: Terms, read_all: ReadAll, watch: Watch) -> list[FileReading]:
    """The reading of every file; what is kept from other terms is dropped. Raises ``CallError`` "file-missing"."""
    # A long run makes many small cycles, which the short commands never collect.
    gc.enable()
    files = found_files(inbox.paths, (*inbox.without, inbox.kept))
    with StateFile(inbox.kept, terms) as state:
        readings = list(watch(collected(files, terms, state, read_all), len(files)))
        state.forget_others()
    return readings


def collected(files: Sequence[FoundFile], terms: Terms, state: StateFile, read_all: ReadAll) -> Iterator[FileReading]:
    """The reading of every file. A content that is known, or comes several times, is read once."""
    twins: dict[str, list[FoundFile]] = {}
    tasks: list[ReadingTask] = []
    for file in files:
        mark = content_hash(file.path)
        known = state.known(mark) if mark else None
        if known is not None:
            yield _as(known, file)
        elif mark in twins:
            twins[mark].append(file)
        else:
            if mark:
                twins[mark] = []
            tasks.append(ReadingTask(str(file.path), file.shown, file.modified(), terms))
    for reading in read_all(tasks):
        state.keep(reading)
        yield reading
        for twin in twins.get(reading.content_hash, ()) if reading.content_hash else ():
            yield _as(reading, twin)


def _as(reading: FileReading, file: FoundFile) -> FileReading:
    """The reading of the same content in another file."""
    return reading.model_copy(update={"file": file.shown, "modified": file.modified()})
