"""The files that a portfolio is given: every file in the folders named, and files named one by one."""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from vardering.base.faults import CallError
from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, and its path as people know it: from the folder that was named, with forward slashes."""

    path: Path
    shown: str

    def modified(self) -> str:
        """When it was saved, local time to the minute; empty where the system does not say."""
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime).strftime("%Y-%m-%d %H:%M")  # noqa: DTZ006 – local time, as people see it
        except OSError:
            return ""


def found_files(paths: Sequence[str], without: Sequence[Path] = ()) -> list[FoundFile]:
    """Every file in the order of its shown path, none twice; files in ``without`` are left out.

    Folders are read with their subfolders, links to folders are not followed. Raises ``CallError`` "file-missing".
    """
    left_out = {os.path.realpath(path) for path in without}
    found: dict[str, FoundFile] = {}
    for path in paths:
        place = Path(path)
        if not place.exists():
            raise CallError("file-missing", path=path)
        for file in _files_under(place):
            real = os.path.realpath(file)
            if real not in left_out:
                shown = file.relative_to(place).as_posix() if place.is_dir() else file.name
                found.setdefault(real, FoundFile(file, printable(shown)))
    return sorted(_told_apart(found.values()), key=lambda file: file.shown)


def _files_under(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders.sort()
        for name in sorted(names):
            yield Path(folder) / name


def printable(shown: str) -> str:
    """A name that every program can show: bytes that are no text and control signs become question marks."""
    text = shown.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _told_apart(files: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """The same files; those whose shown paths are equal get their folder's name, or a number, before it."""
    taken: set[str] = set()
    for file in files:
        shown = file.shown
        if shown in taken:
            shown = f"{printable(file.path.absolute().parent.name)}/{shown}"
        number = 2
        while shown in taken:
            shown, number = f"{file.shown} ({number})", number + 1
        taken.add(shown)
        yield FoundFile(file.path, shown)
