"""The smallest valid objects, for tests to change in one respect."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vardering.base.cells import CellValue
from vardering.books.memory import MemoryBook
from vardering.commands.request import RunContext
from vardering.model.assumptions import Assumptions, Parameter, PersonnelCategory
from vardering.model.case import Case
from vardering.model.change import Alternative, Change
from vardering.model.rows import DevelopmentCost, Effect
from vardering.model.vocabulary import CaseForm, Kind, ValuedAs
from vardering.workbook.contract.catalogue import FORENKLAD, KALKYL
from vardering.workbook.snapshot import Snapshot
from vardering.workbook.template.workbook_template import build_workbook

CONTEXT = RunContext(datetime.fromisoformat("2026-11-24T09:30"), "Anna Exempel", "1.0.0")

NURSE = PersonnelCategory(name="Undersköterska", hour_cost_kr=300.0, monthly_salary_kr=30_000.0, valid_year=2026)
CITIZEN = PersonnelCategory(name="Medborgares fritid", hour_cost_kr=100.0, is_staff=False, valid_year=2026)
DEVELOPER = PersonnelCategory(name="Verksamhetsutvecklare", hour_cost_kr=600.0, valid_year=2026)


def a_change(**changes: object) -> Change:
    content: dict[str, Any] = {
        "name": "Digitala lås",
        "start_year": 2027,
        "price_level_year": 2026,
        "horizon_years": 5,
        **changes,
    }
    return Change(**content)


def assumptions(**changes: object) -> Assumptions:
    content: dict[str, Any] = {"discount_rate": Parameter(value=0.03, valid_year=2026, source="Kommunen"), **changes}
    return Assumptions(**content)


def a_cost(**changes: object) -> DevelopmentCost:
    content: dict[str, Any] = {
        "id": "U1",
        "name": "Konsult",
        "driver_likely": 1.0,
        "unit_price_kr": 100_000.0,
        "source": "Offert",
        **changes,
    }
    return DevelopmentCost(**content)


def an_effect(**changes: object) -> Effect:
    content: dict[str, Any] = {
        "id": "E1",
        "name": "Kortare tid för nycklar",
        "kind": Kind.REDEPLOYMENT,
        "valued_as": ValuedAs.HOURS,
        "category": NURSE.name,
        "driver_likely": 1_000.0,
        "before": 0.5,
        "after": 0.25,
        "recipient": "Hemtjänsten",
        "objective": "Mer tid för brukare",
        "measure": "Minuter per besök",
        "owner": "Enhetschef",
        "source": "Tidmätning",
        **changes,
    }
    return Effect(**content)


def a_case(**changes: object) -> Case:
    content: dict[str, Any] = {
        "case_id": "K-1",
        "change": a_change(),
        "alternatives": (Alternative(id="A", name="Som i dag"), Alternative(id="B", name="Digitala lås")),
        "assumptions": assumptions(),
        "categories": (NURSE, CITIZEN, DEVELOPER),
        "development": (a_cost(),),
        "effects": (an_effect(),),
        **changes,
    }
    return Case(**content)


def book_of(case: Case) -> MemoryBook:
    contract = FORENKLAD if case.form is CaseForm.SIMPLIFIED else KALKYL
    return MemoryBook(build_workbook(contract, case))


def snapshot_of(case: Case, edits: Mapping[tuple[str, int, str], CellValue] | None = None) -> Snapshot:
    """The snapshot of a case's workbook after edits of (table, row from 0, heading)."""
    book = book_of(case)
    if edits:
        tables = book.snapshot().tables
        for (table, row, heading), value in edits.items():
            column = tables[table].headings.index(heading)
            where = tables[table].position(row, column)
            book.type_in(where.sheet, where.row, where.column, value)
    return book.snapshot()
