"""The register of parameters: dated figures with unit, source and status, and what a new case starts from.

The figures are data beside this file: ``parameters.csv`` from public sources, ``own_choices.csv`` what this product
chooses itself, ``personnel_categories.csv`` the names of the hour costs, ``swedish_wording.csv`` the Swedish words
for the units and sources. Shares are fractions: 0.03 is 3 per cent.
"""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from vardering.base.faults import VarderingError
from vardering.base.light_dataclasses import dataclass
from vardering.model.assumptions import Assumptions, Parameter, PersonnelCategory
from vardering.model.vocabulary import ParameterStatus

NEWEST = 9999
"""A year after every vintage."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of one vintage. ``value`` is None where the figure is known to be missing; no year, no vintage."""

    key: str
    value: float | None
    unit: str
    valid_year: int | None
    source: str
    status: ParameterStatus

    @property
    def parameter(self) -> Parameter:
        """The entry as a parameter of a case."""
        return Parameter(value=self.value, valid_year=self.valid_year, source=self.source, status=self.status)


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of the register in the order of its files, for the handbook. Units and sources in Swedish."""
    words = {row["phrase"]: row["swedish"] for row in _rows("swedish_wording.csv")}
    return tuple(_entry(row, words) for name in ("parameters.csv", "own_choices.csv") for row in _rows(name))


def parameter(key: str, year: int) -> Parameter:
    """The parameter that holds in a year: its newest entry of that year or earlier.

    A figure known to be missing for its year stays missing for later years too, until a newer one is entered: the
    value is then None, never an older figure. Before the first vintage it is missing as well. An entry without a
    vintage holds for any year. Raises VarderingError parameter-missing (name) for an unknown key.
    """
    known = _known(key)
    due = [entry for entry in known if entry.valid_year is None or entry.valid_year <= year]
    if not due:
        return Parameter(valid_year=year, status=ParameterStatus.MISSING)
    return max(due, key=_vintage).parameter


def standard_assumptions(price_level_year: int) -> Assumptions:
    """What a new case starts from, as of its price-level year.

    The internal rate and the on-cost are set anew each year: a later year's figure never stands in for them. The
    rest are conventions: before their first vintage the first one is taken, and its year shows.
    """
    return Assumptions(
        discount_rate=_convention("discount_rate", price_level_year),
        internal_interest_rate=parameter("internranta_kommun", price_level_year),
        price_index=_convention("price_index", price_level_year),
        employer_on_cost=parameter("po_kommun", price_level_year),
        hours_per_fte=_convention("hours_per_fte", price_level_year),
        hour_cost_factor=_convention("hour_cost_factor", price_level_year),
        hour_cost_divisor=_convention("hour_cost_divisor", price_level_year),
        uptake_warning=_convention("uptake_warning", price_level_year),
        full_case_threshold_kr=_convention("full_case_threshold_kr", price_level_year),
        rate_spread=_convention("rate_spread", price_level_year),
        benefit_delay=_convention("benefit_delay", price_level_year),
        uptake_spread=_convention("uptake_spread", price_level_year),
        benefit_cut=_convention("benefit_cut", price_level_year),
        cost_growth=_convention("cost_growth", price_level_year),
    )


@cache
def standard_categories() -> tuple[PersonnelCategory, ...]:
    """The personnel categories that a new case starts from: kr per hour of the newest vintage, with its source."""
    return tuple(_category(row) for row in _rows("personnel_categories.csv"))


@cache
def category_names() -> dict[str, str]:
    """The names of the personnel categories by the keys of their hour costs."""
    return {row["key"]: row["name"] for row in _rows("personnel_categories.csv")}


def _category(row: dict[str, str]) -> PersonnelCategory:
    newest = parameter(row["key"], NEWEST)
    return PersonnelCategory(
        name=row["name"],
        hour_cost_kr=newest.value,
        is_staff=row["is_staff"] == "yes",
        valid_year=newest.valid_year,
        source=newest.source,
    )


def _convention(key: str, year: int) -> Parameter:
    first = min(_known(key), key=_vintage)
    return parameter(key, max(year, _vintage(first)))


def _known(key: str) -> list[Entry]:
    known = [entry for entry in entries() if entry.key == key]
    if not known:
        raise VarderingError("parameter-missing", name=key)
    return known


def _vintage(entry: Entry) -> int:
    return entry.valid_year or 0


def _entry(row: dict[str, str], words: dict[str, str]) -> Entry:
    return Entry(
        key=row["key"],
        value=float(row["value"]) if row["value"] else None,
        unit=words[row["unit"]],
        valid_year=int(row["valid_year"]) if row["valid_year"] else None,
        source=words[row["source"]],
        status=ParameterStatus(row["status"]),
    )


def _rows(file_name: str) -> Iterable[dict[str, str]]:
    text = Path(__file__).with_name(file_name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
