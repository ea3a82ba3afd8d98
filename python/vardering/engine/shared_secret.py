"""A secret in parts: five give it back, four say nothing of it (Shamir, How to share a secret, CACM 22, 1979)."""

from collections.abc import Sequence

PRIME = 2**127 - 1
"""Everything is counted modulo this (Mersenne) prime."""

Point = tuple[int, int]


def value_at(coefficients: Sequence[int], place: int) -> int:
    """The polynomial c0 + c1·x + c2·x² + … at a place; c0 is the secret, and its length how many points give it back.

    >>> value_at([7, 2, 1], 3)
    22
    """
    value = 0
    for coefficient in reversed(coefficients):
        value = (value * place + coefficient) % PRIME
    return value


def secret_of(points: Sequence[Point]) -> int:
    """The secret of as many points as the polynomial has coefficients, by Lagrange's interpolation at 0.

    >>> secret_of([(x, value_at([7, 2, 1], x)) for x in (3, 11, 12)])
    7
    """
    secret = 0
    for place, value in points:
        over, under = 1, 1
        for other, _ in points:
            if other != place:
                over = over * other % PRIME
                under = under * (other - place) % PRIME
        secret += value * over * pow(under, -1, PRIME)
    return secret % PRIME
