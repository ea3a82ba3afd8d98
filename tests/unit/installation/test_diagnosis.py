"""Everything the diagnosis can find is found, said in whole sentences, and has a remedy where something is wrong."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from unit.installation.machine_scenes import CASES, Change, Scene
from unit.installation.package_files import VERSION
from vardering.installation import diagnosis
from vardering.installation.checks import State
from vardering.installation.diagnosis import diagnose
from vardering.installation.diagnosis_report import finding, remedy, report_json, report_lines
from vardering.installation.machine import Machine
from vardering.texts.diagnosis_texts import ALL_FINE, DIAGNOSES


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


@pytest.mark.parametrize(
    ("subject", "verdict", "state", "change"), CASES, ids=lambda part: part if isinstance(part, str) else ""
)
def test_what_is_so_is_found(scene: Scene, subject: str, verdict: str, state: State, change: Change) -> None:
    change(scene)
    found = scene.look(subject)
    assert (found.verdict, found.state) == (verdict, state)
    assert finding(found)
    assert bool(remedy(found)) == (state is State.PROBLEM or verdict == "warns")


def test_where_all_is_well_that_is_said(scene: Scene) -> None:
    lines = report_lines(diagnose(scene.machine, VERSION), VERSION)
    assert lines[-1] == ALL_FINE
    assert len(lines) == len(DIAGNOSES) + 2


def test_a_library_that_is_missing_is_named(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "find_spec", lambda name: None if name == "scipy" else find_spec(name))
    found = scene.look("python")
    assert (found.verdict, found.arguments["names"]) == ("libraries-missing", "scipy")
    lines = report_lines(diagnose(scene.machine, VERSION), VERSION)
    assert lines[-1].startswith("1 av 10 ")
    assert "Installera.bat" in lines[2]


def test_elsewhere_than_on_windows_it_says_what_does_not_apply(tmp_path: Path) -> None:
    checks = diagnose(Machine(None, None, tmp_path), VERSION)
    assert {check.subject for check in checks if check.state is State.NOT_HERE} == set(DIAGNOSES) - {"python"}
    assert report_lines(checks, VERSION)[-1] == ALL_FINE
    assert "Betrodd plats" in report_lines(checks, VERSION)[-2]


def test_it_can_be_read_by_a_program(scene: Scene) -> None:
    scene.untrust()
    read = json.loads(report_json(diagnose(scene.machine, VERSION), VERSION))
    assert read["version"] == VERSION
    row = next(row for row in read["checks"] if row["subject"] == "trusted-location")
    assert row["state"] == "problem"
    assert row["remedy"] == "Kör Installera.bat igen."


def test_looking_changes_nothing(scene: Scene) -> None:
    before = scene.registry.everything()
    diagnose(scene.machine, VERSION)
    assert scene.registry.everything() == before


def test_every_verdict_that_has_words_is_found() -> None:
    found = {(subject, verdict) for subject, verdict, _, _ in CASES} | {("python", "libraries-missing")}
    assert found == {(subject, verdict) for subject, text in DIAGNOSES.items() for verdict in text.verdicts}
    assert all(set(text.remedies) <= set(text.verdicts) for text in DIAGNOSES.values())


@pytest.mark.parametrize("subject", DIAGNOSES)
def test_remedies_are_whole_sentences_and_findings_begin_in_the_middle_of_one(subject: str) -> None:
    text = DIAGNOSES[subject]
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in text.remedies.values())
    assert all(not sentence.endswith(".") for sentence in text.verdicts.values())
