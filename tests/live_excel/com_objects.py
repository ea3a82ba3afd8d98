"""Objects whose members with capital letters are calls to Excel: counted, and turned away when told to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from live_excel.windows_modules import ComError, Dispatch

REJECTED, IN_EDIT_MODE, GENERAL_FAILURE = -2147418111, -2146777998, -2147352567


@dataclass(slots=True)
class Traffic:
    """Calls so far; ``refuse`` so many of the next ones are turned away, or each whose number ``every`` divides."""

    calls: int = 0
    refuse: int = 0
    code: int = REJECTED
    every: int = 0

    def pass_through(self) -> None:
        self.calls += 1
        if self.refuse or (self.every and self.calls % self.every == 0):
            self.refuse = max(0, self.refuse - 1)
            details = (0, "Excel", None, None, 0, self.code) if self.code == IN_EDIT_MODE else None
            raise ComError(GENERAL_FAILURE if details else self.code, "rejected", details)


class ComObject(Dispatch):
    """An object whose members with capital letters are calls to Excel."""

    traffic: Traffic

    def __getattribute__(self, name: str) -> Any:
        if "A" <= name < "[":
            object.__getattribute__(self, "traffic").pass_through()
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        if name[0].isupper():
            self.traffic.pass_through()
        object.__setattr__(self, name, value)


class Members(ComObject):
    """A collection of Excel's: iterated, and called with a name or a number from 1."""

    def __init__(self, traffic: Traffic, members: list[Any]) -> None:
        self.traffic = traffic
        self.members = members

    def __iter__(self) -> Iterator[Any]:
        self.traffic.pass_through()
        return iter(self.members)

    def __call__(self, key: str | int) -> Any:
        self.traffic.pass_through()
        for number, member in enumerate(self.members, start=1):
            if key == number or str(key).lower() == member.label.lower():
                return member
        raise ComError(GENERAL_FAILURE, "no such member", (0, "", None, None, 0, 0))


class Simple(ComObject):
    """An object with members that are just held."""

    def __init__(self, traffic: Traffic, label: str = "", **members: Any) -> None:
        self.traffic = traffic
        self.label = label
        for name, value in members.items():
            object.__setattr__(self, name, value)
