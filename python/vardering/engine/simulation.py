"""Simulation of the net present value: every row with a range drawn at once, in all views.

The main alternative is simulated. Drivers are drawn, from low to high with the likely value as the top; all else is
certain. Net present values are kr at the timing and rate of the case; costs and damages lower them.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from vardering.engine.arrays import FloatArray, plain
from vardering.engine.drivers import HIGH, LIKELY, LOW
from vardering.engine.histograms import TAIL, round_edges, shares_between
from vardering.engine.money_table import MoneyTable
from vardering.engine.npv_ground import NpvGround, npv_ground
from vardering.engine.quantiles import Distribution, Occurring, Pert, Triangular, Uniform
from vardering.engine.weighted_sums import Drawn, Progress, UncertainInput, WeightedSums, draw_sums, unheard
from vardering.model.case import Case
from vardering.model.risk import RiskEvent
from vardering.model.simulation import Estimate, Histogram, SimulatedView, Simulation, VarianceShare
from vardering.model.vocabulary import Spread, View

PERCENTILES = (1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99)
VIEWS = tuple(View)
SPREADS: Mapping[Spread, type[Pert] | type[Triangular]] = {Spread.PERT: Pert, Spread.TRIANGULAR: Triangular}


def simulate(case: Case, events: Sequence[RiskEvent] = (), progress: Progress = unheard) -> Simulation:
    """The distribution of the net present value in every view, by the settings of the case.

    ``events`` are the risks that may strike, each once, with a loss in present value that lowers every view that its
    row counts in; those of other alternatives are left out. Raises VarderingError as ``evaluate``. The same case
    gives the same figures to at least nine significant digits everywhere: the draws follow from the seed, and sums
    differ by rounding only.
    """
    sums = npv_sums(case, events)
    drawn = draw_sums(sums, case.simulation, progress)
    _, replicates, size = drawn.outcomes.shape
    return Simulation(
        alternative=case.change.main_alternative,
        settings=case.simulation,
        draws=replicates * size,
        replicates=replicates,
        uncertain_rows=len(sums.inputs),
        views={view: _simulated_view(view, outcomes) for view, outcomes in zip(VIEWS, drawn.outcomes, strict=True)},
        variance_shares=_variance_shares(sums, drawn),
    )


def npv_sums(case: Case, events: Sequence[RiskEvent] = ()) -> WeightedSums:
    """The net present value of each view (order of ``View``) of the main alternative, linear in its uncertain drivers.

    Rows without a range, or that no view counts, are certain. Raises VarderingError as ``evaluate``.
    """
    ground = npv_ground(case)
    table, weights = ground.table, _weights(ground)
    low, likely, high = (table.drivers(level) for level in (LOW, LIKELY, HIGH))
    drawn = (low < high) & weights.any(axis=1)
    shape = SPREADS[case.simulation.spread]
    inputs = tuple(
        UncertainInput(
            id=table.rows[row].id,
            name=table.rows[row].name,
            distribution=shape(float(low[row]), float(likely[row]), float(high[row])),
            weights=plain(weights[row]),
            group=table.rows[row].correlation_group,
        )
        for row in np.flatnonzero(drawn)
    )
    return WeightedSums(
        fixed=plain(likely[~drawn] @ weights[~drawn]),
        inputs=(*inputs, *_event_inputs(case, table, weights, events)),
        strengths={group.name: group.strength for group in case.correlation_groups},
    )


def _weights(ground: NpvGround) -> FloatArray:
    """Kr of net present value of each view per unit of each row's driver, shape (rows, views)."""
    pv_per_unit = ground.table.unit_kr * (ground.table.factors @ ground.factors)
    return np.stack([pv_per_unit * ground.signs[view] for view in VIEWS], axis=1)


def _event_inputs(
    case: Case, table: MoneyTable, weights: FloatArray, events: Sequence[RiskEvent]
) -> Iterator[UncertainInput]:
    """The events of the main alternative; each lowers the views that its row has a weight in."""
    shape = SPREADS[case.simulation.spread]
    rows = {row.id: index for index, row in enumerate(table.rows)}
    names = {risk.id: risk.description for risk in case.risks}
    for event in events:
        counted = weights[rows[event.row_id]] != 0.0
        if counted.any():
            low, likely, high = event.loss_low_kr, event.loss_likely_kr, event.loss_high_kr
            size: Distribution = shape(low, likely, high) if low < high else Uniform(likely, likely)
            yield UncertainInput(
                id=event.risk_id,
                name=names.get(event.risk_id, ""),
                distribution=Occurring(event.occurrence, size),
                weights=plain(np.where(counted, -1.0, 0.0)),
            )


def _simulated_view(view: View, outcomes: FloatArray) -> SimulatedView:
    """Figures of one view from outcomes (replicates, draws of each)."""
    shares = np.array(PERCENTILES) / 100
    percentiles = zip(PERCENTILES, np.quantile(outcomes, shares), np.quantile(outcomes, shares, axis=1), strict=True)
    return SimulatedView(
        view=view,
        mean=_estimate(outcomes.mean(), outcomes.mean(axis=1)),
        standard_deviation=_estimate(outcomes.std(), outcomes.std(axis=1)),
        percentiles={per_cent: _estimate(pooled, apart) for per_cent, pooled, apart in percentiles},
        probability_negative=_estimate((outcomes < 0).mean(), (outcomes < 0).mean(axis=1)),
        histogram=_histogram(outcomes),
    )


def _estimate(pooled: np.float64, apart: FloatArray) -> Estimate:
    """A figure of all draws; its standard error from the scatter between the randomisations."""
    return Estimate(float(pooled), float(apart.std(ddof=1) / np.sqrt(apart.size)))


def _variance_shares(sums: WeightedSums, drawn: Drawn) -> tuple[VarianceShare, ...]:
    """Shares of every row, the largest of all valued first."""
    totals = drawn.covariances.sum(axis=0)
    shares = np.divide(drawn.covariances, totals, out=np.zeros_like(drawn.covariances), where=totals > 0)
    order = np.argsort(-np.abs(shares[:, VIEWS.index(View.ALL_VALUED)]), kind="stable")
    return tuple(
        VarianceShare(
            sums.inputs[row].id,
            sums.inputs[row].name,
            {view: float(share) + 0.0 for view, share in zip(VIEWS, shares[row], strict=True)},
        )
        for row in order
    )


def _histogram(outcomes: FloatArray) -> Histogram:
    low, high = np.quantile(outcomes, (TAIL, 1 - TAIL))
    edges = round_edges(float(low), float(high))
    return Histogram(edges, shares_between(outcomes, edges))
