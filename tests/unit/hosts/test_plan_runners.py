"""The commands of the plan write, print and refuse as they should, in one process."""

import json
from pathlib import Path

import pytest

from house.source_files import ROOT
from vardering.base.faults import CallError
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.runners import RUNNERS

EXAMPLE = ROOT / "workbook_templates" / "exempel_digitala_las.xlsx"
DECISION = "KS § 12 2026-11-25"


@pytest.fixture(autouse=True)
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795512600")
    Path("k.xlsx").write_bytes(EXAMPLE.read_bytes())


def run(*arguments: str) -> int:
    options = build_parser("1.0", arguments).parse_args(arguments)
    return RUNNERS[options.command](options)


def test_a_plan_is_updated_beside_the_workbook_or_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("k.xlsx").read_bytes()
    assert run("plan", "k.xlsx", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["rows"]) == 13
    assert Path("k (plan).xlsx").is_file()
    assert Path("k.xlsx").read_bytes() == before
    assert run("plan", "k.xlsx", "--in-place") == 0
    (backup,) = Path().glob("k (före planen*).xlsx")
    assert backup.read_bytes() == before


def test_a_person_sees_tasks_and_gets_a_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("k.xlsx").read_bytes()
    assert run("plan", "k.xlsx", "--for", "Johan Exempel") == 0
    assert "E8  En tjänst som nyckelsamordnare upphör\n    Åta er effekten" in capsys.readouterr().out
    assert run("plan", "k.xlsx", "--for", "Johan Exempel", "--json", "--calendar", "m.ics") == 0
    assert json.loads(capsys.readouterr().out)["name"] == "Johan Exempel"
    assert Path("m.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert Path("k.xlsx").read_bytes() == before


def test_a_plan_is_approved_and_the_gate_says_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("freeze", "k.xlsx", "--decision", DECISION) == 0
    assert "Inför BP3: " in capsys.readouterr().out
    assert run("freeze", "k.xlsx", "--decision", DECISION, "--in-place", "--json") == 0
    assert json.loads(capsys.readouterr().out)["decision"] == DECISION
    assert run("check", "k.xlsx", "--gate", "BP3") == 1
    assert "uppfyllt  Planen är beslutad och fryst på bladet Beslutad plan" in capsys.readouterr().out
    assert run("check", "k.xlsx", "--gate", "BP3", "--json") == 1
    gate = json.loads(capsys.readouterr().out)["gate"]
    assert {found["code"]: found["is_met"] for found in gate["requirements"]}["plan-frozen"]
    assert run("check", "k.xlsx", "--gate", "BP1") == 0


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("plan", "k.xlsx", "--for", "Nisse Hult"), "person-unknown"),
        (("plan", "k.xlsx", "--for", "Lena Exempel", "-o", "ut.xlsx"), "call-invalid"),
        (("plan", "k.xlsx", "--calendar", "k.xlsx", "--replace"), "call-invalid"),
        (("plan", "k.xlsx", "--in-place", "-o", "ut.xlsx"), "call-invalid"),
        (("freeze", "k.xlsx", "--decision", "KS § 12"), "decision-without-date"),
        (("check", "k.xlsx", "--gate", "BP9"), "gate-not-found"),
    ],
)
def test_a_call_that_cannot_be_carried_out_writes_nothing(call: tuple[str, ...], code: str) -> None:
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    with pytest.raises(CallError) as refusal:
        run(*call)
    assert refusal.value.fault.code == code
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_inputs_with_errors_leave_no_file() -> None:
    from e2e.workbook_files import edited

    Path("fel.xlsx").write_bytes(edited(EXAMPLE.read_bytes(), {("vm_effekter", 0, "Volym trolig"): "ca 100"}))
    assert run("plan", "fel.xlsx") == 1
    assert run("freeze", "fel.xlsx", "--decision", DECISION) == 1
    assert {path.name for path in Path().iterdir()} == {"k.xlsx", "fel.xlsx"}
