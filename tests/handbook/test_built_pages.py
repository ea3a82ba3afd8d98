"""The built handbook is what its sources give, everything in it leads somewhere, and it covers the whole product."""

import json
import re
import struct
from itertools import pairwise

import pytest

from handbook.pages import CHAPTERS, FOLDER, Page, page
from house.source_files import ROOT
from vardering.commands.buttons import BUTTONS
from vardering.commands.registry import COMMANDS
from vardering.commands.template_building import planned_files
from vardering.handbook.declarations import BUILDERS, parameters
from vardering.handbook.document import HANDBOOK, QUICK_GUIDE, build_handbook
from vardering.handbook.field_lists import EVERY_CONTRACT
from vardering.handbook.pictures import made_pictures, sheet_mark, wanted_pictures
from vardering.texts.fault_texts import FAULT_TEXTS
from vardering.texts.glossary import glossary
from vardering.texts.handbook_sections import FAMILY_SECTIONS, OWN_SECTIONS, section_of

PAGES = (HANDBOOK, QUICK_GUIDE)
REBUILD = "Run: uv run vardering build-handbook --pictures --pdf"
LARGEST_PICTURE = 150_000
WHOLE = page(HANDBOOK)


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    return dict(build_handbook(FOLDER).pages)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_its_sources_give(built: dict[str, str], name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == built[name], REBUILD


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    for link in page(name).links:
        file, _, anchor = link.partition("#")
        assert not file or file in PAGES, link
        assert not anchor or anchor in page(file or name).anchors, link


@pytest.mark.parametrize("name", PAGES)
def test_anchors_are_unique_and_elements_are_closed_in_their_order(name: str) -> None:
    read = page(name)
    assert sorted(set(read.anchors)) == sorted(read.anchors)
    assert read.misplaced == []
    assert read.open_elements == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    levels = [level for level, _ in page(name).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_fetched_from_elsewhere() -> None:
    for name in PAGES:
        text = (FOLDER / name).read_text("utf-8")
        # A finding may give an address as an example; nothing is linked to or loaded from one.
        assert not re.search(r"""(?:=\s*["']?|url\(\s*["']?|@import\s+["'])(?:https?:)?//""", text)
        assert "<script" not in text


def test_every_picture_is_there_small_and_said_in_words() -> None:
    assert len(WHOLE.pictures) == len(wanted_pictures(FOLDER))
    for shown in WHOLE.pictures:
        content = (FOLDER / shown["src"]).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (int(shown["width"]), int(shown["height"]))
        assert len(content) < LARGEST_PICTURE
        assert len(shown["alt"]) > 40


def test_every_picture_shows_the_sheet_as_it_is_now() -> None:
    made = made_pictures(FOLDER)
    for wanted in wanted_pictures(FOLDER):
        source = ROOT / "workbook_templates" / f"{wanted.workbook}.xlsx"
        assert made[wanted.name].made_from == sheet_mark(source, wanted.sheet), f"{wanted.name}. {REBUILD}"


def test_the_pictures_folder_holds_nothing_else() -> None:
    kept = {path.name for path in (FOLDER / "bilder").iterdir()}
    assert kept == {"bilder.json", *(f"{wanted.name}.png" for wanted in wanted_pictures(FOLDER))}
    assert set(json.loads((FOLDER / "bilder" / "bilder.json").read_text("utf-8"))) == set(made_pictures(FOLDER))


def test_every_sheet_of_the_workbooks_has_a_section_and_a_picture() -> None:
    words = {words for _, words in WHOLE.headings}
    pictured = {wanted.sheet for wanted in wanted_pictures(FOLDER)}
    for planned in planned_files():
        for sheet in planned.layout.sheets:
            assert {f"Bladet {sheet.name}", f"{sheet.name} bedömning"} & words, sheet.name
            assert sheet.name in pictured


def test_every_field_finding_parameter_command_and_word_is_listed() -> None:
    text = "".join(WHOLE.text)
    for contract in EVERY_CONTRACT.values():
        for table in contract.tables:
            assert all(column.heading in text for column in table.columns)
        assert all(value.label in text for value in contract.values)
    assert {f"fel-{code}" for code in FAULT_TEXTS} <= set(WHOLE.anchors)
    assert all(entry.name in text and entry.source in text for entry in parameters())
    assert all(term.explanation in text for term in glossary())
    assert all(button.label in text and button.tip in text for button in BUTTONS)
    listed = set(re.findall(r'<th scope="row"><code>vardering (\S+)</code>', (FOLDER / HANDBOOK).read_text("utf-8")))
    assert listed == {command.name for command in COMMANDS if not command.name.startswith(BUILDERS)}


@pytest.mark.parametrize("code", FAULT_TEXTS)
def test_a_finding_leads_to_a_section_that_says_more(code: str) -> None:
    assert section_of(code) in WHOLE.anchors


def test_the_exceptions_are_findings_that_exist() -> None:
    assert set(OWN_SECTIONS) <= set(FAULT_TEXTS)
    assert not [code for family, section in FAMILY_SECTIONS for code in family if OWN_SECTIONS.get(code) == section]


def test_every_chapter_is_in_the_contents() -> None:
    titles = [path.read_text("utf-8").splitlines()[0].removeprefix("## ") for path in CHAPTERS]
    assert [words for level, words in WHOLE.headings if level == 2] == ["Innehåll", *titles]


def test_what_is_looked_for_would_be_found() -> None:
    broken = Page()
    broken.feed('<p id="a"><a href="#b">x</p></a><img src="c" alt="">')
    assert broken.misplaced == ["p", "a"]
    assert broken.links == ["#b"]
    assert broken.pictures == [{"src": "c", "alt": ""}]
