"""The filled examples: which there are, and their cases. The cases are JSON files beside this module."""

from datetime import date
from pathlib import Path

from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
from vardering.model.measurement import FollowUp
from vardering.model.realisation_plan import RealisationPlan
from vardering.model.vocabulary import CaseForm


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """One example: its name in calls, the file of its case, its title on the screen and the form it is filled in."""

    name: str
    file_name: str
    title_sv: str
    form: CaseForm
    plan_file_name: str = ""
    """The answers in its realisation plan, where it has any."""
    decision: str = ""
    """The decision that approved its plan, where there is one."""
    follow_up_file_name: str = ""
    """What has been reported of it, where it has been followed up."""
    followed_up_on: date | None = None
    """The day of that follow-up."""
    case_id: str = ""
    """The id of its case, where another example has the same file."""
    gate: str = ""
    """The gate ahead, where it differs from that of the file."""


EXAMPLES = (
    ExampleEntry(
        "digitala_las",
        "digitala_las.json",
        "Digitala lås i hemtjänsten",
        CaseForm.FULL,
        "digitala_las_plan.json",
    ),
    ExampleEntry("bygglov", "bygglov.json", "E-tjänst för bygglov", CaseForm.FULL, "bygglov_plan.json"),
    ExampleEntry(
        "systemavveckling",
        "systemavveckling.json",
        "Avveckling av äldre verksamhetssystem",
        CaseForm.FULL,
        "systemavveckling_plan.json",
        "Gymnasienämnden § 84 2026-11-18",
    ),
    ExampleEntry(
        "ledningsrapport_forenklad",
        "ledningsrapport_forenklad.json",
        "Ledningsrapport utan handarbete",
        CaseForm.SIMPLIFIED,
    ),
)

FOLLOWED_UP = ExampleEntry(
    "digitala_las_uppfoljd",
    "digitala_las.json",
    "Digitala lås i hemtjänsten, två år efter starten",
    CaseForm.FULL,
    "digitala_las_plan.json",
    "Vård- och omsorgsnämnden § 31 2027-02-11",
    "digitala_las_uppfoljning.json",
    date(2029, 10, 15),
    "EXEMPEL-DIGITALA-LAS-UPPFOLJD",
    "BP5",
)
"""The first example as it may look when the project has ended and its effects have been followed up for two years."""


def load_example(name: str) -> Case:
    """The case of an example. Raises ``KeyError`` where no example has the name."""
    entry = {entry.name: entry for entry in (*EXAMPLES, FOLLOWED_UP)}[name]
    text = Path(__file__).with_name(entry.file_name).read_text(encoding="utf-8")
    case = Case.model_validate_json(text)
    if not entry.gate:
        return case
    change = case.change.model_copy(update={"gate": entry.gate})
    return case.model_copy(update={"case_id": entry.case_id, "change": change})


def load_plan(entry: ExampleEntry) -> RealisationPlan:
    """What people have answered in an example's plan; the calculated fields of its rows are not filled in."""
    text = Path(__file__).with_name(entry.plan_file_name).read_text(encoding="utf-8")
    return RealisationPlan.model_validate_json(text)


def load_follow_up(entry: ExampleEntry) -> FollowUp:
    """What has been reported of an example."""
    text = Path(__file__).with_name(entry.follow_up_file_name).read_text(encoding="utf-8")
    return FollowUp.model_validate_json(text)
