"""The filled examples: which there are, and their cases. The cases are JSON files beside this module."""

from dataclasses import dataclass
from importlib.resources import files

from vardering.model.case import Case
from vardering.model.vocabulary import CaseForm


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """One example: its name in calls, the file of its case, its title on the screen and the form it is filled in."""

    name: str
    file_name: str
    title_sv: str
    form: CaseForm


EXAMPLES = (
    ExampleEntry("digitala_las", "digitala_las.json", "Digitala lås i hemtjänsten", CaseForm.FULL),
    ExampleEntry("bygglov", "bygglov.json", "E-tjänst för bygglov", CaseForm.FULL),
    ExampleEntry("systemavveckling", "systemavveckling.json", "Avveckling av äldre verksamhetssystem", CaseForm.FULL),
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
    text = files("vardering.examples").joinpath(file_name).read_text(encoding="utf-8")
    return Case.model_validate_json(text)
