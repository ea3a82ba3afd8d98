"""Even yearly amounts: their present value, the payment that equals an amount, and annual equivalents."""

from vardering.engine.arrays import Numbers, floats
from vardering.model.results import Figure, Reason, Undefined


def annuity_factor(rate: float, years: int) -> float:
    """Present value of 1 a year at the end of each of ``years`` years: ``(1 − (1+r)^−n) / r``, n at rate 0.

    Authority: US Army Corps of Engineers, EngrEcon: 500 a year in 20 years at 4 % are worth 6 795.

    >>> round(500 * annuity_factor(0.04, 20))
    6795
    """
    return float(years) if rate == 0.0 else (1.0 - (1.0 + rate) ** -years) / rate


def level_payment(amount: float, rate: float, years: int) -> float:
    """The amount a year, at the end of each year, whose present value is ``amount``; the sign follows it.

    Authority: numpy-financial, pmt (15 000 over 60 months at 8 % a year; Excel shows it as a payment, −304.15).

    >>> round(level_payment(15000, 0.08 / 12, 60), 6)
    304.145914
    """
    return amount / annuity_factor(rate, years)


def future_value(amount: float, payment: float, rate: float, years: int) -> float:
    """What an amount now and a payment at the end of each year have grown to after ``years`` years.

    Authority: pyxirr, fv (100 now and 100 a month in 120 months at 5 % a year).

    >>> round(future_value(100, 100, 0.05 / 12, 120), 6)
    15692.928894
    """
    return (amount + payment * annuity_factor(rate, years)) * (1.0 + rate) ** years


def annual_equivalent(net_present_value_kr: float, life_factors: Numbers) -> Figure:
    """The even yearly amount over a life that has this net present value; the unit of the value.

    ``NPV / Σ discount factors of the life's years``, so it keeps the schedule and the timing of the case. At one
    rate and timing 1 it is ``NPV × r / (1 − (1+r)^−n)``. Undefined (no-life) where there is no year.

    >>> from vardering.engine.discounting import discount_factors
    >>> round(annual_equivalent(15000, discount_factors([0.08 / 12] * 60, timing=1)), 6)
    304.145914
    """
    total = float(floats(life_factors).sum())
    return net_present_value_kr / total if total > 0.0 else Undefined(Reason.NO_LIFE)
