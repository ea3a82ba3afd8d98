"""Microsoft's own type definitions of Office.js, held against JavaScript by the TypeScript compiler."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

PACKAGES = ("typescript", "@types/office-js")
INSTALL = f"npm install --no-save {' '.join(PACKAGES)}"
ROOT = Path(__file__).resolve().parents[2]
SECONDS = 180
STRICT = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "esnext")


class OfficeTypes:
    """The compiler. ``errors_in`` gives what it objects to, one line each; nothing is a sound script."""

    def __init__(self, command: tuple[str, ...], modules: Path) -> None:
        self._command = command
        self._modules = modules

    def errors_in(self, scripts: Sequence[Path]) -> list[str]:
        """Every objection to scripts with JSDoc types. They are looked at as if nothing else were installed."""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "node_modules").symlink_to(self._modules)
            copies = [shutil.copy(script, folder) for script in scripts]
            options = (*STRICT, "--lib", "es2022,dom", "--types", "office-js")
            result = subprocess.run(
                [*self._command, *options, *copies],
                cwd=folder,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=False,
            )
        return result.stdout.splitlines()


def installed_types() -> OfficeTypes | None:
    """The compiler of this machine with the definitions, None where one of them is missing."""
    node = shutil.which("node")
    for folder in (os.environ.get("VARDERING_JUDGES", ""), str(ROOT)):
        modules = Path(folder).resolve() / "node_modules"
        if folder and node and all((modules / package).is_dir() for package in PACKAGES):
            return OfficeTypes((node, str(modules / "typescript" / "lib" / "tsc.js")), modules)
    return None
