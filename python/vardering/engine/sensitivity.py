"""Sensitivity of the net present value: scenarios, every input alone from low to high, and switching values.

Of the main alternative, in all views. Money is linear in the drivers, so a row's ends follow from its slope: kr of
net present value per unit of driver.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from vardering.engine.arrays import BoolArray, clear_difference
from vardering.engine.discounting import discount_factors, present_value
from vardering.engine.drivers import HIGH, LIKELY, LOW
from vardering.engine.npv_ground import NpvGround, npv_ground
from vardering.engine.scenarios import delayed_factors, gains, scenario_figures, scenario_values
from vardering.engine.switching_values import delay_switch, linear_switch, rate_switch, share_of_likely
from vardering.model.assumptions import Parameter
from vardering.model.case import Case
from vardering.model.results import Figure, Reason, Undefined
from vardering.model.rows import Effect, MonetaryRow
from vardering.model.sensitivity import InputSensitivity, Response, Scenario, Sensitivity, VariedInput
from vardering.model.vocabulary import View


def sensitivity(case: Case) -> Sensitivity:
    """Scenarios and single inputs of the main alternative, all views. Raises VarderingError as ``evaluate``."""
    ground = npv_ground(case)
    scenarios = {
        scenario: {view: scenario_figures(values, signs, ground.factors) for view, signs in ground.signs.items()}
        for scenario, values in scenario_values(ground.table, case.assumptions).items()
    }
    npvs = {view: figures.npv for view, figures in scenarios[Scenario.LIKELY].items()}
    inputs = (
        *_rows(ground, npvs),
        _rate(ground, npvs),
        _delay(ground, npvs),
        *_uptake(ground, npvs),
        _all(ground, npvs, VariedInput.ALL_BENEFITS, gains(ground.table)),
        _all(ground, npvs, VariedInput.ALL_COSTS, ground.table.is_cost),
    )
    return Sensitivity(case.change.main_alternative, scenarios, inputs)


def _rows(ground: NpvGround, npvs: Mapping[View, float]) -> Iterator[InputSensitivity]:
    """Each row of the main alternative alone. A row that a view does not count has no switching value there."""
    table = ground.table
    low, likely, high = (table.drivers(level).tolist() for level in (LOW, LIKELY, HIGH))
    unit = present_value(table.values_kr(np.ones(len(table.rows))), ground.factors)
    slopes = {view: (signs * unit).tolist() for view, signs in ground.signs.items()}
    counted = {view: (signs != 0.0).tolist() for view, signs in ground.signs.items()}
    for place, row in enumerate(table.rows):
        if row.alternative != ground.case.change.main_alternative:
            continue
        middle = likely[place]
        responses = {}
        for view in View:
            npv, slope = npvs[view], slopes[view][place]
            switch: Figure = Undefined(Reason.NOT_COUNTED)
            if counted[view][place]:
                switch = linear_switch(npv, slope, middle)
            ends = (npv + slope * (low[place] - middle), npv + slope * (high[place] - middle))
            responses[view] = Response(ends[0], npv, ends[1], switch, share_of_likely(switch, middle))
        yield InputSensitivity(
            VariedInput.DRIVER, row.id, row.name, row.unit, low[place], middle, high[place], responses
        )


def _rate(ground: NpvGround, npvs: Mapping[View, float]) -> InputSensitivity:
    """The whole rate schedule moved up and down by the spread."""
    spread = _given(ground.case.assumptions.rate_spread)
    timing = ground.case.settings.timing
    lower, higher = (discount_factors(ground.rates + shift, timing) for shift in (-spread, spread))
    own = float(ground.rates[0])
    responses = {}
    for view, signs in ground.signs.items():
        net = clear_difference(np.maximum(signs, 0.0) @ ground.values_kr, np.maximum(-signs, 0.0) @ ground.values_kr)
        switch = rate_switch(net, ground.rates, timing)
        ends = (ground.npv(view, ground.values_kr, lower), ground.npv(view, ground.values_kr, higher))
        responses[view] = Response(ends[0], npvs[view], ends[1], switch, share_of_likely(switch, own))
    return InputSensitivity(VariedInput.DISCOUNT_RATE, "", "", "", own - spread, own, own + spread, responses)


def _delay(ground: NpvGround, npvs: Mapping[View, float]) -> InputSensitivity:
    """Effects that gain come later; the likely delay is none."""
    table = ground.table
    amounts = (table.drivers(LIKELY) * table.unit_kr)[:, np.newaxis]
    delay = _given(ground.case.assumptions.benefit_delay)
    late = amounts * delayed_factors(table, delay)
    by_years = [amounts * delayed_factors(table, years) for years in range(ground.case.change.horizon_years + 1)]
    responses = {}
    for view in View:
        switch = delay_switch([ground.npv(view, values) for values in by_years])
        end = ground.npv(view, late)
        responses[view] = Response(npvs[view], npvs[view], end, switch, share_of_likely(switch, 0.0))
    return InputSensitivity(VariedInput.BENEFIT_DELAY, "", "", "", 0.0, 0.0, delay, responses)


def _uptake(ground: NpvGround, npvs: Mapping[View, float]) -> Iterator[InputSensitivity]:
    """The stated uptakes made larger or smaller in proportion, never past all users; none where no effect has one."""
    largest = {place: share for place, row in enumerate(ground.table.rows) if (share := _largest_uptake(ground, row))}
    if not largest:
        return
    highest = 1.0 / max(largest.values())
    spread = _given(ground.case.assumptions.uptake_spread)
    low, high = max(1.0 - spread, 0.0), min(1.0 + spread, highest)
    worth = present_value(ground.values_kr, ground.factors)
    places = list(largest)
    responses = {}
    for view, signs in ground.signs.items():
        npv, slope = npvs[view], float(signs[places] @ worth[places])
        switch: Figure = Undefined(Reason.NOT_COUNTED)
        if signs[places].any():
            switch = linear_switch(npv, slope, 1.0, highest)
        ends = (npv + slope * (low - 1.0), npv + slope * (high - 1.0))
        responses[view] = Response(ends[0], npv, ends[1], switch, share_of_likely(switch, 1.0))
    yield InputSensitivity(VariedInput.UPTAKE, "", "", "", low, 1.0, high, responses)


def _all(ground: NpvGround, npvs: Mapping[View, float], varied: VariedInput, rows: BoolArray) -> InputSensitivity:
    """All of ``rows`` in proportion, for its switching value: how far the whole may fall short or run over."""
    worth = present_value(ground.values_kr, ground.factors) * rows
    responses = {}
    for view, signs in ground.signs.items():
        switch = linear_switch(npvs[view], float(signs @ worth), 1.0)
        responses[view] = Response(npvs[view], npvs[view], npvs[view], switch, switch)
    return InputSensitivity(varied, "", "", "", 1.0, 1.0, 1.0, responses)


def _largest_uptake(ground: NpvGround, row: MonetaryRow) -> float:
    """The largest share of users that an effect of the main alternative states; 0 where it states none."""
    if not isinstance(row, Effect) or row.alternative != ground.case.change.main_alternative:
        return 0.0
    if row.uptake_profile:
        book = {profile.name: profile.factors for profile in ground.case.profiles}
        return max(book[row.uptake_profile])
    return row.uptake or 0.0


def _given(parameter: Parameter) -> float:
    """The spread, or none where it is left empty."""
    return parameter.value or 0.0
