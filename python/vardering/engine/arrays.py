"""The arrays the engine counts in: floats over rows × years, with room for a leading axis of draws."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

_UNKNOWN_SHARE = 1e-12

if TYPE_CHECKING:
    FloatArray = npt.NDArray[np.float64]
    BoolArray = npt.NDArray[np.bool_]
    Numbers = npt.ArrayLike
    """A sequence or an array of numbers."""
else:
    FloatArray = BoolArray = np.ndarray
    Numbers = object


def floats(numbers: Numbers) -> FloatArray:
    """The numbers as an array of floats; the same array where it already is one."""
    return np.asarray(numbers, dtype=np.float64)


def clear_difference(larger: Numbers, smaller: Numbers) -> FloatArray:
    """``larger − smaller``, element by element; what rounding leaves of zero is zero.

    A remainder below 1e-12 of the sizes has no digit that is known, and would make ratios, signs and rates of
    nothing.

    >>> clear_difference([0.1 + 0.2, 2.0], [0.3, 0.5]).tolist()
    [0.0, 1.5]
    """
    first, second = floats(larger), floats(smaller)
    difference: FloatArray = first - second
    unknown = np.abs(difference) <= _UNKNOWN_SHARE * (np.abs(first) + np.abs(second))
    return np.where(unknown, 0.0, difference)


def plain(array: FloatArray) -> tuple[float, ...]:
    """A one-dimensional array as a tuple of Python floats, for results that are plain values; never −0.

    >>> plain(floats([1.5, -0.0]))
    (1.5, 0.0)
    """
    values: list[float] = (array + 0.0).tolist()
    return tuple(values)
