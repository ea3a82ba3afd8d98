"""Uppdatera portföljen: many files in one workbook, and what the office wrote stays."""

from dataclasses import replace
from datetime import date

import pytest

from builders import CONTEXT, a_case, a_change, snapshot_of
from portfolio_books import (
    TERMS,
    a_digest,
    a_file,
    a_portfolio,
    a_view,
    case_number,
    portfolio_book,
    ranked_by,
    reading_of,
    table_of,
    typed_in,
    value_typed_in,
)
from vardering.base.faults import BookForeignError
from vardering.books.memory import MemoryBook
from vardering.commands.portfolio import portfolio_results, terms_of, update_portfolio
from vardering.model.case_digest import EffectDigest, FileReading, ResourceDigest
from vardering.model.portfolio import ResourceLoadRow
from vardering.model.portfolio_results import PortfolioResults, RoleLoad
from vardering.model.portfolio_words import FileVerdict, RankBy
from vardering.model.vocabulary import View
from vardering.workbook.presenting.portfolio_rows import load_rows


def updated(book: MemoryBook, *files: FileReading) -> PortfolioResults:
    update = update_portfolio(book.snapshot(), files, CONTEXT)
    assert update.outcome.change_set is not None
    assert update.results is not None
    book.apply(update.outcome.change_set)
    return update.results


def cell_texts(book: MemoryBook, name: str) -> list[list[object]]:
    return [list(row) for row in book.snapshot().names[name].values]


def test_a_new_portfolio_states_its_terms() -> None:
    found, outcome = terms_of(portfolio_book().snapshot(), CONTEXT)
    assert found is not None
    assert (found.terms.base_year, found.terms.price_level_year, found.terms.horizon_years) == (2027, 2026, 5)
    assert found.terms.rank_by is RankBy.INDEX
    assert outcome.findings == ()


def test_missing_terms_are_errors_and_nothing_is_written() -> None:
    book = portfolio_book()
    value_typed_in(book, "vm_portfoljstart", None)
    found, outcome = terms_of(book.snapshot(), CONTEXT)
    assert found is None
    assert outcome.has_errors
    update = update_portfolio(book.snapshot(), [], CONTEXT)
    assert (update.outcome.change_set, update.results) == (None, None)


def test_a_decision_that_is_no_word_of_the_list_stops_the_update() -> None:
    book = portfolio_book()
    updated(book, a_file("a", a_digest()))
    typed_in(book, "vm_ranking", 0, "Kontorets beslut", "kanske")
    assert terms_of(book.snapshot(), CONTEXT)[0] is None


def test_another_workbook_is_refused() -> None:
    with pytest.raises(BookForeignError):
        terms_of(snapshot_of(a_case()), CONTEXT)


def test_every_file_and_every_case_has_a_row() -> None:
    book = portfolio_book()
    files = [reading_of(case_number(number), f"{number}.xlsx") for number in (1, 2)]
    updated(book, *files, a_file("skräp.bin", None, verdict=FileVerdict.BROKEN, reason="Skadad."))
    received = {row["Fil"]: row for row in table_of(book.snapshot(), "vm_mottagna_filer")}
    assert {name: row["Utfall"] for name, row in received.items()} == {
        "1.xlsx": "läst",
        "2.xlsx": "läst",
        "skräp.bin": "går inte att läsa",
    }
    assert received["skräp.bin"]["Skäl"] == "Skadad."
    ranking = {row["Kalkylens id"]: row for row in table_of(book.snapshot(), "vm_ranking")}
    digest = files[0].digest
    assert digest is not None
    assert ranking["K-1"]["Nettonuvärde alla värderade kr"] == round(digest.view(View.ALL_VALUED).npv)
    assert ranking["K-1"]["Förändring"] == "Förändring 1"


def test_a_second_update_keeps_what_the_office_wrote_and_refreshes_the_rest() -> None:
    book = portfolio_book()
    updated(book, a_file("1", a_digest()), a_file("2", a_digest(case_id="K-2")))
    typed_in(book, "vm_ranking", 0, "Kontorets beslut", "ska med")
    typed_in(book, "vm_ranking", 0, "Anteckning", "=viktigt")
    typed_in(book, "vm_mottagna_filer", 1, "Anteckning", "ring Anna")
    renamed = a_digest(name="Nytt namn")
    updated(book, a_file("1", renamed), a_file("3", a_digest(case_id="K-3")))
    ranking = {row["Kalkylens id"]: row for row in table_of(book.snapshot(), "vm_ranking")}
    assert (ranking["K-1"]["Kontorets beslut"], ranking["K-1"]["Anteckning"]) == ("ska med", "=viktigt")
    assert ranking["K-1"]["Förändring"] == "Nytt namn"
    assert ranking["K-2"]["Jämförbarhet"] == "finns inte i den senaste läsningen"
    assert ranking["K-2"]["Rang"] is None
    assert ranking["K-3"]["Rang"] == 1.0
    received = {row["Fil"]: row for row in table_of(book.snapshot(), "vm_mottagna_filer")}
    assert received["2"]["Anteckning"] == "ring Anna"
    assert received["2"]["Utfall"] == "finns inte i den senaste läsningen"


def test_the_same_update_twice_changes_no_table() -> None:
    book = portfolio_book()
    updated(book, a_file("1", a_digest()))
    before = [table_of(book.snapshot(), name) for name in ("vm_ranking", "vm_mottagna_filer")]
    updated(book, a_file("1", a_digest()))
    assert [table_of(book.snapshot(), name) for name in ("vm_ranking", "vm_mottagna_filer")] == before
    assert len(table_of(book.snapshot(), "vm_logg")) == 2


def test_a_case_that_cannot_be_compared_stands_without_rank_and_outside_the_sums() -> None:
    book = portfolio_book()
    odd = a_digest(case_id="K-2", obstacle="ej jämförbar: prisnivå")
    results = updated(book, a_file("1", a_digest()), a_file("2", odd))
    assert [change.rank for change in results.changes] == [1, None]
    assert results.compared == 1
    assert results.sums[View.ALL_VALUED].npv == 100.0
    row = table_of(book.snapshot(), "vm_ranking")[1]
    assert (row["Rang"], row["Jämförbarhet"]) == (None, "ej jämförbar: prisnivå")


def test_nothing_comparable_is_said() -> None:
    book = portfolio_book()
    assert updated(book).years == ()
    assert cell_texts(book, "vm_portfoljar") == [["Ingen jämförbar förändring att summera."]]


def test_sums_per_year_add_up_over_changes_on_calendar_years() -> None:
    later = a_digest(case_id="K-2", start_year=2029)
    results = portfolio_results((a_file("1", a_digest()), a_file("2", later)), ranked_by(RankBy.INDEX))
    assert results.years == (2027, 2028, 2029, 2030, 2031)
    total = results.sums[View.CAUTIOUS]
    assert total.benefits == (0.0, 100.0, 100.0, 100.0, 100.0)
    assert total.costs == (40.0, 10.0, 40.0, 10.0, 0.0)
    assert total.net == (-40.0, 90.0, 60.0, 90.0, 100.0)


def a_load(role: str, year: int, hours: float) -> ResourceDigest:
    return ResourceDigest(role=role, year=year, needed_hours=hours, available_hours=10.0)


def test_the_selection_keeps_to_the_budget_and_its_reasons_stand_on_the_sheet() -> None:
    book = portfolio_book()
    typed_in(book, "vm_budget", 0, "År", 2027.0)
    typed_in(book, "vm_budget", 0, "Budget kr", 50.0)
    small = tuple(a_view(view, npv=90.0) for view in View)
    results = updated(book, a_file("1", a_digest()), a_file("2", a_digest(case_id="K-2", name="Andra", views=small)))
    assert results.selection.selected == ("K-1",)
    said = {row[0]: row for row in cell_texts(book, "vm_portfoljurval")}
    assert said["Andra"][1:5] == ["Trängs undan: för att få plats måste Digitala lås ut.", "inte vald", 90.0, 10.0]
    assert said["Digitala lås"][2] == "vald"
    ranking = {row["Kalkylens id"]: row["I urvalet"] for row in table_of(book.snapshot(), "vm_ranking")}
    assert ranking == {"K-1": "vald", "K-2": "inte vald"}
    series = book.series["Värde mot budget", 0]
    assert (series.stored_categories[10], series.stored_values[10]) == (50.0, 100.0)


def test_without_a_possible_selection_what_clashes_is_named() -> None:
    book = portfolio_book()
    updated(book, a_file("1", a_digest()))
    typed_in(book, "vm_ranking", 0, "Kontorets beslut", "ska med")
    typed_in(book, "vm_budget", 0, "År", 2027.0)
    typed_in(book, "vm_budget", 0, "Budget kr", 30.0)
    results = updated(book, a_file("1", a_digest()))
    assert not results.selection.is_possible
    assert [row[0] for row in cell_texts(book, "vm_portfoljurval")][1:3] == [
        "• budgeten 2027: det fattas 10 kr",
        "• Digitala lås ska med",
    ]
    assert table_of(book.snapshot(), "vm_ranking")[0]["I urvalet"] is None


def test_what_a_selection_leaves_out_of_account_is_said() -> None:
    book = portfolio_book()
    value_typed_in(book, "vm_urvalsmal", "index")
    odd = a_digest(case_id="K-2", name="Annan prisnivå", obstacle="ej jämförbar: prisnivå")
    blank = a_digest(case_id="K-3", name="Utan index", index=None)
    updated(book, a_file("1", a_digest()), a_file("2", odd), a_file("3", blank))
    lines = [row[0] for row in cell_texts(book, "vm_portfoljurval")]
    assert lines[0] == "1 av 2 förändringar är valda. Summa index: 60,00."
    assert lines[1] == "Ej jämförbara förändringar är inte med i urvalet: Annan prisnivå."
    assert lines[2] == "Saknar index och räknas som noll: Utan index."


def test_roles_have_their_load_against_the_capacity_of_the_office() -> None:
    book = portfolio_book()
    files = (
        a_file("1", a_digest(resources=(a_load("Arkitekt", 2027, 100.0), a_load("Jurist", 2027, 5.0)))),
        a_file("2", a_digest(case_id="K-2", resources=(a_load("Arkitekt", 2027, 60.0),))),
    )
    updated(book, *files)
    typed_in(book, "vm_resurser", 0, "Kapacitet timmar", 120.0)
    results = updated(book, *files)
    assert len(results.selection.selected) == 1
    first, second = table_of(book.snapshot(), "vm_resurser")
    assert (first["Roll"], first["År"], first["Behov alla timmar"], first["Kapacitet timmar"]) == (
        "Arkitekt",
        2027.0,
        160.0,
        120.0,
    )
    assert str(first["Läge"]).startswith("urvalet ryms")
    assert second["Läge"] == "ingen kapacitet skriven"


def test_a_role_loaded_beyond_its_capacity_is_said_where_no_selection_can_be_made() -> None:
    portfolio = a_portfolio(resources=(ResourceLoadRow(role="Arkitekt", year=2027, capacity_hours=30.0),))
    results = portfolio_results((a_file("1", a_digest()),), portfolio)
    loads = (RoleLoad("Arkitekt", 2027, 50.0, 40.0, 0.0),)
    (row,) = load_rows(replace(results, loads=loads), portfolio)
    assert row["load_note"] == "10 timmar mer än kapaciteten behövs i urvalet"


def test_every_effect_stands_in_the_register_with_how_it_stands() -> None:
    book = portfolio_book()
    day = CONTEXT.clock.date()

    def effect(name: str, **changes: object) -> EffectDigest:
        content: dict[str, object] = {"owner": "Anna", "is_accepted": True, "first_measurement": day, **changes}
        return EffectDigest(effect_id=name, **content)  # type: ignore[arg-type]

    effects = (
        effect("E1", owner=""),
        effect("E2", is_accepted=False),
        effect("E3", first_measurement=None),
        effect("E4"),
        effect("E5", first_measurement=date(2026, 1, 1), yearly_value_kr=10.4),
        effect("E6", follow_up_status="enligt plan", realised_kr=5.0, forecast_kr=7.0),
    )
    updated(book, a_file("1", a_digest(effects=effects)))
    typed_in(book, "vm_nyttoregister", 4, "Anteckning", "ring")
    rows = {row["Effekt"]: row for row in table_of(book.snapshot(), "vm_nyttoregister")}
    assert {name: row["Effektens status"] for name, row in rows.items()} == {
        "E1": "saknar effektägare",
        "E2": "ägaren har inte accepterat",
        "E3": "mätning är inte planerad",
        "E4": "inte dags att mäta ännu",
        "E5": "okänd: mätning försenad",
        "E6": "enligt plan",
    }
    assert (rows["E5"]["Plan per år kr"], rows["E6"]["Utfall kr"], rows["E6"]["Prognos kr"]) == (10.0, 5.0, 7.0)
    updated(book)
    assert rows["E5"]["Anteckning"] == "ring"
    gone = table_of(book.snapshot(), "vm_nyttoregister")[0]
    assert gone["Effektens status"] == "finns inte i den senaste läsningen"


@pytest.mark.parametrize(
    ("rank_by", "expected"),
    [
        (RankBy.INDEX, ["K-1", "K-2", "K-3"]),
        (RankBy.NET_PRESENT_VALUE, ["K-3", "K-1", "K-2"]),
        (RankBy.NET_BENEFIT_PER_KRONA, ["K-2", "K-1", "K-3"]),
    ],
)
def test_changes_are_ranked_by_what_the_office_chose(rank_by: RankBy, expected: list[str]) -> None:
    def views(npv: float, ratio: float | None) -> tuple[object, ...]:
        return tuple(a_view(view, npv=npv, net_benefit_per_krona=ratio) for view in View)

    digests = (
        a_digest(case_id="K-1", index=90.0, views=views(20.0, 2.0)),
        a_digest(case_id="K-2", index=80.0, views=views(10.0, 3.0)),
        a_digest(case_id="K-3", index=None, views=views(30.0, None)),
    )
    results = portfolio_results(tuple(a_file(d.case_id, d) for d in digests), ranked_by(rank_by))
    assert [change.digest.case_id for change in results.changes] == expected


def test_beside_a_ranking_on_net_value_the_index_leaves_it_out() -> None:
    book = portfolio_book()
    value_typed_in(book, "vm_rangordna", "nettonuvärde")
    updated(book, a_file("1", a_digest(index=60.0, index_without_net_value=55.0)))
    assert table_of(book.snapshot(), "vm_ranking")[0]["Index 0 till 100"] == 55.0


def test_what_cannot_be_said_of_a_change_stays_empty() -> None:
    views = tuple(a_view(view, net_benefit_per_krona=None) for view in View)
    book = portfolio_book()
    updated(book, a_file("1", a_digest(index=None, views=views)))
    row = table_of(book.snapshot(), "vm_ranking")[0]
    assert (row["Index 0 till 100"], row["Nettonytta per krona"], row["Rang"]) == (None, None, None)


def test_a_number_written_as_text_in_the_terms_is_understood_and_mended() -> None:
    book = portfolio_book()
    value_typed_in(book, "vm_portfoljtid", "5")
    updated(book, a_file("1", a_digest()))
    assert book.snapshot().names["vm_portfoljtid"].value == 5.0


def test_rows_without_an_id_and_rows_twice_are_left_alone() -> None:
    book = portfolio_book()
    updated(book, a_file("1", a_digest()), a_file("2", a_digest(case_id="K-2")))
    typed_in(book, "vm_ranking", 1, "Kalkylens id", None)
    updated(book, a_file("1", a_digest(name="Nytt")))
    typed_in(book, "vm_ranking", 1, "Kalkylens id", "K-1")
    updated(book, a_file("1", a_digest(name="Nyare")))
    rows = table_of(book.snapshot(), "vm_ranking")
    assert [row["Förändring"] for row in rows] == ["Nyare", "Digitala lås"]


def test_a_case_on_its_own_terms_is_comparable_and_one_on_others_says_what_was_replaced() -> None:
    book = portfolio_book()
    own = reading_of(case_number(1), "1", TERMS)
    other = reading_of(case_number(2, change=a_change(horizon_years=3, name="Kort")), "2", TERMS)
    updated(book, own, other)
    said = {row["Kalkylens id"]: row["Jämförbarhet"] for row in table_of(book.snapshot(), "vm_ranking")}
    assert said["K-1"] == "jämförbar"
    assert said["K-2"] == "omräknad på portföljens villkor: kalkyltiden var en annan"
