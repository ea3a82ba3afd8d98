"""The published cases, and the account of which of them the tests reproduce."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Published = dict[str, Any]


def _read() -> dict[str, Published]:
    files = sorted((Path(__file__).parent / "published").glob("*.json"))
    return {case["id"]: case for file in files for case in json.loads(file.read_text(encoding="utf-8"))}


CASES = _read()
REPRODUCED: set[str] = set()

LEFT_OUT = {
    "BCR-06-perpetuity": "perpetual life: the product counts at most 40 years",
    "BCR-09-openquake": "losses that flow continuously: the product's flows are yearly",
    "IRR-13-blanks-skipped": "blank cells skipped: here a year without a flow is a year with 0",
    "PB-02-nist": "inputs are cumulative already, though they are called yearly",
    "GB-01-optimism-bias": "optimism bias with rounding to whole per cent belongs to a later version",
    "GB-06-dist-weight": "distribution weights are outside what the product calculates",
    "PERT-03-network": "a network of activities is outside what the product calculates",
}


def reproduces(*ids: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run the test once for each of these cases, and count them as reproduced."""
    REPRODUCED.update(ids)
    return pytest.mark.parametrize("published", [CASES[name] for name in ids], ids=ids)


def near(published: Published, key: str) -> Any:
    """The expected figure with the tolerance of its case."""
    return pytest.approx(published["expected"][key], abs=published["tolerance"], rel=0)
