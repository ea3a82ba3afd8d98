"""What happened becomes an exit code and a sentence; a defect shows no traceback unless it is asked for."""

import gc
import os
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from vardering.base.faults import CallError
from vardering.hosts.cli import main as program
from vardering.hosts.cli import runners

CALL = ("schema",)


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """A process of its own may do without collecting garbage; the tests may not."""
    yield
    gc.enable()


def run_with(result: int | BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    def run(_: SimpleNamespace) -> int:
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(runners, "RUNNERS", {"schema": run})
    return program.main(CALL)


@pytest.mark.parametrize("code", [0, 1])
def test_the_code_of_the_runner_is_the_code_of_the_program(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_with(code, monkeypatch) == code


def test_a_refusal_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_with(CallError("call-invalid", reason="så gör man inte"), monkeypatch) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "så gör man inte" in shown.err
    assert shown.err.count("\n") == 1


def test_too_little_memory_is_said_as_such(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_with(MemoryError(), monkeypatch) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_defect_has_a_run_id_and_says_how_to_see_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VARDERING_TRACEBACK", raising=False)
    assert run_with(ZeroDivisionError(), monkeypatch) == 2
    shown = capsys.readouterr().err
    assert f"ZeroDivisionError-{os.getpid()}" in shown
    assert "VARDERING_TRACEBACK=1" in shown


def test_whoever_asks_for_it_sees_the_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARDERING_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run_with(ZeroDivisionError(), monkeypatch)


def test_a_call_without_a_command_gets_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main([]) == 2
    assert "recalc" in capsys.readouterr().err


def test_the_programs_own_arguments_are_used_where_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["vardering", "flyg"])
    assert program.main() == 2
    assert "kommandot flyg finns inte" in capsys.readouterr().err
