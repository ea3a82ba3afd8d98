"""The arrays the engine counts in: floats over rows × years, with room for a leading axis of draws."""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
Numbers = npt.ArrayLike
"""A sequence or an array of numbers."""


def floats(numbers: Numbers) -> FloatArray:
    """The numbers as an array of floats; the same array where it already is one."""
    return np.asarray(numbers, dtype=np.float64)


def plain(array: FloatArray) -> tuple[float, ...]:
    """A one-dimensional array as a tuple of Python floats, for results that are plain values."""
    values: list[float] = array.tolist()
    return tuple(values)
