"""Checks that hold for every row with money: ids, ranges, timing, names of lists."""

from vardering.model.rows import CostRow, Effect
from vardering.model.vocabulary import BUILT_IN_PROFILES, PERSPECTIVES, RAMP
from vardering.workbook.checking.checker import Checker

TABLES_WITH_IDS = ("development", "resources", "transition", "running", "effects")


def check_rows(checker: Checker) -> None:
    """All checks of this module."""
    _check_ids(checker)
    for case_field, index, row in checker.money_rows():
        _check_range(checker, case_field, index, row)
        _check_timing(checker, case_field, index, row)
        _check_names(checker, case_field, index, row)


def _check_ids(checker: Checker) -> None:
    seen: dict[str, str] = {}
    for case_field in TABLES_WITH_IDS:
        for index, row in enumerate(getattr(checker.case, case_field)):
            where = checker.at(case_field, index, "id")
            if row.id in seen:
                checker.error("duplicate-id", where, id=row.id, first=seen[row.id])
            seen.setdefault(row.id, str(where) if where else row.id)


def _check_range(checker: Checker, case_field: str, index: int, row: CostRow | Effect) -> None:
    likely = row.driver_likely
    if likely is None:
        return
    low = likely if row.driver_low is None else row.driver_low
    high = likely if row.driver_high is None else row.driver_high
    if not low <= likely <= high:
        field_name = "driver_low" if low > likely else "driver_high"
        checker.error("range-broken", checker.at(case_field, index, field_name), id=row.id)


def _check_timing(checker: Checker, case_field: str, index: int, row: CostRow | Effect) -> None:
    change = checker.case.change
    last_year = change.start_year + change.horizon_years - 1
    first = change.start_year if row.from_year is None else row.from_year
    where = checker.at(case_field, index, "from_year")
    if first < change.start_year:
        checker.error("before-start", where, id=row.id, year=first, start=change.start_year)
    if row.to_year is not None and row.to_year < first:
        checker.error("years-reversed", checker.at(case_field, index, "to_year"), id=row.id)
    if first > last_year:
        checker.warning("after-horizon", where, id=row.id, year=first, last=last_year)
    elif row.to_year is not None and row.to_year > last_year:
        checker.warning(
            "after-horizon", checker.at(case_field, index, "to_year"), id=row.id, year=row.to_year, last=last_year
        )
    if row.profile == RAMP and row.ramp_years is None:
        checker.error("ramp-years-missing", checker.at(case_field, index, "ramp_years"), id=row.id)
    if row.profile == RAMP and row.ramp_years is not None and first + row.ramp_years - 1 > last_year >= first:
        checker.warning(
            "horizon-before-full-effect", checker.at(case_field, index, "ramp_years"), id=row.id, last=last_year
        )


def _check_names(checker: Checker, case_field: str, index: int, row: CostRow | Effect) -> None:
    case = checker.case
    own_profiles = {profile.name for profile in case.profiles}
    perspectives = {*PERSPECTIVES, *checker.places.lists.get("vm_val_perspektiv", ())}
    known = {
        "alternative": ({"B", "C", "D"}, row.alternative),
        "perspective": (perspectives, row.perspective),
        "profile": ({*BUILT_IN_PROFILES, *own_profiles}, row.profile),
        "category": ({category.name for category in case.categories}, row.category),
        "price_group": ({group.name for group in case.price_groups}, row.price_group),
        "correlation_group": ({group.name for group in case.correlation_groups}, row.correlation_group),
    }
    if isinstance(row, Effect):
        known["uptake_profile"] = (own_profiles, row.uptake_profile)
    for field_name, (words, word) in known.items():
        if word and word not in words:
            where = checker.at(case_field, index, field_name)
            checker.error("unknown-name", where, id=row.id, value=word, field=field_name)
