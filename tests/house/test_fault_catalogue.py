"""Every fault that the code can make has its words, and every entry of the catalogue is made somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import vardering
from vardering.model.results import Reason
from vardering.texts.fault_texts import FAULT_TEXTS
from vardering.texts.sheet_texts import UNDEFINED_REASONS

ROOT = Path(vardering.__file__).parent
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+\Z")
MAKERS = re.compile(r"(Error|Fault|error|warning|notice|note|Coerced|refuse\w*|fault\w*)\Z")


def made_codes() -> Iterator[tuple[str, str]]:
    """Codes given to what makes faults, with the file they stand in."""
    for path in ROOT.rglob("*.py"):
        if path.parts[-2] == "texts":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            values: list[ast.expr | None] = []
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if MAKERS.search(name):
                    values = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "fault")]
            elif isinstance(node, ast.Return) and path.name == "coercing.py":
                values = [node.value]
            for value in values:
                for leaf in ast.walk(value) if value is not None else ():
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str) and CODE.match(leaf.value):
                        yield leaf.value, path.name


def all_strings() -> set[str]:
    return {
        node.value
        for path in ROOT.rglob("*.py")
        if path.parts[-2] != "texts"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_fault_that_is_made_has_words() -> None:
    raised = {code: file for code, file in made_codes() if file != "number_formats.py"}
    without = {code: file for code, file in raised.items() if code not in FAULT_TEXTS and is_fault_code(code, file)}
    assert without == {}


def is_fault_code(code: str, file: str) -> bool:
    """Codes of figures that do not exist have words of their own."""
    return code not in UNDEFINED_REASONS and file not in ("styles.py",)


def test_no_entry_of_the_catalogue_is_left_over() -> None:
    assert sorted(set(FAULT_TEXTS) - all_strings()) == []


@pytest.mark.parametrize("code", FAULT_TEXTS)
def test_an_entry_says_what_is_wrong_and_what_to_do_in_whole_sentences(code: str) -> None:
    text = FAULT_TEXTS[code]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    for sentence in (text.what, text.remedy):
        assert sentence.endswith((".", "?"))
        assert sentence[0].isupper() or sentence[0] in "{”"
        assert len(sentence) <= 220
        assert not re.search(r"\b(error|bug|exception|string|default)\b", sentence, re.IGNORECASE)


def test_every_reason_why_a_figure_does_not_exist_has_words() -> None:
    assert set(UNDEFINED_REASONS) == {reason.value for reason in Reason}
