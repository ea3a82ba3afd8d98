import doctest
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

import vardering.base
import vardering.engine

FORMULAS = {
    "alternatives",
    "amounts",
    "annuities",
    "decisions",
    "depreciation",
    "discounting",
    "effect_shares",
    "hour_costs",
    "internal_rate",
    "modified_internal_rate",
    "payback",
    "prices",
    "profiles",
    "ratios",
}
"""Modules that hold a formula and therefore must show it with a figure."""


def _modules() -> Iterator[ModuleType]:
    for package in (vardering.base, vardering.engine):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            yield import_module(module.name)


@pytest.mark.parametrize("module", list(_modules()), ids=lambda module: module.__name__)
def test_the_examples_in_docstrings_are_true(module: ModuleType) -> None:
    outcome = doctest.testmod(module)
    assert outcome.failed == 0
    assert outcome.attempted > 0 or module.__name__.rpartition(".")[2] not in FORMULAS
