"""The benefits chain: what is joined, how few lines cross, and what the sheet shows of it."""

import pytest

from builders import CONTEXT, a_case, a_change, a_cost, an_effect, book_of, snapshot_of
from vardering.base.faults import Fault
from vardering.commands.recalculation import recalculate
from vardering.model.case import Case
from vardering.model.change import Alternative
from vardering.model.rows import TransitionCost
from vardering.model.vocabulary import Gate, Kind
from vardering.workbook.benefits_chain import chain_of
from vardering.workbook.checking.case_checks import check_case
from vardering.workbook.presenting.chain_layout import (
    MOST_TO_IMPROVE,
    Bus,
    assign_lanes,
    count_line_crossings,
    place_in_slots,
)
from vardering.workbook.presenting.layered_order import count_crossings, order_layers
from vardering.workbook.reading.case_reader import read_case
from vardering.workbook.snapshot import Snapshot

NO_LINK_CASE = a_case(change=a_change(gate=Gate.BP2))


def large_case() -> Case:
    """30 effects on 12 activities and 6 objectives, joined far from the order of the sheets."""
    effects = tuple(an_effect(id=f"E{n}", before=n + 0.5, objective=f"Mål {n * 7 % 6}") for n in range(30))
    costs = tuple(
        a_cost(id=f"U{n}", contributes_to=", ".join(f"E{(n * 11 + step * 5) % 30}" for step in range(4)))
        for n in range(12)
    )
    return a_case(effects=effects, development=costs)


def chain_cells(snapshot: Snapshot) -> list[list[object]]:
    return [list(row) for row in snapshot.names["vm_effektkedja"].values]


def recalculated(case: Case) -> Snapshot:
    book = book_of(case)
    outcome = recalculate(book.snapshot(), CONTEXT)
    assert outcome.change_set is not None
    book.apply(outcome.change_set)
    return book.snapshot()


def codes(case: Case) -> dict[str, Fault]:
    reading = read_case(snapshot_of(case))
    assert reading.case is not None
    return {fault.code: fault for fault in check_case(reading.case, reading.places)}


def test_activities_are_joined_by_both_columns_and_only_within_the_alternative() -> None:
    case = a_case(
        alternatives=(Alternative(id="A"), Alternative(id="B"), Alternative(id="C")),
        effects=(
            an_effect(id="E1", objective=" Mer  tid "),
            an_effect(id="E2", objective="mer tid"),
            an_effect(id="E3", alternative="C", objective="Annat"),
        ),
        development=(a_cost(id="U1", contributes_to="E2; E3, E9"), a_cost(id="U2"), a_cost(id="U3", alternative="C")),
        transition=(TransitionCost(id="O1", effect_id="E1", contributes_to="E1 E2"),),
    )
    chain = chain_of(case, "B")
    assert [row.id for row in chain.activities] == ["U1", "O1"]
    assert chain.links == ((0, 1), (1, 0), (1, 1))
    assert chain.objectives == ("Mer tid",)
    assert [row.id for row in chain.loose] == ["U2"]
    assert [row.id for row in chain.activities_of(1)] == ["U1", "O1"]


def test_the_order_has_far_fewer_crossings_than_the_order_of_the_sheets() -> None:
    chain = chain_of(large_case(), "B")
    sizes = (len(chain.activities), len(chain.effects), len(chain.objectives))
    links = (chain.links, chain.objective_links)
    given = tuple(tuple(range(size)) for size in sizes)
    orders = order_layers(sizes, links)

    def total(layers: tuple[tuple[int, ...], ...]) -> int:
        return sum(count_crossings(layers[layer], layers[layer + 1], links[layer]) for layer in range(2))

    assert sizes == (12, 30, 6)
    assert [sorted(order) for order in orders] == [list(order) for order in given]
    assert total(orders) < total(given) / 2
    assert orders == order_layers(sizes, links)


def test_a_drawing_that_can_be_without_crossings_is() -> None:
    first = [(0, 2), (1, 1), (2, 0)]
    orders = order_layers((3, 3, 2), (first, [(0, 0), (1, 0), (2, 1)]))
    assert count_crossings(orders[0], orders[1], first) == 0


def test_boxes_keep_their_order_and_stay_within_the_slots() -> None:
    assert place_in_slots([9.0, 9.0, 0.0], 5) == (2, 3, 4)
    assert place_in_slots([], 3) == ()


def test_strokes_that_would_touch_get_lanes_of_their_own() -> None:
    buses = (Bus((1,), (2, 8)), Bus((3,), (4,)), Bus((9,), (10,)))
    lanes = assign_lanes(buses, 2)
    assert lanes[0] != lanes[1]
    assert lanes[2] is not None
    assert count_line_crossings(buses, lanes) <= count_line_crossings(buses, (0, 1, 0))
    assert assign_lanes(buses, 1) == (0, None, 0)


def test_the_sheet_names_at_every_effect_what_it_rests_on_and_serves() -> None:
    case = a_case(
        effects=(an_effect(id="E1"), an_effect(id="E2", before=2.0, objective="")),
        development=(a_cost(contributes_to="E1"), a_cost(id="U2", name="Projektledning")),
    )
    rows = chain_cells(recalculated(case))
    (drawn,) = [row for row in rows if "U1 ►" in row]
    assert drawn[drawn.index("U1 ►") + 1 :][:2] == ["E1 Kortare tid för nycklar", "M1"]
    (bare,) = [row for row in rows if "E2 Kortare tid för nycklar" in row and "mål saknas" in row and "►" not in row][
        :1
    ]
    assert "ingen aktivitet" in bare
    assert any("U2 Projektledning" in str(row[0]) for row in rows)
    table = [row for row in rows if "omfördelning" in row]
    assert [[cell for cell in row if cell] for row in table] == [
        ["U1 Konsult", "omfördelning", "E1 Kortare tid för nycklar", "M1", "Mer tid för brukare"],
        ["ingen aktivitet", "omfördelning", "E2 Kortare tid för nycklar", "mål saknas"],
    ]


def test_every_link_of_a_large_chain_stands_in_the_table() -> None:
    rows = chain_cells(recalculated(large_case()))
    chain = chain_of(large_case(), "B")
    table = [row for row in rows if "omfördelning" in row]
    assert len(table) == len(chain.links) + sum(not chain.activities_of(index) for index in range(30))


def test_a_chain_without_effects_says_so() -> None:
    rows = chain_cells(recalculated(a_case(effects=())))
    assert ["Inga effekter är ifyllda för alternativet."] in [[cell for cell in row if cell] for row in rows]


def test_effects_without_activity_are_pointed_out_from_the_feasibility_study_on() -> None:
    found = codes(NO_LINK_CASE)["effect-without-activity"]
    assert found.arguments == {"ids": "E1"}
    assert found.where is not None
    assert found.where.sheet == "Effekter"
    assert "effect-without-activity" not in codes(a_case(change=a_change(gate=Gate.BP1)))
    linked = a_case(change=a_change(gate=Gate.BP2), development=(a_cost(contributes_to="E1"),))
    assert "effect-without-activity" not in codes(linked)


def test_a_quality_effect_without_objective_is_pointed_out() -> None:
    quality = an_effect(
        kind=Kind.QUALITY,
        objective="",
        category="",
        driver_likely=None,
        before=None,
        after=None,
        size=2,
        size_reason="X",
    )
    case = a_case(change=a_change(gate=Gate.BP3), effects=(quality,))
    assert codes(case)["effect-without-objective"].arguments == {"ids": "E1"}


@pytest.mark.parametrize("text", ["E7", "E1, E7"])
def test_an_effect_that_does_not_exist_is_pointed_out_at_the_link(text: str) -> None:
    found = codes(a_case(development=(a_cost(contributes_to=text),)))["contributes-to-unknown"]
    assert found.arguments == {"id": "U1", "value": "E7"}
    assert found.where is not None
    assert found.where.sheet == "Utveckling"


def test_lines_that_find_no_lane_are_counted_and_stand_in_the_table() -> None:
    effects = tuple(an_effect(id=f"E{n}", before=n + 0.5, objective="Mål") for n in range(6))
    costs = tuple(a_cost(id=f"U{n}", contributes_to="E0, E1, E2, E3, E4, E5") for n in range(24))
    rows = chain_cells(recalculated(a_case(effects=effects, development=costs)))
    (said,) = (cell for row in rows for cell in row if isinstance(cell, str) and "får inte plats som linjer" in cell)
    assert int(said.partition(" ")[0]) > 0


def test_a_drawing_too_large_to_improve_keeps_its_first_lanes() -> None:
    buses = [Bus((place,), (place + 400,)) for place in range(MOST_TO_IMPROVE + 1)]
    assert assign_lanes(buses, len(buses)) == tuple(range(len(buses)))
