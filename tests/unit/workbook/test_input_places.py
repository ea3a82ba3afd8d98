"""Every input of a case has its cell, also where a simplified workbook asked for it in another way."""

from typing import Any

from builders import NURSE, a_case, a_change, a_cost, assumptions, snapshot_of
from vardering.model.change import Alternative
from vardering.model.simplified import SimplifiedCase, SimplifiedCosts, SimplifiedEffect, expand
from vardering.model.vocabulary import Gate
from vardering.workbook.presenting.input_places import InputPlaces
from vardering.workbook.reading.case_reader import read_case
from vardering.workbook.snapshot import Snapshot


def places_of(snapshot: Snapshot) -> tuple[InputPlaces, Any]:
    reading = read_case(snapshot)
    assert reading.case is not None
    return InputPlaces.of(reading, reading.case), reading.case


def simplified() -> Snapshot:
    case = SimplifiedCase(
        case_id="K-2",
        change=a_change(gate=Gate.BP1),
        alternatives=(Alternative(id="A"), Alternative(id="B", description="Ny tjänst")),
        assumptions=assumptions(),
        categories=a_case().categories,
        costs=SimplifiedCosts(external_one_off_kr=10_000.0, run_cost_kr=500.0),
        effects=(SimplifiedEffect(id="E1", name="Tid", volume=10.0, before=1.0, after=0.0, category=NURSE.name),),
    )
    return snapshot_of(expand(case))


def test_a_cost_of_a_simplified_workbook_stands_in_a_single_cell() -> None:
    snapshot = simplified()
    places, case = places_of(snapshot)
    found = places.cell("development", case.development[0], "unit_price_kr")
    assert found == places.value("costs.external_one_off_kr")
    assert found in {name.position for name in snapshot.names.values()}


def test_the_range_of_a_simplified_effect_stands_where_its_certainty_is_chosen() -> None:
    snapshot = simplified()
    places, case = places_of(snapshot)
    table = snapshot.tables["vm_f_effekter"]
    found = {name: places.cell("effects", case.effects[0], name) for name in ("driver_likely", "driver_low", "owner")}
    headings = {
        name: table.headings[where.column - table.area.column] for name, where in found.items() if where is not None
    }
    assert headings["driver_likely"].startswith("Volym")
    assert "äker" in headings["driver_low"]
    assert headings["owner"] == table.headings[0]


def test_a_row_that_no_cell_holds_has_no_place() -> None:
    places, _ = places_of(snapshot_of(a_case()))
    assert places.cell("development", a_cost(id="U9"), "unit_price_kr") is None
    assert places.value("costs.external_one_off_kr") is None
    assert places.parameter("discount_rate") is not None
