"""How much the decision basis shows: rows of its tables, and characters of what people wrote.

A page is one A4. Short texts leave room for long ones, so there are steps: the first whose content fits is used.
"""

from vardering.base.light_dataclasses import dataclass

ANY_LENGTH = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Characters of running texts and of cells, and rows of tables and lists.

    ``heading``, ``fact`` and ``line`` are one line of the page: the name of the change, from the second column on, and
    across the page.
    """

    description: int
    decision: int
    name: int
    meaning: int
    effect: int
    recipient: int
    reason: int
    risk: int
    effects: int
    risks: int
    warnings: int
    lacks: int
    heading: int = 90
    fact: int = 120
    line: int = 175


LIMITS = (
    Limits(
        description=1000, decision=1000, name=60, meaning=130, effect=86, recipient=40, reason=185, risk=86,
        effects=5, risks=3, warnings=2, lacks=4,
    ),
    Limits(
        description=1000, decision=1000, name=52, meaning=92, effect=80, recipient=40, reason=185, risk=80,
        effects=5, risks=3, warnings=2, lacks=3,
    ),
    Limits(
        description=640, decision=640, name=52, meaning=92, effect=80, recipient=40, reason=92, risk=80,
        effects=5, risks=3, warnings=2, lacks=3,
    ),
    Limits(
        description=640, decision=640, name=44, meaning=88, effect=43, recipient=22, reason=92, risk=43,
        effects=4, risks=2, warnings=1, lacks=2,
    ),
    Limits(
        description=250, decision=340, name=43, meaning=43, effect=43, recipient=22, reason=92, risk=43,
        effects=3, risks=2, warnings=1, lacks=1,
    ),
)  # fmt: skip
"""From the roomiest to the tightest, which everything fits in."""

WHOLE = Limits(
    *(ANY_LENGTH,) * 8, effects=12, risks=5, warnings=5, lacks=12,
    heading=ANY_LENGTH, fact=ANY_LENGTH, line=ANY_LENGTH,
)  # fmt: skip
"""Nothing of what people wrote is cut: for a document, which may have several pages."""
