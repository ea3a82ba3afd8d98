"""The contract can be used everywhere it is meant for: formulas, input messages, glossary."""

import dataclasses
import re
from collections.abc import Mapping

import pytest

from vardering.workbook.contract.catalogue import CONTRACTS as CASE_CONTRACTS
from vardering.workbook.contract.fields import CellType, Column, InputTable, InputValue, WorkbookContract
from vardering.workbook.contract.maturity_sheet import MATURITY
from vardering.workbook.contract.portfolio_sheets import PORTFOLJ
from vardering.workbook.contract.word_lists import WORD_LISTS, YES_NO_LIST

CONTRACTS = {**CASE_CONTRACTS, PORTFOLJ.kind: PORTFOLJ, MATURITY.kind: MATURITY}
TABLES = [table for contract in CONTRACTS.values() for table in (*contract.tables, *contract.plan_tables)]
COLUMNS = [(table, column) for table in TABLES for column in table.columns]
VALUES = [value for contract in CONTRACTS.values() for value in contract.values]


@pytest.mark.parametrize(
    ("table", "column"), COLUMNS, ids=lambda item: getattr(item, "heading", getattr(item, "name", ""))
)
def test_a_heading_can_stand_in_a_formula_and_its_help_in_an_input_message(table: InputTable, column: Column) -> None:
    assert re.fullmatch(r"[A-Za-zÅÄÖåäö0-9]+( [A-Za-zÅÄÖåäö0-9]+)*", column.heading)
    assert len(column.heading) <= 32
    assert column.help.endswith(".")
    assert len(column.help) + len(" Måste fyllas i.") <= 255


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_headings_and_fields_of_a_table_are_unique(table: InputTable) -> None:
    assert len({column.heading for column in table.columns}) == len(table.columns)
    assert len({column.field for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=lambda contract: contract.kind)
def test_names_are_unique_and_ours(contract: WorkbookContract) -> None:
    names = [
        *(table.name for table in (*contract.tables, *contract.plan_tables)),
        *(value.name for value in contract.values),
    ]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"vm_[a-z_]+", name) for name in names)


@pytest.mark.parametrize("item", [*(column for _, column in COLUMNS), *VALUES], ids=lambda item: item.field)
def test_a_choice_names_a_list_that_exists(item: Column | InputValue) -> None:
    if item.type is CellType.CHOICE:
        assert item.choices in WORD_LISTS
    if item.type is CellType.YES_NO:
        assert item.choices == YES_NO_LIST
    if item.type is CellType.NAMED:
        assert item.choices.startswith("vm_val_")


def test_every_field_of_a_record_can_be_filled_in_on_its_sheet() -> None:
    special = {"vm_parametrar", "vm_profiler"}
    for table in TABLES:
        if table.name not in special:
            missing = set(table.record.field_names) - {column.field for column in table.columns}
            assert missing <= ({"life_years"} if table.spare_rows == 2 else set()), table.name


@pytest.mark.parametrize(
    ("table", "column"), COLUMNS, ids=lambda item: getattr(item, "heading", getattr(item, "name", ""))
)
def test_a_cell_within_its_limits_is_within_the_models(table: InputTable, column: Column) -> None:
    fields = {field.name: field.metadata for field in dataclasses.fields(table.record)}  # type: ignore[arg-type]
    limits: Mapping[str, float] = fields.get(column.field, {})
    scale = 100 if column.type is CellType.PER_CENT else 1
    if "ge" in limits or "gt" in limits:
        assert column.minimum is not None
        assert column.minimum / scale >= limits.get("ge", column.minimum / scale)
        assert column.minimum / scale > limits.get("gt", -1.0)
    if "le" in limits:
        assert column.maximum is not None
        assert column.maximum / scale <= limits["le"]


@pytest.mark.parametrize("column", [column for _, column in COLUMNS if column.field in ("before", "after")])
def test_a_third_of_an_hour_is_shown_and_no_hashes(column: Column) -> None:
    assert column.width > len("0,333333333333")
