"""Utfall och prognos and the effect over time: what stands in the cells that the charts read."""

from datetime import date

import pytest

from builders import CONTEXT, a_case, an_effect, book_of
from contract.book_cases import Book
from follow_up_books import ANSWERS, COSTS, a_ramp, followed, measured, planned_book, reported
from plan_books import updated
from vardering.base.cells import CellValue
from vardering.commands.approval import freeze_plan
from vardering.workbook import written_names
from vardering.workbook.change_set import Block, CellWrite, ChangeSet, SeriesWrite


def lines(book: Book, name: str) -> dict[CellValue, tuple[CellValue, ...]]:
    """The rows of a written area by what they begin with."""
    return {row[0]: row[1:] for row in book.snapshot().names[name].values if row[0] is not None}


def charts(book: Book, day: str) -> dict[tuple[str, int], SeriesWrite]:
    found = followed(book, day).outcome.change_set
    assert found is not None
    return {(series.chart, series.index): series for series in found.series}


def test_the_years_show_promise_actual_and_forecast_and_the_costs() -> None:
    book = planned_book(a_ramp())
    measured(book, "E1", "2027-06-30", 22.5)
    measured(book, "E1", "2027-12-31", 22.5)
    reported(book, {"Kostnadsrad": "U1", "År": 2027.0, "Utfall kr": 110_000.0}, COSTS)
    series = charts(book, "2028-02-01")
    found = lines(book, written_names.OUTCOME_YEARS)
    assert found["Utlovat per år"] == (337_500.0, 37_500.0, 75_000.0, 75_000.0, 75_000.0, 75_000.0)
    assert found["Utfall per år"] == pytest.approx((37_500.0, 37_500.0, 0.0, None, None, None), nan_ok=True)
    assert found["Kostnader med utfall"][1] == pytest.approx(110_000.0)
    assert found["Väntad nettonytta, ackumulerat"][1] == pytest.approx(-72_500.0)
    promised, came, expected = (series[written_names.PROGRESS_CHART, index] for index in range(3))
    assert promised.stored_values[-1] == pytest.approx(337_500.0)
    assert list(came.stored_values) == pytest.approx([37_500.0, 37_500.0, None, None, None], nan_ok=True)
    assert expected.stored_categories == (2027.0, 2028.0, 2029.0, 2030.0, 2031.0)


def test_the_parts_are_shares_of_each_promise_with_the_sums_first() -> None:
    book = planned_book(a_case(effects=(an_effect(), an_effect(id="E2", name="Liten", driver_likely=10.0))))
    measured(book, "E1", "2027-06-30", 15.0)
    series = charts(book, "2027-07-15")
    found = lines(book, written_names.OUTCOME_PARTS)
    assert list(found)[-2:] == ["E1 Kortare tid för nycklar", "E2 Liten"]
    assert found["E1 Kortare tid för nycklar"][1:] == pytest.approx((0.1, 0.0, 0.0, 0.9), abs=1e-3)
    assert found["Budgetverkande, kr"] == (0.0, None, None, None, None)
    unknown = series[written_names.PARTS_CHART, 2]
    assert unknown.stored_title == "Okänt"
    assert unknown.stored_values[-1] == pytest.approx(0.1, abs=1e-3)


def test_every_effect_has_its_status_forecast_and_next_measurement() -> None:
    book = planned_book(a_ramp())
    measured(book, "E1", "2027-06-30", 26.25)
    followed(book, "2027-07-15")
    rows = book.snapshot().names[written_names.OUTCOME_EFFECTS].values
    heading = next(index for index, row in enumerate(rows) if row[0] == "Effekt")
    row = dict(zip(rows[heading], rows[heading + 1], strict=True))
    assert row["Läge"] == "försenad"
    assert (row["Utfall"], row["Planerat värde"], row["Avvikelse"]) == (26.25, 22.5, 3.75)
    assert row["Prognos vid full effekt"] == 22.5
    assert (row["Prognos, andel av planen"], row["Lägst"], row["Högst"]) == (0.5, 0.475, 0.525)
    assert row["Nästa mätning"] == date(2027, 12, 30)
    assert row["Mätansvarig"] == "Lena Exempel"


def test_the_effect_that_is_shown_is_the_one_chosen_or_the_one_most_at_risk() -> None:
    book = planned_book(a_case(effects=(an_effect(), an_effect(id="E2", name="Andra"))))
    measured(book, "E2", "2027-06-30", 30.0)
    series = charts(book, "2027-07-15")
    assert next(iter(lines(book, written_names.FOLLOW_UP_SHOWN))).startswith("E2 Andra")  # type: ignore[union-attr]
    plan, actual, expected = (series[written_names.SHOWN_CHART, index] for index in range(3))
    assert plan.stored_categories == ("2027-06-30", "2027-12-30")
    assert (plan.stored_values, actual.stored_values) == ((15.0, 15.0), (30.0, None))
    assert expected.stored_values == (30.0, 30.0)
    where = book.snapshot().names[written_names.SHOWN_EFFECT].area
    book.apply(ChangeSet(book.snapshot().fingerprint, (where,), (Block(where, ((CellWrite("E1"),),)),)))
    followed(book, "2027-07-15")
    assert next(iter(lines(book, written_names.FOLLOW_UP_SHOWN))).startswith("E1 Kortare")  # type: ignore[union-attr]


def test_many_days_of_measuring_show_the_latest_and_the_next() -> None:
    book = planned_book(a_ramp(), {**ANSWERS, "Mätfrekvens": "varje månad", "Första mätning": date(2027, 1, 31)})
    for month in range(1, 13):
        measured(book, "E1", f"2027-{month:02}-28", 22.0)
    series = charts(book, "2028-01-05")
    days = series[written_names.SHOWN_CHART, 0].stored_categories
    assert len(days) == 12
    assert (days[0], days[5], days[6]) == ("2027-07-28", "2027-12-28", "2028-01-31")


def test_without_any_target_no_effect_can_be_shown() -> None:
    book = book_of(a_case())
    updated(book)
    series = charts(book, "2027-07-15")
    assert not any(chart == written_names.SHOWN_CHART for chart, _ in series)
    assert list(lines(book, written_names.FOLLOW_UP_SHOWN)) == ["Ingen effekt har ett mätetal att visa."]


def test_an_effect_without_days_of_measuring_can_be_shown() -> None:
    late = an_effect(from_year=2040)
    book = planned_book(a_case(effects=(late,)), {"Nollmätning": 30.0, "Målvärde": 15.0})
    series = charts(book, "2027-07-15")
    assert series[written_names.SHOWN_CHART, 0].stored_values == (None,)


def test_an_approved_plan_of_other_years_keeps_its_years() -> None:
    case = a_ramp()
    book = planned_book(case)
    found = freeze_plan(book.snapshot(), CONTEXT, "KS § 1 2026-11-24").outcome.change_set
    assert found is not None
    book.apply(found)
    start = book.snapshot().names["vm_startar"].area
    book.apply(ChangeSet(book.snapshot().fingerprint, (start,), (Block(start, ((CellWrite(2028.0),),)),)))
    followed(book, "2028-02-01")
    found_lines = lines(book, written_names.OUTCOME_YEARS)
    assert found_lines["Plan, utfall och prognos per år"][1:] == (2027.0, 2028.0, 2029.0, 2030.0, 2031.0, 2032.0)
    assert found_lines["Utlovat per år"][1] == 37_500.0
    assert found_lines["Planerade kostnader"][1:3] == (0.0, 100_000.0)
