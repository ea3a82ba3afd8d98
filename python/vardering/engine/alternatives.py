"""Which alternatives a case has, how they rank, and what each step up in cost gives."""

from collections.abc import Mapping

from vardering.base.faults import VarderingError
from vardering.engine.arrays import clear_difference
from vardering.engine.money_table import ALTERNATIVES, DO_NOTHING
from vardering.engine.ratios import ratio
from vardering.model.case import Case
from vardering.model.results import Increment


def evaluated_alternatives(case: Case) -> tuple[str, ...]:
    """The change options (B–D) that have a name or a row of any kind, and always the main alternative.

    Raises VarderingError main-alternative-unknown (value) where the main alternative is no change option.
    """
    main = case.change.main_alternative
    if main not in ALTERNATIVES:
        raise VarderingError("main-alternative-unknown", value=main)
    tables = (
        case.development,
        case.transition,
        case.running,
        case.effects,
        case.resources,
        case.retired_assets,
    )
    used = {row.alternative for table in tables for row in table}
    used |= {alternative.id for alternative in case.alternatives if alternative.name}
    return tuple(name for name in ALTERNATIVES if name in used or name == main)


def ranking(npvs: Mapping[str, float]) -> tuple[str, ...]:
    """Alternatives by net present value, best first; ties by id."""
    return tuple(sorted(npvs, key=lambda name: (-npvs[name], name)))


def increments(worth: Mapping[str, tuple[float, float]]) -> tuple[Increment, ...]:
    """Each alternative against the last one worth its cost, from the cheapest up, starting with A (nothing).

    ``worth`` holds (PV costs, PV benefits) in kr. A step is worth it where it gives more than it costs; the ratio
    is extra benefit over extra cost. Authority: Sullivan, Engineering Economy, example 10-6: ranking by ratio
    alone can turn with the convention, the step from the cheaper to the dearer project cannot.

    >>> [step.is_worth_it for step in increments({"B": (10.0, 30.0), "C": (15.0, 32.0), "D": (20.0, 45.0)})]
    [True, False, True]
    """
    base, base_cost, base_benefit = DO_NOTHING, 0.0, 0.0
    steps: list[Increment] = []
    for name in sorted(worth, key=lambda name: (worth[name][0], name)):
        cost, benefit = worth[name]
        extra_cost = float(clear_difference(cost, base_cost))
        extra_benefit = float(clear_difference(benefit, base_benefit))
        step = Increment(
            alternative=name,
            compared_with=base,
            extra_cost=extra_cost,
            extra_benefit=extra_benefit,
            ratio=ratio(extra_benefit, extra_cost),
            is_worth_it=extra_benefit > extra_cost,
        )
        steps.append(step)
        if step.is_worth_it:
            base, base_cost, base_benefit = name, cost, benefit
    return tuple(steps)
