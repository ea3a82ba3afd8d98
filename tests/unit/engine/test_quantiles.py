import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from vardering.engine.quantiles import Distribution, Normal, Occurring, Pert, Triangular, Uniform

U = np.array([0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999])
ENDS = st.tuples(*[st.floats(0, 1e6)] * 3).map(sorted).filter(lambda ends: ends[2] - ends[0] > 1e-3)

OTHERS = (
    (Triangular(2, 3, 7), stats.triang(0.2, 2, 5)),
    (Triangular(2, 2, 7), stats.triang(0.0, 2, 5)),
    (Triangular(2, 7, 7), stats.triang(1.0, 2, 5)),
    (Pert(2, 3, 7), stats.beta(1.8, 4.2, 2, 5)),
    (Pert(2, 2, 7), stats.beta(1, 5, 2, 5)),
    (Pert(2, 7, 7), stats.beta(5, 1, 2, 5)),
    (Uniform(2, 7), stats.uniform(2, 5)),
    (Normal(2, 7), stats.norm(2, 7)),
)


@pytest.mark.parametrize(("own", "other"), OTHERS, ids=lambda one: str(one)[:40])
def test_a_distribution_agrees_with_an_implementation_that_is_not_ours(
    own: Distribution, other: "stats._distn_infrastructure.rv_frozen"
) -> None:
    assert own.quantiles(U) == pytest.approx(other.ppf(U), rel=1e-12)
    assert (own.mean, own.variance) == pytest.approx((other.mean(), other.var()), rel=1e-12)


@given(ENDS, st.sampled_from((Triangular, Pert)))
def test_quantiles_rise_and_stay_between_the_ends(ends: list[float], shape: type[Triangular] | type[Pert]) -> None:
    low, _, high = ends
    values = shape(*ends).quantiles(np.linspace(1e-9, 1 - 1e-9, 101))
    margin = 1e-9 * high
    assert values.min() >= low - margin
    assert values.max() <= high + margin
    assert (np.diff(values) >= -margin).all()


@pytest.mark.parametrize("size", [Triangular(50, 80, 170), Pert(50, 80, 170), Uniform(50, 50)])
@pytest.mark.parametrize("probability", [0.05, 0.5, 1.0])
def test_something_that_may_happen_costs_its_size_as_often_as_it_happens(
    size: Distribution, probability: float
) -> None:
    event = Occurring(probability, size)
    assert (event.quantiles(np.array([1e-6, 1 - probability - 1e-6])) == 0).all() or probability == 1.0
    assert event.quantiles(np.array([1 - probability / 2])) == pytest.approx(size.quantiles(np.array([0.5])))
    mean, _ = integrate.quad(lambda u: event.quantiles(np.array([u]))[0], 0, 1, points=[1 - probability], limit=200)
    square, _ = integrate.quad(
        lambda u: event.quantiles(np.array([u]))[0] ** 2, 0, 1, points=[1 - probability], limit=200
    )
    assert event.mean == pytest.approx(mean, rel=1e-6)
    assert event.variance == pytest.approx(square - mean**2, rel=1e-6, abs=1e-6)
