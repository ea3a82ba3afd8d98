"""Templates, examples and recalculated files before Microsoft's validator, openxml-audit and our own eye."""

from pathlib import Path

import pytest

from builders import a_case, a_change
from e2e.workbook_files import (
    EXAMPLE_NAMES,
    edited,
    example_file,
    grown,
    new_file,
    recalculated,
    recalculated_example,
    snapshot_of,
)
from judges.open_xml_sdk import OpenXmlSdk
from judges.openxml_audit import audit_errors
from judges.structure import structure_errors
from vardering.commands.creation import new_case
from vardering.model.vocabulary import CaseForm


def with_more_rows() -> bytes:
    content = grown(recalculated_example("bygglov").content, "vm_drift", 40)
    last = len(snapshot_of(content).tables["vm_drift"].rows) - 1
    return edited(content, {("vm_drift", last, "Benämning"): "=1+1"})


FILES = {
    "kalkyl": lambda: new_file(new_case(CaseForm.FULL, 2027)),
    "forenklad": lambda: new_file(new_case(CaseForm.SIMPLIFIED, 2027)),
    "kalkyl-beräknad-tom": lambda: recalculated(new_file(new_case(CaseForm.FULL, 2027))).content,
    **{f"{name}-ny": lambda name=name: example_file(name) for name in EXAMPLE_NAMES},
    **{f"{name}-beräknad": lambda name=name: recalculated_example(name).content for name in EXAMPLE_NAMES},
    "beräknad-två-gånger": lambda: recalculated(recalculated_example("digitala_las").content).content,
    "ett-år": lambda: recalculated(new_file(a_case(change=a_change(horizon_years=1)))).content,
    "fyrtio-år": lambda: recalculated(edited(recalculated_example("bygglov").content, {"vm_kalkyltid": 40.0})).content,
    "fyrtio-och-tillbaka": lambda: (
        recalculated(
            edited(
                recalculated(edited(example_file("systemavveckling"), {"vm_kalkyltid": 40.0})).content,
                {"vm_kalkyltid": 2.0},
            )
        ).content
    ),
    "med-fel": lambda: (
        recalculated(
            edited(recalculated_example("bygglov").content, {("vm_effekter", 0, "Volym trolig"): "ca 100"})
        ).content
    ),
    "förenklad-med-fel": lambda: (
        recalculated(edited(recalculated_example("ledningsrapport_forenklad").content, {"vm_namn": None})).content
    ),
    "fler-rader": lambda: recalculated(with_more_rows()).content,
}


@pytest.fixture(params=FILES)
def judged_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.xlsx"
    path.write_bytes(FILES[request.param]())
    return path


def test_the_structure_is_sound(judged_file: Path) -> None:
    assert structure_errors(judged_file) == []


def test_openxml_audit_finds_nothing(judged_file: Path) -> None:
    assert audit_errors(judged_file) == []


def test_the_open_xml_sdk_finds_nothing(judged_file: Path, ooxml_sdk: OpenXmlSdk) -> None:
    assert ooxml_sdk.errors_in(judged_file) == []
