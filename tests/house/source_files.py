"""The files of the house, for the tests that hold its rules."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "python" / "vardering"
TEXT_KINDS = ("*.py", "*.md", "*.toml", "*.csv", "*.json", "*.bas", "*.xml", "run", ".gitignore", "LICENSE")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def ignored_patterns() -> tuple[str, ...]:
    """The lines of .gitignore: what lies there is nobody's source."""
    return tuple((ROOT / ".gitignore").read_text("utf-8").split())


def is_ignored(path: Path) -> bool:
    """Whether git leaves a path out: itself, or a folder it lies in."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == ".git" or path.suffix == ".pyc":
        return True
    return any(
        fnmatch(part, pattern.strip("/"))
        for pattern in ignored_patterns()
        for part in (parts[:1] if pattern.startswith("/") else parts)
    )


@cache
def product_files() -> tuple[Path, ...]:
    """Every module of the product."""
    return tuple(sorted(PRODUCT.rglob("*.py")))


@cache
def files_of_tests() -> tuple[Path, ...]:
    """Every module of the tests."""
    return tuple(sorted((ROOT / "tests").rglob("*.py")))


@cache
def text_files() -> tuple[Path, ...]:
    """Every text file that is ours, whatever it is for."""
    entries = [path for path in ROOT.iterdir() if not is_ignored(path)]
    files = [path for entry in entries for path in ([entry] if entry.is_file() else entry.rglob("*"))]
    ours = [path for path in files if path.is_file() and not is_ignored(path)]
    return tuple(sorted(path for path in ours if any(fnmatch(path.name, kind) for kind in TEXT_KINDS)))


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method of a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def code_lines(function: Function) -> int:
    """Lines of a function without those of its docstring, which may be as long as its reader needs."""
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return whole
    first = function.body[0]
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


def parameter_count(function: Function) -> int:
    """Parameters a caller sees."""
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    return len([one for one in named if one.arg not in ("self", "cls")])


def shown(path: Path) -> str:
    """A path as it is written in this house."""
    return path.relative_to(ROOT).as_posix()
