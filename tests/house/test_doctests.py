"""Every example in a docstring is true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import vardering

SOURCE = Path(vardering.__file__).parent
WITH_EXAMPLES = sorted(
    ".".join(("vardering", *path.relative_to(SOURCE).with_suffix("").parts))
    for path in SOURCE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_of_a_module_are_true(module: str) -> None:
    outcome = doctest.testmod(import_module(module))
    assert outcome.attempted > 0
    assert outcome.failed == 0
