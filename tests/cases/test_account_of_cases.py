from importlib import import_module
from pathlib import Path

from cases.register import CASES, LEFT_OUT, REPRODUCED


def test_every_published_case_is_reproduced_or_left_out_by_name_and_reason() -> None:
    for module in Path(__file__).parent.glob("test_*.py"):
        import_module(f"cases.{module.stem}")
    assert set(CASES) >= set(LEFT_OUT)
    assert set(LEFT_OUT).isdisjoint(REPRODUCED)
    assert set(CASES) == REPRODUCED | set(LEFT_OUT)


def test_every_published_case_says_where_it_comes_from() -> None:
    assert all(case["source"] and case["status"] for case in CASES.values())
    assert len(CASES) == 77
