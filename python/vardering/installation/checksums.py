"""A list of files with their SHA-256, in the form that ``sha256sum`` reads: what tells a damaged installation."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from vardering.base.light_dataclasses import dataclass
from vardering.installation.wheels import sha256_of

_MADE_WHEN_RUN = {"__pycache__", "gen_py"}
"""Python's compiled code, and pywin32's notes of what Excel offers."""


@dataclass(frozen=True, slots=True)
class Deviations:
    """Files that are not as listed, by their paths with forward slashes."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether something differs."""
        return bool(self.missing or self.changed or self.added)


def checksums(folder: Path, parts: tuple[str, ...]) -> dict[str, str]:
    """SHA-256 by path below ``folder``, of the files and folders named, without what is made when they run."""
    return {path.relative_to(folder).as_posix(): sha256_of(path) for path in sorted(_files(folder, parts))}


def checksums_text(listed: Mapping[str, str]) -> str:
    """The list as text."""
    return "".join(f"{value} *{path}\n" for path, value in sorted(listed.items()))


def read_checksums(text: str) -> dict[str, str]:
    """The list from its text. Lines that are no entries are left out."""
    pairs = (line.split(" *", 1) for line in text.splitlines())
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def deviations(folder: Path, listed: Mapping[str, str], parts: tuple[str, ...]) -> Deviations:
    """What differs between the files below ``folder`` and the list."""
    found = checksums(folder, parts)
    return Deviations(
        tuple(path for path in listed if path not in found),
        tuple(path for path, value in found.items() if path in listed and listed[path] != value),
        tuple(path for path in found if path not in listed),
    )


def _files(folder: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    for part in parts:
        place = folder / part
        for path in [place] if place.is_file() else place.rglob("*"):
            if path.is_file() and not _MADE_WHEN_RUN.intersection(path.parts):
                yield path
