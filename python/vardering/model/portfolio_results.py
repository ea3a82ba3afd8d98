"""What a portfolio adds up to: the changes in rank order, and sums per calendar year in every view."""

from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass
from vardering.model.case_digest import CaseDigest, FileReading
from vardering.model.results import Years
from vardering.model.selection import Selection, SelectionProblem
from vardering.model.vocabulary import View


@dataclass(frozen=True, slots=True)
class RankedChange:
    """A change with its place from 1; changes of equal worth share a place, None where it cannot be ranked."""

    digest: CaseDigest
    file: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class ViewSum:
    """A view of all comparable changes together: kr by calendar year, and the net present value."""

    view: View
    benefits: Years
    costs: Years
    net: Years
    npv: float


@dataclass(frozen=True, slots=True)
class RoleLoad:
    """Hours of a role in a calendar year: what all changes need, what the selected ones need, what cases count with."""

    role: str
    year: int
    all_hours: float
    selected_hours: float
    available_hours: float


@dataclass(frozen=True, slots=True)
class PortfolioResults:
    """Everything of a portfolio. ``changes`` are in rank order, those without a place last.

    ``compared`` is how many of the changes the sums hold. ``problem`` is what the selection was made of.
    """

    files: tuple[FileReading, ...]
    changes: tuple[RankedChange, ...]
    years: tuple[int, ...]
    sums: Mapping[View, ViewSum]
    compared: int
    loads: tuple[RoleLoad, ...]
    problem: SelectionProblem
    selection: Selection
