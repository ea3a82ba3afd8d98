"""A selection of changes under constraints: the candidates, what limits them, and what came out with its reasons."""

from collections.abc import Mapping
from enum import StrEnum

from vardering.base.light_dataclasses import dataclass
from vardering.model.portfolio_words import OfficeDecision
from vardering.model.results import Years


class LimitKind(StrEnum):
    """What a selection must keep to."""

    BUDGET = "budget"
    CAPACITY = "capacity"
    MUST = "must"
    NEVER = "never"
    VERSION_GROUP = "version_group"
    PREREQUISITE = "prerequisite"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class Limit:
    """One constraint. ``subject`` is its role, change, group or focus area; ``other`` the change that is required."""

    kind: LimitKind
    subject: str = ""
    year: int | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change that may be selected. ``value`` is what it adds to the objective, ``costs_kr`` what it takes of the
    budget in each year of the problem, ``hours`` what it takes of each role and year.
    """

    id: str
    name: str
    value: float
    costs_kr: Years
    hours: Mapping[tuple[str, int], float]
    focus_area: str = ""
    version_group: str = ""
    requires: tuple[str, ...] = ()
    office_decision: OfficeDecision | None = None


@dataclass(frozen=True, slots=True)
class SelectionProblem:
    """The candidates and the limits. Years and roles without a budget or a capacity are not limited.

    ``least_shares`` is the least share of what is selected, by cost, that each focus area gets.
    """

    candidates: tuple[Candidate, ...]
    years: tuple[int, ...]
    budgets_kr: Mapping[int, float]
    capacities_hours: Mapping[tuple[str, int], float]
    least_shares: Mapping[str, float]


class VerdictReason(StrEnum):
    """Why a change is in a selection or out of it."""

    DECIDED_IN = "decided_in"
    WORTH_ITS_PLACE = "worth_its_place"
    NEEDED = "needed"
    DECIDED_OUT = "decided_out"
    NO_GAIN = "no_gain"
    ANOTHER_VERSION = "another_version"
    CROWDED_OUT = "crowded_out"
    IMPOSSIBLE = "impossible"
    EQUALLY_GOOD = "equally_good"
    NOT_TRIED = "not_tried"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A change in or out, and why. ``loss`` is what the objective loses by the opposite, None where that is
    impossible or not tried. ``added`` and ``dropped`` are ids of the other changes that would come and go then;
    ``clashes`` what makes the opposite impossible.
    """

    id: str
    is_selected: bool
    reason: VerdictReason
    loss: float | None = None
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    clashes: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Marginal:
    """What a larger budget buys: of one year, of all years each (None), with what comes and goes."""

    year: int | None
    extra_kr: float
    gain: float
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """The best value at a share of the budget; None where the limits then cannot be kept."""

    budget_share: float
    budget_kr: float
    value: float | None
    selected: int


@dataclass(frozen=True, slots=True)
class NextBest:
    """The best other selection: how much less it gives, and what comes and goes."""

    gap: float
    gap_share: float
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A limit that cannot be kept together with the others named, and the least it must give way, in its own unit.

    None where another of them gives way instead.
    """

    limit: Limit
    lacking: float | None


@dataclass(frozen=True, slots=True)
class Selection:
    """The best selection. Without a solution ``selected`` is empty and ``clashes`` names limits that cannot be kept
    together: leave out any one of them and the others can.
    """

    is_possible: bool
    selected: tuple[str, ...] = ()
    value: float = 0.0
    verdicts: tuple[Verdict, ...] = ()
    marginals: tuple[Marginal, ...] = ()
    frontier: tuple[FrontierPoint, ...] = ()
    next_best: NextBest | None = None
    clashes: tuple[Clash, ...] = ()
