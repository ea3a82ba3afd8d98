"""Names say what is there, notes say why, and nothing of one machine or one workplace is left in a file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.source_files import PRODUCT, ROOT, files_of_tests, is_ignored, parsed, product_files, shown, text_files

BANNED_NAMES = {"utils", "helpers", "common", "manager", "processor", "data", "info", "misc"}
TOP_LEVEL = {
    *(".ci", ".github", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml"),
    *("addin", "python", "tests", "workbook_templates"),
}

# The words are put together here, so that this file holds none of them.
LEFT_FOR_LATER = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X:", "NotImplemented" + "Error")))
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:" + "|".join(("work", "root", "home", "tmp")) + r")/\w|[A-Z]:\\+Users\\+\w")
REGISTRY = re.compile(
    "|".join(("py" + r"pi\.", "python" + "hosted", "npm" + r"js\.", "arti" + "factory", "index-" + "url"))
)


@pytest.mark.parametrize("path", [*product_files(), *files_of_tests()], ids=shown)
def test_a_module_is_named_for_what_it_holds(path: Path) -> None:
    assert not {path.stem, *path.relative_to(ROOT).parent.parts} & BANNED_NAMES


@pytest.mark.parametrize("path", [path for path in product_files() if path.name == "__init__.py"], ids=shown)
def test_a_package_says_what_lives_in_it_and_nothing_more(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree)
    rest = [ast.unparse(node).partition(" = ")[0] for node in tree.body[1:]]
    assert rest == (["__version__"] if path.parent == PRODUCT else [])


@pytest.mark.parametrize("path", text_files(), ids=shown)
def test_nothing_is_left_for_later_and_no_machine_is_named(path: Path) -> None:
    text = path.read_text("utf-8")
    found = [match[0] for pattern in (LEFT_FOR_LATER, MACHINE_PATH, REGISTRY) for match in pattern.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LEFT_FOR_LATER, "# TO" + "DO: later"),
        (MACHINE_PATH, "open('/ho" + "me/anna/x')"),
        (MACHINE_PATH, "C:\\\\Us" + "ers\\\\anna"),
        (REGISTRY, "https://py" + "pi.org/simple"),
    ],
)
def test_what_is_looked_for_would_be_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize("path", product_files(), ids=shown)
def test_everything_public_says_what_it_gives(path: Path) -> None:
    assert list(_undocumented(parsed(path), path.stem)) == []


def _undocumented(tree: ast.Module | ast.ClassDef, name: str) -> Iterator[str]:
    if ast.get_docstring(tree) is None:
        yield name
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _undocumented(node, f"{name}.{node.name}")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            overload = any(ast.unparse(one).endswith("overload") for one in node.decorator_list)
            if not overload and ast.get_docstring(node) is None:
                yield f"{name}.{node.name}"


def test_a_thing_without_words_would_be_found() -> None:
    tree = ast.parse('"""M."""\nclass A:\n    """A."""\n    def b(self): ...\n    def _c(self): ...\ndef d(): ...\n')
    assert list(_undocumented(tree, "m")) == ["m.A.b", "m.d"]


def test_the_top_level_holds_only_what_is_agreed() -> None:
    assert {path.name for path in ROOT.iterdir() if not is_ignored(path)} == TOP_LEVEL


def test_the_changelog_names_the_version() -> None:
    version = ast.literal_eval(parsed(PRODUCT / "__init__.py").body[-1].value)  # type: ignore[attr-defined]
    assert f"\n## {version} " in (ROOT / "CHANGELOG.md").read_text("utf-8")
