import pytest

from unit.engine.case_builders import case, development, effect, running
from vardering.base.faults import VarderingError
from vardering.engine.evaluation import evaluate
from vardering.model.change import Alternative
from vardering.model.results import Increment, Undefined
from vardering.model.rows import ResourceRequirement
from vardering.model.vocabulary import Kind, View


def _step(alternative: str, against: str, cost: float, benefit: float, worth: bool) -> Increment:
    return Increment(alternative, against, cost, benefit, benefit / cost, worth)


def test_each_step_is_taken_from_the_last_one_worth_its_cost() -> None:
    # B 10 → 30, C 15 → 32 (5 more gives 2 more), D 20 → 45 against B: 10 more gives 15 more.
    rows = [("B", 10.0, 30.0), ("C", 15.0, 32.0), ("D", 20.0, 45.0)]
    results = evaluate(
        case(
            years=1,
            development=tuple(
                development(id=f"U{name}", alternative=name, unit_price_kr=cost) for name, cost, _ in rows
            ),
            effects=tuple(effect(id=f"E{name}", alternative=name, before=benefit) for name, _, benefit in rows),
        )
    )
    assert results.increments == (
        _step("B", "A", 10.0, 30.0, True),
        _step("C", "B", 5.0, 2.0, False),
        _step("D", "B", 10.0, 15.0, True),
    )
    assert results.ranking == ("D", "B", "C")


def test_an_alternative_at_the_same_cost_has_no_ratio() -> None:
    rows = (
        effect(before=30.0),
        effect(id="E2", before=40.0, alternative="C"),
        effect(id="E3", before=10.0, alternative="D"),
    )
    steps = evaluate(case(years=1, effects=rows)).increments
    assert [step.ratio for step in steps] == [
        Undefined("no-cost"),
        Undefined("no-cost"),
        Undefined("not-calculable"),
    ]
    assert [step.is_worth_it for step in steps] == [True, True, False]


def test_equal_alternatives_rank_by_their_letter() -> None:
    rows = (effect(alternative="D"), effect(id="E2", alternative="C"), effect(id="E3"))
    assert evaluate(case(effects=rows)).ranking == ("B", "C", "D")


def test_named_alternatives_are_evaluated_without_rows_and_nameless_ones_are_not() -> None:
    named = (
        Alternative(id="A", name="Som i dag"),
        Alternative(id="C", name="Köpa"),
        Alternative(id="D"),
    )
    results = evaluate(case(alternatives=named))
    assert list(results.alternatives) == ["B", "C"]
    assert results.alternatives["C"].name == "Köpa"
    assert results.alternatives["B"].name == ""


def test_an_alternative_with_only_quality_or_resources_is_evaluated() -> None:
    results = evaluate(
        case(
            effects=(effect(alternative="C", kind=Kind.ENVIRONMENT, size=1),),
            resources=(ResourceRequirement(id="R1", alternative="D"),),
        )
    )
    assert list(results.alternatives) == ["B", "C", "D"]
    assert [results.alternatives[name].quality_effects for name in "BCD"] == [0, 1, 0]


def test_the_main_alternative_is_the_one_shown() -> None:
    results = evaluate(case(main_alternative="C", running=(running(alternative="C"),)))
    assert results.main.alternative == "C"
    assert results.main.views[View.ALL_VALUED].costs == (100,) * 5


@pytest.mark.parametrize("name", ["A", "X", ""])
def test_the_main_alternative_must_be_a_change(name: str) -> None:
    with pytest.raises(VarderingError, match="main-alternative-unknown"):
        evaluate(case(main_alternative=name))


def test_each_alternative_spreads_its_value_over_its_own_life() -> None:
    lives = (Alternative(id="B", name="Kort", life_years=1), Alternative(id="C", name="Lång", life_years=10))
    rows = (effect(), effect(id="E2", alternative="C"))
    results = evaluate(case(years=5, rate=0.04, alternatives=lives, effects=rows))
    npv = 100 * sum(1.04**-k for k in range(5))
    equivalents = [results.alternatives[name].views[View.ALL_VALUED].figures.annual_equivalent for name in "BC"]
    assert equivalents == pytest.approx([npv, npv / sum(1.04**-k for k in range(10))])
