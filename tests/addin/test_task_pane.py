"""The page of the task pane as it is built: every button, no sentence left out, nothing that a strict policy stops."""

import json
import re
from html.parser import HTMLParser

import pytest

from addin.web_folder import BUILT, DRAWINGS, FOLDER
from vardering.addin.task_pane import MOST_BYTES, OFFICE_JS, SECONDS, task_pane
from vardering.addin.web_addin import web_addin
from vardering.base.faults import CallError
from vardering.commands.buttons import BUTTONS, WITHOUT_BOOK, Button, Group
from vardering.texts import pane_texts as words

PAGE = BUILT["pane.html"].decode()
VOID = {"meta", "link", "path", "circle", "rect", "input"}


class Elements(HTMLParser):
    """Every element with its attributes, and the text within it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found.append((tag, given))
        if tag not in VOID:
            self._open.append(given.get("id") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for name in self._open:
            if name:
                self.text[name] = self.text.get(name, "") + data


ELEMENTS = Elements(PAGE)


def attributes(tag: str) -> list[dict[str, str | None]]:
    return [given for found, given in ELEMENTS.found if found == tag]


@pytest.mark.parametrize("name", sorted(BUILT))
def test_a_file_is_what_its_sources_give_byte_for_byte(name: str) -> None:
    assert (FOLDER / name).read_bytes() == BUILT[name]


def test_no_picture_is_left_over() -> None:
    assert {f"icons/{path.name}" for path in (FOLDER / "icons").iterdir()} == {
        name for name in BUILT if name.startswith("icons/")
    }


def test_every_button_is_there_in_its_group_the_large_ones_first() -> None:
    shown = [given for given in attributes("button") if given.get("data-button")]
    expected = sorted(BUTTONS, key=lambda button: (list(Group).index(button.group), not button.large))
    assert [given["data-button"] for given in shown] == [button.name for button in expected]
    assert [given["class"] for given in shown] == ["tile" if button.large else "row" for button in expected]
    assert [given["data-reads"] for given in shown] == [
        "no" if button.command in WITHOUT_BOOK else "yes" for button in expected
    ]


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: str(button.name))
def test_a_button_is_called_by_its_label_and_described_by_its_tip(button: Button) -> None:
    (given,) = [given for given in attributes("button") if given.get("data-button") == button.name]
    assert ELEMENTS.text[str(given["aria-labelledby"])] == button.label
    assert ELEMENTS.text[str(given["aria-describedby"])] == button.tip


def test_ids_are_unique_and_what_is_named_is_there() -> None:
    ids = [str(given["id"]) for _, given in ELEMENTS.found if "id" in given]
    assert len(set(ids)) == len(ids)
    named = {str(given[key]) for _, given in ELEMENTS.found for key in given if key in {"aria-labelledby", "for"}}
    assert named <= set(ids)


def test_no_line_of_script_or_style_stands_in_the_page() -> None:
    for tag, given in ELEMENTS.found:
        assert not [name for name in given if name.startswith("on") or name == "style"], tag
        assert tag != "style"
    scripts = attributes("script")
    assert [given.get("src") for given in scripts] == [OFFICE_JS, "pane.js", None]
    assert scripts[-1]["type"] == "application/json"


def test_what_the_code_says_comes_with_the_page() -> None:
    told = json.loads(ELEMENTS.text["told"])
    assert told == {"words": words.WORDS, "faults": words.FAULTS, "seconds": SECONDS, "most": MOST_BYTES}


def test_a_sentence_cannot_end_the_block_it_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(words.WORDS, "done", "</script><b>")
    page = task_pane((), {"vardering": "<svg/>"})
    assert page.count("</script>") == 3
    assert "<b>" not in page


@pytest.mark.parametrize("name", sorted(words.FAULTS))
def test_a_fault_says_what_to_do_in_whole_sentences(name: str) -> None:
    sentence = words.FAULTS[name]
    assert sentence.endswith(".")
    assert re.search(r"\. \S|^Avsluta ", sentence)


def test_a_missing_drawing_is_named() -> None:
    with pytest.raises(CallError) as stop:
        web_addin(DRAWINGS / "finns inte")
    assert stop.value.fault.code == "file-missing"


def test_every_word_is_shown_somewhere_and_no_other_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in FOLDER.glob("*.js") if not path.name.startswith("book"))
    assert [name for name in words.FAULTS if f'"{name}"' not in code] == []
    inside = {"done", "warning", "failed"}
    shown = {*re.findall(r"words\.(\w+)", code), *re.findall(r'words\["([\w-]+)"\]', code)}
    shown |= set(re.findall(r'\? "(choose-files)" : "(choose-file)"', code)[0])
    assert (shown | inside | {"close"}) == set(words.WORDS)
