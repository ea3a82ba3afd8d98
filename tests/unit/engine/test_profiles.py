import pytest

from unit.engine.case_builders import START, case, development, effect
from vardering.base.faults import VarderingError
from vardering.engine.evaluation import evaluate
from vardering.model.assumptions import OwnProfile
from vardering.model.rows import Effect
from vardering.model.vocabulary import EVEN, ONE_OFF, RAMP

BOOK = (OwnProfile(name="trappa", factors=(0.25, 0.5)), OwnProfile(name="vanvaka", factors=(0.0, 1.0, 1.0)))


def _factors(row: Effect, years: int = 5) -> tuple[float, ...]:
    (value,) = evaluate(case(years=years, profiles=BOOK, effects=(row,))).rows
    return value.factors


def test_one_off_falls_in_its_year_only() -> None:
    assert _factors(effect(profile=ONE_OFF, from_year=START + 2, to_year=START + 4)) == (0, 0, 1, 0, 0)


def test_even_runs_from_its_first_to_its_last_year() -> None:
    assert _factors(effect(profile=EVEN, from_year=START + 1, to_year=START + 3)) == (0, 1, 1, 1, 0)


def test_even_without_years_runs_over_the_whole_horizon() -> None:
    assert _factors(effect(profile=EVEN)) == (1, 1, 1, 1, 1)


def test_ramp_rises_by_equal_steps_and_stays_until_its_last_year() -> None:
    row = effect(profile=RAMP, ramp_years=3, from_year=START + 1, to_year=START + 3)
    assert _factors(row) == pytest.approx((0, 1 / 3, 2 / 3, 1, 0))


def test_own_profile_ends_with_its_list() -> None:
    assert _factors(effect(profile="trappa", from_year=START + 1)) == (0, 0.25, 0.5, 0, 0)


def test_own_profile_holds_its_last_factor_until_a_last_year() -> None:
    assert _factors(effect(profile="trappa", to_year=START + 3)) == (0.25, 0.5, 0.5, 0.5, 0)


def test_own_profile_is_cut_by_an_early_last_year() -> None:
    assert _factors(effect(profile="trappa", to_year=START)) == (0.25, 0, 0, 0, 0)


def test_what_lies_after_the_horizon_is_left_out() -> None:
    assert _factors(effect(profile=ONE_OFF, from_year=START + 9), years=2) == (0, 0)
    assert _factors(effect(profile="trappa", from_year=START + 9), years=2) == (0, 0)
    assert _factors(effect(profile="trappa", from_year=START + 1), years=2) == (0, 0.25)


def test_constant_uptake_scales_every_year() -> None:
    assert _factors(effect(uptake=0.3), years=2) == pytest.approx((0.3, 0.3))


def test_uptake_profile_starts_in_the_rows_first_year_and_holds_its_last_factor() -> None:
    row = effect(uptake_profile="trappa", from_year=START + 1)
    assert _factors(row) == (0, 0.25, 0.5, 0.5, 0.5)


def test_drop_off_starts_after_the_first_year_with_an_effect() -> None:
    row = effect(profile="vanvaka", to_year=START + 4, drop_off=0.1)
    assert _factors(row) == pytest.approx((0, 1, 0.9, 0.81, 0.729))


def test_deadweight_and_attribution_both_scale() -> None:
    assert _factors(effect(deadweight=0.2, attribution=0.5), years=1) == pytest.approx((0.4,))


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (effect(profile="okänd"), "profile", "okänd"),
        (effect(uptake_profile="okänd"), "uptake_profile", "okänd"),
        (effect(price_group="okänd"), "price_group", "okänd"),
        (effect(category="okänd"), "category", "okänd"),
        (effect(perspective=" "), "perspective", " "),
        (effect(alternative="X"), "alternative", "X"),
    ],
)
def test_an_unknown_word_is_named_with_its_row(row: Effect, field: str, value: str) -> None:
    with pytest.raises(VarderingError) as error:
        evaluate(case(effects=(row,)))
    assert error.value.fault.code == "unknown-name"
    assert error.value.fault.arguments == {"id": "E1", "value": value, "field": field}


def test_a_ramp_without_its_length_is_refused() -> None:
    with pytest.raises(VarderingError, match="ramp-years-missing"):
        evaluate(case(development=(development(profile=RAMP),)))
