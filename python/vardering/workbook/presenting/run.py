"""Who ran what, when: handed in by the host, never looked up."""

from datetime import datetime

from vardering.base.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command. ``event`` is its Swedish name; ``fingerprint`` that of the case, ``seed`` of its draws."""

    event: str
    clock: datetime
    user: str
    version: str
    fingerprint: str = ""
    seed: int | None = None

    @property
    def log_time_text(self) -> str:
        """When, as the log says it: to the second, so that two runs of a minute keep their order."""
        return self.clock.strftime("%Y-%m-%d %H:%M:%S")

    @property
    def time_text(self) -> str:
        """Local time to the minute: 2026-11-24 14:05."""
        return self.clock.strftime("%Y-%m-%d %H:%M")
