"""An installation package and a machine as small as they can be: two libraries, a Python of three files."""

import zipfile
from pathlib import Path

from unit.installation.memory_registry import MemoryRegistry
from vardering.installation.layout import (
    ADD_IN_NAME,
    COMMAND_SCRIPT,
    INSTALL_SCRIPT,
    REQUIREMENTS_NAME,
    STANDARD_LIBRARY,
    UNINSTALL_SCRIPT,
    Package,
)
from vardering.installation.machine import Machine
from vardering.installation.package_building import HEADING, build_package
from vardering.installation.wheels import pinned_to, requirements_text

VERSION = "9.8.7"
METADATA = "Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{licence}\n\nWords\n"


def make_wheel(
    folder: Path, name: str, version: str, files: dict[str, str], licence: str = "License-Expression: MIT"
) -> Path:
    """A wheel with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
        described = METADATA.format(name=name, version=version, licence=licence)
        archive.writestr(f"{name}-{version}.dist-info/METADATA", described)
    return wheel


def make_python(path: Path, *, prefix: str = "") -> Path:
    """Python's embeddable zip."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("python.exe", "pythonw.exe", STANDARD_LIBRARY, "LICENSE.txt"):
            archive.writestr(f"{prefix}{name}", f"content of {name}")
    return path


def make_sources(folder: Path, wheels: Path) -> Path:
    """The add-in's folder of a project whose libraries are those in ``wheels``, the product's own left out."""
    folder.mkdir(parents=True)
    libraries = tuple(pinned_to(wheel) for wheel in sorted(wheels.glob("*.whl")) if "vardering" not in wheel.name)
    (folder / REQUIREMENTS_NAME).write_text(requirements_text(libraries, HEADING), encoding="utf-8")
    for name in (ADD_IN_NAME, INSTALL_SCRIPT, UNINSTALL_SCRIPT, COMMAND_SCRIPT):
        (folder / name).write_text(f"content of {name}", encoding="utf-8")
    return folder


def make_package(folder: Path, version: str = VERSION) -> Package:
    """A package that can be installed, made as a release is made."""
    wheels = folder / "wheels"
    make_wheel(wheels, "numbers_library", "1.0", {"numbers_library/__init__.py": "ONE = 1\n"})
    make_wheel(wheels, "vardering", version, {"vardering/__init__.py": f"VERSION = '{version}'\n"})
    sources = make_sources(folder / "sources", wheels)
    return build_package(folder / "package", make_python(folder / "python.zip"), wheels, sources, version)


def make_machine(folder: Path, registry: MemoryRegistry | None = None) -> Machine:
    """A user's machine."""
    local = folder / "AppData" / "Local"
    local.mkdir(parents=True, exist_ok=True)
    return Machine(registry or MemoryRegistry(), local, folder / "package" / "python" / "python.exe")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, without what Python compiles."""
    paths = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
