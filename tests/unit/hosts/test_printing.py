"""Messages go to stderr and results to stdout, both as a Swedish reader expects them."""

import pytest

from builders import CONTEXT, a_case, snapshot_of
from vardering.base.cells import Position
from vardering.base.faults import Fault, Severity
from vardering.commands.recalculation import recalculate
from vardering.hosts.cli.printing import say_fault, say_findings, show_key_figures
from vardering.model.results import Figure, Reason, Undefined
from vardering.texts.sheet_texts import undefined_reason
from vardering.workbook.presenting.findings import Finding, findings_of
from vardering.workbook.presenting.number_texts import figure_text

WHERE = Position("Effekter", 8, 12)


@pytest.mark.parametrize(
    ("figure", "suffix", "text"),
    [
        (1_234_567.4, "kr", "1 234 567 kr"),
        (-0.4, "kr", "0 kr"),
        (-1_000.0, "kr", "-1 000 kr"),
        (0.125, "share", "12,5 %"),
        (2031.0, "year", "2031"),
        (1.005, "decimals", "1,01"),
        (Undefined(Reason.NEVER), "kr", undefined_reason(Reason.NEVER)),
    ],
)
def test_a_figure_reads_as_in_swedish(figure: Figure, suffix: str, text: str) -> None:
    assert figure_text(figure, suffix) == text


@pytest.mark.parametrize(("where", "start"), [(WHERE, "Effekter!L8: "), (None, "")])
def test_a_fault_is_one_line_with_its_place(
    where: Position | None, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    say_fault(Fault("not-a-date", Severity.ERROR, where, {"heading": "Datum", "value": "snart"}))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"{start}Datum: ”snart” är inget datum. Skriv datumet som 2027-09-01.\n"


def test_findings_are_counted_after_they_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = {"heading": "Datum", "value": "snart"}
    faults = [Fault("not-a-date", severity, WHERE, arguments) for severity in (Severity.ERROR, Severity.WARNING)]
    whole = Finding("macros-untouched", Severity.WARNING, None, "Makron finns.", "Inget behövs.")
    say_findings((*findings_of(faults, ["Effekter"]), whole))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Fel: Effekter!L8: Datum")
    assert lines[1].startswith("Varning: Effekter!L8: Datum")
    assert lines[2:] == ["Varning: Makron finns. Inget behövs.", "1 fel, 2 varningar."]


def test_one_warning_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    say_findings([Finding("x", Severity.WARNING, WHERE, "Så.", "Gör så.")])
    assert capsys.readouterr().err.splitlines()[-1] == "0 fel, 1 varning."


def test_key_figures_stand_in_columns_of_one_width(capsys: pytest.CaptureFixture[str]) -> None:
    results = recalculate(snapshot_of(a_case()), CONTEXT).results
    assert results is not None
    show_key_figures(results)
    heading, line, *rows = capsys.readouterr().out.splitlines()
    assert heading.split("  ")[0] == "Nyckeltal"
    assert set(line) == {"─", " "}
    assert {len(row) for row in (heading, line, *rows)} == {len(heading)}
    assert rows[0].startswith("Nettonuvärde ")
