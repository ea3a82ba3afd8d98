"""A recalculation loads what it needs and nothing else: somebody waits for it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from house.source_files import PRODUCT, ROOT, parsed, product_files, shown

HEAVY = {"pandas", "openpyxl", "xlsxwriter", "pydantic", "scipy", "xlwings", "matplotlib", "docx", "lxml"}
LOADED = "print(*{name.partition('.')[0] for name in sys.modules})"
RECALCULATE = f"""
import sys
from vardering.hosts.cli.main import main
assert main(["recalc", sys.argv[1], "-o", sys.argv[2]]) == 0
{LOADED}
"""


def _loaded(code: str, *arguments: str) -> set[str]:
    """The packages that a process has loaded when the code is done."""
    command = [sys.executable, "-c", code, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(result.stdout.splitlines()[-1].split())


def test_a_recalculation_loads_numpy_and_no_heavy_library(tmp_path: Path) -> None:
    source = ROOT / "workbook_templates" / "exempel_bygglov.xlsx"
    loaded = _loaded(RECALCULATE, str(source), str(tmp_path / "ut.xlsx"))
    assert "numpy" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("module", ["vardering.books.xlsx.book", "vardering.books.memory", "vardering.hosts.cli.main"])
def test_a_book_and_the_command_line_load_with_the_standard_library_alone(module: str) -> None:
    loaded = _loaded(f"import sys, {module}; {LOADED}")
    assert "vardering" in loaded
    assert loaded & {*HEAVY, "numpy"} == set()


CLICK = f"""
import sys
from types import SimpleNamespace
from vardering.books.xlsx.book import XlsxBook
from vardering.hosts.buttons.case_runners import run_recalc
from vardering.hosts.settings import run_context
book = XlsxBook.from_bytes(open(sys.argv[1], "rb").read(), "bygglov.xlsx")
clicked = SimpleNamespace(snapshot=book.snapshot, write=lambda event, changes: book.apply(changes))
session = SimpleNamespace(book=clicked, context=run_context())
assert "omräknad" in run_recalc(session, {{}}).text
import vardering.hosts.buttons.runners, vardering.hosts.excel.main
{LOADED}
"""


def test_a_click_loads_nothing_heavy_of_its_own() -> None:
    loaded = _loaded(CLICK, str(ROOT / "workbook_templates" / "exempel_bygglov.xlsx"))
    assert "numpy" in loaded
    assert loaded & HEAVY == set()


def test_a_loaded_library_would_be_seen() -> None:
    assert "openpyxl" in _loaded(f"import sys, openpyxl; {LOADED}")


def test_classes_are_made_by_our_own_light_dataclasses() -> None:
    users = {PRODUCT / "base" / "light_dataclasses.py", PRODUCT / "commands" / "exchange.py"}
    modules = {
        shown(path)
        for path in product_files()
        if path not in users
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom | ast.Import)
        and "dataclasses" in {getattr(node, "module", None), *(alias.name for alias in node.names)}
    }
    assert modules == set(), "import from vardering.base.light_dataclasses: the standard library's are slow to make"
