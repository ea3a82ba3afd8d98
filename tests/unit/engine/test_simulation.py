from typing import Any

import numpy as np
import pytest

from unit.engine.case_builders import START, case, development, effect, running
from vardering.engine.drivers import Drivers
from vardering.engine.evaluation import evaluate
from vardering.engine.histograms import round_edges, shares_between
from vardering.engine.simulation import PERCENTILES, npv_sums, simulate
from vardering.examples.catalogue import EXAMPLES, load_example
from vardering.model.assumptions import CorrelationGroup, SimulationSettings
from vardering.model.case import Case
from vardering.model.risk import Risk, RiskEvent
from vardering.model.vocabulary import Kind, Sampler, Spread, View

RANGE = {"driver_low": 0.5, "driver_likely": 1.0, "driver_high": 2.0}
DRAWS = SimulationSettings(draws=1_000)


def ranged_case(**parts: Any) -> Case:
    content: dict[str, Any] = {
        "rate": 0.05,
        "timing": 0.5,
        "development": (development(**RANGE, unit_price_kr=300.0), development(id="U2", unit_price_kr=50.0)),
        "running": (running(**RANGE, kind=Kind.REDEPLOYMENT), running(id="D2", **RANGE, alternative="C")),
        "effects": (effect(**RANGE), effect(id="E2", **RANGE, before=0.0, after=20.0, kind=Kind.SOCIETAL)),
        "simulation": DRAWS,
        **parts,
    }
    return case(**content)


@pytest.mark.parametrize(
    "of", [ranged_case(), *(load_example(entry.name) for entry in EXAMPLES)], ids=lambda one: one.case_id
)
def test_the_weighted_sums_are_the_net_present_values_of_the_whole_calculation(of: Case) -> None:
    sums = npv_sums(of)
    chosen = np.random.default_rng(3).uniform(0, 2, len(sums.inputs)) * [one.distribution.mean for one in sums.inputs]
    by_row = {one.id: float(value) for one, value in zip(sums.inputs, chosen, strict=True)}
    whole = evaluate(of, drivers=Drivers(by_row=by_row)).main
    for view, npv in zip(View, np.array(sums.fixed) + chosen @ sums.weights, strict=True):
        assert npv == pytest.approx(whole.views[view].figures.npv, rel=1e-9, abs=1e-6)


def test_only_rows_of_the_main_alternative_with_a_range_are_drawn() -> None:
    assert [one.id for one in npv_sums(ranged_case()).inputs] == ["U1", "D1", "E1", "E2"]
    assert simulate(ranged_case()).uncertain_rows == 4
    assert [one.id for one in npv_sums(ranged_case(main_alternative="C")).inputs] == ["D2"]


def test_a_row_after_the_horizon_is_worth_nothing_and_is_not_drawn() -> None:
    late = effect(id="E9", **RANGE, from_year=START + 5)
    assert "E9" not in {one.id for one in npv_sums(ranged_case(effects=(late,))).inputs}


def test_without_any_range_every_outcome_is_the_net_present_value() -> None:
    certain = case(development=(development(),), effects=(effect(),), simulation=DRAWS)
    simulated = simulate(certain).views[View.ALL_VALUED]
    npv = evaluate(certain).main.views[View.ALL_VALUED].figures.npv
    assert {found.value for found in simulated.percentiles.values()} == {npv} == {simulated.mean.value}
    assert simulated.mean.standard_error == simulated.probability_negative.value == 0.0
    assert simulated.histogram.shares == (1.0,)
    assert simulate(certain).variance_shares == ()


@pytest.mark.parametrize("spread", Spread)
def test_percentiles_rise_and_shares_of_the_variance_sum_to_one(spread: Spread) -> None:
    simulation = simulate(ranged_case(simulation=SimulationSettings(spread=spread)))
    for view, simulated in simulation.views.items():
        values = [simulated.percentiles[per_cent].value for per_cent in PERCENTILES]
        assert values == sorted(values)
        assert 0 <= simulated.probability_negative.value <= 1
        assert sum(row.shares[view] for row in simulation.variance_shares) == pytest.approx(1)
        assert sum(simulated.histogram.shares) == pytest.approx(1)
        assert simulated.mean.standard_error < 0.01 * simulated.standard_deviation.value
    largest = [abs(row.shares[View.ALL_VALUED]) for row in simulation.variance_shares]
    assert largest == sorted(largest, reverse=True)


def test_pert_gathers_more_about_the_likely_value_than_triangular() -> None:
    pert, triangular = (
        simulate(ranged_case(simulation=SimulationSettings(spread=spread))).views[View.ALL_VALUED] for spread in Spread
    )
    assert pert.standard_deviation.value < 0.95 * triangular.standard_deviation.value


def test_costs_that_vary_together_widen_the_span_and_their_strength_is_the_groups() -> None:
    rows = {
        "development": (development(**RANGE, correlation_group="Priser"),),
        "running": (running(**RANGE, correlation_group="Priser"),),
        "effects": (),
    }
    spans = [
        simulate(ranged_case(**rows, correlation_groups=(CorrelationGroup(name="Priser", strength=strength),)))
        .views[View.ALL_VALUED]
        .standard_deviation.value
        for strength in (0.0, 0.5, 1.0)
    ]
    assert 1.05 * spans[0] < spans[1] < spans[2] / 1.05


@pytest.mark.parametrize("sampler", Sampler)
def test_the_standard_error_is_how_much_the_figure_moves_from_seed_to_seed(sampler: Sampler) -> None:
    settings = [SimulationSettings(sampler=sampler, draws=1_000, seed=seed) for seed in range(40)]
    views = [simulate(ranged_case(simulation=one)).views[View.ALL_VALUED] for one in settings]
    for estimates in (
        [view.mean for view in views],
        [view.percentiles[10] for view in views],
        [view.standard_deviation for view in views],
    ):
        moves = np.std([one.value for one in estimates], ddof=1)
        said = np.mean([one.standard_error for one in estimates])
        assert 0.6 < moves / said < 1.6


def event(**changes: Any) -> RiskEvent:
    content: dict[str, Any] = {
        "risk_id": "K1",
        "row_id": "E2",
        "alternative": "B",
        "occurrence": 0.25,
        **dict.fromkeys(("loss_low", "loss_likely", "loss_high"), 1.0),
        **dict.fromkeys(("loss_low_kr", "loss_likely_kr", "loss_high_kr"), 1e6),
        **changes,
    }
    return RiskEvent(**content)


def test_an_event_lowers_the_net_present_value_of_its_rows_views_as_often_as_it_happens() -> None:
    gains = ranged_case(development=(), running=(), risks=(Risk(id="K1", description="Förseningar"),))
    with_event, without = (simulate(gains, events) for events in ((event(),), ()))
    assert without.views[View.ALL_VALUED].probability_negative.value == 0.0
    assert with_event.views[View.ALL_VALUED].probability_negative.value == pytest.approx(0.25, abs=0.005)
    lowered = without.views[View.ALL_VALUED].mean.value - with_event.views[View.ALL_VALUED].mean.value
    assert lowered == pytest.approx(250_000, rel=0.01)
    # The row is societal: what releases money is as it was, but for other draws.
    other = (found.views[View.CASH_RELEASING].mean.value for found in (with_event, without))
    assert next(other) == pytest.approx(next(other), rel=0.05)
    assert (with_event.variance_shares[0].id, with_event.variance_shares[0].name) == ("K1", "Förseningar")
    assert with_event.uncertain_rows == 3


def test_an_event_of_uncertain_size_is_drawn_by_the_spread_of_the_case() -> None:
    ranged = event(row_id="U1", occurrence=1.0, loss_low_kr=0.0, loss_likely_kr=100.0, loss_high_kr=500.0)
    of = case(development=(development(),), simulation=SimulationSettings(spread=Spread.TRIANGULAR))
    (only,) = npv_sums(of, (ranged,)).inputs
    assert only.distribution.mean == pytest.approx(200.0)
    assert only.weights == (-1.0, -1.0, -1.0)


def test_an_event_on_a_row_of_another_alternative_is_not_drawn() -> None:
    assert "K1" not in {one.id for one in npv_sums(ranged_case(), (event(row_id="D2", alternative="C"),)).inputs}


KNOWN = {
    Sampler.LATIN_HYPERCUBE: {5: 1740740.9277437932, 50: 1993131.558621122, 95: 2238673.281245657},
    Sampler.SOBOL: {5: 1741364.2487642884, 50: 1994212.3115879456, 95: 2233962.408862809},
}
"""Percentiles of an example, kept from Linux, NumPy 2.4 and SciPy 1.17."""


@pytest.mark.parametrize("sampler", Sampler)
def test_the_same_seed_gives_the_same_nine_digits_on_every_machine(sampler: Sampler) -> None:
    example = load_example("bygglov").model_copy(update={"simulation": SimulationSettings(sampler=sampler, seed=4711)})
    simulated = simulate(example).views[View.ALL_VALUED]
    figures = {per_cent: simulated.percentiles[per_cent].value for per_cent in KNOWN[sampler]}
    assert figures == pytest.approx(KNOWN[sampler], rel=5e-10)


def test_edges_are_round_hold_what_was_asked_and_are_not_too_many() -> None:
    for low, high in ((-3.2e6, 9.9e6), (0.013, 0.021), (-5.0, -4.0), (123_456.0, 987_654.0), (0.0, 1.0)):
        edges = round_edges(low, high)
        assert edges[0] <= low + 1e-9
        assert edges[-1] >= high - 1e-9
        assert 4 <= len(edges) - 1 <= 20
        steps = np.diff(edges)
        assert steps == pytest.approx(np.full(steps.size, steps[0]), rel=1e-9)
        assert f"{steps[0]:.0e}"[0] in "125"


def test_what_lies_outside_the_edges_counts_to_the_outermost_bins() -> None:
    outcomes = np.array([[-9.0, 0.5], [1.0, 99.0]])
    assert shares_between(outcomes, (0.0, 1.0, 2.0, 3.0)) == (0.5, 0.25, 0.25)
