"""The case an empty template holds: prefilled assumptions, nothing about the change."""

from vardering.model.assumptions import Assumptions, PersonnelCategory
from vardering.model.case import Case
from vardering.model.change import Alternative, AssessmentScore, Change
from vardering.model.vocabulary import DIRECT_AREAS, CaseForm

DO_NOTHING = "Nollalternativ"


def blank_case(
    form: CaseForm,
    assumptions: Assumptions,
    categories: tuple[PersonnelCategory, ...],
    start_year: int,
) -> Case:
    """A case with no rows and no id: its first calculation gives it one."""
    options = ("A", "B", "C", "D") if form is CaseForm.FULL else ("A", "B")
    return Case(
        case_id=" ",
        form=form,
        change=Change(name="", start_year=start_year, price_level_year=start_year - 1),
        alternatives=tuple(Alternative(id=option, name=DO_NOTHING if option == "A" else "") for option in options),
        assumptions=assumptions,
        categories=categories,
        assessment=tuple(AssessmentScore(area=area) for area in DIRECT_AREAS),
    )
