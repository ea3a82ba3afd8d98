import csv
from importlib.resources import files

import pytest

from vardering.base.faults import VarderingError
from vardering.model.assumptions import Assumptions, Parameter
from vardering.model.simplified import INTERNAL_TIME_CATEGORY
from vardering.model.vocabulary import ParameterStatus
from vardering.parameters.register import entries, parameter, standard_assumptions, standard_categories

PUBLISHED = "parameters.csv"
OWN = "own_choices.csv"


def rows_of(file_name: str) -> list[dict[str, str]]:
    with (files("vardering.parameters") / file_name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_files_becomes_an_entry_with_its_value_vintage_and_status() -> None:
    written = [
        (row["key"], row["value"], row["valid_year"], row["status"]) for row in rows_of(PUBLISHED) + rows_of(OWN)
    ]
    loaded = [
        (
            entry.key,
            "" if entry.value is None else f"{entry.value:.10g}",
            "" if entry.valid_year is None else str(entry.valid_year),
            entry.status.value,
        )
        for entry in entries()
    ]
    assert loaded == written
    assert len(loaded) > 30


def test_no_figure_is_entered_twice_for_the_same_year() -> None:
    vintages = [(entry.key, entry.valid_year) for entry in entries()]
    assert len(set(vintages)) == len(vintages)


def test_every_figure_says_where_it_comes_from_and_in_what_unit() -> None:
    assert [entry for entry in entries() if not entry.source.strip() or not entry.unit.strip()] == []


def test_exactly_the_entries_with_status_missing_lack_a_value() -> None:
    for entry in entries():
        assert (entry.value is None) == (entry.status is ParameterStatus.MISSING), entry


def test_a_parameter_carries_the_source_vintage_and_status_of_its_entry() -> None:
    assert parameter("internranta_kommun", 2022) == Parameter(
        value=0.01,
        valid_year=2022,
        source="SKR:s förslag, cirkulär 21:11",
        status=ParameterStatus.VERIFIED,
    )


def test_a_year_between_two_vintages_takes_the_earlier_one() -> None:
    found = parameter("po_kommun", 2020)
    assert (found.value, found.valid_year) == (0.3915, 2019)


@pytest.mark.parametrize("key", ["po_kommun", "internranta_kommun"])
def test_a_figure_that_is_missing_for_its_year_is_never_replaced_by_an_older_one(key: str) -> None:
    found = parameter(key, 2026)
    assert (found.value, found.valid_year, found.status) == (None, 2026, ParameterStatus.MISSING)
    assert "Kommunen fyller i" in found.source


def test_a_missing_figure_stays_missing_the_year_after() -> None:
    found = parameter("internranta_kommun", 2027)
    assert (found.value, found.status) == (None, ParameterStatus.MISSING)


def test_before_its_first_vintage_a_figure_is_missing() -> None:
    assert parameter("po_kommun", 2014) == Parameter(valid_year=2014, status=ParameterStatus.MISSING)


def test_a_figure_without_a_vintage_holds_for_any_year() -> None:
    for year in (1990, 2100):
        found = parameter("discount_rate_asek", year)
        assert (found.value, found.valid_year, found.status) == (0.035, None, ParameterStatus.UNVERIFIED)


def test_an_unknown_key_is_a_fault_that_names_it() -> None:
    with pytest.raises(VarderingError) as caught:
        parameter("no_such_key", 2026)
    assert (caught.value.fault.code, dict(caught.value.fault.arguments)) == (
        "parameter-missing",
        {"name": "no_such_key"},
    )


def test_a_new_case_starts_from_the_register_and_leaves_the_municipalitys_own_figures_missing() -> None:
    assumptions = standard_assumptions(2026)
    assert assumptions.discount_rate.value == 0.03
    assert assumptions.hours_per_fte.value == 1700
    assert assumptions.hour_cost_factor.value == 1.54
    assert assumptions.hour_cost_divisor.value == 142
    assert assumptions.uptake_warning.value == 0.25
    assert assumptions.full_case_threshold_kr.value == 1_000_000
    assert assumptions.price_index.value == 0
    assert assumptions.internal_interest_rate.status is ParameterStatus.MISSING
    assert assumptions.employer_on_cost.status is ParameterStatus.MISSING


@pytest.mark.parametrize("year", [2015, 2026, 2040])
def test_every_assumption_of_a_new_case_has_a_source_or_is_missing(year: int) -> None:
    assumptions = standard_assumptions(year)
    for name in Assumptions.field_names:
        found: Parameter = getattr(assumptions, name)
        assert found.source or found.value is None, name


def test_a_convention_is_used_before_its_first_vintage_and_shows_its_year() -> None:
    early = standard_assumptions(2019)
    assert (early.discount_rate.value, early.discount_rate.valid_year) == (0.03, 2024)
    assert (early.hours_per_fte.value, early.hours_per_fte.valid_year) == (1700, 2026)


def test_the_yearly_figures_of_an_early_case_are_those_of_its_own_year() -> None:
    early = standard_assumptions(2019)
    assert (early.internal_interest_rate.value, early.employer_on_cost.value) == (0.015, 0.3915)
    assert standard_assumptions(2014).employer_on_cost.value is None


def test_every_hour_cost_of_the_register_is_a_category_with_its_price_vintage_and_source() -> None:
    prices = [entry for entry in entries() if entry.unit == "kr per timme"]
    assert [(category.hour_cost_kr, category.valid_year, category.source) for category in standard_categories()] == [
        (entry.value, entry.valid_year, entry.source) for entry in prices
    ]


def test_only_citizens_time_is_not_the_municipalitys_staff() -> None:
    others = [category.name for category in standard_categories() if not category.is_staff]
    assert others == ["Medborgares tid i arbetet", "Medborgares fritid"]


def test_the_category_that_simplified_cases_value_internal_time_at_is_among_the_standard_ones() -> None:
    assert INTERNAL_TIME_CATEGORY in {category.name for category in standard_categories()}
