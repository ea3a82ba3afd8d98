"""The simplified case: a few figures that a full case is expanded from, with fixed ids.

Our own scale [own]: certainty gives a range of ±10, ±25 or ±50 per cent around the likely volume.
"""

from datetime import date

from vardering.model.assumptions import Assumptions, PersonnelCategory, Settings
from vardering.model.case import Case
from vardering.model.change import Alternative, AssessmentScore, Change
from vardering.model.record import Field, Record
from vardering.model.rows import DevelopmentCost, Effect, RunCost, TransitionCost
from vardering.model.vocabulary import (
    EVEN,
    MUNICIPALITY,
    ONE_OFF,
    Accounting,
    CaseForm,
    Certainty,
    Kind,
    PostType,
    TimeUnit,
    ValuedAs,
)

RANGE_SHARE = {Certainty.HIGH: 0.10, Certainty.MEDIUM: 0.25, Certainty.LOW: 0.50}
"""Half-width of the range around the likely volume, share."""

INTERNAL_TIME_CATEGORY = "Verksamhetsutvecklare"
"""Category whose hour cost internal hours are valued at."""

DEPRECIATION_YEARS = 5.0
"""Depreciation time of an investment in a simplified case."""

CITIZENS = "brukare och invånare"


class SimplifiedCosts(Record):
    """The five cost figures of a simplified case."""

    external_one_off_kr: float = Field(default=0.0, ge=0)
    internal_hours: float = Field(default=0.0, ge=0)
    transition_kr: float = Field(default=0.0, ge=0)
    run_cost_kr: float = Field(default=0.0, ge=0, description="kr per year from the first effect's first year")
    is_investment: bool = False


class SimplifiedEffect(Record):
    """An effect of a simplified case."""

    id: str = Field(min_length=1)
    name: str = ""
    recipient: str = ""
    kind: Kind = Kind.REDEPLOYMENT
    volume: float | None = Field(default=None, ge=0)
    before: float | None = None
    after: float | None = None
    time_unit: TimeUnit = TimeUnit.HOURS
    unit_value_kr: float | None = Field(default=None, ge=0)
    category: str = ""
    from_year: int | None = None
    certainty: Certainty = Certainty.MEDIUM


class SimplifiedCase(Record):
    """All inputs of the simplified workbook."""

    case_id: str = Field(min_length=1)
    change: Change
    alternatives: tuple[Alternative, ...] = ()
    settings: Settings = Settings()
    assumptions: Assumptions
    categories: tuple[PersonnelCategory, ...] = ()
    costs: SimplifiedCosts = SimplifiedCosts()
    effects: tuple[SimplifiedEffect, ...] = ()
    assessment: tuple[AssessmentScore, ...] = ()


def expand(simplified: SimplifiedCase) -> Case:
    """The full case that a simplified one stands for: costs U1, U2, O1, D1 and one effect row per effect.

    Figures that are zero give no row. Run cost starts when the first effect does.
    """
    first_year = _first_effect_year(simplified)
    return Case(
        case_id=simplified.case_id,
        form=CaseForm.SIMPLIFIED,
        change=simplified.change,
        alternatives=simplified.alternatives,
        settings=simplified.settings,
        assumptions=simplified.assumptions,
        categories=simplified.categories,
        development=_development(simplified.costs, first_year),
        transition=_transition(simplified.costs),
        running=_running(simplified.costs, first_year),
        effects=tuple(_effect(effect, simplified.categories) for effect in simplified.effects),
        assessment=simplified.assessment,
    )


def condense(case: Case) -> SimplifiedCase:
    """The simplified inputs that ``expand`` makes this case from; rows with other ids are left out."""
    rows = {row.id: row for row in (*case.development, *case.transition, *case.running)}
    external, internal, transition, running = (rows.get(key) for key in ("U1", "U2", "O1", "D1"))
    return SimplifiedCase(
        case_id=case.case_id,
        change=case.change,
        alternatives=case.alternatives,
        settings=case.settings,
        assumptions=case.assumptions,
        categories=case.categories,
        costs=SimplifiedCosts(
            external_one_off_kr=(external.unit_price_kr or 0.0) if external else 0.0,
            internal_hours=(internal.driver_likely or 0.0) if internal else 0.0,
            transition_kr=(transition.unit_price_kr or 0.0) if transition else 0.0,
            run_cost_kr=(running.unit_price_kr or 0.0) if running else 0.0,
            is_investment=isinstance(external, DevelopmentCost) and external.accounting is Accounting.INVESTMENT,
        ),
        effects=tuple(_condensed_effect(effect) for effect in case.effects),
        assessment=case.assessment,
    )


def _first_effect_year(simplified: SimplifiedCase) -> int:
    start = simplified.change.start_year
    return min((effect.from_year or start for effect in simplified.effects), default=start)


def _development(costs: SimplifiedCosts, first_year: int) -> tuple[DevelopmentCost, ...]:
    rows = []
    if costs.external_one_off_kr:
        investment = costs.is_investment
        rows.append(
            DevelopmentCost(
                id="U1",
                name="Extern engångskostnad",
                driver_likely=1.0,
                unit="summa",
                unit_price_kr=costs.external_one_off_kr,
                post_type=PostType.CONSULTANT,
                accounting=Accounting.INVESTMENT if investment else Accounting.OPERATING,
                commissioned=date(first_year, 1, 1) if investment else None,
                depreciation_years=DEPRECIATION_YEARS if investment else None,
            )
        )
    if costs.internal_hours:
        rows.append(
            DevelopmentCost(
                id="U2",
                name="Intern tid",
                kind=Kind.REDEPLOYMENT,
                driver_likely=costs.internal_hours,
                unit="timmar",
                category=INTERNAL_TIME_CATEGORY,
                post_type=PostType.INTERNAL_TIME,
            )
        )
    return tuple(rows)


def _transition(costs: SimplifiedCosts) -> tuple[TransitionCost, ...]:
    if not costs.transition_kr:
        return ()
    return (
        TransitionCost(
            id="O1",
            name="Omställning",
            driver_likely=1.0,
            unit="summa",
            unit_price_kr=costs.transition_kr,
            profile=ONE_OFF,
        ),
    )


def _running(costs: SimplifiedCosts, first_year: int) -> tuple[RunCost, ...]:
    if not costs.run_cost_kr:
        return ()
    return (
        RunCost(
            id="D1",
            name="Drift och förvaltning",
            driver_likely=1.0,
            unit="år",
            unit_price_kr=costs.run_cost_kr,
            profile=EVEN,
            from_year=first_year,
        ),
    )


def _effect(effect: SimplifiedEffect, categories: tuple[PersonnelCategory, ...]) -> Effect:
    half_width = RANGE_SHARE[effect.certainty]
    volume = effect.volume if effect.kind.is_monetary else None
    others_time = any(category.name == effect.category and not category.is_staff for category in categories)
    return Effect(
        id=effect.id,
        name=effect.name,
        recipient=effect.recipient,
        perspective=CITIZENS if effect.kind is Kind.SOCIETAL or others_time else MUNICIPALITY,
        kind=effect.kind,
        driver_low=None if volume is None else volume * (1 - half_width),
        driver_likely=effect.volume,
        driver_high=None if volume is None else volume * (1 + half_width),
        before=effect.before,
        after=effect.after,
        time_unit=effect.time_unit,
        valued_as=ValuedAs.HOURS if effect.category else ValuedAs.UNITS,
        unit_value_kr=effect.unit_value_kr,
        category=effect.category,
        from_year=effect.from_year,
    )


def _condensed_effect(effect: Effect) -> SimplifiedEffect:
    likely, low = effect.driver_likely, effect.driver_low
    certainty = Certainty.MEDIUM
    if likely and low is not None:
        half_width = 1 - low / likely
        certainty = min(RANGE_SHARE, key=lambda member: abs(RANGE_SHARE[member] - half_width))
    return SimplifiedEffect(
        id=effect.id,
        name=effect.name,
        recipient=effect.recipient,
        kind=effect.kind,
        volume=likely,
        before=effect.before,
        after=effect.after,
        time_unit=effect.time_unit,
        unit_value_kr=effect.unit_value_kr,
        category=effect.category,
        from_year=effect.from_year,
        certainty=certainty,
    )
