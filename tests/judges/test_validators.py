"""The two validators pass a sound workbook and turn down broken ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from judges.open_xml_sdk import OpenXmlSdk
from judges.openxml_audit import audit_errors
from judges.samples import broken_workbook, sample_workbook

SHEET = "xl/worksheets/sheet1.xml"

FAULTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "elements in the wrong order": (
        SHEET,
        lambda text: text.replace("</sheetData>", "</sheetData><cols><col min='1' max='1'/></cols>"),
    ),
    "an attribute of no such kind": (SHEET, lambda text: text.replace('<row r="4"', '<row r="4" ht="hög"')),
    "an unknown element": ("xl/styles.xml", lambda text: text.replace("<cellXfs", "<cellLooks/><cellXfs")),
}


def test_the_sdk_passes_a_sound_workbook(ooxml_sdk: OpenXmlSdk, tmp_path: Path) -> None:
    path = tmp_path / "prov å.xlsx"
    path.write_bytes(sample_workbook())
    assert ooxml_sdk.errors_in(path) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_sdk_turns_down(ooxml_sdk: OpenXmlSdk, tmp_path: Path, fault: str) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(broken_workbook(*FAULTS[fault]))
    assert ooxml_sdk.errors_in(path)


def test_the_sdk_turns_down_what_is_no_package(ooxml_sdk: OpenXmlSdk, tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(b"not a zip file")
    assert ooxml_sdk.errors_in(path)


def test_the_audit_passes_a_sound_workbook(tmp_path: Path) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(sample_workbook())
    assert audit_errors(path) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_audit_turns_down(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "prov.xlsx"
    path.write_bytes(broken_workbook(*FAULTS[fault]))
    assert audit_errors(path)
