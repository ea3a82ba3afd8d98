"""The two sentences of a fault."""

from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultText:
    """A fault's two sentences: what is wrong, and what to do. {names} are its arguments."""

    what: str
    remedy: str
