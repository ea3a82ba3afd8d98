"""The installation package: one folder with Python as its makers ship it, wheels, their hashes, add-in and scripts.

Made by the one who releases the product, on any system. Whoever installs from it downloads nothing.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from vardering.base.faults import InstallationError
from vardering.installation.bill_of_materials import BILL_NAME, bill_of_materials
from vardering.installation.layout import (
    ADD_IN_NAME,
    COMMAND_SCRIPT,
    INSTALL_SCRIPT,
    PATH_FILE,
    PYTHON_VERSION,
    REQUIREMENTS_NAME,
    STANDARD_LIBRARY,
    UNINSTALL_SCRIPT,
    WHEEL_FOLDER,
    Package,
)
from vardering.installation.wheels import pinned_to, pinned_wheels, read_requirements, requirements_text

HEADING = f"Python {PYTHON_VERSION}, Windows, 64 bitar. Skapad av vardering build-installer."
_SCRIPTS = (INSTALL_SCRIPT, UNINSTALL_SCRIPT, COMMAND_SCRIPT)
_TARGET = ("--only-binary=:all:", "--platform=win_amd64", f"--python-version={PYTHON_VERSION}", "--implementation=cp")


def build_package(folder: Path, python_archive: Path, wheels: Path, sources: Path, version: str) -> Package:
    """Fill an empty or missing ``folder`` from Python's embeddable zip, a folder of wheels and the add-in's folder.

    ``wheels`` holds the product's own wheel besides those that ``sources`` pins; others in it are left out.
    Raises ``InstallationError`` "package-folder-taken", "python-archive-unfit", and those of ``pinned_wheels``.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InstallationError("package-folder-taken", folder=str(folder))
    package = Package(folder)
    requirements = read_requirements((sources / REQUIREMENTS_NAME).read_text(encoding="utf-8"))
    product = _product_wheel(wheels, version)
    chosen = (*pinned_wheels(wheels, requirements), product)
    package.wheels.mkdir(parents=True, exist_ok=True)
    for wheel in chosen:
        shutil.copyfile(wheel, package.wheels / wheel.name)
    everything = (*requirements, pinned_to(product))
    package.requirements.write_text(requirements_text(everything, HEADING), encoding="utf-8")
    _unpack_python(python_archive, package.python)
    search = f"{STANDARD_LIBRARY}\n.\n..\\{WHEEL_FOLDER}\\{product.name}\n"
    (package.python / PATH_FILE).write_text(search, encoding="ascii")
    for name in (ADD_IN_NAME, *_SCRIPTS):
        shutil.copyfile(sources / name, folder / name)
    (folder / BILL_NAME).write_text(bill_of_materials(everything, version), encoding="utf-8")
    return package


def fetch_wheels(requirements: Path, folder: Path) -> None:
    """Download the pinned wheels for Windows with pip, which refuses any whose hash is another.

    Raises ``InstallationError`` "wheels-not-fetched".
    """
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    _run([*pip, *_TARGET, f"--requirement={requirements}", f"--dest={folder}"])


def build_product_wheel(project: Path, folder: Path) -> None:
    """Build the product's own wheel. Raises ``InstallationError`` "wheels-not-fetched"."""
    _run(["uv", "build", "--quiet", "--wheel", "--out-dir", str(folder), str(project)])


def pin_latest(project: Path, target: Path) -> None:
    """Pin the newest libraries that fit each other, by the hash of their wheels for Windows, in ``target``.

    Raises ``InstallationError`` "wheels-not-fetched".
    """
    with tempfile.TemporaryDirectory() as scratch:
        resolved, wheels = Path(scratch) / "resolved.txt", Path(scratch) / "wheels"
        resolve = ["uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--generate-hashes"]
        system = ("--python-platform=x86_64-pc-windows-msvc", f"--python-version={PYTHON_VERSION}")
        _run([*resolve, *system, f"--output-file={resolved}", str(project / "pyproject.toml")])
        fetch_wheels(resolved, wheels)
        pinned = tuple(pinned_to(wheel) for wheel in wheels.glob("*.whl"))
    target.write_text(requirements_text(pinned, HEADING), encoding="utf-8")


def _product_wheel(wheels: Path, version: str) -> Path:
    found = wheels / f"vardering-{version}-py3-none-any.whl"
    if not found.is_file():
        raise InstallationError("package-incomplete", name=found.name)
    return found


def _unpack_python(archive_path: Path, target: Path) -> None:
    """Unpack Python's embeddable zip, whose files may lie in a folder of the zip."""
    try:
        with zipfile.ZipFile(archive_path) as archive:
            members = {PurePosixPath(name): name for name in archive.namelist() if not name.endswith("/")}
            root = next((path.parent for path in members if path.name == STANDARD_LIBRARY), None)
            if root is None:
                raise InstallationError("python-archive-unfit", file=archive_path.name, version=PYTHON_VERSION)
            target.mkdir(parents=True)
            for path, name in members.items():
                if path.parent == root:
                    (target / path.name).write_bytes(archive.read(name))
    except (OSError, zipfile.BadZipFile) as refusal:
        raise InstallationError("python-archive-unfit", file=archive_path.name, version=PYTHON_VERSION) from refusal


def _run(command: list[str]) -> None:
    """Run a program of the release's toolbox. Raises ``InstallationError`` "wheels-not-fetched" with its last line."""
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 – no text of a user is in it
    except FileNotFoundError as missing:
        raise InstallationError("wheels-not-fetched", reason=f"{command[0]} saknas") from missing
    except subprocess.CalledProcessError as failed:
        lines = [line for line in str(failed.stderr).splitlines() if line.strip()]
        raise InstallationError("wheels-not-fetched", reason=(lines or ["okänt fel"])[-1].strip()[:200]) from failed
