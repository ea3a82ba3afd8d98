"""Modified internal rate of return: outlays financed at one rate, receipts reinvested at another."""

import numpy as np

from vardering.engine.arrays import Numbers, floats
from vardering.engine.discounting import net_present_value
from vardering.model.results import Figure, Reason, Undefined


def modified_internal_rate(net: Numbers, finance_rate: float, reinvest_rate: float) -> Figure:
    """The rate at which the outlays' present value grows to the receipts' final value; a share a year.

    ``(FV of receipts / PV of outlays)^(1/(n−1)) − 1`` over n yearly net flows, the first one now. Undefined
    (same-sign) where there are no outlays or no receipts. Authority: Microsoft, MIRR; numpy-financial.

    >>> round(modified_internal_rate([-120000, 39000, 30000, 21000, 37000, 46000], 0.10, 0.12), 6)
    0.126094
    """
    flows = floats(net)
    outlays = -net_present_value(np.minimum(flows, 0.0), finance_rate)
    receipts = net_present_value(np.maximum(flows, 0.0), reinvest_rate)
    if outlays <= 0.0 or receipts <= 0.0:
        return Undefined(Reason.SAME_SIGN)
    grown: float = (receipts / outlays) ** (1.0 / (flows.size - 1)) * (1.0 + reinvest_rate) - 1.0
    return grown
