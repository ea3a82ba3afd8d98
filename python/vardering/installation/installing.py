"""Installing, upgrading and uninstalling for one user: files first, the registry when they are in place.

A new Python is made ready beside the one in use and takes its place by renaming, so an installation that is stopped
on the way leaves the one before it as it was.
"""

import compileall
import shutil
from pathlib import Path

from vardering.base.faults import InstallationError
from vardering.installation.checksums import checksums, checksums_text
from vardering.installation.excel_registration import Registration, register, unregister
from vardering.installation.layout import (
    ADD_IN_FOLDER,
    COMMAND_SCRIPT,
    PATH_FILE,
    PYTHON_FOLDER,
    PYTHON_LIBRARY,
    PYTHON_VERSION,
    STANDARD_LIBRARY,
    UNINSTALL_SCRIPT,
    Package,
    Place,
    libraries_of,
    windows_path,
)
from vardering.installation.machine import Machine
from vardering.installation.programs_list import PROGRAM_NAME, list_program, unlist_program
from vardering.installation.receipt import Receipt, read_receipt, write_receipt
from vardering.installation.registry import remove_if_empty
from vardering.installation.wheels import pinned_wheels, read_requirements, unpack

INSTALLED_PARTS = (PYTHON_FOLDER, ADD_IN_FOLDER, UNINSTALL_SCRIPT, COMMAND_SCRIPT)
_COMPILED_LIBRARIES = ("vardering", "numpy", "xlwings", "win32com", "win32")


def install(package: Package, machine: Machine, version: str) -> Receipt:
    """Install from a package folder, or put it in the place of what is installed. Twice is as once.

    Raises ``InstallationError``: "windows-only", "package-incomplete", "package-changed", "requirement-not-pinned"
    "addin-in-use" and "python-in-use" before anything is changed; "installation-failed" with what was installed still
    in place.
    """
    place, registry = machine.place, machine.windows_registry
    wheels = _checked(package)
    former = read_receipt(place.receipt)
    try:
        place.add_in.parent.mkdir(parents=True, exist_ok=True)
        _refuse_while_in_use(place)
        _make_python(package, wheels, place.coming_python)
        _put_in_place(place)
        _copy_whole(package.add_in, place.add_in)
        _copy_whole(package.uninstall_script, place.uninstall_script)
        _copy_whole(package.command_script, place.command_script)
        place.checksums.write_text(checksums_text(checksums(place.folder, INSTALLED_PARTS)), encoding="utf-8")
        registration = register(registry, windows_path(place.add_in), PROGRAM_NAME)
        receipt = _receipt(version, former, registration, list_program(registry, place, version))
        write_receipt(place.receipt, receipt)
    except OSError as refusal:
        _put_back(place)
        raise InstallationError("installation-failed", reason=refusal.strerror or str(refusal)) from refusal
    shutil.rmtree(place.former_python, ignore_errors=True)
    return receipt


def uninstall(machine: Machine) -> bool:
    """Take everything away that was installed; gives whether the folder is gone.

    Where the Python that runs this lies in the folder, its own files are left for the script that started it.
    Raises ``InstallationError``: "windows-only", "not-installed", "addin-in-use", "python-in-use",
    "installation-failed".
    """
    place, registry = machine.place, machine.windows_registry
    if not place.folder.is_dir():
        raise InstallationError("not-installed")
    inside = machine.running.resolve().is_relative_to(place.folder.resolve())
    _refuse_while_in_use(place, add_in_only=inside)
    receipt = read_receipt(place.receipt) or Receipt("", "")
    try:
        unregister(registry, windows_path(place.add_in), receipt.registration)
        unlist_program(registry)
        remove_if_empty(registry, receipt.created_keys)
        if inside:
            _empty(place.python, keep=[path for path in place.python.iterdir() if path.is_file()])
        _empty(place.folder, keep=[place.python, place.uninstall_script] if inside else [])
        if not inside:
            place.folder.rmdir()
    except OSError as refusal:
        raise InstallationError("installation-failed", reason=refusal.strerror or str(refusal)) from refusal
    return not inside


def _empty(folder: Path, keep: list[Path]) -> None:
    """Take everything in a folder away, save what is kept; what a link leads to stays."""
    for path in [path for path in folder.iterdir() if path not in keep]:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _refuse_while_in_use(place: Place, *, add_in_only: bool = False) -> None:
    """Raise ``InstallationError`` "addin-in-use", "python-in-use" while Excel has the add-in or a program of ours runs.

    Windows lets nobody write in a file that Excel has open, nor in a program or its library while it runs.
    """
    held: dict[str, tuple[Path, ...]] = {"addin-in-use": (place.add_in,)}
    if not add_in_only:
        held["python-in-use"] = tuple(place.python / name for name in ("python.exe", "pythonw.exe", PYTHON_LIBRARY))
    for code, files in held.items():
        for file in [file for file in files if file.exists()]:
            try:
                file.open("r+b").close()
            except PermissionError as refusal:
                raise InstallationError(code) from refusal


def _checked(package: Package) -> tuple[Path, ...]:
    """The wheels to unpack, once everything the installation needs is seen to be there."""
    needed = [package.requirements, package.add_in, package.uninstall_script, package.command_script]
    needed += [package.python / name for name in ("python.exe", "pythonw.exe", STANDARD_LIBRARY)]
    for path in needed:
        if not path.is_file():
            raise InstallationError("package-incomplete", name=path.name)
    return pinned_wheels(package.wheels, read_requirements(package.requirements.read_text(encoding="utf-8")))


def _make_python(package: Package, wheels: tuple[Path, ...], target: Path) -> None:
    """A Python with its libraries that nothing outside it reaches: the path file says all that it searches."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for source in [path for path in package.python.iterdir() if path.is_file()]:
        _copy_content(source, target / source.name)
    libraries = libraries_of(target)
    for wheel in wheels:
        unpack(wheel, libraries)
    # Where this folder is missing, pywin32 keeps its notes in a folder of its own that nobody would take away.
    (libraries / "win32com" / "gen_py").mkdir(parents=True, exist_ok=True)
    # "import site" lets pywin32 tell Windows where its libraries lie; with a path file it adds no folder of the user.
    (target / PATH_FILE).write_text(f"{STANDARD_LIBRARY}\n.\nLib\\site-packages\nimport site\n", encoding="ascii")
    for name in _COMPILED_LIBRARIES:
        # So that the first click does not wait for it.
        compileall.compile_dir(libraries / name, quiet=2)


def _put_in_place(place: Place) -> None:
    """Rename the new Python into place. Windows refuses while a program of the old one runs."""
    shutil.rmtree(place.former_python, ignore_errors=True)
    if place.python.exists():
        try:
            place.python.rename(place.former_python)
        except PermissionError as refusal:
            shutil.rmtree(place.coming_python, ignore_errors=True)
            raise InstallationError("python-in-use") from refusal
    try:
        place.coming_python.rename(place.python)
    except OSError:
        if place.former_python.exists():
            place.former_python.rename(place.python)
        raise


def _copy_content(source: Path, target: Path) -> None:
    """Copy content only: Windows' mark that a file came from the internet stays behind."""
    target.write_bytes(source.read_bytes())


def _copy_whole(source: Path, target: Path) -> None:
    """Put a copy of a file in place, whole or not at all."""
    coming = target.with_name(f"{target.name}.ny")
    _copy_content(source, coming)
    coming.replace(target)


def _put_back(place: Place) -> None:
    """The Python before this one takes its place again."""
    if place.former_python.exists():
        shutil.rmtree(place.python, ignore_errors=True)
        place.former_python.rename(place.python)


def _receipt(version: str, former: Receipt | None, registration: Registration, listed: tuple[str, ...]) -> Receipt:
    """The receipt; what was there before the first installation is what an uninstallation goes back to."""
    first = former.registration if former is not None else Registration(registration.opened_before, ())
    created = dict.fromkeys((*first.created_keys, *registration.created_keys, *listed))
    return Receipt(version, PYTHON_VERSION, first.opened_before, tuple(created))
