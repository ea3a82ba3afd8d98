"""What a follow-up form holds: whose it is, of which change, and what is to be measured when."""

from datetime import date

from vardering.base.light_dataclasses import dataclass
from vardering.model.plan_task import person_of
from vardering.model.realisation_plan import PlanRow
from vardering.workbook.presenting.follow_up_content import FollowUpContent


@dataclass(frozen=True, slots=True)
class FormLine:
    """One measurement that is asked for; ``due`` is None where the plan has no day for it."""

    row: PlanRow
    due: date | None


@dataclass(frozen=True, slots=True)
class FormContent:
    """One person's form."""

    person: str
    change: str
    case_id: str
    made_on: date
    lines: tuple[FormLine, ...]


def forms_of(content: FollowUpContent) -> tuple[FormContent, ...]:
    """A form for every benefit owner, in the order of the plan: what should have been measured, and what comes next."""
    lines: dict[str, list[FormLine]] = {}
    for effect in content.result.effects:
        row = content.rows[effect.effect_id]
        person = person_of(row.owner)
        if not person or not row.is_current:
            continue
        days = content.due[effect.effect_id]
        asked = [days[index] for index in effect.unanswered]
        asked += [days[effect.next_due]] if effect.next_due is not None else []
        lines.setdefault(person, []).extend(FormLine(row, day) for day in asked or (None,))
    case = content.case
    return tuple(
        FormContent(person, case.change.name, case.case_id, content.today, tuple(mine))
        for person, mine in lines.items()
    )


def without_owner(content: FollowUpContent) -> tuple[str, ...]:
    """Ids of the effects that nobody gets a form for."""
    rows = (content.rows[effect.effect_id] for effect in content.result.effects)
    return tuple(row.effect_id for row in rows if row.is_current and not person_of(row.owner))
