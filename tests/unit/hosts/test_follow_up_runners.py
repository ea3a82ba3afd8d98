"""The commands of the follow-up write, print and refuse as they should, in one process."""

import json
from datetime import date
from pathlib import Path

import pytest

from house.source_files import ROOT
from vardering.base.faults import BookNotWrittenError, CallError
from vardering.hosts.cli.arguments import build_parser
from vardering.hosts.cli.runners import RUNNERS

EXAMPLE = ROOT / "workbook_templates" / "exempel_digitala_las.xlsx"


@pytest.fixture(autouse=True)
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795512600")
    Path("k.xlsx").write_bytes(EXAMPLE.read_bytes())


def run(*arguments: str) -> int:
    options = build_parser("1.0", arguments).parse_args(arguments)
    return RUNNERS[options.command](options)


def test_a_follow_up_is_written_beside_the_workbook_or_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("k.xlsx").read_bytes()
    assert run("follow-up", "k.xlsx", "--date", "2028-10-15") == 0
    assert capsys.readouterr().out.startswith("Läget 2028-10-15: ")
    assert Path("k (uppföljning).xlsx").is_file()
    assert Path("k.xlsx").read_bytes() == before
    assert run("follow-up", "k.xlsx", "--json", "--in-place") == 0
    assert json.loads(capsys.readouterr().out)["day"] == "2026-11-24"
    (backup,) = Path().glob("k (före uppföljning*).xlsx")
    assert backup.read_bytes() == before


def test_a_tertial_report_is_written_beside(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("follow-up", "k.xlsx", "--date", "2028-10-15", "--report", "rapport.txt") == 0
    assert Path("rapport.txt").read_text(encoding="utf-8").startswith("Tertialrapport 3 2028: Digitala lås")
    assert "Sparat: rapport.txt" in capsys.readouterr().err
    with pytest.raises(CallError):
        run("follow-up", "k.xlsx", "--report", "k.xlsx", "--replace")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(CallError) as refused:
        run("follow-up", "k.xlsx", "--date", "15 oktober")
    assert refused.value.fault.code == "day-invalid"


def test_a_workbook_with_errors_is_told_and_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "tom.xlsx") == 0
    assert run("follow-up", "tom.xlsx") == 1
    assert "Fel: " in capsys.readouterr().err
    assert not Path("tom (uppföljning).xlsx").exists()


def test_forms_go_out_and_come_back(capsys: pytest.CaptureFixture[str]) -> None:
    from e2e.workbook_files import Edits, edited

    assert run("forms", "k.xlsx", "--folder", "ut/formulär", "--date", "2028-10-15") == 0
    forms = sorted(Path("ut/formulär").iterdir())
    assert [form.name for form in forms][1] == "Uppföljning Maria Exempel 2028-10-15.xlsx"
    assert len(capsys.readouterr().out.splitlines()) == len(forms) == 4
    with pytest.raises(BookNotWrittenError):
        run("forms", "k.xlsx", "--folder", "ut/formulär", "--date", "2028-10-15")
    answers: Edits = {("vm_formular", 0, "Datum"): date(2026, 11, 1), ("vm_formular", 0, "Utfall"): 7.0}
    Path("svar.xlsx").write_bytes(edited(forms[1].read_bytes(), answers))
    early = edited(forms[1].read_bytes(), {**answers, ("vm_formular", 0, "Datum"): date(2028, 4, 30)})
    Path("senare.xlsx").write_bytes(early)
    assert run("collect", "k.xlsx", "senare.xlsx", "-o", "senare ny.xlsx", "--date", "2028-10-15") == 0
    assert capsys.readouterr().out.startswith("1 nya rader, ")
    Path("trasig.xlsx").write_text("inte en arbetsbok", encoding="utf-8")
    assert run("collect", "k.xlsx", "svar.xlsx", "-o", "ny.xlsx") == 0
    told = capsys.readouterr()
    assert told.out == "0 nya rader, 0 kompletterade, 0 redan inlästa, 0 i konflikt.\n"
    assert "I filen svar.xlsx: Datumet 2026-11-01 ligger utanför" in told.err
    assert run("collect", "k.xlsx", "svar.xlsx", "trasig.xlsx", "--in-place") == 1
    assert "I filen trasig.xlsx: Filen är ingen arbetsbok." in capsys.readouterr().err


def test_a_workbook_with_errors_makes_no_forms_and_takes_nothing_in(capsys: pytest.CaptureFixture[str]) -> None:
    from e2e.workbook_files import edited

    Path("fel.xlsx").write_bytes(edited(EXAMPLE.read_bytes(), {("vm_effekter", 0, "Volym trolig"): "ca 100"}))
    assert run("forms", "fel.xlsx", "--folder", "ut") == 1
    assert run("collect", "fel.xlsx", "k.xlsx") == 1
    assert capsys.readouterr().out == ""
    assert not Path("fel (mätvärden).xlsx").exists()
