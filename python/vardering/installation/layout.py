r"""Where things lie: in the folder that installs, and below ``%LOCALAPPDATA%\Vardering`` once installed."""

from pathlib import Path, PureWindowsPath

from vardering.base.light_dataclasses import dataclass

PYTHON_VERSION = "3.13"
"""The Python that is shipped; the pinned wheels are for it, on Windows with 64 bits."""

PYTHON_FOLDER = "python"
WHEEL_FOLDER = "hjul"
ADD_IN_FOLDER = "excel"
ADD_IN_NAME = "vardering.xlam"
REQUIREMENTS_NAME = "krav.txt"
INSTALL_SCRIPT, UNINSTALL_SCRIPT, COMMAND_SCRIPT = "Installera.bat", "Avinstallera.bat", "vardering.cmd"
PATH_FILE = f"python{PYTHON_VERSION.replace('.', '')}._pth"
PYTHON_LIBRARY = f"python{PYTHON_VERSION.replace('.', '')}.dll"
STANDARD_LIBRARY = f"python{PYTHON_VERSION.replace('.', '')}.zip"


@dataclass(frozen=True, slots=True)
class Package:
    """The folder with what is installed: Python as its makers ship it, wheels, their hashes, the add-in, scripts."""

    folder: Path

    @property
    def python(self) -> Path:
        """Python's folder, ready to run."""
        return self.folder / PYTHON_FOLDER

    @property
    def wheels(self) -> Path:
        """The folder of wheels, the product's own among them."""
        return self.folder / WHEEL_FOLDER

    @property
    def requirements(self) -> Path:
        """Every wheel by name, version and SHA-256."""
        return self.folder / REQUIREMENTS_NAME

    @property
    def add_in(self) -> Path:
        """The add-in that Excel loads."""
        return self.folder / ADD_IN_NAME

    @property
    def uninstall_script(self) -> Path:
        """The script that takes everything away."""
        return self.folder / UNINSTALL_SCRIPT

    @property
    def command_script(self) -> Path:
        """The script that starts the command line."""
        return self.folder / COMMAND_SCRIPT


@dataclass(frozen=True, slots=True)
class Place:
    """The user's own folder of the product. Nothing is written anywhere else on disk."""

    folder: Path

    @property
    def python(self) -> Path:
        """The private Python with its libraries."""
        return self.folder / PYTHON_FOLDER

    @property
    def libraries(self) -> Path:
        """Where the wheels are unpacked."""
        return libraries_of(self.python)

    @property
    def coming_python(self) -> Path:
        """Where a new Python is made ready before it takes its place."""
        return self.folder / f"{PYTHON_FOLDER}.ny"

    @property
    def former_python(self) -> Path:
        """Where the Python before it stands until everything is done."""
        return self.folder / f"{PYTHON_FOLDER}.gammal"

    @property
    def add_in(self) -> Path:
        """The add-in, alone in its folder, since that folder is trusted by Excel."""
        return self.folder / ADD_IN_FOLDER / ADD_IN_NAME

    @property
    def receipt(self) -> Path:
        """What was installed, and what is needed to take it away."""
        return self.folder / "installation.json"

    @property
    def checksums(self) -> Path:
        """Every installed file with its SHA-256."""
        return self.folder / "kontrollsummor.txt"

    @property
    def uninstall_script(self) -> Path:
        """The script that takes everything away."""
        return self.folder / UNINSTALL_SCRIPT

    @property
    def command_script(self) -> Path:
        """The script that starts the command line."""
        return self.folder / COMMAND_SCRIPT


def libraries_of(python: Path) -> Path:
    """Where wheels are unpacked below a folder of Python."""
    return python / "Lib" / "site-packages"


def windows_path(path: Path) -> str:
    """A path as Windows writes it, also where the tests have others."""
    return str(PureWindowsPath(path))
