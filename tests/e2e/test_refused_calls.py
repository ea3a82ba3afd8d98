"""Calls that cannot be carried out: one Swedish sentence, exit code 2, nothing written."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.command_line import contents, refused, vardering
from e2e.workbook_files import edited, example_file, snapshot_of

SIMPLE = "ledningsrapport_forenklad"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A full and a simplified workbook, an exported case and a file that is neither."""
    (tmp_path / "full.xlsx").write_bytes(example_file("bygglov"))
    (tmp_path / "enkel.xlsx").write_bytes(example_file(SIMPLE))
    (tmp_path / "text.xlsx").write_text("detta är ingen arbetsbok", encoding="utf-8")
    (tmp_path / "trasig.json").write_text('{"case_id": 7}', encoding="utf-8")
    (tmp_path / "latin.json").write_bytes("{'namn': 'Åsa'}".encode("latin-1"))
    return tmp_path


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("recalc", "argument saknas: FIL"),
        ("recalc finns-inte.xlsx", "finns-inte.xlsx"),
        ("recalc .", "mapp"),
        ("recalc full.xlsx -o a.xlsx --in-place", "välj antingen -o eller --in-place"),
        ("recalc full.xlsx -o", "-o/--output behöver ett värde"),
        ("recalc full.xlsx --jsn", "okänt argument: --jsn"),
        ("recalc full.xlsx enkel.xlsx", "okänt argument: enkel.xlsx"),
        ("recalc text.xlsx", "ingen arbetsbok"),
        ("recalc full.xlsx -o enkel.xlsx", "enkel.xlsx"),
        ("recalc full.xlsx -o full.xlsx --replace", "--in-place"),
        ("recalc full.xlsx -o saknas/ut.xlsx", "saknas"),
        ("räkna full.xlsx", "kommandot räkna finns inte"),
        ("new full.xlsx", "full.xlsx"),
        ("new ny.xlsx --from finns-inte.json", "finns-inte.json"),
        ("new ny.xlsx --from trasig.json", "trasig.json"),
        ("new ny.xlsx --from latin.json", "latin.json"),
        ("new ny.xlsx --from full.xlsx", "full.xlsx"),
        ("new ny.xlsx --from .", "."),
        ("extend full.xlsx -o ny.xlsx", "full kalkyl"),
        ("extend enkel.xlsx", "argument saknas: -o/--output"),
        ("extend enkel.xlsx -o full.xlsx", "full.xlsx"),
        ("extend enkel.xlsx -o enkel.xlsx --replace", "enkel.xlsx"),
        ("export full.xlsx -o text.xlsx", "text.xlsx"),
        ("export full.xlsx -o full.xlsx --replace", "full.xlsx"),
        ("export text.xlsx", "ingen arbetsbok"),
        ("check text.xlsx", "ingen arbetsbok"),
        ("check full.xlsx --in-place", "okänt argument: --in-place"),
        ("schema full.xlsx", "okänt argument: full.xlsx"),
        ("build-templates --folder finns-inte", "finns-inte"),
    ],
)
def test_a_call_that_makes_no_sense(folder: Path, call: str, said: str) -> None:
    assert said in refused(*call.split(), folder=folder)


def test_a_full_case_does_not_fit_the_simplified_workbook(folder: Path) -> None:
    vardering("export", "full.xlsx", "-o", "full.json", folder=folder)
    assert "ryms inte" in refused("new", "ny.xlsx", "--simple", "--from", "full.json", folder=folder)


def test_a_workbook_with_errors_is_not_exported(folder: Path) -> None:
    (folder / "fel.xlsx").write_bytes(edited(example_file("bygglov"), {"vm_namn": None}))
    before = contents(folder)
    ended = vardering("export", "fel.xlsx", "-o", "fel.json", folder=folder)
    assert (ended.code, ended.out) == (2, "")
    assert "Start!" in ended.err
    assert contents(folder) == before


def test_a_simplified_workbook_with_errors_is_not_extended(folder: Path) -> None:
    (folder / "fel.xlsx").write_bytes(edited(example_file(SIMPLE), {"vm_namn": None}))
    refused("extend", "fel.xlsx", "-o", "ny.xlsx", folder=folder)


def test_a_workbook_of_a_newer_version_is_refused_with_the_version_it_needs(folder: Path) -> None:
    (folder / "nyare.xlsx").write_bytes(edited(example_file("bygglov"), {"vm_mallversion": 9.0}))
    assert "9" in refused("recalc", "nyare.xlsx", folder=folder)


def test_a_workbook_that_is_open_in_a_spreadsheet_program_is_left_alone(folder: Path) -> None:
    (folder / "~$full.xlsx").write_bytes(b"Anna")
    refused("recalc", "full.xlsx", "--in-place", folder=folder)


def test_an_existing_output_is_replaced_on_request(folder: Path) -> None:
    (folder / "ut.xlsx").write_bytes(b"gammalt")
    assert vardering("recalc", "full.xlsx", "-o", "ut.xlsx", "--replace", folder=folder).code == 0
    assert snapshot_of((folder / "ut.xlsx").read_bytes()).tables


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with workbooks that all may read and write, in which nothing can be made."""
    # Not under tmp_path, whose parents only their owner may enter.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file_name, example in (("full.xlsx", "bygglov"), ("enkel.xlsx", SIMPLE)):
            (folder / file_name).write_bytes(example_file(example))
            (folder / file_name).chmod(0o666)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize(
    "call",
    ["recalc full.xlsx", "recalc full.xlsx --in-place", "new ny.xlsx", "extend enkel.xlsx -o ny.xlsx"],
)
def test_a_read_only_folder(locked_folder: Path, call: str) -> None:
    assert "mappen" in refused(*call.split(), folder=locked_folder, as_nobody=True).lower()


def test_a_reader_that_leaves_ends_the_run_quietly(folder: Path) -> None:
    command = [sys.executable, "-m", "vardering.hosts.cli.main", "schema"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
