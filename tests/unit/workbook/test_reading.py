"""A workbook is read by names and headings, with every fault listed at its cell."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_case, a_change, a_cost, an_effect, assumptions, book_of, snapshot_of
from vardering.base.cells import ErrorValue
from vardering.base.faults import BookForeignError, Severity
from vardering.model.assumptions import OwnProfile, Parameter, PriceGroup, RateBand
from vardering.model.case import fingerprint
from vardering.model.change import Role
from vardering.model.rows import RealisationDecision, ResourceRequirement, RetiredAsset, RunCost, TransitionCost
from vardering.model.vocabulary import DecisionStatus
from vardering.workbook.checking.checker import Checker
from vardering.workbook.contract.catalogue import CONTRACTS, KALKYL
from vardering.workbook.contract.fields import CellType, Column
from vardering.workbook.presenting.row_formulas import CellFinder
from vardering.workbook.reading.case_reader import read_case
from vardering.workbook.reading.corrections import corrected


def codes(reading: object) -> list[str]:
    return [fault.code for fault in reading.faults]  # type: ignore[attr-defined]


def rich_case() -> object:
    return a_case(
        roles=(Role(role="Projektägare", name="Anna Exempel", unit="Vård", mail="anna@example.se"),),
        rate_bands=(RateBand(from_year_number=31, rate=0.02),),
        price_groups=(PriceGroup(name="Licenser", real_change=0.015, source="Avtal"),),
        profiles=(OwnProfile(name="Införande", factors=(0.2, 0.6, 1.0)),),
        development=(a_cost(commissioned=date(2027, 9, 1), price_group="Licenser", note="=1+1"), a_cost(id="U2")),
        resources=(
            ResourceRequirement(id="R1", role="Projektledare", year=2027, hours_needed=400.0, included_in="U1"),
        ),
        transition=(
            TransitionCost(id="O1", name="Utbildning", driver_likely=200.0, unit_price_kr=450.0, fte_change=-0.5),
        ),
        running=(
            RunCost(
                id="D1", name="Licens", driver_low=90.0, driver_likely=100.0, driver_high=120.0, unit_price_kr=99.5
            ),
        ),
        effects=(
            an_effect(uptake=0.85, deadweight=0.1, attribution=0.75, drop_off=0.05),
            an_effect(id="E2", profile="Införande"),
        ),
        decisions=(RealisationDecision(effect_id="E1", status=DecisionStatus.PROPOSED, post_ends=date(2028, 1, 1)),),
        retired_assets=(
            RetiredAsset(name="Gammalt system", book_value_kr=250_000.0, retired_year=2028, remaining_years=3.0),
        ),
    )


def test_a_case_written_to_a_workbook_reads_back_without_loss() -> None:
    case = rich_case()
    reading = read_case(snapshot_of(case))  # type: ignore[arg-type]
    assert reading.case == case
    assert [fault for fault in reading.faults if fault.severity is not Severity.NOTICE] == []


@given(
    rate=st.decimals(min_value="-5", max_value="25", places=3),
    amount=st.floats(min_value=0, max_value=1e12, allow_nan=False),
    name=st.text(min_size=1, max_size=30).filter(lambda text: text.strip() == text and text.strip()),
)
def test_any_figures_and_names_survive_the_sheet(rate: object, amount: float, name: str) -> None:
    share = float(str(rate)) / 100
    case = a_case(
        change=a_change(name=name),
        assumptions=assumptions(discount_rate=Parameter(value=share)),
        development=(a_cost(unit_price_kr=amount),),
    )
    assert read_case(snapshot_of(case)).case == case


def test_text_that_is_a_number_is_read_reported_and_corrected_in_its_cell() -> None:
    snapshot = snapshot_of(a_case(), {("vm_utveckling", 0, "Pris per enhet kr"): "1\u00a0234,5"})
    reading = read_case(snapshot)
    assert reading.case is not None
    assert reading.case.development[0].unit_price_kr == 1234.5
    assert codes(reading) == ["converted"]
    after = read_case(corrected(snapshot, reading.corrections))
    assert after.faults == ()
    assert after.case == reading.case


def test_every_fault_is_listed_at_its_own_cell_at_once() -> None:
    snapshot = snapshot_of(
        a_case(),
        {
            ("vm_utveckling", 0, "Antal trolig"): "ca 100",
            ("vm_utveckling", 0, "Pris per enhet kr"): ErrorValue("#DIV/0!"),
            ("vm_effekter", 0, "Volym trolig"): -5.0,
            ("vm_effekter", 0, "Slag"): "besparing",
            ("vm_parametrar", 0, "Värde"): 40.0,
        },
    )
    faults = {(fault.code, fault.where.a1, fault.where.sheet) for fault in read_case(snapshot).faults if fault.where}
    tables = snapshot.tables

    def cell(table: str, heading: str) -> tuple[str, str]:
        where = tables[table].position(0, tables[table].headings.index(heading))
        return where.a1, where.sheet

    assert faults == {
        ("not-a-number-in-range", *cell("vm_utveckling", "Antal trolig")),
        ("cell-error-value", *cell("vm_utveckling", "Pris per enhet kr")),
        ("negative-value", *cell("vm_effekter", "Volym trolig")),
        ("unknown-list-value", *cell("vm_effekter", "Slag")),
        ("rate-out-of-range", *cell("vm_parametrar", "Värde")),
    }


def test_columns_in_another_order_with_own_columns_between_read_the_same() -> None:
    case = rich_case()
    snapshot = snapshot_of(case)  # type: ignore[arg-type]
    table = snapshot.tables["vm_effekter"]
    order = list(reversed(range(len(table.headings))))
    shuffled = replace(
        table,
        headings=("Min egen", *(table.headings[i] for i in order)),
        rows=tuple(("eget", *(row[i] for i in order)) for row in table.rows),
        below=(None, *table.below),
    )
    assert read_case(replace(snapshot, tables={**snapshot.tables, "vm_effekter": shuffled})).case == case


def test_sorted_rows_read_as_the_same_case_with_the_same_fingerprint() -> None:
    case = a_case(development=(a_cost(), a_cost(id="U2", name="Licens")))
    snapshot = snapshot_of(case)
    table = snapshot.tables["vm_utveckling"]
    turned = replace(table, rows=tuple(reversed(table.rows)))
    reading = read_case(replace(snapshot, tables={**snapshot.tables, "vm_utveckling": turned}))
    assert reading.case is not None
    assert reading.case != case
    assert fingerprint(reading.case) == fingerprint(case)


def test_a_row_without_id_is_given_the_next_free_one() -> None:
    reading = read_case(
        snapshot_of(a_case(), {("vm_utveckling", 0, "Id"): None, ("vm_utveckling", 1, "Benämning"): "Ny"})
    )
    assert reading.case is not None
    assert [row.id for row in reading.case.development] == ["U1", "U2"]
    assert "id-given" in codes(reading)


def test_content_directly_under_a_table_is_an_error_at_its_cell() -> None:
    snapshot = snapshot_of(a_case())
    table = snapshot.tables["vm_effekter"]
    below = (None, "En rad till", *table.below[2:])
    reading = read_case(replace(snapshot, tables={**snapshot.tables, "vm_effekter": replace(table, below=below)}))
    found = next(fault for fault in reading.faults if fault.code == "content-under-table")
    assert found.where is not None
    assert (found.where.row, found.where.column) == (table.area.last_row + 1, table.area.column + 1)


def test_a_missing_name_does_not_hide_the_other_faults() -> None:
    book = book_of(a_case())
    where = book.snapshot().names["vm_namn"].position
    book.type_in(where.sheet, where.row, where.column, None)
    reading = read_case(book.snapshot())
    assert codes(reading) == ["required-missing"]
    assert reading.case is not None


def test_a_table_that_is_gone_stops_the_reading() -> None:
    snapshot = snapshot_of(a_case())
    tables = {name: table for name, table in snapshot.tables.items() if name != "vm_effekter"}
    with pytest.raises(BookForeignError, match="table-missing"):
        read_case(replace(snapshot, tables=tables))


def test_a_heading_that_is_gone_stops_the_reading_and_is_named() -> None:
    snapshot = snapshot_of(a_case())
    table = snapshot.tables["vm_effekter"]
    headings = tuple("Omdöpt" if heading == "Före" else heading for heading in table.headings)
    with pytest.raises(BookForeignError) as stop:
        read_case(replace(snapshot, tables={**snapshot.tables, "vm_effekter": replace(table, headings=headings)}))
    assert stop.value.fault.arguments["heading"] == "Före"


def test_a_workbook_of_another_sort_is_refused() -> None:
    snapshot = snapshot_of(a_case())
    with pytest.raises(BookForeignError, match="not-our-workbook"):
        read_case(replace(snapshot, names={}))


def newer_contract() -> object:
    effects = KALKYL.table("vm_effekter")
    grown = replace(
        effects, columns=(*effects.columns, Column("Ny kolumn", "note", CellType.TEXT, "Ny.", since=KALKYL.version + 1))
    )
    sheets = tuple(
        replace(
            sheet,
            sections=tuple((title, grown if section is effects else section) for title, section in sheet.sections),
        )
        for sheet in KALKYL.sheets
    )
    return replace(KALKYL, version=KALKYL.version + 1, sheets=sheets)


def test_an_older_workbook_reads_and_says_so() -> None:
    case = a_case()
    reading = read_case(snapshot_of(case), {**CONTRACTS, "kalkyl": newer_contract()})  # type: ignore[dict-item]
    assert reading.case == case
    assert codes(reading) == ["older-contract"]


def test_a_newer_workbook_is_refused_with_the_version_it_needs() -> None:
    book = book_of(a_case())
    where = book.snapshot().names["vm_mallversion"].position
    book.type_in(where.sheet, where.row, where.column, 7.0)
    with pytest.raises(BookForeignError) as stop:
        read_case(book.snapshot())
    assert stop.value.fault.code == "newer-contract"
    assert stop.value.fault.arguments["needed"] == 7


def test_own_profiles_with_gaps_are_an_error() -> None:
    snapshot = snapshot_of(rich_case(), {("vm_profiler", 2, "År nummer"): 5.0})  # type: ignore[arg-type]
    assert "profile-years-broken" in codes(read_case(snapshot))


def test_a_per_cent_cell_that_holds_a_share_is_questioned() -> None:
    snapshot = snapshot_of(a_case(), {("vm_effekter", 0, "Nyttjandegrad procent"): 0.9})
    assert "looks-like-share" in codes(read_case(snapshot))


def test_a_workbook_without_id_gets_one_from_its_content() -> None:
    book = book_of(a_case())
    where = book.snapshot().names["vm_kalkyl_id"].position
    book.type_in(where.sheet, where.row, where.column, None)
    first, second = read_case(book.snapshot()), read_case(book.snapshot())
    assert first.case is not None
    assert second.case is not None
    assert first.case.case_id == second.case.case_id
    assert first.case.case_id.startswith("K-")


def test_rows_without_ids_are_given_the_first_that_are_free() -> None:
    taken = {("vm_utveckling", row, "Id"): value for row, value in enumerate(("U2", None, "U1", None))}
    named = {("vm_utveckling", row, "Benämning"): f"Rad {row}" for row in range(4)}
    reading = read_case(snapshot_of(a_case(), {**taken, **named}))
    assert reading.case is not None
    assert [row.id for row in reading.case.development] == ["U2", "U3", "U1", "U4"]


def test_a_parameter_row_that_is_gone_gets_its_default_and_is_said() -> None:
    snapshot = snapshot_of(a_case())
    table = snapshot.tables["vm_parametrar"]
    kept = tuple(row for row in table.rows if row[0] not in ("Kalkylränta", "Gräns låg nyttjandegrad"))
    assert len(kept) == len(table.rows) - 2
    reading = read_case(replace(snapshot, tables={**snapshot.tables, "vm_parametrar": replace(table, rows=kept)}))
    assert reading.case is not None
    assert reading.case.assumptions.discount_rate.value is None
    assert [(fault.code, fault.severity) for fault in reading.faults] == [
        ("parameter-row-missing", Severity.ERROR),
        ("parameter-row-missing", Severity.WARNING),
    ]


def test_a_year_of_an_own_profile_that_cannot_be_read_is_said_and_the_others_stay() -> None:
    edits = {("vm_profiler", 2, "Faktor"): "hälften"}
    reading = read_case(snapshot_of(rich_case(), edits))  # type: ignore[arg-type]
    assert "not-a-number" in codes(reading)
    assert reading.case is not None
    assert reading.case.profiles == (OwnProfile(name="Införande", factors=(0.2, 0.6)),)


def test_a_single_value_whose_name_is_gone_stops_the_reading() -> None:
    snapshot = snapshot_of(a_case())
    names = {name: found for name, found in snapshot.names.items() if name != "vm_startar"}
    with pytest.raises(BookForeignError, match="value-missing"):
        read_case(replace(snapshot, names=names))


def test_a_date_where_a_number_belongs_is_said_as_people_see_it() -> None:
    reading = read_case(snapshot_of(a_case(), {("vm_utveckling", 0, "Antal trolig"): date(2027, 3, 1)}))
    fault = next(fault for fault in reading.faults if fault.where is not None)
    assert fault.arguments["value"] == "2027-03-01"


def test_a_field_that_a_workbook_has_no_column_for_has_no_cell() -> None:
    reading = read_case(snapshot_of(a_case()))
    assert reading.case is not None
    checker = Checker(reading.case, reading.places)
    assert checker.at("price_groups", 0, "nothing") is None
    assert checker.at("categories", 0, "nothing") is None
    with pytest.raises(KeyError):
        CellFinder(reading.case, reading.places).of_rate_band(0)
