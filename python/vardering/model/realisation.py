"""A case with what has been planned, approved and reported of it, as it is exported and carried into a new workbook."""

from vardering.model.approved_plan import ApprovedPlan
from vardering.model.case import Case
from vardering.model.measurement import FollowUp
from vardering.model.realisation_plan import RealisationPlan
from vardering.model.record import Record


class Realisation(Record):
    """The plan, the approved plans (earliest first) and the reports. No part of what is calculated from."""

    plan: RealisationPlan = RealisationPlan()
    approved: tuple[ApprovedPlan, ...] = ()
    follow_up: FollowUp = FollowUp()


NOTHING_PLANNED = Realisation()


class ExportedCase(Case):
    """A case as it is exported: the case itself, and its realisation where there is any."""

    realisation: Realisation = NOTHING_PLANNED

    @property
    def case(self) -> Case:
        """The case alone, which is what everything is calculated from."""
        return Case(**{name: getattr(self, name) for name in Case.field_names})


def exported(case: Case, realisation: Realisation) -> ExportedCase:
    """A case together with its realisation."""
    content = {name: getattr(case, name) for name in Case.field_names}
    return ExportedCase(**content, realisation=realisation)
