"""Checks of the benefits chain: that effects rest on something that is done, and serve something."""

from vardering.model.case import Case
from vardering.model.rows import DevelopmentCost, TransitionCost
from vardering.model.vocabulary import CaseForm, Gate
from vardering.workbook.benefits_chain import effects_named, ids_in
from vardering.workbook.checking.checker import Checker
from vardering.workbook.contract.shared_columns import CONTRIBUTES_TO

ACTIVITY_FIELDS = ("development", "transition")
FIRST_GATE = Gate.BP2
"""An idea need not say yet how its effects come about; a feasibility study must."""


def check_chain(checker: Checker) -> None:
    """Unknown effects always; effects without activity or objective from the gate on. One finding each."""
    case = checker.case
    if case.form is CaseForm.SIMPLIFIED or not _can_link(checker):
        return
    _check_links(checker)
    if case.change.gate < FIRST_GATE:
        return
    named = _named(case)
    bare = [index for index, effect in enumerate(case.effects) if effect.id not in named]
    aimless = [index for index, row in enumerate(case.effects) if not row.objective and not row.kind.is_monetary]
    for code, field_name, indices in (
        ("effect-without-activity", "id", bare),
        ("effect-without-objective", "objective", aimless),
    ):
        if indices:
            ids = ", ".join(case.effects[index].id for index in indices)
            checker.warning(code, checker.at("effects", indices[0], field_name), ids=ids)


def _can_link(checker: Checker) -> bool:
    """Whether the workbook has the column: one of an earlier contract version is not blamed for lacking it."""
    rows = [place for name in ACTIVITY_FIELDS for place in checker.places.rows.get(name, ())]
    return any(place.table.column_index(CONTRIBUTES_TO.heading) is not None for place in rows)


def _named(case: Case) -> set[str]:
    rows: tuple[DevelopmentCost | TransitionCost, ...] = (*case.development, *case.transition)
    return {found for row in rows for found in effects_named(row)}


def _check_links(checker: Checker) -> None:
    ids = {effect.id for effect in checker.case.effects}
    for case_field in ACTIVITY_FIELDS:
        for index, row in enumerate(getattr(checker.case, case_field)):
            unknown = [found for found in ids_in(row.contributes_to) if found not in ids]
            if unknown:
                where = checker.at(case_field, index, "contributes_to")
                checker.warning("contributes-to-unknown", where, id=row.id, value=", ".join(unknown))
