"""Windows without Windows: wine runs Python for Windows, the wheels for Windows and command scripts.

Wine 8 lacks a few functions that NumPy's wheel calls, so Microsoft's own C runtime, which may be spread with programs,
stands in for wine's. Wine does not tell what Excel or Defender would do.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from judges.windows_parts import FOLDER, INSTALL, fetched

_PROGRAMS = ("wine64", "/usr/lib/wine/wine64")
_SERVERS = ("wineserver64", "/usr/lib/wine/wineserver64")
# propsys: a function that Python's platform module asks of it ends the process; mscoree, mshtml: nothing to download.
_OVERRIDES = "ucrtbase=n,b;propsys=;mscoree=;mshtml="


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, results and messages."""

    code: int
    out: str
    err: str


def is_installed() -> bool:
    """Whether wine is there, and what it runs has been fetched."""
    return _found(_PROGRAMS) is not None and fetched()


class Wine:
    """A Windows of its own, with a user and a registry."""

    def __init__(self, folder: Path) -> None:
        self.prefix = folder / "prefix"
        self.run("wineboot", "--init")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        shutil.copyfile(FOLDER / "ucrtbase.dll", self.prefix / "drive_c" / "windows" / "system32" / "ucrtbase.dll")

    @property
    def local_folder(self) -> Path:
        """%LOCALAPPDATA% of the only user, seen from here."""
        return next((self.prefix / "drive_c" / "users").glob("*/AppData/Local"))

    def run(self, *command: str | Path, environment: Mapping[str, str] | None = None) -> Ended:
        """Run a Windows program by its path there or here."""
        ended = subprocess.run(
            self._command(command),
            env={**self._environment(), **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=300,
        )
        return Ended(ended.returncode, *(part.decode("utf-8", "replace") for part in (ended.stdout, ended.stderr)))

    @contextmanager
    def held(self, *command: str | Path) -> Iterator[None]:
        """While a program runs that says "held" once it holds what it shall, and ends when its input does."""
        # Every stream is a pipe: wine gives a program no stream that it can use for a file.
        pipe = subprocess.PIPE
        with subprocess.Popen(
            self._command(command), env=self._environment(), stdin=pipe, stdout=pipe, stderr=pipe
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"held"
            yield
            process.stdin.close()

    def path(self, path: Path) -> str:
        """A path here as a Windows program sees it: its own disk is C:, everything else Z:."""
        disk = self.prefix / "drive_c"
        if path.is_relative_to(disk):
            return f"C:\\{PureWindowsPath(path.relative_to(disk))}"
        return f"Z:{PureWindowsPath(path)}"

    def close(self) -> None:
        """End what runs in this Windows, and take it away."""
        server = _found(_SERVERS)
        assert server is not None
        subprocess.run([server, "-k"], env=self._environment(), check=False, capture_output=True)
        shutil.rmtree(self.prefix, ignore_errors=True)

    def _command(self, command: tuple[str | Path, ...]) -> list[str]:
        program = _found(_PROGRAMS)
        assert program is not None, INSTALL
        return [program, *(self.path(part) if isinstance(part, Path) else part for part in command)]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": _OVERRIDES}


def _found(names: tuple[str, ...]) -> str | None:
    return next((found for found in map(shutil.which, names) if found is not None), None)
