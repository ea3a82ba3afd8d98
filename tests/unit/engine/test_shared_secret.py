"""A secret in parts: any five give it back, and with four every secret is as likely as another."""

from itertools import combinations

from vardering.engine.shared_secret import PRIME, secret_of, value_at


def test_any_five_points_give_the_secret_back() -> None:
    coefficients = [987654321987654321, 17, PRIME - 1, 5, 2**100]
    points = [(place, value_at(coefficients, place)) for place in (3, 5, 2**90, PRIME - 7, 11, 12)]
    assert {secret_of(five) for five in combinations(points, 5)} == {coefficients[0]}


def test_four_points_fit_any_secret() -> None:
    four = [(3, 2**90), (7, 11), (2**100, 5), (13, PRIME - 1)]
    for secret in (0, 1, 2**126):
        fifth = 17
        # Through four points and (0, secret) goes one polynomial; its value at a fifth place is some number.
        value = (secret - secret_of([*four, (fifth, 0)])) * pow(
            secret_of([*[(x, 0) for x, _ in four], (fifth, 1)]), -1, PRIME
        )
        assert secret_of([*four, (fifth, value % PRIME)]) == secret
