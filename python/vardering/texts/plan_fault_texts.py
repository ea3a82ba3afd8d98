"""Faults of the realisation plan, the gates and the approved plan, in Swedish."""

from collections.abc import Mapping

from vardering.texts.fault_text import FaultText

PLAN_FAULTS: Mapping[str, FaultText] = {
    "plan-row-twice": FaultText(
        "Planen har två rader för effekten {id}.",
        "Behåll en av dem. Bara den översta följs upp.",
    ),
}
