"""Every file ends in a Snapshot or in one of our errors, within 5 seconds and 1 GB."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from vardering.base.faults import BookBusyError, BookForeignError, BookUnreadableError, CallError
from vardering.books.xlsx import book as book_module
from vardering.books.xlsx.book import XlsxBook
from workbooks.hostile_files import READ, REFUSED
from workbooks.plain_files import plain_file

TESTS = Path(__file__).parents[1]
SECONDS = 5
needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_we_cannot_take_is_refused_by_what_it_is(kind: str) -> None:
    make, code = REFUSED[kind]
    content = make()
    with pytest.raises((BookUnreadableError, BookForeignError)) as error:
        XlsxBook.from_bytes(content, "prov.xlsx").snapshot()
    assert error.value.fault.code == code


@pytest.mark.parametrize("kind", READ)
def test_a_file_that_only_looks_frightening_is_read(kind: str) -> None:
    assert "vm_rader" in XlsxBook.from_bytes(READ[kind](), "prov.xlsx").snapshot().tables


LIMITED = """
    import json, resource, sys, time
    sys.path.insert(0, sys.argv[1])
    from vardering.base.faults import VarderingError
    from vardering.books.xlsx.book import XlsxBook
    resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
    began = time.process_time()
    try:
        from pathlib import Path
        code = len(XlsxBook.open(Path(sys.argv[2])).snapshot().sheets)
    except VarderingError as error:
        code = error.fault.code
    print(json.dumps([code, time.process_time() - began]))
"""
HEAVY = (
    "zip bomb",
    "many bombs",
    "lying bomb",
    "many parts",
    "entities",
    "17 billion merged cells",
    "too many cells",
    "deep XML",
)


def in_limits(content: bytes, folder: Path) -> list[object]:
    """What a process with 5 seconds and 1 GB makes of a file: the code or the number of sheets, and the seconds.

    Seconds of work, so that a machine with much else to do gives the same answer.
    """
    path = folder / "prov.xlsx"
    path.write_bytes(content)
    roots = os.pathsep.join([str(TESTS), str(Path(book_module.__file__).parents[3])])
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(LIMITED), str(TESTS), str(path)],
        env={**os.environ, "PYTHONPATH": roots},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@needs_limits
@pytest.mark.parametrize("kind", HEAVY)
def test_a_file_made_to_hurt_is_refused_within_the_limits(kind: str, tmp_path: Path) -> None:
    make, code = REFUSED[kind]
    found, seconds = in_limits(make(), tmp_path)
    assert found == code
    assert float(str(seconds)) < SECONDS


@needs_limits
@pytest.mark.parametrize("kind", ["corner cells", "as many cells as the budget holds", "very many merges"])
def test_a_heavy_file_is_read_within_the_limits(kind: str, tmp_path: Path) -> None:
    found, seconds = in_limits(READ[kind](), tmp_path)
    assert found == 3
    assert float(str(seconds)) < SECONDS


def test_a_file_that_is_missing_or_a_folder_or_held_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CallError) as call:
        XlsxBook.open(tmp_path / "finns inte.xlsx")
    assert call.value.fault.code == "file-missing"
    with pytest.raises(CallError) as call:
        XlsxBook.open(tmp_path)
    assert call.value.fault.code == "file-is-a-folder"
    path = tmp_path / "prov.xlsx"
    path.write_bytes(plain_file())

    def held(_: Path) -> bytes:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(BookBusyError) as busy:
        XlsxBook.open(path)
    assert busy.value.fault.code == "book-held"


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "prov.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.delattr(Path, "read_bytes")
    with pytest.raises(BookUnreadableError) as error:
        XlsxBook.open(path)
    assert error.value.fault.code == "file-too-large"
