"""Checks of effects: that they can be valued, are counted once and will be followed up."""

from vardering.model.rows import Effect
from vardering.model.vocabulary import MUNICIPALITY, STAFF, DecisionStatus, Kind, TimeUnit, ValuedAs
from vardering.workbook.checking.checker import Checker

WORKING_DAY_HOURS = 8.0
"""Before or after above this looks like minutes: what takes more than a day is seldom done often [own]."""

MANY_A_YEAR = 100.0
"""A volume from which long hours look like minutes; small volumes are projects, totals or groups [own]."""


def check_effects(checker: Checker) -> None:
    """All checks of this module."""
    if not checker.case.effects:
        checker.warning("no-effects", None)
    for index, effect in enumerate(checker.case.effects):
        if effect.kind.is_monetary:
            _check_valuation(checker, index, effect)
            _check_staff_time(checker, index, effect)
            _check_time_unit(checker, index, effect)
        else:
            _check_quality(checker, index, effect)
        _check_uptake(checker, index, effect)
        _check_follow_up(checker, index, effect)
    _check_transfers(checker)
    _check_decisions(checker)
    _check_same_hours(checker)


def _check_valuation(checker: Checker, index: int, effect: Effect) -> None:
    needed = {"driver_likely": effect.driver_likely, "before": effect.before, "after": effect.after}
    for field_name, value in needed.items():
        if value is None:
            checker.error("effect-value-missing", checker.at("effects", index, field_name), id=effect.id)
    if effect.valued_as is ValuedAs.UNITS:
        if effect.unit_value_kr is None:
            checker.error("unit-value-missing", checker.at("effects", index, "unit_value_kr"), id=effect.id)
        if effect.category:
            checker.error("two-prices", checker.at("effects", index, "category"), id=effect.id)
    else:
        if not effect.category:
            checker.error("category-missing", checker.at("effects", index, "category"), id=effect.id)
        if effect.unit_value_kr is not None:
            checker.error("two-prices", checker.at("effects", index, "unit_value_kr"), id=effect.id)
    if effect.size is not None:
        checker.error("money-and-size", checker.at("effects", index, "size"), id=effect.id)


def _check_quality(checker: Checker, index: int, effect: Effect) -> None:
    if effect.unit_value_kr is not None or effect.category:
        field_name = "category" if effect.category else "unit_value_kr"
        checker.error("money-and-size", checker.at("effects", index, field_name), id=effect.id)
    is_simplified = checker.at("effects", index, "size") == checker.at("effects", index, "id")
    if is_simplified:
        return
    if effect.size is None:
        checker.warning("size-missing", checker.at("effects", index, "size"), id=effect.id)
    elif not effect.size_reason:
        checker.warning("size-reason-missing", checker.at("effects", index, "size_reason"), id=effect.id)
    if not effect.measure:
        checker.warning("quality-without-measure", checker.at("effects", index, "measure"), id=effect.id)


def _check_staff_time(checker: Checker, index: int, effect: Effect) -> None:
    """Citizens' time is societal and never the municipality's; staff time is never society's."""
    others = {category.name for category in checker.case.categories if not category.is_staff}
    if effect.category in others and (effect.kind is not Kind.SOCIETAL or effect.perspective in (MUNICIPALITY, STAFF)):
        checker.error("citizens-time-as-staff", checker.at("effects", index, "kind"), id=effect.id)


def _check_time_unit(checker: Checker, index: int, effect: Effect) -> None:
    """Minutes typed where hours are read make a case 60 times too good; say what the hours would mean."""
    volume, before, after = effect.driver_likely or 0.0, effect.before or 0.0, effect.after or 0.0
    hours_per_fte = checker.case.assumptions.hours_per_fte.value
    if effect.valued_as is not ValuedAs.HOURS or effect.time_unit is TimeUnit.MINUTES or not hours_per_fte:
        return
    if volume < MANY_A_YEAR or max(before, after) <= WORKING_DAY_HOURS:
        return
    hours = volume * abs(before - after)
    where = checker.at("effects", index, "before")
    arguments = {"id": effect.id, "hours": _whole(hours), "fte": _whole(hours / hours_per_fte)}
    if checker.has_column("effects", index, "time_unit"):
        checker.warning("hours-look-like-minutes", where, **arguments)
    else:
        checker.warning("hours-look-like-minutes-without-unit", where, **arguments)


def _whole(number: float) -> str:
    return f"{number:,.0f}".replace(",", "\N{NO-BREAK SPACE}")


def _check_uptake(checker: Checker, index: int, effect: Effect) -> None:
    if effect.uptake is not None and effect.uptake_profile:
        checker.error("uptake-twice", checker.at("effects", index, "uptake_profile"), id=effect.id)
    limit = checker.case.assumptions.uptake_warning.value
    if limit is None:
        return
    profiles = {profile.name: profile.factors for profile in checker.case.profiles}
    if effect.uptake is not None and effect.uptake < limit:
        checker.warning("low-uptake", checker.at("effects", index, "uptake"), id=effect.id, limit=_per_cent(limit))
    elif effect.uptake_profile in profiles and min(profiles[effect.uptake_profile]) < limit:
        where = checker.at("effects", index, "uptake_profile")
        checker.warning("low-uptake", where, id=effect.id, limit=_per_cent(limit))


def _per_cent(share: float) -> str:
    return f"{share * 100:g}".replace(".", ",")


def _check_follow_up(checker: Checker, index: int, effect: Effect) -> None:
    case = checker.case
    is_simplified = checker.at("effects", index, "owner") == checker.at("effects", index, "id")
    if not is_simplified:
        if not effect.owner:
            checker.warning("no-owner", checker.at("effects", index, "owner"), id=effect.id)
        if not effect.source and effect.kind.is_monetary:
            checker.warning("no-source", checker.at("effects", index, "source"), id=effect.id)
        missing = [
            word
            for word, value in (("mottagare", effect.recipient), ("mål", effect.objective), ("mätetal", effect.measure))
            if not value
        ]
        if missing and effect.kind.is_monetary:
            checker.warning(
                "effect-answers-missing", checker.at("effects", index, "name"), id=effect.id, missing=", ".join(missing)
            )
    go_live = case.change.go_live
    first = case.change.start_year if effect.from_year is None else effect.from_year
    if go_live is not None and first < go_live.year:
        checker.warning(
            "benefit-before-delivery",
            checker.at("effects", index, "from_year"),
            id=effect.id,
            delivered=go_live.isoformat(),
        )


def _check_transfers(checker: Checker) -> None:
    """A transfer needs a counterpart row of another perspective with the same amount and the opposite sign."""
    by_id = {effect.id: effect for effect in checker.case.effects}
    for index, effect in enumerate(checker.case.effects):
        if not effect.transfer_to:
            continue
        where = checker.at("effects", index, "transfer_to")
        other = by_id.get(effect.transfer_to)
        if other is None or other is effect or other.transfer_to != effect.id:
            checker.error("transfer-without-counterpart", where, id=effect.id, value=effect.transfer_to)
        elif other.perspective == effect.perspective or abs(_size(effect) + _size(other)) > 0.5:
            checker.warning("transfer-uneven", where, id=effect.id, value=other.id)


def _size(effect: Effect) -> float:
    difference = (effect.before or 0.0) - (effect.after or 0.0)
    return (effect.driver_likely or 0.0) * difference * (effect.unit_value_kr or 0.0)


def _check_decisions(checker: Checker) -> None:
    case = checker.case
    by_id = {effect.id: effect for effect in case.effects}
    decided: dict[str, DecisionStatus] = {}
    for index, decision in enumerate(case.decisions):
        where = checker.at("decisions", index, "effect_id")
        if decision.effect_id not in by_id:
            checker.error("decision-without-effect", where, value=decision.effect_id)
        if decision.effect_id in decided:
            checker.error("decision-twice", where, value=decision.effect_id)
        decided[decision.effect_id] = decision.status
        if decision.status is DecisionStatus.DECIDED and not (decision.committee and decision.amount_kr is not None):
            checker.warning("decision-incomplete", where, value=decision.effect_id)
    staff = {category.name for category in case.categories if category.is_staff}
    for index, effect in enumerate(case.effects):
        saving = effect.kind is Kind.FINANCIAL and effect.valued_as is not ValuedAs.UNITS and effect.category in staff
        if saving and decided.get(effect.id, DecisionStatus.MISSING) is DecisionStatus.MISSING:
            checker.warning("saving-not-decided", checker.at("effects", index, "kind"), id=effect.id)


def _check_same_hours(checker: Checker) -> None:
    """Two effects that free the same hours: same alternative, category, volume and difference."""
    seen: dict[tuple[object, ...], str] = {}
    for index, effect in enumerate(checker.case.effects):
        if not effect.kind.is_monetary or effect.valued_as is ValuedAs.UNITS or effect.before is None:
            continue
        key = (effect.alternative, effect.category, effect.driver_likely, effect.before, effect.after, effect.time_unit)
        if seen.get(key, effect.id) != effect.id:  # a repeated id is an error of its own
            checker.warning("same-hours-twice", checker.at("effects", index, "name"), id=effect.id, other=seen[key])
        seen.setdefault(key, effect.id)
