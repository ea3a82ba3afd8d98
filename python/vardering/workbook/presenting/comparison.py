"""Two versions of a case side by side: what every presentation of a comparison is made from."""

from collections.abc import Mapping

from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.comparison import NpvBridge, NpvStep
from vardering.model.results import Figure, Results
from vardering.model.vocabulary import View
from vardering.workbook.presenting.findings import Finding
from vardering.workbook.presenting.input_differences import InputDifference
from vardering.workbook.presenting.input_places import InputPlaces


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two versions: its file, the id stored in it ("" for none), its case and its results."""

    source: str
    stored_id: str
    case: Case
    results: Results
    places: InputPlaces

    def figure(self, view: View, name: str) -> Figure:
        """A key figure of the main alternative."""
        figure: Figure = getattr(self.results.main.views[view].figures, name)
        return figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a case, what differs in their inputs, and the way from one net present value to the other.

    ``plan`` is what people wrote differently in the plan and its follow-up, which moves no result. ``notes`` are what
    the reader must know to read the differences right.
    """

    before: Version
    after: Version
    notes: tuple[Finding, ...]
    differences: tuple[InputDifference, ...]
    plan: tuple[InputDifference, ...]
    bridge: NpvBridge

    @property
    def subjects(self) -> Mapping[int, str]:
        """What each change is about, by the change's identity."""
        return {id(difference.change): difference.subject for difference in self.differences}

    @property
    def steps(self) -> tuple[NpvStep, ...]:
        """The steps between the net present values, largest first."""
        return tuple(sorted(self.bridge.steps, key=lambda step: -size_of(step)))


def size_of(step: NpvStep) -> float:
    """How much a step moves all valued, kr: alone, or as the last one where it cannot be made alone."""
    effect = step.alone if step.alone is not None else step.last
    return 0.0 if effect is None else abs(effect[View.ALL_VALUED])
