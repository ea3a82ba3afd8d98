"""What the larger exercise comes to, worked out from its description and the chapter on figures, without the engine."""

from itertools import accumulate

RATE, INDEX, INTERNAL = 0.035, 0.02, 0.025
YEARS = range(6)
VISITS, MISSED, USED = 24_000, 950, 0.8
ASSESSOR, ASSISTANT, DEVELOPER = 415.0, 340.0, 635.0
TRAINING = 120 * 4 * ASSESSOR
Flow = list[float]


def steps(full: float) -> Flow:
    return [0.0, full / 3, full * 2 / 3, full, full, full]


def first_year(amount: float) -> Flow:
    return [amount, 0.0, 0.0, 0.0, 0.0, 0.0]


def later(amount: float) -> Flow:
    return [0.0] + [amount] * 5


def total(*flows: Flow) -> Flow:
    return [sum(amounts) for amounts in zip(*flows, strict=True)]


def worth(flow: Flow) -> float:
    return sum(amount / (1 + RATE) ** year for year, amount in enumerate(flow))


def time_saved(assessor: float, assistant: float) -> Flow:
    return steps(VISITS * USED * (assessor * ASSESSOR + assistant * ASSISTANT) / 60)


LETTERS = steps(VISITS * 14 * USED)
VIEWS = {
    "B": {
        "cash": (LETTERS, total(first_year(900_000), later(250_000))),
        "rest": (total(time_saved(10, 5), steps(MISSED * 300 * USED)), first_year(TRAINING)),
    },
    "C": {
        "cash": (LETTERS, total(first_year(300_000), later(90_000))),
        "rest": (time_saved(6, 1), first_year(1_000 * DEVELOPER + TRAINING)),
    },
}
"""Benefits and costs that are money of the municipality's, and the rest: time within its means, and others' benefit."""


def views(option: str) -> tuple[tuple[Flow, Flow], ...]:
    """Benefits and costs: budget, everything valued, cautious."""
    (gains, costs), (other_gains, other_costs) = VIEWS[option]["cash"], VIEWS[option]["rest"]
    return (gains, costs), (total(gains, other_gains), total(costs, other_costs)), (gains, total(costs, other_costs))


def payback(gains: Flow, costs: Flow) -> float | str:
    balances = list(accumulate(gain - cost for gain, cost in zip(gains, costs, strict=True)))
    if balances[-1] < 0:
        return "aldrig"
    last = max(year for year in YEARS if balances[year] < 0)
    return last - balances[last] / (balances[last + 1] - balances[last])


def by_hand(gains: Flow, costs: Flow) -> dict[str, float | str]:
    net = worth(gains) - worth(costs)
    return {
        "Nuvärde av nyttor": worth(gains),
        "Nuvärde av kostnader": worth(costs),
        "Nettonuvärde": net,
        "Nytto-kostnadskvot": worth(gains) / worth(costs),
        "Återbetalningstid, år efter startåret": payback(gains, costs),
        "Årligt nettovärde": net / worth([1.0] * 6),
    }


def budget_by_hand() -> dict[str, Flow]:
    prices = [(1 + INDEX) ** (year + 1) for year in YEARS]
    paid = 900_000 * prices[0]
    found = {
        "Driftkostnader": [amount * price for amount, price in zip(later(250_000), prices, strict=True)],
        "Ramjustering": [amount * price for amount, price in zip(LETTERS, prices, strict=True)],
        "Avskrivning": later(paid / 5),
        "Internränta": [0.0] + [paid * (1 - year / 5) * INTERNAL for year in range(5)],
    }
    costs = total(found["Driftkostnader"], found["Avskrivning"], found["Internränta"])
    return found | {
        "Påverkan på årets resultat, kostnad": [
            cost - gain for cost, gain in zip(costs, found["Ramjustering"], strict=True)
        ]
    }


def simplified_by_hand() -> list[tuple[Flow, Flow]]:
    full = [later(flow[-1]) for flow, _ in views("B")]
    costs = total(first_year(900_000 + TRAINING), later(250_000))
    return [(gains, costs) for gains in full]
