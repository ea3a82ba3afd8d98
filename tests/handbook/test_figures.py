"""Every equation in the handbook is right as it stands."""

import ast
import re
from pathlib import Path

import pytest

from handbook.pages import CHAPTERS

EQUATION = re.compile(r"`([^`]*\d[^`]*) = (−?[\d ]+(?:,\d+)?)`")


def equations() -> list[tuple[Path, str, str]]:
    return [(path, *found) for path in CHAPTERS for found in EQUATION.findall(path.read_text("utf-8"))]


def value_of(text: str) -> float:
    """The value of sums and products in Swedish form."""
    plain = re.sub(r"(?<=\d) (?=\d)", "", text).replace(",", ".").replace("×", "*").replace("−", "-")
    return calculated(ast.parse(plain, mode="eval").body)


def calculated(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -calculated(node.operand)
    assert isinstance(node, ast.BinOp), ast.dump(node)
    left, right = calculated(node.left), calculated(node.right)
    return {"Add": left + right, "Sub": left - right, "Mult": left * right, "Div": left / right if right else 0.0}[
        type(node.op).__name__
    ]


@pytest.mark.parametrize(("path", "left", "right"), equations(), ids=lambda value: getattr(value, "stem", None))
def test_an_equation_is_right_to_its_last_digit(path: Path, left: str, right: str) -> None:
    decimals = len(right.partition(",")[2])
    assert value_of(left) == pytest.approx(value_of(right), abs=0.5 * 10**-decimals * 1.0000001), path.name


def test_there_are_equations_and_none_is_written_so_that_it_is_not_seen() -> None:
    assert len(equations()) > 20
    for path in CHAPTERS:
        spans = re.findall(r"`([^`]*=[^`]*)`", path.read_text("utf-8"))
        assert len(spans) == len(EQUATION.findall(path.read_text("utf-8"))), path.name


def test_a_wrong_equation_would_be_found() -> None:
    assert value_of("6 000 × (12 − 4) / 60 × 0,70") == pytest.approx(560)
    assert value_of("1 + 1") != value_of("3")
