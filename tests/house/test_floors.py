"""The import rules turn down what they forbid: a copy of the product with one line too many does not pass."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.source_files import PRODUCT, ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

FORBIDDEN = {
    "the engine reads the calendar": ("engine/annuities.py", "import datetime", "The engine is arithmetic"),
    "the engine speaks": ("engine/annuities.py", "import vardering.texts.sheet_texts", "The engine is arithmetic"),
    "results wait for SciPy": ("engine/annuities.py", "import scipy.stats", "Only drawing waits for SciPy"),
    "the base knows the model": ("base/units.py", "import vardering.model.case", "Imports go down only"),
    "a command knows a book": ("commands/control.py", "import vardering.books.memory", "Imports go down only"),
    "a type alone goes up": (
        "model/case.py",
        "from typing import TYPE_CHECKING as CHECKING\nif CHECKING:\n    import vardering.workbook.snapshot",
        "Imports go down only",
    ),
    "a new room has no place": ("reports/__init__.py", '"""Reports."""', "Imports go down only"),
    "a book knows another": ("books/memory.py", "import vardering.books.xlsx.book", "Books know nothing of each other"),
    "a book knows the case": ("books/memory.py", "import vardering.model.case", "Books know the workbook's contract"),
    "the patcher writes with a library": (
        "books/xlsx/book.py",
        "import xlsxwriter",
        "Only new files are written with XlsxWriter",
    ),
    "a command writes files": (
        "commands/creation.py",
        "import xlsxwriter",
        "Only new files are written with XlsxWriter",
    ),
    "the workbook opens files": ("workbook/filling.py", "import openpyxl", "The workbook's contract is pure"),
    "texts count": ("texts/sheet_texts.py", "import numpy", "The base and the texts need the standard library only"),
    "a host counts": ("hosts/cli/printing.py", "import vardering.engine.annuities", "Hosts do no arithmetic"),
    "a command serves pages": (
        "hosts/buttons/runners.py",
        "import starlette",
        "Only the server knows the libraries that serve pages",
    ),
    "settings know a host": ("hosts/settings.py", "import vardering.hosts.cli.main", "Hosts know their settings"),
    "two modules need each other": (
        "base/units.py",
        "import vardering.base.years\n# and the other way\n",
        "Siblings in a room form no cycles",
    ),
}


def _copy(folder: Path) -> Path:
    """The product in a folder of its own, with the rules beside it."""
    shutil.copytree(PRODUCT, folder / "python" / "vardering", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder / "python" / "vardering"


def _verdict(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "python"), "COLUMNS": "300", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_product_keeps_every_rule(tmp_path: Path) -> None:
    _copy(tmp_path)
    verdict = _verdict(tmp_path)
    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_a_forbidden_import_is_turned_down(tmp_path: Path, fault: str) -> None:
    place, line, rule = FORBIDDEN[fault]
    product = _copy(tmp_path)
    changed = product / place
    changed.parent.mkdir(exist_ok=True)
    before = changed.read_text("utf-8") if changed.exists() else ""
    changed.write_text(f"{before}\n{line}\n", "utf-8")
    if "years" in line:
        other = product / "base" / "years.py"
        other.write_text(f"{other.read_text('utf-8')}\nimport vardering.base.units\n", "utf-8")
    verdict = _verdict(tmp_path)
    broken = [text for text in verdict.stdout.splitlines() if " BROKEN" in text]
    assert verdict.returncode == 1, verdict.stdout + verdict.stderr
    assert any(text.startswith(rule) for text in broken), broken
