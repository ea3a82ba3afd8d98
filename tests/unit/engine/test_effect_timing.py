"""When an effect begins, when it is whole, and what it gives then."""

from dataclasses import replace

from builders import a_case, an_effect
from vardering.engine.effect_timing import effect_figures
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import OwnProfile
from vardering.model.effect_figures import EffectFigures


def figures(**changes: object) -> EffectFigures:
    case = a_case(effects=(an_effect(**changes),), profiles=(OwnProfile(name="Aldrig", factors=(0.0, 0.0)),))
    (found,) = effect_figures(case, evaluate(case))
    return found


def test_an_effect_that_never_comes_has_no_year_and_no_value() -> None:
    assert figures(profile="Aldrig") == EffectFigures("E1", None, None, None, None)


def test_a_ramp_is_whole_in_its_last_year() -> None:
    found = figures(profile="upptrappning", ramp_years=3, from_year=2028)
    assert (found.first_year, found.full_effect_year) == (2028, 2030)
    assert (found.yearly_value_kr, found.yearly_hours) == (75_000.0, 250.0)


def test_an_effect_whole_at_once_begins_when_it_is_whole() -> None:
    found = figures(from_year=2029)
    assert replace(found, full_effect_year=found.first_year) == found
    assert found.first_year == 2029
