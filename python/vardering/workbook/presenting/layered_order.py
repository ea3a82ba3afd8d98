"""Order of a layered drawing with few crossings: the barycentre method.

Every node moves to the mean position of its neighbours in the layer beside it, forwards and backwards in turn
(Sugiyama, Tagawa and Toda 1981). The best order seen is kept, so the result never crosses more than the given order.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence

Order = tuple[int, ...]
"""The nodes of a layer from top to bottom, each by its number in the given order."""
Links = Sequence[tuple[int, int]]
"""Pairs of a node in one layer and a node in the next, by their numbers."""

ROUNDS = 12
"""Drawings of this size settle within a few rounds."""


def count_crossings(left: Order, right: Order, links: Links) -> int:
    """How many pairs of links cross when both layers are drawn in these orders.

    >>> count_crossings((0, 1), (0, 1), [(0, 1), (1, 0)]), count_crossings((0, 1), (1, 0), [(0, 1), (1, 0)])
    (1, 0)
    """
    start = {node: position for position, node in enumerate(left)}
    end = {node: position for position, node in enumerate(right)}
    crossings = 0
    passed: list[int] = []
    for _, target in sorted((start[source], end[target]) for source, target in links):
        crossings += len(passed) - bisect_right(passed, target)
        insort(passed, target)
    return crossings


def order_layers(sizes: Sequence[int], links: Sequence[Links]) -> tuple[Order, ...]:
    """An order of each layer with few crossings; ``links[n]`` join layer n with layer n + 1.

    Deterministic: nodes with equal means keep their order, and a node without neighbours its place.
    """
    orders = [tuple(range(size)) for size in sizes]
    best, fewest = tuple(orders), _total(orders, links)
    layers = range(len(sizes))
    for _ in range(ROUNDS):
        for layer in layers[1:]:
            neighbours = _neighbours(sizes[layer], links[layer - 1])
            orders[layer] = _by_barycentre(orders[layer], orders[layer - 1], neighbours)
        best, fewest = _better(best, fewest, orders, links)
        for layer in reversed(layers[:-1]):
            neighbours = _neighbours(sizes[layer], _reversed(links[layer]))
            orders[layer] = _by_barycentre(orders[layer], orders[layer + 1], neighbours)
        best, fewest = _better(best, fewest, orders, links)
        if fewest == 0:
            break
    return best


def _better(
    best: tuple[Order, ...], fewest: int, orders: list[Order], links: Sequence[Links]
) -> tuple[tuple[Order, ...], int]:
    total = _total(orders, links)
    return (tuple(orders), total) if total < fewest else (best, fewest)


def _total(orders: Sequence[Order], links: Sequence[Links]) -> int:
    return sum(count_crossings(orders[layer], orders[layer + 1], pairs) for layer, pairs in enumerate(links))


def _reversed(links: Links) -> list[tuple[int, int]]:
    return [(target, source) for source, target in links]


def _neighbours(size: int, links: Links) -> list[list[int]]:
    """For every node of a layer its neighbours; ``links`` are pairs of neighbour and node."""
    found: list[list[int]] = [[] for _ in range(size)]
    for neighbour, node in links:
        found[node].append(neighbour)
    return found


def _by_barycentre(order: Order, fixed: Order, neighbours: list[list[int]]) -> Order:
    places = {node: position for position, node in enumerate(fixed)}
    scale = len(fixed) / max(len(order), 1)

    def mean(position: int, node: int) -> float:
        near = [places[neighbour] for neighbour in neighbours[node]]
        return sum(near) / len(near) if near else position * scale

    keyed = sorted((mean(position, node), position, node) for position, node in enumerate(order))
    return tuple(node for _, _, node in keyed)
