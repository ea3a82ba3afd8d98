"""Everything in a workbook that is carried along with its case: plan, approved plans, reports."""

from vardering.model.measurement import FollowUp
from vardering.model.realisation import Realisation
from vardering.model.realisation_plan import RealisationPlan
from vardering.workbook.reading.approved_plan_reader import read_approved_plans
from vardering.workbook.reading.follow_up_reader import read_follow_up
from vardering.workbook.reading.plan_reader import read_plan
from vardering.workbook.snapshot import Snapshot


def read_realisation(snapshot: Snapshot) -> Realisation:
    """What has been planned, approved and reported; nothing for a workbook without those sheets.

    Raises ``BookForeignError`` where one of them lacks a heading that it should have.
    """
    plan, follow_up = read_plan(snapshot), read_follow_up(snapshot)
    return Realisation(
        plan=plan.plan if plan is not None else RealisationPlan(),
        approved=tuple(place.plan for place in read_approved_plans(snapshot).places),
        follow_up=follow_up.follow_up if follow_up is not None else FollowUp(),
    )
