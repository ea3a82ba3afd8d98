"""A module that holds a formula shows it with a figure; that the figure is right is tested for every module."""

from importlib import import_module

import pytest

FORMULAS = (
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
)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_is_shown_with_a_figure(name: str) -> None:
    module = import_module(f"vardering.engine.{name}")
    docstrings = [getattr(member, "__doc__", "") or "" for member in vars(module).values()]
    assert any(">>> " in text for text in docstrings)
