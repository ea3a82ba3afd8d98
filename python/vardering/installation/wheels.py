"""Wheels that are pinned by their SHA-256, and how they are unpacked without any installer of packages.

A wheel is a zip archive whose files belong in ``site-packages`` (binary distribution format, PEP 427). What a wheel
holds for other places (scripts, headers, loose files) is left out: nothing here needs it.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path, PurePosixPath

from vardering.base.faults import InstallationError
from vardering.base.light_dataclasses import dataclass

_PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_LICENCE = re.compile(r"\s#\s*(\S.*)\Z")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")
_LIBRARY_PARTS = ("purelib", "platlib")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A library at one version, with the SHA-256 (hexadecimal) of the files that may be it and its licence."""

    name: str
    version: str
    sha256: frozenset[str]
    licence: str = ""

    @property
    def shown(self) -> str:
        """Name and version, as people write them."""
        return f"{self.name} {self.version}"


def read_requirements(text: str) -> tuple[Requirement, ...]:
    """The pinned libraries of a requirements file.

    Raises ``InstallationError`` "requirement-not-pinned" for a line without version or hash.
    """
    logical = re.sub(r"\\\r?\n", " ", text).splitlines()
    lines = [line.strip() for line in logical if line.strip() and not line.lstrip().startswith("#")]
    found = []
    for line in lines:
        pinned, hashes = _PINNED.match(line), _HASH.findall(line)
        if pinned is None or not hashes:
            raise InstallationError("requirement-not-pinned", line=line[:80])
        licence = _LICENCE.search(line)
        found.append(
            Requirement(pinned["name"], pinned["version"], frozenset(hashes), licence[1] if licence is not None else "")
        )
    return tuple(found)


def requirements_text(requirements: tuple[Requirement, ...], heading: str) -> str:
    """The requirements file of pinned libraries, which ``pip install --require-hashes`` reads too."""
    lines = [f"# {line}" for line in heading.splitlines()]
    for requirement in sorted(requirements, key=lambda one: normalised(one.name)):
        hashes = " ".join(f"--hash=sha256:{value}" for value in sorted(requirement.sha256))
        licence = f"  # {requirement.licence}" if requirement.licence else ""
        lines.append(f"{normalised(requirement.name)}=={requirement.version} {hashes}{licence}")
    return "\n".join(lines) + "\n"


def normalised(name: str) -> str:
    """A library's name with one spelling (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned_wheels(folder: Path, requirements: tuple[Requirement, ...]) -> tuple[Path, ...]:
    """The wheel of each requirement. Nothing else of the folder is used.

    Raises ``InstallationError`` "package-incomplete" where one is missing, "package-changed" where its hash is
    another.
    """
    wheels: dict[tuple[str, str], list[Path]] = {}
    for wheel in sorted(folder.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        wheels.setdefault((normalised(name), version), []).append(wheel)
    chosen = []
    for requirement in requirements:
        candidates = wheels.get((normalised(requirement.name), requirement.version), [])
        if not candidates:
            raise InstallationError("package-incomplete", name=requirement.shown)
        right = [wheel for wheel in candidates if sha256_of(wheel) in requirement.sha256]
        if not right:
            raise InstallationError("package-changed", name=candidates[0].name)
        chosen.append(right[0])
    return tuple(chosen)


def unpack(wheel: Path, libraries: Path) -> None:
    """Unpack a wheel. Raises ``InstallationError`` "package-changed" where it is no wheel or reaches outside."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            for member, target in _members(archive):
                if target.is_absolute() or ".." in target.parts or "\\" in member.filename or ":" in member.filename:
                    raise InstallationError("package-changed", name=wheel.name)
                place = libraries.joinpath(*target.parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(archive.read(member))
    except zipfile.BadZipFile as damaged:
        raise InstallationError("package-changed", name=wheel.name) from damaged


def pinned_to(wheel: Path) -> Requirement:
    """The requirement that this wheel alone meets, with the licence it states."""
    name, version = wheel.name.split("-")[:2]
    return Requirement(normalised(name), version, frozenset({sha256_of(wheel)}), stated_licence(wheel))


def stated_licence(wheel: Path) -> str:
    """The licence in a wheel's own description: its SPDX expression, else its short text or its classifiers."""
    with zipfile.ZipFile(wheel) as archive:
        described = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        fields = message_from_bytes(archive.read(described))
    for name in ("License-Expression", "License"):
        text = str(fields.get(name, ""))
        if text and "\n" not in text:
            return text
    classified = [str(line).split(" :: ") for line in fields.get_all("Classifier", [])]
    return ", ".join(parts[-1] for parts in classified if parts[0] == "License")


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    for member in archive.infolist():
        target = PurePosixPath(member.filename)
        if member.is_dir():
            continue
        if target.parts[0].endswith(".data"):
            if len(target.parts) < 3 or target.parts[1] not in _LIBRARY_PARTS:
                continue
            target = PurePosixPath(*target.parts[2:])
        yield member, target
