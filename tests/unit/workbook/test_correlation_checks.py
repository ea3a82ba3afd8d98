"""What is wrong with the settings of a simulation is said at its cell and stops the run."""

from collections.abc import Mapping

import pytest

from builders import CONTEXT, a_case, a_cost, an_effect, book_of, snapshot_of
from vardering.base.cells import CellValue
from vardering.base.faults import Severity
from vardering.commands.recalculation import recalculate
from vardering.commands.request import Outcome
from vardering.model.assumptions import CorrelationGroup
from vardering.model.case import Case
from vardering.workbook.presenting.findings import Finding

CASE = a_case(
    correlation_groups=(CorrelationGroup(name="Priser", strength=0.5),),
    development=(a_cost(), a_cost(id="U2")),
)
GROUP = "Samvariation"


def errors(outcome: Outcome) -> list[Finding]:
    return [found for found in outcome.findings if found.severity is Severity.ERROR]


def recalculated(case: Case, edits: Mapping[tuple[str, int, str], CellValue]) -> Outcome:
    return recalculate(snapshot_of(case, edits), CONTEXT)


def test_a_group_of_one_row_is_an_error_at_its_cell() -> None:
    outcome = recalculated(CASE, {("vm_utveckling", 1, GROUP): "Priser"})
    (found,) = errors(outcome)
    snapshot = snapshot_of(CASE)
    table = snapshot.tables["vm_utveckling"]
    column = table.column_index(GROUP)
    assert column is not None
    assert (found.code, found.where) == ("correlation-group-of-one", table.position(1, column))
    assert outcome.results is None


def test_rows_of_different_tables_make_a_group() -> None:
    edits = {("vm_utveckling", 1, GROUP): "Priser", ("vm_effekter", 0, GROUP): "Priser"}
    outcome = recalculated(CASE, edits)
    assert errors(outcome) == []
    assert outcome.case is not None
    assert [row.correlation_group for row in outcome.case.development] == ["", "Priser"]


def test_a_group_that_is_not_in_the_table_is_unknown() -> None:
    rows = (a_cost(correlation_group="Löner"), a_cost(id="U2", correlation_group="Löner"))
    outcome = recalculate(snapshot_of(CASE.model_copy(update={"development": rows})), CONTEXT)
    assert {found.code for found in errors(outcome)} == {"unknown-name"}


def test_a_group_named_twice_and_a_strength_above_one_are_errors() -> None:
    twice = (CorrelationGroup(name="A", strength=0.5), CorrelationGroup(name="A", strength=0.4))
    outcome = recalculated(a_case(correlation_groups=twice), {("vm_samvariation", 1, "Styrka 0 till 1"): 1.5})
    assert [found.code for found in errors(outcome)] == ["value-out-of-range"]
    outcome = recalculated(a_case(correlation_groups=twice), {})
    assert [found.code for found in errors(outcome)] == ["duplicate-name"]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("vm_dragningar", 0.0, "value-out-of-range"),
        ("vm_dragningar", 1e9, "value-out-of-range"),
        ("vm_dragningar", 1234.5, "not-a-whole-number"),
        ("vm_slumptalsfro", "sjutton", "not-a-number"),
        ("vm_slumptalsfro", -1.0, "negative-value"),
        ("vm_fordelning", "normal", "unknown-list-value"),
        ("vm_dragningsmetod", "tärning", "unknown-list-value"),
    ],
)
def test_a_setting_that_cannot_be_used_is_an_error_at_its_cell(name: str, typed: CellValue, code: str) -> None:
    book = book_of(a_case(effects=(an_effect(),)))
    where = book.snapshot().names[name].position
    book.type_in(where.sheet, where.row, where.column, typed)
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert [(found.code, found.where) for found in errors(outcome)] == [(code, where)]
    assert outcome.results is None


def test_settings_are_prefilled_and_a_blank_one_has_its_default() -> None:
    book = book_of(a_case())
    names = book.snapshot().names
    assert [names[name].value for name in ("vm_fordelning", "vm_dragningar", "vm_slumptalsfro")] == [
        "PERT",
        10_000.0,
        2027.0,
    ]
    where = names["vm_dragningar"].position
    book.type_in(where.sheet, where.row, where.column, None)
    case = recalculate(book.snapshot(), CONTEXT).case
    assert case is not None
    assert case.simulation.draws == 10_000
