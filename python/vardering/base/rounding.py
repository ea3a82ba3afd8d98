"""Rounding of figures that are shown: as spreadsheets do, and no digit that the error makes worthless."""

from math import floor, log10

SIGNIFICANT_ERROR_DIGITS = 2
GUARD_DIGITS = 6
"""Decimals that tell a half from what arithmetic has made of it."""


def half_up(value: float, decimals: int = 0) -> float:
    """The figure rounded as Excel shows it: halves away from zero, by the decimal digits and not the binary ones.

    >>> half_up(62.5), half_up(-62.5), half_up(2.675, 2), half_up(0.125, 2)
    (63.0, -63.0, 2.68, 0.13)
    """
    scale = 10.0**decimals
    steps = floor(round(abs(value) * scale, GUARD_DIGITS) + 0.5)
    return steps / scale if value >= 0 else -steps / scale


def last_known_place(error: float) -> int:
    """The power of ten of an error's first digit: a figure is known to that place and no further.

    >>> last_known_place(36.4), last_known_place(1000.0), last_known_place(0.0042)
    (1, 3, -3)
    """
    return floor(log10(error))


def rounded_to_error(value: float, error: float) -> float:
    """The figure rounded to the place of its standard error's first digit; as it is where there is no error.

    >>> rounded_to_error(1_234_567.0, 4_321.0), rounded_to_error(0.23456, 0.004), rounded_to_error(7.25, 0.0)
    (1235000.0, 0.235, 7.25)
    """
    return round(value, -last_known_place(error)) if error > 0 else value


def rounded_error(error: float) -> float:
    """A standard error with two digits: more are never known.

    >>> rounded_error(4_321.0), rounded_error(0.004321), rounded_error(0.0)
    (4300.0, 0.0043, 0.0)
    """
    return round(error, SIGNIFICANT_ERROR_DIGITS - 1 - last_known_place(error)) if error > 0 else error
