"""Mistakes in what a judgement rests on, as people make them: ranges, weights, groups, scores and simulation settings.

Each is run as a process: found at its cell with what to do, exit code 1, earlier results and the file that was read
untouched. What is asked for on the command line and cannot be done ends with 2 and writes nothing.
"""

import json
from pathlib import Path

import pytest

from builders import a_case, a_change, a_cost, an_effect
from e2e.command_line import contents, refused, vardering
from e2e.workbook_files import Edits, edited, new_file, snapshot_of
from vardering.base.cells import CellValue
from vardering.model.assessment import Criterion, CriterionScore
from vardering.model.assumptions import CorrelationGroup
from vardering.model.change import AssessmentScore
from vardering.model.vocabulary import AssessmentArea
from vardering.workbook import written_names

LIMITS = "Skriv ett tal inom de gränser som visas när cellen markeras."
DIGITS = "Skriv bara siffror, till exempel 1234,5."
RESULTS = (
    written_names.KEY_FIGURES,
    written_names.RESULT_TABLES,
    written_names.SENSITIVITY_ROWS,
    written_names.SIMULATION,
    written_names.DECISION_BASIS,
)
Cell = tuple[str, int, str] | str
MISTAKES: dict[str, tuple[Cell, CellValue, str, str]] = {
    "low above likely": (
        ("vm_utveckling", 0, "Antal låg"),
        9.0,
        "range-broken",
        "Låg ska vara minst och hög störst. Lämna tomt om det inte finns något spann.",
    ),
    "low above high": (
        ("vm_effekter", 0, "Volym låg"),
        9_000.0,
        "range-broken",
        "Låg ska vara minst och hög störst. Lämna tomt om det inte finns något spann.",
    ),
    "weights of areas 99 per cent": (
        ("vm_omradesvikter", 0, "Vikt procent"),
        34.0,
        "weights-not-whole",
        "Ändra vikterna så att de tillsammans är 100 procent.",
    ),
    "weights within an area 101 per cent": (
        ("vm_kriterievikter", 0, "Vikt procent"),
        61.0,
        "weights-not-whole",
        "Ändra vikterna så att de tillsammans är 100 procent.",
    ),
    "a correlation group of one": (
        ("vm_utveckling", 0, "Samvariation"),
        "Priser",
        "correlation-group-of-one",
        "Välj gruppen också på de rader som ska följas åt, eller töm cellen.",
    ),
    "no draws": ("vm_dragningar", 0.0, "value-out-of-range", LIMITS),
    "a negative number of draws": ("vm_dragningar", -1.0, "value-out-of-range", LIMITS),
    "a thousand million draws": ("vm_dragningar", 1e9, "value-out-of-range", LIMITS),
    "one and a half draws": ("vm_dragningar", 10_000.5, "not-a-whole-number", "Skriv ett heltal utan decimaler."),
    "draws in words": ("vm_dragningar", "många", "not-a-number", DIGITS),
    "a seed in words": ("vm_slumptalsfro", "sjutton", "not-a-number", DIGITS),
    "a score of 6": (("vm_kriterier", 0, "Poäng 1 till 5"), 6.0, "value-out-of-range", LIMITS),
    "a score of an area of 6": (("vm_bedomning", 0, "Poäng 1 till 5"), 6.0, "value-out-of-range", LIMITS),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A simulated workbook in which nothing is wrong."""
    folder = tmp_path_factory.mktemp("hel")
    case = a_case(
        change=a_change(owner="Anna"),
        development=(a_cost(driver_low=0.5, driver_high=2.0), a_cost(id="U2")),
        effects=(an_effect(driver_low=500.0, driver_high=2_000.0),),
        correlation_groups=(CorrelationGroup(name="Priser", strength=0.5),),
        assessment=(AssessmentScore(area=AssessmentArea.URGENCY, score=3, reason="Avtalet går ut."),),
        criteria=(CriterionScore(criterion=Criterion.LEGAL_DEMAND, score=3, reason="Lagen ändras."),),
    )
    (folder / "k.xlsx").write_bytes(new_file(case))
    assert vardering("simulate", "k.xlsx", "--in-place", folder=folder).code == 0
    return (folder / "k.xlsx").read_bytes()


def place(content: bytes, cell: Cell) -> tuple[str, str]:
    """Sheet and cell of what was typed."""
    snapshot = snapshot_of(content)
    if isinstance(cell, str):
        position = snapshot.names[cell].position
    else:
        table = snapshot.tables[cell[0]]
        column = table.column_index(cell[2])
        assert column is not None
        position = table.position(cell[1], column)
    return position.sheet, position.a1


@pytest.mark.parametrize("command", ["recalc", "simulate"])
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_at_its_cell_and_results_and_original_stay(
    tmp_path: Path, sound: bytes, name: str, command: str
) -> None:
    cell, value, code, remedy = MISTAKES[name]
    edits: Edits = {cell: value}
    wrong = edited(sound, edits)
    (tmp_path / "k.xlsx").write_bytes(wrong)
    ended = vardering(command, "k.xlsx", "-o", "ut.xlsx", "--json", folder=tmp_path)
    assert ended.code == 1
    errors = [found for found in json.loads(ended.out)["findings"] if found["severity"] == "error"]
    sheet, where = place(wrong, cell)
    assert [(found["code"], found["sheet"], found["cell"], found["remedy"]) for found in errors] == [
        (code, sheet, where, remedy)
    ]
    assert f"Fel: {sheet}!{where}: " in ended.err
    assert (tmp_path / "k.xlsx").read_bytes() == wrong
    before, after = snapshot_of(wrong), snapshot_of((tmp_path / "ut.xlsx").read_bytes())
    for area in RESULTS:
        assert after.names[area].values == before.names[area].values
    listed = after.names[written_names.FINDINGS].values
    assert [row for row in listed if code in row and where in row] != []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--draws 0", "--draws: ”0” är inget heltal mellan "),
        ("--draws -1", "--draws: ”-1” är inget heltal mellan "),
        ("--draws 1000000000", "--draws: ”1000000000” är inget heltal mellan "),
        ("--draws 1,5", "--draws: ”1,5” är inget heltal mellan "),
        ("--draws tusen", "--draws: ”tusen” är inget heltal mellan "),
        ("--seed sjutton", "--seed: ”sjutton” är inget heltal mellan "),
        ("--seed -1", "--seed: ”-1” är inget heltal mellan "),
        ("--distribution normal", "Fördelningen ”normal” finns inte."),
    ],
)
def test_what_cannot_be_simulated_is_refused_and_nothing_is_written(
    tmp_path: Path, sound: bytes, options: str, said: str
) -> None:
    (tmp_path / "k.xlsx").write_bytes(sound)
    before = contents(tmp_path)
    assert refused("simulate", "k.xlsx", *options.split(), folder=tmp_path).startswith(said)
    assert contents(tmp_path) == before
