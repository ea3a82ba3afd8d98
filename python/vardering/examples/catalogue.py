"""The filled examples: which there are, and their cases. The cases are JSON files beside this module."""

from pathlib import Path

from vardering.base.light_dataclasses import dataclass
from vardering.model.case import Case
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


def load_example(name: str) -> Case:
    """The case of an example. Raises ``KeyError`` where no example has the name."""
    file_name = {entry.name: entry.file_name for entry in EXAMPLES}[name]
    text = Path(__file__).with_name(file_name).read_text(encoding="utf-8")
    return Case.model_validate_json(text)


def load_plan(entry: ExampleEntry) -> RealisationPlan:
    """What people have answered in an example's plan; the calculated fields of its rows are not filled in."""
    text = Path(__file__).with_name(entry.plan_file_name).read_text(encoding="utf-8")
    return RealisationPlan.model_validate_json(text)
