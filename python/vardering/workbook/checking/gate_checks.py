"""Whether a change has what a gate requires. Which requirements a stage has is data; here is how each is checked."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from vardering.base.faults import Fault, Severity
from vardering.base.light_dataclasses import dataclass
from vardering.model.approved_plan import ApprovedPlan
from vardering.model.assessment import SCORED_CRITERIA
from vardering.model.case import Case
from vardering.model.gate_status import GateStatus, Lack, RequirementStatus
from vardering.model.gates import stages_required
from vardering.model.plan_completeness import has_several_owners, is_answered
from vardering.model.realisation_plan import PlanRow
from vardering.model.rows import Effect
from vardering.model.vocabulary import DecisionStatus, Kind, ValuedAs
from vardering.texts.gate_requirements import PLAN_CHECK, requirements
from vardering.texts.plan_texts import LACK_WORDS
from vardering.workbook.contract.word_lists import word_for
from vardering.workbook.reading.places import Places
from vardering.workbook.reading.plan_reader import PlanReading

FROM_EFFECTS = frozenset({"owner", "measure"})
"""Fields of the plan that are filled in on Effekter."""


@dataclass(frozen=True, slots=True)
class GateGround:
    """What the checks look at: the case and its cells, its faults, the plan, and the approved plans that are intact."""

    case: Case
    places: Places
    faults: Sequence[Fault]
    plan: PlanReading | None
    approved: Sequence[ApprovedPlan] = ()
    is_intact: bool = True

    def effects(self) -> Iterator[tuple[int, Effect]]:
        """The effects of the main alternative with their index in the case."""
        for index, effect in enumerate(self.case.effects):
            if effect.alternative == self.case.change.main_alternative:
                yield index, effect

    def lack(self, effect_id: str, index: int, field: str) -> Lack:
        """An effect that lacks a field on Effekter."""
        return Lack(effect_id, self.places.at("effects", index, field))

    def planned(self) -> dict[str, PlanRow]:
        """The first plan row of each effect."""
        rows: dict[str, PlanRow] = {}
        for row in self.plan.plan.rows if self.plan is not None else ():
            rows.setdefault(row.effect_id, row)
        return rows


Check = Callable[[GateGround], Iterator[Lack]]


def check_gate(ground: GateGround, gate: str) -> GateStatus:
    """What a gate requires, and what is missing. A gate that the case does not have requires nothing."""
    asked = {stage.value for stage in stages_required(ground.case.gates, gate)}
    return GateStatus(
        gate,
        tuple(
            RequirementStatus(found.code, found.sentence, tuple(_lacks(ground, found.check)))
            for found in requirements()
            if found.stage in asked
        ),
    )


def _lacks(ground: GateGround, check: str) -> Iterator[Lack]:
    if check.startswith(PLAN_CHECK):
        yield from _plan_fields(ground, check.removeprefix(PLAN_CHECK).split())
    else:
        yield from CHECKS[check](ground)


def _plan_fields(ground: GateGround, fields: Sequence[str]) -> Iterator[Lack]:
    """Effects whose plan row leaves any of the fields open; the link goes to the first open cell."""
    rows = ground.planned()
    for index, effect in ground.effects():
        row = rows.get(effect.id)
        field = fields[0] if row is None else next((name for name in fields if not is_answered(row, name)), "")
        if not field:
            continue
        if field in FROM_EFFECTS or ground.plan is None or row is None:
            yield ground.lack(effect.id, index, field if field in FROM_EFFECTS else "name")
        else:
            yield Lack(effect.id, ground.plan.at(effect.id, field))


def _effects_drafted(ground: GateGround) -> Iterator[Lack]:
    found = False
    for index, effect in ground.effects():
        found = True
        for field in ("name", "recipient"):
            if not getattr(effect, field):
                yield ground.lack(effect.id, index, field)
                break
    if not found:
        yield Lack(LACK_WORDS["no-effects"])


def _alternatives_described(ground: GateGround) -> Iterator[Lack]:
    described = {option.id for option in ground.case.alternatives if option.description or option.name}
    for name in ("A", ground.case.change.main_alternative):
        if name not in described:
            index = next((i for i, option in enumerate(ground.case.alternatives) if option.id == name), -1)
            yield Lack(name, ground.places.at("alternatives", index, "name") if index >= 0 else None)


def _client_named(ground: GateGround) -> Iterator[Lack]:
    if not ground.case.change.owner:
        yield Lack(LACK_WORDS["client"], ground.places.value("change.owner"))


def _without_errors(ground: GateGround) -> Iterator[Lack]:
    for fault in ground.faults:
        if fault.severity is Severity.ERROR:
            yield Lack(fault.where.a1 if fault.where is not None else LACK_WORDS["workbook"], fault.where)


def _costs_entered(ground: GateGround) -> Iterator[Lack]:
    case = ground.case
    for rows, word in ((case.development, "development"), (case.running, "running")):
        if not any(row.alternative == case.change.main_alternative for row in rows):
            yield Lack(LACK_WORDS[word])


def _sources_given(ground: GateGround) -> Iterator[Lack]:
    for case_field in ("development", "transition", "running", "effects"):
        for index, row in enumerate(getattr(ground.case, case_field)):
            if row.kind.is_monetary and not row.source:
                yield Lack(row.id, ground.places.at(case_field, index, "source"))


def _one_owner_each(ground: GateGround) -> Iterator[Lack]:
    for index, effect in ground.effects():
        if not effect.owner or has_several_owners(effect.owner):
            yield ground.lack(effect.id, index, "owner")


def _measures_named(ground: GateGround) -> Iterator[Lack]:
    for index, effect in ground.effects():
        if not effect.measure:
            yield ground.lack(effect.id, index, "measure")


def _assessed(ground: GateGround) -> Iterator[Lack]:
    scores = {score.criterion: (index, score) for index, score in enumerate(ground.case.criteria)}
    for criterion in SCORED_CRITERIA:
        index, score = scores.get(criterion, (-1, None))
        if score is None or score.score is None or not score.reason:
            field = "reason" if score is not None and score.score is not None else "score"
            where = ground.places.at("criteria", index, field) if score is not None else None
            yield Lack(word_for("kriterium", criterion), where)


def _recommended(ground: GateGround) -> Iterator[Lack]:
    if not ground.case.change.recommendation:
        yield Lack(LACK_WORDS["recommendation"], ground.places.value("change.recommendation"))


def _all_effects_planned(ground: GateGround) -> Iterator[Lack]:
    rows = ground.planned()
    for index, effect in ground.effects():
        if effect.id not in rows:
            yield ground.lack(effect.id, index, "name")


def _savings_decided(ground: GateGround) -> Iterator[Lack]:
    """Posts that end, or hours of the municipality's own staff that shall become money, need a decision."""
    staff = {category.name for category in ground.case.categories if category.is_staff}
    decided = {row.effect_id for row in ground.case.decisions if row.status is DecisionStatus.DECIDED}
    for index, effect in ground.effects():
        is_saving = effect.kind is Kind.FINANCIAL and effect.valued_as is not ValuedAs.UNITS
        if is_saving and effect.category in staff and effect.id not in decided:
            yield ground.lack(effect.id, index, "kind")


def _plan_frozen(ground: GateGround) -> Iterator[Lack]:
    if not ground.approved:
        yield Lack(LACK_WORDS["approved-plan"])


def _plan_intact(ground: GateGround) -> Iterator[Lack]:
    yield from _plan_frozen(ground)
    if not ground.is_intact:
        yield Lack(LACK_WORDS["changed-plan"])


def _plan_current(ground: GateGround) -> Iterator[Lack]:
    """Plan rows that say something else than the effect, and effects without a row."""
    rows = ground.planned()
    for index, effect in ground.effects():
        row = rows.get(effect.id)
        told = None if row is None else (row.name, row.owner, row.measure, row.is_current)
        if told != (effect.name, effect.owner, effect.measure, True):
            yield ground.lack(effect.id, index, "name")


CHECKS: Mapping[str, Check] = {
    "effects_drafted": _effects_drafted,
    "alternatives_described": _alternatives_described,
    "client_named": _client_named,
    "without_errors": _without_errors,
    "costs_entered": _costs_entered,
    "sources_given": _sources_given,
    "one_owner_each": _one_owner_each,
    "measures_named": _measures_named,
    "assessed": _assessed,
    "recommended": _recommended,
    "all_effects_planned": _all_effects_planned,
    "savings_decided": _savings_decided,
    "plan_frozen": _plan_frozen,
    "plan_intact": _plan_intact,
    "plan_current": _plan_current,
}
"""Every check that a requirement can name, besides the fields of the plan."""
