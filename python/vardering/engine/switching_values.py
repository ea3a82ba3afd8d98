"""Switching values: where the net present value becomes 0 when one input alone is changed.

Drivers and uptake are linear, so theirs are exact. The rate is a root of the present value of the yearly net flows.
Delay is counted in whole years; between two years the net present value runs straight.
"""

import numpy as np

from vardering.engine.arrays import FloatArray, Numbers, floats
from vardering.engine.discounting import discount_factors, present_value
from vardering.engine.internal_rate import internal_rate
from vardering.model.results import Figure, Reason, Undefined

_GRID = 400
_SMALLEST_GROWTH, _LARGEST_GROWTH = 0.05, 50.0
"""Yearly growth factors 1 + rate between which a schedule is searched: −95 to 4 900 per cent."""


def linear_switch(npv: float, slope: float, likely: float, highest: float = np.inf) -> Figure:
    """The input x with ``npv + slope × (x − likely) = 0``: kr, kr per unit, units.

    Undefined (no-switch) where none exists between 0 and ``highest``. Authority: HM Treasury, The Green Book,
    switching values.

    >>> linear_switch(50.0, 10.0, 20.0)
    15.0
    >>> linear_switch(50.0, 1.0, 20.0).reason.value
    'no-switch'
    """
    if slope == 0.0:
        return Undefined(Reason.NO_SWITCH)
    value = likely - npv / slope
    return value if 0.0 <= value <= highest else Undefined(Reason.NO_SWITCH)


def share_of_likely(value: Figure, likely: float) -> Figure:
    """A switching value as a share of the likely one; Undefined (no-likely) where that is 0.

    >>> share_of_likely(15.0, 20.0)
    0.75
    """
    if isinstance(value, Undefined):
        return value
    return value / likely if likely else Undefined(Reason.NO_LIKELY)


def rate_switch(net: Numbers, rates: Numbers, timing: float) -> Figure:
    """The discount rate of year number 1 at which the present value of ``net`` (years,) is 0, as a share a year.

    ``rates`` (years,) is the schedule: it is moved as a whole. Where several rates do, the one nearest to the
    schedule's own. Undefined (no-switch) where none does.

    >>> round(rate_switch([-100, 39, 59, 55, 20], [0.03] * 5, 0.0), 11)
    0.28094842116
    """
    flows, schedule = floats(net), floats(rates)
    own = float(schedule[0])
    if np.all(schedule == own):
        roots = internal_rate(flows)[1]
    else:
        roots = tuple(own + shift for shift in _shifts(flows, schedule, timing))
    if not roots:
        return Undefined(Reason.NO_SWITCH)
    return min(roots, key=lambda root: abs(root - own))


def delay_switch(npvs: Numbers) -> Figure:
    """The delay in years at which the net present value first is 0; ``npvs`` (delays,) are of 0, 1, 2 … years.

    Straight between whole years. Undefined (no-switch) where no delay makes it 0.

    >>> delay_switch([30.0, 10.0, -10.0, -20.0])
    1.5
    """
    values = floats(npvs)
    crossings = np.flatnonzero((values[:-1] == 0.0) | (values[:-1] * values[1:] < 0.0))
    if crossings.size == 0:
        return Undefined(Reason.NO_SWITCH)
    before = int(crossings[0])
    return before + float(values[before] / (values[before] - values[before + 1] or 1.0))


def _shifts(net: FloatArray, rates: FloatArray, timing: float) -> list[float]:
    """Shifts of the whole schedule at which the present value changes sign, rising."""
    lowest = float(rates.min())
    shifts = np.geomspace(_SMALLEST_GROWTH, _LARGEST_GROWTH, _GRID) - 1.0 - lowest
    values = [_shifted_value(net, rates, timing, float(shift)) for shift in shifts]
    return [
        _halved(net, rates, timing, (float(shifts[place]), float(shifts[place + 1])))
        for place in range(_GRID - 1)
        if values[place] * values[place + 1] < 0.0
    ]


def _shifted_value(net: FloatArray, rates: FloatArray, timing: float, shift: float) -> float:
    return float(present_value(net, discount_factors(rates + shift, timing)))


def _halved(net: FloatArray, rates: FloatArray, timing: float, bracket: tuple[float, float]) -> float:
    """The shift between two with present values of opposite sign, to the last digit."""
    low, high = bracket
    falling = _shifted_value(net, rates, timing, low) > 0.0
    middle = (low + high) / 2.0
    while low < middle < high:
        if (_shifted_value(net, rates, timing, middle) > 0.0) is falling:
            low = middle
        else:
            high = middle
        middle = (low + high) / 2.0
    return middle
