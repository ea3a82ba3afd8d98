"""What can be clicked is named before the command that does the same: most readers have Excel and no terminal."""

import re
from pathlib import Path

import pytest

from house.source_files import ROOT
from vardering.commands.buttons import BUTTONS
from vardering.texts.fault_texts import FAULT_TEXTS

CHAPTERS = sorted((ROOT / "addin" / "handbok" / "kapitel").glob("*.md"))
MENTIONED = re.compile(r"vardering ([a-z-]+)")


def without_button(text: str) -> list[str]:
    """The commands of a text that have a button, where none of its labels stands before the command."""
    labels: dict[str, list[str]] = {}
    for button in BUTTONS:
        labels.setdefault(button.command, []).append(button.label)
    return [
        found[1]
        for found in MENTIONED.finditer(text)
        if found[1] in labels and not any(label in text[: found.start()] for label in labels[found[1]])
    ]


@pytest.mark.parametrize("code", FAULT_TEXTS)
def test_a_fault_tells_what_to_click_before_what_to_run(code: str) -> None:
    if code != "call-invalid":  # only the command line can be called in the wrong way
        assert without_button(FAULT_TEXTS[code].remedy) == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_section_of_the_handbook_tells_what_to_click_before_what_to_run(path: Path) -> None:
    sections = re.split(r"^#+ ", path.read_text("utf-8"), flags=re.MULTILINE)
    assert {section.partition("\n")[0]: wrong for section in sections if (wrong := without_button(section))} == {}


def test_a_command_without_its_button_would_be_found() -> None:
    assert without_button("Kör vardering upgrade.") == ["upgrade"]
    assert without_button("Klicka på Uppgradera, eller kör vardering upgrade. Se vardering schema.") == []
