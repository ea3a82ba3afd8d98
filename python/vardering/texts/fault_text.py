"""The two sentences of a fault."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultText:
    """A fault's two sentences: what is wrong, and what to do. {names} are its arguments."""

    what: str
    remedy: str
