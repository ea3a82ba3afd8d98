"""What every run writes is what the golden texts say; a difference is read by a person before it goes in."""

from pathlib import Path

import pytest

from golden.change_set_text import text_of
from golden.runs import RUNS

FOLDER = Path(__file__).resolve().parent
REGENERATE = "Read the difference, then run: uv run python tests/golden/regenerate.py"


@pytest.mark.parametrize("name", RUNS)
def test_the_change_set_reads_as_before(name: str) -> None:
    expected = (FOLDER / f"{name}.txt").read_text("utf-8")
    found = text_of(RUNS[name]())
    assert found.splitlines() == expected.splitlines(), REGENERATE


def test_there_is_a_text_for_every_run_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(RUNS)
