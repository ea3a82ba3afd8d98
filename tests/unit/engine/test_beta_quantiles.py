"""Tabled quantiles agree with SciPy's special function, in the middle and far out in the tails."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaincinv

from vardering.engine.beta_quantiles import beta_quantiles

TAIL = np.geomspace(2.0**-45, 0.5, 400)
U = np.sort(np.concatenate([TAIL, 1.0 - TAIL, np.linspace(0.001, 0.999, 1_501), [0.5, np.nextafter(0.5, 1.0)]]))


@settings(deadline=None, max_examples=40)
@given(st.floats(0.0, 1.0))
def test_every_pert_agrees_to_thirteen_decimals_of_its_width(rise: float) -> None:
    alpha, beta = 1.0 + 4.0 * rise, 5.0 - 4.0 * rise
    values = beta_quantiles(alpha, beta, U)
    assert np.abs(values - betaincinv(alpha, beta, U)).max() < 1e-13
    assert (np.diff(values) > -1e-14).all()
    assert values.min() > -1e-14
    assert values.max() < 1.0 + 1e-14


@pytest.mark.parametrize("rise", [0.0, 0.3, 0.5, 1.0])
def test_a_sharper_top_agrees_to_ten(rise: float) -> None:
    alpha, beta = 1.0 + 20.0 * rise, 21.0 - 20.0 * rise
    assert np.abs(beta_quantiles(alpha, beta, U) - betaincinv(alpha, beta, U)).max() < 1e-10


def test_quantiles_that_can_be_written_down_are_met() -> None:
    """Beta(1, 5): 1 − (1 − u)^(1/5); Beta(5, 1): u^(1/5); Beta(2, 2) has its median in the middle."""
    assert beta_quantiles(1.0, 5.0, U) == pytest.approx(1.0 - (1.0 - U) ** 0.2, abs=1e-13)
    assert beta_quantiles(5.0, 1.0, U) == pytest.approx(U**0.2, abs=1e-13)
    assert beta_quantiles(2.0, 2.0, np.array([0.5]))[0] == pytest.approx(0.5, abs=1e-15)


def test_what_is_asked_of_is_left_as_it_was() -> None:
    asked = U.copy()
    beta_quantiles(2.0, 4.0, asked)
    assert (asked == U).all()
