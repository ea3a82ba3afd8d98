"""Every command has a runner, and each runner writes, prints and ends as it should, in one process."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from vardering.base.faults import CallError
from vardering.commands.registry import COMMANDS
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.runners import ELSEWHERE, RUNNERS


@pytest.fixture(autouse=True)
def in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795512600")
    monkeypatch.setenv("TMPDIR", str(tmp_path))


def run(*arguments: str) -> int:
    options = build_parser("1.0", arguments).parse_args(arguments)
    return RUNNERS[options.command](options)


def refusal(*arguments: str) -> str:
    with pytest.raises(CallError) as refused:
        run(*arguments)
    return str(refused.value.fault.arguments.get("reason", refused.value.fault.code))


@pytest.fixture
def simple() -> str:
    """A simplified example that is filled in."""
    from vardering.commands.exchange import case_json
    from vardering.examples.catalogue import load_example

    Path("k.json").write_text(case_json(load_example("ledningsrapport_forenklad")), encoding="utf-8")
    assert run("new", "enkel.xlsx", "--from", "k.json") == 0
    return "enkel.xlsx"


def test_there_is_a_runner_for_every_command_and_no_other() -> None:
    assert set(RUNNERS) == {command.name for command in COMMANDS}


def test_a_workbook_goes_from_case_to_results_and_back(simple: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", simple) == 0
    assert run("recalc", simple, "--user", "Bo") == 0
    assert Path("enkel (omräknad).xlsx").is_file()
    assert "Nettonuvärde" in capsys.readouterr().out
    assert run("export", "enkel (omräknad).xlsx") == 0
    assert capsys.readouterr().out == Path("k.json").read_text("utf-8") + "\n"
    assert run("export", simple, "-o", "ut.json", "--without-names") == 0
    assert json.loads(Path("ut.json").read_text("utf-8"))["assessment"] == []


def test_json_comes_instead_of_the_table(simple: str, capsys: pytest.CaptureFixture[str]) -> None:
    for call in (("recalc", simple, "-o", "ut.xlsx", "--json"), ("check", simple, "--json")):
        capsys.readouterr()
        assert run(*call) == 0
        assert json.loads(capsys.readouterr().out)["views"]


def test_in_place_keeps_a_backup(simple: str) -> None:
    before = Path(simple).read_bytes()
    assert run("recalc", simple, "--in-place") == 0
    (backup,) = Path().glob("enkel (före omräkning *).xlsx")
    assert backup.read_bytes() == before


def test_extend_can_tell_the_simplified_file_where_the_full_one_is(simple: str) -> None:
    before = Path(simple).read_bytes()
    assert run("extend", simple, "-o", "full.xlsx") == 0
    assert Path(simple).read_bytes() == before
    assert run("extend", simple, "-o", "full.xlsx", "--replace", "--link-back") == 0
    (backup,) = Path().glob("enkel (före utökning *).xlsx")
    assert backup.read_bytes() == before
    assert run("check", "full.xlsx") == 0


def test_an_empty_workbook_has_errors_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new") == 0
    assert run("new", "--simple") == 0
    for name in ("kalkyl.xlsx", "forenklad.xlsx"):
        assert run("check", name) == 1
        assert run("recalc", name) == 1
        assert refusal("export", name) == "export-has-errors"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (("recalc", "enkel.xlsx", "--in-place", "-o", "b.xlsx"), "välj antingen -o eller --in-place"),
        (("recalc", "enkel.xlsx", "-o", "enkel.xlsx"), "enkel.xlsx är filen som läses; välj --in-place"),
        (("extend", "enkel.xlsx", "-o", "enkel.xlsx"), "enkel.xlsx är filen som läses; välj ett annat namn"),
        (("export", "enkel.xlsx", "-o", "enkel.xlsx"), "enkel.xlsx är filen som läses; välj ett annat namn"),
        (("new", "--from", "saknas.json"), "file-missing"),
        (("build-templates",), "file-missing"),
    ],
)
def test_a_call_that_would_destroy_something_is_refused(simple: str, call: tuple[str, ...], reason: str) -> None:
    before = Path(simple).read_bytes()
    assert refusal(*call).startswith(reason)
    assert Path(simple).read_bytes() == before


def test_a_full_case_does_not_go_into_a_simplified_workbook() -> None:
    from vardering.commands.exchange import case_json
    from vardering.examples.catalogue import load_example

    Path("k.json").write_text(case_json(load_example("bygglov")), encoding="utf-8")
    assert refusal("new", "--simple", "--from", "k.json") == "en full kalkyl ryms inte i en förenklad bedömning"


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert "properties" in json.loads(capsys.readouterr().out)


def test_a_runner_of_another_module_is_found_when_it_is_run() -> None:
    for module, name in ELSEWHERE.values():
        assert callable(getattr(import_module(f"vardering.hosts.cli.{module}"), name))
