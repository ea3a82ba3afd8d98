import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from vardering.engine.arrays import FloatArray
from vardering.engine.quantiles import Pert, Triangular
from vardering.engine.sampling import LARGEST_SET, sampled_points, sampling_plan
from vardering.engine.weighted_sums import Drawn, UncertainInput, WeightedSums, draw_sums
from vardering.model.assumptions import SimulationSettings
from vardering.model.vocabulary import Sampler

SAMPLERS = tuple(Sampler)
ROWS = (Triangular(100, 150, 300), Triangular(20, 90, 95), Triangular(0, 0, 40), Triangular(5, 6, 7))
WEIGHTS = (1.0, -2.0, 3.5, 10.0)


def sums(strength: float | None = None) -> WeightedSums:
    group = "" if strength is None else "marknad"
    inputs = tuple(
        UncertainInput(f"R{index}", "", shape, (weight,), group)
        for index, (shape, weight) in enumerate(zip(ROWS, WEIGHTS, strict=True))
    )
    return WeightedSums((1_000.0,), inputs, {"marknad": strength or 0.0})


def mean_and_error(figures: FloatArray) -> tuple[float, float]:
    return float(figures.mean()), float(figures.std(ddof=1) / np.sqrt(figures.size))


def drawn(sampler: Sampler, strength: float | None = None, draws: int = 20_000, seed: int = 1) -> Drawn:
    return draw_sums(sums(strength), SimulationSettings(draws=draws, sampler=sampler, seed=seed))


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_a_sum_of_independent_triangular_rows_has_its_known_mean_and_variance(sampler: Sampler) -> None:
    mean = 1_000 + sum(
        weight * (one.low + one.likely + one.high) / 3 for one, weight in zip(ROWS, WEIGHTS, strict=True)
    )
    variance = sum(
        weight**2
        * (
            one.low**2 + one.likely**2 + one.high**2
            - one.low * one.likely - one.low * one.high - one.likely * one.high
        )
        / 18
        for one, weight in zip(ROWS, WEIGHTS, strict=True)
    )  # fmt: skip
    outcomes = drawn(sampler).outcomes[0]
    found, error = mean_and_error(outcomes.mean(axis=1))
    assert abs(found - mean) <= 3.5 * error
    assert error < 0.005 * variance**0.5
    found, error = mean_and_error(outcomes.var(axis=1))
    assert abs(found - variance) <= 3.5 * error
    assert error < 0.01 * variance


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_rows_of_a_group_with_correlation_one_move_as_one(sampler: Sampler) -> None:
    shares = np.linspace(0.01, 0.99, 99)
    together = 1_000 + sum(one.quantiles(shares) * abs(weight) for one, weight in zip(ROWS, WEIGHTS, strict=True))
    inputs = tuple(
        UncertainInput("", "", shape, (abs(weight),), "G") for shape, weight in zip(ROWS, WEIGHTS, strict=True)
    )
    outcomes = draw_sums(WeightedSums((1_000.0,), inputs, {"G": 1.0}), SimulationSettings(sampler=sampler)).outcomes
    assert np.quantile(outcomes, shares) == pytest.approx(together, rel=2e-3)


@pytest.mark.parametrize("sampler", SAMPLERS)
@pytest.mark.parametrize("strength", [0.0, 0.3, 0.8])
def test_a_group_has_the_rank_correlation_of_the_normal_copula_and_keeps_each_row_as_it_was(
    sampler: Sampler, strength: float
) -> None:
    inputs = tuple(UncertainInput("", "", Triangular(0, 2, 10), weights, "G") for weights in ((1.0, 0.0), (0.0, 1.0)))
    plan = SimulationSettings(draws=20_000, sampler=sampler)
    one, other = draw_sums(WeightedSums((0.0, 0.0), inputs, {"G": strength}), plan).outcomes.reshape(2, -1)
    expected = 6 / np.pi * np.arcsin(strength / 2)
    assert stats.spearmanr(one, other).statistic == pytest.approx(expected, abs=0.02)
    for row in (one, other):
        assert stats.kstest(row, stats.triang(0.2, 0, 10).cdf).statistic < 0.01


@pytest.mark.parametrize("strength", [None, 0.6])
def test_the_two_samplers_agree_within_their_errors(strength: float | None) -> None:
    (first, error), (second, other_error) = (
        mean_and_error(np.quantile(drawn(sampler, strength).outcomes[0], 0.9, axis=1)) for sampler in SAMPLERS
    )
    assert abs(first - second) <= 4 * np.hypot(error, other_error)
    assert first == pytest.approx(second, rel=5e-3)


@pytest.mark.parametrize("strength", [None, 0.6, 1.0])
def test_shares_of_the_variance_add_up_and_are_the_closed_form_where_rows_are_independent(
    strength: float | None,
) -> None:
    result = drawn(Sampler.SOBOL, strength)
    assert result.covariances.sum() == pytest.approx(result.outcomes.var(), rel=1e-3)
    if strength is None:
        own = [weight**2 * one.variance for one, weight in zip(ROWS, WEIGHTS, strict=True)]
        shares = result.covariances[:, 0] / result.covariances.sum()
        assert shares == pytest.approx(np.array(own) / sum(own), abs=0.01)


def test_a_row_that_moves_against_the_others_takes_variance_away() -> None:
    result = drawn(Sampler.LATIN_HYPERCUBE, 0.9)
    assert result.covariances[1, 0] < 0 < result.covariances[0, 0]


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_the_same_seed_gives_the_same_figures_and_another_seed_others(sampler: Sampler) -> None:
    first, again, other = (drawn(sampler, 0.4, 1_000, seed).outcomes for seed in (7, 7, 8))
    assert (first == again).all()
    assert (first != other).mean() > 0.99


def test_a_million_draws_of_sixty_rows_are_made_in_pieces() -> None:
    for sampler in SAMPLERS:
        plan = sampling_plan(1_000_000, 60, sampler)
        assert plan.draws >= 1_000_000
        assert plan.size * 60 <= 2 * LARGEST_SET


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_every_slice_of_every_row_holds_one_draw(sampler: Sampler) -> None:
    plan = sampling_plan(1_000, 3, sampler)
    for points in sampled_points(plan, 3, sampler, seed=5):
        slices = np.sort(np.floor(points * plan.size).astype(int), axis=0)
        assert (slices == np.arange(plan.size)[:, np.newaxis]).all()


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    draw_sums(sums(), SimulationSettings(draws=1_000), lambda made, of: told.append((made, of)))
    assert told == [(made, 1_000) for made in range(100, 1_001, 100)]


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.floats(0, 1e5), st.floats(0.1, 1e5), st.floats(0, 1), st.floats(-50, 50)), max_size=5),
    st.sampled_from(SAMPLERS),
)
def test_no_outcome_lies_outside_what_the_ends_allow(
    rows: list[tuple[float, float, float, float]], sampler: Sampler
) -> None:
    inputs = tuple(
        UncertainInput("", "", Pert(low, low + width * top, low + width), (weight,)) for low, width, top, weight in rows
    )
    outcomes = draw_sums(WeightedSums((10.0,), inputs), SimulationSettings(draws=1_000, sampler=sampler)).outcomes
    ends = [(weight * low, weight * (low + width)) for low, width, _, weight in rows]
    margin = 1e-9 * (1 + sum(abs(end) for pair in ends for end in pair))
    assert outcomes.min() >= 10 + sum(min(pair) for pair in ends) - margin
    assert outcomes.max() <= 10 + sum(max(pair) for pair in ends) + margin
